/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* What an article says of a name in one place holds in the others: mentions of the same words share
 * what is known of them, and an acronym is what its letters stand for. The same words get the same
 * group, unless they are a surname (quo-name-families.c). */

#define SHARE 0.6f /* how far a mention goes to the mean of all of its name */
#define IN_BRACKETS 1.8f

/* All mentions of the same words. */
typedef struct
{
  guint n;
  float sums[QUO_N_GUESSES];
  float strongest[QUO_N_GUESSES];
  guint8 clues[QUO_N_GUESSES];
  guint group;
} Mentions;

static QuoNameCandidate *
get_candidate (const QuoNameFinder *finder, guint i)
{
  return &g_array_index (finder->candidates, QuoNameCandidate, i);
}

static GHashTable *
gather_mentions (const QuoNameFinder *finder)
{
  GHashTable *all = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < finder->candidates->len; i++)
    {
      QuoNameCandidate *candidate = get_candidate (finder, i);
      Mentions *mentions = g_hash_table_lookup (all, candidate->name);

      if (mentions == NULL)
        {
          mentions = g_new0 (Mentions, 1);
          mentions->group = g_hash_table_size (all) + 1;
          g_hash_table_insert (all, (gpointer)candidate->name, mentions);
        }
      candidate->group = mentions->group;
      if (candidate->is_weak)
        continue;
      mentions->n++;
      for (guint g = 0; g < QUO_N_GUESSES; g++)
        {
          mentions->sums[g] += candidate->weights[g];
          if (candidate->strongest[g] > mentions->strongest[g])
            {
              mentions->strongest[g] = candidate->strongest[g];
              mentions->clues[g] = candidate->clues[g];
            }
        }
    }
  return all;
}

/* A mention that only begins a sentence believes the others wholly. */
static void
share_mentions (const QuoNameFinder *finder, GHashTable *all)
{
  for (guint i = 0; i < finder->candidates->len; i++)
    {
      QuoNameCandidate *candidate = get_candidate (finder, i);
      const Mentions *mentions = g_hash_table_lookup (all, candidate->name);
      float share = candidate->is_weak ? 0.9f : SHARE;

      if (mentions->n == 0 || (mentions->n == 1 && !candidate->is_weak))
        continue;
      for (guint g = 0; g < QUO_N_GUESSES; g++)
        {
          float mean = mentions->sums[g] / mentions->n;

          candidate->weights[g] += share * (mean - candidate->weights[g]);
          if (mentions->strongest[g] > candidate->strongest[g])
            {
              candidate->strongest[g] = mentions->strongest[g];
              candidate->clues[g] = mentions->clues[g];
            }
        }
    }
}

/* --------------------------------------------------------------------------------------- acronyms
 */

/* "who" of "world health organization": the first letters, small words left out or not. */
static gboolean
is_acronym_of (const char *acronym, const char *name)
{
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && *acronym != '\0' && c == g_utf8_get_char (acronym))
        acronym = g_utf8_next_char (acronym);
      else if (at_start && strcspn (p, " -") > 3)
        return FALSE;
      at_start = c == ' ' || c == '-';
    }
  return *acronym == '\0';
}

/* "World Health Organization (WHO)" */
static void
explain_acronyms (const QuoNameFinder *finder)
{
  for (guint i = 1; i < finder->candidates->len; i++)
    {
      QuoNameCandidate *full = get_candidate (finder, i - 1);
      QuoNameCandidate *acronym = get_candidate (finder, i);

      if (acronym->span.start != full->span.end + 2 || strchr (full->name, ' ') == NULL
          || strchr (acronym->name, ' ') != NULL || strlen (acronym->name) < 2
          || !is_acronym_of (acronym->name, full->name))
        continue;
      quo_name_candidate_add (full, QUO_GUESS_ORGANIZATION, 2, QUO_CLUE_ACRONYM);
      quo_name_candidate_add (acronym, QUO_GUESS_ORGANIZATION, 2, QUO_CLUE_ACRONYM);
      acronym->group = full->group;
    }
}

/* ------------------------------------------------------------------------------------ in brackets
 */

/* "Pontoise (Val-d'Oise)", "Gesa Tiedemann (SPD)", "Autorité ... (Arcom)": behind a place stands
 * the one it lies in, behind a person their party, behind an organization its short form. */
static void
weigh_brackets (const QuoNameFinder *finder)
{
  for (guint i = 1; i < finder->candidates->len; i++)
    {
      const QuoNameCandidate *before = get_candidate (finder, i - 1);
      QuoNameCandidate *candidate = get_candidate (finder, i);
      double score;
      QuoGuess guess;

      if (candidate->span.start != before->span.end + 2
          || *quo_text_at (finder->text, candidate->span.start - 1) != '('
          || *quo_text_at (finder->text, candidate->span.end) != ')')
        continue;
      guess = quo_name_candidate_guess (before, &score);
      if (guess == QUO_GUESS_PLACE)
        quo_name_candidate_add (candidate, QUO_GUESS_PLACE, IN_BRACKETS, QUO_CLUE_INSIDE_PLACE);
      else if (guess == QUO_GUESS_PERSON || guess == QUO_GUESS_ORGANIZATION)
        quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, IN_BRACKETS, QUO_CLUE_ACRONYM);
    }
}

void
quo_name_finder_agree (QuoNameFinder *finder)
{
  g_autoptr (GHashTable) all = NULL;

  explain_acronyms (finder);
  weigh_brackets (finder);
  all = gather_mentions (finder);
  share_mentions (finder, all);
  quo_name_finder_lend_names (finder, g_hash_table_size (all));
}
