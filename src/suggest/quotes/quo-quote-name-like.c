/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-name-like.h"
#include "quo-quote-narrative.h"

/* Names in marks that nobody says: of works, papers, slogans, ships, teams. */

#define MAX_TITLED 72    /* code points before a quote in which "titled" and its object stand */
#define MAX_CALLED 8     /* words before "called" in which "what" or "which" stands */
#define MAX_JOINED 8     /* code points between two in a row */
#define MAX_LISTED 40    /* code points of one in a row */
#define MAX_PAPER 32     /* code points on each side of the name of a paper */
#define MAX_SHORT_FORM 9 /* letters of a short name in brackets */

typedef QuoQuoteReading Finding;

/* A reader called “Nightowl” has a name, and nobody says it. Where all nouns have capitals they
 * tell nothing. */
gboolean
quo_quote_is_name_like (const Finding *finding, const double *f)
{
  return !quo_language_has_capital_nouns (finding->language)
         && (f[QUO_MARKS_TITLE_CASE] > 0
             || (f[QUO_MARKS_ONE_WORD] > 0 && f[QUO_MARKS_CAPITAL_START] > 0));
}

/* Its year or its short form stands in brackets behind it: „Das lange Boot“ (1991), “Friends of the
 * River” (FOR). */
static gboolean
has_bracket_of_name (const QuoPassage *page, guint32 end)
{
  guint32 i = end;
  guint n_capitals = 0, n_digits = 0;

  while (quo_passage_get (page, i) == ' ')
    i++;
  if (quo_passage_get (page, i) != '(')
    return FALSE;
  for (i++; n_capitals + n_digits < MAX_SHORT_FORM; i++)
    {
      gunichar c = quo_passage_get (page, i);

      n_capitals += g_unichar_isupper (c);
      n_digits += g_unichar_isdigit (c);
      if (c == ')')
        return n_capitals > 1 || n_digits == 4;
      if (!g_unichar_isupper (c) && !g_unichar_isdigit (c))
        return FALSE;
    }
  return FALSE;
}

/* Whether the sentence goes on with a word right behind it: «Вымпел» проиграл. */
static gboolean
goes_on (const QuoPassage *page, guint32 end)
{
  return quo_passage_get (page, end) == ' ' && quo_char_is_word (quo_passage_get (page, end + 1));
}

/* “The Glass Garden” tells the story of a family: a name, and the sentence goes on with nothing
 * between, as it does not behind speech, even with a verb of saying. */
static gboolean
is_subject_name (const Finding *finding, const double *f, guint32 end)
{
  return quo_quote_is_name_like (finding, f) && f[QUO_MARKS_WORD_AFTER] > 0
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] + f[QUO_MARKS_WORD_BEFORE]
                    + f[QUO_MARKS_COLON_BEFORE] + f[QUO_MARKS_COMMA_BEFORE]
                == 0
         && goes_on (finding->page, end);
}

/* Of her first novel, “Zinc”, she said: a name between commas that belong to the sentence. Where no
 * verb is near its words need no capitals: una ruta, «Tras la última ola», y */
static gboolean
is_apposed_name (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  const double *f = candidate->features;
  gboolean is_said = f[QUO_MARKS_CUE_BESIDE] > 0
                     && candidate->cue.start < quo_quote_candidate_get_hull (candidate).start;

  gboolean has_verb = f[QUO_MARKS_CUE] + f[QUO_MARKS_UNLISTED_CUE] > 0;

  return (quo_quote_is_name_like (finding, f) || (f[QUO_MARKS_CAPITAL_START] > 0 && !has_verb))
         && f[QUO_MARKS_MANY_WORDS] == 0 && f[QUO_MARKS_COMMA_BEFORE] > 0
         && f[QUO_MARKS_COMMA_AFTER] > 0 && !is_said
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] == 0;
}

/* A name that nobody says, wherever it stands: all its words have capitals, nothing ends it and no
 * verb is near: “Operation Dry Ground,” as it is known; «Амур» 3:4. In a story it may be an
 * answer. */
static gboolean
is_bare_name (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  const double *f = candidate->features;
  guint32 end = quo_quote_candidate_get_hull (candidate).end;

  if (quo_language_has_capital_nouns (finding->language) || finding->narrative >= QUO_STORY)
    return FALSE;
  if (is_subject_name (finding, f, end) || is_apposed_name (finding, candidate))
    return TRUE;
  if (f[QUO_MARKS_CUE] + f[QUO_MARKS_UNLISTED_CUE] + f[QUO_MARKS_CRY_INSIDE] + f[QUO_MARKS_ALONE]
      > 0)
    return FALSE;
  if (f[QUO_MARKS_TITLE_CASE] > 0)
    return f[QUO_MARKS_STARTS_PARAGRAPH] == 0 && f[QUO_MARKS_STOP_AFTER] == 0;
  return f[QUO_MARKS_ONE_WORD] > 0 && f[QUO_MARKS_CAPITAL_START] > 0
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_STOP_AFTER] == 0
         && (f[QUO_MARKS_COLON_BEFORE] == 0 || goes_on (finding->page, end));
}

/* 'Wanted to weep': a few words that are a paragraph of their own, in marks that the text does not
 * quote with: a heading between two parts of a report. */
static gboolean
is_heading (const Finding *finding, const double *f)
{
  return finding->narrative < 0.5 && f[QUO_MARKS_ALONE] > 0 && f[QUO_MARKS_SINGLE] > 0
         && f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS] > 0
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] + f[QUO_MARKS_STOP_AFTER] == 0;
}

/* Whether nothing but a comma or a joining word stands between two that are short. */
static gboolean
are_in_row (const Finding *finding, QuoSpan first, QuoSpan second)
{
  const QuoPassage *page = finding->page;
  g_autoptr (GArray) between = NULL;

  if (second.start <= first.end || second.start - first.end > MAX_JOINED
      || first.end - first.start > MAX_LISTED || second.end - second.start > MAX_LISTED)
    return FALSE;
  between = quo_tokens_list (page, finding->language, QUO_SPAN (first.end, second.start));
  if (between->len > 1)
    return FALSE;
  return between->len == 1 ? (quo_tokens_get (between, 0)->kinds & QUO_WORD_JOIN) != 0
                           : quo_char_is_comma (quo_passage_get (page, first.end));
}

/* Whether "called" and its like have somebody who calls so: “what the union called”, unlike “a room
 * called” and “the room was called”. @i: its index. */
static gboolean
is_called_by_somebody (const Finding *finding, const GArray *tokens, guint i)
{
  char word[QUO_FOLD_SIZE];
  guint kinds = i > 0 ? quo_tokens_get (tokens, i - 1)->kinds : 0;

  if ((kinds & QUO_WORD_PRONOUN) && !(kinds & QUO_WORD_DETERMINER))
    return TRUE;
  for (guint k = i; k > 0 && i - k < MAX_CALLED; k--)
    {
      const QuoToken *token = quo_tokens_get (tokens, k - 1);
      guint32 end = token->span.end;

      if (!g_unichar_isspace (quo_passage_get (finding->page, end)))
        return FALSE; /* another clause */
      quo_token_fold (finding->page, token, word);
      if ((token->kinds & QUO_WORD_OPENER)
          || quo_language_lists (finding->language, QUO_LIST_RELATIVES, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
tells_title (const Finding *finding, const GArray *tokens, guint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);
  char word[QUO_FOLD_SIZE];

  quo_token_fold (finding->page, token, word);
  return quo_language_lists (finding->language, QUO_LIST_TITLED, word)
         && (!(token->kinds & QUO_WORD_NAMING) || !is_called_by_somebody (finding, tokens, i));
}

/* Called the film “late but credible”: a verb that says what somebody calls something stands before
 * the word before the marks. */
static gboolean
is_naming (const GArray *tokens)
{
  for (guint i = 0; i + 1 < tokens->len; i++)
    if (quo_tokens_get (tokens, i)->kinds & QUO_WORD_NAMING)
      return TRUE;
  return FALSE;
}

/* Unter dem Motto „…“, a book titled “…”, known as “…”, плакат «…»: few words that nobody says,
 * after a word that tells so, over a colon. */
static gboolean
is_titled (const Finding *finding, const double *f, guint32 start)
{
  guint32 from
      = start > finding->page->start + MAX_TITLED ? start - MAX_TITLED : finding->page->start;
  g_autoptr (GArray) tokens = NULL;
  const QuoToken *last;

  if (f[QUO_MARKS_MANY_WORDS] > 0)
    return FALSE;
  while (from > finding->page->start && from < start
         && quo_char_is_word (quo_passage_get (finding->page, from - 1)))
    from++;
  tokens = quo_tokens_list (finding->page, finding->language, QUO_SPAN (from, start));
  if (tokens->len == 0)
    return FALSE;
  last = quo_tokens_get (tokens, tokens->len - 1);
  if (start - last->span.end > 2
      || quo_char_is_stop (quo_passage_get (finding->page, last->span.end))
      || (f[QUO_MARKS_CAPITAL_START] == 0 && is_naming (tokens)))
    return FALSE;
  if (f[QUO_MARKS_COLON_CUE] > 0 && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] > 0)
    return FALSE; /* replied with a single word: “Sure.” */
  if (tells_title (finding, tokens, tokens->len - 1))
    return TRUE;
  return (last->kinds & QUO_WORD_AS) && tokens->len > 1
         && tells_title (finding, tokens, tokens->len - 2)
         && last->span.start - quo_tokens_get (tokens, tokens->len - 2)->span.end == 1;
}

/* Whether they stand in a row of such: the boxes say “Health”, “Exams”, “Rain”. Words that somebody
 * calls something by stand in rows, too, but have no capitals. */
static gboolean
is_listed (const Finding *finding, const double *f, QuoSpan hull)
{
  gint i = quo_stretches_find_last (finding->stretches, hull.start + 1);
  guint n = 0;

  if (i < 0 || f[QUO_MARKS_CAPITAL_START] == 0 || f[QUO_MARKS_CRY_INSIDE] > 0
      || f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS] == 0)
    return FALSE;
  n += i > 0 && are_in_row (finding, quo_stretches_get (finding->stretches, i - 1)->span, hull);
  n += i + 1 < (gint)finding->stretches->len
       && are_in_row (finding, hull, quo_stretches_get (finding->stretches, i + 1)->span);
  return n > 0;
}

/* The paper “Morning Star” reported, the “Archive” page: a name right after a word that does not
 * say it. What may be said after an article ("a “Great Leap”") has a verb of saying. */
gboolean
quo_quote_is_name_of (const Finding *finding, const double *f, guint kinds_before)
{
  guint no_nouns = QUO_WORD_STOPWORD | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE;

  if (f[QUO_MARKS_WORD_BEFORE] == 0 || f[QUO_MARKS_CAPITAL_START] == 0
      || f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] > 0
      || f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS] == 0)
    return FALSE;
  if ((kinds_before & (QUO_WORD_NAMING | QUO_WORD_SAYING_WEAK))
      && !(kinds_before & QUO_WORD_SAYING))
    return quo_quote_is_name_like (finding, f); /* She read “Great Expectations” */
  return !(kinds_before
           & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_OPENER | QUO_WORD_FINITE
              | QUO_WORD_PRONOUN | (f[QUO_MARKS_CUE] > 0 ? no_nouns : 0)));
}

/* The words that stand right before @at, and right behind it. */
static GArray *
list_before (const Finding *finding, guint32 at)
{
  const QuoPassage *page = finding->page;
  guint32 from = MAX (page->start, at > MAX_PAPER ? at - MAX_PAPER : 0);

  while (from > page->start && from < at && quo_char_is_word (quo_passage_get (page, from - 1)))
    from++;
  return quo_tokens_list (page, finding->language, QUO_SPAN (from, at));
}

static GArray *
list_behind (const Finding *finding, guint32 at)
{
  return quo_tokens_list (finding->page, finding->language,
                          QUO_SPAN (at, MIN (finding->page->end, at + MAX_PAPER)));
}

/* агентству «Восток» заявили: the noun in the case of whom something is told to. */
static gboolean
is_told (const Finding *finding, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (finding->page, token, word);
  return quo_language_has_free_order (finding->language)
         && quo_language_lists (finding->language, QUO_LIST_TOLD_PAPERS, word);
}

/* холдинг (ИД) «Восток» Глеб Рудой: a name and the somebody whom it tells of, with nothing between,
 * where speech has a comma behind it. */
static gboolean
is_before_name (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  guint32 end = quo_quote_candidate_get_hull (candidate).end;
  const double *f = candidate->features;

  return quo_language_has_free_order (finding->language) && quo_quote_is_name_like (finding, f)
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] + f[QUO_MARKS_STARTS_PARAGRAPH]
                    + f[QUO_MARKS_COLON_BEFORE]
                == 0
         && goes_on (finding->page, end)
         && g_unichar_isupper (quo_passage_get (finding->page, end + 1));
}

/* рассказал «Ведомостям», что; Как сообщает «Интерфакс», ...; по данным «Интерфакса», ...: a paper
 * that tells or is told, where a colon stands before what somebody says. */
static gboolean
is_paper (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);
  const double *f = candidate->features;
  g_autoptr (GArray) before = NULL, after = NULL;
  const QuoToken *last;

  gboolean is_name = quo_quote_is_name_like (finding, f);

  if (!quo_language_has_clause_comma (finding->language)
      || (!is_name
          && f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS] * f[QUO_MARKS_CAPITAL_START] == 0)
      || f[QUO_MARKS_COLON_BEFORE] > 0
      || f[QUO_MARKS_COMMA_BEFORE] + f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_CRY_INSIDE] > 0)
    return FALSE;
  before = list_before (finding, hull.start);
  if (before->len == 0)
    return FALSE;
  last = quo_tokens_get (before, before->len - 1);
  if (last->span.end + 1 != hull.start)
    return FALSE;
  if (is_name && ((last->kinds & (QUO_WORD_ANY_SOURCE | QUO_WORD_REST)) || is_told (finding, last)))
    return TRUE;
  if (!(last->kinds & QUO_WORD_ANY_SAYING))
    return FALSE;
  /* рассказала «Газете»: speech stands behind a colon */
  if (is_name && quo_language_has_free_order (finding->language) && (last->kinds & QUO_WORD_SAYING)
      && !(last->kinds & QUO_WORD_NAMING))
    return TRUE;
  if (is_name && before->len > 1 && (quo_tokens_get (before, before->len - 2)->kinds & QUO_WORD_AS))
    return TRUE;
  after = list_behind (finding, hull.end);
  return after->len > 0 && quo_char_is_comma (quo_passage_get (finding->page, hull.end))
         && (quo_tokens_get (after, 0)->kinds & QUO_WORD_OPENER);
}

/* وأضافت "نهر بوست" أن, وأشار «الخوري»، خلال لقاء: somebody or a paper in marks behind a verb that
 * stands before its subject, before the word that opens a clause or an aside. */
static gboolean
is_paper_subject (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);
  const double *f = candidate->features;
  g_autoptr (GArray) before = NULL, after = NULL;

  if (!quo_language_has_subject_after (finding->language)
      || f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] + f[QUO_MARKS_FEW_WORDS] == 0
      || f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_COLON_BEFORE] > 0)
    return FALSE;
  before = list_before (finding, hull.start);
  after = list_behind (finding, hull.end);
  if (before->len == 0 || after->len == 0
      || !(quo_tokens_get (before, before->len - 1)->kinds & QUO_WORD_SAYING))
    return FALSE;
  if (f[QUO_MARKS_COMMA_AFTER] > 0)
    return (quo_tokens_get (after, 0)->kinds
            & (QUO_WORD_OPENER | QUO_WORD_OBLIQUE | QUO_WORD_STOPWORD))
           != 0;
  return (quo_tokens_get (after, 0)->kinds & QUO_WORD_OPENER)
         || (f[QUO_MARKS_ONE_WORD] > 0 && goes_on (finding->page, hull.end));
}

/* im Nord-„Echo“, „Sky“-Reporter: a part of a word. */
static gboolean
is_part_of_word (const QuoPassage *page, QuoSpan hull)
{
  return (hull.start > page->start + 1
          && quo_char_is_hyphen (quo_passage_get (page, hull.start - 1))
          && quo_char_is_word (quo_passage_get (page, hull.start - 2)))
         || (quo_char_is_hyphen (quo_passage_get (page, hull.end))
             && quo_char_is_word (quo_passage_get (page, hull.end + 1)));
}

/* dem „Boten“ zufolge: a source that stands before the word for it. */
static gboolean
is_source (const Finding *finding, const double *f, QuoSpan hull)
{
  g_autoptr (GArray) after = NULL;

  if (f[QUO_MARKS_ONE_WORD] + f[QUO_MARKS_TWO_WORDS] == 0 || f[QUO_MARKS_CAPITAL_START] == 0)
    return FALSE;
  after = list_behind (finding, hull.end);
  return after->len > 0 && (quo_tokens_get (after, 0)->kinds & QUO_WORD_SOURCE_AFTER)
         && quo_tokens_get (after, 0)->span.start == hull.end + 1;
}

gboolean
quo_quote_is_title (const Finding *finding, const QuoQuoteCandidate *candidate)
{
  QuoSpan hull = quo_quote_candidate_get_hull (candidate);

  return is_titled (finding, candidate->features, hull.start)
         || is_part_of_word (finding->page, hull) || is_source (finding, candidate->features, hull)
         || is_listed (finding, candidate->features, hull) || is_paper (finding, candidate)
         || is_before_name (finding, candidate) || is_paper_subject (finding, candidate)
         || has_bracket_of_name (finding->page, hull.end) || is_bare_name (finding, candidate)
         || is_heading (finding, candidate->features);
}
