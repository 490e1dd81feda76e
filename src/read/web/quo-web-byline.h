/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): who wrote the story, as the page shows it: of the elements that say
 * so the one next to the headline (a node, or QUO_WEB_NO_NODE), else a line below that which begins
 * with "By". */
char *quo_web_find_byline (const QuoWebPage *page, guint32 headline) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): a byline without "By" before it and dates behind it; NULL if the line
 * is none. */
char *quo_web_clean_byline (const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
