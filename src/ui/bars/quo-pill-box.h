/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoPillBox:
 *
 * A row of children as wide as they want to be, from the start; those that do not fit are not shown
 * (a menu beside it holds everything). One of them may be kept: others before it go first.
 *
 * Property `room` (int, px, readable, notify): the width it has; 0: none yet. It is told when sizes
 * have been given out, so that children may be exchanged then.
 */
#define QUO_TYPE_PILL_BOX (quo_pill_box_get_type ())
G_DECLARE_FINAL_TYPE (QuoPillBox, quo_pill_box, QUO, PILL_BOX, GtkWidget)

GtkWidget *quo_pill_box_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_pill_box_append (QuoPillBox *box, GtkWidget *child);
void quo_pill_box_keep (QuoPillBox *box, GtkWidget *child);
void quo_pill_box_clear (QuoPillBox *box);

G_END_DECLS
