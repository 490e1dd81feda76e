/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a line invites to read another story ("Read also:"), labels an advertisement or tells how
 * long it takes to read, in any of our languages. */
gboolean quo_web_is_invitation (const char *line);

/* Whether a heading announces what readers have written ("12 Comments"), in any of our languages.
 */
gboolean quo_web_is_comments (const char *heading);

G_END_DECLS
