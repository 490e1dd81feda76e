/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-front.h"

#include "quo-speaker-place.h"

/* Where the verb stands second anything may stand first, and only one thing: an adverb, a clause,
 * what is said. Then the subject follows the verb. */

/* "Freilich räumte der Minister ein", "Entschieden sagte er": a single word begins the sentence
 * that ends as adverbs do, or stands before a pronoun that is a subject. */
static gboolean
is_adverb_first (const QuoSpeakerContext *context, gint verb)
{
  const QuoToken *first = verb == 1 ? quo_tokens_get (context->tokens, 0) : NULL;
  const QuoToken *next = quo_tokens_get (context->tokens, MIN (2, (gint)context->tokens->len - 1));
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (first == NULL || !quo_span_equal (first->span, context->before)
      || (first->kinds & QUO_WORD_PRONOUN))
    return FALSE;
  len = quo_token_fold (context->page, first, word);
  return quo_language_is_manner (context->language, word, len)
         || (quo_span_equal (context->after, next->span) && (next->kinds & QUO_WORD_PRONOUN)
             && quo_gender_of_mention (context->page, context->language, context->after)
                    == QUO_GENDER_MALE);
}

/* "Die Pläne seien alt, sagte X", "Nachdem der Wirt gefragt wurde, entgegnete X": whether what
 * leads the sentence has a verb of its own before the comma that the verb follows. */
static gboolean
is_clause_first (const QuoSpeakerContext *context, gint verb)
{
  const QuoToken *behind
      = quo_tokens_get (context->tokens, MIN (verb + 1, (gint)context->tokens->len - 1));
  gint next = quo_span_is_empty (context->leader)
                  ? -1
                  : quo_tokens_find (context->tokens, context->leader.end - 1) + 1;
  char word[QUO_FOLD_SIZE];

  /* X ist wütend, fordert neue Regeln: the subject is shared. */
  if (next <= 0 || next >= verb
      || (!(behind->shape & QUO_SHAPE_CAPITAL)
          && !(behind->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN)))
      || !quo_speaker_context_has_border (context,
                                          quo_tokens_get (context->tokens, verb - 1)->span.end,
                                          quo_tokens_get (context->tokens, verb)->span.start))
    return FALSE;
  quo_token_fold (context->page, quo_tokens_get (context->tokens, 0), word);
  return quo_language_lists (context->language, QUO_LIST_RELATIVES, word)
         || (quo_tokens_get (context->tokens, next)->kinds
             & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE));
}

/* "In der Debatte um den Streit mit den alten Wirten fordert X", "Gefragt nach dem Preis sagt X": a
 * preposition, or a participle of asking before one, begins the only thing that stands before the
 * verb. */
static gboolean
is_place_first (const QuoSpeakerContext *context, gint verb)
{
  const QuoToken *first = quo_tokens_get (context->tokens, 0), *next;
  char word[QUO_FOLD_SIZE];

  if (verb < 2 || quo_span_is_empty (context->before)
      || quo_speaker_context_follows_preposition (context, context->before))
    return FALSE;
  for (gint i = 0; i < verb; i++)
    if (quo_speaker_context_has_border (context, quo_tokens_get (context->tokens, i)->span.end,
                                        quo_tokens_get (context->tokens, i + 1)->span.start))
      return FALSE;
  next = quo_tokens_get (context->tokens, 1);
  if ((first->kinds & QUO_WORD_OBLIQUE)
      && !(first->kinds & (QUO_WORD_DETERMINER | QUO_WORD_ANY_SOURCE)))
    return TRUE;
  quo_token_fold (context->page, first, word);
  return quo_language_lists (context->language, QUO_LIST_ASKED, word)
         && (next->kinds & QUO_WORD_OBLIQUE);
}

/* X, die größte Reederei, nannte es falsch, dass */
static gboolean
is_named_thing (const QuoSpeakerContext *context, gint verb)
{
  const QuoToken *next
      = quo_tokens_get (context->tokens, MIN (verb + 1, (gint)context->tokens->len - 1));

  return (quo_tokens_get (context->tokens, verb)->kinds & QUO_WORD_NAMING)
         && quo_span_equal (context->after, next->span) && (next->kinds & QUO_WORD_PRONOUN)
         && quo_gender_of_mention (context->page, context->language, context->after)
                == QUO_GENDER_THING;
}

void
quo_speaker_drop_front (QuoSpeakerContext *context, gint verb)
{
  if (!quo_language_has_capital_nouns (context->language) || quo_span_is_empty (context->after))
    return;
  if (is_adverb_first (context, verb) || is_place_first (context, verb))
    {
      if (quo_span_overlaps (context->leader, context->before))
        context->leader = QUO_SPAN (0, 0);
      context->before = QUO_SPAN (0, 0);
    }
  else if (is_named_thing (context, verb))
    {
      if (quo_span_is_empty (context->before))
        context->before = context->leader;
      context->after = QUO_SPAN (0, 0);
    }
  else if (quo_span_is_empty (context->before) && is_clause_first (context, verb))
    context->leader = QUO_SPAN (0, 0);
}
