/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/* Typography of the page: measure, gutter, pitch of lines, and the tags that make a headline, a
 * kicker, a byline, a dateline and narrow blank lines. Tags never change offsets. */

/* Makes the tags in the buffer's table; once. */
void quo_page_type_add_tags (QuoPage *page);
/* Finds what the first paragraphs are and which way the article reads; before the first paint. */
void quo_page_type_read (QuoPage *page);
/* Applies the tags to at most @n_lines lines from @line on. Returns the next line, or -1 at the
 * end. */
int quo_page_type_apply (QuoPage *page, int line, int n_lines);
/* Font metrics, pitch and colours: after the style, the font or the density changed. */
void quo_page_type_update (QuoPage *page);
/* Whether the font that is in force now differs from the one that was measured. */
gboolean quo_page_type_is_stale (QuoPage *page);
/* Margins for a view this wide; cheap when nothing changes. Returns whether something did. */
gboolean quo_page_type_fit (QuoPage *page, int width);

/* The size of the text in a line of the buffer, in px. */
double quo_page_type_get_em (QuoPage *page, int line);
/* px from the top of a display line's box to its baseline. */
double quo_page_type_get_baseline (QuoPage *page, int line, QuoSpan span, int height);
/* Whether most of the first letters are Arabic: they want another font, and a little more size. */
gboolean quo_page_type_is_arabic (QuoPage *page);

G_END_DECLS
