/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoWaitingRows:
 *
 * How many suggestions of each label nobody has judged yet. Shows itself only while there are some.
 */
#define QUO_TYPE_WAITING_ROWS (quo_waiting_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuoWaitingRows, quo_waiting_rows, QUO, WAITING_ROWS, GtkWidget)

GtkWidget *quo_waiting_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Counts them anew. Linear in the annotations while there are suggestions. */
void quo_waiting_rows_update (QuoWaitingRows *rows, QuoSession *session);

G_END_DECLS
