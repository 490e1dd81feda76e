/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* Asks for a format, a layer and a file, tells what the format cannot carry before anything is
 * written, and exports the session's document. */
void quo_export_dialog_present (GtkWindow *parent, QuoSession *session);

G_END_DECLS
