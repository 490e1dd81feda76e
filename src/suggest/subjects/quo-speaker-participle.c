/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-participle.h"

#include "quo-speaker-leader.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-subject.h"

/* Verbs of saying that have their subject with another verb: "X said that ..., and added",
 * "adding".
 */

#define MAX_ABSOLUTE 6 /* words from "with" to "saying" */

/* "adding": its subject is that of the sentence, unless a name stands right before it. */
gboolean
quo_speaker_is_participle (const QuoSpeakerContext *context, gint cue)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, quo_tokens_get (context->tokens, cue), word);

  return quo_language_is_participle (context->language, word, len);
}

/* The nearest verb of these kinds before the cue, outside of quotes; -1: none. */
static gint
find_verb_before (const QuoSpeakerContext *context, gint cue, guint kinds)
{
  for (gint i = cue - 1; i >= 0; i--)
    if ((quo_tokens_get (context->tokens, i)->kinds & kinds)
        && !quo_speaker_context_is_quoted (context,
                                           quo_tokens_get (context->tokens, i)->span.start))
      return i;
  return -1;
}

/* "X accused them of “greed” in May and said": who leads the clause before the marks that token
 * @first follows; empty: nobody, or no marks stand there. */
static QuoSpan
find_over_marks (const QuoSpeakerContext *context, gint first)
{
  gint i = first - 1;

  if (quo_language_has_clause_comma (context->language)
      || quo_language_has_capital_nouns (context->language))
    return QUO_SPAN (0, 0);
  while (
      i > 0
      && quo_speaker_context_is_quoted (context, quo_tokens_get (context->tokens, i)->span.start))
    i--;
  return i > 0 && i < first - 1 ? quo_speaker_find_shared (
             context, i + 1, quo_speaker_count_clause (context, i + 1, -1))
                                : QUO_SPAN (0, 0);
}

/* The subject of "X said that ..., and added": where nobody stands in the clause of the verb, that
 * of the verb of saying before it. */
QuoSpan
quo_speaker_find_subject_of_both (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan found = quo_speaker_find_shared (context, cue, n);
  gint verb = find_verb_before (context, cue, QUO_WORD_SAYING);

  if (quo_span_is_empty (found))
    found = find_over_marks (context, cue - n);
  if (quo_span_is_empty (found) && verb >= 0)
    found = quo_speaker_find_subject (context, verb, -1);
  /* "X has written over the “rumours” and called them": behind marks the verb stands alone */
  return quo_span_is_empty (found) && n == 1 && cue > 1
                 && !quo_language_has_clause_comma (context->language)
             ? quo_speaker_find_leader (context, cue)
             : found;
}

/* "with one of them asking": the words between "with" and the participle. */
static QuoSpan
find_absolute (const QuoSpeakerContext *context, gint cue, gint n)
{
  char word[QUO_FOLD_SIZE];

  for (gint i = cue - 2; i >= cue - MIN (n, MAX_ABSOLUTE); i--)
    {
      quo_token_fold (context->page, quo_tokens_get (context->tokens, i), word);
      if (quo_language_lists (context->language, QUO_LIST_ABSOLUTE, word))
        return QUO_SPAN (quo_tokens_get (context->tokens, i + 1)->span.start,
                         quo_tokens_get (context->tokens, cue - 1)->span.end);
    }
  return QUO_SPAN (0, 0);
}

/* "She remembers the officer saying", but not "he left the room saying": what stands between a verb
 * that reports and the participle; empty: nothing does. */
static QuoSpan
find_heard (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan found = quo_language_has_clause_comma (context->language)
                      ? QUO_SPAN (0, 0)
                      : quo_speaker_find_noun_phrase (context, cue, -1, n);
  gint first = quo_span_is_empty (found) ? 0 : quo_tokens_find (context->tokens, found.start);

  return first > 0 && found.end + 1 == quo_tokens_get (context->tokens, cue)->span.start
                 && (quo_tokens_get (context->tokens, first - 1)->kinds & QUO_WORD_REPORTING)
             ? found
             : QUO_SPAN (0, 0);
}

/* "CLAUSE, X said in a statement, adding": who says what stands before both; empty: nobody does. */
QuoSpan
quo_speaker_find_author_before (const QuoSpeakerContext *context, gint cue)
{
  for (gint i = 1; i < cue && !quo_language_has_clause_comma (context->language); i++)
    {
      gint n;

      if (!(quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_SAYING)
          || quo_speaker_context_is_quoted (context,
                                            quo_tokens_get (context->tokens, i)->span.start)
          || quo_speaker_is_participle (context, i))
        continue;
      n = quo_speaker_count_clause (context, i, -1);
      return n > 0 && n < i ? quo_speaker_find_subject (context, i, -1) : QUO_SPAN (0, 0);
    }
  return QUO_SPAN (0, 0);
}

/* The subject of "adding" before it: that of the sentence, which, where it follows its verb, is
 * that of the first verb: دعا الوزير المواطنين إلى ...، محذرا. */
QuoSpan
quo_speaker_find_participle_subject (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan found = find_absolute (context, cue, n);
  gint verb = -1;

  if (quo_span_is_empty (found))
    found = find_heard (context, cue, n);
  if (quo_span_is_empty (found))
    found = quo_speaker_find_author_before (context, cue);

  if (quo_span_is_empty (found) && quo_language_has_subject_after (context->language))
    {
      for (gint i = cue; i >= 0;)
        {
          i = find_verb_before (context, i,
                                QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_NAMING);
          verb = i >= 0 && !quo_speaker_is_participle (context, i) ? i : verb;
        }
      if (verb < 0 && cue > 1)
        verb = 0;
      if (verb >= 0 && quo_speaker_tells_at_once (context, verb))
        return found; /* وأكد أن X، مضيفا أن: nobody whom the sentence names */
      found = verb >= 0 ? quo_speaker_find_subject (context, verb, 1) : found;
    }
  return quo_span_is_empty (found) ? quo_speaker_find_shared (context, cue, cue) : found;
}

/* Whether the sentence begins with a verb, for all that is known: a word of which nothing is. */
static gboolean
may_begin_with_verb (const QuoSpeakerContext *context)
{
  const QuoToken *first = quo_tokens_get (context->tokens, 0);
  char word[QUO_FOLD_SIZE];

  quo_token_fold (context->page, first, word);
  return first->kinds == 0 && quo_language_has_prefix (context->language, word);
}

QuoSpan
quo_speaker_find_joined_subject (const QuoSpeakerContext *context, gint cue)
{
  guint kinds = QUO_WORD_ANY_SAYING | QUO_WORD_NAMING;
  char word[QUO_FOLD_SIZE];

  quo_token_fold (context->page, quo_tokens_get (context->tokens, cue), word);
  if (!quo_language_has_subject_after (context->language)
      || !quo_language_has_prefix (context->language, word)
      || !(quo_speaker_tells_at_once (context, cue)
           || quo_speaker_count_clause (context, cue, 1) == 0))
    return QUO_SPAN (0, 0);
  for (gint i = cue - 1; i >= 0; i--)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if ((token->kinds & QUO_WORD_OPENER)
          || quo_speaker_context_is_quoted (context, token->span.start))
        return QUO_SPAN (0, 0);
      if ((i == 0 && (token->kinds & kinds || may_begin_with_verb (context)))
          || ((token->kinds & kinds) && !quo_speaker_is_participle (context, i)))
        return quo_speaker_find_subject (context, i, 1);
    }
  return QUO_SPAN (0, 0);
}
