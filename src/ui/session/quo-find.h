/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/* (transfer full) (element-type QuoSpan): all places where @words stand, case ignored, without
 * overlap, in text order; empty for no words. Any white space in @words matches any run of it.
 * Cost: one pass. */
GArray *quo_find_all (const QuoText *text, const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
