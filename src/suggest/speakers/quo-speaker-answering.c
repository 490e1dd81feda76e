/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-answering.h"

/* An interview says once, above the first question, whom it is with, by their whole name; its
 * headline may be one of their answers, and letters tell the turns. Who wrote
 * it may be named there, too, but in a line of their own, not in a sentence. */

#define MAX_BYLINE 6    /* words of a line that may only say who wrote the article */
#define WHOLE_NAME 2    /* words */
#define MAX_HEADLINES 4 /* paragraphs at the top that may be headlines */

/* The first turn of the interview: an answer, or one that has a label; NULL: there is none. */
static const QuoStretch *
find_first_turn (const GArray *stretches)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const QuoStretch *stretch = quo_stretches_get (stretches, i);

      if (stretch->is_answer || !quo_span_is_empty (stretch->label))
        return stretch;
    }
  return NULL;
}

/* Where the first turn begins, with its label. */
static guint32
find_first_answer (const GArray *stretches)
{
  const QuoStretch *turn = find_first_turn (stretches);

  if (turn == NULL)
    return 0;
  return quo_span_is_empty (turn->label) ? turn->span.start : turn->label.start;
}

static guint
count_words (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, span);

  return tokens->len;
}

/* How surely the mention is of somebody whom the article is about, before how often it is of them:
 * names before the words that may be some. */
static guint
weigh (const QuoPassage *page, const QuoLanguage *language, const QuoMention *mention)
{
  guint paragraph = quo_passage_find_paragraph (page, mention->span.start);
  gboolean is_byline
      = count_words (page, language, quo_passage_get_paragraph (page, paragraph)) <= MAX_BYLINE;
  gboolean is_whole = count_words (page, language, mention->span) >= WHOLE_NAME;

  return (mention->kind == QUO_MENTION_PERSON ? 4 : 0) + (is_whole && !is_byline ? 2 : 0)
         + !is_byline;
}

gint
quo_speaker_find_answering (const QuoPassage *page, const QuoLanguage *language,
                            const GArray *stretches, const GArray *mentions)
{
  guint32 end = find_first_answer (stretches);
  guint best_weight = 0;
  gint best = -1;

  for (guint i = 0; i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);
      guint weight;

      if (mention->span.end > end)
        break;
      if ((mention->kind != QUO_MENTION_PERSON && mention->kind != QUO_MENTION_PLAIN)
          || mention->is_pronoun || mention->is_quoted)
        continue;
      weight = weigh (page, language, mention);
      if (best < 0 || weight > best_weight
          || (weight == best_weight
              && mention->n_named > quo_mentions_get (mentions, best)->n_named))
        {
          best = (gint)i;
          best_weight = weight;
        }
    }
  return best;
}

/* P: ..., R: ...: a label of a letter, and not that of who asks first. */
static gboolean
is_letter_of_answer (const QuoPassage *page, QuoSpan label, QuoSpan first)
{
  return label.end - label.start == 1 && first.end - first.start == 1
         && quo_passage_get (page, label.start) != quo_passage_get (page, first.start);
}

/* Whether the quote is all of one of the first lines, above the first turn. */
static gboolean
is_headline (const QuoPassage *page, const GArray *stretches, QuoSpan hull)
{
  guint paragraph = quo_passage_find_paragraph (page, hull.start);
  const QuoStretch *first = NULL;

  if (paragraph < MAX_HEADLINES
      && quo_span_contains (hull,
                            quo_passage_trim (page, quo_passage_get_paragraph (page, paragraph))))
    first = find_first_turn (stretches);
  return first != NULL && hull.end <= first->span.start;
}

gboolean
quo_speaker_is_answer (const QuoPassage *page, const GArray *stretches,
                       const QuoQuoteCandidate *quote)
{
  QuoSpan hull = quo_quote_candidate_get_hull (quote);
  QuoSpan label = quo_stretches_get_label (stretches, hull.start);

  if (quote->is_answer)
    return TRUE;
  if (!quo_span_is_empty (label))
    return is_letter_of_answer (page, label, find_first_turn (stretches)->label);
  return quo_span_is_empty (quote->cue) && quo_span_is_empty (quote->source)
         && is_headline (page, stretches, hull);
}

QuoSpan
quo_speaker_find_heading (const QuoPassage *page, const QuoLanguage *language,
                          const GArray *stretches)
{
  guint end = quo_passage_find_paragraph (page, find_first_answer (stretches));

  for (guint p = 0; p + 1 < end; p++)
    {
      QuoSpan line = quo_passage_trim (page, quo_passage_get_paragraph (page, p));

      for (guint32 i = line.start + 1; i + 1 < line.end; i++)
        if (quo_passage_get (page, i) == ':'
            && count_words (page, language, QUO_SPAN (line.start, i)) <= MAX_BYLINE)
          return QUO_SPAN (line.start, i);
    }
  return QUO_SPAN (0, 0);
}
