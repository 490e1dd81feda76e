/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clauses.h"

/* What somebody said, told without marks or with marks round a part of it. Each sentence is looked
 * through for words that report: what stands before, after or round them, by commas and by the word
 * that opens a clause, is a candidate. Which candidates are quotes is decided elsewhere. */

#define MAX_SUBJECT 10   /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TAIL 9       /* words after "..., he said": on Monday in a speech to members */
#define MAX_TO_OPENER 12 /* words between the verb and "that" */
#define MAX_TO_COMMA 16  /* words between the verb and the comma before the clause */
#define MAX_SOURCE 14    /* words of whom "according to" names */
#define MIN_WORDS 3      /* of a clause */
#define MIN_BARE_WORDS 4 /* of one with nothing that opens it */

typedef struct
{
  const QuoPassage *page;
  const GArray *stretches;
  const QuoLanguage *language;
  GArray *clauses;
  QuoSpan span;   /* of the sentence */
  GArray *tokens; /* of the sentence */
  gboolean *quoted;
} Sentence;

static const QuoToken *
get (const Sentence *sentence, gint i)
{
  return i >= 0 && i < (gint)sentence->tokens->len ? quo_tokens_get (sentence->tokens, i) : NULL;
}

/* Whether a character that @is_one accepts stands between token @i and the next one. */
static gboolean
has_between (const Sentence *sentence, gint i, gboolean (*is_one) (gunichar c))
{
  const QuoToken *a = get (sentence, i), *b = get (sentence, i + 1);
  guint32 from = a != NULL ? a->span.end : sentence->span.start;
  guint32 to = b != NULL ? b->span.start : sentence->span.end;

  for (guint32 at = from; at < to; at++)
    if (is_one (quo_passage_get (sentence->page, at)))
      return TRUE;
  return FALSE;
}

static gboolean
is_comma_or_dash (gunichar c)
{
  return quo_char_is_comma (c) || quo_char_is_dash (c);
}

static gboolean
is_border (gunichar c)
{
  return is_comma_or_dash (c) || c == ';' || c == ':' || c == 0xff1a || c == '(' || c == ')'
         || quo_char_is_quote_mark (c);
}

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

/* --- What was found --- */

static gboolean
is_trimmed (gunichar c)
{
  return g_unichar_isspace (c) || quo_char_is_comma (c) || c == '.' || c == ';' || c == ':'
         || c == 0x3002 || quo_char_is_dash (c);
}

static QuoSpan
trim (const QuoPassage *page, QuoSpan span)
{
  while (span.start < span.end && is_trimmed (quo_passage_get (page, span.start)))
    span.start++;
  while (span.end > span.start && is_trimmed (quo_passage_get (page, span.end - 1)))
    span.end--;
  return span;
}

static void
count_words (const Sentence *sentence, QuoClause *clause)
{
  for (guint i = 0; i < sentence->tokens->len; i++)
    {
      const QuoToken *token = get (sentence, i);

      for (guint k = 0; k < clause->n_ranges; k++)
        if (quo_span_contains (clause->ranges[k], token->span))
          {
            clause->n_words++;
            clause->n_quoted_words += sentence->quoted[i];
            clause->has_finite |= (token->kinds & QUO_WORD_FINITE) != 0;
            clause->has_mood |= !sentence->quoted[i] && (token->kinds & QUO_WORD_SUBJUNCTIVE) != 0;
          }
    }
}

static void
take (Sentence *sentence, QuoClause *clause)
{
  guint n = 0;

  for (guint i = 0; i < clause->n_ranges; i++)
    {
      QuoSpan span = trim (sentence->page, clause->ranges[i]);

      if (span.end > span.start)
        clause->ranges[n++] = span;
    }
  clause->n_ranges = n;
  clause->sentence = sentence->span;
  count_words (sentence, clause);
  if (n > 0 && clause->n_words >= MIN_WORDS)
    g_array_append_val (sentence->clauses, *clause);
}

/* From the start of token @first to the end of token @last. */
static QuoSpan
span_tokens (const Sentence *sentence, gint first, gint last)
{
  const QuoToken *a = get (sentence, first), *b = get (sentence, last);

  return a == NULL || b == NULL || last < first ? QUO_SPAN (0, 0)
                                                : QUO_SPAN (a->span.start, b->span.end);
}

static QuoClause
begin (const Sentence *sentence, gint cue, QuoClausePattern pattern)
{
  const QuoToken *token = get (sentence, cue);
  const QuoToken *last = get (sentence, cue + token->n_words - 1);

  return (QuoClause){ .cue = QUO_SPAN (token->span.start, (last != NULL ? last : token)->span.end),
                      .cue_kinds = token->kinds,
                      .pattern = pattern,
                      .n_ranges = 1 };
}

/* --- Words that report --- */

/* "the report", "die Sage": nouns that look like verbs. */
static gboolean
is_noun (const Sentence *sentence, gint i)
{
  const QuoToken *token = get (sentence, i), *before = get (sentence, i - 1);

  if (before == NULL)
    return FALSE;
  if (before->kinds & QUO_WORD_DETERMINER && before->span.end + 1 >= token->span.start)
    return TRUE;
  return (token->shape & QUO_SHAPE_CAPITAL) && !sentence->quoted[i - 1];
}

static gboolean
is_verb (const Sentence *sentence, gint i)
{
  const QuoToken *token = get (sentence, i);

  return token != NULL && !sentence->quoted[i]
         && (token->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
         && (!is_noun (sentence, i) || (token->kinds & QUO_WORD_REPORTING))
         && !(token->kinds & QUO_WORD_REST);
}

/* --- CLAUSE, X said --- */

/* The last token before the comma or dash that precedes the verb @cue over its subject; -1: none.
 */
static gint
find_border_before (const Sentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - 1 - MAX_SUBJECT; i--)
    {
      if (has_between (sentence, i, is_comma_or_dash))
        return i;
      if (sentence->quoted[i] || (get (sentence, i)->kinds & QUO_WORD_OPENER)
          || has_between (sentence, i, is_border))
        return -1;
    }
  return -1;
}

/* The last token of the words round the verb: to the next comma, or to the end of the sentence. */
static gint
find_tail (const Sentence *sentence, gint cue, gboolean *ret_is_end)
{
  gint n = sentence->tokens->len;

  for (gint i = cue; i < n && i <= cue + MAX_TAIL; i++)
    {
      *ret_is_end = i == n - 1;
      if (*ret_is_end || has_between (sentence, i, is_comma_or_dash))
        return i;
      if (i > cue && ((get (sentence, i)->kinds & QUO_WORD_OPENER) || sentence->quoted[i]))
        return -1;
    }
  return -1;
}

static guint
count_unquoted (const Sentence *sentence, gint first, gint last)
{
  guint n = 0;

  for (gint i = first; i <= last; i++)
    n += !sentence->quoted[i];
  return n;
}

static gboolean
try_before (Sentence *sentence, gint cue)
{
  gint border = find_border_before (sentence, cue), tail;
  gint n = sentence->tokens->len;
  QuoClause clause;
  gboolean is_end = FALSE;

  if (border < 0 || !(get (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
      || has_between (sentence, cue, is_colon))
    return FALSE;
  tail = find_tail (sentence, cue, &is_end);
  if (tail < 0 || (!is_end && tail - cue > MAX_TAIL / 2))
    return FALSE;
  if (count_unquoted (sentence, 0, border) < (is_end ? MIN_WORDS : 2))
    return FALSE;
  clause = begin (sentence, cue, is_end ? QUO_CLAUSE_BEFORE : QUO_CLAUSE_ROUND);
  clause.ranges[0] = QUO_SPAN (sentence->span.start, get (sentence, border)->span.end);
  clause.gap = cue - border - 1;
  clause.n_tail = tail - cue;
  if (!is_end)
    {
      if ((get (sentence, tail + 1)->kinds & (QUO_WORD_OPENER | QUO_WORD_JOIN)))
        return FALSE; /* On Monday, he said, that ... */
      clause.ranges[1] = QUO_SPAN (get (sentence, tail + 1)->span.start, sentence->span.end);
      clause.n_ranges = 2;
      if (count_unquoted (sentence, tail + 1, n - 1) == 0)
        return FALSE;
    }
  take (sentence, &clause);
  return TRUE;
}

/* --- X said that CLAUSE --- */

/* "and thanked", not "and would be" or "and the board". */
static gboolean
begins_new_verb (const Sentence *sentence, gint i)
{
  const QuoToken *next = get (sentence, i + 1);

  return (get (sentence, i)->kinds & QUO_WORD_JOIN) && next != NULL
         && !(next->kinds
              & (QUO_WORD_FINITE | QUO_WORD_DETERMINER | QUO_WORD_STOPWORD | QUO_WORD_PRONOUN));
}

/* Where marks close within the clause and a comma or "and" follows, the author goes on: said that
 * it "would not hold", calling it a risk. 0: nowhere. */
static guint32
find_marked_end (const Sentence *sentence, gint first)
{
  for (gint i = first + 2; i + 1 < (gint)sentence->tokens->len; i++)
    {
      guint32 end = get (sentence, i)->span.end;

      if (!sentence->quoted[i] || sentence->quoted[i + 1])
        continue;
      if (has_between (sentence, i, quo_char_is_comma) || begins_new_verb (sentence, i + 1))
        {
          while (end < get (sentence, i + 1)->span.start
                 && !g_unichar_isspace (quo_passage_get (sentence->page, end)))
            end++;
          return end;
        }
    }
  return 0;
}

/* Where the clause ends: before "and told", else with the sentence. */
static guint32
find_clause_end (const Sentence *sentence, gint first)
{
  guint32 marked = find_marked_end (sentence, first);

  if (marked > 0)
    return marked;
  for (gint i = first + 3; i < (gint)sentence->tokens->len; i++)
    {
      const QuoToken *token = get (sentence, i);

      if (!(token->kinds & QUO_WORD_JOIN) || sentence->quoted[i])
        continue;
      for (gint k = i + 1; k <= i + 2; k++)
        if (is_verb (sentence, k) && (get (sentence, k)->kinds & QUO_WORD_SAYING))
          return token->span.start;
    }
  return sentence->span.end;
}

static void
take_after (Sentence *sentence, gint cue, gint first, gboolean has_opener)
{
  QuoClause clause = begin (sentence, cue, QUO_CLAUSE_AFTER);

  clause.ranges[0]
      = QUO_SPAN (get (sentence, first)->span.start, find_clause_end (sentence, first));
  /* An opening mark belongs to it. */
  while (clause.ranges[0].start > sentence->span.start
         && quo_char_is_quote_mark (quo_passage_get (sentence->page, clause.ranges[0].start - 1)))
    clause.ranges[0].start--;
  clause.has_opener = has_opener;
  clause.gap = first - cue - 1;
  take (sentence, &clause);
}

/* The word that opens a clause after the verb; -1: none is near. */
static gint
find_opener (const Sentence *sentence, gint cue)
{
  gboolean needs_comma = quo_language_has_clause_comma (sentence->language);
  gint max = needs_comma ? MAX_TO_COMMA : MAX_TO_OPENER;

  for (gint i = cue + 1; i < (gint)sentence->tokens->len && i <= cue + max; i++)
    {
      if (sentence->quoted[i] || has_between (sentence, i - 1, is_colon))
        return -1;
      if ((get (sentence, i)->kinds & QUO_WORD_OPENER)
          && (!needs_comma || has_between (sentence, i - 1, quo_char_is_comma)))
        return i;
    }
  return -1;
}

/* What follows a comma after the verb: sagte gestern, er komme. An apposition is passed over when a
 * later part has the verb of a clause. */
static gint
find_after_comma (const Sentence *sentence, gint cue)
{
  gint n = sentence->tokens->len, first = -1;

  for (gint i = cue; i + 1 < n && i <= cue + MAX_TO_COMMA; i++)
    {
      if (has_between (sentence, i, is_colon))
        return first;
      if (!has_between (sentence, i, quo_char_is_comma))
        {
          if (first >= 0
              && (get (sentence, i + 1)->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)))
            return first;
          continue;
        }
      if (sentence->quoted[i + 1] && first < 0)
        return -1;
      if (first < 0 || i + 1 - first < MAX_SUBJECT)
        first = first < 0 || n - (i + 1) >= MIN_WORDS ? i + 1 : first;
    }
  return first;
}

/* After "told BBC News": whom the verb addresses is no part of the clause. */
static gint
skip_addressee (const Sentence *sentence, gint first)
{
  gint i = first, n = sentence->tokens->len;

  while (i < n && (get (sentence, i)->shape & QUO_SHAPE_CAPITAL)
         && !(get (sentence, i)->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)))
    i++;
  if (i == first || i >= n || has_between (sentence, i - 1, is_border))
    return first;
  return get (sentence, i)->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_OPENER)
                 || !(get (sentence, i)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE))
             ? i
             : first;
}

/* "said the party would ...": a clause that nothing opens; -1: there is none. */
static gint
find_bare (const Sentence *sentence, gint cue)
{
  gint first = cue + get (sentence, cue)->n_words, n = sentence->tokens->len;
  const QuoToken *token = get (sentence, first);

  if (token == NULL || has_between (sentence, first - 1, is_border) || n - first < MIN_BARE_WORDS)
    return -1;
  if ((token->kinds & QUO_WORD_STOPWORD)
      && !(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN)))
    return -1;
  for (gint i = first + 1; i < n; i++)
    if (get (sentence, i)->kinds & QUO_WORD_FINITE)
      return skip_addressee (sentence, first);
  return get (sentence, cue)->kinds & QUO_WORD_SAYING && n - first >= 2 * MIN_BARE_WORDS
             ? skip_addressee (sentence, first)
             : -1;
}

/* Whether a clause has begun before the opener: said it is crucial that. */
static gboolean
has_begun (const Sentence *sentence, gint first, gint opener)
{
  for (gint i = first + 1; i < opener; i++)
    if (get (sentence, i)->kinds & QUO_WORD_FINITE)
      return TRUE;
  return FALSE;
}

static gboolean
try_after (Sentence *sentence, gint cue)
{
  const QuoToken *token = get (sentence, cue);
  gboolean has_comma = quo_language_has_clause_comma (sentence->language);
  gint opener = find_opener (sentence, cue), first = -1;

  if (!has_comma && (token->kinds & QUO_WORD_ANY_SAYING))
    first = find_bare (sentence, cue);
  if (opener >= 0 && (first < 0 || !has_begun (sentence, first, opener)))
    {
      take_after (sentence, cue, opener, TRUE);
      return TRUE;
    }
  if (has_comma)
    first = find_after_comma (sentence, cue);
  if (first < 0)
    return FALSE;
  take_after (sentence, cue, first, FALSE);
  return TRUE;
}

/* --- According to X, CLAUSE --- */

/* Where nothing tells the end ("Podle policie se sešli", "Enligt polisen samlades"): the first noun
 * with the names after it. */
static gint
find_shortest_source (const Sentence *sentence, gint first)
{
  gint last = first, n = sentence->tokens->len;

  while (last + 1 < n && (get (sentence, last)->kinds & (QUO_WORD_DETERMINER | QUO_WORD_TITLE)))
    last++;
  while (last + 1 < n && (get (sentence, last + 1)->shape & QUO_SHAPE_CAPITAL))
    last++;
  return last;
}

/* The last token of whom the source names: to a comma, or, where the verb stands second, to the
 * first verb or small word. */
static gint
find_source_end (const Sentence *sentence, gint first, gboolean *ret_has_comma)
{
  gint n = sentence->tokens->len, i;

  *ret_has_comma = FALSE;
  for (i = first; i < n && i < first + MAX_SOURCE; i++)
    {
      const QuoToken *next = get (sentence, i + 1);

      if (has_between (sentence, i, is_border))
        {
          *ret_has_comma = has_between (sentence, i, quo_char_is_comma);
          return i;
        }
      if (next == NULL)
        break;
      if (next->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE))
        return i;
      if (quo_language_has_capital_nouns (sentence->language) && !(next->shape & QUO_SHAPE_CAPITAL)
          && (get (sentence, i)->shape & QUO_SHAPE_CAPITAL)
          && !(next->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
        return i;
    }
  return find_shortest_source (sentence, first);
}

static void
try_source (Sentence *sentence, gint cue)
{
  gint first = cue + get (sentence, cue)->n_words;
  gint n = sentence->tokens->len, last;
  QuoClause clause = begin (sentence, cue, QUO_CLAUSE_SOURCE);
  gboolean has_comma;

  if (first >= n || sentence->quoted[first])
    return;
  last = find_source_end (sentence, first, &has_comma);
  clause.source = span_tokens (sentence, first, last);
  clause.n_ranges = 0;
  if (cue > 1)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (sentence->span.start, get (sentence, cue - 1)->span.end);
  if (n - 1 - last >= (cue > 1 ? 2 : MIN_WORDS))
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (get (sentence, last + 1)->span.start, sentence->span.end);
  /* "..., according to X, who ..." */
  if (clause.n_ranges == 2 && has_comma && has_between (sentence, cue - 1, quo_char_is_comma)
      && (get (sentence, last + 1)->kinds & QUO_WORD_OPENER))
    clause.n_ranges = 1;
  take (sentence, &clause);
}

/* Medienberichten zufolge CLAUSE */
static void
try_source_after (Sentence *sentence, gint cue)
{
  QuoClause clause = begin (sentence, cue, QUO_CLAUSE_SOURCE);
  gint first = cue;

  while (first > 0 && cue - first < 5 && !has_between (sentence, first - 1, is_border)
         && !(get (sentence, first - 1)->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)))
    first--;
  if (first == cue)
    return;
  clause.source = span_tokens (sentence, first, cue - 1);
  clause.n_ranges = 0;
  if (first > 1)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (sentence->span.start, get (sentence, first - 1)->span.end);
  if (cue + 2 < (gint)sentence->tokens->len)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (get (sentence, cue + 1)->span.start, sentence->span.end);
  take (sentence, &clause);
}

/* --- Sentences --- */

/* A sentence without a verb of saying whose verb is in the mood of reported speech. */
static void
try_mood (Sentence *sentence)
{
  QuoClause clause = { .pattern = QUO_CLAUSE_CONTINUED, .n_ranges = 1 };

  for (guint i = 0; i < sentence->tokens->len; i++)
    if (!sentence->quoted[i] && (get (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE))
      {
        clause.ranges[0] = sentence->span;
        take (sentence, &clause);
        return;
      }
}

static void
read_sentence (Sentence *sentence)
{
  gint n = sentence->tokens->len;
  guint n_before = sentence->clauses->len;

  for (gint i = 0; i < n; i++)
    {
      const QuoToken *token = get (sentence, i);

      if (sentence->quoted[i] || (token->kinds & QUO_WORD_REST))
        continue;
      if (token->kinds & QUO_WORD_SOURCE)
        try_source (sentence, i);
      else if (token->kinds & QUO_WORD_SOURCE_AFTER)
        try_source_after (sentence, i);
      else if (is_verb (sentence, i) && !try_before (sentence, i))
        try_after (sentence, i);
    }
  if (sentence->clauses->len == n_before)
    try_mood (sentence);
}

/* Whether the sentence goes on after @at: a stop within a quote ends none, but one at its end
 * does. */
static gboolean
is_inside_quote (const Sentence *sentence, guint32 at)
{
  for (gint i = quo_stretches_find_last (sentence->stretches, at + 1); i >= 0;
       i = quo_stretches_get (sentence->stretches, i)->parent)
    {
      const QuoStretch *stretch = quo_stretches_get (sentence->stretches, i);

      if (at + 2 < stretch->span.end && stretch->span.start <= at)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closing (gunichar c)
{
  return quo_char_is_quote_mark (c) || quo_char_is_apostrophe (c) || c == ')' || c == ']';
}

static void
take_sentence (Sentence *sentence, QuoSpan span)
{
  sentence->span = quo_passage_trim (sentence->page, span);
  if (quo_span_is_empty (sentence->span))
    return;
  sentence->tokens = quo_tokens_list (sentence->page, sentence->language, sentence->span);
  sentence->quoted = g_new (gboolean, sentence->tokens->len + 1);
  for (guint i = 0; i < sentence->tokens->len; i++)
    sentence->quoted[i]
        = quo_stretches_cover (sentence->stretches, get (sentence, i)->span.start, NULL, 0);
  read_sentence (sentence);
  g_free (sentence->quoted);
  g_array_unref (sentence->tokens);
}

GArray *
quo_clauses_find (const QuoPassage *page, const GArray *stretches, const QuoLanguage *language)
{
  Sentence sentence = { .page = page, .stretches = stretches, .language = language };

  sentence.clauses = g_array_new (FALSE, FALSE, sizeof (QuoClause));
  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      QuoSpan paragraph = quo_passage_get_paragraph (page, p);
      guint32 start = paragraph.start;

      for (guint32 i = start; i < paragraph.end; i++)
        if (quo_char_is_stop (quo_passage_get (page, i))
            && quo_tokens_end_sentence (page, language, i) && !is_inside_quote (&sentence, i))
          {
            guint32 end = i + 1;

            while (end < paragraph.end && is_closing (quo_passage_get (page, end)))
              end++;
            take_sentence (&sentence, QUO_SPAN (start, end));
            start = end;
            i = MAX (i, end - 1);
          }
      take_sentence (&sentence, QUO_SPAN (start, paragraph.end));
    }
  return sentence.clauses;
}
