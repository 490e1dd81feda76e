/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoRoleRows:
 *
 * The card "Who says it" of a selected quote: source, cue and addressee, each with a menu of who or
 * what may stand there.
 */
#define QUO_TYPE_ROLE_ROWS (quo_role_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuoRoleRows, quo_role_rows, QUO, ROLE_ROWS, GtkWidget)

void quo_role_rows_set_session (QuoRoleRows *rows, QuoSession *session);
/* Shows the quotation of @quote. */
void quo_role_rows_set_quote (QuoRoleRows *rows, const QuoAnnotation *quote);

G_END_DECLS
