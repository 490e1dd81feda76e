/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the session tells: running totals, what an annotation is called, and the JSON of
 * `win.state`.
 */
#include "quo-config.h"

#include "quo-json-text.h"
#include "quo-label-words.h"
#include "quo-session-private.h"
#include "quo-shown.h"
#include "quo-suggestion-questions.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define EXCERPT_LENGTH 60

static gboolean
is_counted (const QuoAnnotation *annotation)
{
  return annotation->status == QUO_STATUS_NONE || annotation->status == QUO_STATUS_ACCEPTED;
}

static void
count_one (QuoSession *session, const QuoAnnotation *annotation, gint step)
{
  gpointer key = (gpointer)annotation->type; /* interned, as all names in records */

  if (quo_suggestion_is_helper (annotation))
    session->n_helpers += step;
  else if (annotation->status == QUO_STATUS_SUGGESTED)
    session->n_suggested += step;
  if (!is_counted (annotation))
    return;
  g_hash_table_insert (
      session->counts, key,
      GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (session->counts, key)) + step));
}

void
quo_session_count_all (QuoSession *session)
{
  GPtrArray *annotations;

  g_hash_table_remove_all (session->counts);
  session->n_suggested = 0;
  session->n_helpers = 0;
  if (session->document == NULL)
    return;
  annotations = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < annotations->len; i++)
    count_one (session, g_ptr_array_index (annotations, i), 1);
}

void
quo_session_count_edit (QuoSession *session, QuoEdit *edit)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);

      if (change->before != NULL && change->before->kind == QUO_RECORD_ANNOTATION)
        count_one (session, (const QuoAnnotation *)change->before, -1);
      if (change->after != NULL && change->after->kind == QUO_RECORD_ANNOTATION)
        count_one (session, (const QuoAnnotation *)change->after, 1);
    }
}

guint
quo_session_count (QuoSession *session, const char *type)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (session->counts, g_intern_string (type)));
}

guint
quo_session_count_annotations (QuoSession *session)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;

  g_return_val_if_fail (QUO_IS_SESSION (session), 0);
  g_hash_table_iter_init (&iter, session->counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    sum += GPOINTER_TO_UINT (n);
  return sum;
}

guint
quo_session_count_suggested (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), 0);
  return session->n_suggested;
}

guint
quo_session_count_listed (QuoSession *session)
{
  return quo_session_count_annotations (session) + quo_session_count_suggested (session)
         + session->n_helpers;
}

char *
quo_session_dup_totals (QuoSession *session, gboolean has_quotes)
{
  GString *totals = g_string_new (NULL);
  guint n = quo_session_count_annotations (session),
        n_quotes = quo_session_count (session, "quote");

  g_string_append_printf (totals,
                          g_dngettext (GETTEXT_PACKAGE, "%u annotation", "%u annotations", n), n);
  if (has_quotes)
    {
      g_string_append (totals, " · ");
      g_string_append_printf (
          totals, g_dngettext (GETTEXT_PACKAGE, "%u quote", "%u quotes", n_quotes), n_quotes);
    }
  if (session->n_suggested > 0)
    {
      g_string_append (totals, " · ");
      g_string_append_printf (
          totals,
          g_dngettext (GETTEXT_PACKAGE, "%u suggestion", "%u suggestions", session->n_suggested),
          session->n_suggested);
    }
  return g_string_free (totals, FALSE);
}

const char *
quo_session_get_label_name (QuoSession *session, const char *type)
{
  const QuoLabel *label = session->tagset != NULL ? quo_tagset_find (session->tagset, type) : NULL;

  return label != NULL ? quo_label_get_words (label) : type;
}

char *
quo_session_dup_label_name (QuoSession *session, const char *type)
{
  return quo_shown (quo_session_get_label_name (session, type));
}

/* One line of at most EXCERPT_LENGTH characters, fit to stand in a sentence. */
static char *
shorten (GString *words)
{
  g_autoptr (GString) line = g_string_new (NULL);
  glong n_chars = 0;

  for (const char *p = words->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (n_chars == EXCERPT_LENGTH)
        {
          g_string_append (line, "…");
          break;
        }
      if (is_blank && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;
      g_string_append_unichar (line, is_blank ? ' ' : c);
      n_chars++;
    }
  return quo_shown (line->str);
}

/* No more of a long quote is copied than can be shown. */
static void
append_words (QuoSession *session, GString *words, QuoSpan span)
{
  const QuoText *text = quo_document_get_text (session->document);
  g_autofree char *part = NULL;

  span.end = MIN (span.end, span.start + 4 * EXCERPT_LENGTH);
  part = quo_text_dup (text, span);
  g_string_append (words, part);
}

char *
quo_session_dup_member_name (QuoSession *session, const char *id)
{
  g_autofree char *name = quo_document_dup_member_name (session->document, id);

  return name != NULL ? quo_shown (name) : NULL;
}

char *
quo_session_dup_words (QuoSession *session, QuoSpan span)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_words (session, words, span);
  return shorten (words);
}

char *
quo_session_dup_excerpt (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_ranges && words->len < 8 * EXCERPT_LENGTH; i++)
    {
      if (i > 0)
        g_string_append (words, " … ");
      if (annotation->is_kept && annotation->quotes != NULL)
        g_string_append (words, annotation->quotes[i]);
      else
        append_words (session, words, annotation->ranges[i]);
    }
  return shorten (words);
}

/* Whether there is a stop at its end, before marks of quotation that may close behind it. */
static gboolean
has_stop (const char *words)
{
  const char *p = words + strlen (words);

  while (p > words)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      switch (g_unichar_type (c))
        {
        case G_UNICODE_FINAL_PUNCTUATION:
        case G_UNICODE_INITIAL_PUNCTUATION:
        case G_UNICODE_CLOSE_PUNCTUATION:
          continue;
        default:
          if (c == '"' || c == '\'')
            continue;
          return g_utf8_strchr (".!?…。！？؟۔", -1, c) != NULL;
        }
    }
  return FALSE;
}

char *
quo_session_dup_sentence (const char *words)
{
  if (has_stop (words))
    return g_strdup (words);
  /* Translators: words that are told, and the stop that ends them. */
  return g_strdup_printf (C_ ("sentence", "%s."), words);
}

/* (transfer full) (nullable): who says it, if it is a quote that has its speaker. */
static char *
dup_speaker (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoRelation *relation
      = quo_document_find_relation (session->document, "quotation", "quote", annotation->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  return source != NULL ? quo_session_dup_member_name (session, source->members[0]) : NULL;
}

char *
quo_session_dup_description (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *words = quo_session_dup_excerpt (session, annotation);
  g_autofree char *name = quo_session_dup_label_name (session, annotation->type);
  g_autofree char *speaker = dup_speaker (session, annotation);

  if (annotation->is_orphan)
    return g_strdup_printf (_ ("%s, no longer in the text: %s"), name, words);
  if (annotation->n_ranges > 1 && speaker != NULL)
    /* Translators: "Quote by Omar Haddad, 2 parts: “Nobody asked …”" */
    return g_strdup_printf (_ ("%s by %s, %u parts: %s"), name, speaker, annotation->n_ranges,
                            words);
  if (speaker != NULL)
    /* Translators: "Quote by Omar Haddad: “Nobody asked …”" */
    return g_strdup_printf (_ ("%s by %s: %s"), name, speaker, words);
  if (annotation->n_ranges > 1)
    return g_strdup_printf (_ ("%s, %u parts: %s"), name, annotation->n_ranges, words);
  return g_strdup_printf ("%s: %s", name, words);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static void
add_counts (QuoSession *session, JsonBuilder *builder)
{
  g_autofree gpointer *types = g_hash_table_get_keys_as_array (session->counts, NULL);
  guint n_types = g_hash_table_size (session->counts);

  qsort (types, n_types, sizeof (gpointer), compare_types);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_types; i++)
    if (quo_session_count (session, types[i]) > 0)
      add_int (builder, types[i], quo_session_count (session, types[i]));
  json_builder_end_object (builder);
}

static void
add_candidates (QuoSession *session, JsonBuilder *builder)
{
  GPtrArray *candidates = quo_session_get_candidates (session);

  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < candidates->len; i++)
    {
      g_autofree char *id = quo_session_dup_candidate_id (g_ptr_array_index (candidates, i));
      json_builder_add_string_value (builder, id);
    }
  json_builder_end_array (builder);
}

static void
add_place (QuoSession *session, JsonBuilder *builder)
{
  QuoDocument *document = session->document;

  add_string (builder, "article", session->article_path);
  add_int (builder, "length",
           document != NULL ? quo_text_get_length (quo_document_get_text (document)) : 0);
  add_string (builder, "title",
              document != NULL ? quo_document_get_article (document)->title : NULL);
  add_string (builder, "extent",
              document != NULL ? quo_extent_to_string (
                  quo_extent_of_extractor (quo_document_get_article (document)->extractor))
                               : NULL);
  add_int (builder, "caret", session->caret);
  json_builder_set_member_name (builder, "selection");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, session->selection.start);
  json_builder_add_int_value (builder, session->selection.end);
  json_builder_end_array (builder);
  add_string (builder, "selected", session->selected);
}

static void
add_review (QuoSession *session, JsonBuilder *builder)
{
  guint position = quo_review_get_current (session->review);
  const QuoReviewItem *item = quo_review_get (session->review, position);

  json_builder_set_member_name (builder, "review");
  json_builder_begin_object (builder);
  add_int (builder, "items", quo_review_get_length (session->review));
  add_int (builder, "open", quo_session_count_review (session));
  if (item != NULL)
    {
      add_int (builder, "current", position);
      add_string (builder, "id", item->id);
      add_string (builder, "kind", item->conflict != NULL ? "conflict" : "place");
      add_int (builder, "places", item->move != NULL ? item->move->proposals->len : 0);
      add_int (builder, "shown", item->shown);
    }
  json_builder_end_object (builder);
}

char *
quo_session_dup_state (QuoSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  QuoDocument *document = session->document;

  json_builder_begin_object (builder);
  add_place (session, builder);
  add_counts (session, builder);
  add_int (builder, "relations",
           document != NULL ? quo_document_count (document, QUO_RECORD_RELATION) : 0);
  add_int (builder, "suggested", session->n_suggested);
  add_flag (builder, "suggesting", quo_session_is_suggesting (session));
  add_string (builder, "layer", session->layer);
  add_string (builder, "prompt", session->is_prompting ? "speaker" : NULL);
  add_candidates (session, builder);
  add_review (session, builder);
  add_int (builder, "undo", document != NULL ? quo_document_get_n_undo (document) : 0);
  add_int (builder, "redo", document != NULL ? quo_document_get_n_redo (document) : 0);
  add_flag (builder, "saved",
            session->autosave == NULL
                || quo_autosave_get_state (session->autosave) == QUO_SAVE_STATE_SAVED);
  add_flag (builder, "busy", session->n_busy > 0);
  add_string (builder, "message", quo_session_get_message (session));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return quo_json_text (root);
}

/* "In a quote by Jana Köhler" */
static char *
describe_place (QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *speaker = dup_speaker (session, annotation);
  g_autofree char *words = NULL;

  if (speaker != NULL)
    return g_strdup_printf (_ ("In a quote by %s"), speaker);
  if (quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE)
    return g_strdup (_ ("In a quote without a speaker"));
  words = quo_session_dup_description (session, annotation);
  /* Translators: where the caret is, e.g. "In Person: Omar Haddad". */
  return g_strdup_printf (_ ("In %s"), words);
}

void
quo_session_tell_place (QuoSession *session)
{
  const QuoAnnotation *here = quo_session_find_innermost (session, session->caret, -1);
  const QuoChance *chance = quo_session_find_lettered_chance (session, session->caret);
  g_autofree char *words = NULL;
  g_autofree char *id = chance != NULL ? quo_session_dup_chance_id (chance)
                        : here != NULL ? g_strdup (here->base.id)
                                       : NULL;

  if (g_strcmp0 (session->entered, id) == 0)
    return;
  g_free (session->entered);
  session->entered = g_steal_pointer (&id);
  if (chance != NULL)
    words = quo_session_dup_chance_words (session, chance);
  else if (here != NULL)
    words = quo_session_add_letter (session, here, describe_place (session, here));
  else
    words = g_strdup (_ ("No annotation here"));
  quo_session_set_message (session, "%s", words);
}
