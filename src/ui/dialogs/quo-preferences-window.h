/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* (transfer full): a window with all that a person may set; each change acts at once. @session
 * (nullable): whose labels have keys. */
GtkWidget *quo_preferences_window_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
