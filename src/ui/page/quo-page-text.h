/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-tags.h"

G_BEGIN_DECLS

/**
 * QuoPageText:
 *
 * Brings the text of an article into the buffer of a page, with typography and label tags: what is
 * needed for the first paint at once, the rest in small steps.
 *
 * Texts up to 512 KB are put in whole, since that takes less than a frame; of a longer one the
 * first 256 KB, then a piece a step.
 */
typedef struct
{
  QuoPage *page;
  QuoPageTags *tags; /* owned */
  gsize n_loaded;    /* bytes of the shown text in the buffer */
  int next_line;     /* that gets its typography; -1: all have */
  gboolean is_loaded;
} QuoPageText;

void quo_page_text_init (QuoPageText *text, QuoPage *page);
void quo_page_text_clear (QuoPageText *text);
/* For the document the page has now; empties the buffer when there is none. */
void quo_page_text_begin (QuoPageText *text);
/* One step of what is left. Returns whether there is more. */
gboolean quo_page_text_step (QuoPageText *text);

G_END_DECLS
