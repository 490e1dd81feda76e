/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much in all articles of a folder. */
#include "quo-config.h"

#include "quo-folder-statistics.h"

#include "quo-folder-status.h"
#include "quo-opening.h"

#include <string.h>

typedef struct
{
  QuoTagset *tagset;
  char *annotator;
  QuoSnapshot *open; /* or NULL */
  char *open_path;   /* or NULL */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  quo_tagset_unref (order->tagset);
  g_clear_pointer (&order->open, quo_snapshot_unref);
  g_free (order->annotator);
  g_free (order->open_path);
  g_free (order);
}

/* --- layers ---------------------------------------------------------------------------------- */

static gboolean
is_by (const QuoSnapshot *snapshot, const QuoLayer *layer, const char *name)
{
  const GPtrArray *agents = snapshot->records[QUO_RECORD_AGENT];

  for (guint i = 0; i < agents->len; i++)
    {
      const QuoAgent *agent = g_ptr_array_index (agents, i);

      if (g_strcmp0 (agent->base.id, layer->by) == 0)
        return g_strcmp0 (agent->type, "person") == 0
               && strcmp (agent->name != NULL ? agent->name : "", name) == 0;
    }
  return FALSE;
}

static gboolean
is_used (const QuoSnapshot *snapshot, const QuoLayer *layer)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    if (g_strcmp0 (quo_snapshot_get_annotation (snapshot, i)->layer, layer->base.id) == 0)
      return TRUE;
  return FALSE;
}

const char *
quo_statistics_choose_layer (const QuoSnapshot *snapshot, const char *annotator)
{
  const QuoLayer *gold = NULL, *only = NULL;
  guint n_used = 0;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (snapshot, i);

      if (!is_used (snapshot, layer))
        continue;
      if (is_by (snapshot, layer, annotator))
        return layer->base.id;
      if (gold == NULL && g_strcmp0 (layer->state, "gold") == 0)
        gold = layer;
      n_used++;
      only = layer;
    }
  if (gold != NULL)
    return gold->base.id;
  return n_used == 1 ? only->base.id : NULL;
}

/* --- articles -------------------------------------------------------------------------------- */

static QuoSnapshot *
read_snapshot (const char *path, const Order *order, GCancellable *cancellable)
{
  g_autoptr (QuoOpening) opening = NULL;

  if (order->open != NULL && g_strcmp0 (path, order->open_path) == 0)
    return quo_snapshot_ref (order->open);
  opening = quo_open (path, NULL, NULL, cancellable, NULL);
  return opening != NULL ? quo_snapshot_ref (opening->snapshot) : NULL;
}

static gpointer
count_one (gpointer item, gpointer context, GCancellable *cancellable)
{
  const Order *order = context;
  g_autoptr (QuoSnapshot) snapshot = read_snapshot (item, order, cancellable);
  QuoStatistics *statistics;

  if (snapshot == NULL)
    return quo_statistics_new_sum (); /* the list of articles tells why it cannot be read */
  statistics = quo_statistics_new (snapshot, order->tagset,
                                   quo_statistics_choose_layer (snapshot, order->annotator));
  statistics->n_finished
      = quo_folder_status_get_progress (snapshot, order->annotator) == QUO_PROGRESS_DONE;
  return statistics;
}

QuoStream *
quo_folder_statistics_start (GPtrArray *paths, QuoTagset *tagset, const char *annotator,
                             QuoSnapshot *open, const char *open_path, QuoStreamTake take,
                             QuoStreamEnd end, gpointer data)
{
  Order *order = g_new0 (Order, 1);

  order->tagset = quo_tagset_ref (tagset);
  order->annotator = g_strdup (annotator != NULL ? annotator : "");
  order->open = open != NULL ? quo_snapshot_ref (open) : NULL;
  order->open_path = g_strdup (open_path);
  return quo_stream_start (paths, count_one, order, free_order, (GDestroyNotify)quo_statistics_free,
                           take, end, data);
}
