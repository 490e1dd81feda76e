/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-article-view.h"

G_BEGIN_DECLS

/**
 * QuoFindBar:
 *
 * The bar over the page that finds words in the article. The current place is selected as text, so
 * that a digit tags it.
 */
#define QUO_TYPE_FIND_BAR (quo_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuoFindBar, quo_find_bar, QUO, FIND_BAR, GtkWidget)

GtkWidget *quo_find_bar_new (QuoSession *session, QuoArticleView *view) G_GNUC_WARN_UNUSED_RESULT;
/* Opens the bar. With @words (not empty) they are looked for, the first place after the caret is
 * selected, and the keyboard is in the article; else it goes to the bar, with the words of last
 * time. */
void quo_find_bar_open (QuoFindBar *bar, const char *words);
/* Closes the bar; whether it was open. */
gboolean quo_find_bar_close (QuoFindBar *bar);
/* The next (+1) or previous (-1) place, round the end of the article. */
void quo_find_bar_step (QuoFindBar *bar, gint direction);
/* Where the page is narrow there is no room for the button that tags what was found. */
void quo_find_bar_set_narrow (QuoFindBar *bar, gboolean is_narrow);

G_END_DECLS
