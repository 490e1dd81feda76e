/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-agent.h"

#include "quo-speaker-participle.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-subject.h"

/* Who speaks where the subject of the verb does not: "was described by X as", "was hailed as “...”
 * by X", "a paper quoted X as saying", "X was quoted by a paper as saying". */

#define MAX_TO_AGENT 12 /* words outside of quotes from the verb to "by" */
#define MAX_TO_AS 12    /* words from "quoted" to "as saying" */

static gboolean
is_listed (const QuoSpeakerContext *context, gint i, QuoWordList list)
{
  if (i < 0 || i >= (gint)context->tokens->len)
    return FALSE;
  return quo_token_is_listed (context->page, quo_tokens_get (context->tokens, i), context->language,
                              list);
}

/* was described, has been widely hailed */
static gboolean
is_passive (const QuoSpeakerContext *context, gint verb)
{
  return !quo_speaker_is_participle (context, verb)
         && (is_listed (context, verb - 1, QUO_LIST_PASSIVE)
             || (is_listed (context, verb - 2, QUO_LIST_PASSIVE)
                 && !quo_speaker_token_is_subject (quo_tokens_get (context->tokens, verb - 1))));
}

/* The somebody right behind token @i: Senator Cole, critics, both governments. */
static QuoSpan
find_behind (const QuoSpeakerContext *context, gint i)
{
  gint n = quo_speaker_count_clause (context, i, 1);
  QuoSpan found = n > 0 ? quo_speaker_find_subject (context, i, 1) : QUO_SPAN (0, 0);
  gboolean is_counted = n > 1 && is_listed (context, i + 1, QUO_LIST_COUNTS);

  if (n == 0 || !quo_span_is_empty (found))
    return found;
  found = quo_speaker_find_run (context, i + 1 + is_counted, n - is_counted);
  if (is_counted && !quo_span_is_empty (found))
    found.start = quo_tokens_get (context->tokens, i + 1)->span.start;
  return found;
}

/* The token that names the one who does it: described by, hailed as “...” by. -1: none. */
static gint
find_agent (const QuoSpeakerContext *context, gint verb)
{
  gint n = 0;

  for (gint i = verb + 1; i + 1 < (gint)context->tokens->len && n <= MAX_TO_AGENT; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (quo_speaker_context_is_quoted (context, token->span.start))
        continue;
      n++;
      if (is_listed (context, i, QUO_LIST_AGENTS))
        return quo_speaker_is_participle (context, i + 1) ? -1 : i; /* by saying */
      if (token->kinds & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_JOIN | QUO_WORD_SAYING))
        return -1;
    }
  return -1;
}

/* "quoted X as saying": the token "as" behind the verb; -1: there is none. */
static gint
find_as_saying (const QuoSpeakerContext *context, gint verb)
{
  for (gint i = verb + 1; i + 1 < (gint)context->tokens->len && i <= verb + MAX_TO_AS; i++)
    {
      const QuoToken *next = quo_tokens_get (context->tokens, i + 1);

      if (quo_speaker_context_is_quoted (context, quo_tokens_get (context->tokens, i)->span.start))
        return -1;
      if ((quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_AS)
          && (next->kinds & QUO_WORD_SAYING))
        return quo_speaker_is_participle (context, i + 1) ? i : -1;
    }
  return -1;
}

/* "quoted" before the verb "saying" behind an "as"; @verb if the verb is another one. */
static gint
find_quoting (const QuoSpeakerContext *context, gint verb)
{
  if (verb < 2 || !(quo_tokens_get (context->tokens, verb - 1)->kinds & QUO_WORD_AS)
      || !quo_speaker_is_participle (context, verb))
    return verb;
  for (gint i = verb - 2; i >= 0 && i >= verb - MAX_TO_AS; i--)
    if (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_SAYING)
      return i;
  return verb;
}

static void
set_speaker (QuoSpeakerContext *context, QuoSpan span)
{
  context->before = span;
  context->is_sole = TRUE;
  context->after = context->leader = QUO_SPAN (0, 0);
}

void
quo_speaker_follow_agent (QuoSpeakerContext *context, gint verb)
{
  gint quoting = find_quoting (context, verb);
  gint as = find_as_saying (context, quoting);
  gint agent = is_passive (context, quoting) ? find_agent (context, quoting) : -1;
  QuoSpan found = QUO_SPAN (0, 0);

  if (as >= 0 && is_passive (context, quoting))
    found = quo_speaker_find_subject (context, quoting, -1);
  else if (as > quoting + 1)
    found = find_behind (context, quoting);
  else if (as < 0 && agent >= 0)
    found = find_behind (context, agent);
  if (!quo_span_is_empty (found))
    set_speaker (context, found);
}

void
quo_speaker_drop_object (QuoSpeakerContext *context, gint verb)
{
  gint first = verb - quo_speaker_count_clause (context, verb, -1);

  if (first > 0 && first + 1 < verb && !quo_span_is_empty (context->before)
      && context->before.start >= quo_tokens_get (context->tokens, first + 1)->span.start
      && !quo_language_has_clause_comma (context->language)
      && is_listed (context, first, QUO_LIST_TURNS_AWAY))
    context->leader = QUO_SPAN (0, 0);
}

/* Whether token @i is a preposition with which its clause goes on behind a comma or "and": nothing
 * before it can be the noun that it belongs to. */
static gboolean
is_set_off_preposition (const QuoSpeakerContext *context, gint i)
{
  const QuoToken *token = quo_tokens_get (context->tokens, i);

  if (i == 0 || !(token->kinds & QUO_WORD_OBLIQUE)
      || quo_speaker_context_has_border (context, token->span.end,
                                         quo_tokens_get (context->tokens, i + 1)->span.start)
      || (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_SAID_IN | QUO_WORD_ANY_SOURCE)))
    return FALSE;
  return (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_JOIN)
         || quo_speaker_context_has_border (
             context, quo_tokens_get (context->tokens, i - 1)->span.end, token->span.start);
}

void
quo_speaker_drop_manner (QuoSpeakerContext *context, gint verb)
{
  gint first = quo_span_is_empty (context->before)
                   ? 0
                   : quo_tokens_find (context->tokens, context->before.start);

  if (quo_language_has_clause_comma (context->language) || first < 1
      || quo_speaker_is_participle (context, verb)
      || (quo_tokens_get (context->tokens, first)->shape & QUO_SHAPE_CAPITAL)
      || context->before.end + 1 != quo_tokens_get (context->tokens, verb)->span.start
      || !is_set_off_preposition (context, first - 1))
    return;
  if (quo_span_overlaps (context->leader, context->before))
    context->leader = QUO_SPAN (0, 0);
  context->before = QUO_SPAN (0, 0);
}
