/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/* White space as other programs see it: Unicode white space and, as in Python, U+001C-001F and
 * U+0085. */
gboolean quo_blank_is (gunichar c);
/* The span without the white space at both ends; empty when there is nothing else. */
QuoSpan quo_blank_trim (const QuoText *text, QuoSpan span);

G_END_DECLS
