/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of printed pages: wherever they stand, all that is in them is read once. */
#include "fuzz.h"

#include "quo-pdf-lines.h"
#include "quo-pdf-order.h"

#include <string.h>

/* Bytes of the input that make a line. */
#define STRIDE 8
#define MAX_LINES 3000

static const char *const TEXTS[] = {
  "The council votes on Tues-",
  "day for a library.",
  "H",
  "1 A note at the foot",
  "• item",
  "12",
  "قال الوزير إن العمل",
  "a",
  "-",
  "co-operate with the co-",
};

static QuoPdfLine
make_line (const guint8 *data, guint page)
{
  double x = data[1] * 3.0, y = (data[2] + (data[3] & 3) * 256) * 1.1;

  return (QuoPdfLine){ .text = g_strdup (TEXTS[data[4] % G_N_ELEMENTS (TEXTS)]),
                       .page = page,
                       .x1 = x,
                       .y1 = y,
                       .x2 = x + data[5] * 2.3,
                       .y2 = y + data[6] / 4.0,
                       .height = 800,
                       .is_dropped = (data[7] & 15) == 1,
                       .is_split = (data[7] & 48) == 16 };
}

static void
clear_line (gpointer line)
{
  g_free (((QuoPdfLine *)line)->text);
}

/* How often each byte stands in the lines; blanks may come between parts of one. */
static void
count_bytes (const GArray *lines, guint *counts)
{
  for (guint i = 0; i < lines->len; i++)
    for (const char *p = g_array_index (lines, QuoPdfLine, i).text; *p != '\0'; p++)
      counts[(guchar)*p] += *p != ' ';
}

static void
on_page (guint page, gsize start, gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (start, >=, *last);
  *last = start;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (QuoPdfLine));
  guint before[256] = { 0 }, after[256] = { 0 };
  QuoProse prose;
  GString *text;
  gsize last = 0;
  guint page = 0;

  g_array_set_clear_func (lines, clear_line);
  for (gsize i = 0; i + STRIDE <= len && lines->len < MAX_LINES; i += STRIDE)
    {
      QuoPdfLine line;

      page += (data[i] & 31) == 1;
      line = make_line (data + i, page);
      g_array_append_val (lines, line);
    }
  count_bytes (lines, before);
  quo_pdf_drop_running_lines (lines, page + 1);
  quo_pdf_drop_turned_lines (lines);
  quo_pdf_order_columns (lines);
  count_bytes (lines, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
  quo_prose_init (&prose);
  quo_pdf_add_lines (lines, &prose, on_page, &last);
  text = quo_prose_finish (&prose);
  g_assert_true (g_utf8_validate (text->str, (gssize)text->len, NULL));
  g_string_free (text, TRUE);
  return 0;
}
