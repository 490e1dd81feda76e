/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoTable:
 *
 * A table for people: columns aligned by the width their text has on a terminal, two blanks between
 * them, a line of titles on top. Signs a terminal would obey are not printed.
 */
typedef struct _QuoTable QuoTable;

/* @titles: NULL-terminated. A title that begins with ">" makes a column of numbers, set to the
 * right. */
QuoTable *quo_table_new (const char *const *titles) G_GNUC_WARN_UNUSED_RESULT;
void quo_table_free (QuoTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTable, quo_table_free)

/* The next cell, row by row; NULL is an empty one. Cut with "…" at @max columns, 0: never. */
void quo_table_add (QuoTable *table, const char *utf8, guint max);
/* To standard output; nothing when there are no rows. */
void quo_table_print (const QuoTable *table);

/* How many columns of a terminal the text takes. */
guint quo_table_measure (const char *utf8);

G_END_DECLS
