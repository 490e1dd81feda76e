/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-hover-card.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoInspector:
 *
 * The right column: what the selected annotation is, what it says, who says it, who or what it is,
 * its details and note; below it the speakers of the article. With nothing selected: the article
 * and its counts.
 */
#define QUO_TYPE_INSPECTOR (quo_inspector_get_type ())
G_DECLARE_FINAL_TYPE (QuoInspector, quo_inspector, QUO, INSPECTOR, GtkWidget)

GtkWidget *quo_inspector_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* The keyboard goes to the first thing a person would change of the selected annotation. */
void quo_inspector_edit (QuoInspector *inspector);

G_END_DECLS
