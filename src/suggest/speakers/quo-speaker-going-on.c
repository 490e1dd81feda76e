/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-narrative.h"
#include "quo-speaker-going-on.h"

/* Paragraphs of one speech. A story has people take turns in them; a report lets whoever was named
 * last go on. */

/* Whether nothing but the quote stands in its paragraph. */
static gboolean
fills_paragraph (const QuoSpeakerContext *context)
{
  for (guint32 i = context->paragraph.start; i < context->paragraph.end; i++)
    {
      gboolean is_inside = FALSE;

      for (guint k = 0; k < context->n_parts && !is_inside; k++)
        is_inside = context->parts[k].start <= i && i < context->parts[k].end;
      if (!is_inside && quo_char_is_word (quo_passage_get (context->page, i)))
        return FALSE;
    }
  return TRUE;
}

/* Whether the quote ends with a question. */
static gboolean
asks (const QuoPassage *page, QuoSpan hull)
{
  guint32 end = hull.end;

  while (end > hull.start && quo_char_is_quote_mark (quo_passage_get (page, end - 1)))
    end--;
  return end > hull.start && quo_char_is_question_mark (quo_passage_get (page, end - 1));
}

/* Whether its paragraph ends with the sentence of the turn. */
static gboolean
ends_paragraph (const QuoSpeakerContext *context, const QuoSpeakerTurn *turn)
{
  QuoSpan paragraph = quo_passage_get_paragraph (context->page, turn->paragraph);
  QuoSpan sentence = quo_passage_find_sentence (context->page, context->language, turn->hull);

  for (guint32 i = MAX (sentence.end, turn->hull.end); i < paragraph.end; i++)
    if (quo_char_is_word (quo_passage_get (context->page, i)))
      return FALSE;
  return TRUE;
}

QuoSpan
quo_speaker_find_going_on (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                           const GArray *turns)
{
  guint here = quo_passage_find_paragraph (context->page, context->hull.start);
  const QuoSpeakerTurn *turn;

  if (turns->len == 0 || quote->narrative >= QUO_STORY || !quo_span_is_empty (context->cue)
      || !fills_paragraph (context) || asks (context->page, context->hull))
    return QUO_SPAN (0, 0);
  turn = &g_array_index (turns, QuoSpeakerTurn, turns->len - 1);
  return turn->paragraph + 1 == here && !asks (context->page, turn->hull)
                 && ends_paragraph (context, turn)
             ? turn->span
             : QUO_SPAN (0, 0);
}

/* Whether no word stands between the sentence of the turn and the quote. */
static gboolean
is_right_behind (const QuoSpeakerContext *context, const QuoSpeakerTurn *turn)
{
  QuoSpan sentence = quo_passage_find_sentence (context->page, context->language, turn->hull);
  guint32 end = MAX (sentence.end, turn->hull.end);

  if (turn->hull.end > context->hull.start || turn->hull.start < context->paragraph.start)
    return FALSE;
  for (guint32 i = end; i < context->hull.start; i++)
    if (quo_char_is_word (quo_passage_get (context->page, i)))
      return FALSE;
  return end <= context->hull.start;
}

static gboolean
begins_paragraph (const QuoSpeakerContext *context)
{
  for (guint32 i = context->paragraph.start; i < context->hull.start; i++)
    if (quo_char_is_word (quo_passage_get (context->page, i)))
      return FALSE;
  return TRUE;
}

QuoSpan
quo_speaker_find_same (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                       const GArray *turns)
{
  gboolean is_mood = quote->model == QUO_MODEL_CLAUSE && quote->pattern == QUO_CLAUSE_CONTINUED
                     && quo_span_is_empty (quote->cue);
  gboolean has_cue = !quo_span_is_empty (context->cue) && !context->is_borrowed;
  const QuoSpeakerTurn *turn;

  if (turns->len == 0 || quote->narrative >= QUO_STORY
      || (quo_language_has_clause_comma (context->language)
          && !quo_language_has_capital_nouns (context->language))
      || (!is_mood && has_cue))
    return QUO_SPAN (0, 0);
  turn = &g_array_index (turns, QuoSpeakerTurn, turns->len - 1);
  if (is_mood && begins_paragraph (context)
      && turn->paragraph + 1 == quo_passage_find_paragraph (context->page, context->hull.start))
    return turn->span;
  return is_right_behind (context, turn) ? turn->span : QUO_SPAN (0, 0);
}
