/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"

G_BEGIN_DECLS

/* The article of the command line, read while the toolkit starts: to open a display takes longer
 * than to read most articles, and keeps only one processor busy. */

/* Begins to read @path in a thread of its own, as quo_open_to_edit() does. From the main thread;
 * does nothing for what is no file of plain text, or a great one. */
void quo_read_ahead_start (const char *path);

/**
 * quo_read_ahead_take:
 * @path: an absolute path
 * @report: (inout) (transfer full): exchanged for what was reported then
 * @ret_opening: (out) (transfer full) (nullable): what was read, with its document made
 *
 * Takes what was begun, waiting for its end; once. From any thread.
 *
 * Returns: whether it was this article; then either @ret_opening or @error is set
 */
gboolean quo_read_ahead_take (const char *path, QuoReport **report, QuoOpening **ret_opening,
                              GError **error);

/* Gives up what nobody took, and its lock. Waits for the thread. */
void quo_read_ahead_drop (void);

G_END_DECLS
