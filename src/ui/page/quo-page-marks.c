/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-marks.h"

#include <math.h>

#include "quo-paint.h"

/* The marks of one paragraph: which, in which lane, and the strips and lines of names.
 *
 * Invariant: what is drawn depends on this paragraph alone, so its node can be kept. What looks at
 * neighbours is in quo-page-margin.c. */

#define LANE_HEIGHT 4.0
#define MAX_LANES 3u
/* From here on lanes are not looked for: so many marks in one paragraph cannot be told apart
 * anyway. */
#define MAX_LANED 600

static gboolean
collect_mark (const QuoSpanEntry *index_entry, gpointer data)
{
  QuoPageParagraph *paragraph = data;
  QuoPage *page = paragraph->page;
  QuoSpan whole = paragraph->lines->span;
  QuoMark mark;

  if (!quo_page_is_shown (page, index_entry->annotation)
      && !quo_page_motion_is_leaving (page, index_entry->annotation))
    return TRUE;
  mark = quo_page_mark_describe (page, index_entry->annotation, index_entry->span);
  mark.span = QUO_SPAN (quo_display_map_to_buffer (page->map, index_entry->span.start),
                        quo_display_map_to_buffer (page->map, index_entry->span.end));
  mark.is_start = mark.span.start >= whole.start;
  mark.is_end = mark.span.end <= whole.end;
  mark.span.start = MAX (mark.span.start, whole.start);
  mark.span.end = MIN (mark.span.end, whole.end);
  if (quo_span_is_empty (mark.span))
    return TRUE;
  mark.first_row = paragraph->rows->len;
  mark.n_rows = quo_page_lines_measure (paragraph->lines, mark.span, paragraph->rows);
  if (mark.n_rows > 0)
    g_array_append_val (paragraph->marks, mark);
  return TRUE;
}

static guint32
get_length (const QuoMark *mark)
{
  return mark->span.end - mark->span.start;
}

/* How many quotes of this paragraph hold the quote @k, itself not counted. */
static guint
count_outer_quotes (GArray *marks, guint k)
{
  const QuoMark *mark = &g_array_index (marks, QuoMark, k);
  guint n = 0;

  /* What contains it stands before it: the index is sorted by start, longer first. */
  for (guint i = 0; i < k; i++)
    {
      const QuoMark *other = &g_array_index (marks, QuoMark, i);

      if (other->kind == QUO_LABEL_QUOTE && other->annotation != mark->annotation
          && quo_span_contains (other->span, mark->span) && get_length (other) > get_length (mark))
        n++;
    }
  return n;
}

static int
compare_by_length (gconstpointer a, gconstpointer b, gpointer data)
{
  const QuoMark *const marks = data;
  guint32 x = get_length (&marks[*(const guint *)a]), y = get_length (&marks[*(const guint *)b]);

  if (x != y)
    return x < y ? -1 : 1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

/* The lowest lane that none of those which overlap it, the first @n of @order, has taken;
 * MAX_LANES: there is none. */
static guint
find_free_lane (GArray *marks, const guint *order, guint n, const QuoMark *mark)
{
  gboolean is_taken[MAX_LANES] = { FALSE };
  guint lane = MAX_LANES;

  for (guint i = 0; i < n; i++)
    {
      const QuoMark *other = &g_array_index (marks, QuoMark, order[i]);

      if (other->level < MAX_LANES && quo_span_overlaps (mark->span, other->span))
        is_taken[other->level] = TRUE;
    }
  while (lane > 0 && is_taken[lane - 1])
    lane--;
  return lane > 0 ? lane - 1 : MAX_LANES;
}

/* Names that overlap: the longer one's line lies lower, one lane under the lowest it covers. Below
 * the last lane there is no room before the next line of text. */
static void
assign_lanes (GArray *marks)
{
  g_autofree guint *order = g_new (guint, marks->len);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, QuoMark, i).kind != QUO_LABEL_QUOTE)
      order[n++] = i;
  if (n > MAX_LANED)
    return;
  g_qsort_with_data (order, n, sizeof *order, compare_by_length, marks->data);
  for (guint i = 1; i < n; i++)
    {
      QuoMark *mark = &g_array_index (marks, QuoMark, order[i]);

      for (guint j = 0; j < i; j++)
        {
          const QuoMark *shorter = &g_array_index (marks, QuoMark, order[j]);

          if (quo_span_overlaps (mark->span, shorter->span))
            mark->level = MAX (mark->level, shorter->level + 1);
        }
      if (mark->level >= MAX_LANES)
        mark->level = find_free_lane (marks, order, i, mark);
      mark->has_lane = mark->level < MAX_LANES || mark->kind == QUO_LABEL_CUE;
    }
}

static gboolean
is_outstanding (const QuoMark *mark)
{
  return mark->is_selected || mark->is_pointed || mark->role != NULL;
}

/* Those without a line are counted in the chip of one that they cover, so that nothing is there
 * without a sign. */
static void
count_unlaned (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      QuoMark *mark = &g_array_index (marks, QuoMark, i);
      QuoMark *host = NULL;

      for (guint k = 0; !mark->has_lane && k < marks->len && host == NULL; k++)
        {
          QuoMark *other = &g_array_index (marks, QuoMark, k);

          if (other->has_lane && other->has_chip && other->kind != QUO_LABEL_CUE
              && quo_span_overlaps (other->span, mark->span))
            host = other;
        }
      if (host == NULL)
        continue;
      host->n_more++;
      mark->has_chip = is_outstanding (mark);
    }
}

/* One chip for those that begin at the same place: that of the longest that has a line, which comes
 * first. */
static void
assign_chips (GArray *marks)
{
  QuoMark *leader = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      QuoMark *mark = &g_array_index (marks, QuoMark, i);

      if (mark->kind == QUO_LABEL_QUOTE || !mark->is_start || mark->part > 0)
        continue;
      mark->has_chip = TRUE;
      if (mark->kind == QUO_LABEL_CUE || !mark->has_lane)
        continue;
      if (leader != NULL && leader->span.start == mark->span.start)
        {
          leader->n_more++;
          mark->has_chip = is_outstanding (mark);
        }
      else
        leader = mark;
    }
  count_unlaned (marks);
}

/* The line of a suggestion closes when it is accepted, and fades when it is rejected. */
static void
draw_line (QuoPageParagraph *paragraph, const QuoMark *mark, double x, double y, double width)
{
  const QuoPalette *palette = &paragraph->page->palette;
  double accepted = mark->motion.done[QUO_MOTION_ACCEPT];

  if (mark->opacity < 1 || accepted < 1)
    {
      GdkRGBA ink = quo_page_mark_get_ink (paragraph->page, mark, 1);

      quo_line_pattern_paint_closing (paragraph->paint, palette, &ink,
                                      mark->opacity < 1 ? 0 : accepted, x, y, width);
    }
  else
    quo_line_pattern_paint (paragraph->paint, palette, mark->label, mark->is_suggestion, x, y,
                            width);
}

static void
draw_name (QuoPageParagraph *paragraph, const QuoMark *mark)
{
  QuoPage *page = paragraph->page;
  GdkRGBA fill = quo_page_mark_get_fill (page, mark);
  const QuoRow *rows = quo_page_mark_get_rows (paragraph, mark);

  for (guint i = 0; i < mark->n_rows; i++)
    {
      double top = quo_row_get_top (&rows[i]), bottom = quo_row_get_bottom (&rows[i]);
      double lane
          = mark->kind == QUO_LABEL_CUE ? -1.0 : MIN (mark->level, MAX_LANES - 1) * LANE_HEIGHT;

      if (fill.alpha > 0)
        quo_paint_rounded (paragraph->paint, &fill, rows[i].x - 2, top, rows[i].width + 4,
                           bottom - top + 2, 4);
      if (mark->is_selected)
        {
          GdkRGBA ink = quo_page_mark_get_ink (page, mark, mark->motion.done[QUO_MOTION_SELECT]);

          quo_paint_outline (paragraph->paint, &ink, rows[i].x - 3, top - 1, rows[i].width + 6,
                             bottom - top + 5, 5, page->palette.is_high_contrast ? 3 : 1.5);
        }
      if (mark->has_lane)
        draw_line (paragraph, mark, rows[i].x, bottom + lane, rows[i].width);
    }
  quo_page_chip_draw (paragraph, mark);
}

/* In the quietest density only what is selected or pointed at shows. */
static gboolean
is_drawn (const QuoPage *page, const QuoMark *mark)
{
  return page->density != QUO_DENSITY_NONE || is_outstanding (mark);
}

static void
draw_names (QuoPageParagraph *paragraph)
{
  /* Pills come first: they take their place before others' chips. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < paragraph->marks->len; i++)
      {
        const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

        if (mark->kind != QUO_LABEL_QUOTE && (mark->is_selected || mark->is_pointed) == (pass == 0)
            && is_drawn (paragraph->page, mark))
          draw_name (paragraph, mark);
      }
}

/* The first place that ends after @offset of the article: they are in text order. */
static guint
find_first_found (const QuoPage *page, guint32 offset)
{
  guint low = 0, high = page->found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (page->found, QuoSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_found_place (QuoPageParagraph *paragraph, QuoSpan span, gboolean is_current, GArray *rows)
{
  const QuoPalette *palette = &paragraph->page->palette;
  GdkRGBA fill = quo_palette_found (palette, is_current);
  GdkRGBA outline = quo_palette_found_outline (palette);

  g_array_set_size (rows, 0);
  quo_page_lines_measure (paragraph->lines, span, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const QuoRow *row = &g_array_index (rows, QuoRow, i);
      double top = quo_row_get_top (row), height = quo_row_get_bottom (row) - top + 1;

      quo_paint_rounded (paragraph->paint, &fill, row->x - 2, top, row->width + 4, height, 4);
      if (is_current)
        quo_paint_outline (paragraph->paint, &outline, row->x - 3, top - 1, row->width + 6,
                           height + 2, 5, 1.5);
    }
}

static void
draw_found (QuoPageParagraph *paragraph)
{
  QuoPage *page = paragraph->page;
  QuoSpan lines = paragraph->lines->span;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));

  for (guint i = find_first_found (page, quo_display_map_to_text (page->map, lines.start));
       i < page->found->len; i++)
    {
      QuoSpan article = g_array_index (page->found, QuoSpan, i);
      QuoSpan span = { quo_display_map_to_buffer (page->map, article.start),
                       quo_display_map_to_buffer (page->map, article.end) };

      if (span.start >= lines.end)
        break;
      if (quo_span_overlaps (span, lines))
        draw_found_place (paragraph, span, i == page->current_found, rows);
    }
}

static void
clear_bar (gpointer data)
{
  QuoPageBar *bar = data;

  quo_record_unref (bar->annotation);
}

/* Leaves with the entry what the margin and the link will ask for. */
static void
note_bars (QuoPageParagraph *paragraph)
{
  QuoPageEntry *entry = paragraph->entry;

  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);
      const QuoRow *rows = quo_page_mark_get_rows (paragraph, mark);
      QuoPageBar bar = { .part = mark->part, .level = mark->level };

      if (mark->kind != QUO_LABEL_QUOTE || mark->annotation->status == QUO_STATUS_REJECTED)
        continue;
      bar.annotation = quo_record_ref ((gpointer)mark->annotation);
      bar.is_start = mark->is_start;
      bar.is_end = mark->is_end;
      bar.top = quo_row_get_top (&rows[0]);
      bar.bottom = quo_row_get_bottom (&rows[mark->n_rows - 1]) + 1;
      bar.base = rows[0].base;
      if (entry->bars == NULL)
        {
          entry->bars = g_array_new (FALSE, FALSE, sizeof (QuoPageBar));
          g_array_set_clear_func (entry->bars, clear_bar);
        }
      g_array_append_val (entry->bars, bar);
    }
}

/* Where the link will run under this paragraph's line: chips there are left out. */
static void
find_link (QuoPageParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);
      const QuoRow *row = quo_page_mark_get_rows (paragraph, mark);

      if (g_strcmp0 (mark->annotation->base.id, paragraph->page->link_source) != 0
          || !mark->is_start || mark->part > 0 || paragraph->page->is_narrow)
        continue;
      paragraph->entry->has_source = TRUE;
      paragraph->entry->link_x = floor (row->x + row->width / 2);
      paragraph->entry->link_y = quo_row_get_bottom (row) + 6.5;
    }
}

static void
collect_marks (QuoPageParagraph *paragraph)
{
  QuoPage *page = paragraph->page;
  QuoSpan span = { quo_display_map_to_text (page->map, paragraph->lines->span.start),
                   quo_display_map_to_text (page->map, paragraph->lines->span.end) };

  quo_span_index_query (quo_document_get_index (page->document), span, collect_mark, paragraph);
}

void
quo_page_marks_arrange (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      QuoMark *mark = &g_array_index (marks, QuoMark, i);

      if (mark->kind == QUO_LABEL_QUOTE)
        mark->level = count_outer_quotes (marks, i);
    }
  assign_lanes (marks);
  assign_chips (marks);
}

void
quo_page_marks_draw (QuoPageParagraph *paragraph)
{
  quo_page_quotes_draw (paragraph);
  quo_page_letters_draw (paragraph);
  draw_names (paragraph);
  note_bars (paragraph);
}

void
quo_page_paragraph_init (QuoPageParagraph *paragraph, QuoPage *page, QuoPageEntry *entry)
{
  *paragraph = (QuoPageParagraph){ .page = page, .entry = entry };
  paragraph->rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  paragraph->marks = g_array_new (FALSE, FALSE, sizeof (QuoMark));
  paragraph->taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  paragraph->paint = quo_paint_new ();
}

void
quo_page_paragraph_clear (QuoPageParagraph *paragraph)
{
  quo_paint_free (paragraph->paint);
  g_clear_pointer (&paragraph->over, quo_paint_free);
  g_array_unref (paragraph->rows);
  g_array_unref (paragraph->marks);
  g_array_unref (paragraph->taken);
}

static GskRenderNode *
make_node (QuoPage *page, QuoPaint *paint)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (quo_page_motion_count (page) > 0)
    quo_paint_append_moving (paint, snapshot, page->kept);
  else
    quo_paint_append (paint, snapshot, page->kept);
  return gtk_snapshot_free_to_node (snapshot);
}

void
quo_page_marks_build (QuoPage *page, const GtkTextIter *start, QuoPageEntry *entry)
{
  QuoPageParagraph paragraph;

  if (gtk_text_iter_ends_line (start) || page->document == NULL)
    return;
  quo_page_paragraph_init (&paragraph, page, entry);
  paragraph.lines = quo_page_cache_get_lines (page, start);
  collect_marks (&paragraph);
  quo_page_marks_arrange (paragraph.marks);
  find_link (&paragraph);

  draw_found (&paragraph);
  quo_page_marks_draw (&paragraph);
  entry->node = make_node (page, paragraph.paint);
  entry->over = paragraph.over != NULL ? make_node (page, paragraph.over) : NULL;
  quo_page_paragraph_clear (&paragraph);
}
