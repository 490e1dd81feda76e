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

/* @path: (type filename) */
typedef void (*QuoTagsetFileChosen) (GtkWindow *parent, const char *path);

/* Asks for a file that labels come from, or go to, with a filter for each program; @name: of the
 * tagset. @chosen is called once, unless there is no file to be had or the window is closed. A name
 * to export to that says nothing gets the ending of the chosen filter. A window that asks already
 * does not ask again. */
void quo_tagset_exchange_ask (GtkWindow *parent, gboolean is_import, const char *name,
                              QuoTagsetFileChosen chosen);

G_END_DECLS
