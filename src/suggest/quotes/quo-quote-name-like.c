/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-name-like.h"

/* Names in marks that nobody says: of works, papers, slogans, ships, teams. */

#define MAX_TITLED 32    /* code points before a quote in which "titled" stands */
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

/* A name that nobody says, wherever it stands: all its words have capitals, nothing ends it and no
 * verb is near: “Operation Dry Ground,” as it is known; «Амур» 3:4. In a story it may be an
 * answer. */
static gboolean
is_bare_name (const Finding *finding, const double *f, guint32 end)
{
  if (quo_language_has_capital_nouns (finding->language) || finding->narrative >= 0.5
      || f[QUO_MARKS_CUE] + f[QUO_MARKS_UNLISTED_CUE] + f[QUO_MARKS_CRY_INSIDE] + f[QUO_MARKS_ALONE]
             > 0)
    return FALSE;
  if (f[QUO_MARKS_TITLE_CASE] > 0)
    return f[QUO_MARKS_STARTS_PARAGRAPH] == 0 && f[QUO_MARKS_STOP_AFTER] == 0;
  return f[QUO_MARKS_ONE_WORD] > 0 && f[QUO_MARKS_CAPITAL_START] > 0
         && f[QUO_MARKS_STOP_INSIDE] + f[QUO_MARKS_STOP_AFTER] == 0
         && (f[QUO_MARKS_COLON_BEFORE] == 0 || goes_on (finding->page, end));
}

/* Unter dem Motto „…“, a book titled “…”, плакат «…»: few words that nobody says, after a word that
 * tells so, over a colon. */
static gboolean
is_titled (const Finding *finding, const double *f, guint32 start)
{
  guint32 from
      = start > finding->page->start + MAX_TITLED ? start - MAX_TITLED : finding->page->start;
  g_autoptr (GArray) tokens = NULL;
  char word[QUO_FOLD_SIZE];

  if (f[QUO_MARKS_MANY_WORDS] > 0)
    return FALSE;
  while (from > finding->page->start && from < start
         && quo_char_is_word (quo_passage_get (finding->page, from - 1)))
    from++;
  tokens = quo_tokens_list (finding->page, finding->language, QUO_SPAN (from, start));
  if (tokens->len == 0)
    return FALSE;
  quo_token_fold (finding->page, quo_tokens_get (tokens, tokens->len - 1), word);
  return quo_language_is_titled (finding->language, word)
         && start - quo_tokens_get (tokens, tokens->len - 1)->span.end <= 2;
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

gboolean
quo_quote_is_title (const Finding *finding, const double *f, QuoSpan hull)
{
  return is_titled (finding, f, hull.start) || has_bracket_of_name (finding->page, hull.end)
         || is_bare_name (finding, f, hull.end);
}
