/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoTarget:
 *
 * Where an export goes: a file and its siblings, standard output, memory, or nowhere (a dry run: the
 * report is then the loss report). Nothing appears on disk before quo_target_commit(): siblings are
 * written to temporary files and renamed together.
 */
typedef struct _QuoTarget QuoTarget;

/* @path is the main file. @is_force: may replace files that exist. */
QuoTarget *quo_target_new_file (const char *path, gboolean is_force) G_GNUC_WARN_UNUSED_RESULT;
QuoTarget *quo_target_new_memory (void) G_GNUC_WARN_UNUSED_RESULT;
QuoTarget *quo_target_new_nowhere (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_target_free (QuoTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTarget, quo_target_free)

/* A file that must never be overwritten (the article). A sibling that would fall on it is not written
 * when its bytes are equal, else the commit fails with QUO_ERROR_EXISTS. */
void quo_target_protect (QuoTarget *target, const char *path);

/* The buffer of the main file (extension NULL) or of the sibling that has the main file's name with
 * @extension (".txt") in place of its own. Owned by the target. */
GString *quo_target_open (QuoTarget *target, const char *extension);
/* In memory: the bytes of a file, or NULL. */
GBytes *quo_target_get_bytes (QuoTarget *target, const char *extension);
gboolean quo_target_commit (QuoTarget *target, GError **error);

G_END_DECLS
