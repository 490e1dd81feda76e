/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoContentsList:
 *
 * The chapters or pages that the file of the article names. The one with the caret is chosen; to
 * activate another one goes there.
 *
 * Property `has-contents` (boolean): there are any.
 */
#define QUO_TYPE_CONTENTS_LIST (quo_contents_list_get_type ())
G_DECLARE_FINAL_TYPE (QuoContentsList, quo_contents_list, QUO, CONTENTS_LIST, GtkWidget)

GtkWidget *quo_contents_list_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_contents_list_has_any (QuoContentsList *list);

G_END_DECLS
