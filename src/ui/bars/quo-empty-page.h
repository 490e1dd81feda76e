/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoEmptyPage:
 *
 * What the window shows while no article is open: what the program is for, and the ways in.
 */
#define QUO_TYPE_EMPTY_PAGE (quo_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (QuoEmptyPage, quo_empty_page, QUO, EMPTY_PAGE, GtkWidget)

G_END_DECLS
