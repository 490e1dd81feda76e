/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-print-private.h"

#include <math.h>

#include "quo-page-layouts.h"
#include "quo-page-margin.h"
#include "quo-page-marks.h"
#include "quo-paint.h"

/* A page: below the text its marks and the margin, drawn by what draws them on the screen; then the
 * text, then the foot. */

#define FOOT_PX 12

/* The lines of one paragraph that stand on one page. */
typedef struct
{
  QuoPrint *print;
  const QuoPrintParagraph *paragraph;
  guint first, last; /* of print->lines */
  QuoSpan span;      /* of the article */
  QuoPageParagraph *marks;
} Piece;

static const QuoPrintLine *
get_line (const QuoPrint *print, guint i)
{
  return &g_array_index (print->lines, QuoPrintLine, i);
}

/* --- marks ----------------------------------------------------------------------------------- */

static int
to_byte (const QuoPrintParagraph *paragraph, guint32 offset)
{
  return (int)(g_utf8_offset_to_pointer (paragraph->text, offset - paragraph->span.start)
               - paragraph->text);
}

/* The rows of the bytes from @start to @end on one line, without the blank at which it is wrapped.
 */
static void
measure_line (const Piece *piece, guint number, int start, int end, GArray *rows)
{
  const QuoPrintLine *line = get_line (piece->print, number);
  int line_end = line->line->start_index + line->line->length;
  g_autofree int *ranges = NULL;
  int n_ranges = 0;

  start = MAX (start, line->line->start_index);
  end = MIN (end, line_end);
  while (end == line_end && end > start && g_ascii_isspace (piece->paragraph->text[end - 1]))
    line_end = --end;
  if (start >= end)
    return;
  pango_layout_line_get_x_ranges (line->line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      QuoRow row
          = { .x = piece->print->text_x + ranges[2 * i] / (double)PANGO_SCALE,
              .width = (ranges[2 * i + 1] - ranges[2 * i]) / (double)PANGO_SCALE,
              .base = line->base,
              .pitch = number > 0 ? line->base - get_line (piece->print, number - 1)->base : 0,
              .em = piece->paragraph->em,
              .line = number };

      g_array_append_val (rows, row);
    }
}

static gboolean
collect_mark (const QuoSpanEntry *entry, gpointer data)
{
  Piece *piece = data;
  QuoPage *page = &piece->print->page;
  GArray *rows = piece->marks->rows;
  QuoMark mark;

  if (!quo_page_is_shown (page, entry->annotation))
    return TRUE;
  mark = quo_page_mark_describe (page, entry->annotation, entry->span);
  mark.is_start = entry->span.start >= piece->span.start;
  mark.is_end = entry->span.end <= piece->span.end;
  mark.span = QUO_SPAN (MAX (entry->span.start, piece->span.start),
                        MIN (entry->span.end, piece->span.end));
  if (quo_span_is_empty (mark.span))
    return TRUE;
  mark.first_row = rows->len;
  for (guint i = piece->first; i <= piece->last; i++)
    measure_line (piece, i, to_byte (piece->paragraph, mark.span.start),
                  to_byte (piece->paragraph, mark.span.end), rows);
  mark.n_rows = rows->len - mark.first_row;
  if (mark.n_rows > 0)
    g_array_append_val (piece->marks->marks, mark);
  return TRUE;
}

static void
find_span (Piece *piece)
{
  const QuoPrintParagraph *paragraph = piece->paragraph;
  const PangoLayoutLine *first = get_line (piece->print, piece->first)->line;
  const PangoLayoutLine *last = get_line (piece->print, piece->last)->line;
  guint32 start
      = paragraph->span.start
        + g_utf8_pointer_to_offset (paragraph->text, paragraph->text + first->start_index);

  piece->span = QUO_SPAN (
      start, start
                 + g_utf8_pointer_to_offset (paragraph->text + first->start_index,
                                             paragraph->text + last->start_index + last->length));
}

static void
draw_marks (Piece *piece, GtkSnapshot *snapshot, QuoMargin *margin, GPtrArray *entries)
{
  QuoPage *page = &piece->print->page;
  QuoPageLines lines = { .page = page, .is_rtl = piece->paragraph->is_rtl };
  QuoPageEntry *entry = g_new0 (QuoPageEntry, 1);
  QuoPageParagraph marks;

  g_ptr_array_add (entries, entry);
  find_span (piece);
  quo_page_paragraph_init (&marks, page, entry);
  marks.lines = &lines;
  piece->marks = &marks;
  quo_span_index_query (quo_document_get_index (page->document), piece->span, collect_mark, piece);
  quo_page_marks_arrange (marks.marks);
  quo_page_marks_draw (&marks);
  quo_paint_append (marks.paint, snapshot, NULL);
  quo_margin_add (margin, entry, 0);
  quo_page_paragraph_clear (&marks);
}

/* --- text ------------------------------------------------------------------------------------ */

static void
draw_line (QuoPrint *print, const QuoPrintLine *line, cairo_t *cr)
{
  const QuoPrintParagraph *paragraph = g_ptr_array_index (print->paragraphs, line->paragraph);
  PangoRectangle extents;
  double x = print->text_x;

  pango_layout_line_get_extents (line->line, NULL, &extents);
  if (paragraph->is_rtl)
    x += print->text_width - extents.width / (double)PANGO_SCALE;
  gdk_cairo_set_source_rgba (cr, &print->page.palette.text);
  cairo_move_to (cr, x, line->base);
  pango_cairo_show_layout_line (cr, line->line);
}

static void
draw_foot (QuoPrint *print, guint n, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", n + 1, print->n_pages);
  g_autofree char *title = quo_article_dup_title (quo_document_get_article (print->page.document));
  PangoLayout *page = quo_page_get_text (&print->page, number, FOOT_PX, PANGO_WEIGHT_NORMAL, -1);
  g_autoptr (PangoLayout) name = pango_layout_copy (
      quo_page_get_text (&print->page, title, FOOT_PX, PANGO_WEIGHT_NORMAL, -1));
  double y = print->height - FOOT_PX * 1.5;
  int width;

  pango_layout_get_pixel_size (page, &width, NULL);
  pango_layout_set_width (name, (print->text_width - width - FOOT_PX) * PANGO_SCALE);
  pango_layout_set_height (name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, print->page.is_rtl ? print->text_x + width + FOOT_PX : print->text_x, y);
  pango_cairo_show_layout (cr, name);
  cairo_move_to (cr, print->page.is_rtl ? print->text_x : print->text_x + print->text_width - width,
                 y);
  pango_cairo_show_layout (cr, page);
}

/* --- a page ---------------------------------------------------------------------------------- */

/* The first line of page @n, or the number of all. */
static guint
find_first (const QuoPrint *print, guint n)
{
  guint i = 0;

  while (i < print->lines->len && get_line (print, i)->page < n)
    i++;
  return i;
}

static GskRenderNode *
make_node (QuoPrint *print, guint n, guint first, guint end)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_page_entry_free);
  QuoMargin margin;

  quo_margin_begin (&margin, &print->page, 0, print->height);
  margin.bottom = print->height - QUO_PRINT_FOOT;
  margin.top = 0;
  for (guint i = first; i < end;)
    {
      Piece piece = { .print = print, .first = i, .last = i };

      piece.paragraph = g_ptr_array_index (print->paragraphs, get_line (print, i)->paragraph);
      while (piece.last + 1 < end
             && get_line (print, piece.last + 1)->paragraph == get_line (print, i)->paragraph)
        piece.last++;
      draw_marks (&piece, snapshot, &margin, entries);
      i = piece.last + 1;
    }
  quo_margin_end (&margin, snapshot);
  if (n == print->legend_page)
    quo_print_draw_legend (print, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

void
quo_print_draw_page (QuoPrint *print, guint n, cairo_t *cr)
{
  guint first = find_first (print, n), end = find_first (print, n + 1);
  GskRenderNode *node = make_node (print, n, first, end);

  cairo_save (cr);
  cairo_scale (cr, print->scale, print->scale);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  for (guint i = first; i < end; i++)
    draw_line (print, get_line (print, i), cr);
  draw_foot (print, n, cr);
  cairo_restore (cr);
}
