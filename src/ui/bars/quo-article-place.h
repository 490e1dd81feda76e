/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article-view.h"

G_BEGIN_DECLS

/* The offset in the article (code points) of the line that stands at the top of @view. */
guint32 quo_article_place_get_top (QuoArticleView *view);
/* Scrolls so that this place is at the top; only once the text is loaded. */
void quo_article_place_show_top (QuoArticleView *view, guint32 top);
/* The page is to stand elsewhere: the place that was shown is held no longer. */
void quo_article_place_let_go (QuoArticleView *view);

G_END_DECLS
