/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer none): what follows "By", "Von", "Par" ... at the start of a byline. */
const char *quo_byline_skip_by (const char *line);
/* (transfer none) (nullable): what follows "by" in the midst of a line, after a time: "March 3,
 * 2026 by ..." */
const char *quo_byline_find_by (const char *line);

/* (transfer full) (nullable): the name in a line in which the word for a reporter stands behind it,
 * as in Korean. */
char *quo_byline_dup_reporter (const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
