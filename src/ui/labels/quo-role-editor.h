/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/* A relation as it is to be, to be copied; @place: as handed to quo_role_editor_new(). */
typedef void (*QuoRelationChanged) (gpointer owner, guint place, const QuoRelationType *relation);

/* (transfer floating): a row that unfolds into the roles of a relation, with one to add a role. The
 * roles that the program itself fills (quote, source, cue, addressee) stay. @owner outlives it. */
GtkWidget *quo_role_editor_new (const QuoRelationType *relation, guint place,
                                QuoRelationChanged on_changed,
                                gpointer owner) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
