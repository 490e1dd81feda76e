/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-sentence.h"

#include "quo-speaker-colon.h"
#include "quo-speaker-place.h"
#include "quo-speaker-silent.h"

/* The subject of a whole sentence, told by the places of its words: it begins the sentence, or
 * stands right behind the verb if something else does. */

#define MAX_TO_VERB 16   /* words before the verb */
#define MAX_BETWEEN 2    /* small words between the verb and its subject */
#define MAX_TURNS 8      /* quotes before this one that may stand in the sentence before */
#define MAX_ADJECTIVES 3 /* between an article and its noun */

typedef struct
{
  const QuoSpeakerContext *context;
  GArray *tokens;
} Sentence;

static gboolean
is_joined (const Sentence *sentence, guint i)
{
  return !quo_speaker_context_has_border (sentence->context,
                                          quo_tokens_get (sentence->tokens, i - 1)->span.end,
                                          quo_tokens_get (sentence->tokens, i)->span.start);
}

static gboolean
is_noun (const QuoToken *token)
{
  return (token->shape & QUO_SHAPE_CAPITAL)
         && !(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR));
}

/* "der alte Wirt Ralf Meyer", "Ralf Meyer" from token @first on; empty: none begins there. */
static QuoSpan
find_phrase (const Sentence *sentence, guint first)
{
  const QuoToken *token = quo_tokens_get (sentence->tokens, first);
  guint n_adjectives = 0, i = first;
  guint32 end = 0;

  if (token->kinds & QUO_WORD_DETERMINER)
    {
      if (token->kinds & QUO_WORD_OBLIQUE)
        return QUO_SPAN (0, 0);
      i++;
    }
  for (; i < sentence->tokens->len && (i == first || is_joined (sentence, i)); i++)
    {
      const QuoToken *next = quo_tokens_get (sentence->tokens, i);

      if (is_noun (next))
        end = next->span.end;
      else if (end > 0 || i == first || ++n_adjectives > MAX_ADJECTIVES
               || (next->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE)))
        break;
    }
  return end > 0 ? QUO_SPAN (token->span.start, end) : QUO_SPAN (0, 0);
}

/* er, sie: somebody; not es and man. */
static gboolean
is_pronoun (const Sentence *sentence, const QuoToken *token)
{
  return (token->kinds & QUO_WORD_PRONOUN) && !(token->kinds & QUO_WORD_DETERMINER)
         && quo_gender_of_mention (sentence->context->page, sentence->context->language,
                                   token->span)
                != QUO_GENDER_THING;
}

/* A word in small letters that is no adjective, as no noun follows it. */
static gboolean
is_verb (const Sentence *sentence, guint i)
{
  const QuoToken *token = quo_tokens_get (sentence->tokens, i);
  const QuoToken *next
      = i + 1 < sentence->tokens->len ? quo_tokens_get (sentence->tokens, i + 1) : NULL;

  if (token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
    return FALSE;
  if (token->kinds & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
    return TRUE;
  return !(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
         && (next == NULL || !is_noun (next)
             || (i > 0 && is_noun (quo_tokens_get (sentence->tokens, i - 1))));
}

/* The verb of the main clause, with nothing that parts the words before it; 0: none. */
static guint
find_verb (const Sentence *sentence)
{
  for (guint i = 1; i < sentence->tokens->len && i <= MAX_TO_VERB; i++)
    {
      if (!is_joined (sentence, i)
          || quo_speaker_context_is_quoted (sentence->context,
                                            quo_tokens_get (sentence->tokens, i)->span.start))
        return 0;
      if (is_verb (sentence, i))
        return i;
    }
  return 0;
}

/* What stands right behind the verb: a pronoun or a phrase. */
static QuoSpan
find_behind (const Sentence *sentence, guint verb)
{
  guint n = 0;

  for (guint i = verb + 1; i < sentence->tokens->len && is_joined (sentence, i); i++)
    {
      const QuoToken *token = quo_tokens_get (sentence->tokens, i);

      if (is_pronoun (sentence, token))
        return token->span;
      if ((token->kinds & QUO_WORD_DETERMINER) || is_noun (token))
        return find_phrase (sentence, i);
      if (!(token->kinds & QUO_WORD_STOPWORD) || (token->kinds & QUO_WORD_OBLIQUE)
          || ++n > MAX_BETWEEN)
        break;
    }
  return QUO_SPAN (0, 0);
}

static QuoSpan
find_subject (const QuoSpeakerContext *context, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, span);
  Sentence sentence = { context, tokens };
  const QuoToken *first = tokens->len > 0 ? quo_tokens_get (tokens, 0) : NULL;
  guint verb = tokens->len > 1 ? find_verb (&sentence) : 0;
  QuoSpan found = QUO_SPAN (0, 0), behind;

  if (verb == 0 || quo_speaker_context_is_quoted (context, first->span.start))
    return found;
  behind = find_behind (&sentence, verb);
  if (is_pronoun (&sentence, first))
    return first->span;
  /* Den Vorschlag lehnt er ab: a pronoun is no object there. */
  if (!(first->kinds & QUO_WORD_OPENER) && ((first->kinds & QUO_WORD_DETERMINER) || is_noun (first))
      && !(behind.end > 0 && quo_speaker_context_is_pronoun (context, behind)))
    found = find_phrase (&sentence, 0);
  return quo_span_is_empty (found) ? behind : found;
}

/* The sentence before @at in its paragraph; empty: there is none. */
static QuoSpan
find_sentence_before (const QuoSpeakerContext *context, guint32 at)
{
  const QuoPassage *page = context->page;
  QuoSpan found;

  at = quo_passage_find_sentence (page, context->language, QUO_SPAN (at, at)).start;
  while (at > context->paragraph.start && g_unichar_isspace (quo_passage_get (page, at - 1)))
    at--;
  if (at <= context->paragraph.start)
    return QUO_SPAN (0, 0);
  found = quo_passage_find_sentence (page, context->language, QUO_SPAN (at - 1, at));
  return QUO_SPAN (MAX (found.start, context->paragraph.start), found.end);
}

/* Es fehle der Wille, behind "Hart geht sie mit ihm ins Gericht:": who that is begins the sentence.
 */
static gboolean
follows_colon (const QuoSpeakerContext *context)
{
  guint32 at = context->hull.start;

  while (at > context->paragraph.start
         && g_unichar_isspace (quo_passage_get (context->page, at - 1)))
    at--;
  return at > context->paragraph.start && quo_passage_get (context->page, at - 1) == ':';
}

QuoSpan
quo_speaker_find_told_of (const QuoSpeakerContext *context, const QuoQuoteCandidate *quote,
                          const GArray *turns)
{
  gboolean is_mood = quote->model == QUO_MODEL_CLAUSE && quote->pattern == QUO_CLAUSE_CONTINUED
                     && quo_span_is_empty (quote->cue);
  QuoSpan before;

  if (!quo_language_has_capital_nouns (context->language) || (is_mood && follows_colon (context))
      || (!is_mood && (context->is_borrowed || !quo_speaker_is_dropped (context))))
    return QUO_SPAN (0, 0);
  before = find_sentence_before (context, context->hull.start);
  for (guint i = turns->len; i > 0 && i + MAX_TURNS > turns->len; i--)
    if (quo_span_overlaps (g_array_index (turns, QuoSpeakerTurn, i - 1).hull, before))
      return QUO_SPAN (0, 0);
  return quo_span_is_empty (before) ? before : find_subject (context, before);
}

/* Whether a person is named in the span, but not in the words @subject. */
static gboolean
names_other (const GArray *mentions, QuoSpan span, QuoSpan subject)
{
  for (guint i = quo_mentions_find_first (mentions, span.start); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.start >= span.end)
        break;
      if (mention->kind == QUO_MENTION_PERSON && !mention->is_pronoun
          && !quo_span_overlaps (mention->span, subject))
        return TRUE;
    }
  return FALSE;
}

QuoSpan
quo_speaker_find_leading (const QuoSpeakerContext *context, const GArray *mentions)
{
  guint32 at = context->hull.start;
  QuoSpan sentence, found;

  if (!quo_language_has_capital_nouns (context->language) || !quo_span_is_empty (context->cue)
      || !follows_colon (context))
    return QUO_SPAN (0, 0);
  while (quo_passage_get (context->page, at - 1) != ':')
    at--;
  sentence
      = quo_passage_find_sentence (context->page, context->language, QUO_SPAN (at - 1, at - 1));
  sentence = QUO_SPAN (MAX (sentence.start, context->paragraph.start), at - 1);
  found = quo_speaker_find_utterer (context, find_subject (context, sentence));
  return names_other (mentions, sentence, found) ? QUO_SPAN (0, 0) : found;
}
