/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-colon.h"

/* Who stands before a colon and says what follows it, though no verb tells so: La directora, Inés
 * Valcárcel: "...", and the labels of interviews. */

#define MAX_COLON_SOURCE 10 /* words before a colon that only say who speaks */

typedef QuoQuoteReading Finding;

/* Ralf Meyer dankte allen: where nouns have capitals, a word in small letters right behind one that
 * is no small word is its verb. */
static gboolean
is_verb_behind (const GArray *tokens, guint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);

  return i > 0 && !(token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
         && !(token->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_PARTICLE
                 | QUO_WORD_PARTICLE_INNER | QUO_WORD_TITLE))
         && (quo_tokens_get (tokens, i - 1)->shape & QUO_SHAPE_CAPITAL);
}

/* Whether the words name somebody: a title, or a name within the sentence. */
static gboolean
name_somebody (const Finding *finding, const GArray *tokens)
{
  gboolean are_nouns = quo_language_has_capital_nouns (finding->language);
  gboolean is_somebody = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      gboolean is_capital = (token->shape & QUO_SHAPE_CAPITAL) != 0;

      if ((token->kinds & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
          || (are_nouns && is_verb_behind (tokens, i)))
        return FALSE;
      if (token->kinds & QUO_WORD_TITLE)
        is_somebody = TRUE;
      else if (i > 0 && is_capital && !(token->kinds & QUO_WORD_CALENDAR))
        is_somebody |= !are_nouns || (quo_tokens_get (tokens, i - 1)->shape & QUO_SHAPE_CAPITAL);
    }
  return is_somebody;
}

QuoSpan
quo_quote_find_colon_source (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);
  QuoSpan label = quo_stretches_get_label (finding->stretches, hull.start);
  g_autoptr (GArray) tokens = NULL;
  guint32 start;

  if (!quo_span_is_empty (label) && !candidate->is_nested)
    return label;
  if (!quo_span_is_empty (candidate->cue) || candidate->features[QUO_MARKS_COLON_BEFORE] == 0)
    return QUO_SPAN (0, 0);
  start = quo_passage_find_sentence (finding->page, finding->language, hull).start;
  tokens = quo_tokens_list (finding->page, finding->language, QUO_SPAN (start, hull.start));
  if (tokens->len == 0 || tokens->len > MAX_COLON_SOURCE || !name_somebody (finding, tokens)
      || quo_stretches_cover (finding->stretches, start, NULL, 0))
    return QUO_SPAN (0, 0);
  return QUO_SPAN (quo_tokens_get (tokens, 0)->span.start,
                   quo_tokens_get (tokens, tokens->len - 1)->span.end);
}
