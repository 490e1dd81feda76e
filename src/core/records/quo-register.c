/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks in an article, and how much: the register of speakers, made from a snapshot. */
#include "quo-register.h"

#include <string.h>

void
quo_speaker_free (QuoSpeaker *speaker)
{
  g_free (speaker->id);
  g_free (speaker->name);
  g_free (speaker->title);
  g_free (speaker);
}

static gboolean
is_word_by_itself (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x2e80)
    return FALSE;
  script = g_unichar_get_script (c);
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA;
}

guint
quo_count_words (const char *utf8, gsize len)
{
  const char *end = utf8 + len;
  gboolean is_in_word = FALSE;
  guint n = 0;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_word_by_itself (c))
        {
          n++;
          is_in_word = FALSE;
        }
      else if (g_unichar_isspace (c))
        is_in_word = FALSE;
      else if (!is_in_word && g_unichar_isalnum (c))
        {
          n++;
          is_in_word = TRUE;
        }
    }
  return n;
}

char *
quo_snapshot_dup_member_name (QuoSnapshot *snapshot, const char *id)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, id);

  if (record == NULL)
    return NULL;
  if (record->kind == QUO_RECORD_ANNOTATION)
    {
      const QuoAnnotation *annotation = (const QuoAnnotation *)record;

      if (annotation->n_entities == 1)
        {
          const QuoEntity *entity = quo_snapshot_find (snapshot, annotation->entities[0]);

          if (entity != NULL && entity->name != NULL)
            return g_strdup (entity->name);
        }
      return quo_snapshot_dup_excerpt (snapshot, annotation);
    }
  if (record->kind == QUO_RECORD_ENTITY)
    {
      const QuoEntity *entity = (const QuoEntity *)record;

      return g_strdup (entity->name != NULL ? entity->name : entity->base.id);
    }
  return NULL;
}

static guint
count_quote_words (QuoSnapshot *snapshot, const QuoRole *quotes)
{
  guint n = 0;

  for (guint i = 0; i < quotes->n_members; i++)
    {
      const QuoRecord *record = quo_snapshot_find (snapshot, quotes->members[i]);
      const QuoAnnotation *annotation = (const QuoAnnotation *)record;

      if (record == NULL || record->kind != QUO_RECORD_ANNOTATION)
        continue;
      for (guint part = 0; part < annotation->n_ranges; part++)
        {
          g_autofree char *quote = quo_snapshot_dup_quote (snapshot, annotation, part);

          n += quo_count_words (quote, strlen (quote));
        }
    }
  return n;
}

/* The key under which mentions are one speaker; *ret_id is the id to show and select. */
static char *
dup_speaker_key (QuoSnapshot *snapshot, const char *member, const char **ret_id)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, member);
  const QuoAnnotation *annotation = (const QuoAnnotation *)record;
  g_autofree char *excerpt = NULL;
  g_autofree char *folded = NULL;

  *ret_id = member;
  if (record == NULL)
    return NULL;
  if (record->kind == QUO_RECORD_ENTITY)
    return g_strdup (member);
  if (record->kind != QUO_RECORD_ANNOTATION)
    return NULL;
  if (annotation->n_entities == 1)
    {
      *ret_id = annotation->entities[0];
      return g_strdup (annotation->entities[0]);
    }
  excerpt = quo_snapshot_dup_excerpt (snapshot, annotation);
  folded = g_utf8_casefold (excerpt, -1);
  return g_strconcat ("\n", folded, NULL); /* no id begins with a line feed */
}

static void
add_source (QuoSnapshot *snapshot, GHashTable *by_key, GPtrArray *speakers, const char *member,
            guint n_quotes, guint n_words)
{
  const char *id;
  g_autofree char *key = dup_speaker_key (snapshot, member, &id);
  QuoSpeaker *speaker;

  if (key == NULL)
    return;
  speaker = g_hash_table_lookup (by_key, key);
  if (speaker == NULL)
    {
      speaker = g_new0 (QuoSpeaker, 1);
      speaker->id = g_strdup (id);
      speaker->name = quo_snapshot_dup_member_name (snapshot, member);
      g_hash_table_insert (by_key, g_steal_pointer (&key), speaker);
      g_ptr_array_add (speakers, speaker);
    }
  speaker->n_quotes += n_quotes;
  speaker->n_words += n_words;
}

int
quo_speaker_compare (gconstpointer a, gconstpointer b)
{
  const QuoSpeaker *one = *(const QuoSpeaker *const *)a;
  const QuoSpeaker *two = *(const QuoSpeaker *const *)b;

  if (one->n_words != two->n_words)
    return one->n_words > two->n_words ? -1 : 1;
  return g_utf8_collate (one->name, two->name);
}

/* The titles that mentions have, each for the speaker whose mention it is. */
static void
add_titles (QuoSnapshot *snapshot, GHashTable *by_key)
{
  GPtrArray *annotations = snapshot->records[QUO_RECORD_ANNOTATION];

  for (guint i = 0; i < annotations->len && g_hash_table_size (by_key) > 0; i++)
    {
      const QuoAnnotation *mention = g_ptr_array_index (annotations, i);
      const char *title = quo_attrs_get_text (mention->attrs, mention->n_attrs, "title");
      g_autofree char *key = NULL;
      QuoSpeaker *speaker;
      const char *id;

      if (title == NULL || *title == '\0' || mention->status == QUO_STATUS_REJECTED
          || mention->status == QUO_STATUS_SUGGESTED)
        continue;
      key = dup_speaker_key (snapshot, mention->base.id, &id);
      speaker = key != NULL ? g_hash_table_lookup (by_key, key) : NULL;
      if (speaker != NULL && speaker->title == NULL)
        speaker->title = g_strdup (title);
    }
}

GPtrArray *
quo_register_speakers (QuoSnapshot *snapshot)
{
  GPtrArray *relations = snapshot->records[QUO_RECORD_RELATION];
  GPtrArray *speakers = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_speaker_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < relations->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");
      const QuoRole *sources = quo_relation_find_role (relation, "source");
      guint n_words;

      if (quotes == NULL || sources == NULL || relation->status == QUO_STATUS_REJECTED
          || relation->status == QUO_STATUS_SUGGESTED)
        continue;
      n_words = count_quote_words (snapshot, quotes);
      for (guint s = 0; s < sources->n_members; s++)
        add_source (snapshot, by_key, speakers, sources->members[s], quotes->n_members, n_words);
    }
  add_titles (snapshot, by_key);
  g_ptr_array_sort (speakers, quo_speaker_compare);
  return speakers;
}
