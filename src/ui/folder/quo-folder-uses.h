/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * quo_folder_uses_count_async:
 * @folder: a folder
 * @open_article: (nullable): an article that is passed over: who has it open knows better
 *
 * Counts, in a thread, how many annotations of the articles in @folder have which label. Read are
 * the sidecars only; what cannot be read counts nothing.
 */
void quo_folder_uses_count_async (const char *folder, const char *open_article,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
/* (transfer full): for quo_folder_uses_get(); NULL with the errors of quo_folder_list_files(). */
GHashTable *quo_folder_uses_count_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint quo_folder_uses_get (GHashTable *uses, const char *label);

G_END_DECLS
