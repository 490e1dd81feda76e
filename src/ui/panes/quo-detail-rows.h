/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* One row for each attribute of a label, by its type: choice as a drop-down, flag as a switch, the
 * others as an entry. Each change is one edit of the selected annotation through @session.
 * @tagset: that @attr belongs to. The row is floating, to be added to a group. */
GtkWidget *quo_detail_row_new (QuoSession *session, QuoTagset *tagset,
                               const QuoLabelAttr *attr) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the value that @annotation has. */
void quo_detail_row_show (GtkWidget *row, const QuoAnnotation *annotation);

G_END_DECLS
