/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-tokens.h"

G_BEGIN_DECLS

/* Where speech ends that was opened at @span.start and never closed before the paragraph ends at
 * @span.end: before the first sentence end that says who spoke, or at @span.end. */
guint32 quo_quote_find_unclosed_end (const QuoPassage *page, const QuoLanguage *language,
                                     QuoSpan span);

G_END_DECLS
