/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-signed.h"

/* “We have the votes,” press secretary Vold. A name behind a quote that goes on, with words that
 * say who it is and no verb, names who speaks. */

#define MAX_WORDS 12 /* of the name and what is said of it */

/* A word that makes a clause of its own of what follows the quote. */
static gboolean
makes_clause (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  return (token->kinds
          & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_PRONOUN
             | QUO_WORD_OPENER | QUO_WORD_JOIN | QUO_WORD_AS | QUO_WORD_ANY_SOURCE))
         || (!(token->shape & QUO_SHAPE_CAPITAL)
             && quo_language_is_past (context->language, word, len));
}

static gboolean
goes_on (const QuoSpeakerContext *context)
{
  guint32 end = context->hull.end;
  gunichar inside = 0;

  while (end > context->hull.start && !quo_char_is_word (quo_passage_get (context->page, end - 1)))
    {
      end--;
      if (!quo_char_is_quote_mark (quo_passage_get (context->page, end)))
        inside = quo_passage_get (context->page, end);
    }
  return quo_char_is_comma (inside)
         || quo_char_is_comma (quo_passage_get (context->page, context->hull.end));
}

QuoSpan
quo_speaker_find_signed (const QuoSpeakerContext *context, const GArray *mentions)
{
  QuoSpan rest = quo_passage_find_sentence (context->page, context->language, context->hull);
  g_autoptr (GArray) tokens = NULL;

  rest = QUO_SPAN (context->hull.end, MIN (context->paragraph.end, rest.end));
  if (!quo_span_is_empty (context->cue) || rest.start >= rest.end
      || quo_language_has_capital_nouns (context->language) || !goes_on (context))
    return QUO_SPAN (0, 0);
  tokens = quo_tokens_list (context->page, context->language, rest);
  if (tokens->len < 2 || tokens->len > MAX_WORDS
      || (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_OBLIQUE))
    return QUO_SPAN (0, 0);
  for (guint i = 0; i < tokens->len; i++)
    if (makes_clause (context, quo_tokens_get (tokens, i)))
      return QUO_SPAN (0, 0);
  for (guint i = quo_mentions_find_first (mentions, rest.start); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.end > rest.end)
        break;
      if (mention->kind == QUO_MENTION_PERSON && mention->span.start >= rest.start)
        return mention->span;
    }
  return QUO_SPAN (0, 0);
}
