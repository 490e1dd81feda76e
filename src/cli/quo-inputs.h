/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * quo_inputs_list:
 * @paths: (array length=n_paths): what was named: articles, sidecars, folders
 *
 * Takes each folder apart into the sidecars in it and below it, by name; hidden folders and links
 * to folders are passed over. A folder that cannot be read is told on standard error and makes
 * *ret_code QUO_EXIT_FAILED.
 *
 * Returns: (transfer full) (element-type filename): articles and sidecars, which may not exist
 */
GPtrArray *quo_inputs_list (const char *const *paths, guint n_paths,
                            int *ret_code) G_GNUC_WARN_UNUSED_RESULT;

/* The tagset of a sidecar: its own file when there is one that may be followed, else the built-in
 * one. (transfer full) */
QuoTagset *quo_inputs_load_tagset (const QuoOpening *opening) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
