/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* What an article says of a name in one place holds in the others: mentions of the same words share
 * what is known of them, a surname alone is the person who was named in full, and an acronym is
 * what its letters stand for. The same words get the same group, and so does a surname with the
 * one full name it can belong to. */

#define SHARE 0.6f      /* how far a mention goes to the mean of all of its name */
#define MIN_PERSON 0.55 /* a full name that may lend its surname */
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

/* The persons whose full names end (or begin) with a word. */
typedef struct
{
  const char *name; /* the full name; NULL if there are several */
  guint group;
} Bearer;

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

/* ---------------------------------------------------------------------------------------- persons
 */

static void
add_bearer (QuoNameFinder *finder, GHashTable *bearers, const char *word,
            const QuoNameCandidate *candidate)
{
  const char *key = g_string_chunk_insert_const (finder->strings, word);
  Bearer *bearer = g_hash_table_lookup (bearers, key);

  if (bearer == NULL)
    {
      bearer = g_new (Bearer, 1);
      *bearer = (Bearer){ candidate->name, candidate->group };
      g_hash_table_insert (bearers, (gpointer)key, bearer);
    }
  else if (bearer->name != candidate->name)
    bearer->name = NULL;
}

static void
gather_bearers (QuoNameFinder *finder, GHashTable *by_last, GHashTable *by_first)
{
  for (guint i = 0; i < finder->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = get_candidate (finder, i);
      const char *last = strrchr (candidate->name, ' ');
      g_autofree char *first = NULL;
      double score;

      if (last == NULL || quo_name_candidate_guess (candidate, &score) != QUO_GUESS_PERSON
          || score < MIN_PERSON)
        continue;
      first = g_strndup (candidate->name, strcspn (candidate->name, " "));
      add_bearer (finder, by_last, last + 1, candidate);
      add_bearer (finder, by_first, first, candidate);
    }
}

static void
lend_names (QuoNameFinder *finder)
{
  g_autoptr (GHashTable) by_last = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) by_first = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  gather_bearers (finder, by_last, by_first);
  for (guint i = 0; i < finder->candidates->len; i++)
    {
      QuoNameCandidate *candidate = get_candidate (finder, i);
      const Bearer *last = g_hash_table_lookup (by_last, candidate->name);
      const Bearer *first = g_hash_table_lookup (by_first, candidate->name);

      if (strchr (candidate->name, ' ') != NULL || (last == NULL && first == NULL))
        continue;
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, last != NULL ? 3.5 : 2,
                              QUO_CLUE_SAME_PERSON);
      if (last != NULL && last->name != NULL)
        candidate->group = last->group;
      else if (last == NULL && first->name != NULL)
        candidate->group = first->group;
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
  lend_names (finder);
}
