/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* Candidates in scripts with capitals: the segments of quo-name-runs.h, grown over "of" after a
 * word such as "Ministry", parted where two names meet, and cut back where only the sentence or a
 * people's adjective gave a capital. */

#define MAX_GENITIVES 4
#define MAX_ADJECTIVES 3 /* "Česká lékařská komora" */
#define MAX_ENDING 4     /* "VM:et", behind the colon */
#define MAX_LINKS 3      /* "ministère de la Culture" */

static guint
get_kinds (QuoNameFinder *finder, gint i)
{
  return quo_name_finder_get_facts (finder, i)->kinds;
}

/* "Министерство иностранных дел", "Комитет по правам человека": small words in the genitive after a
 * word for an organization; the last one is a noun. */
static gint
find_genitive_end (QuoNameFinder *finder, QuoRun run)
{
  gint last = run.last, i = run.last;

  if (!quo_name_knowledge_is_inflected (finder->knowledge)
      || !(get_kinds (finder, run.last) & QUO_NAME_WORD_ORGANIZATION))
    return run.last;
  for (gint n = 0; n < MAX_GENITIVES && quo_reading_is_joined (&finder->reading, i); n++, i++)
    {
      const QuoToken *next = quo_name_finder_get_token (finder, i + 1);
      guint kinds = get_kinds (finder, i + 1);

      if (n == 0 && (kinds & QUO_NAME_WORD_OF) && !(next->kinds & QUO_WORD_JOIN))
        continue;
      if ((next->shape & QUO_SHAPE_CAPITAL) || !(kinds & QUO_NAME_WORD_GENITIVE)
          || (next->kinds & (QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING)))
        break;
      if (!(kinds & QUO_NAME_WORD_ADJECTIVE))
        last = i + 1;
    }
  return last;
}

/* "Ministry of Foreign Affairs", "Bank of the West": where the name ends. */
static gint
find_link_end (QuoNameFinder *finder, QuoRun run)
{
  gint i = run.last + 1;
  gboolean has_head = FALSE;
  gboolean has_place_head = (get_kinds (finder, run.last) & QUO_NAME_WORD_PLACE) != 0;

  for (gint k = run.first; k <= run.last; k++)
    has_head |= (get_kinds (finder, k) & QUO_NAME_WORD_ORGANIZATION) != 0;
  if (!(has_head || has_place_head) || quo_name_finder_get_token (finder, i) == NULL
      || !quo_reading_is_joined (&finder->reading, run.last)
      || !((has_head && (get_kinds (finder, i) & QUO_NAME_WORD_OF))
           || (quo_name_finder_get_token (finder, i)->kinds & QUO_WORD_LINK)))
    return run.last;
  if (quo_name_finder_get_token (finder, i + 1) != NULL
      && quo_reading_is_joined (&finder->reading, i)
      && (get_kinds (finder, i + 1) & QUO_NAME_WORD_ARTICLE))
    i++;
  if (!quo_reading_is_joined (&finder->reading, i)
      || !quo_reading_is_name_part (&finder->reading, i + 1)
      || quo_reading_is_title (&finder->reading, i + 1))
    return run.last;
  return quo_reading_find_name (&finder->reading, i + 1).last;
}

static gboolean
is_country (QuoNameFinder *finder, QuoRun run)
{
  QuoPlace place;

  return quo_name_finder_look_up_place (finder, run, &place)
         && (place.kind == QUO_PLACE_COUNTRY || place.kind == QUO_PLACE_CONTINENT);
}

/* "Children", "People", "Writers": a common word that has its capital from a name. */
static gboolean
is_group (QuoNameFinder *finder, gint i)
{
  const QuoWordFacts *facts = quo_name_finder_get_facts (finder, i);
  guint shape = quo_name_finder_get_token (finder, i)->shape;

  return (shape & QUO_SHAPE_CAPITAL) && !(shape & QUO_SHAPE_CAPS) && facts->is_word
         && !(facts->flags & (QUO_NAME_GIVEN | QUO_NAME_PLACE))
         && !(quo_name_finder_get_token (finder, i)->kinds & QUO_WORD_CALENDAR)
         && (!quo_reading_begins_sentence (&finder->reading, i) || facts->tally.n_inside > 0);
}

/* "Women's [World Cup]", "St. James's [Park]": where a name ends that goes on after a possessive.
 * Of what a person or a country owns only a place is taken that has no name without it. */
static gint
find_owned_end (QuoNameFinder *finder, QuoRun run)
{
  gint next = run.last + 1;
  gboolean is_short
      = run.first == run.last
        || (quo_name_finder_get_token (finder, run.first)->kinds & QUO_WORD_ABBREVIATION);
  QuoRun owned;

  if (!is_short || !quo_reading_owns_next (&finder->reading, run.last)
      || !quo_reading_is_name_part (&finder->reading, next)
      || quo_reading_is_title (&finder->reading, next))
    return run.last;
  owned = quo_reading_find_name (&finder->reading, next);
  if (owned.first != next)
    return run.last;
  if (run.first == run.last && is_group (finder, run.last))
    return owned.last;
  return owned.last == next && (get_kinds (finder, next) & QUO_NAME_WORD_PLACE)
                 && !quo_name_finder_is_well_known (finder, run)
             ? next
             : run.last;
}

/* "Charles XII": a number with letters goes on with a name; a single I only after a title. */
static gint
find_numeral_end (QuoNameFinder *finder, QuoRun run)
{
  const QuoToken *next = quo_name_finder_get_token (finder, run.last + 1);
  guint n = 0;

  if (next == NULL || !quo_reading_is_joined (&finder->reading, run.last))
    return run.last;
  for (guint32 i = next->span.start; i < next->span.end; i++, n++)
    if (strchr ("IVX", (int)MIN (quo_name_finder_get_char (finder, i), 'z')) == NULL)
      return run.last;
  if (n == 1
      && (run.first == 0
          || !(quo_name_finder_get_token (finder, run.first - 1)->kinds & QUO_WORD_TITLE)))
    return run.last;
  return n <= 5 ? run.last + 1 : run.last;
}

/* "Fakultní nemocnice Plzeň": a place that stands there in its first form. */
static gboolean
is_seat (QuoNameFinder *finder, gint i)
{
  char folded[QUO_FOLD_SIZE];
  QuoNameEntry entry;
  gsize len;

  if (!quo_reading_is_joined (&finder->reading, i - 1)
      || !quo_reading_is_name_part (&finder->reading, i))
    return FALSE;
  len = quo_name_finder_fold (finder, quo_reading_get_span (&finder->reading, (QuoRun){ i, i }),
                              folded);
  return quo_gazetteer_look_up (finder->gazetteer, folded, len, &entry) && entry.n_places > 0;
}

/* "Карибское море", "Верховный суд", "Česká lékařská komora": only the first adjective has a
 * capital. */
static gint
find_small_head (QuoNameFinder *finder, QuoRun run)
{
  gint i = run.last;

  if (!quo_name_knowledge_is_inflected (finder->knowledge)
      || quo_language_has_capital_nouns (finder->language))
    return run.last;
  for (guint n = 0; n < MAX_ADJECTIVES && (get_kinds (finder, i) & QUO_NAME_WORD_ADJECTIVE)
                    && quo_reading_is_joined (&finder->reading, i);
       n++, i++)
    {
      guint kinds = get_kinds (finder, i + 1);

      if (kinds & QUO_NAME_WORD_ORGANIZATION)
        return is_seat (finder, i + 2) ? i + 2 : i + 1;
      if (kinds & (QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT))
        return i + 1;
      if (quo_name_finder_get_token (finder, i + 1)->shape & QUO_SHAPE_CAPITAL)
        break;
    }
  return run.last;
}

/* "Malmö tingsrätt", "Luleå tekniska universitet": where a language writes so, a body goes on with
 * the name of a place or what it belongs to. */
static gint
find_small_body (QuoNameFinder *finder, QuoRun run)
{
  gint i = run.last + 1;

  if (!quo_name_knowledge_has_small_bodies (finder->knowledge)
      || !quo_reading_is_joined (&finder->reading, run.last) || is_country (finder, run))
    return run.last;
  if (!(get_kinds (finder, i) & QUO_NAME_WORD_ORGANIZATION)
      && (get_kinds (finder, i) & QUO_NAME_WORD_ADJECTIVE)
      && quo_reading_is_joined (&finder->reading, i))
    i++;
  return (get_kinds (finder, i) & QUO_NAME_WORD_ORGANIZATION) ? i : run.last;
}

/* "ministère de la Culture", "place de la République": where a language writes so, a name begins
 * with a word in small letters that says what it is. */
static gint
find_small_start (QuoNameFinder *finder, QuoRun run)
{
  gint i = run.first - 1;

  for (guint n = 0; n < MAX_LINKS && i >= 0 && quo_reading_is_joined (&finder->reading, i);
       n++, i--)
    {
      if (get_kinds (finder, i) & QUO_NAME_WORD_HEAD)
        return i;
      if (!(get_kinds (finder, i) & QUO_NAME_WORD_OF)
          && !(quo_name_finder_get_token (finder, i)->kinds
               & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
        break;
    }
  return run.first;
}

/* "Theresa May": a month after a given name is a surname, unless a number follows. */
static gint
find_calendar_end (QuoNameFinder *finder, QuoRun run)
{
  const QuoToken *next = quo_name_finder_get_token (finder, run.last + 1),
                 *after = quo_name_finder_get_token (finder, run.last + 2);

  if (run.first < run.last || next == NULL || !(next->kinds & QUO_WORD_CALENDAR)
      || !(next->shape & QUO_SHAPE_CAPITAL) || !quo_reading_is_joined (&finder->reading, run.last)
      || !(quo_name_finder_get_facts (finder, run.last)->flags & QUO_NAME_GIVEN)
      || (after != NULL && (after->shape & QUO_SHAPE_NUMBER)))
    return run.last;
  /* "Karl August Varnhagen" */
  return quo_reading_is_joined (&finder->reading, run.last + 1)
                 && quo_reading_is_name_part (&finder->reading, run.last + 2)
             ? run.last + 2
             : run.last + 1;
}

static void
name_candidate (QuoNameFinder *finder, QuoNameCandidate *candidate)
{
  char folded[QUO_FOLD_SIZE];

  quo_name_finder_fold (finder, candidate->span, folded);
  quo_name_knowledge_strip (finder->knowledge, folded);
  candidate->name = g_string_chunk_insert_const (finder->strings, folded);
}

/* "EU" of "EU-Troika" */
static gboolean
is_known_acronym (QuoNameFinder *finder, QuoSpan span)
{
  for (guint32 i = span.start; i < span.end; i++)
    if (!g_unichar_isupper (quo_name_finder_get_char (finder, i)))
      return FALSE;
  return (quo_name_finder_get_span_facts (finder, span)->flags
          & (QUO_NAME_ORGANIZATION | QUO_NAME_PLACE))
         != 0;
}

/* "NATO-Mitglied", "KFC-parent": where the name before the hyphen ends, if the rest is a word. */
static guint32
find_hyphen (QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_reading_get_span (&finder->reading, (QuoRun){ i, i });

  for (guint32 at = span.start + 2; at + 2 < span.end; at++)
    if (quo_char_is_hyphen (quo_name_finder_get_char (finder, at)))
      {
        const QuoWordFacts *rest
            = quo_name_finder_get_span_facts (finder, QUO_SPAN (at + 1, span.end));
        const QuoWordFacts *whole = quo_name_finder_get_facts (finder, i);

        if (whole->flags != 0
            || !(rest->is_word || is_known_acronym (finder, QUO_SPAN (span.start, at)))
            || (rest->kinds & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE)))
          return 0;
        return at;
      }
  return 0;
}

/* "Rewe-Chefin": whether what stands behind the hyphen is somebody of the body before it. */
static gboolean
is_role (const QuoNameFinder *finder, guint32 start, guint32 end)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, QUO_SPAN (start, end), folded);

  return (quo_language_get_kinds (finder->language, folded, len) & QUO_WORD_TITLE)
         || (quo_name_knowledge_get_kinds (finder->knowledge, folded, len) & QUO_NAME_WORD_ROLE);
}

/* Whether the run was one word with a hyphen, of which at most the first part is a name. */
static gboolean
add_part (QuoNameFinder *finder, QuoRun run)
{
  QuoNameCandidate candidate = { 0 };
  guint32 hyphen = run.first == run.last ? find_hyphen (finder, run.first) : 0;

  if (hyphen == 0)
    return FALSE;
  if (quo_name_knowledge_keeps_compounds (finder->knowledge))
    return TRUE;
  candidate.span = QUO_SPAN (quo_reading_get_span (&finder->reading, run).start, hyphen);
  name_candidate (finder, &candidate);
  quo_name_finder_weigh_part (
      finder, &candidate,
      is_role (finder, hyphen + 1, quo_reading_get_span (&finder->reading, run).end));
  g_array_append_val (finder->candidates, candidate);
  return TRUE;
}

/* "New York-based": where several words end before a hyphen and a mere word. */
static guint32
find_end_before_hyphen (QuoNameFinder *finder, QuoRun run)
{
  QuoSpan last = quo_reading_get_span (&finder->reading, (QuoRun){ run.last, run.last });

  for (guint32 at = last.start + 2; run.first < run.last && at + 2 < last.end; at++)
    if (quo_char_is_hyphen (quo_name_finder_get_char (finder, at)))
      return g_unichar_islower (quo_name_finder_get_char (finder, at + 1))
                     && quo_name_finder_get_span_facts (finder, QUO_SPAN (at + 1, last.end))
                            ->is_word
                     && quo_name_finder_get_facts (finder, run.last)->flags == 0
                 ? at
                 : last.end;
  return last.end;
}

/* "FN:s", "USA:s": the ending of an acronym is part of it, as that of any other name is. */
static guint32
find_ending (const QuoNameFinder *finder, QuoSpan span)
{
  guint32 end = span.end + 1;

  if (quo_name_finder_get_char (finder, span.end) != ':'
      || !g_unichar_isupper (quo_name_finder_get_char (finder, span.end - 1)))
    return span.end;
  while (g_unichar_islower (quo_name_finder_get_char (finder, end)))
    end++;
  return end > span.end + 1 && end <= span.end + 1 + MAX_ENDING ? end : span.end;
}

static void
add_candidate (QuoNameFinder *finder, QuoRun run)
{
  QuoNameCandidate candidate = { 0 };

  candidate.span = quo_reading_get_span (&finder->reading, run);
  if (run.first < run.last)
    candidate.span.end = MIN (candidate.span.end, find_end_before_hyphen (finder, run));
  if (quo_span_is_empty (candidate.span) || add_part (finder, run))
    return;
  name_candidate (finder, &candidate);
  quo_name_finder_weigh (finder, &candidate, run);
  candidate.span.end = find_ending (finder, candidate.span);
  g_array_append_val (finder->candidates, candidate);
}

/* Where the name begins behind common words. What is left out may be a name of its own: "Bosch" of
 * "Bosch-Managerin Martina Merz". */
static gint
skip_words (QuoNameFinder *finder, QuoRun run)
{
  gint first = quo_name_finder_skip_words (finder, run);

  for (gint k = run.first; k < first; k++)
    if ((quo_name_finder_get_token (finder, k)->shape & QUO_SHAPE_CAPITAL)
        && ((quo_name_finder_get_facts (finder, k)->flags & QUO_NAME_PLACE)
            || find_hyphen (finder, k) > 0))
      add_candidate (finder, (QuoRun){ k, k });
  return first;
}

static gboolean
is_title_only (const QuoNameFinder *finder, QuoRun run)
{
  for (gint k = run.first; k <= run.last; k++)
    if (!quo_reading_is_title (&finder->reading, k))
      return FALSE;
  return TRUE;
}

/* "Rewe-Chef", "SPD-Politiker": the body before a title. A country there is no name of its own. */
static void
add_body_of_title (QuoNameFinder *finder, gint i)
{
  guint before = finder->candidates->len;
  double score;

  if (!(quo_name_finder_get_token (finder, i)->shape & QUO_SHAPE_CAPITAL)
      || !add_part (finder, (QuoRun){ i, i }) || finder->candidates->len == before)
    return;
  if (quo_name_candidate_guess (&g_array_index (finder->candidates, QuoNameCandidate, before),
                                &score)
      != QUO_GUESS_ORGANIZATION)
    g_array_set_size (finder->candidates, before);
}

/* "Baath-Universität", "Universität von Edinburgh": where nouns have capitals, one that ends like
 * a common noun and makes a name with what is beside it. */
static gboolean
is_body (QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  QuoSpan span = token->span;

  if (!quo_language_has_capital_nouns (finder->language) || !(token->kinds & QUO_WORD_NOUN)
      || !(token->shape & QUO_SHAPE_CAPITAL)
      || !(get_kinds (finder, i) & QUO_NAME_WORD_ORGANIZATION))
    return FALSE;
  for (guint32 at = span.start; at < span.end; at++)
    if (quo_char_is_hyphen (quo_name_finder_get_char (finder, at)))
      return TRUE;
  return find_link_end (finder, (QuoRun){ i, i }) > i;
}

void
quo_name_finder_collect_capitals (QuoNameFinder *finder)
{
  const QuoReading *reading = &finder->reading;
  gint past = 0; /* the first token that belongs to no candidate yet */

  for (gint i = 0; i < (gint)reading->tokens->len; i++)
    {
      QuoRun run;

      if (quo_reading_is_title (reading, i))
        {
          add_body_of_title (finder, i);
          continue;
        }
      if (quo_reading_is_name_part (reading, i))
        run = quo_reading_find_name (reading, i);
      else if ((is_group (finder, i) && find_owned_end (finder, (QuoRun){ i, i }) > i)
               || is_body (finder, i))
        run = (QuoRun){ i, i };
      else
        continue;
      /* The rest of a run that was parted begins with a name, not with "and". */
      run.first = run.first < past ? i : run.first;
      if (run.last < i || run.first > run.last)
        continue;
      run.last = MAX (run.last, find_owned_end (finder, run));
      run.last = MAX (run.last, find_link_end (finder, run));
      run.last = MAX (run.last, find_numeral_end (finder, run));
      run.last = MAX (run.last, find_calendar_end (finder, run));
      run.first = skip_words (finder, run);
      run.last = MIN (run.last, quo_name_finder_find_meeting (finder, run) - 1);
      run.last = MIN (run.last, quo_name_finder_find_words (finder, run) - 1);
      run.last = find_small_head (finder, run);
      run.last = find_small_body (finder, run);
      run.first = MAX (past, find_small_start (finder, run));
      run.last = find_genitive_end (finder, run);
      run = quo_name_finder_fit_marked (finder, run, i);
      if (!is_title_only (finder, run))
        add_candidate (finder, run);
      i = MAX (i, run.last);
      past = i + 1;
    }
}
