/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/* The words that the page writes beside the text of the article: names, initials, chips. Layouts
 * are kept, for the margin is drawn anew in each frame. */

/* (transfer full): the table of a page. */
GHashTable *quo_page_layouts_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A layout in the font of the interface, kept for the next frame. @width px, or -1; with one, 2
 * lines at most. */
PangoLayout *quo_page_get_text (QuoPage *page, const char *text, double px, int weight,
                                double width);

G_END_DECLS
