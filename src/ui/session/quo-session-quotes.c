/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * O: the next quote that is not marked or not linked. It goes back to the start of the article when
 * there is nothing after the caret, as U does for names. Words in marks that read like speech come
 * first, then the other words in marks, at last those that were passed over.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-speech-around.h"

#include <glib/gi18n.h>

/* How likely words in marks must be speech for O to stop at them before it stops at all others; and
 * for the caret to be put there without being asked. */
#define LEAST_SPEECH 0.25
#define SURE_SPEECH 0.6

/* How likely it is speech; found out once for each. */
static double
weigh_speech (QuoSession *session, const QuoQuote *quote)
{
  gpointer key = GUINT_TO_POINTER (quote->parts[0].start + 1);
  double *known = g_hash_table_lookup (session->speech, key);

  if (known == NULL)
    {
      known = g_new (double, 1);
      *known = quo_speech_weigh_marks (quo_document_get_text (session->document), quote,
                                       quo_session_get_language (session));
      g_hash_table_insert (session->speech, key, known);
    }
  return *known;
}

/* Whether O was pressed again at the same words: they are no quote to this person. */
static gboolean
is_passed (QuoSession *session, const QuoQuote *quote)
{
  g_autofree char *words = NULL;

  if (g_hash_table_size (session->passed_quotes) == 0)
    return FALSE;
  words = quo_text_dup (quo_document_get_text (session->document), quote->parts[0]);
  return g_hash_table_contains (session->passed_quotes, words);
}

/* O is pressed again where it led to words in marks that are still not marked as a quote. */
static void
note_passed (QuoSession *session)
{
  GArray *quotes = session->quotes;

  if (quo_span_is_empty (session->visited) || session->visited.start != session->caret)
    return;
  for (guint i = 0; i < quotes->len; i++)
    {
      const QuoQuote *quote = &g_array_index (quotes, QuoQuote, i);

      if (quo_span_equal (quote->parts[0], session->visited)
          && quo_session_find_quote (session, quote->parts, quote->n_parts) == NULL)
        g_hash_table_add (
            session->passed_quotes,
            quo_text_dup (quo_document_get_text (session->document), session->visited));
    }
}

/* The first quote by its marks that begins in @within and has no speaker, or no annotation and is
 * at least so likely to be speech: titles and words that somebody only mentions stand in marks as
 * well, and what was passed over once is taken for such. @spare is set to the first without an
 * annotation that is less likely, unless it is set already. */
static const QuoQuote *
find_marked (QuoSession *session, QuoSpan within, double least,
             const QuoAnnotation **ret_annotation, const QuoQuote **spare)
{
  GArray *quotes = session->quotes;

  for (guint i = 0; i < quotes->len; i++)
    {
      const QuoQuote *quote = &g_array_index (quotes, QuoQuote, i);
      const QuoAnnotation *annotation;

      if (quote->parts[0].start < within.start)
        continue;
      if (quote->parts[0].start >= within.end)
        break;
      annotation = quo_session_find_quote (session, quote->parts, quote->n_parts);
      if (annotation != NULL ? quo_session_is_linked (session, annotation)
                             : is_passed (session, quote))
        continue;
      if (annotation == NULL && weigh_speech (session, quote) < least)
        {
          *spare = *spare != NULL ? *spare : quote;
          continue;
        }
      *ret_annotation = annotation;
      return quote;
    }
  return NULL;
}

/* The first annotated quote that begins in @within and has no speaker. */
static const QuoAnnotation *
find_unlinked (QuoSession *session, QuoSpan within)
{
  GPtrArray *annotations = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);

  for (guint i = quo_session_find_position (annotations, within.start); i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (quo_annotation_get_hull (annotation).start >= within.end)
        break;
      if (quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE
          && quo_session_is_shown (session, annotation)
          && !quo_session_is_linked (session, annotation))
        return annotation;
    }
  return NULL;
}

static void
go_to_annotation (QuoSession *session, const QuoAnnotation *quote)
{
  g_autofree char *words = NULL;

  quo_session_select_annotation (session, quote->base.id);
  session->visited = quo_annotation_get_hull (quote);
  words = quo_session_dup_excerpt (session, quote);
  quo_session_set_message (session, _ ("Not linked: %s"), words);
}

static void
go_to_marks (QuoSession *session, const QuoQuote *quote)
{
  g_autofree char *words = quo_session_dup_words (session, quote->parts[0]);

  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, quote->parts[0].start);
  session->visited = quote->parts[0];
  quo_session_emit_reveal (session, quote->parts[0]);
  quo_session_set_message (session, _ ("Not marked: %s"), words);
}

/* To what comes first in @within. */
static gboolean
go_to_quote (QuoSession *session, QuoSpan within, double least, const QuoQuote **spare)
{
  const QuoAnnotation *of_marks = NULL;
  const QuoQuote *quote = find_marked (session, within, least, &of_marks, spare);
  const QuoAnnotation *unlinked;

  if (quote != NULL)
    within.end = quote->parts[0].start + 1;
  unlinked = find_unlinked (session, within);
  if (unlinked != NULL)
    of_marks = unlinked;
  else if (quote == NULL)
    return FALSE;
  if (of_marks != NULL)
    go_to_annotation (session, of_marks);
  else
    go_to_marks (session, quote);
  return TRUE;
}

/* Where to look for the next quote from. */
static guint32
get_quote_start (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (selected != NULL && quo_session_get_kind (session, selected) == QUO_LABEL_QUOTE)
    return quo_annotation_get_hull (selected).start + 1;
  return quo_session_get_search_start (session);
}

gboolean
quo_session_advance_quote (QuoSession *session)
{
  const QuoQuote *spare = NULL;

  return quo_session_await_quotes (session, quo_session_advance_quote)
         && go_to_quote (session, QUO_SPAN (get_quote_start (session), G_MAXUINT32), SURE_SPEECH,
                         &spare);
}

/* Once round from @from: what is hardly speech only when there is nothing else. */
static gboolean
go_round (QuoSession *session, guint32 from)
{
  const QuoQuote *spare = NULL;

  if (go_to_quote (session, QUO_SPAN (from, G_MAXUINT32), LEAST_SPEECH, &spare)
      || go_to_quote (session, QUO_SPAN (0, from), LEAST_SPEECH, &spare))
    return TRUE;
  if (spare != NULL)
    go_to_marks (session, spare);
  return spare != NULL;
}

gboolean
quo_session_next_quote (QuoSession *session)
{
  guint32 from;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  if (!quo_session_await_quotes (session, quo_session_next_quote))
    {
      quo_session_set_message (session, _ ("Looking for the next quote…"));
      return TRUE;
    }
  note_passed (session);
  from = get_quote_start (session);
  if (go_round (session, from))
    return TRUE;
  if (g_hash_table_size (session->passed_quotes) > 0)
    {
      /* Only those that were passed over are left: they are asked for once more. */
      g_hash_table_remove_all (session->passed_quotes);
      if (go_round (session, from))
        return TRUE;
    }
  quo_session_tell_with_key (
      session, "win.suggest",
      /* Translators: quotes in quotation marks; %s is a key. */
      _ ("Every quote in marks is marked and linked. %s finds what is said without marks, too"),
      /* Translators: quotes in quotation marks. */
      _ ("Every quote in marks is marked and linked"));
  return FALSE;
}
