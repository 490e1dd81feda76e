/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-format.h"

G_BEGIN_DECLS

/**
 * QuoCsv:
 *
 * Writes a table (RFC 4180): rows end in CR LF; a cell is put into quotation marks when it holds
 * the separator, a quotation mark or a line end. Lives on the caller's stack.
 */
typedef struct
{
  GString *out;
  char separator;
  gboolean is_safe;  /* a cell that a spreadsheet would take for a formula gets an apostrophe */
  gboolean has_cell; /* in the row at hand */
} QuoCsv;

/* What all tables understand: `bom`, `separator`, `safe`, `status`; ends with a name of NULL. */
extern const QuoFormatOption quo_csv_options[];

/* Begins a table in @out as the options say; a byte order mark is written at once. */
void quo_csv_init (QuoCsv *csv, GString *out, const QuoFormatOptions *options);
/* Whether an apostrophe stands before what a spreadsheet would take for a formula: a cell is
 * written with one then, or one more, and read without the first. */
gboolean quo_csv_is_guarded (const char *utf8);
/* A cell; NULL is an empty one. */
void quo_csv_cell (QuoCsv *csv, const char *utf8);
void quo_csv_uint (QuoCsv *csv, guint32 n);
/* Cells, up to a NULL. */
void quo_csv_cells (QuoCsv *csv, ...) G_GNUC_NULL_TERMINATED;
void quo_csv_end_row (QuoCsv *csv);

/* The ranges as "43-68;127-162", in one cell. */
void quo_csv_ranges (QuoCsv *csv, const QuoAnnotation *annotation);

/* The id of the entity in a register that tables have a column for, or NULL; and how many ids of
 * it have no column. */
const char *quo_csv_find_id (const QuoEntity *entity, const char *name);
guint quo_csv_count_other_ids (const QuoEntity *entity);

G_END_DECLS
