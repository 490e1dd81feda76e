/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling of a long list by pieces. Invariant: `idle` is set while fewer than all are told of. */
#include "quo-config.h"

#include "quo-unroll.h"

/* So many rows fill a high window; so many more at a time take some milliseconds. */
#define FIRST 40
#define STEP 20
/* A list view makes no widgets for what is so far from the rows in sight. */
#define ENOUGH 240
/* After the next frame is painted (GDK_PRIORITY_REDRAW is 120). */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 21)

static void
tell (QuoUnroll *unroll, guint n)
{
  guint n_before = unroll->n_told;

  unroll->n_told += n;
  if (unroll->n_told == unroll->n)
    g_clear_handle_id (&unroll->idle, g_source_remove);
  if (n > 0)
    g_list_model_items_changed (unroll->model, n_before, 0, n);
}

static gboolean
on_idle (gpointer data)
{
  QuoUnroll *unroll = data;
  guint n_left = unroll->n - unroll->n_told;

  if (n_left > STEP && unroll->n_told < ENOUGH)
    {
      tell (unroll, STEP);
      return G_SOURCE_CONTINUE;
    }
  unroll->idle = 0;
  tell (unroll, n_left);
  return G_SOURCE_REMOVE;
}

static void
go_on (QuoUnroll *unroll)
{
  if (unroll->n_told < unroll->n && unroll->idle == 0)
    unroll->idle = g_idle_add_full (PRIORITY, on_idle, unroll, NULL);
  else if (unroll->n_told == unroll->n)
    g_clear_handle_id (&unroll->idle, g_source_remove);
}

void
quo_unroll_reset (QuoUnroll *unroll, GListModel *model, guint n)
{
  guint n_before = unroll->n_told;

  unroll->model = model;
  unroll->n = n;
  unroll->n_told = MIN (n, FIRST);
  go_on (unroll);
  if (n_before + unroll->n_told > 0)
    g_list_model_items_changed (model, 0, n_before, unroll->n_told);
}

void
quo_unroll_change (QuoUnroll *unroll, GListModel *model, guint position, guint n_removed,
                   guint n_added)
{
  gboolean is_told = position < unroll->n_told || unroll->n_told == unroll->n;
  guint n_gone = is_told ? MIN (n_removed, unroll->n_told - position) : 0;
  guint n_come = is_told ? n_added : 0;

  /* What comes last may come by pieces. */
  if (position + n_removed >= unroll->n_told)
    n_come = MIN (n_come, MAX (n_gone, FIRST));

  unroll->model = model;
  unroll->n += n_added - n_removed;
  unroll->n_told += n_come - n_gone;
  go_on (unroll);
  if (n_gone + n_come > 0)
    g_list_model_items_changed (model, position, n_gone, n_come);
}

void
quo_unroll_finish (QuoUnroll *unroll)
{
  if (unroll->n_told < unroll->n)
    tell (unroll, unroll->n - unroll->n_told);
}

void
quo_unroll_stop (QuoUnroll *unroll)
{
  g_clear_handle_id (&unroll->idle, g_source_remove);
}
