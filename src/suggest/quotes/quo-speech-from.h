/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/* (transfer full) (element-type QuoSpan): what somebody may be said to have said who begins at
 * @start, the likeliest first: to the end of its sentence without the full stop, then to each comma
 * or the like before, the last one first. None ends behind a clause that only tells who says it
 * ("..., she said"); a longer last one with a verb of saying is tried second. All begin at @start;
 * empty where no word follows in its sentence. */
GArray *quo_speech_from (const QuoText *text, guint32 start,
                         const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
