/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in a thread, results in the main loop. Invariant: `take` and `end` are called in the main
 * thread only, and never after the stream was stopped. */
#include "quo-config.h"

#include "quo-stream.h"

/* Results are taken so long before events and frames have their turn (microseconds). */
#define SLICE 3000

/* That of frames (GDK_PRIORITY_REDRAW), so that both take turns. After them nothing would come
 * where painting takes longer than a frame lasts, for what waits is shown by something that moves.
 */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 20)

struct _QuoStream
{
  gatomicrefcount ref_count; /* the owner, the thread, the idle source */
  GPtrArray *items;
  QuoStreamWork work;
  gpointer context;
  GDestroyNotify free_context, free_result;
  GAsyncQueue *results;
  GCancellable *cancellable;
  int is_scheduled, is_ended; /* atomic */
  gboolean has_told_end;      /* main thread */
  QuoStreamTake take;
  QuoStreamEnd end;
  gpointer data;
};

static void
unref (gpointer data)
{
  QuoStream *stream = data;
  gpointer result;

  if (!g_atomic_ref_count_dec (&stream->ref_count))
    return;
  while ((result = g_async_queue_try_pop (stream->results)) != NULL)
    stream->free_result (result);
  if (stream->free_context != NULL)
    stream->free_context (stream->context);
  g_async_queue_unref (stream->results);
  g_ptr_array_unref (stream->items);
  g_object_unref (stream->cancellable);
  g_free (stream);
}

static QuoStream *
ref (QuoStream *stream)
{
  g_atomic_ref_count_inc (&stream->ref_count);
  return stream;
}

/* Whether there is more to do now. */
static gboolean
take_some (QuoStream *stream)
{
  gint64 stop = g_get_monotonic_time () + SLICE;
  gpointer result;

  do
    {
      result = g_async_queue_try_pop (stream->results);
      if (result != NULL)
        stream->take (result, stream->data);
    }
  while (result != NULL && !g_cancellable_is_cancelled (stream->cancellable)
         && g_get_monotonic_time () < stop);
  return result != NULL;
}

static gboolean
on_idle (gpointer data)
{
  QuoStream *stream = data;
  gboolean is_ended;

  if (g_cancellable_is_cancelled (stream->cancellable))
    return G_SOURCE_REMOVE;
  is_ended = g_atomic_int_get (&stream->is_ended);
  if (take_some (stream))
    return G_SOURCE_CONTINUE;
  /* What was pushed since has seen the flag set: it is looked for once more. */
  g_atomic_int_set (&stream->is_scheduled, FALSE);
  if ((g_async_queue_length (stream->results) > 0
       || is_ended != g_atomic_int_get (&stream->is_ended))
      && g_atomic_int_compare_and_exchange (&stream->is_scheduled, FALSE, TRUE))
    return G_SOURCE_CONTINUE;
  if (is_ended && !stream->has_told_end && !g_cancellable_is_cancelled (stream->cancellable))
    {
      stream->has_told_end = TRUE;
      stream->end (stream->data);
    }
  return G_SOURCE_REMOVE;
}

static void
schedule (QuoStream *stream)
{
  if (g_atomic_int_compare_and_exchange (&stream->is_scheduled, FALSE, TRUE))
    g_idle_add_full (PRIORITY, on_idle, ref (stream), unref);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QuoStream *stream = data;

  for (guint i = 0; i < stream->items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gpointer result
          = stream->work (g_ptr_array_index (stream->items, i), stream->context, cancellable);

      if (result == NULL)
        continue;
      g_async_queue_push (stream->results, result);
      schedule (stream);
    }
  g_atomic_int_set (&stream->is_ended, TRUE);
  schedule (stream);
  g_task_return_boolean (task, TRUE);
}

QuoStream *
quo_stream_start (GPtrArray *items, QuoStreamWork work, gpointer context,
                  GDestroyNotify free_context, GDestroyNotify free_result, QuoStreamTake take,
                  QuoStreamEnd end, gpointer data)
{
  QuoStream *stream = g_new0 (QuoStream, 1);
  g_autoptr (GTask) task = NULL;

  g_atomic_ref_count_init (&stream->ref_count);
  stream->items = items;
  stream->work = work;
  stream->context = context;
  stream->free_context = free_context;
  stream->free_result = free_result;
  stream->results = g_async_queue_new ();
  stream->cancellable = g_cancellable_new ();
  stream->take = take;
  stream->end = end;
  stream->data = data;
  task = g_task_new (NULL, stream->cancellable, NULL, NULL);
  g_task_set_task_data (task, ref (stream), unref);
  g_task_run_in_thread (task, run);
  return stream;
}

void
quo_stream_stop (QuoStream *stream)
{
  g_return_if_fail (stream != NULL);

  g_cancellable_cancel (stream->cancellable);
  unref (stream);
}
