/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"
#include "quo-passage.h"

G_BEGIN_DECLS

/* Whether a name in a quote is that of who is spoken to, as it stands by itself: "You are late,
 * John." "My dear Miss Lund, you are late." */
gboolean quo_vocative_is_one (const QuoPassage *page, const QuoLanguage *language, QuoSpan name);

G_END_DECLS
