/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gender.h"
#include "quo-speaker-phrase.h"

/* Papers and agencies whose names stand in marks beside the verb of saying. */

#define MAX_NAME 4    /* words of such a name */
#define MAX_BEHIND 24 /* words of who follows it */

/* Whether the token stands in marks that are no part of the quote. */
static gboolean
is_in_other_marks (const QuoSpeakerContext *context, gint i)
{
  guint32 start;

  if (i >= (gint)context->tokens->len)
    return FALSE;
  start = quo_tokens_get (context->tokens, i)->span.start;
  return quo_stretches_cover (context->stretches, start, context->parts, context->n_parts);
}

/* «...», пишет «Утро»: the last token of a name in marks right after the verb; -1: there is none.
 */
gint
quo_speaker_find_marked_name (const QuoSpeakerContext *context, gint cue)
{
  gint last = cue + 1;

  if (!is_in_other_marks (context, last)
      || g_unichar_islower (
          quo_passage_get (context->page, quo_tokens_get (context->tokens, last)->span.start))
      || (context->parts[0].end > context->cue.start && !quo_speaker_follows_as (context, cue)
          && !quo_language_has_subject_after (context->language)))
    return -1;
  for (guint32 i = quo_tokens_get (context->tokens, cue)->span.end;
       i < quo_tokens_get (context->tokens, last)->span.start; i++)
    if (!g_unichar_isspace (quo_passage_get (context->page, i))
        && !quo_char_is_quote_mark (quo_passage_get (context->page, i)))
      return -1;
  while (is_in_other_marks (context, last + 1))
    if (++last > cue + MAX_NAME)
      return -1;
  return last;
}

/* Who speaks by a name in marks, or who follows the paper they told it: рассказала «Утру» Анна
 * Белая. */
QuoSpan
quo_speaker_find_behind_marks (const QuoSpeakerContext *context, gint cue, gint last)
{
  QuoSpan found = QUO_SPAN (quo_tokens_get (context->tokens, cue + 1)->span.start,
                            quo_tokens_get (context->tokens, last)->span.end);
  const QuoToken *next;

  if (last + 1 >= (gint)context->tokens->len)
    return found;
  next = quo_tokens_get (context->tokens, last + 1);
  for (guint32 i = found.end; i < next->span.start; i++)
    if (!g_unichar_isspace (quo_passage_get (context->page, i))
        && !quo_char_is_quote_mark (quo_passage_get (context->page, i)))
      return found;
  /* сообщили «Утру» в мэрии */
  if ((next->kinds & QUO_WORD_SAID_IN) && last + 2 < (gint)context->tokens->len
      && quo_gender_of_subject (context->page, context->language,
                                quo_tokens_get (context->tokens, cue)->span)
             == QUO_GENDER_SEVERAL)
    return quo_speaker_find_run (context, last + 2, MAX_BEHIND);
  return (next->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_CALENDAR))
                 || quo_speaker_context_is_quoted (context, next->span.start)
             ? found
             : quo_speaker_find_run (context, last + 1, MAX_BEHIND);
}

/* ذكرت صحيفة "الشرق" أن: who speaks with the name in marks right behind, where the subject stands
 * behind its verb. */
QuoSpan
quo_speaker_add_marked_name (const QuoSpeakerContext *context, QuoSpan found)
{
  gint last = quo_span_is_empty (found) ? -1 : quo_tokens_find (context->tokens, found.end - 1);
  gint end;

  if (last < 0 || !quo_language_has_subject_after (context->language))
    return found;
  end = quo_speaker_find_marked_name (context, last);
  if (end < 0)
    return found;
  found.end = quo_tokens_get (context->tokens, end)->span.end;
  found.end += quo_char_is_quote_mark (quo_passage_get (context->page, found.end));
  return found;
}
