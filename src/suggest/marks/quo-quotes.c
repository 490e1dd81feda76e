/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"
#include "quo-quotes.h"

/* Puts quotes together from stretches (see quo-quote-finder.h). For the quote at the caret only the
 * paragraphs near it are read, so a novel costs no more than a short text. */

#define REACH 12000    /* code points read to each side of the caret */
#define REACH_CUE 2500 /* and to each side of a quote whose cue is asked for */

GArray *
quo_stretches_read (const QuoPassage *page, const QuoLanguage *language)
{
  GArray *stretches = quo_stretches_find (page, language);

  quo_stretches_add_labelled (stretches, page, language);
  quo_stretches_add_answers (stretches, page, language);
  quo_stretches_add_dashes (stretches, page, language);
  quo_stretches_part (stretches, page, language);
  quo_stretches_sort (stretches);
  quo_stretches_join (stretches, page, language);
  return stretches;
}

/* The quote that begins with stretch @i. */
static QuoQuote
build_quote (const GArray *stretches, guint i)
{
  QuoQuote quote = { .depth = quo_stretches_get (stretches, i)->depth };

  for (gint k = i; k >= 0 && quote.n_parts < QUO_QUOTE_MAX_PARTS;
       k = quo_stretches_get (stretches, k)->next)
    quote.parts[quote.n_parts++] = quo_stretches_get (stretches, k)->span;
  return quote;
}

/* Marks as later only what the quotes before it really took. */
void
quo_stretches_cut (GArray *stretches)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      guint n = 1;

      if (quo_stretches_get (stretches, i)->is_later)
        continue;
      for (gint k = i; k >= 0; n++)
        {
          QuoStretch *stretch = quo_stretches_get (stretches, k);

          k = stretch->next;
          if (k >= 0 && n % QUO_QUOTE_MAX_PARTS == 0)
            {
              quo_stretches_get (stretches, k)->is_later = FALSE;
              stretch->next = -1;
              k = -1;
            }
        }
    }
}

/* How deep the caret is in the quote: the length of the part round it, or of the whole if the caret
 * is in an interruption; 0 if it is not in the quote. */
static guint32
get_extent_at (const QuoQuote *quote, guint32 offset)
{
  QuoSpan hull = QUO_SPAN (quote->parts[0].start, quote->parts[quote->n_parts - 1].end);

  for (guint i = 0; i < quote->n_parts; i++)
    if (quote->parts[i].start <= offset && offset < quote->parts[i].end)
      return quote->parts[i].end - quote->parts[i].start;
  return hull.start <= offset && offset <= hull.end ? hull.end - hull.start + 1 : 0;
}

/* Index of the stretch whose quote has the least extent above @above round the caret; -1 if none.
 */
static gint
find_at (const GArray *stretches, guint32 offset, guint32 above, guint32 *ret_extent)
{
  guint32 least = G_MAXUINT32;
  gint found = -1;

  for (guint i = 0; i < stretches->len; i++)
    {
      QuoQuote quote;
      guint32 extent;

      if (quo_stretches_get (stretches, i)->is_later)
        continue;
      if (quo_stretches_get (stretches, i)->span.start > offset)
        break;
      quote = build_quote (stretches, i);
      extent = get_extent_at (&quote, offset);
      if (extent > above && extent < least)
        {
          least = extent;
          found = i;
        }
    }
  *ret_extent = least;
  return found;
}

gboolean
quo_quote_around (const QuoText *text, guint32 offset, guint depth, const QuoLanguage *language,
                  QuoQuote *ret_quote)
{
  g_autoptr (QuoPassage) page = quo_passage_new_around (text, offset, REACH);
  g_autoptr (GArray) stretches = quo_stretches_read (page, language);
  guint32 extent = 0;
  gint i = -1;

  quo_stretches_cut (stretches);
  for (guint k = 0; k <= depth; k++)
    {
      i = find_at (stretches, offset, extent, &extent);
      if (i < 0)
        return FALSE;
    }
  *ret_quote = build_quote (stretches, i);
  ret_quote->cue
      = quo_stretches_find_cue (stretches, page, language, ret_quote->parts, ret_quote->n_parts);
  return TRUE;
}

gboolean
quo_quote_read (const QuoPassage *page, const GArray *stretches, const QuoLanguage *language,
                guint i, QuoQuote *ret_quote)
{
  if (quo_stretches_get (stretches, i)->is_later)
    return FALSE;
  *ret_quote = build_quote (stretches, i);
  ret_quote->cue
      = quo_stretches_find_cue (stretches, page, language, ret_quote->parts, ret_quote->n_parts);
  return TRUE;
}

static GArray *
read_quotes (const QuoPassage *page, const QuoLanguage *language)
{
  g_autoptr (GArray) stretches = quo_stretches_read (page, language);
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (QuoQuote));
  QuoQuote quote;

  quo_stretches_cut (stretches);
  for (guint i = 0; i < stretches->len; i++)
    if (quo_quote_read (page, stretches, language, i, &quote))
      g_array_append_val (quotes, quote);
  return quotes;
}

GArray *
quo_quotes_find (const QuoText *text, const QuoLanguage *language)
{
  g_autoptr (QuoPassage) page = quo_passage_new (text, QUO_SPAN (0, quo_text_get_length (text)));

  return read_quotes (page, language);
}

GArray *
quo_quotes_find_near (const QuoText *text, QuoSpan span, const QuoLanguage *language)
{
  guint32 half = (span.end - span.start) / 2;
  g_autoptr (QuoPassage) page = quo_passage_new_around (text, span.start + half, REACH + half);

  return read_quotes (page, language);
}

QuoSpan
quo_quote_find_cue (const QuoText *text, const QuoSpan *parts, guint n_parts,
                    const QuoLanguage *language)
{
  guint32 end = parts[n_parts - 1].end;
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) stretches = NULL;
  guint32 start = parts[0].start;

  page = quo_passage_new_around (text, start + (end - start) / 2, REACH_CUE + (end - start) / 2);
  stretches = quo_stretches_read (page, language);
  return quo_stretches_find_cue (stretches, page, language, parts, n_parts);
}
