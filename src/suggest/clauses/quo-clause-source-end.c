/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-source-end.h"

/* Where whom "according to" names ends, and what is told of them. */

#define MAX_SOURCE 14   /* words of whom "according to" names */
#define MAX_RELATIVE 20 /* words of a clause about it */
#define MAX_BRACKET 5   /* words in brackets behind the source */
#define MAX_CONSTRUCT 3 /* words before the one with the article */
#define MAX_ASIDE 7     /* words of an aside about it ... */
#define MAX_OFFICE 12   /* ... and of one that tells what somebody with a name is */

static gboolean
is_opening_bracket (gunichar c)
{
  return c == '(';
}

static gboolean
is_closing_bracket (gunichar c)
{
  return c == ')';
}

static gboolean
is_body_adjective (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);

  return quo_language_is_body_adjective (sentence->language, word, len);
}

/* podle Jana Černého: whether the word is the surname behind somebody's given name. */
static gboolean
is_surname (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *before = quo_clause_get_token (sentence, i - 1);

  return before != NULL && (before->shape & QUO_SHAPE_CAPITAL)
         && !(before->kinds & (QUO_WORD_SOURCE | QUO_WORD_STOPWORD | QUO_WORD_TITLE))
         && !is_body_adjective (sentence, i - 1);
}

/* podle Agrární komory: whether the name goes on with a noun in small letters. */
static gboolean
ends_with_adjective (const QuoClauseSentence *sentence, gint last)
{
  const QuoToken *token = quo_clause_get_token (sentence, last);
  const QuoToken *next = quo_clause_get_token (sentence, last + 1);

  return next != NULL && quo_language_has_clause_comma (sentence->language)
         && (token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_DETERMINER)
         && is_body_adjective (sentence, last) && !is_surname (sentence, last)
         && !quo_clause_has_between (sentence, last, quo_clause_is_border)
         && !(next->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_FINITE | QUO_WORD_OBLIQUE | QUO_WORD_JOIN
                 | QUO_WORD_ANY_SAYING | QUO_WORD_PRONOUN | QUO_WORD_DETERMINER))
         && !sentence->quoted[last + 1];
}

/* podle České národní banky: whether the word behind the first one is an adjective of the same
 * noun.
 */
static gboolean
is_adjective_behind (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return next != NULL && is_body_adjective (sentence, i)
         && !quo_clause_has_between (sentence, i, quo_clause_is_border)
         && !(next->shape & QUO_SHAPE_CAPITAL) && !sentence->quoted[i + 1]
         && !(next->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_FINITE | QUO_WORD_OBLIQUE | QUO_WORD_JOIN
                 | QUO_WORD_ANY_SAYING | QUO_WORD_PRONOUN | QUO_WORD_DETERMINER));
}

/* Whether the token may be a noun or adjective that goes on with the one before it. */
static gboolean
goes_on (const QuoClauseSentence *sentence, gint i)
{
  return i < (gint)sentence->tokens->len && !sentence->quoted[i]
         && !(quo_clause_get_token (sentence, i)->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_FINITE | QUO_WORD_OBLIQUE | QUO_WORD_JOIN
                 | QUO_WORD_PRONOUN | QUO_WORD_DETERMINER | QUO_WORD_ANY_SAYING))
         && !quo_clause_has_between (sentence, i - 1, quo_clause_is_border);
}

static gboolean
is_oblique_adjective (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, token, word);

  return !(token->kinds & QUO_WORD_TITLE)
         && quo_language_is_oblique_adjective (sentence->language, word, len);
}

/* podle mluvčí záchranné služby Renaty Vackové: whether a title and the noun behind it, with its
 * adjective, stand before a name. */
static gboolean
is_title_of_noun (const QuoClauseSentence *sentence, gint i)
{
  gint name = i + 2;

  if (!(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_TITLE) || !goes_on (sentence, i + 1))
    return FALSE;
  if (goes_on (sentence, i + 2) && is_oblique_adjective (sentence, i + 1))
    name++;
  return goes_on (sentence, name)
         && (quo_clause_get_token (sentence, name)->shape & QUO_SHAPE_CAPITAL);
}

/* podle policejního vyšetřování: whether the noun of an adjective follows it. */
static gboolean
is_adjective_of_noun (const QuoClauseSentence *sentence, gint i)
{
  return goes_on (sentence, i + 1) && is_oblique_adjective (sentence, i);
}

/* podle odhadů analytiků, podle ředitele krajské věznice: whether a word follows that can only say
 * whose the noun is, or a title's adjective. */
static gboolean
is_owned (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!goes_on (sentence, i + 1) || (next->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_TITLE)
      && is_oblique_adjective (sentence, i + 1))
    return TRUE;
  len = quo_token_fold (sentence->page, next, word);
  return quo_language_is_oblique (sentence->language, word, len, 0);
}

/* وزارة الصحة الفلسطينية: whether the word has the article written together with it. */
static gboolean
has_article (const QuoClauseSentence *sentence, gint i)
{
  guint32 start = quo_clause_get_token (sentence, i)->span.start;

  return quo_passage_get (sentence->page, start) == 0x627
         && quo_passage_get (sentence->page, start + 1) == 0x644;
}

/* Nouns in a row end with the first that has the article, and the adjectives behind it have it,
 * too. @first itself if none has. */
static gint
find_construct_end (const QuoClauseSentence *sentence, gint first)
{
  gint n = sentence->tokens->len, last = first;

  while (last < n && last <= first + MAX_CONSTRUCT && !has_article (sentence, last))
    {
      if (quo_clause_has_between (sentence, last, quo_clause_is_border))
        return last;
      last++;
    }
  if (last >= n || last > first + MAX_CONSTRUCT)
    return first;
  while (last + 1 < n && has_article (sentence, last + 1)
         && !quo_clause_has_between (sentence, last, quo_clause_is_border))
    last++;
  return last;
}

/* Where nothing tells the end ("Podle policie se sešli", "Enligt polisen samlades"): the first noun
 * with the names after it. */
gint
quo_clause_find_shortest_source (const QuoClauseSentence *sentence, gint first)
{
  gint last = first, n = sentence->tokens->len;

  if (quo_language_has_subject_after (sentence->language))
    return find_construct_end (sentence, first);
  while (last + 1 < n
         && ((quo_clause_get_token (sentence, last)->kinds & QUO_WORD_DETERMINER)
             || is_title_of_noun (sentence, last) || is_adjective_of_noun (sentence, last)
             || is_owned (sentence, last)
             || ((quo_clause_get_token (sentence, last)->kinds & QUO_WORD_TITLE)
                 && (quo_clause_get_token (sentence, last + 1)->shape & QUO_SHAPE_CAPITAL))))
    last++;
  while (last + 1 < n && (quo_clause_get_token (sentence, last + 1)->shape & QUO_SHAPE_CAPITAL))
    last++;
  if (!ends_with_adjective (sentence, last))
    return last;
  return is_adjective_behind (sentence, last + 1) ? last + 2 : last + 1;
}

/* وبحسب الوزير فإن ...: whether the clause begins there with a word that only opens clauses. */
static gboolean
opens_after_source (const QuoClauseSentence *sentence, gint i)
{
  return quo_language_has_subject_after (sentence->language)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER);
}

/* "According to Rathbun the hull was sound": where a name stands and a noun with its article behind
 * it, nothing else tells the end. */
static gboolean
ends_at_name (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  return next != NULL && !quo_language_has_clause_comma (sentence->language)
         && !quo_language_needs_opener (sentence->language) && (token->shape & QUO_SHAPE_CAPITAL)
         && !(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_TITLE))
         && (next->kinds & QUO_WORD_DETERMINER)
         && !(next->kinds
              & (QUO_WORD_OBLIQUE | QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_JOIN))
         && !(next->shape & QUO_SHAPE_CAPITAL);
}

/* "Podle mluvčí Evy Malé však": where the order of words is free, a small word that belongs to no
 * noun. */
static gboolean
ends_before_link (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, next, word);
  return quo_language_has_free_order (sentence->language) && (next->kinds & QUO_WORD_STOPWORD)
         && !(next->shape & QUO_SHAPE_CAPITAL)
         && !(next->kinds
              & (QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_DETERMINER | QUO_WORD_OPENER
                 | QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_TITLE))
         && !quo_language_lists (sentence->language, QUO_LIST_OWNERS, word)
         && !quo_clause_is_relative (sentence, i);
}

/* "a report that was published", "a person who asked not to be named": whether token @i begins a
 * clause about the source before it. Where each clause has its comma that tells it. */
static gboolean
begins_about_source (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_is_relative (sentence, i)
         || ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
             && !quo_language_has_clause_comma (sentence->language)
             && !quo_language_has_subject_after (sentence->language));
}

static gboolean
has_comma_behind (const QuoClauseSentence *sentence, gint i)
{
  while (i + 1 < (gint)sentence->tokens->len)
    if (quo_clause_has_between (sentence, i++, quo_char_is_comma))
      return TRUE;
  return FALSE;
}

/* The last token of whom the source names: to a comma, or, where the verb stands second, to the
 * first verb or small word; @is_last: to the end of the sentence, if the clause stands before. */
static gint
find_source_end (const QuoClauseSentence *sentence, gint first, gboolean is_last,
                 gboolean *ret_has_comma)
{
  gint n = sentence->tokens->len, i;
  gboolean is_relative = FALSE;

  *ret_has_comma = FALSE;
  for (i = first; i < n && i < first + MAX_SOURCE; i++)
    {
      const QuoToken *next = quo_clause_get_token (sentence, i + 1);

      if (quo_clause_has_between (sentence, i, quo_clause_is_border))
        {
          *ret_has_comma = quo_clause_has_between (sentence, i, quo_char_is_comma);
          return i;
        }
      if (next == NULL && is_last)
        return i;
      if (next != NULL && opens_after_source (sentence, i + 1))
        {
          *ret_has_comma = TRUE;
          return i;
        }
      if (next == NULL)
        break;
      /* its verbs are about the source */
      is_relative |= begins_about_source (sentence, i + 1)
                     && (is_last
                         || (!quo_language_has_clause_comma (sentence->language)
                             && has_comma_behind (sentence, i + 1)));
      if ((next->kinds & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)) && !is_relative)
        return i;
      if (ends_before_link (sentence, i + 1) && !is_relative)
        {
          gint shortest = quo_clause_find_shortest_source (sentence, first);

          return i <= shortest + 1 ? i : shortest; /* Podle Malé tvoří celek ty krátké */
        }
      if (ends_at_name (sentence, i))
        return i;
      if (quo_language_has_capital_nouns (sentence->language) && !(next->shape & QUO_SHAPE_CAPITAL)
          && (quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
          && !(next->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
        return i;
    }
  return quo_clause_find_shortest_source (sentence, first);
}

/* laut „Utro“, по данным газеты «Утро»: the same, with a name in marks that it is or that stands
 * right behind it. */
gint
quo_clause_find_source_end (const QuoClauseSentence *sentence, gint first, gboolean is_last,
                            gboolean *ret_has_comma)
{
  gint last = sentence->quoted[first] ? first - 1
                                      : find_source_end (sentence, first, is_last, ret_has_comma);
  gint named = last < first
                       || (!*ret_has_comma
                           && !quo_clause_has_between (sentence, last, quo_clause_is_colon))
                   ? quo_clause_find_marked_name_end (sentence, last + 1)
                   : -1;

  if (named < 0)
    return last;
  *ret_has_comma
      = quo_clause_has_between (sentence, named, quo_char_is_comma)
        || (named + 1 < (gint)sentence->tokens->len && opens_after_source (sentence, named + 1));
  return named;
}

/* Podle ministra Jana Kose (TOP 09) CLAUSE: the last token of what stands in brackets behind the
 * source; @last if nothing does. */
gint
quo_clause_skip_brackets (const QuoClauseSentence *sentence, gint last, gboolean *has_comma)
{
  if (!quo_clause_has_between (sentence, last, is_opening_bracket))
    return last;
  for (gint i = last + 1; i + 1 < (gint)sentence->tokens->len && i <= last + MAX_BRACKET; i++)
    if (quo_clause_has_between (sentence, i, is_closing_bracket))
      {
        *has_comma = quo_clause_has_between (sentence, i, quo_char_is_comma);
        return i;
      }
  return last;
}

/* dem Magazin „Utro“: with the mark that closes the name, if the one that opens it is in there. */
void
quo_clause_close_marks (const QuoClauseSentence *sentence, QuoSpan *source)
{
  guint n_marks = 0;

  for (guint32 i = source->start; i < source->end; i++)
    n_marks += quo_char_is_quote_mark (quo_passage_get (sentence->page, i));
  if (n_marks == 1 && quo_char_is_quote_mark (quo_passage_get (sentence->page, source->end)))
    source->end++;
}

/* "an official who asked not to be named": the last token before a clause about the source. */
gint
quo_clause_skip_relative (const QuoClauseSentence *sentence, gint first, gint last)
{
  for (gint i = first + 1; i <= last; i++)
    if (begins_about_source (sentence, i) && !quo_language_has_capital_nouns (sentence->language))
      return i - 1;
  return last;
}

/* According to Ida Lund, a professor of law at the university of Leeds, CLAUSE */
static gboolean
is_office_behind (const QuoClauseSentence *sentence, gint last)
{
  const QuoToken *next = quo_clause_get_token (sentence, last + 1);

  return next != NULL && (next->kinds & QUO_WORD_DETERMINER)
         && (quo_clause_get_token (sentence, last)->shape & QUO_SHAPE_CAPITAL);
}

/* Whether a clause may begin with the token: the ruling. */
static gboolean
begins_subject (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;

  return (kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
         && !(kinds & (QUO_WORD_OBLIQUE | QUO_WORD_OPENER | QUO_WORD_JOIN))
         && !quo_clause_is_relative (sentence, i);
}

/* По словам очевидца, дом старый, и ...; По данным мэрии, в городе ...: where the order of words is
 * free, a clause may begin behind the comma like what is told of the source. That begins with no
 * preposition or small word, and behind a noun it is a name. */
static gboolean
begins_clause (const QuoClauseSentence *sentence, gint last)
{
  const QuoToken *next = quo_clause_get_token (sentence, last + 1);

  if (next == NULL || !quo_language_has_free_order (sentence->language)
      || quo_clause_is_relative (sentence, last + 1)
      || ((next->kinds & QUO_WORD_OBLIQUE) && quo_clause_is_relative (sentence, last + 2)))
    return FALSE;
  return (next->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_STOPWORD))
         || !((quo_clause_get_token (sentence, last)->shape | next->shape) & QUO_SHAPE_CAPITAL
              || (next->kinds & QUO_WORD_TITLE));
}

/* From the last token of a source over what a comma sets off: Podle zprávy, kterou ..., CLAUSE;
 * According to Ida Lund, head of the port, CLAUSE; According to her, a baker who ..., CLAUSE. */
gint
quo_clause_skip_aside (const QuoClauseSentence *sentence, gint last)
{
  gint n = sentence->tokens->len;
  gint usual = is_office_behind (sentence, last) ? MAX_OFFICE : MAX_ASIDE, max = usual;
  gboolean is_relative = FALSE;

  if (begins_clause (sentence, last))
    return last;
  for (gint i = last + 1; i + QUO_CLAUSE_MIN_WORDS < n && i < last + max; i++)
    {
      /* Further on "der" is an article. */
      if (quo_clause_is_relative (sentence, i)
          && (i == last + 1 || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_DETERMINER)))
        is_relative = TRUE;
      max = is_relative ? MAX_RELATIVE : usual;
      if (!is_relative
          && (sentence->quoted[i]
              || (quo_clause_get_token (sentence, i)->kinds
                  & (QUO_WORD_FINITE | QUO_WORD_PRONOUN | QUO_WORD_SUBJUNCTIVE))))
        return last;
      if (quo_clause_has_between (sentence, i, quo_char_is_comma))
        {
          /* По мнению судьи, в споре, который длился год, ...: the comma of a clause about it */
          if (!is_relative && quo_language_has_clause_comma (sentence->language)
              && quo_clause_is_relative (sentence, i + 1))
            return last;
          return is_relative || i < last + MAX_ASIDE || begins_subject (sentence, i + 1) ? i : last;
        }
    }
  return last;
}

/* "..., according to the chief of staff, Anita Roh, who noted": the last token of a name between
 * commas behind whom the source names; @last if there is none. */
gint
quo_clause_skip_name (const QuoClauseSentence *sentence, gint last)
{
  gint n = sentence->tokens->len;

  for (gint i = last + 1; i < n && i <= last + MAX_ASIDE; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);

      if (sentence->quoted[i]
          || (!(token->shape & QUO_SHAPE_CAPITAL)
              && !(token->kinds & (QUO_WORD_TITLE | QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
          || (token->kinds & QUO_WORD_PRONOUN))
        return last;
      if (i == n - 1 || quo_clause_has_between (sentence, i, quo_char_is_comma))
        return i;
    }
  return last;
}
