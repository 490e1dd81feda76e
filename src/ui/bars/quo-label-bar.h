/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoLabelBar:
 *
 * The labels under the page, each with the key that gives it and the line pattern it is drawn with:
 * the legend of the page. While the prompt for a speaker stands it shows the ranked speakers with
 * their digits instead, because that is what the digits do then.
 *
 * Property: `narrow` (boolean): short names, no keys.
 */
#define QUO_TYPE_LABEL_BAR (quo_label_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuoLabelBar, quo_label_bar, QUO, LABEL_BAR, GtkWidget)

GtkWidget *quo_label_bar_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
