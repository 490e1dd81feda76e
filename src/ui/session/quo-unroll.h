/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoUnroll:
 *
 * How much of a long list its listeners were told of. A list view makes up to two hundred widgets
 * for rows that are new to it, in one go. When all rows become others the first few are told of at
 * once, the next ones a few at a time in idle, and as soon as the view has what it makes widgets
 * for, all that is left.
 *
 * A GListModel has one inside it: its number of items is @n_told, which is never above @n, the rows
 * that are there. Zeroes are an empty list. Main thread only.
 */
typedef struct
{
  GListModel *model; /* borrowed */
  guint n, n_told;
  guint idle;
} QuoUnroll;

/* All rows are others: now there are @n. */
void quo_unroll_reset (QuoUnroll *unroll, GListModel *model, guint n);
/* As g_list_model_items_changed(), for rows that may not be told of yet. */
void quo_unroll_change (QuoUnroll *unroll, GListModel *model, guint position, guint n_removed,
                        guint n_added);
/* Tells of all that is left. */
void quo_unroll_finish (QuoUnroll *unroll);
/* Nobody is told any more. */
void quo_unroll_stop (QuoUnroll *unroll);

G_END_DECLS
