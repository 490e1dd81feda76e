/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoOriginBar:
 *
 * A strip above a text that was taken out of another kind of file: says how much of what was taken,
 * and offers the whole page, the source of the file, the file itself, and what is known of the
 * article. It is not seen above a file that is plain text.
 *
 * Property `is-tight` (boolean): there is no room for its words, which are told to screen readers
 * all the same.
 */
#define QUO_TYPE_ORIGIN_BAR (quo_origin_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuoOriginBar, quo_origin_bar, QUO, ORIGIN_BAR, GtkWidget)

GtkWidget *quo_origin_bar_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
