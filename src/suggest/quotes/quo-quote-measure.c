/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-measure.h"

#include "quo-quote-colon.h"
#include "quo-quote-name-like.h"
#include "quo-quote-naming.h"
#include "quo-quote-narrative.h"

/* Measures what may be a quote for the classifier. The features say nothing about the words of a
 * text but what the language's file says of them, so that they hold in every language. */

#define MAX_NEAR 24     /* words to a cue at which it counts for nothing */
#define REACH_OTHER 400 /* code points to a quote before it that may have the same cue */
#define MAX_ADDRESSEE 4 /* words of whom it is said to */

typedef QuoQuoteReading Finding;

static gunichar
look_back (const QuoPassage *page, guint32 i)
{
  while (i > page->start && quo_passage_get (page, i - 1) == ' ')
    i--;
  return i > page->start ? quo_passage_get (page, i - 1) : 0;
}

static gunichar
look_on (const QuoPassage *page, guint32 i)
{
  while (quo_passage_get (page, i) == ' ')
    i++;
  return quo_passage_get (page, i);
}

static gboolean
is_mark (gunichar c)
{
  return quo_char_is_quote_mark (c) || quo_char_is_apostrophe (c);
}

/* The stretch without its marks. */
static QuoSpan
get_inside (const QuoPassage *page, QuoSpan span)
{
  while (span.start < span.end
         && (is_mark (quo_passage_get (page, span.start))
             || g_unichar_isspace (quo_passage_get (page, span.start))))
    span.start++;
  while (span.end > span.start
         && (is_mark (quo_passage_get (page, span.end - 1))
             || g_unichar_isspace (quo_passage_get (page, span.end - 1))))
    span.end--;
  return span;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || c == '\n' || c == '\r' || c == 0x2029;
}

/* --- Stretches in marks --- */

/* A word that has no capital in “The Lord of the Rings”: nothing but a blank stands before it. */
static gboolean
is_small_in_title (const Finding *finding, const QuoToken *token)
{
  guint32 start = token->span.start;

  return g_unichar_isspace (quo_passage_get (finding->page, start - 1))
         && g_unichar_isalnum (quo_passage_get (finding->page, start - 2))
         && !(token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
         && (token->kinds
             & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_JOIN))
         && !(token->kinds
              & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING | QUO_WORD_SELF | QUO_WORD_OPENER));
}

static void
measure_words (const Finding *finding, const QuoQuoteCandidate *candidate, double *f)
{
  guint n_words = 0, n_capitals = 0, n_small = 0;
  gboolean are_titles = !quo_language_has_capital_nouns (finding->language);
  gboolean is_last_small = FALSE;

  for (guint p = 0; p < candidate->n_parts; p++)
    {
      g_autoptr (GArray) tokens
          = quo_tokens_list (finding->page, finding->language, candidate->parts[p]);

      for (guint i = 0; i < tokens->len; i++)
        {
          const QuoToken *token = quo_tokens_get (tokens, i);

          n_words++;
          n_capitals += (token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER)) != 0;
          is_last_small = is_small_in_title (finding, token);
          n_small += is_last_small;
          if (token->kinds & QUO_WORD_SELF)
            f[QUO_MARKS_PERSON_INSIDE] = 1;
          if (token->kinds & QUO_WORD_FINITE)
            f[QUO_MARKS_FINITE_INSIDE] = 1;
        }
    }
  f[QUO_MARKS_ONE_WORD] = n_words <= 1;
  f[QUO_MARKS_TWO_WORDS] = n_words == 2;
  f[QUO_MARKS_FEW_WORDS] = n_words == 3 || n_words == 4;
  f[QUO_MARKS_SOME_WORDS] = n_words >= 5 && n_words <= 9;
  f[QUO_MARKS_MANY_WORDS] = n_words >= 10;
  f[QUO_MARKS_TITLE_CASE] = n_words > 1
                            && (n_capitals == n_words
                                || (are_titles && n_capitals >= 2 && !is_last_small
                                    && n_capitals + n_small == n_words));
  f[QUO_MARKS_SHORT_BARE] = n_words <= 4 && f[QUO_MARKS_STOP_INSIDE] == 0
                            && f[QUO_MARKS_CRY_INSIDE] == 0 && f[QUO_MARKS_COMMA_AFTER] == 0
                            && f[QUO_MARKS_CAPITAL_START] == 0;
}

static gboolean
is_single_mark (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x201a || c == 0x2039 || c == 0x203a;
}

/* Whether the outer marks of most stretches are single ones. */
static gboolean
has_single_marks (const Finding *finding)
{
  guint n = 0, n_single = 0;

  for (guint i = 0; i < finding->stretches->len; i++)
    {
      const QuoStretch *stretch = quo_stretches_get (finding->stretches, i);

      if (stretch->depth > 0 || stretch->is_dash)
        continue;
      n++;
      n_single += is_single_mark (quo_passage_get (finding->page, stretch->span.start));
    }
  return 2 * n_single > n;
}

static void
measure_borders (const Finding *finding, const QuoQuoteCandidate *candidate, double *f)
{
  const QuoPassage *page = finding->page;
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);
  QuoSpan first = get_inside (page, candidate->parts[0]);
  QuoSpan last = get_inside (page, candidate->parts[candidate->n_parts - 1]);
  gunichar begins = quo_passage_get (page, first.start);
  gunichar ends = quo_passage_get (page, last.end - 1);
  gunichar before = look_back (page, hull.start), after = look_on (page, hull.end);
  gunichar mark = quo_passage_get (page, hull.start);

  f[QUO_MARKS_CAPITAL_START] = !g_unichar_islower (begins);
  f[QUO_MARKS_STOP_INSIDE]
      = ends == '.' || quo_char_is_comma (ends) || ends == 0x3002 || ends == 0x2026;
  f[QUO_MARKS_CRY_INSIDE] = quo_char_is_stop (ends) && f[QUO_MARKS_STOP_INSIDE] == 0;
  f[QUO_MARKS_COMMA_AFTER] = quo_char_is_comma (after) || quo_char_is_dash (after);
  f[QUO_MARKS_STOP_AFTER] = quo_char_is_stop (after);
  f[QUO_MARKS_COLON_BEFORE] = before == ':' || before == 0xff1a;
  f[QUO_MARKS_COMMA_BEFORE] = quo_char_is_comma (before);
  f[QUO_MARKS_STARTS_PARAGRAPH] = is_blank (before);
  f[QUO_MARKS_ENDS_PARAGRAPH] = is_blank (after);
  f[QUO_MARKS_ALONE] = is_blank (before) && is_blank (after);
  f[QUO_MARKS_WORD_AFTER] = g_unichar_islower (after);
  f[QUO_MARKS_WORD_BEFORE] = g_unichar_isalnum (before);
  f[QUO_MARKS_SINGLE] = is_single_mark (mark) != finding->is_single;
  f[QUO_MARKS_DASH] = quo_char_is_dash (mark) || mark == '-';
}

/* The word right before the first mark. */
static guint
get_kinds_before (const Finding *finding, guint32 start)
{
  guint32 from = start > finding->page->start + 24 ? start - 24 : finding->page->start;
  g_autoptr (GArray) tokens = NULL;
  const QuoToken *last;

  if (!g_unichar_isalnum (look_back (finding->page, start)))
    return 0;
  while (from < start && quo_char_is_word (quo_passage_get (finding->page, from)))
    from++;
  tokens = quo_tokens_list (finding->page, finding->language, QUO_SPAN (from, start));
  if (tokens->len == 0)
    return 0;
  last = quo_tokens_get (tokens, tokens->len - 1);
  return last->kinds;
}

static guint
count_words (const Finding *finding, guint32 from, guint32 to)
{
  g_autoptr (GArray) tokens = NULL;

  if (to <= from)
    return 0;
  tokens = quo_tokens_list (finding->page, finding->language,
                            QUO_SPAN (from, MIN (to, from + 12 * MAX_NEAR)));
  return tokens->len;
}

/* "este domingo": nothing but when it is said. */
static gboolean
are_of_calendar (const GArray *tokens)
{
  if (tokens->len == 0 || tokens->len > MAX_ADDRESSEE)
    return FALSE;
  for (guint i = 0; i < tokens->len; i++)
    if (!(quo_tokens_get (tokens, i)->kinds
          & (i + 1 < tokens->len ? QUO_WORD_CALENDAR | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE
                                 : QUO_WORD_CALENDAR)))
      return FALSE;
  return TRUE;
}

/* "a las eléctricas": nothing but whom it is said to. */
static gboolean
are_addressee (const Finding *finding, const GArray *tokens)
{
  if (tokens->len < 2 || tokens->len > MAX_ADDRESSEE
      || !(quo_tokens_get (tokens, 0)->kinds & QUO_WORD_OBLIQUE))
    return FALSE;
  for (guint i = 1; i < tokens->len; i++)
    if ((quo_tokens_get (tokens, i)->kinds
         & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_ANY_SAYING | QUO_WORD_PRONOUN))
        || look_back (finding->page, quo_tokens_get (tokens, i)->span.start) == ',')
      return FALSE;
  return TRUE;
}

/* Few small words right after a verb of saying, or after its preposition, are all that somebody
 * says: pidió "paciencia", called for “restraint”, призвал к «сдержанности». */
static gboolean
is_said_beside (const Finding *finding, const QuoQuoteCandidate *candidate, guint kinds_before)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate), cue = candidate->cue;
  g_autoptr (GArray) tokens = NULL;

  if (candidate->features[QUO_MARKS_CUE] == 0 || candidate->features[QUO_MARKS_WEAK_CUE] > 0
      || (candidate->features[QUO_MARKS_CAPITAL_START] > 0
          && candidate->features[QUO_MARKS_CRY_INSIDE] == 0) /* screamed “Help!” */
      || cue.end > hull.start)
    return FALSE;
  if (candidate->features[QUO_MARKS_CUE_BESIDE] > 0)
    return TRUE;
  tokens = quo_tokens_list (finding->page, finding->language, QUO_SPAN (cue.end, hull.start));
  if (tokens->len == 1)
    return (kinds_before & QUO_WORD_OBLIQUE) && !(kinds_before & QUO_WORD_DETERMINER);
  if (are_of_calendar (tokens))
    return TRUE;
  return quo_language_needs_opener (finding->language) && are_addressee (finding, tokens);
}

static void
measure_cue (const Finding *finding, const QuoQuoteCandidate *candidate, double *f)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate), cue = candidate->cue;
  g_autoptr (GArray) tokens = NULL;
  guint kinds, n;

  if (quo_span_is_empty (cue))
    return;
  tokens = quo_tokens_list (finding->page, finding->language, cue);
  kinds = tokens->len > 0 ? quo_tokens_get (tokens, 0)->kinds : 0;
  if (!(kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_ANY_SOURCE)))
    {
      f[QUO_MARKS_UNLISTED_CUE] = f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] == 0;
      return;
    }
  f[QUO_MARKS_CUE] = 1;
  f[QUO_MARKS_WEAK_CUE] = !(kinds & (QUO_WORD_SAYING | QUO_WORD_ANY_SOURCE));
  n = cue.start >= hull.end   ? count_words (finding, hull.end, cue.start)
      : cue.end <= hull.start ? count_words (finding, cue.end, hull.start)
                              : 0;
  f[QUO_MARKS_NEAR_CUE] = 1 - MIN (n, MAX_NEAR) / (double)MAX_NEAR;
  f[QUO_MARKS_CUE_BESIDE] = n == 0;
  f[QUO_MARKS_COLON_CUE] = f[QUO_MARKS_COLON_BEFORE] && cue.end <= hull.start;
}

/* Index of the first clause whose sentence ends after @at. */
static guint
find_first_clause (const Finding *finding, guint32 at)
{
  guint low = 0, high = finding->clauses->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (finding->clauses, QuoClause, middle).sentence.end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The clause that holds the quote and has the most words; NULL: none does. */
static const QuoClause *
find_clause_round (const Finding *finding, QuoSpan hull)
{
  const QuoClause *found = NULL;

  for (guint i = find_first_clause (finding, hull.start); i < finding->clauses->len; i++)
    {
      const QuoClause *clause = &g_array_index (finding->clauses, QuoClause, i);

      if (clause->sentence.start >= hull.end)
        break;
      for (guint k = 0; k < clause->n_ranges; k++)
        if (clause->ranges[k].start <= hull.start + 1 && clause->ranges[k].end + 1 >= hull.end
            && (found == NULL || clause->n_words > found->n_words))
          found = clause;
    }
  return found;
}

gboolean
quo_quote_reading_follows_quote (const Finding *finding, guint32 start)
{
  gint i = quo_stretches_find_last (finding->stretches, start);
  QuoSpan paragraph;

  if (i < 0 || finding->page->paragraphs->len == 0)
    return FALSE;
  paragraph = quo_passage_get_paragraph (finding->page,
                                         quo_passage_find_paragraph (finding->page, start));
  return quo_stretches_get (finding->stretches, i)->span.start >= paragraph.start;
}

/* Whether a longer quote before it, in marks of its own, has the same verb of saying: «...», заявил
 * глава «Вымпела». */
static gboolean
is_cue_of_other (const Finding *finding, const QuoQuoteCandidate *candidate, QuoSpan hull)
{
  if (quo_span_is_empty (candidate->cue) || candidate->cue.end > hull.start)
    return FALSE;
  for (guint i = find_first_clause (finding, candidate->cue.start); i < finding->clauses->len; i++)
    {
      const QuoClause *clause = &g_array_index (finding->clauses, QuoClause, i);

      if (clause->sentence.start >= hull.end)
        break;
      if (clause->cue.start == candidate->cue.start && clause->pattern == QUO_CLAUSE_BEFORE
          && candidate->features[QUO_MARKS_MANY_WORDS] + candidate->features[QUO_MARKS_SOME_WORDS]
                 == 0)
        return TRUE;
    }
  for (guint i = finding->candidates->len; i > 0; i--)
    {
      const QuoQuoteCandidate *other = quo_candidates_get (finding->candidates, i - 1);
      QuoSpan span = quo_quote_candidate_get_hull (other);

      if (span.end + REACH_OTHER < hull.start)
        return FALSE;
      if (other->cue.start == candidate->cue.start && span.end <= candidate->cue.start
          && span.end - span.start > hull.end - hull.start)
        return TRUE;
    }
  return FALSE;
}

void
quo_quote_measure_marks (const Finding *finding, QuoQuoteCandidate *candidate)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);
  const QuoClause *clause = find_clause_round (finding, hull);
  double *f = candidate->features, has_stop_after;
  gboolean is_title;
  guint kinds;

  f[QUO_MARKS_BIAS] = 1;
  measure_borders (finding, candidate, f);
  measure_words (finding, candidate, f);
  measure_cue (finding, candidate, f);
  f[QUO_MARKS_CUE_OF_OTHER] = is_cue_of_other (finding, candidate, hull);
  f[QUO_MARKS_SEVERAL_PARTS] = candidate->n_parts > 1;
  kinds = get_kinds_before (finding, hull.start);
  f[QUO_MARKS_NOUN_BEFORE] = (kinds & (QUO_WORD_DETERMINER | QUO_WORD_STOPWORD)) != 0;
  f[QUO_MARKS_NAME_OF] = quo_quote_is_name_of (finding, f, kinds);
  is_title = quo_quote_is_title (finding, candidate);
  candidate->source = quo_quote_find_colon_source (finding, candidate);
  candidate->is_answer
      = !candidate->is_nested && quo_stretches_is_answer (finding->stretches, hull.start);
  f[QUO_MARKS_NAMED_COLON] = !quo_span_is_empty (candidate->source) || candidate->is_answer;
  if (f[QUO_MARKS_CUE_BESIDE] + f[QUO_MARKS_MANY_WORDS] > 0)
    f[QUO_MARKS_WORD_BEFORE] = 0;
  has_stop_after = f[QUO_MARKS_STOP_AFTER];
  if (f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS]
          + f[QUO_MARKS_SOME_WORDS] + f[QUO_MARKS_MANY_WORDS]
      > 0)
    f[QUO_MARKS_NAMING] /* in a story the narrator calls things by their names */
        = (finding->narrative < QUO_STORY && !quo_quote_is_name_like (finding, f)
           && quo_quote_is_named (finding, hull))
          || (f[QUO_MARKS_SOME_WORDS] == 0 && is_said_beside (finding, candidate, kinds));
  if (f[QUO_MARKS_NAMING] > 0) /* few words are all there is to say */
    f[QUO_MARKS_SHORT_BARE] = f[QUO_MARKS_NOUN_BEFORE] = f[QUO_MARKS_WORD_BEFORE]
        = f[QUO_MARKS_NAME_OF] = f[QUO_MARKS_ONE_WORD] = 0;
  if (is_title)
    {
      f[QUO_MARKS_NAME_OF] = 1;
      f[QUO_MARKS_NAMING] = f[QUO_MARKS_NAMED_COLON] = 0;
      /* a verb that is near is about it, or about others */
      f[QUO_MARKS_CUE] = f[QUO_MARKS_NEAR_CUE] = f[QUO_MARKS_CUE_BESIDE] = 0;
    }
  /* Outside of America the stop follows the mark even where a whole sentence is quoted. */
  if (f[QUO_MARKS_CAPITAL_START] > 0 && f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] == 0)
    f[QUO_MARKS_STOP_AFTER] = 0;
  f[QUO_MARKS_SENTENCE]
      = f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] == 0 && f[QUO_MARKS_CAPITAL_START] > 0
        && f[QUO_MARKS_TITLE_CASE] == 0
        && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] + has_stop_after > 0;
  f[QUO_MARKS_NESTED] = candidate->is_nested;
  f[QUO_MARKS_DIALOGUE] = finding->dialogue;
  f[QUO_MARKS_AFTER_QUOTE] = quo_quote_reading_follows_quote (finding, hull.start);
  if (clause != NULL && clause->n_words > 0)
    {
      f[QUO_MARKS_IN_CLAUSE] = 1;
      f[QUO_MARKS_CLAUSE_REST] = 1 - (double)clause->n_quoted_words / clause->n_words;
    }
}

/* --- All of the text --- */

static double
measure_dialogue (const QuoPassage *page, const GArray *stretches)
{
  guint32 n = 0;

  for (guint i = 0; i < stretches->len; i++)
    if (quo_stretches_get (stretches, i)->depth == 0)
      n += quo_stretches_get (stretches, i)->span.end
           - quo_stretches_get (stretches, i)->span.start;
  return page->end > page->start ? MIN (1.0, (double)n / (page->end - page->start)) : 0;
}

void
quo_quote_measure_text (Finding *finding)
{
  finding->is_single = has_single_marks (finding);
  finding->dialogue = measure_dialogue (finding->page, finding->stretches);
  finding->narrative
      = quo_passage_measure_narrative (finding->page, finding->stretches, finding->language);
}
