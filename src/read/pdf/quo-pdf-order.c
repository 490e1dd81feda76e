/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of printed pages. A gutter is a strip that few lines cross; those that do part the
 * page into bands, each read column by column. What is left and right of it may have gutters of its
 * own. */
#include "quo-config.h"

#include "quo-pdf-order.h"

#include <math.h>
#include <string.h>

/* A column has at least so many rows, and these so many bytes on the mean: cells of tables have
 * fewer. One in so many is a single line of that length, however wide words are set in others. */
#define MIN_LINES 4
#define MIN_BYTES 14
#define SINGLE_ROWS 4
/* Lines whose tops are no further apart, in heights of a line, stand in one row. */
#define ROW 0.3
/* A gutter is this share of the height of a line wide, at least. */
#define MIN_GUTTER 0.5
/* So many of the lines may cross it. */
#define MAX_CROSSING 0.4
/* Columns in columns; no page has more. */
#define MAX_DEPTH 8
/* A page with more lines is none for people; and points beyond these have no gutter. */
#define MAX_LINES 5000
#define MAX_WIDTH 4000
/* A headline is so much larger than the text, and so far below what stands above it. */
#define HEADLINE_SIZE 1.3
#define HEADLINE_GAP 0.5
/* Notes are set in type smaller than this share of the text's. */
#define NOTE_SIZE 0.93
/* So many lines, among so many before and behind, have to cross a gap in a row for it to be one
 * between words, set wide to fill the column. */
#define MIN_BRIDGES 2
#define BRIDGES_AROUND 12

typedef struct
{
  GArray *lines;   /* of QuoPdfLine */
  GArray *ordered; /* of guint: those that have found their place */
  GArray *notes;   /* of guint: notes at the feet of columns */
  GArray *dropped; /* of guint: those that are part of another line now, too */
  double size;     /* the height of most lines */
  gboolean is_rtl;
} Page;

static const QuoPdfLine *
get_line (const Page *page, const GArray *part, guint i)
{
  return &g_array_index (page->lines, QuoPdfLine, g_array_index (part, guint, i));
}

/* --- Gutters --- */

typedef struct
{
  guint n_lines, n_rows, n_single;
  gsize n_bytes;
  double top, bottom;
  double row; /* where the last row begins */
  guint n_in_row;
} Side;

/* Lines come from the top. */
static void
count_line (Side *side, const QuoPdfLine *line)
{
  gsize len = strlen (line->text);

  if (side->n_lines == 0 || line->y1 > side->row + ROW * (line->y2 - line->y1))
    {
      side->row = line->y1;
      side->n_rows++;
      side->n_in_row = 0;
    }
  if (len >= MIN_BYTES)
    side->n_single += side->n_in_row == 0;
  side->n_in_row++;
  side->top = side->n_lines == 0 ? line->y1 : MIN (side->top, line->y1);
  side->bottom = MAX (side->bottom, line->y2);
  side->n_lines++;
  side->n_bytes += len;
}

static gboolean
is_column (const Side *side)
{
  return side->n_rows >= MIN_LINES && side->n_bytes >= side->n_rows * MIN_BYTES
         && side->n_single * SINGLE_ROWS >= side->n_rows;
}

/* How many lines stand beside a gutter that begins at @x; 0 if there is none. */
static guint
measure_gutter (const Page *page, const GArray *part, double x)
{
  Side left = { 0 }, right = { 0 };
  double height;

  for (guint i = 0; i < part->len; i++)
    {
      const QuoPdfLine *line = get_line (page, part, i);

      if (line->x2 <= x)
        count_line (&left, line);
      else if (line->x1 >= x + MIN_GUTTER * page->size)
        count_line (&right, line);
    }
  if (!is_column (&left) || !is_column (&right)
      || left.n_lines + right.n_lines < part->len * (1 - MAX_CROSSING))
    return 0;
  height = MIN (left.bottom, right.bottom) - MAX (left.top, right.top);
  return height < 2 * page->size ? 0 : left.n_lines + right.n_lines;
}

/* FALSE if there is no gutter. */
static gboolean
find_gutter (const Page *page, const GArray *part, double *ret_x)
{
  gboolean is_tried[MAX_WIDTH] = { FALSE };
  guint best = 0;

  for (guint i = 0; i < part->len && part->len <= MAX_LINES; i++)
    {
      double x = ceil (get_line (page, part, i)->x2);
      guint n;

      if (x < 0 || x >= MAX_WIDTH || is_tried[(guint)x])
        continue;
      is_tried[(guint)x] = TRUE;
      n = measure_gutter (page, part, x);
      if (n > best)
        {
          best = n;
          *ret_x = x;
        }
    }
  return best > 0;
}

/* --- Order --- */

/* From the top, and in one row as it is written. */
static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const Page *page = data;
  const QuoPdfLine *first = &g_array_index (page->lines, QuoPdfLine, *(const guint *)a);
  const QuoPdfLine *second = &g_array_index (page->lines, QuoPdfLine, *(const guint *)b);

  if (first->y1 != second->y1)
    return first->y1 < second->y1 ? -1 : 1;
  return (first->x1 < second->x1 ? -1 : first->x1 > second->x1) * (page->is_rtl ? -1 : 1);
}

static void
swap (guint *pair)
{
  const guint first = pair[0];

  pair[0] = pair[1];
  pair[1] = first;
}

/* Lines in one row hardly ever begin at the very same height. */
static void
sort_part (Page *page, GArray *part)
{
  g_array_sort_with_data (part, compare_lines, page);
  for (guint i = 1; i < part->len; i++)
    for (guint k = i; k > 0; k--)
      {
        guint *pair = &g_array_index (part, guint, k - 1);
        const QuoPdfLine *first = get_line (page, part, k - 1);
        const QuoPdfLine *second = get_line (page, part, k);

        if (second->y1 - first->y1 > ROW * page->size
            || (page->is_rtl ? second->x2 < first->x2 : second->x1 > first->x1)
            || (second->x1 < first->x2 && first->x1 < second->x2))
          break;
        swap (pair);
      }
}

static gboolean
is_note_mark (const char *text)
{
  return g_ascii_isdigit (*text) || *text == '*' || *text == '[' || g_str_has_prefix (text, "†")
         || g_str_has_prefix (text, "‡") || g_str_has_prefix (text, "§");
}

/* Where the notes at the foot of a column begin: the first line of small type behind which there is
 * no other. The length of the column if it has none. */
static guint
find_notes (const Page *page, const GArray *column)
{
  guint start = column->len;

  while (start > 1
         && get_line (page, column, start - 1)->y2 - get_line (page, column, start - 1)->y1
                < NOTE_SIZE * page->size)
    start--;
  while (start < column->len && !is_note_mark (get_line (page, column, start)->text))
    start++;
  return start;
}

/* --- Rows --- */

static gboolean
is_as_high (const QuoPdfLine *a, const QuoPdfLine *b)
{
  double size = a->y2 - a->y1, other = b->y2 - b->y1;

  return fabs (size - other) <= 0.2 * MAX (size, other);
}

static gboolean
is_in_row (const QuoPdfLine *a, const QuoPdfLine *b)
{
  return is_as_high (a, b) && MIN (a->y2, b->y2) - MAX (a->y1, b->y1) > 0.5 * (a->y2 - a->y1);
}

/* The middle of the gap between two parts of a row, the first of which comes first in reading. */
static gboolean
find_gap (const Page *page, const QuoPdfLine *first, const QuoPdfLine *second, double *ret_middle)
{
  const QuoPdfLine *left = page->is_rtl ? second : first, *right = page->is_rtl ? first : second;

  *ret_middle = (left->x2 + right->x1) / 2;
  return right->x1 > left->x2;
}

static guint
count_bridges (const Page *page, const GArray *column, guint index, double x)
{
  const QuoPdfLine *line = get_line (page, column, index);
  guint n = 0;

  for (guint i = index > BRIDGES_AROUND ? index - BRIDGES_AROUND : 0;
       i < MIN (index + BRIDGES_AROUND, column->len); i++)
    {
      const QuoPdfLine *other = get_line (page, column, i);

      n += other->x1 < x && other->x2 > x && !other->is_dropped && is_as_high (line, other)
           && !is_in_row (line, other);
    }
  return n;
}

/* Words set so far apart to fill the line that they were taken for lines of their own become one
 * line again: within a column there is no gutter, and other lines cross the gap. */
static void
merge_rows (Page *page, GArray *column)
{
  guint last = 0;

  for (guint i = 1; i < column->len; i++)
    {
      guint index = g_array_index (column, guint, i);
      QuoPdfLine *line = &g_array_index (page->lines, QuoPdfLine, index);
      QuoPdfLine *before
          = &g_array_index (page->lines, QuoPdfLine, g_array_index (column, guint, last));
      g_autofree char *text = NULL;
      double middle;

      if (!is_in_row (before, line) || !find_gap (page, before, line, &middle)
          || count_bridges (page, column, i, middle) < MIN_BRIDGES)
        {
          last = i;
          continue;
        }
      text = before->text;
      before->text = g_strconcat (text, " ", line->text, NULL);
      before->x1 = MIN (before->x1, line->x1);
      before->x2 = MAX (before->x2, line->x2);
      g_free (line->text);
      line->text = g_strdup ("");
      line->is_dropped = TRUE;
      g_array_append_val (page->dropped, index);
    }
  for (guint i = column->len; i-- > 0;)
    if (get_line (page, column, i)->is_dropped)
      g_array_remove_index (column, i);
}

static void
add_column (Page *page, GArray *column)
{
  guint n_text;

  merge_rows (page, column);
  n_text = find_notes (page, column);

  g_array_append_vals (page->ordered, column->data, n_text);
  if (n_text < column->len)
    g_array_append_vals (page->notes, &g_array_index (column, guint, n_text), column->len - n_text);
}

static void order_part (Page *page, GArray *part, guint depth);

/* A band between lines that cross the gutter: one side, then the other. */
static void
order_band (Page *page, GArray *sides[2], guint depth)
{
  for (guint i = 0; i < 2; i++)
    {
      GArray *side = sides[page->is_rtl ? 1 - i : i];

      if (side->len > 0)
        order_part (page, side, depth + 1);
      g_array_set_size (side, 0);
    }
}

/* Where a headline begins below all that stands above it: another story, however far the headline
 * reaches. The length of the part if there is none. */
static guint
find_headline (const Page *page, const GArray *part)
{
  double bottom = 0;
  gboolean has_text = FALSE;

  for (guint i = 0; i < part->len; i++)
    {
      const QuoPdfLine *line = get_line (page, part, i);
      gboolean is_large = line->y2 - line->y1 > HEADLINE_SIZE * page->size;

      if (is_large && has_text && line->y1 - bottom > HEADLINE_GAP * page->size)
        return i;
      has_text |= !is_large;
      bottom = MAX (bottom, line->y2);
    }
  return part->len;
}

static void
order_part (Page *page, GArray *part, guint depth)
{
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;
  GArray *sides[2];
  guint headline;
  double x = 0;

  sort_part (page, part);
  while ((headline = find_headline (page, part)) < part->len)
    {
      g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_vals (above, part->data, headline);
      g_array_remove_range (part, 0, headline);
      order_part (page, above, depth);
    }
  if (depth >= MAX_DEPTH || !find_gutter (page, part, &x))
    {
      add_column (page, part);
      return;
    }
  sides[0] = left = g_array_new (FALSE, FALSE, sizeof (guint));
  sides[1] = right = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < part->len; i++)
    {
      const QuoPdfLine *line = get_line (page, part, i);
      guint index = g_array_index (part, guint, i);

      if (line->x2 <= x)
        g_array_append_val (left, index);
      else if (line->x1 >= x + MIN_GUTTER * page->size)
        g_array_append_val (right, index);
      else
        {
          order_band (page, sides, depth);
          g_array_append_val (page->ordered, index);
        }
    }
  order_band (page, sides, depth);
}

/* --- Pages --- */

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return first < second ? -1 : first > second;
}

static double
get_usual_size (const Page *page, const GArray *part)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < part->len; i++)
    {
      double size = get_line (page, part, i)->y2 - get_line (page, part, i)->y1;

      g_array_append_val (sizes, size);
    }
  g_array_sort (sizes, compare_sizes);
  return g_array_index (sizes, double, sizes->len / 2);
}

static gboolean
is_rtl_line (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xff00);
    }
  return FALSE;
}

static void
order_page (GArray *lines, guint start, guint end)
{
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));
  Page page = { .lines = lines, .ordered = ordered, .notes = notes, .dropped = dropped };
  g_autoptr (GArray) in_order = NULL;
  g_autofree QuoPdfLine *copy = NULL;
  guint n_rtl = 0;
  double x;

  for (guint i = start; i < end; i++)
    {
      n_rtl += is_rtl_line (g_array_index (lines, QuoPdfLine, i).text);
      if (!g_array_index (lines, QuoPdfLine, i).is_dropped)
        g_array_append_val (part, i);
    }
  if (part->len < 2 * MIN_LINES)
    return;
  page.size = get_usual_size (&page, part);
  page.is_rtl = n_rtl * 2 > end - start;
  for (guint i = start; i < end; i++)
    if (g_array_index (lines, QuoPdfLine, i).is_dropped)
      g_array_append_val (dropped, i);
  in_order = g_array_copy (part);
  sort_part (&page, part);
  if (!find_gutter (&page, part, &x))
    {
      merge_rows (&page, in_order);
      return;
    }
  order_part (&page, part, 0);
  g_array_append_vals (ordered, notes->data, notes->len);
  g_array_append_vals (ordered, dropped->data, dropped->len);
  copy = g_new (QuoPdfLine, end - start);
  for (guint i = 0; i < ordered->len; i++)
    copy[i] = g_array_index (lines, QuoPdfLine, g_array_index (ordered, guint, i));
  memcpy (&g_array_index (lines, QuoPdfLine, start), copy, (end - start) * sizeof *copy);
}

void
quo_pdf_order_columns (GArray *lines)
{
  for (guint start = 0, end; start < lines->len; start = end)
    {
      guint page = g_array_index (lines, QuoPdfLine, start).page;

      for (end = start; end < lines->len && g_array_index (lines, QuoPdfLine, end).page == page;)
        end++;
      order_page (lines, start, end);
    }
}
