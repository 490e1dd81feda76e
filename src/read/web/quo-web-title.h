/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_choose_title:
 * @told: (nullable): what the metadata say
 * @element: (nullable): the title element
 * @publisher: (nullable): the name of the site
 * @url: (nullable): the address of the page, whose host often is the name of the site
 * @ret_headline: (out): the node of the headline that shows, or QUO_WEB_NO_NODE
 *
 * The title of the article: the best of what is told, without the names of site and section that
 * are joined to it. The headline that shows decides which part is the title.
 *
 * Returns: (transfer full) (nullable): the title in one line
 */
char *quo_web_choose_title (const QuoWebPage *page, const char *told, const char *element,
                            const char *publisher, const char *url,
                            guint32 *ret_headline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
