/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that a row of a list draws itself. A GtkLabel that wraps is laid out six times and more
 * before it is seen, and a list view makes two hundred rows at once. */

/* (transfer full): @text in the type of @widget, in at most so many lines, cut at the end of the
 * last. */
PangoLayout *quo_row_words_new (GtkWidget *widget, const char *text,
                                int n_lines) G_GNUC_WARN_UNUSED_RESULT;
/* The height of a line in the type of @widget, in units of Pango, whatever it says: no words are
 * laid out for it, and rows of the same type ask once. A list view asks two hundred rows for their
 * height before they have a width, which is of no use but to guess its own. */
int quo_row_words_get_line_height (GtkWidget *widget);
/* Words begin where the language of the window begins, whatever their own does. @start: how far
 * from there; @alpha: of the colour of @widget. */
void quo_row_words_draw (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *words, int start,
                         double y, float alpha);
/* The same for what is said beside the words: as the style class `quiet`. */
void quo_row_words_draw_quiet (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *words,
                               int start, double y);

G_END_DECLS
