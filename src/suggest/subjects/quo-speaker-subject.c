/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-subject.h"

#include "quo-speaker-agent.h"
#include "quo-speaker-behind.h"
#include "quo-speaker-case.h"
#include "quo-speaker-doer.h"
#include "quo-speaker-front.h"
#include "quo-speaker-leader.h"
#include "quo-speaker-name-beside.h"
#include "quo-speaker-participle.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-place.h"
#include "quo-speaker-told.h"

/* Who may be the subject of a verb of saying, by the order of the words alone: the name, pronoun or
 * noun phrase beside the verb on either side, with the words that belong to it, and what leads its
 * clause when something else stands between the two ("Officials in Paris said"). */

#define MAX_CLAUSE 24 /* words of a clause looked at on one side of its verb */

static gint
find_cue_token (const QuoSpeakerContext *context)
{
  for (guint i = 0; i < context->tokens->len; i++)
    if (quo_span_overlaps (quo_tokens_get (context->tokens, i)->span, context->cue))
      return i;
  return -1;
}

gboolean
quo_speaker_token_is_subject (const QuoToken *token)
{
  if (token->kinds & QUO_WORD_PRONOUN)
    return !(token->kinds & QUO_WORD_DETERMINER); /* her mother */
  return (token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_STOPWORD);
}

/* How many tokens on one side of the cue belong to its clause. */
gint
quo_speaker_count_clause (const QuoSpeakerContext *context, gint cue, gint step)
{
  gint n = 0;

  for (gint i = cue + step; n < MAX_CLAUSE && i >= 0 && i < (gint)context->tokens->len; i += step)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      const QuoToken *last = quo_tokens_get (context->tokens, i - step);
      guint32 from = step > 0 ? last->span.end : token->span.end;
      guint32 to = step > 0 ? token->span.start : last->span.start;

      if (quo_speaker_context_has_border (context, from, to)
          || quo_speaker_context_is_quoted (context, token->span.start))
        break;
      n++;
    }
  return n;
}

/* "U.S. officials", "Pentagon spokesman": a noun for people that goes with the name before it. */
static gboolean
is_noun_behind (const QuoToken *token)
{
  return (token->kinds & (QUO_WORD_NOUN | QUO_WORD_TITLE)) && !(token->shape & QUO_SHAPE_CAPITAL);
}

/* "said", or "has said", after "and". */
static gboolean
is_shared (const QuoSpeakerContext *context, gint cue, gint n)
{
  gint i = cue - 1;

  while (i > cue - n && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_FINITE)
         && !(quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_JOIN))
    i--;
  return n > 0 && !quo_language_has_subject_after (context->language)
         && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_JOIN);
}

/* Whether the words are neither a name nor begin with an article. */
static gboolean
is_bare (const QuoSpeakerContext *context, QuoSpan span)
{
  gint i = quo_tokens_find (context->tokens, span.start);
  const QuoToken *token = i >= 0 ? quo_tokens_get (context->tokens, i) : NULL;

  return token != NULL && !(token->shape & QUO_SHAPE_CAPITAL)
         && !(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN));
}

/* "..., skromně poznamenal Slabý": where the order of words is free, a name after the verb beats an
 * adverb before it, if what is said stands before both. */
static gboolean
is_adverb_before (const QuoSpeakerContext *context, gint verb)
{
  return quo_language_has_clause_comma (context->language)
         && !quo_language_has_capital_nouns (context->language)
         && !quo_span_is_empty (context->before) && !quo_span_is_empty (context->after)
         && is_bare (context, context->before) && !is_bare (context, context->after)
         && (context->parts[0].end <= context->cue.start || quo_speaker_follows_as (context, verb));
}

/* "described the union's demands": the words go on. */
static gboolean
is_possessor (const QuoSpeakerContext *context, QuoSpan span)
{
  gint i = quo_span_is_empty (span) ? -1 : quo_tokens_find (context->tokens, span.end - 1);

  return i >= 0 && i + 1 < (gint)context->tokens->len
         && quo_token_is_possessive (context->page, quo_tokens_get (context->tokens, i))
         && !quo_speaker_context_has_border (context, span.end,
                                             quo_tokens_get (context->tokens, i + 1)->span.start);
}

/* "Hale's lawyer said", "U.S. officials said": a name before the verb with what is possessed. */
static QuoSpan
find_possessed (const QuoSpeakerContext *context, QuoSpan found, gint cue)
{
  gint last = quo_span_is_empty (found) ? -1 : quo_tokens_find (context->tokens, found.end - 1);

  while (last >= 0 && last + 1 < cue && is_noun_behind (quo_tokens_get (context->tokens, last + 1)))
    found.end = quo_tokens_get (context->tokens, ++last)->span.end;
  if (!is_possessor (context, found))
    return found;
  last = cue - 1;
  while (last > 0
         && (quo_tokens_get (context->tokens, last)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE)))
    last--;
  found.end = MAX (found.end, quo_tokens_get (context->tokens, last)->span.end);
  return found;
}

/* "Americké úřady tvrdí": an adjective with a capital and its noun. What stands between that and
 * the verb may be its object. */
static QuoSpan
add_noun (const QuoSpeakerContext *context, QuoSpan found, gint cue)
{
  gint i = quo_span_is_empty (found) ? -1 : quo_tokens_find (context->tokens, found.start);
  char word[QUO_FOLD_SIZE];
  gsize len;
  QuoSpan run;

  if (i < 0 || i + 1 >= cue || !quo_span_equal (quo_tokens_get (context->tokens, i)->span, found))
    return found;
  len = quo_token_fold (context->page, quo_tokens_get (context->tokens, i), word);
  if (!quo_language_is_subject_adjective (context->language, word, len))
    return found;
  run = quo_speaker_find_run (context, i, cue - i);
  return run.end == quo_tokens_get (context->tokens, cue - 1)->span.end
             ? QUO_SPAN (run.start, quo_tokens_get (context->tokens, i + 1)->span.end)
             : found;
}

/* "The agency quoted X as saying", "X was quoted as saying": who stands before "as". */
static QuoSpan
find_quoted_as (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan found;

  if (n < 3 || !quo_speaker_is_participle (context, cue)
      || !(quo_tokens_get (context->tokens, cue - 1)->kinds & QUO_WORD_AS))
    return QUO_SPAN (0, 0);
  found = quo_speaker_find_name_beside (context, cue - 1, -1, n - 1);
  return quo_span_is_empty (found) ? quo_speaker_find_noun_phrase (context, cue - 1, -1, n - 1)
                                   : found;
}

/* "wie die Polizei am Sonntag in Kiel mitteilte": where the verb stands last, the subject is what
 * stands right behind "as"; empty: a preposition does. */
static QuoSpan
find_behind_as (const QuoSpeakerContext *context, gint cue, gint n)
{
  const QuoToken *token;
  gint first = cue - n + 1;

  if (n < 2 || !quo_language_has_capital_nouns (context->language)
      || !(quo_tokens_get (context->tokens, cue - n)->kinds & QUO_WORD_AS))
    return QUO_SPAN (0, 0);
  token = quo_tokens_get (context->tokens, first);
  if (token->kinds & QUO_WORD_PRONOUN && !(token->kinds & QUO_WORD_DETERMINER))
    return token->span;
  if ((token->kinds & QUO_WORD_DETERMINER) && !(token->kinds & QUO_WORD_OBLIQUE))
    return quo_speaker_find_noun_phrase (context, first - 1, 1, n - 1);
  return quo_speaker_find_run (context, first, n - 1);
}

/* "a French official", "the Norwegian": an adjective of a people is no name; with the article
 * before it and the noun behind it, it is somebody. */
static QuoSpan
add_people (const QuoSpeakerContext *context, QuoSpan found, gint cue, gint step, gint n)
{
  gint i = quo_span_is_empty (found) ? -1 : quo_tokens_find (context->tokens, found.start);
  const QuoToken *token = i < 0 ? NULL : quo_tokens_get (context->tokens, i);
  QuoSpan phrase;

  if (token == NULL || !quo_span_equal (token->span, found) || !(token->kinds & QUO_WORD_ADJECTIVE))
    return found;
  phrase = quo_speaker_find_noun_phrase (context, cue, step, n);
  return phrase.start < found.start && phrase.end >= found.end ? phrase : found;
}

gboolean
quo_speaker_tells_at_once (const QuoSpeakerContext *context, gint verb)
{
  gint i = verb + 1, n = context->tokens->len;

  if (!quo_language_has_subject_after (context->language))
    return FALSE;
  if (i < n && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_OBLIQUE))
    i++;
  return i < n && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_OPENER);
}

QuoSpan
quo_speaker_find_subject (const QuoSpeakerContext *context, gint verb, gint step)
{
  gint cue = step > 0 ? quo_speaker_find_relayed (context, verb) : verb;
  gint n = quo_speaker_count_clause (context, cue, step);
  gint marked = step > 0 && n == 0 ? quo_speaker_find_marked_name (context, cue) : -1;
  QuoSpan found;

  if (step > 0 && quo_speaker_tells_at_once (context, cue))
    return QUO_SPAN (0, 0);
  if (marked >= 0)
    return quo_speaker_find_behind_marks (context, cue, marked);

  if (step > 0 && n > 1 && quo_speaker_is_told_named (context, cue + 1))
    {
      cue += 2;
      n -= 2;
    }
  else
    for (; step > 0 && n > 1 && quo_speaker_is_told_agency (context, cue + 1); n--)
      cue++;
  if (step > 0)
    {
      gint n_told = quo_speaker_count_addressee (context, cue, n);

      cue += n_told;
      n -= n_told;
    }

  found = step < 0 ? find_quoted_as (context, cue, n) : QUO_SPAN (0, 0);
  if (quo_span_is_empty (found) && step < 0)
    found = quo_speaker_find_doer (context, cue, n);
  if (!quo_span_is_empty (found))
    return found;
  if (step < 0)
    found = quo_speaker_find_joined_subject (context, cue);
  if (!quo_span_is_empty (found))
    return found;
  if (step < 0 && is_shared (context, cue, n))
    return quo_speaker_find_subject_of_both (context, cue, n);
  if (quo_speaker_is_participle (context, cue)
      && (step > 0 || n == 0
          || !quo_speaker_token_is_subject (quo_tokens_get (context->tokens, cue - 1))))
    return step < 0 ? quo_speaker_find_participle_subject (context, cue, n) : QUO_SPAN (0, 0);
  found = step < 0 ? find_behind_as (context, cue, n) : QUO_SPAN (0, 0);
  if (!quo_span_is_empty (found))
    return found;
  found = quo_speaker_find_count (context, cue, step, n);
  if (quo_span_is_empty (found))
    found
        = add_people (context, quo_speaker_find_name_beside (context, cue, step, n), cue, step, n);
  if (step < 0)
    found = add_noun (context, find_possessed (context, found, cue), cue);
  if (quo_span_is_empty (found))
    found = quo_speaker_find_noun_phrase (context, cue, step, n);
  if (quo_span_is_empty (found))
    found = quo_speaker_find_bare_phrase (context, cue, step, n);
  if (step > 0)
    found = quo_speaker_add_marked_name (context, found);
  if (quo_span_is_empty (found) && step > 0)
    found = quo_speaker_find_behind_addressee (context, cue, n);
  if (step > 0 && quo_speaker_is_object_before_name (context, found, cue + n))
    found = QUO_SPAN (0, 0);
  return quo_span_is_empty (found) && step > 0 ? quo_speaker_find_last_name (context, cue, n)
                                               : found;
}

/* The name of the paper that is told right after the token @cue, or behind its subject @after;
 * empty: none is. */
static QuoSpan
find_told (const QuoSpeakerContext *context, gint cue, QuoSpan after)
{
  gint last = quo_span_is_empty (after) ? -1 : quo_tokens_find (context->tokens, after.end - 1);

  if (last >= 0 && last + 1 < (gint)context->tokens->len
      && quo_speaker_is_told_behind (context, last + 1, after)
      && !quo_speaker_context_has_border (context, after.end,
                                          quo_tokens_get (context->tokens, last + 1)->span.start))
    return quo_tokens_get (context->tokens, last + 1)->span;
  return quo_speaker_count_clause (context, cue, 1) > 1
                 && quo_speaker_is_told_named (context, cue + 1)
             ? quo_tokens_get (context->tokens, cue + 2)->span
             : QUO_SPAN (0, 0);
}

/* Where the verb stands second: "hat" of "X hat am Montag erklärt", else the cue itself. */
static gint
find_verb (const QuoSpeakerContext *context, gint cue)
{
  if (!quo_language_has_capital_nouns (context->language))
    return cue;
  for (gint i = cue - 1; i >= 0; i--)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      const QuoToken *next = quo_tokens_get (context->tokens, i + 1);

      if (quo_speaker_context_is_quoted (context, token->span.start))
        continue;
      if ((token->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN | QUO_WORD_ANY_SAYING))
          || (!quo_speaker_context_is_quoted (context, next->span.start)
              && quo_speaker_context_has_border (context, token->span.end, next->span.start)))
        return cue;
      if (token->kinds & QUO_WORD_FINITE)
        return i;
    }
  return cue;
}

/* "mit den Worten": of "X closed the meeting with the words" the subject is that of the clause. */
static gboolean
is_with_words (const QuoSpeakerContext *context, gint cue)
{
  const QuoToken *token = quo_tokens_get (context->tokens, cue);
  QuoToken first = *token;
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (token->n_words < 3 || (token->kinds & QUO_WORD_ANY_SOURCE))
    return FALSE;
  first.span.end = quo_passage_find_word_end (context->page, first.span.start);
  len = quo_token_fold (context->page, &first, word);
  return (quo_language_get_kinds (context->language, word, len) & QUO_WORD_OBLIQUE) != 0;
}

/* "Na twitteru to uvedla policie": where the order of words is free, what follows a preposition
 * before the verb is no subject when somebody stands behind it. */
static gboolean
is_place_before (const QuoSpeakerContext *context)
{
  return quo_language_has_clause_comma (context->language)
         && !quo_language_has_capital_nouns (context->language)
         && !quo_span_is_empty (context->before)
         && quo_speaker_context_follows_preposition (context, context->before)
         && (quo_span_is_empty (context->leader)
             || quo_span_overlaps (context->leader, context->before));
}

/* "told a jury": whom it is said to stands behind the verb, never who says it. */
static gboolean
is_telling (const QuoSpeakerContext *context, gint verb)
{
  return quo_token_is_listed (context->page, quo_tokens_get (context->tokens, verb),
                              context->language, QUO_LIST_TOLD);
}

void
quo_speaker_context_find_subjects (QuoSpeakerContext *context)
{
  gint cue = find_cue_token (context), verb;
  guint kinds;

  if (cue < 0)
    return;
  kinds = quo_tokens_get (context->tokens, cue)->kinds;
  if ((kinds & QUO_WORD_SOURCE_OWN) == QUO_WORD_SOURCE_OWN)
    return;
  if (quo_speaker_read_words (context, cue))
    return;
  if (is_with_words (context, cue))
    {
      context->before = context->leader = quo_speaker_find_shared (context, cue, cue);
      return;
    }
  verb = (kinds & QUO_WORD_ANY_SOURCE) ? cue : find_verb (context, cue);
  context->verb = quo_tokens_get (context->tokens, verb)->span;
  if (!(kinds & (QUO_WORD_SOURCE | QUO_WORD_SOURCE_STRICT)))
    {
      context->before = quo_speaker_find_subject (context, verb, -1);
      context->leader = quo_speaker_find_leader (context, verb);
    }
  if (!(kinds & QUO_WORD_SOURCE_AFTER)
      && (quo_span_is_empty (context->before)
          || !is_shared (context, verb, quo_speaker_count_clause (context, verb, -1))))
    {
      gint last = verb + quo_tokens_get (context->tokens, verb)->n_words - 1;

      context->after = quo_speaker_find_subject (context, last, 1);
      context->told = find_told (context, last, context->after);
    }
  if (!quo_span_is_empty (context->after)
      && (quo_language_has_subject_after (context->language) || is_place_before (context)))
    context->before = context->leader = QUO_SPAN (0, 0);
  if (is_possessor (context, context->after))
    context->after = QUO_SPAN (0, 0);
  if (is_telling (context, verb) && !quo_span_is_empty (context->after))
    {
      context->told = context->after;
      context->after = QUO_SPAN (0, 0);
    }
  quo_speaker_follow_leader (context, verb);
  if (quo_speaker_is_participle (context, verb) && !quo_span_is_empty (context->before)
      && quo_span_equal (quo_speaker_find_author_before (context, verb), context->before))
    {
      context->leader = QUO_SPAN (0, 0);
      context->is_sole = TRUE;
    }
  quo_speaker_follow_agent (context, verb);
  quo_speaker_drop_object (context, verb);
  quo_speaker_drop_manner (context, verb);
  context->before = quo_speaker_complete_privy (context, context->before);
  context->after = quo_speaker_complete_privy (context, context->after);
  context->leader = quo_speaker_complete_privy (context, context->leader);
  if (quo_speaker_is_told_before (context))
    context->told = context->before;
  quo_speaker_drop_front (context, verb);
  if (quo_speaker_is_told_before (context) || is_adverb_before (context, verb))
    {
      if (quo_span_overlaps (context->leader, context->before))
        context->leader = QUO_SPAN (0, 0);
      context->before = QUO_SPAN (0, 0);
    }
}
