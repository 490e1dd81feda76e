/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of printed pages. A gutter is a strip that few lines cross; those that do part the
 * page into bands, each read column by column. What is left and right of it may have gutters of its
 * own. */
#include "quo-config.h"

#include "quo-pdf-order.h"

#include <math.h>
#include <string.h>

/* A column has at least so many lines, and these so many bytes on the mean: cells of tables have
 * fewer. */
#define MIN_LINES 4
#define MIN_BYTES 14
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

typedef struct
{
  GArray *lines;   /* of QuoPdfLine */
  GArray *ordered; /* of guint: those that have found their place */
  GArray *notes;   /* of guint: notes at the feet of columns */
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
  guint n_lines;
  gsize n_bytes;
  double top, bottom;
} Side;

static void
count_line (Side *side, const QuoPdfLine *line)
{
  side->top = side->n_lines == 0 ? line->y1 : MIN (side->top, line->y1);
  side->bottom = MAX (side->bottom, line->y2);
  side->n_lines++;
  side->n_bytes += strlen (line->text);
}

static gboolean
is_column (const Side *side)
{
  return side->n_lines >= MIN_LINES && side->n_bytes >= side->n_lines * MIN_BYTES;
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

static void
add_column (Page *page, GArray *column)
{
  guint n_text = find_notes (page, column);

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
  Page page = { .lines = lines, .ordered = ordered, .notes = notes };
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
  if (!find_gutter (&page, part, &x))
    return;
  order_part (&page, part, 0);
  g_array_append_vals (ordered, notes->data, notes->len);
  for (guint i = start; i < end; i++)
    if (g_array_index (lines, QuoPdfLine, i).is_dropped)
      g_array_append_val (ordered, i);
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
