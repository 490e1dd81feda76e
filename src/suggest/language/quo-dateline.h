/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-passage.h"

G_BEGIN_DECLS

/* Where the story begins in a paragraph, after the place it comes from: "LONDON, 5 May (Reuters) -
 * ", "Rostock (dpa) – ". The start of the paragraph if it has no such. */
guint32 quo_dateline_skip (const QuoPassage *page, QuoSpan paragraph);
/* Whether the span lies in the dateline of its paragraph: who stands there says nothing. */
gboolean quo_dateline_holds (const QuoPassage *page, QuoSpan span);

G_END_DECLS
