/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-rows.h"

#include <math.h>

#include "quo-page-type.h"

/* Where text stands.  GtkTextView tells the box of a single character; all else is put together
 * here.
 *
 * Invariant: a row never leaves its display line, and the blank at which a line is wrapped belongs
 * to no row. */

/* Marks reach from here to here around the baseline, in em. */
#define ROW_ABOVE 0.98
#define ROW_BELOW 0.34
/* What hangs below the baseline of letters such as "p", in em. */
#define DESCENT 0.25
/* Characters whose boxes are this near to each other make one row. */
#define JOIN_GAP 2

typedef struct
{
  QuoSpan span;
  int y, height; /* of the line's box, px below the top of the paragraph */
  double base;   /* below 0: not found yet */
} DisplayLine;

/* A measured span and its rows in `known`. */
typedef struct
{
  QuoSpan span;
  guint first, n;
} Measured;

static guint
hash_span (gconstpointer key)
{
  const QuoSpan *span = key;

  return span->start * 31 + span->end;
}

static gboolean
equal_spans (gconstpointer a, gconstpointer b)
{
  return quo_span_equal (*(const QuoSpan *)a, *(const QuoSpan *)b);
}

double
quo_row_get_top (const QuoRow *row)
{
  return floor (row->base - ROW_ABOVE * row->em);
}

double
quo_row_get_bottom (const QuoRow *row)
{
  return floor (row->base + ROW_BELOW * row->em);
}

double
quo_row_get_above (const QuoRow *row)
{
  return row->pitch > 0 ? row->base - row->pitch + DESCENT * row->em : -G_MAXDOUBLE;
}

static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfefc) || c == 0x200f
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

PangoDirection
quo_find_direction (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        return is_from_right (c) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    }
  return PANGO_DIRECTION_NEUTRAL;
}

static void
find_direction (QuoPageLines *lines)
{
  GtkTextIter end = lines->start;
  g_autofree char *text = NULL;
  PangoDirection direction;

  gtk_text_iter_set_offset (&end, lines->span.end);
  text = gtk_text_iter_get_slice (&lines->start, &end);
  direction = quo_find_direction (text);
  lines->is_rtl = direction == PANGO_DIRECTION_NEUTRAL ? lines->page->is_rtl
                                                       : direction == PANGO_DIRECTION_RTL;
  lines->is_mixed = lines->is_rtl;
  for (const char *p = text; *p != '\0' && !lines->is_mixed; p = g_utf8_next_char (p))
    lines->is_mixed = is_from_right (g_utf8_get_char (p));
}

static void
find_lines (QuoPageLines *lines)
{
  GtkTextView *view = lines->page->view;
  GtkTextIter iter = lines->start;
  int top, height;

  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  for (;;)
    {
      DisplayLine line = { .base = -1 };
      GdkRectangle box;

      gtk_text_view_get_iter_location (view, &iter, &box);
      line.span = QUO_SPAN (gtk_text_iter_get_offset (&iter), lines->span.end);
      line.y = box.y - top;
      line.height = box.height;
      if (lines->lines->len > 0)
        g_array_index (lines->lines, DisplayLine, lines->lines->len - 1).span.end = line.span.start;
      g_array_append_val (lines->lines, line);
      if (!gtk_text_view_forward_display_line (view, &iter)
          || (guint)gtk_text_iter_get_offset (&iter) >= lines->span.end
          || (guint)gtk_text_iter_get_offset (&iter) <= line.span.start)
        break;
    }
}

QuoPageLines *
quo_page_lines_new (QuoPage *page, const GtkTextIter *start)
{
  QuoPageLines *lines = g_new0 (QuoPageLines, 1);
  GtkTextIter end = *start;

  lines->page = page;
  lines->start = *start;
  lines->lines = g_array_new (FALSE, FALSE, sizeof (DisplayLine));
  lines->known = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  lines->measured = g_hash_table_new_full (hash_span, equal_spans, g_free, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  lines->span = QUO_SPAN (gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (&end));
  find_direction (lines);
  find_lines (lines);
  return lines;
}

void
quo_page_lines_free (QuoPageLines *lines)
{
  g_array_unref (lines->lines);
  g_array_unref (lines->known);
  g_hash_table_unref (lines->measured);
  g_free (lines);
}

void
quo_page_lines_resume (QuoPageLines *lines, const GtkTextIter *start)
{
  lines->start = *start;
}

/* The box of the character at @iter, of positive width also where text runs to the left. */
static void
get_character_box (QuoPageLines *lines, const GtkTextIter *iter, GdkRectangle *box)
{
  gtk_text_view_get_iter_location (lines->page->view, iter, box);
  if (box->width < 0)
    {
      box->x += box->width;
      box->width = -box->width;
    }
}

static void
add_row (QuoPageLines *lines, guint number, double x, double width, GArray *rows)
{
  DisplayLine *line = &g_array_index (lines->lines, DisplayLine, number);
  int buffer_line = gtk_text_iter_get_line (&lines->start);
  QuoRow row = { .x = x, .width = width, .line = number };

  row.em = quo_page_type_get_em (lines->page, buffer_line);
  if (line->base < 0)
    line->base
        = line->y + quo_page_type_get_baseline (lines->page, buffer_line, line->span, line->height);
  row.base = line->base;
  row.pitch = number > 0 ? line->y - line[-1].y : 0;
  g_array_append_val (rows, row);
}

/* One row from the first to the last character: right where all of the line reads from the left. */
static void
measure_ends (QuoPageLines *lines, guint number, QuoSpan span, GArray *rows)
{
  GtkTextIter first = lines->start, last = lines->start;
  GdkRectangle a, b;

  gtk_text_iter_set_offset (&first, span.start);
  gtk_text_iter_set_offset (&last, span.end - 1);
  gtk_text_view_get_iter_location (lines->page->view, &first, &a);
  gtk_text_view_get_iter_location (lines->page->view, &last, &b);
  add_row (lines, number, a.x, b.x + b.width - a.x, rows);
}

/* Character by character, joining boxes that touch. */
static void
measure_characters (QuoPageLines *lines, guint number, QuoSpan span, GArray *rows)
{
  guint first = rows->len;
  GtkTextIter iter = lines->start;

  gtk_text_iter_set_offset (&iter, span.start);
  for (guint offset = span.start; offset < span.end; offset++, gtk_text_iter_forward_char (&iter))
    {
      QuoRow *last = rows->len > first ? &g_array_index (rows, QuoRow, rows->len - 1) : NULL;
      GdkRectangle box;

      get_character_box (lines, &iter, &box);
      if (last != NULL && box.x <= last->x + last->width + JOIN_GAP
          && box.x + box.width >= last->x - JOIN_GAP)
        {
          double end = MAX (last->x + last->width, box.x + box.width);

          last->x = MIN (last->x, box.x);
          last->width = end - last->x;
        }
      else
        add_row (lines, number, box.x, box.width, rows);
    }
}

/* @span without white space at the end of the display line. */
static QuoSpan
trim_at_wrap (QuoPageLines *lines, const DisplayLine *line, QuoSpan span)
{
  GtkTextIter iter = lines->start;

  if (span.end < line->span.end)
    return span;
  gtk_text_iter_set_offset (&iter, span.end);
  while (span.end > span.start && gtk_text_iter_backward_char (&iter)
         && g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    span.end--;
  return span;
}

static void
measure_span (QuoPageLines *lines, QuoSpan span, GArray *rows)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DisplayLine *line = &g_array_index (lines->lines, DisplayLine, i);
      QuoSpan part = { MAX (span.start, line->span.start), MIN (span.end, line->span.end) };

      if (line->span.start >= span.end)
        break;
      if (quo_span_is_empty (part))
        continue;
      part = trim_at_wrap (lines, line, part);
      if (quo_span_is_empty (part))
        continue;
      if (lines->is_mixed)
        measure_characters (lines, i, part, rows);
      else
        measure_ends (lines, i, part, rows);
    }
}

guint
quo_page_lines_measure (QuoPageLines *lines, QuoSpan span, GArray *rows)
{
  Measured *measured = g_hash_table_lookup (lines->measured, &span);

  if (measured == NULL)
    {
      measured = g_new (Measured, 1);
      measured->span = span;
      measured->first = lines->known->len;
      measure_span (lines, span, lines->known);
      measured->n = lines->known->len - measured->first;
      g_hash_table_insert (lines->measured, measured, measured);
    }
  if (measured->n > 0)
    g_array_append_vals (rows, &g_array_index (lines->known, QuoRow, measured->first), measured->n);
  return measured->n;
}
