/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dialogue.h"
#include "quo-speaker-choose.h"

#include <math.h>

/* Which of several options said a quote, by what the learnt weights make of each. */

#define NOBODY (-3.0) /* that nobody of whom the text tells speaks in a turn of a dialogue */

static double
weigh (const QuoWeights *weights, const QuoSpeakerOption *option)
{
  return quo_weights_sum (weights, QUO_MODEL_SPEAKER, option->features);
}

/* How likely the person of option @i is: of all the places where they are mentioned together. */
static double
sum_person (const GArray *options, const double *odds, guint i)
{
  guint32 person = quo_options_get (options, i)->person;
  double sum = 0;

  for (guint k = 0; k < options->len; k++)
    if (k == i || (person != 0 && quo_options_get (options, k)->person == person))
      sum += odds[k];
  return sum;
}

static gboolean
is_subject (const QuoSpeakerOption *option)
{
  return option->features[QUO_SPEAKER_SUBJECT] >= 0.5 || option->features[QUO_SPEAKER_LEADS] > 0;
}

/* Whether option @i is a better mention than @k of the same person: the subject of the verb before
 * any other, else the likelier one. */
static gboolean
is_better_mention (const GArray *options, const double *odds, guint i, guint k)
{
  gboolean is_one = is_subject (quo_options_get (options, i));
  gboolean is_other = is_subject (quo_options_get (options, k));

  return is_one != is_other ? is_one : odds[i] > odds[k];
}

gint
quo_speaker_choose (const QuoWeights *weights, const GArray *options, double *ret_score)
{
  g_autofree double *odds = g_new (double, options->len + 1);
  double best = 1, total = 1;
  gint chosen = -1;

  for (guint i = 0; i < options->len; i++)
    {
      odds[i] = exp (weigh (weights, quo_options_get (options, i)));
      total += odds[i];
    }
  for (guint i = 0; i < options->len; i++)
    {
      double sum = sum_person (options, odds, i);

      if (sum < best
          || (sum == best && chosen >= 0 && !is_better_mention (options, odds, i, (guint)chosen)))
        continue;
      best = sum;
      chosen = (gint)i;
    }
  *ret_score = best / total;
  return chosen;
}

/* They: several people seldom speak at once, where nothing says so. */
static gboolean
is_several (const GArray *mentions, const QuoSpeakerOption *option)
{
  const QuoMention *mention
      = option->mention >= 0 ? quo_mentions_get (mentions, option->mention) : NULL;

  return mention != NULL && mention->is_pronoun
         && (mention->gender == QUO_GENDER_SEVERAL || mention->gender == QUO_GENDER_THING);
}

/* A name before a pronoun, then the likelier one. */
gint
quo_speaker_choose_mention (const QuoWeights *weights, const GArray *mentions,
                            const GArray *options, guint32 person)
{
  double best = 0;
  gboolean is_best_named = FALSE;
  gint chosen = -1;

  for (guint i = 0; i < options->len; i++)
    {
      const QuoSpeakerOption *option = quo_options_get (options, i);
      gboolean is_named = option->features[QUO_SPEAKER_PRONOUN] == 0;
      double score = weigh (weights, option);

      if (option->person != person || is_several (mentions, option)
          || (chosen >= 0 && (is_named != is_best_named ? is_best_named : score <= best)))
        continue;
      best = score;
      is_best_named = is_named;
      chosen = (gint)i;
    }
  return chosen;
}

/* "Jane shook her head.": whether the paragraph before @start is a whole sentence: who acts in it
 * may be whom the quote is said to. But "Jane said:" is none. */
static gboolean
follows_sentence (const QuoPassage *page, guint32 start)
{
  while (start > page->start
         && (g_unichar_isspace (quo_passage_get (page, start - 1))
             || quo_char_is_quote_mark (quo_passage_get (page, start - 1))))
    start--;
  return start > page->start && quo_char_is_stop (quo_passage_get (page, start - 1));
}

gboolean
quo_speaker_is_open (const QuoPassage *page, const GArray *options, guint32 start)
{
  for (guint i = 0; i < options->len; i++)
    {
      const QuoSpeakerOption *option = quo_options_get (options, i);

      if (option->features[QUO_SPEAKER_WITH_CUE] > 0)
        return FALSE;
      if (option->features[QUO_SPEAKER_LEADS] > 0
          && !(option->span.end <= start && follows_sentence (page, start)))
        return FALSE;
    }
  return TRUE;
}

/* What the best mention of @person outside of quotes says, but for who spoke before and who is
 * spoken to: these are weighed over the whole dialogue. */
static double
measure_choice (const QuoWeights *weights, const GArray *mentions, const GArray *options,
                guint32 person)
{
  double best = -G_MAXDOUBLE;

  for (guint i = 0; i < options->len; i++)
    {
      QuoSpeakerOption option = *quo_options_get (options, i);
      double *f = option.features;

      if (option.person != person || f[QUO_SPEAKER_QUOTED] > 0 || is_several (mentions, &option))
        continue;
      if (f[QUO_SPEAKER_OWN_TURN] > 0)
        f[QUO_SPEAKER_LEADS] = 0; /* whom a report would let go on */
      f[QUO_SPEAKER_OWN_TURN] = f[QUO_SPEAKER_LAST_TURN] = f[QUO_SPEAKER_SAME_TURN] = 0;
      f[QUO_SPEAKER_KNOWN] = f[QUO_SPEAKER_ADDRESSED] = 0;
      best = MAX (best, weigh (weights, &option));
    }
  return best;
}

static gboolean
is_listed (const GArray *choices, guint32 person)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, QuoDialogueChoice, i).person == person)
      return TRUE;
  return FALSE;
}

GArray *
quo_speaker_list_choices (const QuoWeights *weights, const GArray *mentions, const GArray *options)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
  QuoDialogueChoice nobody = { 0, NOBODY };

  for (guint i = 0; i < options->len; i++)
    {
      const QuoSpeakerOption *option = quo_options_get (options, i);
      QuoDialogueChoice choice = { option->person, 0 };

      if (option->person == 0 || option->features[QUO_SPEAKER_QUOTED] > 0
          || is_several (mentions, option) || is_listed (list, option->person))
        continue;
      choice.score = measure_choice (weights, mentions, options, option->person);
      g_array_append_val (list, choice);
    }
  g_array_append_val (list, nobody);
  return list;
}
