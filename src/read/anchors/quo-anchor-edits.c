/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-anchor-edits.h"

/* Longer words are not compared: a quote of so many letters has other ways to be found. */
#define MAX_LENGTH 4000

/* One row of the table: the fewest edits between the first i letters of the words and some stretch
 * of the text that ends here, and where that stretch starts. */
typedef struct
{
  guint cost;
  guint32 start;
} Cell;

typedef struct
{
  gunichar *words;
  glong n;
  guint limit;
  Cell *cells; /* n + 1 */
  glong last;  /* the last cell that is within the limit */
} Table;

static void
step (Table *table, gunichar c, guint32 offset)
{
  Cell diagonal = table->cells[0];
  glong last = MIN (table->last + 1, table->n);

  table->cells[0] = (Cell){ 0, offset + 1 };
  for (glong i = 1; i <= last; i++)
    {
      Cell above = i <= table->last ? table->cells[i] : (Cell){ table->limit + 1, 0 };
      Cell best = { diagonal.cost + (table->words[i - 1] != c), diagonal.start };

      if (above.cost + 1 < best.cost)
        best = (Cell){ above.cost + 1, above.start };
      if (table->cells[i - 1].cost + 1 < best.cost)
        best = (Cell){ table->cells[i - 1].cost + 1, table->cells[i - 1].start };
      diagonal = above;
      table->cells[i] = best;
    }
  while (last > 0 && table->cells[last].cost > table->limit)
    last--;
  table->last = last;
}

gboolean
quo_anchor_find_alike (const QuoText *text, const char *words, QuoSpan window, guint32 expected,
                       double max_share, QuoSpan *ret_span)
{
  Table table = { 0 };
  const char *p = quo_text_at (text, window.start);
  guint best = G_MAXUINT, nearest = G_MAXUINT;

  table.words = g_utf8_to_ucs4_fast (words, -1, &table.n);
  table.limit = (guint)(max_share * (double)table.n);
  if (table.n == 0 || table.n > MAX_LENGTH || table.limit == 0)
    {
      g_free (table.words);
      return FALSE;
    }
  table.cells = g_new (Cell, table.n + 1);
  for (glong i = 0; i <= table.n; i++)
    table.cells[i] = (Cell){ (guint)i, window.start };
  table.last = MIN ((glong)table.limit, table.n);
  for (guint32 at = window.start; at < window.end; at++, p = g_utf8_next_char (p))
    {
      const Cell *end = &table.cells[table.n];
      guint distance;

      step (&table, g_utf8_get_char (p), at);
      if (table.last < table.n || end->cost > best)
        continue;
      distance = end->start > expected ? end->start - expected : expected - end->start;
      if (end->cost < best || distance < nearest)
        {
          best = end->cost;
          nearest = distance;
          *ret_span = QUO_SPAN (end->start, at + 1);
        }
    }
  g_free (table.words);
  g_free (table.cells);
  return best != G_MAXUINT && ret_span->end > ret_span->start;
}
