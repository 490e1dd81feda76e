/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoSidePane:
 *
 * The left column: the annotations of the article as a list, with a filter by label and by text.
 * Choosing a row selects the annotation in the page. Every row is a whole sentence for a screen
 * reader: the list is the complete accessible view of the annotations.
 *
 * Property "look", a{ss}: what the list is filtered and sorted by, to be remembered: "words",
 * "label", "state" and "sort"; what is not in it stays as it is.
 */
#define QUO_TYPE_SIDE_PANE (quo_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (QuoSidePane, quo_side_pane, QUO, SIDE_PANE, GtkWidget)

GtkWidget *quo_side_pane_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* The list shows only the mentions of this entity (NULL: all annotations again). */
void quo_side_pane_show_entity (QuoSidePane *pane, const char *entity);

G_END_DECLS
