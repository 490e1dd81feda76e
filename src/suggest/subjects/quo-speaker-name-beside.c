/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-name-beside.h"

#include "quo-speaker-behind.h"
#include "quo-speaker-case.h"
#include "quo-speaker-subject.h"
#include "quo-speaker-told.h"

/* From the verb on, word by word: over what may stand between the two to a name, and over what
 * stands within names to its last word. */

#define MAX_BETWEEN 2 /* words such as "further" between subject and verb */

/* Whether the search for a name goes on over this word: titles and articles, an adverb or two;
 * after the verb no preposition (said of X). */
static gboolean
is_between (const QuoSpeakerContext *context, const QuoToken *token, gint step, gint *n_skipped)
{
  gboolean are_nouns = quo_language_has_capital_nouns (context->language);

  if (step > 0 && (token->kinds & QUO_WORD_OBLIQUE) && !are_nouns)
    return FALSE;
  if (token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER))
    return TRUE;
  if (step < 0 && !are_nouns && (token->kinds & (QUO_WORD_FINITE | QUO_WORD_NOUN))
      && !(token->kinds & QUO_WORD_JOIN))
    return TRUE;
  if (step > 0 && (token->kinds & QUO_WORD_STOPWORD) && !are_nouns)
    return FALSE;
  return ++*n_skipped <= MAX_BETWEEN;
}

/* Where the subject follows its verb, a pronoun farther behind begins a clause about it: قالت سلمى
 * وهي تبتسم. */
static gboolean
is_of_next_clause (const QuoSpeakerContext *context, const QuoToken *token, gint distance)
{
  return (token->kinds & QUO_WORD_PRONOUN) && distance > 1
         && quo_language_has_subject_after (context->language);
}

/* "sagte die Politikerin dem Sender": an article that is no part of "von der" begins whom it is
 * told to. */
static gboolean
begins_object (const QuoSpeakerContext *context, gint i)
{
  return i > 0 && quo_language_has_capital_nouns (context->language)
         && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_DETERMINER)
         && (quo_tokens_get (context->tokens, i - 1)->shape & QUO_SHAPE_CAPITAL);
}

/* "after a newspaper reported": an article of nouns that reach to the verb; what stands before them
 * is no part of its subject. */
static gboolean
begins_own_phrase (const QuoSpeakerContext *context, gint cue, gint i)
{
  if (quo_language_has_capital_nouns (context->language)
      || (quo_tokens_get (context->tokens, i)->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
             != QUO_WORD_DETERMINER)
    return FALSE;
  for (gint k = i + 1; k < cue; k++)
    if (quo_tokens_get (context->tokens, k)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE))
      return FALSE;
  return i + 1 < cue;
}

/* "die Polizei am Sonntag": where all nouns have capitals, a day is no name. */
static gboolean
is_date (const QuoSpeakerContext *context, const QuoToken *token)
{
  return (token->kinds & QUO_WORD_CALENDAR) && quo_language_has_capital_nouns (context->language);
}

QuoSpan
quo_speaker_find_name_beside (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  QuoSpan found = QUO_SPAN (0, 0);
  gint n_skipped = 0;

  for (gint k = 1; k <= n; k++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, cue + k * step);

      if (is_of_next_clause (context, token, k * step))
        break;
      if (step < 0 && k < n && quo_span_is_empty (found)
          && quo_speaker_is_told_paper (context, token)
          && quo_speaker_token_is_subject (quo_tokens_get (context->tokens, cue - k - 1)))
        continue; /* Petr Malý ČTK řekl */
      if (quo_speaker_is_in_brackets (context, cue + k * step))
        {
          if (step > 0 && !quo_span_is_empty (found))
            break;
          continue;
        }
      if ((is_date (context, token) || quo_speaker_is_oblique_form (context, token))
          && quo_span_is_empty (found))
        continue;
      if (quo_speaker_token_is_subject (token))
        {
          if (step > 0 && quo_speaker_is_told_behind (context, cue + k, found))
            break;
          if (quo_span_is_empty (found))
            found = token->span;
          found.start = MIN (found.start, token->span.start);
          found.end = MAX (found.end, token->span.end);
          if (token->kinds & QUO_WORD_PRONOUN)
            break;
        }
      else if (!quo_span_is_empty (found))
        {
          if (!(token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER))
              || (step > 0 && begins_object (context, cue + k)))
            break;
        }
      else if (!is_between (context, token, step, &n_skipped)
               || (step < 0 && begins_own_phrase (context, cue, cue - k)))
        break;
    }
  return found;
}
