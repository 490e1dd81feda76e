/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The articles and folders that were open lately, as the desktop keeps them. */

/* An article was opened. */
void quo_recent_add (const char *path);
/* Fills @menu (emptied first) with the latest that are still there, as `win.open-tab`; and again
 * whenever they change, as long as @menu lives. */
void quo_recent_fill_menu (GMenu *menu);

G_END_DECLS
