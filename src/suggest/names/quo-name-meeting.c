/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* Where two names meet in one run of capitals: a place and who leads it, a body and who speaks for
 * it. */

#define MIN_ACRONYM 3 /* letters: "JK" are initials */

static guint
get_kinds (QuoNameFinder *finder, gint i)
{
  return quo_name_finder_get_facts (finder, i)->kinds;
}

gboolean
quo_name_finder_look_up_place (QuoNameFinder *finder, QuoRun run, QuoPlace *ret_place)
{
  QuoNameEntry entry;

  if (!quo_name_finder_look_up (finder, quo_reading_get_span (&finder->reading, run), &entry, NULL)
      || entry.n_places == 0)
    return FALSE;
  quo_gazetteer_get_place (finder->gazetteer, entry.places[0], ret_place);
  return TRUE;
}

gboolean
quo_name_finder_is_well_known (QuoNameFinder *finder, QuoRun run)
{
  QuoPlace place;

  return quo_name_finder_look_up_place (finder, run, &place)
         && (place.kind == QUO_PLACE_COUNTRY || place.kind == QUO_PLACE_CONTINENT
             || place.kind == QUO_PLACE_CAPITAL || place.kind == QUO_PLACE_DIVISION);
}

/* Whether the first word is one that people are called by, too: Paul, Virginia, Georgia. Where
 * names are inflected the case tells that it is the place. */
static gboolean
begins_person (QuoNameFinder *finder, gint first, gint last)
{
  return first == last && !quo_name_knowledge_is_inflected (finder->knowledge)
         && (quo_name_finder_get_facts (finder, first)->flags & QUO_NAME_GIVEN) != 0;
}

/* "представитель РЖД Степан Ли": an acronym is nobody's given name. */
static gboolean
is_acronym_before_person (QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  const QuoToken *next = quo_name_finder_get_token (finder, i + 1);

  return (token->shape & QUO_SHAPE_CAPS) && token->span.end - token->span.start >= MIN_ACRONYM
         && !(next->shape & QUO_SHAPE_CAPS)
         && (quo_name_finder_get_facts (finder, i + 1)->flags & QUO_NAME_GIVEN)
         && !(quo_name_finder_get_facts (finder, i)->flags & QUO_NAME_GIVEN);
}

/* "Refugee Council Enver Solomon": somebody behind the body that they speak for. What begins with
 * its kind, as "Escola Maria Lacerda" does, is called after somebody. Returns: where the person
 * begins, or the end of the run + 1. */
static gint
find_person_behind_body (QuoNameFinder *finder, QuoRun run)
{
  gint k = run.last - 2;

  if (k <= run.first || !(get_kinds (finder, k) & QUO_NAME_WORD_ORGANIZATION)
      || ((get_kinds (finder, k + 1) | get_kinds (finder, k + 2))
          & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT
             | QUO_NAME_WORD_COMPANY))
      || !(quo_name_finder_get_facts (finder, k + 1)->flags & QUO_NAME_GIVEN)
      || quo_name_finder_get_facts (finder, k + 2)->is_word)
    return run.last + 1;
  return k + 1;
}

/* "президент Франции Эмманюэль Макрон", "открытие Америки Христофором Колумбом": two names meet
 * where no preposition is needed. Returns: where the second one begins, or its end + 1. */
gint
quo_name_finder_find_meeting (QuoNameFinder *finder, QuoRun run)
{
  gboolean is_after_title
      = run.first > 0
        && (quo_name_finder_get_token (finder, run.first - 1)->kinds & QUO_WORD_TITLE);

  for (gint k = run.first; k < run.last && k < run.first + 2; k++)
    {
      guint flags = quo_name_finder_get_facts (finder, k + 1)->flags;

      if (k == run.first && k + 1 < run.last && is_acronym_before_person (finder, k))
        return k + 1;
      if (!quo_name_finder_is_well_known (finder, (QuoRun){ run.first, k })
          || begins_person (finder, run.first, k))
        continue;
      if ((flags & QUO_NAME_GIVEN)
          || (is_after_title && quo_name_knowledge_is_inflected (finder->knowledge)
              && !(get_kinds (finder, k + 1) & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE))))
        return k + 1;
    }
  return find_person_behind_body (finder, run);
}
