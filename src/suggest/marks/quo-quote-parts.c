/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* Joins what an interrupting "he said" has parted:
 *
 *   “We will build the line,” Köhler told reporters, “and we will build it before 2031.”
 *
 * Two neighbouring stretches of one paragraph and depth are one quote if the words between them are
 * few, end no sentence and say who speaks. A sentence that ends between them parts two quotes. */

#define MAX_WORDS 15         /* of an interruption */
#define MAX_WORDS_SILENT 8   /* of one without a verb of saying that we know */
#define MAX_WORDS_UNMARKED 4 /* of one that ends without a comma */

typedef struct
{
  QuoSpan span;
  guint n_words;
  gboolean has_saying;
  gboolean ends_open; /* its last word is small, as an article: a noun follows */
  gunichar before;    /* last character of the first part inside its mark */
  gunichar first;     /* of what stands between, without blanks */
  gunichar last;
  gunichar after; /* first character of the second part inside its mark */
} Interruption;

static gunichar
find_inner_last (const QuoPassage *page, QuoSpan span)
{
  guint32 i = span.end;

  while (i > span.start
         && (quo_char_is_quote_mark (quo_passage_get (page, i - 1))
             || quo_char_is_apostrophe (quo_passage_get (page, i - 1))
             || g_unichar_isspace (quo_passage_get (page, i - 1))))
    i--;
  return i > span.start ? quo_passage_get (page, i - 1) : 0;
}

static gunichar
find_inner_first (const QuoPassage *page, QuoSpan span)
{
  guint32 i = span.start;

  while (i < span.end && !quo_char_is_word (quo_passage_get (page, i)))
    i++;
  return quo_passage_get (page, i);
}

/* A word that a noun follows; not "said he". */
static gboolean
is_small (const QuoToken *token)
{
  return (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
         || ((token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_PRONOUN));
}

static void
read_interruption (Interruption *between, const QuoPassage *page, const QuoLanguage *language,
                   QuoSpan first, QuoSpan second)
{
  QuoSpan span = quo_passage_trim (page, QUO_SPAN (first.end, second.start));
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, span);

  between->span = span;
  between->n_words = tokens->len;
  between->has_saying = FALSE;
  between->ends_open = tokens->len > 0 && is_small (quo_tokens_get (tokens, tokens->len - 1));
  for (guint i = 0; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if ((token->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_ANY_SOURCE))
          && !(quo_language_has_capital_nouns (language) && (token->shape & QUO_SHAPE_CAPITAL)))
        between->has_saying = TRUE;
    }
  between->before = find_inner_last (page, first);
  between->after = find_inner_first (page, second);
  between->first = quo_passage_get (page, span.start);
  between->last = quo_passage_get (page, span.end - 1);
}

/* Whether the first part, by how it ends, can go on. */
static gboolean
can_go_on (const Interruption *between)
{
  gboolean goes_small = g_unichar_islower (between->after);

  if (quo_char_is_comma (between->before) || quo_char_is_comma (between->first)
      || quo_char_is_dash (between->before))
    return TRUE;
  if (between->before == '.' || between->before == 0x3002)
    return goes_small && quo_char_is_comma (between->last);
  return TRUE;
}

static gboolean
ends_sentence_within (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  for (guint32 i = span.start; i < span.end; i++)
    if (quo_tokens_end_sentence (page, language, i))
      return TRUE;
  return FALSE;
}

/* Whether the second part goes on although no comma stands before it. A capital begins a name
 * there: sagte er der „Post“, рассказала «Новостям». Where nouns have capitals it tells nothing. */
static gboolean
goes_on_unmarked (const Interruption *between, const QuoLanguage *language)
{
  return between->n_words <= MAX_WORDS_UNMARKED && g_unichar_isalnum (between->last)
         && (quo_char_is_comma (between->before) || quo_char_is_comma (between->first))
         && !between->ends_open
         && (!g_unichar_isupper (between->after) || quo_language_has_capital_nouns (language));
}

static gboolean
is_interruption (const Interruption *between, const QuoPassage *page, const QuoLanguage *language)
{
  gboolean ends_marked = quo_char_is_comma (between->last) || quo_char_is_dash (between->last)
                         || between->last == '-' || between->last == ';';

  if (between->n_words == 0 || between->n_words > MAX_WORDS || !can_go_on (between))
    return FALSE;
  if (between->first == ':') /* в компании «Вымпел»: дамба, утверждают там, «прочна» */
    return FALSE;
  if (!ends_marked && !goes_on_unmarked (between, language))
    return FALSE;
  if (!between->has_saying
      && !(between->n_words <= MAX_WORDS_SILENT && ends_marked
           && quo_char_is_comma (between->before) && g_unichar_islower (between->after)))
    return FALSE;
  return !ends_sentence_within (page, language, between->span);
}

/* The next stretch of the same depth within the same outer one. */
static gint
find_sibling (const GArray *stretches, guint i)
{
  const QuoStretch *stretch = quo_stretches_get (stretches, i);

  for (guint k = i + 1; k < stretches->len; k++)
    {
      const QuoStretch *other = quo_stretches_get (stretches, k);

      if (other->parent == stretch->parent)
        return k;
      if (other->span.start >= stretch->span.end)
        return -1;
    }
  return -1;
}

void
quo_stretches_join (GArray *stretches, const QuoPassage *page, const QuoLanguage *language)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i), *other;
      gint next = find_sibling (stretches, i);
      Interruption between;

      if (next < 0 || stretch->next >= 0 || stretch->is_dash)
        continue;
      other = quo_stretches_get (stretches, next);
      if (other->is_later || other->is_dash || other->span.start < stretch->span.end
          || quo_passage_find_paragraph (page, stretch->span.end - 1) != other->paragraph)
        continue;
      read_interruption (&between, page, language, stretch->span, other->span);
      if (is_interruption (&between, page, language))
        {
          stretch->next = next;
          other->is_later = TRUE;
        }
    }
}
