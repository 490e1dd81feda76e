/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/* What is at a place of the view, and where something of the article is seen. Places are px of the
 * widget; offsets and spans are those of the article. All want a document to be open. */

/* From the widget to the buffer, whose places drawing uses. */
void quo_page_to_buffer (const QuoPage *page, double x, double y, int *ret_x, int *ret_y);
/* The offset of the character at a place; FALSE: there is none. */
gboolean quo_page_find_offset (const QuoPage *page, double x, double y, guint32 *ret_offset);
/* The border between two characters that is nearest to a place; always one. */
guint32 quo_page_find_border (const QuoPage *page, double x, double y);
/* The annotation whose sign or pill is there, or NULL. */
const QuoAnnotation *quo_page_find_sign (const QuoPage *page, double x, double y);
/* The annotation whose sign, pill or innermost words are there, or NULL. */
const QuoAnnotation *quo_page_find_annotation (const QuoPage *page, double x, double y);
/* Whether one of its ranges holds the character at @offset. */
gboolean quo_page_covers (const QuoAnnotation *annotation, guint32 offset);
/* Where the first display line of @span stands. */
GdkRectangle quo_page_locate (const QuoPage *page, QuoSpan span);

/* What a press of the second button does before its menu comes: text that is selected stays so when
 * it is pointed at; else the caret goes there, and what is annotated there is selected. */
void quo_page_point_at (QuoPage *page, double x, double y);

G_END_DECLS
