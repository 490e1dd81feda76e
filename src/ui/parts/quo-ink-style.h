/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-palette.h"

G_BEGIN_DECLS

/* The style class that gives a widget the ink of a label (NULL: grey, an unknown type) as its
 * colour, whatever the style of the desktop is; its rules are made when it is first asked for. It
 * needs `.dark` and `.hc` on the window. Borrowed for ever. */
const char *quo_ink_get_class (const QuoLabel *label);

/* From now on @window has the classes `dark` and `hc` exactly while the style of the desktop is so.
 * Once for each window, dialogs as well: the style sheet of the program needs them. */
void quo_ink_follow_style (GtkWidget *window);

G_END_DECLS
