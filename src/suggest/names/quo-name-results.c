/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"
#include "quo-names-find.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What becomes of the candidates: the likely ones are names, and those that are not too unlikely
 * are hunches. */

#define MIN_SCORE 0.25
#define MIN_MARGIN 0.9
#define MIN_HUNCH 0.2 /* fewest keys on marked English news */

void
quo_found_name_free (QuoFoundName *name)
{
  g_free (name->place);
  g_free (name->place_reason);
  g_free (name);
}

static const char *const types[QUO_N_GUESSES]
    = { "person", "place", "organization", "event", NULL };

static const char *const clue_words[QUO_N_CLUES] = {
  [QUO_CLUE_CAPITALS] = N_ ("written with a capital"),
  [QUO_CLUE_TITLE] = N_ ("a title stands before it"),
  [QUO_CLUE_SAYING] = N_ ("a verb of saying stands beside it"),
  [QUO_CLUE_GIVEN] = N_ ("it begins with a known given name"),
  [QUO_CLUE_SURNAME] = N_ ("it ends with a surname"),
  [QUO_CLUE_INITIAL] = N_ ("it has an initial in it"),
  [QUO_CLUE_PARTICLE] = N_ ("it has a particle as in names of persons"),
  [QUO_CLUE_KIN] = N_ ("a word for a person stands beside it"),
  [QUO_CLUE_WHO] = N_ ("it is followed as a person is"),
  [QUO_CLUE_KNOWN_PLACE] = N_ ("the gazetteer has a place of this name"),
  [QUO_CLUE_IN] = N_ ("a word such as “in” stands before it"),
  [QUO_CLUE_DATELINE] = N_ ("the story comes from there"),
  [QUO_CLUE_INSIDE_PLACE] = N_ ("the name of a country or region follows it"),
  [QUO_CLUE_PLACE_WORD] = N_ ("it has a word for a place in it"),
  [QUO_CLUE_KNOWN_ORGANIZATION] = N_ ("the gazetteer has an organization of this name"),
  [QUO_CLUE_ORGANIZATION_WORD] = N_ ("it has a word for an organization in it"),
  [QUO_CLUE_COMPANY] = N_ ("it has the legal form of a company in it"),
  [QUO_CLUE_ACRONYM] = N_ ("written as an acronym"),
  [QUO_CLUE_ARTICLE] = N_ ("an article stands before it"),
  [QUO_CLUE_EVENT_WORD] = N_ ("it has a word for an event in it"),
  [QUO_CLUE_SAME_PERSON] = N_ ("part of the name of a person in this article"),
  [QUO_CLUE_OWN] = N_ ("in a list of your own"),
  [QUO_CLUE_SOUND] = N_ ("written as foreign names are"),
  [QUO_CLUE_TEAM] = N_ ("the article tells of a game, where places stand for their teams"),
};

static QuoFoundName *
make_name (const QuoNameCandidate *candidate)
{
  double score;
  QuoGuess guess = quo_name_candidate_guess (candidate, &score);
  const char *type = candidate->own_type != NULL ? candidate->own_type : types[guess];
  QuoClue clue = candidate->own_type != NULL ? QUO_CLUE_OWN : candidate->clues[guess];
  QuoFoundName *name;

  if (type == NULL
      || (candidate->own_type == NULL
          && (score < MIN_SCORE
              || candidate->weights[guess] - candidate->weights[QUO_GUESS_NOTHING] < MIN_MARGIN)))
    return NULL;
  name = g_new0 (QuoFoundName, 1);
  name->span = candidate->span;
  name->type = type;
  name->score = candidate->own_type != NULL ? MAX (score, 0.9) : score;
  name->reason = _ (clue_words[clue != QUO_CLUE_NONE ? clue : QUO_CLUE_CAPITALS]);
  name->rule = candidate->own_type != NULL || clue == QUO_CLUE_KNOWN_PLACE
                       || clue == QUO_CLUE_KNOWN_ORGANIZATION
                   ? "gazetteer"
                   : "capitals";
  name->group = candidate->group;
  return name;
}

/* What the candidate is if it is a name at all. */
static void
add_hunch (GArray *hunches, const QuoNameCandidate *candidate)
{
  QuoHunch hunch = { .span = candidate->span };
  QuoGuess best = QUO_GUESS_PERSON;
  double sum = 0;

  for (guint i = 0; i < QUO_GUESS_NOTHING; i++)
    if (candidate->weights[i] > candidate->weights[best])
      best = i;
  for (guint i = 0; i < QUO_N_GUESSES; i++)
    sum += exp (candidate->weights[i] - candidate->weights[best]);
  hunch.type = types[best];
  hunch.score = (float)(1 / sum);
  if (hunch.score >= MIN_HUNCH)
    g_array_append_val (hunches, hunch);
}

static void
add_identity (const QuoNameFinder *finder, GHashTable *identities,
              const QuoNameCandidate *candidate, QuoFoundName *name)
{
  const QuoNameIdentity *identity
      = candidate->base != NULL ? g_hash_table_lookup (identities, candidate->base) : NULL;

  if (identity == NULL || strcmp (name->type, "place") != 0)
    return;
  name->place_reason = g_strdup (identity->reason);
  if (!identity->has_place)
    return;
  name->place = g_new (QuoPlace, 1);
  quo_gazetteer_get_place (finder->gazetteer, identity->number, name->place);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const QuoFoundName *left = *(QuoFoundName *const *)a, *right = *(QuoFoundName *const *)b;

  return (left->span.start > right->span.start) - (left->span.start < right->span.start);
}

/* Names first: "May" of "Theresa May" is no month. */
static void
add_dates (const QuoNameFinder *finder, GPtrArray *names)
{
  guint n_names = names->len;

  for (guint i = 0, k = 0; i < finder->dates->len; i++)
    {
      const QuoFoundDate *date = &g_array_index (finder->dates, QuoFoundDate, i);
      QuoFoundName *name;

      while (k < n_names
             && ((QuoFoundName *)g_ptr_array_index (names, k))->span.end <= date->span.start)
        k++;
      if (k < n_names
          && quo_span_overlaps (((QuoFoundName *)g_ptr_array_index (names, k))->span, date->span))
        continue;
      name = g_new0 (QuoFoundName, 1);
      name->span = date->span;
      name->type = "date";
      name->score = date->score;
      name->rule = "calendar";
      name->reason = _ ("a date of the calendar");
      g_ptr_array_add (names, name);
    }
  g_ptr_array_sort (names, compare_names);
}

GPtrArray *
quo_name_finder_make_names (QuoNameFinder *finder, GArray *hunches)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_found_name_free);
  g_autoptr (GHashTable) identities = quo_name_finder_identify (finder);

  for (guint i = 0; i < finder->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = &g_array_index (finder->candidates, QuoNameCandidate, i);
      QuoFoundName *name = make_name (candidate);

      if (name == NULL && hunches != NULL)
        add_hunch (hunches, candidate);
      if (name == NULL)
        continue;
      add_identity (finder, identities, candidate, name);
      g_ptr_array_add (names, name);
    }
  add_dates (finder, names);
  return names;
}
