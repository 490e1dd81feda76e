/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling of a long list by pieces. Invariant: `idle` is set while fewer than all are told of, and
 * while there is `old`. */
#include "quo-config.h"

#include "quo-unroll.h"

#include "quo-drop.h"

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

/* The old rows are over, told of or not. */
static void
forget_old (QuoUnroll *unroll)
{
  g_clear_pointer (&unroll->old, g_ptr_array_unref);
  quo_drop (g_steal_pointer (&unroll->old_rows), (GDestroyNotify)g_ptr_array_unref);
}

static void
take_away (QuoUnroll *unroll, guint position, guint n)
{
  g_ptr_array_remove_range (unroll->old, position, n);
  unroll->n_told = unroll->old->len;
  g_list_model_items_changed (unroll->model, position, n, 0);
}

/* The last of the old rows; after them the new ones begin. */
static void
take_last (QuoUnroll *unroll)
{
  if (unroll->n_told > STEP)
    take_away (unroll, unroll->n_told - STEP, STEP);
  else
    quo_unroll_reset (unroll, unroll->model, unroll->n);
}

static gboolean
on_idle (gpointer data)
{
  QuoUnroll *unroll = data;
  guint n_left = unroll->n - unroll->n_told;

  if (unroll->old != NULL)
    {
      take_last (unroll);
      return unroll->idle != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }
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

  forget_old (unroll);
  unroll->model = model;
  unroll->n = n;
  unroll->n_told = MIN (n, FIRST);
  go_on (unroll);
  if (n_before + unroll->n_told > 0)
    g_list_model_items_changed (model, 0, n_before, unroll->n_told);
}

/* What no view has a widget for goes at once, run by run. */
static void
take_away_unseen (QuoUnroll *unroll, QuoUnrollHas has_widget, gpointer data)
{
  guint end = unroll->old->len;

  while (unroll->old != NULL && end > 0)
    {
      guint start = end;

      while (start > 0 && !has_widget (g_ptr_array_index (unroll->old, start - 1), data))
        start--;
      if (start < end)
        take_away (unroll, start, end - start);
      end = start > 0 ? start - 1 : 0;
    }
}

void
quo_unroll_exchange (QuoUnroll *unroll, GListModel *model, guint n, GPtrArray *old,
                     QuoUnrollHas has_widget, gpointer data)
{
  if (unroll->old != NULL)
    {
      unroll->n = n;
      quo_drop (old, (GDestroyNotify)g_ptr_array_unref);
      return;
    }
  unroll->model = model;
  unroll->n = n;
  unroll->old_rows = old;
  unroll->old = g_ptr_array_sized_new (unroll->n_told);
  for (guint i = 0; i < unroll->n_told; i++)
    g_ptr_array_add (unroll->old, g_ptr_array_index (old, i));
  if (unroll->idle == 0)
    unroll->idle = g_idle_add_full (PRIORITY, on_idle, unroll, NULL);
  take_away_unseen (unroll, has_widget, data);
}

void
quo_unroll_change (QuoUnroll *unroll, GListModel *model, guint position, guint n_removed,
                   guint n_added)
{
  gboolean is_told
      = unroll->old == NULL && (position < unroll->n_told || unroll->n_told == unroll->n);
  guint n_gone = is_told ? MIN (n_removed, unroll->n_told - position) : 0;
  guint n_come = is_told ? n_added : 0;

  /* What comes last may come by pieces. */
  if (position + n_removed >= unroll->n_told)
    n_come = MIN (n_come, MAX (n_gone, FIRST));

  unroll->model = model;
  unroll->n += n_added - n_removed;
  if (unroll->old != NULL)
    return; /* nobody knows of the new rows */
  unroll->n_told += n_come - n_gone;
  go_on (unroll);
  if (n_gone + n_come > 0)
    g_list_model_items_changed (model, position, n_gone, n_come);
}

void
quo_unroll_finish (QuoUnroll *unroll)
{
  if (unroll->old != NULL)
    quo_unroll_reset (unroll, unroll->model, unroll->n);
  if (unroll->n_told < unroll->n)
    tell (unroll, unroll->n - unroll->n_told);
}

gboolean
quo_unroll_is_finished (const QuoUnroll *unroll)
{
  return unroll->old == NULL && unroll->n_told == unroll->n;
}

void
quo_unroll_stop (QuoUnroll *unroll)
{
  g_clear_handle_id (&unroll->idle, g_source_remove);
  forget_old (unroll);
}
