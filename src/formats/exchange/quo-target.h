/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-byte-sink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoTarget:
 *
 * Where an export goes: a file and its siblings, memory, or nowhere (a dry run: the report is then
 * the loss report). A format fills buffers; nothing appears on disk before quo_target_commit(),
 * which looks first whether every file may be written, and writes all or none.
 */
typedef struct _QuoTarget QuoTarget;

/* @path is the main file. @is_force: may replace files that exist. */
QuoTarget *quo_target_new_file (const char *path, gboolean is_force) G_GNUC_WARN_UNUSED_RESULT;
QuoTarget *quo_target_new_memory (void) G_GNUC_WARN_UNUSED_RESULT;
QuoTarget *quo_target_new_nowhere (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_target_free (QuoTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTarget, quo_target_free)

/* A file that must never be overwritten (the article, its sidecar), not even by force. A file of
 * the target that would fall on it is not written when its bytes are equal, else the commit fails
 * with QUO_ERROR_EXISTS. */
void quo_target_protect (QuoTarget *target, const char *path);

/* The buffer of the main file (@extension NULL) or of the sibling that has the main file's name
 * with
 * @extension (".txt") in place of its own. Owned by the target; a second call gives the same. */
GString *quo_target_open (QuoTarget *target, const char *extension);
/* The same for a file whose bytes are there already. */
void quo_target_set (QuoTarget *target, const char *extension, GBytes *bytes);
/* The same for a file that is made while it is written, for which there is no room in memory. @data
 * must live until the commit. */
void quo_target_set_source (QuoTarget *target, const char *extension, QuoByteSource source,
                            gpointer data);
/* (transfer full) (nullable): before the commit: the bytes of a file, or NULL when it was not
 * opened. */
GBytes *quo_target_dup_bytes (QuoTarget *target, const char *extension) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): where the main file or a sibling goes; NULL when it goes to no file. */
char *quo_target_dup_path (const QuoTarget *target,
                           const char *extension) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_target_commit:
 *
 * Brings the files to the disk. In memory and nowhere it does nothing.
 *
 * Returns: %FALSE with %QUO_ERROR_EXISTS (a file is there, or is one of the protected),
 *   %QUO_ERROR_USAGE (two of the files would be one), or what quo_save() gives. Then no file is
 *   changed
 */
gboolean quo_target_commit (QuoTarget *target, GError **error);

G_END_DECLS
