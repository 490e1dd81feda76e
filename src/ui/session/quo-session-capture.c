/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marking a quote with one key. The prompt for its speaker then stands until a link, Esc, or the
 * caret moves.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-speech-around.h"
#include "quo-speech-from.h"
#include "quo-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 8

/* Selects the quote and asks; the first candidate is named so that a person who only hears it
 * knows. */
static void
ask_speaker (QuoSession *session, const QuoAnnotation *quote)
{
  g_autofree char *description = quo_session_dup_description (session, quote);
  g_autofree char *sentence = quo_session_dup_sentence (description);
  g_autofree char *key = quo_session_dup_key_name (session, "win.link-speaker");
  GPtrArray *candidates;

  quo_session_set_selected (session, quote->base.id);
  quo_session_put_caret (session, session->caret);
  quo_session_set_prompting (session, TRUE);
  candidates = quo_session_get_candidates (session);
  if (candidates->len > 0 && key != NULL)
    {
      const QuoCandidate *first = g_ptr_array_index (candidates, 0);
      /* Translators: a quote as a sentence, a key, and whom it makes the speaker: “Quote: We shall
       * wait. Speaker? Enter: Anna” */
      quo_session_set_message (session, _ ("%s Speaker? %s: %s"), sentence, key, first->name);
    }
  else
    /* Translators: a quote as a sentence */
    quo_session_set_message (session, _ ("%s Speaker?"), sentence);
}

/* NULL: the tagset does not ask for the form of a quote. */
static const QuoLabelAttr *
find_form_attr (QuoSession *session)
{
  const QuoLabel *label = quo_tagset_find_kind (session->tagset, QUO_LABEL_QUOTE);

  for (guint i = 0; label != NULL && i < label->n_attrs; i++)
    if (strcmp (label->attrs[i].name, "form") == 0)
      return &label->attrs[i];
  return NULL;
}

/* What a quote in marks is when the tagset asks for its form: the value that stands for it. */
static const char *
get_default_form (QuoSession *session)
{
  const QuoLabelAttr *attr = find_form_attr (session);

  return attr != NULL ? attr->value : NULL;
}

static gboolean
mark_quote (QuoSession *session, const QuoSpan *parts, guint n_parts, QuoSpan cue, const char *form)
{
  QuoActor actor = quo_session_get_actor (session);
  const QuoAnnotation *quote;
  QuoEdit *edit;

  if (!quo_session_check_open (session))
    return FALSE;
  edit = quo_verb_tag_quote (session->document, &actor, session->tagset, parts, n_parts,
                             quo_span_is_empty (cue) ? NULL : &cue, form);
  if (!quo_session_take_edit (session, edit, NULL))
    return FALSE;
  quote = quo_session_get_selected (session);
  if (quote != NULL)
    ask_speaker (session, quote);
  return TRUE;
}

static gboolean
has_value (const QuoLabelAttr *attr, const char *value)
{
  return attr->values != NULL && g_strv_contains ((const char *const *)attr->values, value);
}

/* Words that a person selected: in marks, without any, or with some of them in marks. */
static const char *
choose_form (QuoSession *session, QuoSpan span)
{
  g_autoptr (GArray) quotes = quo_quotes_find_near (quo_document_get_text (session->document), span,
                                                    quo_session_get_language (session));
  const QuoLabelAttr *attr = find_form_attr (session);
  const char *form = "indirect";

  if (attr == NULL)
    return NULL;
  for (guint i = 0; i < quotes->len; i++)
    {
      const QuoQuote *quote = &g_array_index (quotes, QuoQuote, i);

      for (guint k = 0; k < quote->n_parts; k++)
        if (quote->parts[k].start <= span.start && quote->parts[k].end > span.start)
          return attr->value;
        else if (quo_span_overlaps (quote->parts[k], span))
          form = "mixed";
    }
  return has_value (attr, form) ? form : attr->value;
}

/* Rule 1: exactly the selected text. */
static gboolean
capture_selection (QuoSession *session)
{
  QuoSpan span = session->selection;
  const QuoAnnotation *existing = quo_session_find_quote (session, &span, 1);

  if (existing != NULL)
    {
      ask_speaker (session, existing);
      return FALSE;
    }
  return mark_quote (session, &span, 1,
                     quo_quote_find_cue (quo_document_get_text (session->document), &span, 1,
                                         quo_session_get_language (session)),
                     choose_form (session, span));
}

/* No marks: what somebody is said to have said. */
static gboolean
find_speech (QuoSession *session, QuoQuote *ret_quote, const char **ret_form)
{
  return quo_speech_around (quo_document_get_text (session->document), session->caret,
                            quo_session_get_language (session), ret_quote, ret_form);
}

static gboolean
capture_speech (QuoSession *session, const QuoQuote *quote, const char *form)
{
  const QuoAnnotation *existing = quo_session_find_quote (session, quote->parts, quote->n_parts);

  if (existing == NULL)
    return mark_quote (session, quote->parts, quote->n_parts, quote->cue,
                       get_default_form (session) != NULL ? form : NULL);
  ask_speaker (session, existing);
  return FALSE;
}

/* The quote in marks round the caret; with @ret_is_found FALSE there is none. */
static gboolean
capture_marks (QuoSession *session, gboolean *ret_is_found)
{
  const QuoText *text = quo_document_get_text (session->document);
  const QuoAnnotation *selected = quo_session_get_selected (session);
  QuoQuote quote;

  *ret_is_found = TRUE;
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      const QuoAnnotation *existing;

      if (!quo_quote_around (text, session->caret, depth, quo_session_get_language (session),
                             &quote))
        break;
      existing = quo_session_find_quote (session, quote.parts, quote.n_parts);
      if (existing == NULL)
        return mark_quote (session, quote.parts, quote.n_parts, quote.cue,
                           get_default_form (session));
      if (existing == selected && session->is_prompting)
        continue; /* Q again: the next outer pair. */
      ask_speaker (session, existing);
      return FALSE;
    }
  *ret_is_found = FALSE;
  return FALSE;
}

/* The caret is in no speech at all: the next quote that is not marked or not linked is meant, as if
 * O had been pressed before. */
static gboolean
capture_next (QuoSession *session)
{
  gboolean is_found;

  if (!quo_session_await_quotes (session, quo_session_capture_quote))
    {
      quo_session_set_message (session, _ ("Looking for the next quote…"));
      return FALSE;
    }
  if (!quo_session_advance_quote (session))
    {
      quo_session_set_message (
          session, _ ("There are neither quotation marks nor a word of saying round the "
                      "caret, and no quote is left after it: select what was said"));
      return FALSE;
    }
  if (quo_session_get_selected (session) != NULL)
    {
      ask_speaker (session, quo_session_get_selected (session));
      return FALSE;
    }
  return capture_marks (session, &is_found);
}

void
quo_session_ask_speaker (QuoSession *session, const char *quote)
{
  const QuoAnnotation *selected;

  g_return_if_fail (QUO_IS_SESSION (session) && quote != NULL);

  quo_session_select_annotation (session, quote);
  selected = quo_session_get_selected (session);
  if (selected != NULL && selected->status != QUO_STATUS_SUGGESTED
      && quo_session_get_kind (session, selected) == QUO_LABEL_QUOTE
      && !quo_session_is_linked (session, selected))
    ask_speaker (session, selected);
}

gboolean
quo_session_capture_quote (QuoSession *session)
{
  const QuoAnnotation *selected, *existing;
  gboolean is_found, is_marked;
  const char *form;
  QuoQuote quote;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  if (!quo_span_is_empty (session->selection))
    return capture_selection (session);
  is_marked = capture_marks (session, &is_found);
  if (is_found)
    return is_marked;
  selected = quo_session_get_selected (session);
  existing = selected != NULL && quo_session_get_kind (session, selected) == QUO_LABEL_QUOTE
                 ? selected
                 : quo_session_find_innermost (session, session->caret, QUO_LABEL_QUOTE);
  if (existing != NULL)
    {
      ask_speaker (session, existing);
      return FALSE;
    }
  if (find_speech (session, &quote, &form))
    return capture_speech (session, &quote, form);
  return capture_next (session);
}

/* --- From here on --- */

/* The quote that was marked from here and is asked about: it gets the next end, of @ends. FALSE: it
 * is none of them. */
static gboolean
change_end (QuoSession *session, const GArray *ends)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (selected == NULL || !session->is_prompting || selected->n_ranges != 1)
    return FALSE;
  for (guint i = 0; i < ends->len; i++)
    if (quo_span_equal (selected->ranges[0], g_array_index (ends, QuoSpan, i)))
      {
        QuoSpan next = g_array_index (ends, QuoSpan, (i + 1) % ends->len);

        if (ends->len == 1)
          {
            quo_session_set_message (session, _ ("No other end is likely: select what was said"));
            return TRUE;
          }
        if (!quo_session_resize (session, 0, (gint)next.end - (gint)selected->ranges[0].end))
          return FALSE;
        ask_speaker (session, quo_session_get_selected (session));
        return TRUE;
      }
  return FALSE;
}

gboolean
quo_session_capture_from_here (QuoSession *session)
{
  const QuoText *text;
  const QuoAnnotation *existing;
  g_autoptr (GArray) ends = NULL;
  QuoSpan word, span;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  if (!quo_span_is_empty (session->selection))
    return capture_selection (session);
  text = quo_document_get_text (session->document);
  word = quo_word_around (text, session->caret);
  ends = quo_speech_from (text, quo_span_is_empty (word) ? session->caret : word.start,
                          quo_session_get_language (session));
  if (ends->len == 0)
    {
      quo_session_set_message (session, _ ("No word stands at the caret that a quote could begin "
                                           "with"));
      return FALSE;
    }
  if (change_end (session, ends))
    return TRUE;
  span = g_array_index (ends, QuoSpan, 0);
  existing = quo_session_find_quote (session, &span, 1);
  if (existing != NULL)
    {
      ask_speaker (session, existing);
      return FALSE;
    }
  return mark_quote (session, &span, 1,
                     quo_quote_find_cue (text, &span, 1, quo_session_get_language (session)),
                     choose_form (session, span));
}
