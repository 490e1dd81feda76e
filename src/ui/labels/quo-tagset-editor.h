/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-label-page.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoTagsetEditor:
 *
 * The window in which labels, their attributes and the roles of a quote are made and changed. Each
 * change acts at once in the article, is saved, and can be undone here (Ctrl+Z). The set is kept
 * for the articles of the folder or for all of the person; where a sidecar names a file, there.
 * How many annotations have a label is told of the open article, and of the folder once its
 * sidecars were counted.
 */
#define QUO_TYPE_TAGSET_EDITOR (quo_tagset_editor_get_type ())
G_DECLARE_FINAL_TYPE (QuoTagsetEditor, quo_tagset_editor, QUO, TAGSET_EDITOR, AdwWindow)

/* (transfer none): it lives as long as it is open. @folder: (nullable): the one that is open. */
QuoTagsetEditor *quo_tagset_editor_present (GtkWindow *parent, QuoSession *session,
                                            const char *folder, QuoFindAct find_act);
/* Takes the labels of a file (see quo_label_set_load()) in place of those that are shown, as one
 * step that can be undone; writes them to a file (see quo_tagset_exchange_export()). What came of
 * it is told in the window. */
void quo_tagset_editor_import (QuoTagsetEditor *editor, const char *path);
void quo_tagset_editor_export (QuoTagsetEditor *editor, const char *path);

G_END_DECLS
