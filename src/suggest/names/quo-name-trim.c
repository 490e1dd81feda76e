/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

/* Common words that stand in a run of capitals beside a name and are not of it: before it, because
 * a sentence begins there or nouns have capitals, and behind it. */

#define MIN_SEAT 50000 /* people of a town that bodies are called after */
#define MIN_NOUN 4     /* code points of a noun that no list has */

static guint
get_kinds (QuoNameFinder *finder, gint i)
{
  return quo_name_finder_get_facts (finder, i)->kinds;
}

/* "Bosch-Managerin": a compound of a name and a word. */
static gboolean
ends_in_word (QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_reading_get_span (&finder->reading, (QuoRun){ i, i });

  for (guint32 at = span.end; at > span.start + 1; at--)
    if (quo_char_is_hyphen (quo_name_finder_get_char (finder, at - 1)))
      return quo_name_finder_get_span_facts (finder, QUO_SPAN (at, span.end))->is_word;
  return FALSE;
}

/* Whether the word is common and nothing that names begin with. */
static gboolean
is_mere_word (QuoNameFinder *finder, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);

  /* German adjectives have capitals only in names: "das Karibische Meer". */
  if ((facts->kinds & QUO_NAME_WORD_ADJECTIVE) && !(facts->kinds & QUO_NAME_WORD_ROLE)
      && quo_language_has_capital_nouns (finder->language)
      && !quo_reading_begins_sentence (&finder->reading, i))
    return FALSE;
  return (facts->is_word || ends_in_word (finder, i))
         && !(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPS)
         && !(facts->flags & (QUO_NAME_GIVEN | QUO_NAME_ORGANIZATION))
         && !((facts->flags & QUO_NAME_PLACE)
              && quo_name_finder_is_well_known (finder, (QuoRun){ i, i }))
         && !(facts->kinds
              & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT));
}

/* "Using Alvarez": a common word that only begins a sentence. */
static gint
skip_first_word (QuoNameFinder *finder, QuoRun run)
{
  gint first = run.first;

  if (quo_reading_begins_sentence (&finder->reading, first) && is_mere_word (finder, first)
      && quo_name_finder_get_facts (finder, first)->tally.n_inside == 0
      && (quo_name_finder_get_facts (finder, first + 1)->flags & QUO_NAME_GIVEN
          || (first + 1 == run.last && !quo_name_finder_get_facts (finder, run.last)->is_word)))
    first++;
  return first;
}

/* Whether @i is a noun after which the name of a place stands: "die Stadt Halle". */
static gboolean
is_before_place (QuoNameFinder *finder, gint i)
{
  return (get_kinds (finder, i) & QUO_NAME_WORD_IN)
         && (quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL);
}

/* "im Brüsseler Stadtbezirk": of what town it is. */
static gboolean
is_before_part (QuoNameFinder *finder, gint i, QuoRun run)
{
  QuoSpan span = quo_reading_get_span (&finder->reading, (QuoRun){ i, i });

  return i + 1 < run.last && is_before_place (finder, i + 1)
         && g_unichar_tolower (quo_name_finder_get_char (finder, span.end - 1)) == 'r';
}

/* "Regisseur Wenders" where nouns have capitals: common words before a word that is none. */
static gint
skip_nouns (QuoNameFinder *finder, QuoRun run)
{
  gint first = run.first;

  while (first < run.last
         && (is_mere_word (finder, first) || is_before_place (finder, first)
             || is_before_part (finder, first, run)
             || (first > run.first
                 && !(quo_name_finder_get_token (finder, first)->shape & QUO_SHAPE_CAPITAL))))
    first++;
  if (first == run.first)
    return first;
  if (is_before_place (finder, first - 1)
      && (quo_name_finder_get_facts (finder, first)->flags & QUO_NAME_PLACE))
    return first;
  return !is_mere_word (finder, first)
                 && !(get_kinds (finder, first)
                      & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_EVENT | QUO_NAME_WORD_PLACE))
             ? first
             : run.first;
}

/* Whether a name that the gazetteer knows goes from @k to the end of the run. */
static gboolean
is_known_from (QuoNameFinder *finder, gint k, QuoRun run, gboolean is_after_body)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, k);
  QuoRun rest = { k, run.last };
  QuoNameEntry entry;

  if (!(quo_name_finder_get_token (finder, k)->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  if ((facts->flags & QUO_NAME_GIVEN) && !facts->is_word && k < run.last && !is_after_body)
    return TRUE;
  if (!quo_name_finder_look_up (finder, quo_reading_get_span (&finder->reading, rest), &entry,
                                NULL))
    return FALSE;
  return (entry.flags & QUO_NAME_ORGANIZATION)
         || (!is_after_body && quo_name_finder_is_well_known (finder, rest));
}

/* "der Streamingdienst Netflix", "Fabrikanten Georg Meier": nouns that no list has before a name
 * that one has. */
static gint
skip_to_known (QuoNameFinder *finder, QuoRun run)
{
  gboolean is_after_body = FALSE;

  for (gint k = run.first; k < run.last; k++)
    {
      const QuoToken *token = quo_name_finder_get_token (finder, k);
      const QuoWordFacts *facts = quo_name_finder_get_facts (finder, k);

      if (facts->flags != 0 || (token->shape & QUO_SHAPE_CAPS)
          || !(token->shape & QUO_SHAPE_CAPITAL) || (facts->kinds & QUO_NAME_WORD_COMPANY)
          || token->span.end - token->span.start < MIN_NOUN)
        break;
      is_after_body |= (facts->kinds
                        & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT))
                       != 0;
      if (is_known_from (finder, k + 1, run, is_after_body))
        return k + 1;
    }
  return run.first;
}

static gint
skip_words (QuoNameFinder *finder, QuoRun run)
{
  QuoNameEntry entry;
  gint first;

  if (run.first == run.last
      || quo_name_finder_look_up (finder, quo_reading_get_span (&finder->reading, run), &entry,
                                  NULL))
    return run.first; /* "New York" */
  if (!quo_language_has_capital_nouns (finder->language))
    return skip_first_word (finder, run);
  first = skip_nouns (finder, run);
  return first > run.first ? first : skip_to_known (finder, run);
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

/* Where the first word with a capital stands: "von der Leyen". */
static gint
find_capital (QuoNameFinder *finder, QuoRun run)
{
  gint i = run.first;

  while (i < run.last && !(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL))
    i++;
  return i;
}

gint
quo_name_finder_skip_words (QuoNameFinder *finder, QuoRun run)
{
  gint capital = find_capital (finder, run);

  if (capital > run.first && quo_language_has_capital_nouns (finder->language)
      && is_mere_word (finder, capital))
    run.first = capital; /* "von dem Flugzeug" */
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

/* "Edgars", "Nachbars": a name in the genitive. */
static gboolean
is_genitive (QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_reading_get_span (&finder->reading, (QuoRun){ i, i });

  return span.end - span.start > MIN_NOUN
         && g_unichar_tolower (quo_name_finder_get_char (finder, span.end - 1)) == 's'
         && (quo_name_finder_get_span_facts (finder, QUO_SPAN (span.start, span.end - 1))->flags
             & (QUO_NAME_GIVEN | QUO_NAME_SURNAME | QUO_NAME_PLACE));
}

/* "Oberlandesgericht Düsseldorf": a place after which no more of a body's name is likely. */
static gboolean
is_seat (QuoNameFinder *finder, gint i)
{
  QuoPlace place;

  return quo_name_finder_look_up_place (finder, (QuoRun){ i, i }, &place)
         && place.population >= MIN_SEAT;
}

/* Whether a surname is likely to follow. */
static gboolean
is_given (QuoNameFinder *finder, gint i)
{
  if (quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_INITIAL)
    return TRUE;
  return (quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL)
         && (quo_name_finder_get_facts (finder, i)->flags & QUO_NAME_GIVEN)
         && !is_genitive (finder, i);
}

/* Where small words before @i begin: "zu den Ausgezeichneten". */
static gint
skip_back_small (QuoNameFinder *finder, gint first, gint i)
{
  while (i - 1 > first && !(quo_name_finder_get_token (finder, i - 1)->shape & QUO_SHAPE_CAPITAL))
    i--;
  return i;
}

/* A mere word, or what looks like an adjective and stands behind a name. */
static gboolean
is_mere_noun (QuoNameFinder *finder, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);

  return is_mere_word (finder, i)
         || ((facts->kinds & QUO_NAME_WORD_ADJECTIVE) && facts->is_word && facts->flags == 0);
}

/* "Erdogan Pläne", "Edgars Filme", "Timo Berg Mitspieler Karl Olsen": where nouns have capitals,
 * the next noun behind a name. */
static gint
find_noun (QuoNameFinder *finder, QuoRun run)
{
  gint first = find_capital (finder, run);
  gboolean is_body = FALSE;

  if (!quo_language_has_capital_nouns (finder->language) || is_mere_word (finder, first))
    return run.last + 1;
  for (gint k = first; k <= run.last; k++)
    {
      const QuoWordFacts *facts = quo_name_finder_get_facts (finder, k);

      is_body |= (facts->kinds
                  & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT
                     | QUO_NAME_WORD_COMPANY))
                 || (k == first && facts->flags == 0 && (facts->kinds & QUO_NAME_WORD_ADJECTIVE));
      if (k > first && (quo_name_finder_get_token (finder, k)->shape & QUO_SHAPE_CAPITAL)
          && is_mere_noun (finder, k) && !(facts->flags & (QUO_NAME_SURNAME | QUO_NAME_PLACE))
          && !is_given (finder, k - 1) && (!is_body || is_seat (finder, k - 1)))
        return skip_back_small (finder, first, k);
    }
  return run.last + 1;
}

gint
quo_name_finder_find_words (QuoNameFinder *finder, QuoRun run)
{
  return MIN (find_join (finder, run), find_noun (finder, run));
}
