/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* The words of a text, to be compared with those of elements. */
typedef struct _QuoWebOverlap QuoWebOverlap;

QuoWebOverlap *quo_web_overlap_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void quo_web_overlap_free (QuoWebOverlap *overlap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoWebOverlap, quo_web_overlap_free)

/* Signs of the text, as #QuoWebNode counts them. */
guint32 quo_web_overlap_get_chars (const QuoWebOverlap *overlap);
/* How much the words below a node and those of the text are the same: 0 to 1, the harmonic mean of
 * both shares. What was dropped counts. */
double quo_web_overlap_measure (const QuoWebOverlap *overlap, const QuoWebPage *page, guint32 node);
/* The same with the words of another text. */
double quo_web_overlap_measure_text (const QuoWebOverlap *overlap, const char *text);

G_END_DECLS
