/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-prose.h"
#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_render:
 *
 * Adds what a node shows, by the rules of #QuoProse and these: an item of a list begins with "• "
 * or its number; a table of data becomes a line a row, a table that only arranges the page becomes
 * its cells one after the other; "pre" keeps its blanks; "q" gets its quotation marks; what was
 * dropped is left out.
 */
void quo_web_render (const QuoWebPage *page, guint32 node, QuoProse *prose);

G_END_DECLS
