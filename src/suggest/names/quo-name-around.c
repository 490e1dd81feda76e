/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"
#include "quo-name-finder.h"

/* What the words and marks around a candidate say of it, as weights of quo-name-clues.c. */

#define MARKED_WORDS 0.5f
#define MARKED_NAME 3 /* between quotation marks, where bodies are written so */

guint
quo_name_finder_get_neighbour_kinds (QuoNameFinder *finder, gint i, gint other,
                                     guint *ret_language_kinds)
{
  const QuoToken *token = quo_name_finder_get_token (finder, other);

  *ret_language_kinds = 0;
  if (token == NULL || !quo_reading_is_joined (&finder->reading, MIN (i, other)))
    return 0;
  *ret_language_kinds = token->kinds;
  return quo_name_finder_get_facts (finder, other)->kinds;
}

/* "HALDEN FERRY — ...": the place a story comes from begins its paragraph. */
static void
weigh_dateline (QuoNameFinder *finder, QuoNameCandidate *candidate)
{
  QuoSpan span = candidate->span;
  const QuoPassage *page = finder->reading.page;

  if (quo_dateline_holds (page, span)
      && (span.start == page->start || quo_name_finder_get_char (finder, span.start - 1) == '\n'))
    quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 4, QUO_CLUE_DATELINE);
}

/* "hejtman Plzeňského kraje": what is led and not who leads it. */
static gboolean
has_head (QuoNameFinder *finder, QuoRun run)
{
  if (run.first < run.last)
    for (gint i = run.first; i <= run.last; i++)
      if (quo_name_finder_get_facts (finder, i)->kinds
          & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE))
        return TRUE;
  return FALSE;
}

/* "По словам Паркера", "enligt Berg" */
static gboolean
follows_source (QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i - 1);

  if (token == NULL || !quo_reading_is_joined (&finder->reading, i - 1))
    return FALSE;
  while (token != NULL && (token->kinds & QUO_WORD_REST))
    token = quo_name_finder_get_token (finder, --i - 1);
  return token != NULL && (token->kinds & (QUO_WORD_SOURCE | QUO_WORD_SOURCE_STRICT));
}

/* Mr, Lady */
static QuoGender
get_title_gender (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (finder->reading.page, token, word);

  return quo_language_get_gender (finder->language, word, len);
}

static void
weigh_before (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  gboolean is_single = run.first == run.last;
  guint language_kinds;
  guint kinds
      = quo_name_finder_get_neighbour_kinds (finder, run.first, run.first - 1, &language_kinds);

  if (quo_language_has_capital_nouns (finder->language) && run.first > 0
      && quo_reading_is_joined (&finder->reading, run.first - 1)
      && (quo_name_finder_get_token (finder, run.first - 1)->shape & QUO_SHAPE_CAPITAL)
      && quo_name_finder_get_facts (finder, run.first - 1)->is_word)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 0.5,
                            QUO_CLUE_KIN); /* "Regisseur Wenders" */
  if ((language_kinds & QUO_WORD_TITLE) && !has_head (finder, run))
    {
      candidate->gender = get_title_gender (finder, run.first - 1);
      candidate->title = quo_name_finder_get_token (finder, run.first - 1)->span.start;
      quo_name_candidate_add (
          candidate, QUO_GUESS_PERSON,
          quo_name_finder_get_token (finder, run.first)->shape & QUO_SHAPE_CAPS ? 1 : 3.5,
          QUO_CLUE_TITLE);
    }
  if (kinds & QUO_NAME_WORD_KIN)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2, QUO_CLUE_KIN);
  if (follows_source (finder, run.first))
    {
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 0.8, QUO_CLUE_SAYING);
      quo_name_candidate_add (candidate, QUO_GUESS_PLACE, -1, QUO_CLUE_NONE);
    }
  /* "le groupe Médialogue", "the drug company Lorenz" */
  if ((kinds & QUO_NAME_WORD_ORGANIZATION)
      && !(quo_name_finder_get_token (finder, run.first - 1)->shape & QUO_SHAPE_CAPITAL))
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 1.5, QUO_CLUE_ORGANIZATION_WORD);
  if (kinds & QUO_NAME_WORD_IN)
    {
      quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 1.5, QUO_CLUE_IN);
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, -0.7, QUO_CLUE_NONE);
    }
  if (kinds & QUO_NAME_WORD_TO)
    quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 0.8, QUO_CLUE_IN);
  if ((kinds & QUO_NAME_WORD_ARTICLE) && !candidate->is_well_known)
    {
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, is_single ? -2.2 : -1.2, QUO_CLUE_NONE);
      quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 0.6, QUO_CLUE_ARTICLE);
      quo_name_candidate_add (candidate, QUO_GUESS_PLACE, -0.8, QUO_CLUE_NONE);
      quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, is_single ? 1 : 0.3, QUO_CLUE_NONE);
    }
}

/* Whether a place known as country, division or capital stands after a comma: "Springfield, Ohio".
 */
static gboolean
is_before_region (QuoNameFinder *finder, QuoRun run)
{
  const QuoToken *last = quo_name_finder_get_token (finder, run.last),
                 *next = quo_name_finder_get_token (finder, run.last + 1);
  QuoNameEntry entry;
  QuoPlace place;

  if (next == NULL || quo_name_finder_get_char (finder, last->span.end) != ','
      || next->span.start != last->span.end + 2
      || !quo_reading_is_name_part (&finder->reading, run.last + 1)
      || !quo_name_finder_look_up (finder, next->span, &entry, NULL) || entry.n_places == 0)
    return FALSE;
  quo_gazetteer_get_place (finder->gazetteer, entry.places[0], &place);
  return place.kind == QUO_PLACE_COUNTRY || place.kind == QUO_PLACE_DIVISION;
}

static void
weigh_after (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  const QuoToken *last = quo_name_finder_get_token (finder, run.last),
                 *next = quo_name_finder_get_token (finder, run.last + 1);
  guint language_kinds;
  guint kinds
      = quo_name_finder_get_neighbour_kinds (finder, run.last, run.last + 1, &language_kinds);

  if ((language_kinds & QUO_WORD_SAYING) && !(next->shape & QUO_SHAPE_CAPITAL))
    {
      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1.2, QUO_CLUE_SAYING);
      quo_name_candidate_add (candidate, QUO_GUESS_PLACE, -0.8, QUO_CLUE_NONE);
    }
  if (next != NULL && quo_name_finder_get_char (finder, last->span.end) == ','
      && next->span.start == last->span.end + 2)
    {
      kinds = quo_name_finder_get_facts (finder, run.last + 1)->kinds;
      if (kinds & QUO_NAME_WORD_WHO)
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2, QUO_CLUE_WHO);
      if (kinds & QUO_NAME_WORD_KIN)
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1, QUO_CLUE_KIN);
      if ((next->shape & QUO_SHAPE_NUMBER) && next->span.end - next->span.start == 2
          && quo_name_finder_get_char (finder, next->span.end) == ',')
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2.5, QUO_CLUE_WHO); /* her age */
    }
  if (is_before_region (finder, run))
    quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 2.5, QUO_CLUE_INSIDE_PLACE);
  if (quo_name_finder_get_char (finder, last->span.end) == '$') /* US$ 20 */
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 6, QUO_CLUE_NONE);
}

/* "said Osborne", "disse Costa". */
static void
weigh_inverted (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  guint language_kinds;

  guint kinds
      = quo_name_finder_get_neighbour_kinds (finder, run.first, run.first - 1, &language_kinds);

  if (!(language_kinds & QUO_WORD_SAYING)
      || (quo_name_finder_get_token (finder, run.first - 1)->shape & QUO_SHAPE_CAPITAL))
    return;
  /* "told Sky News": who hears it is a person or a paper. */
  if (kinds & QUO_NAME_WORD_TOLD)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 0.9, QUO_CLUE_SAYING);
  else
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1.2, QUO_CLUE_SAYING);
}

/* What the word before the mark says of what is named in it: компания «Марвел», премия «Ника». */
static guint
get_kinds_before_mark (QuoNameFinder *finder, const QuoNameCandidate *candidate, gint first)
{
  const QuoToken *before = quo_name_finder_get_token (finder, first - 1);

  return before != NULL && before->span.end + 2 == candidate->span.start
                 && quo_name_finder_get_char (finder, before->span.end) == ' '
             ? quo_name_finder_get_facts (finder, first - 1)->kinds
             : 0;
}

/* Between quotation marks and nothing else there: the title of a work, or of what the word before
 * says. */
static void
weigh_marks (QuoNameFinder *finder, QuoNameCandidate *candidate, gint first)
{
  guint kinds;

  if (!quo_char_is_quote_mark (quo_name_finder_get_char (finder, candidate->span.start - 1))
      || !quo_char_is_quote_mark (quo_name_finder_get_char (finder, candidate->span.end)))
    return;
  kinds = get_kinds_before_mark (finder, candidate, first);
  if (kinds & QUO_NAME_WORD_ORGANIZATION)
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION, 4, QUO_CLUE_ORGANIZATION_WORD);
  else if (quo_name_knowledge_has_marked_names (finder->knowledge)
           && !(kinds & (QUO_NAME_WORD_EVENT | QUO_NAME_WORD_WORK | QUO_NAME_WORD_PLACE)))
    quo_name_candidate_add (candidate, QUO_GUESS_ORGANIZATION,
                            candidate->n_words == 1 ? MARKED_NAME : MARKED_WORDS, QUO_CLUE_NONE);
  else
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 1.5, QUO_CLUE_NONE);
}

void
quo_name_finder_weigh_around (QuoNameFinder *finder, QuoNameCandidate *candidate, QuoRun run)
{
  weigh_dateline (finder, candidate);
  weigh_before (finder, candidate, run);
  weigh_inverted (finder, candidate, run);
  weigh_after (finder, candidate, run);
  weigh_marks (finder, candidate, run.first);
}
