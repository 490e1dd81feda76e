/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-text.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) (element-type QuoSpan): all places where @words stand, case ignored,
 * without overlap, in text order; empty for no words. Any white space in @words matches any run of
 * it. NULL when it was cancelled (@cancellable nullable). Any thread. Cost: one pass. */
GArray *quo_find_all (const QuoText *text, const char *words,
                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a thread. */
void quo_find_all_async (const QuoText *text, const char *words, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data);
GArray *quo_find_all_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (element-type gunichar): words made ready for quo_find_in(), once for many
 * places. */
GArray *quo_find_fold (const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the words are in the @n_chars characters from @utf8, as above; no words are everywhere.
 */
gboolean quo_find_in (const char *utf8, guint32 n_chars, const GArray *folded);

G_END_DECLS
