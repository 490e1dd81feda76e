/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-speaker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quo-page-rows.h"
#include "quo-verbs.h"

/* Who speaks, in a name and one line of help ("as she", "baker").
 *
 * Invariant: what is kept is true: a name may change by an edit that touches no paragraph, so every
 * edit drops all, unless it only adds annotations or takes some away, of whom no relation speaks
 * then. Of a quote without a speaker nothing is kept: what it says depends on what is selected. */

#define MAX_MENTION 24
#define MAX_NAMES 3
#define MAX_KEPT 2000

static void
free_speaker (gpointer data)
{
  QuoPageSpeaker *speaker = data;

  g_free (speaker->name);
  g_free (speaker->help);
  g_free (speaker->initials);
  g_free (speaker);
}

GHashTable *
quo_page_speakers_new (void)
{
  return g_hash_table_new_full (NULL, NULL, quo_record_unref, free_speaker);
}

static gunichar
get_initial (const char *word)
{
  while (*word != '\0' && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  return g_unichar_toupper (g_utf8_get_char (word));
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

char *
quo_name_dup_initials (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t\n\r", -1);
  gunichar first = 0, last = 0;
  GString *initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar c = get_initial (words[i]);

      if (c == 0)
        continue;
      if (first == 0)
        first = c;
      else
        last = c;
    }
  if (first != 0)
    g_string_append_unichar (initials, first);
  if (last != 0 && !is_ideograph (first))
    g_string_append_unichar (initials, last);
  return g_string_free (initials, FALSE);
}

/* What the mention says, when it says something else than the name: "she", "the mayor". */
static char *
dup_mention (QuoPage *page, const QuoAnnotation *mention, const char *name)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL, *folded_name = NULL;

  if (mention->is_orphan || mention->ranges[0].end - mention->ranges[0].start > MAX_MENTION)
    return NULL;
  text = quo_text_dup (quo_document_get_text (page->document), mention->ranges[0]);
  folded = g_utf8_casefold (text, -1);
  folded_name = g_utf8_casefold (name, -1);
  if (strstr (folded_name, folded) != NULL || strstr (folded, folded_name) != NULL
      || strpbrk (text, "\r\n") != NULL)
    return NULL;
  return g_steal_pointer (&text);
}

static const char *
find_title (QuoPage *page, const QuoAnnotation *mention, const QuoEntity *entity)
{
  const char *title = NULL;

  if (mention != NULL)
    {
      title = quo_attrs_get_text (mention->attrs, mention->n_attrs, "title");
      if (entity == NULL && mention->n_entities > 0)
        entity = quo_document_find_entity (page->document, mention->entities[0]);
    }
  if (title == NULL && entity != NULL)
    title = quo_attrs_get_text (entity->attrs, entity->n_attrs, "title");
  return title;
}

static void
describe_first (QuoPage *page, const char *id, QuoPageSpeaker *speaker)
{
  const QuoAnnotation *mention = quo_document_find_annotation (page->document, id);
  const QuoEntity *entity = quo_document_find_entity (page->document, id);
  g_autofree char *other = NULL;

  speaker->initials = quo_name_dup_initials (speaker->name);
  if (mention != NULL)
    other = dup_mention (page, mention, speaker->name);
  if (other != NULL)
    /* Translators: below the name of a speaker, the word by which the text calls her there */
    speaker->help = g_strdup_printf (_ ("as “%s”"), other);
  else
    speaker->help = g_strdup (find_title (page, mention, entity));
}

/* In the script of the name: Arabic has its own. */
static const char *
get_question_mark (const char *name)
{
  return quo_find_direction (name) == PANGO_DIRECTION_RTL ? "؟" : "?";
}

static void
describe_nobody (QuoPage *page, const QuoAnnotation *quote, QuoPageSpeaker *speaker)
{
  speaker->initials = g_strdup ("?");
  speaker->is_question = speaker->is_nobody = TRUE;
  if (g_strcmp0 (quote->base.id, page->selected) != 0)
    return;
  speaker->name = g_strdup (_ ("Speaker?"));
  if (quo_session_is_prompting (page->session))
    /* Translators: the keys that link a speaker: Return for the first, digits for the others */
    speaker->help = g_strdup (_ ("⏎ / 1–9"));
}

static void
describe (QuoPage *page, const QuoAnnotation *quote, const QuoRelation *relation,
          const QuoRole *role, QuoPageSpeaker *speaker)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (role->n_members, MAX_NAMES); i++)
    {
      char *name = quo_document_dup_member_name (page->document, role->members[i]);

      g_ptr_array_add (names, name != NULL ? name : g_strdup ("?"));
    }
  speaker->name = g_strdup (g_ptr_array_index (names, 0));
  describe_first (page, role->members[0], speaker);
  if (names->len > 1)
    {
      g_ptr_array_add (names, NULL);
      g_free (speaker->name);
      speaker->name = g_strjoinv (", ", (char **)names->pdata);
    }
  speaker->is_question
      = relation->status == QUO_STATUS_SUGGESTED || quote->status == QUO_STATUS_SUGGESTED;
  if (speaker->is_question)
    {
      g_autofree char *name = g_steal_pointer (&speaker->name);
      const char *question = get_question_mark (name);

      speaker->name = g_strconcat (name, question, NULL);
      g_free (speaker->initials);
      speaker->initials = g_strdup (question);
    }
}

const QuoPageSpeaker *
quo_page_speaker_get (QuoPage *page, const QuoAnnotation *quote)
{
  QuoPageSpeaker *speaker = g_hash_table_lookup (page->speakers, quote);
  const QuoRelation *relation;
  const QuoRole *role;

  if (speaker != NULL && !speaker->is_nobody)
    return speaker;
  if (g_hash_table_size (page->speakers) >= MAX_KEPT)
    g_hash_table_remove_all (page->speakers);
  speaker = g_new0 (QuoPageSpeaker, 1);
  relation = quo_document_find_relation (page->document, "quotation", "quote", quote->base.id);
  role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  if (role == NULL || role->n_members == 0)
    describe_nobody (page, quote, speaker);
  else
    describe (page, quote, relation, role, speaker);
  g_hash_table_replace (page->speakers, quo_record_ref ((gpointer)quote), speaker);
  return speaker;
}

void
quo_page_speakers_drop_edit (QuoPage *page, const QuoEdit *edit)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == QUO_RECORD_ANNOTATION
          && (change->before == NULL || change->after == NULL))
        continue;
      g_hash_table_remove_all (page->speakers);
      return;
    }
}
