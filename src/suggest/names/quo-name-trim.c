/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* Common words that stand in a run of capitals beside a name and are not of it: before it, because
 * a sentence begins there or nouns have capitals, and behind it. */

static guint
get_kinds (QuoNameFinder *finder, gint i)
{
  return quo_name_finder_get_facts (finder, i)->kinds;
}

/* Whether the word is common and nothing that names begin with. */
static gboolean
is_mere_word (QuoNameFinder *finder, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);

  /* German adjectives have capitals only in names: "das Karibische Meer". */
  if ((facts->kinds & QUO_NAME_WORD_ADJECTIVE) && quo_language_has_capital_nouns (finder->language)
      && !quo_reading_begins_sentence (&finder->reading, i))
    return FALSE;
  return facts->is_word && !(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPS)
         && !(facts->flags & (QUO_NAME_GIVEN | QUO_NAME_ORGANIZATION))
         && !((facts->flags & QUO_NAME_PLACE)
              && quo_name_finder_is_well_known (finder, (QuoRun){ i, i }))
         && !(facts->kinds
              & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT));
}

/* "Using Alvarez" where a sentence begins, "Regisseur Wenders" where nouns have capitals: common
 * words before a word that is none. */
static gint
skip_words (QuoNameFinder *finder, QuoRun run)
{
  gint first = run.first;
  QuoNameEntry entry;

  if (first == run.last
      || quo_name_finder_look_up (finder, quo_reading_get_span (&finder->reading, run), &entry,
                                  NULL))
    return first; /* "New York" */
  if (!quo_language_has_capital_nouns (finder->language))
    {
      if (first < run.last && quo_reading_begins_sentence (&finder->reading, first)
          && is_mere_word (finder, first)
          && quo_name_finder_get_facts (finder, first)->tally.n_inside == 0
          && (quo_name_finder_get_facts (finder, first + 1)->flags & QUO_NAME_GIVEN
              || (first + 1 == run.last && !quo_name_finder_get_facts (finder, run.last)->is_word)))
        first++;
      return first;
    }
  while (first < run.last
         && (is_mere_word (finder, first)
             || (first > run.first
                 && !(quo_name_finder_get_token (finder, first)->shape & QUO_SHAPE_CAPITAL))))
    first++;
  return first > run.first && !is_mere_word (finder, first)
                 && !(get_kinds (finder, first)
                      & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_EVENT | QUO_NAME_WORD_PLACE))
             ? first
             : run.first;
}

/* "Greek Prime Minister Tsipras" has been cut at the title; "German Angela Merkel" has not. */
static gint
skip_adjectives (QuoNameFinder *finder, QuoRun run)
{
  const QuoToken *first = quo_name_finder_get_token (finder, run.first);

  if (run.first < run.last && (first->kinds & QUO_WORD_ADJECTIVE)
      && !(quo_name_finder_get_token (finder, run.first + 1)->kinds & QUO_WORD_ADJECTIVE)
      && (quo_name_finder_get_facts (finder, run.first + 1)->flags & QUO_NAME_GIVEN))
    return run.first + 1;
  return run.first;
}

gint
quo_name_finder_skip_words (QuoNameFinder *finder, QuoRun run)
{
  run.first = skip_words (finder, run);
  return skip_adjectives (finder, run);
}

/* "Richard e Mildred", "Marks und Engels": a word for "and" joins two names, but for firms. */
static gint
find_join (QuoNameFinder *finder, QuoRun run)
{
  for (gint k = run.first; k <= run.last; k++)
    if (get_kinds (finder, k) & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_COMPANY))
      return run.last + 1;
  for (gint k = run.first + 1; k < run.last; k++)
    if ((quo_name_finder_get_token (finder, k)->kinds & QUO_WORD_JOIN)
        && !(quo_name_finder_get_token (finder, k)->shape & QUO_SHAPE_CAPITAL))
      return k;
  return run.last + 1;
}

gint
quo_name_finder_find_words (QuoNameFinder *finder, QuoRun run)
{
  return find_join (finder, run);
}
