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
#define MIN_HUNCH 0.001
#define MIN_WEAK_HUNCH 0.02 /* where the sentence alone may give the capital */
#define TITLE_SCORE 0.1f    /* of a title alone: to some it is a name, most do not mark it */

/* A name is one of the candidates or, with this bit, one of the dates. */
#define DATE (1u << 31)

struct _QuoFoundNames
{
  const QuoGazetteer *gazetteer;
  GArray *candidates;
  GArray *dates;
  GStringChunk *strings;
  GHashTable *identities;
  GArray *order; /* of guint32: which are names, in text order */
};

void
quo_found_names_free (QuoFoundNames *names)
{
  g_array_unref (names->candidates);
  g_array_unref (names->dates);
  g_string_chunk_free (names->strings);
  g_hash_table_unref (names->identities);
  g_array_unref (names->order);
  g_free (names);
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

/* The next likeliest kind of name after @best, and how likely of the two. */
static const char *
find_second (const QuoNameCandidate *candidate, QuoGuess best, float *ret_share)
{
  QuoGuess second = QUO_GUESS_NOTHING;

  for (guint i = 0; i < QUO_GUESS_NOTHING; i++)
    if (i != best
        && (second == QUO_GUESS_NOTHING || candidate->weights[i] > candidate->weights[second]))
      second = i;
  *ret_share = 1 / (1 + expf (candidate->weights[best] - candidate->weights[second]));
  return types[second];
}

/* FALSE: it is no name. */
static gboolean
read_candidate (const QuoNameCandidate *candidate, QuoFoundName *ret_name)
{
  double score;
  QuoGuess guess = quo_name_candidate_guess (candidate, &score);
  const char *type = candidate->own_type != NULL ? candidate->own_type : types[guess];
  QuoClue clue = candidate->own_type != NULL ? QUO_CLUE_OWN : candidate->clues[guess];
  gboolean is_known = clue == QUO_CLUE_KNOWN_PLACE || clue == QUO_CLUE_KNOWN_ORGANIZATION;

  if (type == NULL
      || (candidate->own_type == NULL
          && (score < MIN_SCORE
              || candidate->weights[guess] - candidate->weights[QUO_GUESS_NOTHING] < MIN_MARGIN)))
    return FALSE;
  *ret_name = (QuoFoundName){
    .span = candidate->span,
    .type = type,
    .score = candidate->own_type != NULL ? MAX (score, 0.9) : score,
    .reason = _ (clue_words[clue != QUO_CLUE_NONE ? clue : QUO_CLUE_CAPITALS]),
    .rule = candidate->own_type != NULL || is_known ? "gazetteer" : "capitals",
    .group = candidate->group,
    .called = QUO_SPAN (candidate->is_apart ? candidate->title : candidate->span.start,
                        candidate->span.end),
  };
  if (candidate->own_type == NULL)
    ret_name->second = find_second (candidate, guess, &ret_name->second_share);
  return TRUE;
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
  hunch.second = find_second (candidate, best, &hunch.second_share);
  if (hunch.score >= (candidate->is_weak ? MIN_WEAK_HUNCH : MIN_HUNCH))
    g_array_append_val (hunches, hunch);
}

static int
compare_hunches (gconstpointer a, gconstpointer b)
{
  const QuoHunch *left = a, *right = b;

  return (left->span.start > right->span.start) - (left->span.start < right->span.start);
}

/* Who is called by a title alone. */
static void
add_titles (const QuoNameFinder *finder, GArray *hunches)
{
  for (guint i = 0; i < finder->titles->len; i++)
    {
      QuoHunch hunch = { .span = g_array_index (finder->titles, QuoSpan, i),
                         .type = types[QUO_GUESS_PERSON],
                         .score = TITLE_SCORE };

      g_array_append_val (hunches, hunch);
    }
  g_array_sort (hunches, compare_hunches);
}

/* Which place a name of one means. */
static void
read_place (const QuoFoundNames *names, const QuoNameCandidate *candidate, QuoFoundName *name)
{
  const QuoNameIdentity *identity
      = candidate->base != NULL ? g_hash_table_lookup (names->identities, candidate->base) : NULL;

  if (identity == NULL || strcmp (name->type, "place") != 0)
    return;
  name->place_reason = identity->reason;
  name->has_place = identity->has_place;
  if (identity->has_place)
    quo_gazetteer_get_place (names->gazetteer, identity->number, &name->place);
}

static QuoSpan
get_span (const QuoFoundNames *names, guint32 which)
{
  return which & DATE ? g_array_index (names->dates, QuoFoundDate, which & ~DATE).span
                      : g_array_index (names->candidates, QuoNameCandidate, which).span;
}

guint
quo_found_names_get_length (const QuoFoundNames *names)
{
  return names->order->len;
}

void
quo_found_names_read (const QuoFoundNames *names, guint i, QuoFoundName *ret_name)
{
  guint32 which = g_array_index (names->order, guint32, i);

  if (which & DATE)
    {
      const QuoFoundDate *date = &g_array_index (names->dates, QuoFoundDate, which & ~DATE);

      *ret_name = (QuoFoundName){ .span = date->span,
                                  .type = "date",
                                  .score = date->score,
                                  .rule = "calendar",
                                  .reason = _ ("a date of the calendar") };
    }
  else
    {
      const QuoNameCandidate *candidate
          = &g_array_index (names->candidates, QuoNameCandidate, which);

      if (read_candidate (candidate, ret_name))
        read_place (names, candidate, ret_name);
    }
}

QuoSpan
quo_found_names_get_span (const QuoFoundNames *names, guint i)
{
  return get_span (names, g_array_index (names->order, guint32, i));
}

static void
add_names (QuoFoundNames *names, GArray *hunches)
{
  for (guint32 i = 0; i < names->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = &g_array_index (names->candidates, QuoNameCandidate, i);
      QuoFoundName name;

      if (read_candidate (candidate, &name))
        g_array_append_val (names->order, i);
      else if (hunches != NULL)
        add_hunch (hunches, candidate);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer names)
{
  guint32 left = get_span (names, *(const guint32 *)a).start;
  guint32 right = get_span (names, *(const guint32 *)b).start;

  return (left > right) - (left < right);
}

/* Names first: "May" of "Theresa May" is no month. */
static void
add_dates (QuoFoundNames *names)
{
  guint n_names = names->order->len;

  for (guint32 i = 0, k = 0; i < names->dates->len; i++)
    {
      guint32 which = i | DATE;
      QuoSpan date = get_span (names, which);

      while (k < n_names && quo_found_names_get_span (names, k).end <= date.start)
        k++;
      if (k == n_names || !quo_span_overlaps (quo_found_names_get_span (names, k), date))
        g_array_append_val (names->order, which);
    }
  g_array_sort_with_data (names->order, compare_places, names);
}

QuoFoundNames *
quo_name_finder_make_names (QuoNameFinder *finder, GArray *hunches)
{
  QuoFoundNames *names = g_new (QuoFoundNames, 1);

  *names = (QuoFoundNames){ .gazetteer = finder->gazetteer,
                            .candidates = finder->candidates,
                            .dates = finder->dates,
                            .strings = finder->strings,
                            .identities = quo_name_finder_identify (finder),
                            .order = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  add_names (names, hunches);
  if (hunches != NULL)
    add_titles (finder, hunches);
  add_dates (names);
  return names;
}
