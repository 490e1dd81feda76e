/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* The element that shows the headline: the h1 that fits @title best, or the only one;
 * QUO_WEB_NO_NODE if there is none. */
guint32 quo_web_find_headline (const QuoWebPage *page, const char *title);
/* The only heading that is marked as a headline by its class or itemprop, whatever its words, or
 * else the only h1 or h2 in the header of an article; QUO_WEB_NO_NODE if there is none or are
 * several.
 */
guint32 quo_web_find_marked_headline (const QuoWebPage *page);
/* Puts the headline and what stands below it in large type before the other roots of a story,
 * unless they hold them. */
void quo_web_add_headline (QuoWebPage *page, GArray *roots, const char *title);

/* The first line that says nothing but the title, in whatever element (pages without headings have
 * it in bold type); QUO_WEB_NO_NODE if there is none. */
guint32 quo_web_find_title_line (const QuoWebPage *page, const char *title);

G_END_DECLS
