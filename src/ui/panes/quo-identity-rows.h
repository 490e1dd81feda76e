/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoIdentityRows:
 *
 * The card "Identity" of a selected name: what it is called, who or what it is the same as, a new
 * identity or one split off, where others know it (Wikidata, GeoNames, an address), and for a place
 * where it lies. Each change is one edit through the session.
 */
#define QUO_TYPE_IDENTITY_ROWS (quo_identity_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuoIdentityRows, quo_identity_rows, QUO, IDENTITY_ROWS, GtkWidget)

void quo_identity_rows_set_session (QuoIdentityRows *rows, QuoSession *session);
/* Shows the identity of @annotation. */
void quo_identity_rows_show (QuoIdentityRows *rows, const QuoAnnotation *annotation);

G_END_DECLS
