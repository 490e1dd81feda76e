/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_find_story:
 * @page: a page; what is not part of its story is marked as dropped
 * @title: (nullable): of the page, to know its headline by
 * @check: (nullable): the text of the story as the page's metadata give it, to choose by
 *
 * Finds the story of a page. Every paragraph speaks for the elements it stands in, the more the
 * longer it is and the nearer they are; names of elements speak for and against them; links speak
 * against. The best element is the story, with those beside it that look alike, and what in it is
 * a list of links, an invitation or a form is left out. (The idea of paragraphs that vote is that
 * of arc90's readability script, 2009.)
 *
 * Returns: (transfer full) (element-type guint32): nodes to render one after the other; the body
 * when nothing looks like a story
 */
GArray *quo_web_find_story (QuoWebPage *page, const char *title,
                            const char *check) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
