/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How often labels are used. Unless everything could be read they may be used more often. */
typedef struct _QuoFolderUses QuoFolderUses;

/**
 * quo_folder_uses_count_async:
 * @folder: a folder
 * @open_article: (nullable): an article that is passed over: who has it open knows better
 *
 * Counts, in a thread, how many annotations of the articles in @folder have which label. Read are
 * the sidecars only; those that cannot be read are counted themselves.
 */
void quo_folder_uses_count_async (const char *folder, const char *open_article,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
/* (transfer full): NULL with the errors of quo_folder_list_files(). */
QuoFolderUses *quo_folder_uses_count_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_folder_uses_free (QuoFolderUses *uses);
guint quo_folder_uses_get (QuoFolderUses *uses, const char *label);
/* How many sidecars could not be read. */
guint quo_folder_uses_get_n_unread (QuoFolderUses *uses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoFolderUses, quo_folder_uses_free)

G_END_DECLS
