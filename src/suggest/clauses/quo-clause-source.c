/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"
#include "quo-clause-source-end.h"
#include "quo-clause-source-start.h"

#include <string.h>

/* According to X, CLAUSE; CLAUSE, according to X. */

#define MAX_SOURCE 14 /* words of whom "according to" names */
#define MAX_TO_VERB 3 /* words of a sentence in which the verb stands that begins it */

/* "Chybu podle ní udělal": whether a single word before the source is a part of what is said, where
 * the order of words is free. */
static gboolean
is_fronted (const QuoClauseSentence *sentence)
{
  return quo_language_has_clause_comma (sentence->language)
         && !quo_language_has_capital_nouns (sentence->language)
         && !(quo_clause_get_token (sentence, 0)->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_OBLIQUE
                 | QUO_WORD_AS));
}

/* Where nouns have capitals: whether it is "laut Polizei", not "laut über" or "laut geworden". */
static gboolean
is_source (const QuoClauseSentence *sentence, gint first, gint last)
{
  char word[QUO_FOLD_SIZE];
  guint kinds = quo_clause_get_token (sentence, first)->kinds;

  if (!quo_language_has_capital_nouns (sentence->language)
      || quo_clause_get_token (sentence, first - 1)->kinds & QUO_WORD_REST)
    return TRUE; /* nach Angaben von ... */
  if ((kinds & QUO_WORD_OBLIQUE) && !(kinds & QUO_WORD_DETERMINER))
    return FALSE;
  /* laut streitend den Berg hinunter */
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, first), word);
  if (!(quo_clause_get_token (sentence, first)->shape & QUO_SHAPE_CAPITAL)
      && quo_language_is_manner (sentence->language, word, strlen (word)))
    return FALSE;
  for (gint i = first; i <= last; i++)
    if (quo_clause_get_token (sentence, i)->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
      return TRUE;
  return FALSE;
}

/* "Para Greenpeace, ...": a source only where a sentence begins with it and a comma follows. */
static gboolean
is_preposition (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);

  return token->n_words == 1 && (token->kinds & QUO_WORD_OBLIQUE);
}

static gboolean
has_verb_before (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = 0; i < cue; i++)
    if (quo_clause_is_verb (sentence, i))
      return TRUE;
  return FALSE;
}

/* "CLAUSE, the FBI said, citing a filing" */
static gboolean
is_said_before (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = 0; i < cue; i++)
    if (quo_clause_is_verb (sentence, i)
        && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING))
      return TRUE;
  return FALSE;
}

/* "Citing privacy, officials have not said why": the sentence has a verb of saying of its own. Not
 * "according to", which ends like a participle but has a preposition to it. */
static gboolean
is_reason (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, token, word);

  if (token->n_words > 1 || !quo_language_is_participle (sentence->language, word, len))
    return FALSE;
  if (cue > 0)
    return is_said_before (sentence, cue);
  for (gint i = 1; i < (gint)sentence->tokens->len; i++)
    if (quo_clause_is_verb (sentence, i)
        && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING))
      return TRUE;
  return FALSE;
}

/* "Jel podle vyšetřování pomalu, uvedl inspektor": whether the sentence says behind the source who
 * says all of it, so that the source is a part of what is said. */
static gboolean
is_within_said (const QuoClauseSentence *sentence, gint cue, gint last)
{
  if (cue == 0 || quo_clause_has_between (sentence, cue - 1, quo_char_is_comma))
    return FALSE;
  for (gint i = last + 1; i < (gint)sentence->tokens->len; i++)
    if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING) && !sentence->quoted[i]
        && quo_clause_is_verb (sentence, i)
        && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return quo_language_has_clause_comma (sentence->language);
  return FALSE;
}

/* قال الخبير بحسب الموقع: the verb begins the sentence, and its subject stands before the source,
 * so that what is said has another one. */
static gboolean
follows_subject (const QuoClauseSentence *sentence, gint cue)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  if (!quo_language_has_subject_after (sentence->language)
      || quo_language_has_prefix (sentence->language, word))
    return FALSE;
  for (gint i = 0; i < MIN (cue, MAX_TO_VERB); i++)
    if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
        && quo_clause_is_verb (sentence, i))
      return TRUE;
  return FALSE;
}

/* “We are done,” he said, according to a report: the marks have a verb of their own. */
static gboolean
is_said_in_marks (const QuoClauseSentence *sentence, gint cue)
{
  if (!sentence->quoted[0]
      || (quo_language_has_clause_comma (sentence->language)
          && !quo_language_has_capital_nouns (sentence->language)))
    return FALSE;
  for (gint i = 1; i < cue; i++)
    if (!sentence->quoted[i] && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
        && quo_clause_is_verb (sentence, i))
      return TRUE;
  return FALSE;
}

/* "said in his view it was late": the view is a part of what is said. */
static gboolean
is_own_behind_said (const QuoClauseSentence *sentence, gint cue)
{
  return cue > 0
         && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SOURCE_OWN)
                == QUO_WORD_SOURCE_OWN
         && (quo_clause_get_token (sentence, cue - 1)->kinds & QUO_WORD_SAYING)
         && quo_clause_is_verb (sentence, cue - 1)
         && !quo_clause_has_between (sentence, cue - 1, quo_clause_is_border);
}

/* "CLAUSE, prohlásil podle agentury Utro starosta": whether it tells where somebody else said it,
 * whose verb stands right before it. */
static gboolean
is_of_verb_before (const QuoClauseSentence *sentence, gint cue)
{
  return cue > 1 && quo_language_has_clause_comma (sentence->language)
         && (quo_clause_get_token (sentence, cue - 1)->kinds & QUO_WORD_SAYING)
         && quo_clause_is_verb (sentence, cue - 1)
         && (sentence->quoted[cue - 2]
             || quo_clause_has_between (sentence, cue - 2, quo_clause_is_comma_or_dash))
         && !quo_clause_has_between (sentence, cue - 1, quo_clause_is_border);
}

/* закон, согласно которому: words behind which nobody says it, and the noun before them for what
 * they name. */
static gboolean
names_antecedent (const QuoClauseSentence *sentence, gint cue, gint first)
{
  if (cue == 0 || !quo_clause_is_relative (sentence, first))
    return FALSE;
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, cue),
                              sentence->language, QUO_LIST_IMPERSONAL);
}

/* "Die Stadt teilt laut Zeitung mit, der Raum sei leer": where the verb stands second, whether it
 * is one of saying and tells a clause behind a comma, so that the source tells where it was said.
 */
static gboolean
is_of_saying_before (const QuoClauseSentence *sentence, gint cue)
{
  gint verb = cue - 1, comma = cue;

  if (!quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  while (verb >= 0 && !quo_clause_is_verb (sentence, verb))
    if (quo_clause_has_between (sentence, verb--, quo_clause_is_border))
      return FALSE;
  if (verb < 0 || !(quo_clause_get_token (sentence, verb)->kinds & QUO_WORD_ANY_SAYING)
      || quo_clause_has_between (sentence, cue - 1, quo_clause_is_border))
    return FALSE;
  while (comma + 1 < (gint)sentence->tokens->len
         && !quo_clause_has_between (sentence, comma, quo_char_is_comma))
    comma++;
  return comma + QUO_CLAUSE_MIN_WORDS < (gint)sentence->tokens->len
         && (quo_clause_find_opener (sentence, verb) == comma + 1
             || (quo_clause_find_after_comma (sentence, verb) == comma + 1
                 && !quo_clause_is_mere_verb (sentence, verb, comma + 1)));
}

static gboolean
has_finite (const QuoClauseSentence *sentence, gint first, gint last)
{
  for (gint i = first; i <= last && i < (gint)sentence->tokens->len; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      char word[QUO_FOLD_SIZE];
      gsize len = quo_token_fold (sentence->page, token, word);

      if ((token->kinds & QUO_WORD_FINITE) || quo_language_is_past (sentence->language, word, len))
        return TRUE;
    }
  return FALSE;
}

/* "Two were hurt, according to X, the firm's head of sales": whether what stands behind the source
 * from token @first to @last is about them, as all of the clause stands before. */
static gboolean
is_mere_aside (const QuoClauseSentence *sentence, gint cue, gint first, gint last)
{
  return !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language)
         && quo_clause_has_between (sentence, cue - 1, quo_char_is_comma)
         && !(quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OBLIQUE)
         && has_finite (sentence, 0, cue - 1) && !has_finite (sentence, first, last);
}

/* Whether the words of the source name it themselves: "according to her", "officials said". */
static gboolean
is_source_of_own (const QuoClause *clause)
{
  return (clause->cue_kinds & QUO_WORD_SOURCE_OWN) == QUO_WORD_SOURCE_OWN;
}

/* Whether nobody is named behind the words @cue, of which token @first is the next, or what they
 * name is no source. "según confirmó X" is "as X confirmed"; "..., according to her" may end its
 * sentence. */
static gboolean
names_nobody (const QuoClauseSentence *sentence, const QuoClause *clause, gint cue, gint first)
{
  if (first >= (gint)sentence->tokens->len)
    return !is_source_of_own (clause);
  return (sentence->quoted[first] && quo_clause_find_marked_name_end (sentence, first) < 0)
         || (!is_source_of_own (clause) && quo_clause_is_verb (sentence, first))
         || (is_preposition (sentence, cue) && cue > 0) || is_reason (sentence, cue)
         || names_antecedent (sentence, cue, first) || is_own_behind_said (sentence, cue)
         || follows_subject (sentence, cue) || is_of_verb_before (sentence, cue)
         || is_of_saying_before (sentence, cue);
}

/* Sets the source, which begins with token @first. Returns: its last token; -1: it is none. */
static gint
take_source (const QuoClauseSentence *sentence, QuoClause *clause, gint cue, gint first,
             gboolean *has_comma)
{
  gboolean follows_comma = quo_clause_has_between (sentence, cue - 1, quo_char_is_comma);
  gint last = quo_clause_find_source_end (
      sentence, first, cue > 1 && follows_comma && !quo_clause_goes_on_after_source (sentence, cue),
      has_comma);

  if (!is_source (sentence, first, last) || (is_preposition (sentence, cue) && !*has_comma))
    return -1;
  clause->source
      = quo_clause_span_tokens (sentence, first, quo_clause_skip_relative (sentence, first, last));
  quo_clause_close_marks (sentence, &clause->source);
  last = quo_clause_skip_brackets (sentence, last, has_comma);
  if (*has_comma && cue <= 1)
    return quo_clause_skip_aside (sentence, last);
  return *has_comma && follows_comma ? quo_clause_skip_name (sentence, last) : last;
}

/* Sets what is said, which stands before the source, that ends with token @last, behind it, or on
 * both sides. */
static void
set_ranges (const QuoClauseSentence *sentence, QuoClause *clause, gint cue, gint last,
            gboolean has_comma)
{
  gboolean needs_two = has_comma || !quo_language_has_clause_comma (sentence->language);
  gint n = sentence->tokens->len;
  gint start = quo_clause_find_source_start (sentence, cue, has_comma);
  gint end = quo_clause_find_source_said_end (sentence, start, last + 1);
  /* Not "X has learned that according to Y". */
  gboolean is_inside = start < cue && (cue > 1 || (cue == 1 && is_fronted (sentence)));

  clause->n_ranges = 0;
  if (is_inside && !(quo_clause_get_token (sentence, cue - 1)->kinds & QUO_WORD_OPENER))
    clause->ranges[clause->n_ranges++] = QUO_SPAN (
        start == 0 ? sentence->span.start : quo_clause_get_token (sentence, start)->span.start,
        quo_clause_get_token (sentence, cue - 1)->span.end);
  if (end - last >= (is_inside ? 1 + needs_two : QUO_CLAUSE_MIN_WORDS))
    clause->ranges[clause->n_ranges++] = QUO_SPAN (
        quo_clause_get_token (sentence, last + 1)->span.start,
        end == n - 1 ? sentence->span.end : quo_clause_get_token (sentence, end)->span.end);
  /* "..., according to X, who ..." */
  if (clause->n_ranges == 2 && has_comma
      && ((quo_clause_has_between (sentence, cue - 1, quo_char_is_comma)
           && (quo_clause_get_token (sentence, last + 1)->kinds & QUO_WORD_OPENER))
          || is_mere_aside (sentence, cue, last + 1, end)))
    clause->n_ranges = 1;
}

void
quo_clause_read_source (QuoClauseSentence *sentence, gint cue)
{
  gint first = cue + quo_clause_get_token (sentence, cue)->n_words;
  gint n = sentence->tokens->len, last = first - 1;
  QuoClause clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_SOURCE);
  gboolean has_comma;

  if (names_nobody (sentence, &clause, cue, first))
    return;
  has_comma = quo_clause_has_between (sentence, last, quo_char_is_comma);
  if (!is_source_of_own (&clause))
    last = take_source (sentence, &clause, cue, first, &has_comma);
  if (last < 0 || is_within_said (sentence, cue, last) || is_said_in_marks (sentence, cue))
    return;
  /* "Reuters reported, citing two officials, that ..." is what Reuters reported. */
  if (has_comma && last + 1 < n
      && (quo_clause_get_token (sentence, last + 1)->kinds & QUO_WORD_OPENER)
      && has_verb_before (sentence, cue))
    return;
  set_ranges (sentence, &clause, cue, last, has_comma);
  clause.is_outer = cue == 0 && quo_language_has_capital_nouns (sentence->language);
  quo_clause_take (sentence, &clause);
}

/* es, sie: a pronoun, and no article. */
static gboolean
is_mere_pronoun (const QuoClauseSentence *sentence, gint i)
{
  return (quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER))
         == QUO_WORD_PRONOUN;
}

/* dem „Boten“ zufolge: the first token of a name in marks before token @cue; @cue: it is none. */
static gint
find_marked_source (const QuoClauseSentence *sentence, gint cue)
{
  gint first = cue;

  while (first > 0 && sentence->quoted[first - 1])
    first--;
  return quo_clause_find_marked_name_end (sentence, first) == cue - 1
                 && !quo_clause_has_between (sentence, first - 1, quo_char_is_comma)
             ? first
             : cue;
}

/* Medienberichten zufolge CLAUSE */
void
quo_clause_read_source_after (QuoClauseSentence *sentence, gint cue)
{
  QuoClause clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_SOURCE);
  gint first = cue;

  if (first > 1 && sentence->quoted[first - 1])
    first = find_marked_source (sentence, cue);
  while (first > 0 && cue - first < 6
         && !(quo_language_has_subject_after (sentence->language)
              && (quo_clause_get_token (sentence, first - 1)->kinds & QUO_WORD_OBLIQUE))
         && !quo_clause_has_between (sentence, first - 1, quo_clause_is_border)
         && !(quo_clause_get_token (sentence, first - 1)->kinds
              & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE))
         && !is_mere_pronoun (sentence, first - 1))
    first--;
  if (first == cue)
    return;
  clause.source = quo_clause_span_tokens (sentence, first, cue - 1);
  clause.n_ranges = 0;
  if (first > 1 && !quo_language_has_subject_after (sentence->language))
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, first - 1)->span.end);
  if (cue + 2 < (gint)sentence->tokens->len)
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (quo_clause_get_token (sentence, cue + 1)->span.start,
                    quo_language_has_subject_after (sentence->language)
                        ? quo_clause_find_end (sentence, cue, cue + 1)
                        : sentence->span.end);
  quo_clause_take (sentence, &clause);
}

/* A sign behind token @i that parts, or a hyphen between blanks that stands for a dash. */
static gboolean
has_border_behind (const QuoClauseSentence *sentence, gint i)
{
  guint32 at = quo_clause_get_token (sentence, i)->span.end;

  return quo_clause_has_between (sentence, i, quo_clause_is_border)
         || quo_char_is_dash (quo_passage_get_sign (sentence->page, at + 1));
}

/* Die Lage sei ernst, so der Minister. Whatever else "so" may be, a comma or dash stands before it
 * and a name or an article after it; it ends its sentence, or the sentence goes on after a comma.
 */
void
quo_clause_read_source_strict (QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *next = quo_clause_get_token (sentence, cue + 1);
  QuoClause clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_SOURCE);
  gint n = sentence->tokens->len, last = cue + 1;

  if (cue < 1 || next == NULL || sentence->quoted[cue + 1] || !has_border_behind (sentence, cue - 1)
      || (!(next->shape & QUO_SHAPE_CAPITAL) && !(next->kinds & QUO_WORD_DETERMINER)))
    return;
  while (last + 1 < n && !has_border_behind (sentence, last))
    if (++last > cue + MAX_SOURCE)
      return;
  clause.source = quo_clause_span_tokens (sentence, cue + 1,
                                          quo_clause_find_shortest_source (sentence, cue + 1));
  clause.ranges[0]
      = QUO_SPAN (sentence->span.start, quo_clause_get_token (sentence, cue - 1)->span.end);
  if (n - 1 - last < QUO_CLAUSE_MIN_WORDS && cue < QUO_CLAUSE_MIN_WORDS - 1)
    return;
  if (n - 1 - last >= QUO_CLAUSE_MIN_WORDS && !quo_clause_is_relative (sentence, last + 1))
    clause.ranges[clause.n_ranges++]
        = QUO_SPAN (quo_clause_get_token (sentence, last + 1)->span.start, sentence->span.end);
  quo_clause_take (sentence, &clause);
}
