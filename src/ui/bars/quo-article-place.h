/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article-view.h"

G_BEGIN_DECLS

/* The offset in the article (code points) of the line that stands at the top of @view. */
guint32 quo_article_place_get_top (QuoArticleView *view);

G_END_DECLS
