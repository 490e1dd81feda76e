/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer none): what follows "By", "Von", "Par" ... at the start of a byline. */
const char *quo_byline_skip_by (const char *line);

G_END_DECLS
