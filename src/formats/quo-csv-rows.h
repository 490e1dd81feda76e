/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoCsvRows:
 * @cells: (element-type utf8): those of the row at hand
 * @line: where the row begins in the file
 *
 * Goes through the rows of a table (RFC 4180) whose text it may write into. The separator is seen
 * from the first row: a comma, semicolon or TAB. Lives on the caller's stack.
 */
typedef struct
{
  GPtrArray *cells;
  guint line;
  /*< private >*/
  char *next;
  guint next_line;
  char separator;
  GHashTable *columns; /* title to 1 + its position */
} QuoCsvRows;

/* @text: ends with a NUL; must live as long as the cells. Reads the first row as titles. */
void quo_csv_rows_init (QuoCsvRows *rows, char *text);
void quo_csv_rows_clear (QuoCsvRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoCsvRows, quo_csv_rows_clear)

/* FALSE after the last row. */
gboolean quo_csv_rows_next (QuoCsvRows *rows);
/* The cell under the title; NULL: there is no such column, or the row is too short. */
const char *quo_csv_rows_get (const QuoCsvRows *rows, const char *title);
/* Whether there is a column with this title. */
gboolean quo_csv_rows_has (const QuoCsvRows *rows, const char *title);

G_END_DECLS
