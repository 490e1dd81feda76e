/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-behind.h"

#include "quo-speaker-case.h"
#include "quo-speaker-leader.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-subject.h"

#define MAX_BRACKET 40 /* code points of what stands in brackets */

/* Subjects that do not stand right beside their verb of saying, but farther behind it. */

gboolean
quo_speaker_is_in_brackets (const QuoSpeakerContext *context, gint i)
{
  guint32 start = quo_tokens_get (context->tokens, i)->span.start;
  guint32 from = MAX (context->sentence.start, start > MAX_BRACKET ? start - MAX_BRACKET : 0);

  for (guint32 at = start; at > from; at--)
    if (quo_passage_get (context->page, at - 1) == ')')
      return FALSE;
    else if (quo_passage_get (context->page, at - 1) == '(')
      return TRUE;
  return FALSE;
}

/* en diálogo con Radio Norte: whether a preposition stands before the name that token @i ends. */
static gboolean
is_name_behind_preposition (const QuoSpeakerContext *context, gint i)
{
  while (quo_speaker_token_is_subject (quo_tokens_get (context->tokens, i - 1))
         && quo_tokens_get (context->tokens, i - 1)->span.start >= context->cue.end)
    i--;
  return (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_OBLIQUE) != 0;
}

/* "..., řekl včera v Berlíně prezident Jelcin": the last name among the @n words after the verb, if
 * what is said stands before it. */
QuoSpan
quo_speaker_find_last_name (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan found = QUO_SPAN (0, 0);

  if (context->parts[0].end > context->cue.start)
    return found;
  for (gint i = cue + 1; i <= cue + n; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      const QuoToken *before = quo_tokens_get (context->tokens, i - 1);

      if (!quo_speaker_token_is_subject (token) || (token->kinds & QUO_WORD_CALENDAR)
          || (!quo_span_is_empty (found) && quo_speaker_is_in_brackets (context, i)))
        continue;
      if (found.end > 0 && found.end == before->span.end)
        found.end = token->span.end;
      else if (!is_name_behind_preposition (context, i)
               && !quo_speaker_is_oblique_form (context, token))
        found = token->span;
    }
  return found;
}

/* "..., vypověděl u soudu obžalovaný": the nouns behind a place, if they end the clause and none
 * has a capital. */
static QuoSpan
find_small_behind (const QuoSpeakerContext *context, gint place, gint last)
{
  QuoSpan found;

  for (gint i = place + 1; i <= last; i++)
    if (quo_tokens_get (context->tokens, i)->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
      return QUO_SPAN (0, 0);
  if (place >= last
      || quo_speaker_is_oblique_form (context, quo_tokens_get (context->tokens, place + 1)))
    return QUO_SPAN (0, 0);
  found = quo_speaker_find_run (context, place + 1, last - place);
  return found.end == quo_tokens_get (context->tokens, last)->span.end ? found : QUO_SPAN (0, 0);
}

/* «...», explicó a Efe la experta: after whom it was said to, if what was said stands before. */
QuoSpan
quo_speaker_find_behind_addressee (const QuoSpeakerContext *context, gint cue, gint n)
{
  gint last = cue;

  if (context->parts[0].end > context->cue.start || n < 3
      || !(quo_tokens_get (context->tokens, cue + 1)->kinds & QUO_WORD_OBLIQUE)
      || !(quo_language_needs_opener (context->language)
           || quo_language_has_free_order (context->language)))
    return QUO_SPAN (0, 0);
  last = quo_speaker_find_oblique_end (context, cue + 1, cue + n + 1);
  if (quo_language_has_free_order (context->language))
    return find_small_behind (context, last, cue + n);
  return last < cue + n ? quo_speaker_find_noun_phrase (context, last, 1, cue + n - last)
                        : QUO_SPAN (0, 0);
}

/* "..., napomenul sál krátce po jedenácté předsedající Bohuslav Mrkvička": where the order of words
 * is free, small words beside the verb and a whole name at the end of its clause, that follows no
 * preposition. @last: the last token of the clause. */
gboolean
quo_speaker_is_object_before_name (const QuoSpeakerContext *context, QuoSpan found, gint last)
{
  gint end = quo_span_is_empty (found) ? -1 : quo_tokens_find (context->tokens, found.end - 1);
  gint first = last;

  if (end < 0 || !quo_language_has_clause_comma (context->language)
      || quo_language_has_capital_nouns (context->language))
    return FALSE;
  for (gint i = quo_tokens_find (context->tokens, found.start); i <= end; i++)
    if (quo_tokens_get (context->tokens, i)->shape & QUO_SHAPE_CAPITAL)
      return FALSE;
  while (first > end && quo_speaker_token_is_subject (quo_tokens_get (context->tokens, first)))
    first--;
  return first > end && last - first >= 2
         && !(quo_tokens_get (context->tokens, first)->kinds & QUO_WORD_OBLIQUE);
}
