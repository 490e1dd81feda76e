/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a symbolic link leads to, also when nothing is there. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_link_resolve:
 * @path: (type filename): any path
 *
 * Follows the links a path ends in.  Unlike realpath () it also gives the place a dangling link
 * points to, where a file can then be made.
 *
 * Returns: (transfer full) (nullable): a path that is no link; %NULL with %QUO_ERROR_INVALID for
 *   links that go round in a circle
 */
char *quo_link_resolve (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the error of a circle of links, always giving FALSE. */
gboolean quo_link_set_circle (const char *name, GError **error);

G_END_DECLS
