/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoAttrRow:
 *
 * One attribute of a label, to be unfolded and changed.
 *
 * Signal: `changed (const QuoLabelAttr *)`: as it is to be, to be copied; NULL: it is to be
 * deleted.
 */
#define QUO_TYPE_ATTR_ROW (quo_attr_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoAttrRow, quo_attr_row, QUO, ATTR_ROW, AdwExpanderRow)

GtkWidget *quo_attr_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_attr_row_show (QuoAttrRow *row, const QuoLabelAttr *attr);

G_END_DECLS
