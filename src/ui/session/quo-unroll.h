/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoUnroll:
 *
 * How much of a long list its listeners were told of. A list view makes up to two hundred widgets
 * for rows that are new to it, in one go, and takes as long to give them up. When all rows become
 * others the old ones go a few at a time in idle. The first new ones are told of at once, the next
 * ones a few at a time, and as soon as the view has what it makes widgets for, all that is left.
 *
 * A GListModel has one inside it: its number of items is @n_told. As long as there is @old they are
 * in there, and @n is what waits; else they are the first of @n rows. Zeroes are an empty list.
 * Main thread only.
 */
typedef struct
{
  GListModel *model; /* borrowed */
  guint n, n_told;
  guint idle;
  GPtrArray *old;      /* the rows that are still to go, borrowed from @old_rows; or NULL */
  GPtrArray *old_rows; /* holds them */
} QuoUnroll;

typedef gboolean (*QuoUnrollHas) (gpointer row, gpointer data);

/* All rows are others: now there are @n. */
void quo_unroll_reset (QuoUnroll *unroll, GListModel *model, guint n);
/**
 * quo_unroll_exchange:
 * @old: (transfer full): the rows that were there so far; the first @n_told are told of
 * @has_widget: which of them a view has a widget for
 *
 * As quo_unroll_reset(), but the old rows with a widget go by pieces before, from the end.
 */
void quo_unroll_exchange (QuoUnroll *unroll, GListModel *model, guint n, GPtrArray *old,
                          QuoUnrollHas has_widget, gpointer data);
/* As g_list_model_items_changed(), for rows that may not be told of yet. */
void quo_unroll_change (QuoUnroll *unroll, GListModel *model, guint position, guint n_removed,
                        guint n_added);
/* Tells of all that is left. */
void quo_unroll_finish (QuoUnroll *unroll);
/* Whether all rows are told of. */
gboolean quo_unroll_is_finished (const QuoUnroll *unroll);
/* Nobody is told any more. */
void quo_unroll_stop (QuoUnroll *unroll);

G_END_DECLS
