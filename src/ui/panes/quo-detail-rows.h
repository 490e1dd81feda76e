/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* One row for each attribute of the label, by its type: choice as a drop-down, flag as a switch,
 * the others as an entry. Each change is one edit of @annotation through the session. (transfer
 * none) for all; the rows are floating, to be added to a group. */
GtkWidget *quo_detail_row_new (QuoSession *session, const QuoAnnotation *annotation,
                               const QuoLabelAttr *attr) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
