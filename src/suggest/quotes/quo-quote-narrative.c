/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-narrative.h"

/* In a story more of the words outside of quotes are pronouns than in a report, and hardly any is a
 * number; and few reports are as long as a chapter, no chapter as short as most reports. What is
 * measured is the share of pronouns less some times that of numbers: at which value a text is no
 * story, and at which it is surely one. */
#define NUMBER_WEIGHT 3.0
#define LENGTH_WEIGHT 0.02
#define REPORT_LENGTH 5000 /* code points, up to which length says nothing ... */
#define STORY_LENGTH 9000  /* and from which on it says all it can */
#define REPORT_SHARE 0.02
#define STORY_SHARE 0.03
#define PRIOR_PRONOUNS 0.03 /* of a report ... */
#define PRIOR_NUMBERS 0.02
#define PRIOR_WORDS 100 /* of a report, that a short text is thought to go on with */
#define SAMPLE 60000    /* code points looked at */

/* 0 as long as a report .. 1 as long as a chapter. */
static double
measure_length (const QuoPassage *page)
{
  double length = page->end - page->start;

  return CLAMP ((length - REPORT_LENGTH) / (STORY_LENGTH - REPORT_LENGTH), 0, 1);
}

double
quo_passage_measure_narrative (const QuoPassage *page, const GArray *stretches,
                               const QuoLanguage *language)
{
  guint n_words = 0, n_pronouns = 0, n_numbers = 0;
  double pronouns, numbers, share;

  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      QuoSpan paragraph = quo_passage_get_paragraph (page, p);
      g_autoptr (GArray) tokens = NULL;

      if (paragraph.start > page->start + SAMPLE)
        break;
      tokens = quo_tokens_list (page, language, paragraph);
      for (guint i = 0; i < tokens->len; i++)
        {
          const QuoToken *token = quo_tokens_get (tokens, i);

          if (quo_stretches_cover (stretches, token->span.start, NULL, 0))
            continue;
          n_words++;
          n_pronouns += (token->kinds & QUO_WORD_PRONOUN) != 0;
          n_numbers += (token->shape & QUO_SHAPE_NUMBER) != 0;
        }
    }
  pronouns = (n_pronouns + PRIOR_PRONOUNS * PRIOR_WORDS) / (n_words + PRIOR_WORDS);
  numbers = (n_numbers + PRIOR_NUMBERS * PRIOR_WORDS) / (n_words + PRIOR_WORDS);
  share = pronouns - NUMBER_WEIGHT * numbers + LENGTH_WEIGHT * measure_length (page);
  return CLAMP ((share - REPORT_SHARE) / (STORY_SHARE - REPORT_SHARE), 0, 1)
         * measure_length (page);
}
