/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-record.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/* (transfer full): what can be done to the annotations in @chosen (element-type QuoAnnotation), of
 * which there is one at least; @labels: the menu of those they can be changed to. */
GMenuModel *quo_list_menus_make_context (const QuoTagset *tagset, GPtrArray *chosen,
                                         GMenuModel *labels) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): which annotations the list shows, and in which order: the targets of the actions
 * pane.state, pane.label and pane.sort. */
GMenuModel *quo_list_menus_make_filter (const QuoTagset *tagset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
