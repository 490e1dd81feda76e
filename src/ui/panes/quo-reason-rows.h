/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoReasonRows:
 *
 * Why a suggestion is made, a row a reason. Shows itself only for a suggestion that has one.
 */
#define QUO_TYPE_REASON_ROWS (quo_reason_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuoReasonRows, quo_reason_rows, QUO, REASON_ROWS, GtkWidget)

/* @annotation: of the session's document */
void quo_reason_rows_show (QuoReasonRows *rows, QuoSession *session,
                           const QuoAnnotation *annotation);

G_END_DECLS
