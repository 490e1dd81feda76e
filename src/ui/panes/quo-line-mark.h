/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoLineMark:
 *
 * The line pattern of a label, as it stands in the page: the legend under its word.
 */
#define QUO_TYPE_LINE_MARK (quo_line_mark_get_type ())
G_DECLARE_FINAL_TYPE (QuoLineMark, quo_line_mark, QUO, LINE_MARK, GtkWidget)

/* Keeps @tagset, to which @label belongs; NULL: the grey of a type it does not know. */
GtkWidget *quo_line_mark_new (QuoTagset *tagset, const QuoLabel *label) G_GNUC_WARN_UNUSED_RESULT;
void quo_line_mark_show (QuoLineMark *mark, QuoTagset *tagset, const QuoLabel *label,
                         gboolean is_suggestion);

G_END_DECLS
