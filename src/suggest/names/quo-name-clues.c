/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <math.h>
#include <string.h>

/* What speaks for a candidate being a person, a place, an organization, an event or nothing in its
 * own words; what stands around it is weighed in quo-name-around.c. Each clue adds to the logarithm
 * of the odds, so that they can be added in any order. The weights were set by hand: small ones are
 * habits of writing, from 3 upward one clue alone decides. */

#define LARGE_TOWN 500000 /* known to readers far away */
#define SMALL_TOWN 30000
#define PART_OF_PLACE 4    /* "Südeuropa" */
#define TOWN 2.2f          /* what a town weighs that is not small */
#define TOWN_IN_PLACE 3.5f /* what a town and a word such as "in" weigh */
#define MIN_VERB 4         /* code points of a verb whose ending counts */

/* ------------------------------------------------------------------------------ in its own words
 */

static void
weigh_places (QuoNameFinder *finder, QuoNameCandidate *candidate, const QuoNameEntry *entry)
{
  QuoPlace place;
  float weight;

  if (entry->n_places == 0)
    return;
  quo_gazetteer_get_place (finder->gazetteer, entry->places[0], &place);
  candidate->is_well_known = (place.kind >= QUO_PLACE_CAPITAL && place.kind != QUO_PLACE_DIVISION)
                             || place.population >= LARGE_TOWN;
  if (place.kind == QUO_PLACE_TOWN || place.kind == QUO_PLACE_SEAT)
    weight = place.population >= LARGE_TOWN ? 3.6 : place.population >= SMALL_TOWN ? 2.2 : 1.2;
  else
    weight = place.kind != QUO_PLACE_DIVISION ? 5 : candidate->is_well_known ? 2.8 : 1.2;
  quo_name_candidate_add (candidate, QUO_GUESS_PLACE, weight + (candidate->n_words > 1 ? 1.5 : 0),
                          QUO_CLUE_KNOWN_PLACE);
}

/* "Südeuropa", "Nordalgerien" */
static gboolean
is_part_of_place (const QuoNameFinder *finder, QuoSpan span)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, span, folded);
  gsize prefix = quo_name_knowledge_measure_prefix (finder->knowledge, folded);
  g_autoptr (GPtrArray) bases = NULL;
  QuoNameEntry entry;

  if (prefix == 0 || prefix >= len)
    return FALSE;
  bases = quo_name_knowledge_list_bases (finder->knowledge, folded + prefix, len - prefix);
  g_ptr_array_add (bases, g_strdup (folded + prefix));
  for (guint i = 0; i < bases->len; i++)
    if (quo_gazetteer_look_up (finder->gazetteer, g_ptr_array_index (bases, i),
                               strlen (g_ptr_array_index (bases, i)), &entry)
        && entry.n_places > 0)
      {
        QuoPlace place;

        quo_gazetteer_get_place (finder->gazetteer, entry.places[0], &place);
        if (place.kind >= QUO_PLACE_DIVISION)
          return TRUE;
      }
  return FALSE;
}

void
quo_name_finder_weigh_known (QuoNameFinder *finder, QuoNameCandidate *candidate)
{
  QuoNameEntry entry;

  if (!quo_name_finder_look_up (finder, candidate->span, &entry, &candidate->base))
    {
      if (is_part_of_place (finder, candidate->span))
        quo_name_candidate_add (candidate, QUO_GUESS_PLACE, PART_OF_PLACE, QUO_CLUE_KNOWN_PLACE);
      return;
    }
  candidate->own_type = entry.type;
  candidate->n_places = entry.n_places;
  weigh_places (finder, candidate, &entry);
  if (entry.flags & QUO_NAME_PLACE_WORD)
    quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 2.5, QUO_CLUE_KNOWN_PLACE);
  if (entry.flags & QUO_NAME_ORGANIZATION)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 5, QUO_CLUE_KNOWN_ORGANIZATION);
}

static void
weigh_as_person (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  const QuoWordFacts *first = quo_name_finder_get_facts (finder, run.first);
  const QuoWordFacts *last = quo_name_finder_get_facts (finder, run.last);
  gboolean is_single = run.first == run.last;

  if (first->flags & QUO_NAME_GIVEN)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON,
                            is_single ? (first->is_word ? 0.6 : 1.6) : 2.4, QUO_CLUE_GIVEN);
  if (last->flags & QUO_NAME_SURNAME)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, is_single ? 1.4 : 1.2, QUO_CLUE_SURNAME);
  else if ((last->kinds & QUO_NAME_WORD_SURNAME) && !last->is_word)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 0.8, QUO_CLUE_SURNAME);
  for (gint i = run.first; i <= run.last && !is_single; i++)
    {
      const QuoToken *token = quo_name_finder_get_token (finder, i);

      if ((token->shape & QUO_SHAPE_INITIAL) && token->span.end - token->span.start == 1
          && i < run.last)
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2, QUO_CLUE_INITIAL);
      if (i > run.first && i < run.last && !(token->shape & QUO_SHAPE_CAPITAL)
          && (token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1, QUO_CLUE_PARTICLE);
    }
}

/* "Baath-Universität", unlike "Online-Bank": a name and a word joined by a hyphen. */
static gboolean
is_compound_name (QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_reading_get_span (&finder->reading, (QuoRun){ i, i });

  for (guint32 at = span.start + 2; at + 2 < span.end; at++)
    if (quo_char_is_hyphen (quo_name_finder_get_char (finder, at)))
      {
        const QuoWordFacts *first
            = quo_name_finder_get_span_facts (finder, QUO_SPAN (span.start, at));

        return !first->is_word && !(first->kinds & QUO_NAME_WORD_OTHER);
      }
  return FALSE;
}

/* Words that say what the whole is: Green Party, Lake Como, World Cup. */
static void
weigh_head_words (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  for (gint i = run.first; i <= run.last; i++)
    {
      const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);
      gboolean is_edge = i == run.first || i == run.last;
      gboolean is_alone = run.first == run.last && !is_compound_name (finder, i);
      gboolean is_small_head
          = i == run.first && (facts->kinds & QUO_NAME_WORD_HEAD)
            && !(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL);
      float weight = is_small_head ? 5.5 : is_edge ? 3.5 : 2;

      if (!(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL)
          && !quo_name_knowledge_is_inflected (finder->knowledge)
          && !quo_name_knowledge_has_small_bodies (finder->knowledge)
          && !(facts->kinds & QUO_NAME_WORD_HEAD))
        continue; /* but "Верховный суд", "Malmö tingsrätt", "ministère de la Culture" */
      if (facts->kinds & QUO_NAME_WORD_COMPANY)
        quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, is_alone ? 0 : 5,
                                QUO_CLUE_COMPANY);
      if (is_alone)
        {
          /* "Parliament" alone is a word; a compound as "Umweltministerium" is half a name. */
          if (facts->kinds & (QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT))
            quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 2.5, QUO_CLUE_NONE);
          if (facts->kinds & QUO_NAME_WORD_ORGANIZATION)
            quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 1.5,
                                    QUO_CLUE_ORGANIZATION_WORD);
        }
      else if (facts->kinds & QUO_NAME_WORD_ORGANIZATION)
        quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, weight,
                                QUO_CLUE_ORGANIZATION_WORD);
      else if (facts->kinds & QUO_NAME_WORD_PLACE)
        quo_name_candidate_add (candidate, QUO_GUESS_PLACE, weight - 0.8, QUO_CLUE_PLACE_WORD);
      else if (facts->kinds & QUO_NAME_WORD_EVENT)
        quo_name_candidate_add (candidate, QUO_GUESS_EVENT, weight + 1.5, QUO_CLUE_EVENT_WORD);
      if (i == run.last && (facts->kinds & QUO_NAME_WORD_PLACE_ENDING))
        quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 1.2, QUO_CLUE_PLACE_WORD);
    }
}

/* How it is written: ACRONYM, A&B, iPhone, Boeing 747. */
static void
weigh_shape (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  const QuoToken *first = quo_name_finder_get_token (finder, run.first);
  guint32 length = candidate->span.end - candidate->span.start;
  gboolean has_small = FALSE, has_inner = FALSE;

  if (run.first == run.last && (first->shape & QUO_SHAPE_CAPS) && length >= 2 && length <= 6)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 2.4, QUO_CLUE_ACRONYM);
  for (guint32 i = candidate->span.start; i < candidate->span.end; i++)
    {
      gunichar c = quo_name_finder_get_char (finder, i);

      if (c == '&')
        quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 3, QUO_CLUE_ORGANIZATION_WORD);
      if (g_unichar_isdigit (c)) /* "IE9" is a thing */
        quo_name_candidate_add (candidate, QUO_GUESS_NOTHING,
                                run.first == run.last && i + 1 == candidate->span.end ? 2.5 : 0.7,
                                QUO_CLUE_NONE);
      has_inner |= has_small && g_unichar_isupper (c);
      has_small = g_unichar_islower (c);
    }
  if (run.first == run.last && has_inner)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 1, QUO_CLUE_ACRONYM);
}

/* ------------------------------------------------------------------------------ whether it is one
 */

static gboolean
is_peoples_adjective (const QuoNameFinder *finder, gint i)
{
  return (quo_name_finder_get_token (finder, i)->kinds & QUO_WORD_ADJECTIVE) != 0;
}

/* XV, but not the C of an initial. */
static gboolean
is_numeral (const QuoNameFinder *finder, QuoSpan span)
{
  for (guint32 i = span.start; i < span.end; i++)
    {
      gunichar c = quo_name_finder_get_char (finder, i);

      if (c != 'I' && c != 'V' && c != 'X' && c != 'L')
        return FALSE;
    }
  return TRUE;
}

/* "Первой мировой", "Османской империи": where words are inflected, an adjective before a noun in
 * small letters is no name of its own. */
static gboolean
is_adjective_of_noun (QuoNameFinder *finder, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);
  const QuoToken *next = quo_name_finder_get_token (finder, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!quo_name_knowledge_is_inflected (finder->knowledge)
      || quo_language_has_capital_nouns (finder->language)
      || !(facts->kinds & QUO_NAME_WORD_ADJECTIVE)
      || (facts->flags & (QUO_NAME_GIVEN | QUO_NAME_SURNAME)) || next == NULL
      || !quo_reading_is_joined (&finder->reading, i)
      || !g_unichar_islower (quo_name_finder_get_char (finder, next->span.start))
      || (next->kinds
          & (QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_FINITE)))
    return FALSE;
  len = quo_token_fold (finder->reading.page, next, word);
  return quo_language_get_verb_gender (finder->language, word, len) == QUO_GENDER_UNKNOWN;
}

/* "Сталин начал": a verb that agrees with one person follows. */
static gboolean
is_before_verb_of_one (const QuoNameFinder *finder, gint i)
{
  const QuoToken *next = quo_name_finder_get_token (finder, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len;
  QuoGender gender;

  if (next == NULL || !quo_reading_is_joined (&finder->reading, i)
      || !g_unichar_islower (quo_name_finder_get_char (finder, next->span.start))
      || next->span.end - next->span.start < MIN_VERB
      || quo_language_has_subject_after (finder->language))
    return FALSE;
  len = quo_token_fold (finder->reading.page, next, word);
  gender = quo_language_get_verb_gender (finder->language, word, len);
  return gender == QUO_GENDER_FEMALE || gender == QUO_GENDER_MALE;
}

/* Whether names are not called so; the ending of a place that all know says nothing: "München". */
static gboolean
is_no_name (const QuoNameFinder *finder, const QuoNameCandidate *candidate,
            const QuoWordFacts *facts, gboolean is_compound)
{
  char folded[QUO_FOLD_SIZE];

  if (!(facts->kinds & QUO_NAME_WORD_OTHER) || !(candidate->is_well_known || is_compound))
    return (facts->kinds & QUO_NAME_WORD_OTHER) != 0;
  quo_name_finder_fold (finder, candidate->span, folded);
  return quo_name_knowledge_is_no_name (finder->knowledge, folded);
}

static void
weigh_single (QuoNameFinder *finder, QuoNameCandidate *candidate, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  gboolean is_caps = (token->shape & QUO_SHAPE_CAPS) != 0;

  if (is_peoples_adjective (finder, i) && !candidate->is_well_known)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 4, QUO_CLUE_NONE);
  if (is_no_name (finder, candidate, facts, is_compound_name (finder, i))
      || is_numeral (finder, token->span))
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 3, QUO_CLUE_NONE);
  if (facts->tally.n_small > facts->tally.n_inside && !is_caps)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 2.5, QUO_CLUE_NONE);
  if (candidate->span.end - candidate->span.start <= 2 && !is_caps)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 2, QUO_CLUE_NONE);
  if (is_adjective_of_noun (finder, i) && !candidate->is_well_known)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 3, QUO_CLUE_NONE);
  else if (is_before_verb_of_one (finder, i) && !facts->is_word)
    {
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1, QUO_CLUE_NONE);
      quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, -0.8, QUO_CLUE_NONE);
    }
  if (quo_reading_begins_sentence (&finder->reading, i) && !is_caps)
    {
      candidate->is_weak = TRUE;
      if (facts->tally.n_inside == 0)
        quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, facts->is_word ? 2.5 : 0,
                                QUO_CLUE_NONE);
    }
  else
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, facts->is_word ? 0.5 : -1.2,
                            QUO_CLUE_NONE);
}

/* "der Brand": people are called so, but not with an article. */
static gboolean
is_surname_as_noun (QuoNameFinder *finder, QuoRun run)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, run.first);

  return run.first == run.last && facts->is_common && (facts->flags & QUO_NAME_SURNAME)
         && !(facts->flags & (QUO_NAME_PLACE | QUO_NAME_ORGANIZATION));
}

/* "in Ulm": lists of words have the names of towns, too. */
static gboolean
is_town_in_place (const QuoNameCandidate *candidate, QuoRun run, guint kinds_before)
{
  return run.first == run.last && (kinds_before & QUO_NAME_WORD_IN)
         && candidate->weights[QUO_GUESS_PLACE] >= TOWN_IN_PLACE;
}

/* "bis Salzburg": lists of words have it, but nobody would think of a thing. */
static gboolean
is_town (const QuoNameCandidate *candidate, const QuoWordFacts *facts)
{
  return candidate->weights[QUO_GUESS_PLACE] >= TOWN && !(facts->kinds & QUO_NAME_WORD_OTHER);
}

/* "Akademie der Künste": of a body's name all may be common words. */
static float
get_share_of_words (QuoNameFinder *finder, QuoRun run)
{
  for (gint i = run.first; i <= run.last && run.first < run.last; i++)
    if (quo_name_finder_get_facts (finder, i)->kinds
        & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_COMPANY))
      return 0.4f;
  return 1;
}

/* German nouns: a capital says nothing, an article before it says much. */
static void
weigh_among_nouns (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  const QuoToken *previous = quo_name_finder_get_token (finder, run.first - 1);
  float share = get_share_of_words (finder, run);
  guint language_kinds;
  guint kinds
      = quo_name_finder_get_neighbour_kinds (finder, run.first, run.first - 1, &language_kinds);

  if ((quo_name_finder_get_token (finder, run.first)->shape & QUO_SHAPE_CAPS)
      || candidate->is_well_known)
    return;
  for (gint i = run.first; i <= run.last; i++)
    {
      const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);

      /* Adjectives have capitals only in names: "das Karibische Meer". */
      if ((facts->kinds & QUO_NAME_WORD_ADJECTIVE) && i < run.last
          && !quo_reading_begins_sentence (&finder->reading, i))
        {
          quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, -2, QUO_CLUE_NONE);
          return;
        }
      if (facts->is_word && (facts->flags & QUO_NAME_GIVEN))
        quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, run.first == run.last ? 1.2 : 0,
                                QUO_CLUE_NONE);
      else if (facts->is_word && !is_town_in_place (candidate, run, kinds))
        quo_name_candidate_add (candidate, QUO_GUESS_NOTHING,
                                share
                                    * (run.first < run.last         ? 1.2
                                       : is_town (candidate, facts) ? 0.2
                                                                    : 2.6),
                                QUO_CLUE_NONE);
    }
  if (kinds & QUO_NAME_WORD_ARTICLE)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING,
                            is_surname_as_noun (finder, run) ? 3.2 : 1.2, QUO_CLUE_NONE);
  else if (previous != NULL && language_kinds == 0 && kinds == 0
           && !(previous->shape & QUO_SHAPE_CAPITAL)
           && quo_reading_is_joined (&finder->reading, run.first - 1)
           && g_unichar_islower (quo_name_finder_get_char (finder, previous->span.start)))
    {
      gunichar end = quo_name_finder_get_char (finder, previous->span.end - 1);

      kinds = quo_name_finder_get_neighbour_kinds (finder, run.first - 1, run.first - 2,
                                                   &language_kinds);
      /* An adjective before it: "große Hoffnung"; with an article "dem ersten Boot". */
      if (strchr ("enrsm", (int)MIN (end, 'z')) != NULL)
        quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, kinds & QUO_NAME_WORD_ARTICLE ? 2 : 1,
                                QUO_CLUE_NONE);
    }
}

/* Several capitals in a row inside a sentence are hardly anything but a name. */
static void
weigh_several (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  for (gint i = run.first; i <= run.last; i++)
    if (!quo_name_finder_get_facts (finder, i)->is_word)
      quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, -0.6, QUO_CLUE_NONE);
  if (quo_reading_begins_sentence (&finder->reading, run.first))
    candidate->is_weak = FALSE;
  else if (quo_language_has_inflected_names (finder->language))
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, -0.3,
                            QUO_CLUE_NONE); /* few forms are in the lists */
}

void
quo_name_finder_weigh_part (QuoNameFinder *finder, QuoNameCandidate *candidate,
                            gboolean is_before_role)
{
  gboolean is_caps = TRUE;

  candidate->n_words = 1;
  for (guint32 i = candidate->span.start; i < candidate->span.end; i++)
    is_caps &= !g_unichar_islower (quo_name_finder_get_char (finder, i));
  quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 1, QUO_CLUE_NONE);
  if (is_caps)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 2.4, QUO_CLUE_ACRONYM);
  else if (is_before_role && !quo_name_finder_get_span_facts (finder, candidate->span)->is_common)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 2.4, QUO_CLUE_KIN);
  quo_name_finder_weigh_known (finder, candidate);
}

void
quo_name_finder_weigh (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  gboolean is_single = run.first == run.last;

  candidate->n_words = run.last - run.first + 1;
  quo_name_candidate_add (candidate, QUO_GUESS_PERSON, is_single ? 0.6 : 0.9, QUO_CLUE_CAPITALS);
  quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, is_single ? 0.2 : 0.5,
                          QUO_CLUE_CAPITALS);
  quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 0.1, QUO_CLUE_CAPITALS);
  quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 0.6, QUO_CLUE_NONE);
  quo_name_candidate_add (candidate, QUO_GUESS_EVENT, -1, QUO_CLUE_NONE);
  quo_name_finder_weigh_known (finder, candidate);
  weigh_as_person (finder, candidate, run);
  weigh_head_words (finder, candidate, run);
  weigh_shape (finder, candidate, run);
  quo_name_finder_weigh_around (finder, candidate, run);
  quo_name_finder_weigh_team (finder, candidate, run);
  if (is_single)
    weigh_single (finder, candidate, run.first);
  else if (!quo_language_has_capital_nouns (finder->language))
    weigh_several (finder, candidate, run);
  if (quo_language_has_capital_nouns (finder->language))
    weigh_among_nouns (finder, candidate, run);
}
