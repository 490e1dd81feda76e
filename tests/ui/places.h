/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Adds app.place-of (s) and app.place-of-words (uu): where what shows these words, or where a span
 * of the article, stands. The state is then "x y width height" in px of the surface of the main
 * window, or empty: it is not in sight. */
void add_places (GtkApplication *application);
