/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageTags:
 *
 * What is drawn by hand is not seen by a screen reader, so the buffer carries a tag per label with
 * the same extent (text attribute "underline"; nothing is painted). Overlapping annotations of one
 * label are one run.
 *
 * Tags go into pieces of a few thousand characters, a piece at a time. Above 20,000 annotations
 * only pieces that were asked for get them: the annotation list is the complete view.
 */
typedef struct _QuoPageTags QuoPageTags;

QuoPageTags *quo_page_tags_new (QuoPage *page) G_GNUC_WARN_UNUSED_RESULT;
void quo_page_tags_free (QuoPageTags *tags);
/* After another document came in. */
void quo_page_tags_reset (QuoPageTags *tags);
/* Asks for the pieces of a span of the article. Returns whether there is something to do. */
gboolean quo_page_tags_want (QuoPageTags *tags, QuoSpan span);
/* Does one piece of work. Returns whether more is to be done. */
gboolean quo_page_tags_step (QuoPageTags *tags);
/* Where an edit changed something the tags will be brought up to date by the next steps: to do so
 * at once would lay out the paragraph again before the mark is painted. */
void quo_page_tags_update (QuoPageTags *tags, const QuoEdit *edit);

G_END_DECLS
