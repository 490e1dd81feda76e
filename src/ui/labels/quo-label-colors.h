/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoLabelColors:
 *
 * A row of colours to choose one of: inks that keep their contrast on the page and on a quote, in
 * light and dark, and a last button for any other.
 *
 * Signal: `chosen (char *color, char *dark)`; @dark NULL: to be derived.
 */
#define QUO_TYPE_LABEL_COLORS (quo_label_colors_get_type ())
G_DECLARE_FINAL_TYPE (QuoLabelColors, quo_label_colors, QUO, LABEL_COLORS, GtkWidget)

/* The colour of this label is the one that is chosen; nothing is told. */
void quo_label_colors_show (QuoLabelColors *colors, const QuoLabel *label);
/* The colours that a new label gets: the first that no label of @tagset has. */
void quo_label_colors_pick (const QuoTagset *tagset, QuoLabel *label);

G_END_DECLS
