/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-mark-scan.h"
#include "quo-quote-unclosed.h"

/* Pairs quotation marks over the paragraphs of a page. An open mark at the end of a paragraph: the
 * quote goes on if the next paragraph opens with the same mark; else double marks end with the
 * paragraph, and single ones were an apostrophe. */

#define MAX_LINES 20   /* over which an open mark looks for the one that closes it ... */
#define MAX_REACH 1500 /* ... and code points: a chapter whose paragraphs are lines has more */

/* The marks with which a paragraph goes on with the quotes of the one before it. French prints a
 * closing » there. Returns: where to read on */
static guint32
read_continued (QuoMarkScan *scan, guint32 at)
{
  for (guint k = 0; k < scan->pending->len; k++)
    {
      QuoMarkOpen *open = &g_array_index (scan->pending, QuoMarkOpen, k);
      gunichar c = quo_mark_scan_get (scan, at);

      if (c != open->mark
          && !(open->family == QUO_MARK_ANGLE && quo_mark_get_family (c) == QUO_MARK_ANGLE))
        break;
      quo_mark_scan_open (scan, at, open->stretch);
      if (open->family == QUO_MARK_ANGLE)
        quo_mark_scan_get_open (scan, scan->stack->len - 1)->mark = open->mark;
      scan->n_chained++;
      at++;
      while (at < scan->paragraph.end && quo_mark_is_blank (quo_mark_scan_get (scan, at)))
        at++;
    }
  g_array_set_size (scan->pending, 0);
  return at;
}

static gboolean
has_blank_line (const QuoPassage *page, guint32 from, guint32 to)
{
  guint n_ends = 0;

  for (guint32 i = from; i < to; i++)
    {
      gunichar c = quo_passage_get (page, i);

      n_ends += c == '\n' || (c == '\r' && quo_passage_get (page, i + 1) != '\n');
    }
  return n_ends > 1;
}

/* Whether the mark at @i, the first of its family on its line, can only close @open. */
static gboolean
is_closing_mark (const QuoMarkScan *scan, const QuoMarkOpen *open, guint32 i, QuoSpan line)
{
  QuoMarkScan next = *scan;
  gunichar c = quo_passage_get (scan->page, i);

  next.paragraph = line;
  if (i == line.start || c == 0x201e)
    return FALSE;
  return c != open->mark
         || (quo_mark_scan_can_close (&next, i) && !quo_mark_scan_can_open (&next, i));
}

/* Whether one of the lines after @index, with no blank line between, closes this mark before it
 * opens one. */
static gboolean
closes_on_next_lines (const QuoMarkScan *scan, const QuoMarkOpen *open, guint index)
{
  for (guint p = index; p + 1 < scan->page->paragraphs->len && p < index + MAX_LINES; p++)
    {
      QuoSpan here = quo_passage_get_paragraph (scan->page, p);
      QuoSpan next = quo_passage_get_paragraph (scan->page, p + 1);

      if (has_blank_line (scan->page, here.end, next.start)
          || here.end - scan->paragraph.start > MAX_REACH)
        return FALSE;
      for (guint32 i = next.start; i < next.end; i++)
        if (quo_mark_get_family (quo_passage_get (scan->page, i)) == open->family)
          return open->family != QUO_MARK_SINGLE && is_closing_mark (scan, open, i, next);
    }
  return FALSE;
}

static gboolean
is_continued (const QuoMarkScan *scan, const QuoMarkOpen *open)
{
  QuoSpan next;
  gunichar c;

  if (scan->paragraph_index + 1 >= scan->page->paragraphs->len)
    return FALSE;
  next = quo_passage_get_paragraph (scan->page, scan->paragraph_index + 1);
  for (guint32 i = next.start; i < next.end && i < next.start + 4; i++)
    {
      c = quo_passage_get (scan->page, i);
      if (c == open->mark
          || (open->family == QUO_MARK_ANGLE && quo_mark_get_family (c) == QUO_MARK_ANGLE))
        return TRUE;
      if (quo_mark_get_family (c) == QUO_MARK_NONE && !quo_mark_is_blank (c))
        return FALSE;
    }
  return FALSE;
}

/* What is still open at the end of a paragraph. */
static void
end_paragraph (QuoMarkScan *scan)
{
  gboolean is_going_on = TRUE;

  if (scan->stack->len > 0
      && closes_on_next_lines (scan, quo_mark_scan_get_open (scan, 0), scan->paragraph_index))
    return;
  for (guint i = 0; i < scan->stack->len; i++)
    {
      QuoMarkOpen *open = quo_mark_scan_get_open (scan, i);
      QuoStretch *stretch = quo_stretches_get (scan->stretches, open->stretch);

      is_going_on = is_going_on && (open->family != QUO_MARK_SINGLE || open->at_paragraph)
                    && is_continued (scan, open);
      if (is_going_on)
        g_array_append_vals (scan->pending, open, 1);
      if (is_going_on || open->family != QUO_MARK_SINGLE || stretch->is_later)
        {
          stretch->span.end = is_going_on ? scan->paragraph.end
                                          : quo_quote_find_unclosed_end (
                                              scan->page, scan->language,
                                              QUO_SPAN (stretch->span.start, scan->paragraph.end));
          stretch->is_broken = TRUE;
        }
    }
  g_array_set_size (scan->stack, 0);
}

static void
read_paragraph (QuoMarkScan *scan)
{
  guint32 i = scan->paragraph.start;

  scan->first = i;
  scan->n_chained = 0;
  if (scan->pending->len > 0)
    i = read_continued (scan, i);
  for (; i < scan->paragraph.end; i++)
    quo_mark_scan_read (scan, i);
  end_paragraph (scan);
}

/* Drops the marks that came to nothing and mends the chains. */
static void
drop_unclosed (GArray *stretches)
{
  g_autofree gint *map = g_new (gint, stretches->len + 1);
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      map[i] = stretch->span.end > stretch->span.start + 1 ? (gint)n++ : -1;
      if (map[i] >= 0)
        *quo_stretches_get (stretches, map[i]) = *stretch;
    }
  for (guint i = 0; i < n; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      stretch->next = stretch->next >= 0 ? map[stretch->next] : -1;
    }
  g_array_set_size (stretches, n);
}

GArray *
quo_stretches_find (const QuoPassage *page, const QuoLanguage *language)
{
  QuoMarkScan scan = { .page = page, .language = language };

  scan.stretches = g_array_new (FALSE, FALSE, sizeof (QuoStretch));
  scan.stack = g_array_new (FALSE, FALSE, sizeof (QuoMarkOpen));
  scan.pending = g_array_new (FALSE, FALSE, sizeof (QuoMarkOpen));
  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      scan.paragraph = quo_passage_get_paragraph (page, p);
      scan.paragraph_index = p;
      read_paragraph (&scan);
    }
  g_array_unref (scan.stack);
  g_array_unref (scan.pending);
  drop_unclosed (scan.stretches);
  quo_stretches_sort (scan.stretches);
  return scan.stretches;
}