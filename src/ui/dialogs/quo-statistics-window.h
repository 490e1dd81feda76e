/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-folder.h"
#include "quo-session.h"

G_BEGIN_DECLS

/* Shows above @parent who speaks how much, and where: in the article that is open, of the active
 * layer alone, when there is one; and in the whole @folder, if one is open. One of them has to be.
 * A folder is counted in a thread, and what is counted so far is shown meanwhile. */
void quo_statistics_window_present (GtkWindow *parent, QuoSession *session, QuoFolder *folder);

G_END_DECLS
