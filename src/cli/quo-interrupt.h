/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A verb that writes files is not torn from its work by Ctrl+C or by the end of the session: it is
 * told, leaves what it does whole, and then ends as the signal would have ended it. */

/* (transfer full): cancelled by the first SIGINT, SIGTERM or SIGHUP; a second one ends the program
 * at once. Call it before threads are made, once in a run. */
GCancellable *quo_interrupt_watch (void) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the program by the signal, if one came. */
void quo_interrupt_settle (void);

G_END_DECLS
