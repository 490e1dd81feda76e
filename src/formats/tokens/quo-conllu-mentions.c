/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mentions in MISC of a CoNLL-U file, in brackets (Entity=) or as tags (NER=), and whom they
 * stand for. */

#include "quo-config.h"

#include "quo-conllu-private.h"
#include "quo-iob.h"

#include <glib/gi18n.h>
#include <string.h>

void
quo_conllu_clear_mention (gpointer data)
{
  QuoConlluMention *mention = data;

  g_free (mention->eid);
  g_free (mention->type);
  g_free (mention->name);
}

/* --- MISC --- */

/* (transfer full): the value of a key in MISC; NULL: it is not there. */
char *
quo_conllu_dup_misc (const char *misc, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (misc, "|", -1);
  gsize len = strlen (key);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strncmp (parts[i], key, len) == 0 && parts[i][len] == '=')
      return g_strdup (parts[i] + len + 1);
  return NULL;
}

/* Where a field of Entity stands: "eid-etype-head-other". */
void
quo_conllu_read_global (QuoConllu *conllu, const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, "-", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (g_str_equal (name, "eid") || g_str_equal (name, "GRP"))
        conllu->eid_field = i;
      else if (g_str_equal (name, "etype") || g_str_equal (name, "entity"))
        conllu->type_field = i;
      else if (g_str_equal (name, "identity"))
        conllu->name_field = i;
    }
}

/* --- Brackets --- */

/* (transfer full): without the escapes of addresses, unless what they stand for is no text. */
static char *
dup_unescaped (const char *name)
{
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  return plain != NULL && g_utf8_validate (plain, -1, NULL) ? g_steal_pointer (&plain)
                                                            : g_strdup (name);
}

/* "(e1[1/2]-person-3)", with or without a bracket at its ends. */
static void
open_mention (QuoConllu *conllu, const QuoConlluWord *word, const char *s, gsize len)
{
  g_autofree char *inner = g_strndup (s, len);
  g_auto (GStrv) fields = g_strsplit (inner, "-", -1);
  guint n = g_strv_length (fields);
  QuoConlluMention mention
      = { .first = word->token, .last = G_MAXUINT, .line = word->line, .part = 1 };
  char *bracket;

  if (n <= conllu->eid_field)
    return;
  mention.eid = g_strdup (fields[conllu->eid_field]);
  mention.type = g_strdup (n > conllu->type_field && *fields[conllu->type_field] != '\0'
                               ? fields[conllu->type_field]
                               : "mention");
  if (conllu->name_field > 0 && n > conllu->name_field)
    mention.name = dup_unescaped (fields[conllu->name_field]);
  bracket = strchr (mention.eid, '[');
  if (bracket != NULL)
    mention.part = (guint)g_ascii_strtoull (bracket + 1, NULL, 10);
  g_array_append_val (conllu->mentions, mention);
}

/* The one that was opened last and has this name. */
static gboolean
close_mention (QuoConllu *conllu, const QuoConlluWord *word, const char *s, gsize len)
{
  for (guint i = conllu->mentions->len; i > 0; i--)
    {
      QuoConlluMention *mention = &g_array_index (conllu->mentions, QuoConlluMention, i - 1);
      gsize n = strlen (mention->eid);

      if (mention->last == G_MAXUINT && n <= len && strncmp (mention->eid, s, n) == 0
          && (n == len || s[n] == '-'))
        {
          mention->last = word->token;
          return TRUE;
        }
    }
  return quo_import_refuse (conllu->import, word->line, conllu->error,
                            _ ("the mention %.*s ends here, but has not begun"), (int)len, s);
}

static gboolean
read_brackets (QuoConllu *conllu, const QuoConlluWord *word, const char *brackets)
{
  for (const char *p = brackets; *p != '\0';)
    {
      gboolean is_open = *p == '(';
      gsize len;

      p += is_open;
      len = strcspn (p, "()");
      if (is_open)
        open_mention (conllu, word, p, len);
      if (p[len] == ')')
        {
          gsize n = is_open ? strcspn (p, "-)") : len;

          if (len > 0 && !close_mention (conllu, word, p, MIN (n, len)))
            return FALSE;
          len++;
        }
      else if (len == 0 && !is_open)
        break;
      p += len;
    }
  return TRUE;
}

static gboolean
read_entities (QuoConllu *conllu)
{
  for (guint i = 0; i < conllu->words->len; i++)
    {
      const QuoConlluWord *word = &g_array_index (conllu->words, QuoConlluWord, i);
      g_autofree char *brackets = quo_conllu_dup_misc (word->misc, "Entity");

      if (brackets != NULL && !read_brackets (conllu, word, brackets))
        return FALSE;
    }
  for (guint i = conllu->mentions->len; i > 0; i--)
    {
      QuoConlluMention *mention = &g_array_index (conllu->mentions, QuoConlluMention, i - 1);

      if (mention->last != G_MAXUINT)
        continue;
      if (!quo_import_refuse (conllu->import, mention->line, conllu->error,
                              _ ("the mention %s begins here, but does not end"), mention->eid))
        return FALSE;
      g_array_remove_index (conllu->mentions, i - 1);
    }
  return TRUE;
}

/* NER=B-PER, where there is nothing else. */
static void
read_ner (QuoConllu *conllu)
{
  for (guint i = 0, next; i < conllu->words->len; i = next)
    {
      const QuoConlluWord *words = (const QuoConlluWord *)(gpointer)conllu->words->data;
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (QuoIobTag));
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoIobSpan));

      for (next = i; next < conllu->words->len && words[next].sentence == words[i].sentence; next++)
        {
          char *ner = quo_conllu_dup_misc (words[next].misc, "NER");
          QuoIobTag tag = { 'O', NULL };

          if (ner == NULL || !quo_iob_parse (ner, &tag))
            tag = (QuoIobTag){ 'O', NULL };
          g_ptr_array_add (kept, ner);
          g_array_append_val (tags, tag);
        }
      quo_iob_read (QUO_BIOES, (const QuoIobTag *)(gpointer)tags->data, tags->len, spans, NULL);
      for (guint s = 0; s < spans->len; s++)
        {
          const QuoIobSpan *span = &g_array_index (spans, QuoIobSpan, s);
          QuoConlluMention mention = { .type = g_strdup (span->label),
                                       .first = words[i + span->first].token,
                                       .last = words[i + span->end - 1].token,
                                       .line = words[i + span->first].line,
                                       .part = 1 };

          g_array_append_val (conllu->mentions, mention);
        }
    }
}

gboolean
quo_conllu_read_mentions (QuoConllu *conllu)
{
  if (!read_entities (conllu))
    return FALSE;
  if (conllu->mentions->len == 0)
    read_ner (conllu);
  return TRUE;
}

/* --- Records --- */

/* How many mentions have this eid. */
static GHashTable *
count_eids (const QuoConllu *conllu)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < conllu->mentions->len; i++)
    {
      const QuoConlluMention *mention = &g_array_index (conllu->mentions, QuoConlluMention, i);

      if (mention->eid != NULL && strchr (mention->eid, '[') != NULL)
        *strchr (mention->eid, '[') = '\0';
      if (mention->eid != NULL && mention->part == 1)
        g_hash_table_insert (
            counts, mention->eid,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, mention->eid)) + 1));
    }
  return counts;
}

static void
link_entity (QuoBuilder *builder, QuoDraft *draft, const QuoConlluMention *mention)
{
  QuoDraft *entity = quo_builder_find (builder, mention->eid);

  if (entity == NULL)
    entity
        = quo_builder_add (builder, QUO_RECORD_ENTITY, mention->eid, mention->type, mention->line);
  if (entity->name == NULL)
    entity->name = quo_builder_keep (builder, mention->name, -1);
  quo_draft_link_entity (builder, draft, entity);
}

void
quo_conllu_add_mentions (QuoConllu *conllu, QuoBuilder *builder)
{
  g_autoptr (GHashTable) counts = count_eids (conllu);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal); /* eid to its draft */

  for (guint i = 0; i < conllu->mentions->len; i++)
    {
      const QuoConlluMention *mention = &g_array_index (conllu->mentions, QuoConlluMention, i);
      QuoDraft *draft = mention->eid != NULL ? g_hash_table_lookup (last, mention->eid) : NULL;

      if (mention->part == 1 || draft == NULL)
        {
          draft = quo_builder_add (builder, QUO_RECORD_ANNOTATION, NULL, mention->type,
                                   mention->line);
          if (mention->eid != NULL)
            g_hash_table_insert (last, mention->eid, draft);
          if (mention->eid != NULL
              && (mention->name != NULL
                  || GPOINTER_TO_UINT (g_hash_table_lookup (counts, mention->eid)) > 1))
            link_entity (builder, draft, mention);
        }
      quo_draft_add_range (builder, draft,
                           quo_read_tokens_get (conllu->tokens, mention->first)->at.start,
                           quo_read_tokens_get (conllu->tokens, mention->last)->at.end, NULL, 0);
    }
}
