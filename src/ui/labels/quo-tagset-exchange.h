/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * quo_tagset_exchange_export:
 * @path: (type filename): its name says for whom: `.tagset.json`, `.conf` (brat's
 *   annotation.conf), `.xml` (labelling configuration of Label Studio), `.qdc` (codebook of
 *   REFI-QDA)
 *
 * Writes labels for another program, over what was there.
 *
 * Returns: %FALSE with QUO_ERROR_USAGE when the name ends otherwise, or with what
 *   quo_target_commit() gives
 */
gboolean quo_tagset_exchange_export (const QuoTagset *tagset, const char *path, GError **error);

/* (transfer full): a dialog for a file that labels come from, or go to, with a filter for each
 * program; @name: of the tagset. */
GtkFileChooserNative *quo_tagset_exchange_new_chooser (GtkWindow *parent, gboolean is_import,
                                                       const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable) (type filename): the file that was chosen. A name to export to that
 * says nothing gets the ending of the chosen filter. */
char *quo_tagset_exchange_dup_path (GtkFileChooser *chooser) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
