/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Of several articles on one page the one is meant that holds the headline of the page: if others
 * were found as well it becomes the only root. The headline of a live blog stands outside of its
 * entries. */
void quo_web_keep_one_article (const QuoWebPage *page, GArray *roots, guint32 headline);

G_END_DECLS
