/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* Shows who speaks how much in the article that is open, above @parent: of the active layer alone,
 * when there is one. */
void quo_statistics_window_present (GtkWindow *parent, QuoSession *session);

G_END_DECLS
