/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoDisplayPopover:
 *
 * "Aa": how the page looks: how much the marks say, typeface, size, names in the margin. It shows
 * and sets the preferences, which the page is bound to.
 */
#define QUO_TYPE_DISPLAY_POPOVER (quo_display_popover_get_type ())
G_DECLARE_FINAL_TYPE (QuoDisplayPopover, quo_display_popover, QUO, DISPLAY_POPOVER, GtkPopover)

G_END_DECLS
