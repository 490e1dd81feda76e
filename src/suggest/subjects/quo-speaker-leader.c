/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-leader.h"

#include "quo-speaker-case.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-place.h"
#include "quo-speaker-subject.h"

/* Who leads a sentence, and whom two verbs share: "Officials in Paris said", "X took off his hat
 * and said". */

/* The last token of what goes with the preposition @i: in the old Paris. */
gint
quo_speaker_find_oblique_end (const QuoSpeakerContext *context, gint i, gint cue)
{
  gboolean has_noun = FALSE;

  for (; i + 1 < cue; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i + 1);
      gboolean is_capital = (token->shape & QUO_SHAPE_CAPITAL) != 0;

      if ((has_noun && !is_capital)
          || ((token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_DETERMINER))
          || quo_speaker_context_has_border (context, quo_tokens_get (context->tokens, i)->span.end,
                                             token->span.start))
        break;
      has_noun = is_capital
                 || (!quo_language_has_capital_nouns (context->language)
                     && !(token->kinds & QUO_WORD_DETERMINER)
                     && !quo_speaker_is_oblique_adjective (context, token));
    }
  return i;
}

/* The whole of the name that begins with token @first. */
static QuoSpan
find_name_from (const QuoSpeakerContext *context, gint first, gint cue)
{
  const QuoToken *token = quo_tokens_get (context->tokens, first);
  gint last = first;

  while (
      !(token->kinds & QUO_WORD_PRONOUN) && last + 1 < cue
      && quo_speaker_token_is_subject (quo_tokens_get (context->tokens, last + 1))
      && !quo_speaker_context_has_border (context, quo_tokens_get (context->tokens, last)->span.end,
                                          quo_tokens_get (context->tokens, last + 1)->span.start))
    last++;
  return QUO_SPAN (token->span.start, quo_tokens_get (context->tokens, last)->span.end);
}

/* "Asked whether she would go, Marchetti declined, saying": the name with which a clause begins
 * after a comma, between token @pronoun and the verb; empty: there is none. */
static QuoSpan
find_renamed (const QuoSpeakerContext *context, gint pronoun, gint cue)
{
  for (gint i = pronoun + 1; i + 1 < cue; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (quo_speaker_token_is_subject (token) && !(token->kinds & QUO_WORD_CALENDAR)
          && !quo_speaker_context_is_quoted (context, token->span.start)
          && quo_speaker_context_has_border (
              context, quo_tokens_get (context->tokens, i - 1)->span.end, token->span.start)
          && !quo_speaker_context_has_border (context, token->span.end,
                                              quo_tokens_get (context->tokens, i + 1)->span.start))
        {
          return find_name_from (context, i, cue);
        }
    }
  return QUO_SPAN (0, 0);
}

/* "he" of "When I came he bowed and said", or an empty span: of pronouns that are surely subjects
 * the last one begins the clause. Where "sie" may be either, they tell nothing. */
static QuoSpan
find_last_pronoun (const QuoSpeakerContext *context, gint cue, gint n)
{
  if (quo_language_has_capital_nouns (context->language))
    return QUO_SPAN (0, 0);
  for (gint i = cue - 1; i >= cue - n; i--)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if ((token->kinds & QUO_WORD_PRONOUN)
          && !(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_OPENER))
          && !quo_speaker_context_is_quoted (context, token->span.start)
          && quo_gender_of_mention (context->page, context->language, token->span)
                 != QUO_GENDER_UNKNOWN
          && quo_gender_of_mention (context->page, context->language, token->span)
                 != QUO_GENDER_THING)
        {
          QuoSpan name = find_renamed (context, i, cue);

          return quo_span_is_empty (name) ? token->span : name;
        }
    }
  return QUO_SPAN (0, 0);
}

/* A small word that belongs to no noun: however. */
static gboolean
is_mere_link (const QuoToken *token)
{
  return (token->kinds & QUO_WORD_STOPWORD)
         && !(token->kinds
              & (QUO_WORD_OBLIQUE | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_SAID_IN
                 | QUO_WORD_OPENER | QUO_WORD_NOUN));
}

/* Whether a part of the quote stands between the words and the verb: "X is “a danger”, warned Y"
 * says nothing of X as a speaker. */
static gboolean
is_part_between (const QuoSpeakerContext *context, QuoSpan span)
{
  for (guint i = 0; i < context->n_parts; i++)
    if (context->parts[i].start >= span.end && context->parts[i].end <= context->cue.start)
      return TRUE;
  return FALSE;
}

/* "Su directora, Carla Bianchi, confesó": with the name behind the words and their comma, which
 * tells better who speaks. */
static QuoSpan
add_name_behind_comma (const QuoSpeakerContext *context, QuoSpan span, gint cue)
{
  gint next = quo_span_is_empty (span) ? -1 : quo_tokens_find (context->tokens, span.end - 1) + 1;

  if (next <= 0 || next >= cue
      || !quo_speaker_context_has_border (context, span.end,
                                          quo_tokens_get (context->tokens, next)->span.start))
    return span;
  for (gint i = next; i < cue; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (!(token->shape & QUO_SHAPE_CAPITAL)
          || (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR))
          || (i > next && quo_speaker_context_has_border (context, span.end, token->span.start)))
        break;
      span.end = token->span.end;
    }
  return span;
}

/* "Giving evidence for the first time, Helen Ashby denied": the name behind what somebody does
 * meanwhile, with which the sentence begins; empty: it does not, or nobody is named. */
static QuoSpan
find_name_behind_participle (const QuoSpeakerContext *context, gint first, gint cue)
{
  const QuoToken *token = quo_tokens_get (context->tokens, first);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  if (first + 1 >= cue || !quo_language_is_participle (context->language, word, len)
      || quo_language_has_subject_after (context->language)
      || (quo_tokens_get (context->tokens, first + 1)->shape & QUO_SHAPE_CAPITAL)
      || quo_speaker_context_has_border (context, token->span.end,
                                         quo_tokens_get (context->tokens, first + 1)->span.start))
    return QUO_SPAN (0, 0);
  return find_renamed (context, first, cue);
}

/* "При этом источник в полиции": the token behind a preposition and the small words it goes with;
 * @first itself if a noun follows the preposition. */
static gint
skip_links (const QuoSpeakerContext *context, gint first, gint cue)
{
  gint i = first + 1;

  while (i < cue && is_mere_link (quo_tokens_get (context->tokens, i)))
    i++;
  return i > first + 1 && i < cue && quo_language_has_clause_comma (context->language)
                 && !quo_language_has_capital_nouns (context->language)
             ? i
             : first;
}

/* What the sentence begins with before the verb, up to the first small word. */
QuoSpan
quo_speaker_find_leader (const QuoSpeakerContext *context, gint cue)
{
  gint first = 0, next;
  const QuoToken *token;
  QuoSpan found;

  while (first < cue
         && (quo_speaker_context_is_quoted (context,
                                            quo_tokens_get (context->tokens, first)->span.start)
             || (quo_tokens_get (context->tokens, first)->kinds & QUO_WORD_JOIN)))
    first++;
  if (first + 1 < cue && is_mere_link (quo_tokens_get (context->tokens, first)))
    first++; /* لكن وزير, ale ministr */
  if (first >= cue)
    return QUO_SPAN (0, 0);
  token = quo_tokens_get (context->tokens, first);
  if ((token->kinds & QUO_WORD_OBLIQUE) && !(token->kinds & QUO_WORD_SAID_IN))
    {
      /* "En declaraciones a la radio, el alcalde de Soria se preguntó": over what stands before. */
      gint n = quo_speaker_count_clause (context, cue, -1);

      if (n == 0)
        return QUO_SPAN (0, 0);
      first = MAX (skip_links (context, first, cue), cue - n);
      token = quo_tokens_get (context->tokens, first);
    }
  if ((token->kinds & QUO_WORD_SAID_IN) && first + 1 < cue
      && quo_speaker_is_of_several (context, cue))
    return quo_speaker_find_run (context, first + 1, cue - first - 1); /* В министерстве заявили */
  if ((token->kinds & QUO_WORD_OBLIQUE) || quo_speaker_is_oblique_form (context, token))
    return QUO_SPAN (0, 0);
  found = find_name_behind_participle (context, first, cue);
  if (!quo_span_is_empty (found))
    return found;
  found = (token->kinds & QUO_WORD_DETERMINER)
              ? quo_speaker_find_noun_phrase (context, first - 1, 1, cue - first)
              : quo_speaker_find_run (context, first, cue - first);
  if (token->kinds & QUO_WORD_DETERMINER)
    found = add_name_behind_comma (context, found, cue);
  if (is_part_between (context, found))
    return QUO_SPAN (0, 0);
  /* "Suddenly he said": what stands before a pronoun is no subject. */
  next = quo_tokens_find (context->tokens, found.end) + 1;
  if (!quo_span_is_empty (found) && next > 0 && next < cue
      && (quo_tokens_get (context->tokens, next)->kinds & QUO_WORD_PRONOUN)
      && !(quo_tokens_get (context->tokens, next)->kinds & QUO_WORD_OPENER))
    return QUO_SPAN (0, 0);
  return found;
}

/* has, would */
static gboolean
is_helper (const QuoToken *token)
{
  return (token->kinds & QUO_WORD_FINITE) && !(token->kinds & QUO_WORD_PRONOUN);
}

/* "X, the minister, has refused a and has asked for b": whether the clause goes on with the verb of
 * what stands before its comma. */
static gboolean
begins_with_verb (const QuoSpeakerContext *context, gint first)
{
  const QuoToken *token = quo_tokens_get (context->tokens, first);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  return first > 0
         && (is_helper (token)
             || (!(token->kinds & QUO_WORD_PRONOUN)
                 && quo_language_is_past (context->language, word, len)));
}

/* Congress' leader, the council's leader: what stands behind it is somebody. */
static gboolean
is_owner (const QuoSpeakerContext *context, const QuoToken *token)
{
  return quo_token_is_possessive (context->page, token)
         || quo_char_is_apostrophe (quo_passage_get (context->page, token->span.end));
}

/* The subject of "X took off his hat and said": the first one in the clause. */
QuoSpan
quo_speaker_find_shared (const QuoSpeakerContext *context, gint cue, gint n)
{
  QuoSpan pronoun = find_last_pronoun (context, cue, n);

  if (!quo_span_is_empty (pronoun))
    return pronoun;
  if (begins_with_verb (context, cue - n))
    return quo_speaker_find_leader (context, cue);
  for (gint i = cue - n; i < cue; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (quo_speaker_context_is_quoted (context, token->span.start))
        continue;
      if (token->kinds & QUO_WORD_OBLIQUE)
        {
          i = quo_speaker_find_oblique_end (context, i, cue);
          continue;
        }
      if (quo_speaker_token_is_subject (token) && !is_owner (context, token))
        return find_name_from (context, i, cue);
      if (token->kinds & QUO_WORD_DETERMINER)
        return quo_speaker_find_noun_phrase (context, i - 1, 1, cue - i);
    }
  return QUO_SPAN (0, 0);
}

/* Whether a comma stands before the verb and what helps it, and something leads the sentence before
 * it: the union, which ..., has called. */
static gboolean
follows_comma (const QuoSpeakerContext *context, gint verb)
{
  guint32 at;

  while (verb > 0 && !quo_language_has_capital_nouns (context->language)
         && is_helper (quo_tokens_get (context->tokens, verb - 1)))
    verb--;
  at = quo_tokens_get (context->tokens, verb)->span.start;

  while (at > context->sentence.start && quo_passage_get (context->page, at - 1) == ' ')
    at--;
  return !quo_span_is_empty (context->leader) && at > context->leader.end
         && quo_char_is_comma (quo_passage_get (context->page, at - 1))
         && !quo_span_overlaps (context->leader, context->hull);
}

/* "X, en cambio, ironizó", "X, for her part, said": whether what leads the sentence can be the
 * subject of the verb over an aside. */
static gboolean
is_set_off (const QuoSpeakerContext *context, gint verb)
{
  return follows_comma (context, verb) && quo_speaker_context_is_chain (context, context->leader);
}

/* "Sources close to the minister said", "Fuentes consultadas por este diario sostienen": what
 * stands beside the verb follows a preposition, and the clause begins with somebody else. */
static gboolean
is_led (const QuoSpeakerContext *context)
{
  return !quo_span_is_empty (context->before) && !quo_span_is_empty (context->leader)
         && context->leader.end <= context->before.start
         && (quo_span_is_empty (context->after)
             || !quo_language_has_capital_nouns (context->language))
         && quo_speaker_context_follows_preposition (context, context->before)
         && quo_speaker_context_is_chain (context, context->leader);
}

/* "A deckhand who has worked there for nine years said": what stands beside the verb belongs to a
 * clause about what leads the sentence. */
static gboolean
is_led_over_relative (const QuoSpeakerContext *context, gint verb)
{
  gint who = quo_span_is_empty (context->leader)
                 ? -1
                 : quo_tokens_find (context->tokens, context->leader.end - 1) + 1;

  if (who <= 0 || who + 2 >= verb || quo_language_has_clause_comma (context->language)
      || quo_language_needs_opener (context->language) || quo_span_is_empty (context->before)
      || context->before.start < quo_tokens_get (context->tokens, who + 2)->span.start
      || !(quo_tokens_get (context->tokens, who)->kinds & QUO_WORD_PRONOUN)
      || quo_speaker_context_has_border (context, context->leader.end,
                                         quo_tokens_get (context->tokens, verb)->span.start))
    return FALSE;
  return quo_token_is_listed (context->page, quo_tokens_get (context->tokens, who),
                              context->language, QUO_LIST_RELATIVES);
}

/* "Reacting to it, X at a meeting in Leith said": the name with which the clause begins, before a
 * preposition; empty: none does. */
static QuoSpan
find_clause_name (const QuoSpeakerContext *context, gint first, gint verb)
{
  const QuoToken *token = quo_tokens_get (context->tokens, first);
  QuoSpan name;
  gint next;

  if (quo_span_is_empty (context->before) || !quo_speaker_token_is_subject (token)
      || (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_CALENDAR | QUO_WORD_OBLIQUE))
      || quo_language_has_clause_comma (context->language)
      || !quo_speaker_context_follows_preposition (context, context->before))
    return QUO_SPAN (0, 0);
  name = find_name_from (context, first, verb);
  next = quo_tokens_find (context->tokens, name.end - 1) + 1;
  return next > 0 && next < verb && name.end < context->before.start
                 && (quo_tokens_get (context->tokens, next)->kinds & QUO_WORD_OBLIQUE)
             ? name
             : QUO_SPAN (0, 0);
}

/* "..., and a man from its office in Leith told them": what a clause behind a joining word begins
 * with, where what stands beside the verb follows a preposition; empty: nothing does. */
static QuoSpan
find_clause_leader (const QuoSpeakerContext *context, gint verb)
{
  gint first = verb - quo_speaker_count_clause (context, verb, -1);
  QuoSpan name
      = first > 0 && first + 1 < verb ? find_clause_name (context, first, verb) : QUO_SPAN (0, 0);

  if (!quo_span_is_empty (name))
    return name;
  if (first <= 0 || first + 1 >= verb
      || (quo_span_is_empty (context->before) && !quo_span_is_empty (context->after))
      || quo_language_has_capital_nouns (context->language)
      || !(quo_tokens_get (context->tokens, first)->kinds & QUO_WORD_JOIN)
      || !(quo_tokens_get (context->tokens, first + 1)->kinds
           & (QUO_WORD_DETERMINER | QUO_WORD_NOUN))
      || (quo_tokens_get (context->tokens, first + 1)->kinds & QUO_WORD_OBLIQUE)
      || (!quo_span_is_empty (context->before)
          && !quo_speaker_context_follows_preposition (context, context->before)))
    return QUO_SPAN (0, 0);
  if (quo_tokens_get (context->tokens, first + 1)->kinds & QUO_WORD_NOUN)
    return quo_speaker_find_run (context, first + 1,
                                 verb - first - 1); /* but sources near X said */
  return quo_speaker_find_noun_phrase (context, first, 1, verb - first - 1);
}

/* "The League, which has sued twice, called the response “late”": where the verb names something,
 * what follows it is what is named. */
static gboolean
is_named_behind (const QuoSpeakerContext *context, gint verb)
{
  return (quo_tokens_get (context->tokens, verb)->kinds & QUO_WORD_NAMING)
         && quo_span_is_empty (context->before) && !quo_span_is_empty (context->after)
         && context->parts[0].start >= context->after.end
         && !quo_language_has_capital_nouns (context->language) && follows_comma (context, verb);
}

/* "The senator, a Republican from Utah, told CNN the bill was dead": where the subject stands first
 * and what is said last, what follows the verb is whom it is said to, or a part of it. */
static gboolean
is_told_behind (const QuoSpeakerContext *context, gint verb)
{
  return !quo_language_has_clause_comma (context->language)
         && !quo_language_has_subject_after (context->language)
         && context->parts[0].start > quo_tokens_get (context->tokens, verb)->span.end;
}

/* Whether token @i goes on with the noun of a preposition before it: with the peace talks. */
static gboolean
goes_on_with (const QuoSpeakerContext *context, gint i)
{
  const QuoToken *token = quo_tokens_get (context->tokens, i);

  return !(token->kinds
           & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING | QUO_WORD_CALENDAR | QUO_WORD_OPENER
              | QUO_WORD_JOIN))
         && (!(token->kinds & QUO_WORD_OBLIQUE) || (token->kinds & QUO_WORD_DETERMINER))
         && !quo_speaker_context_has_border (
             context, quo_tokens_get (context->tokens, i - 1)->span.end, token->span.start);
}

QuoSpan
quo_speaker_complete_privy (const QuoSpeakerContext *context, QuoSpan span)
{
  gint last = quo_span_is_empty (span) ? -1 : quo_tokens_find (context->tokens, span.end - 1);
  gint first = last < 0 ? -1 : quo_tokens_find (context->tokens, span.start);
  gint end = last + 1;
  char word[QUO_FOLD_SIZE];

  if (first < 0 || last + 2 >= (gint)context->tokens->len)
    return span;
  quo_token_fold (context->page, quo_tokens_get (context->tokens, last), word);
  if (!quo_language_lists (context->language, QUO_LIST_PRIVY, word)
      || !(quo_tokens_get (context->tokens, last + 1)->kinds & QUO_WORD_OBLIQUE))
    return span;
  while (end + 1 < (gint)context->tokens->len && goes_on_with (context, end + 1))
    end++;
  span.end = quo_tokens_get (context->tokens, end)->span.end;
  if (first > 0)
    {
      quo_token_fold (context->page, quo_tokens_get (context->tokens, first - 1), word);
      if (quo_language_lists (context->language, QUO_LIST_COUNTS, word))
        span.start = quo_tokens_get (context->tokens, first - 1)->span.start;
    }
  return span;
}

void
quo_speaker_follow_leader (QuoSpeakerContext *context, gint verb)
{
  QuoSpan of_clause = find_clause_leader (context, verb);

  if (is_led (context) || is_led_over_relative (context, verb))
    context->before = context->leader;
  else if (!quo_span_is_empty (of_clause))
    context->before = of_clause;
  if (is_named_behind (context, verb))
    context->after = QUO_SPAN (0, 0);
  if (quo_span_is_empty (context->before) && is_set_off (context, verb)
      && (quo_span_is_empty (context->after) || is_told_behind (context, verb)))
    {
      context->before = context->leader;
      context->after = QUO_SPAN (0, 0);
    }
}
