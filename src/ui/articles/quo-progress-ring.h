/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-folder-status.h"

G_BEGIN_DECLS

/**
 * QuoProgressRing:
 *
 * How far an article is, by shape: an empty ring (not begun), a ring with an arc (the share that is
 * annotated), a disc with a tick (done), a ring with a stroke across (cannot be opened). It says
 * nothing to a screen reader: the row beside it does.
 */
#define QUO_TYPE_PROGRESS_RING (quo_progress_ring_get_type ())
G_DECLARE_FINAL_TYPE (QuoProgressRing, quo_progress_ring, QUO, PROGRESS_RING, GtkWidget)

GtkWidget *quo_progress_ring_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @share: 0 to 1. */
void quo_progress_ring_set (QuoProgressRing *ring, QuoProgress progress, double share,
                            gboolean has_problem);

G_END_DECLS
