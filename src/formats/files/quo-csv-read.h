/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/**
 * QuoCsvReader:
 * @line: of the row at hand, from 1
 *
 * Reads a table (RFC 4180) with a head, as quo-csv.h writes it and as spreadsheets do: separated by
 * commas, semicolons or tabs, whichever the head has most of; line ends of all kinds, also within
 * quotation marks.
 */
typedef struct
{
  guint line;
  /*< private >*/
  QuoImport *import;
  char *text, *next, *end;
  char separator;
  guint next_line;
  GPtrArray *columns; /* names in the head */
  GPtrArray *cells;   /* of the row at hand */
} QuoCsvReader;

/* Reads the file of @import up to the end of its head. */
gboolean quo_csv_reader_init (QuoCsvReader *reader, QuoImport *import, GError **error);
/* The same for a file beside it. */
gboolean quo_csv_reader_init_beside (QuoCsvReader *reader, QuoImport *import, const char *sibling,
                                     GError **error);
void quo_csv_reader_clear (QuoCsvReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoCsvReader, quo_csv_reader_clear)

/* The next row that is not empty: FALSE with *ret_is_end at the end, or with the error. */
gboolean quo_csv_reader_next (QuoCsvReader *reader, gboolean *ret_is_end, GError **error);

/* The column of one of these names (separated by |, case ignored), or G_MAXUINT. */
guint quo_csv_reader_find (const QuoCsvReader *reader, const char *names);
guint quo_csv_reader_count (const QuoCsvReader *reader);
const char *quo_csv_reader_get_name (const QuoCsvReader *reader, guint column);
/* The cell of the row at hand; NULL when it is empty or there is no such column. */
const char *quo_csv_reader_get (const QuoCsvReader *reader, guint column);

/* The cell in the column of this name, case ignored. */
const char *quo_csv_reader_get_named (const QuoCsvReader *reader, const char *name);
/* Whether the first line of a file has all these columns (NULL-terminated). */
gboolean quo_csv_head_has (const char *head, ...) G_GNUC_NULL_TERMINATED;

/* "43-68;127-162" as ranges of the draft; FALSE: it is something else. */
gboolean quo_csv_read_ranges (QuoBuilder *builder, QuoDraft *draft, const char *cell);

G_END_DECLS
