/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/* (transfer full) (element-type QuoSpan): where else a name that was marked as @span may begin and
 * end, likeliest first, each once, @span itself left out: with the capitalised words round it
 * ("Mayor", "United States Navy"), with those behind small words ("Daughters of the American
 * Revolution"), or less of it. All within its paragraph and made of whole words; empty where
 * nothing stands near. */
GArray *quo_name_borders (const QuoText *text, QuoSpan span,
                          const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
