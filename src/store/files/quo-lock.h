/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A mark that something is open in this session of the person. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoLock:
 *
 * Held on a small file in `$XDG_RUNTIME_DIR/quotidian` (open file description lock). The system
 * gives it up when the program ends, however it ends.
 */
typedef struct _QuoLock QuoLock;

/* (transfer full) (nullable): the lock @name, a file name; NULL when somebody else holds it, in
 * this program or another. Where the system can make no lock, one that keeps nobody out. */
QuoLock *quo_lock_try (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void quo_lock_free (QuoLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoLock, quo_lock_free)

G_END_DECLS
