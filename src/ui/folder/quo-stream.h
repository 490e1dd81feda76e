/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoStream:
 *
 * Work on many items in a thread, whose results come back one by one in the main loop, a few
 * milliseconds at a time: the window answers all the while. After quo_stream_stop() nothing comes
 * any more.
 */
typedef struct _QuoStream QuoStream;

/* In the thread: what comes of @item, or NULL: nothing to tell. */
typedef gpointer (*QuoStreamWork) (gpointer item, gpointer context, GCancellable *cancellable);
/* In the main loop. (transfer full) for @result. */
typedef void (*QuoStreamTake) (gpointer result, gpointer data);
/* In the main loop, once, after the last result; not when it was stopped. */
typedef void (*QuoStreamEnd) (gpointer data);

/**
 * quo_stream_start:
 * @items: (transfer full): what to work on, in this order; read in the thread only
 * @context: (transfer full): handed to @work, freed with @free_context (both may be NULL)
 * @free_result: for results that are not wanted any more
 *
 * Starts the work. Main thread.
 *
 * Returns: (transfer full): to be stopped with quo_stream_stop(), also after its end
 */
QuoStream *quo_stream_start (GPtrArray *items, QuoStreamWork work, gpointer context,
                             GDestroyNotify free_context, GDestroyNotify free_result,
                             QuoStreamTake take, QuoStreamEnd end,
                             gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void quo_stream_stop (QuoStream *stream);

G_END_DECLS
