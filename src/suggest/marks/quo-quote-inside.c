/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* Parts a quote whose author speaks inside its marks, between dashes:
 *
 *   «Был момент, — сказал господин Панвалкар, — когда он ждал»
 *   "Hicimos lo que pidieron —señaló el consejero— y toca esperar"
 *   "Hicimos lo que pidieron -señaló el consejero- y toca esperar"
 *
 * The words between the dashes are no part of it; a comma before the first dash is not, either. */

#define MAX_WORDS 15   /* between the dashes */
#define MAX_UNLISTED 8 /* of them where no list knows the verb */

/* A dash that stands free and follows the end of a clause. */
static gboolean
is_clause_dash (const QuoPassage *page, QuoSpan span, guint32 i)
{
  gunichar before = i >= span.start + 3 ? quo_passage_get (page, i - 2) : 0;

  return quo_char_is_dash (quo_passage_get (page, i))
         && g_unichar_isspace (quo_passage_get (page, i - 1))
         && g_unichar_isspace (quo_passage_get (page, i + 1))
         && (quo_char_is_comma (before) || quo_char_is_stop (before));
}

static gboolean
says_who_speaks (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, span);

  for (guint i = 0; i < tokens->len && tokens->len <= MAX_WORDS; i++)
    if (quo_tokens_get (tokens, i)->kinds & QUO_WORD_SAYING)
      return TRUE;
  return tokens->len <= MAX_UNLISTED
         && !quo_span_is_empty (quo_quote_find_cue_by_place (page, language, span));
}

/* One hyphen or two for a dash: --señaló X--. */
static gboolean
is_dash (gunichar c)
{
  return quo_char_is_dash (c) || c == '-';
}

/* A dash as in Spanish, which stands against the words of the author: "... —señaló X— ...". */
static gboolean
is_tight_dash (const QuoPassage *page, guint32 i, gboolean is_first)
{
  gint step = is_first ? 1 : -1;
  gunichar outer = quo_passage_get (page, i - step);
  gunichar inner = quo_passage_get (page, i + step);

  if (inner == '-')
    inner = quo_passage_get (page, i + 2 * step);
  return is_dash (quo_passage_get (page, i)) && g_unichar_isalpha (inner)
         && (g_unichar_isspace (outer) || quo_char_is_comma (outer) || quo_char_is_stop (outer));
}

/* Where the author's words end that begin with the dash at @i: at the dash that answers it. 0: no
 * author speaks there. */
static guint32
find_author_end (const QuoPassage *page, const QuoLanguage *language, QuoSpan span, guint32 i,
                 gboolean is_tight)
{
  for (guint32 end = i + 3; end + 1 < span.end; end++)
    if (is_tight ? is_tight_dash (page, end, FALSE) : is_clause_dash (page, span, end))
      return says_who_speaks (page, language, QUO_SPAN (i + 1, end)) ? end + 1 : 0;
  return 0;
}

static guint32
find_first_letter (const QuoPassage *page, guint32 i)
{
  while (is_dash (quo_passage_get (page, i)) || g_unichar_isspace (quo_passage_get (page, i)))
    i++;
  return i;
}

/* From one dash to the other; empty if nobody interrupts. */
static QuoSpan
find_author (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  for (guint32 i = span.start + 1; i + 1 < span.end; i++)
    {
      gboolean is_tight = is_tight_dash (page, i, TRUE);
      guint32 end;

      if ((!is_tight && !is_clause_dash (page, span, i))
          || !g_unichar_islower (quo_passage_get (page, find_first_letter (page, i))))
        continue;
      end = find_author_end (page, language, span, i, is_tight);
      if (end > 0)
        return QUO_SPAN (i, end);
    }
  return QUO_SPAN (0, 0);
}

/* Cuts the stretch @i in two round @author. */
static void
part (GArray *stretches, const QuoPassage *page, guint i, QuoSpan author)
{
  QuoStretch *stretch = quo_stretches_get (stretches, i);
  QuoStretch rest = *stretch;
  guint32 end = author.start - 1;

  if (quo_char_is_comma (quo_passage_get (page, end - 1)))
    end--;
  rest.span.start = author.end;
  while (g_unichar_isspace (quo_passage_get (page, rest.span.start))
         || quo_char_is_comma (quo_passage_get (page, rest.span.start)))
    rest.span.start++;
  rest.is_later = TRUE;
  stretch->span.end = end;
  stretch->next = (gint)stretches->len;
  g_array_append_val (stretches, rest);
}

void
quo_stretches_part (GArray *stretches, const QuoPassage *page, const QuoLanguage *language)
{
  if (!quo_language_dash_bounds (language))
    return;
  for (guint i = 0; i < stretches->len; i++)
    {
      const QuoStretch *stretch = quo_stretches_get (stretches, i);
      QuoSpan author;

      if (stretch->is_dash)
        continue;
      author = find_author (page, language, stretch->span);
      if (!quo_span_is_empty (author))
        part (stretches, page, i, author);
    }
}
