/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Whether a quote in large type says only what the story below @root says again: all of its words
 * stand elsewhere in what is not dropped. Linear in the story, for short quotes alone; @n_asked:
 * how many there were, for only the first of many are looked at. */
gboolean quo_web_is_repeated (const QuoWebPage *page, guint32 root, guint32 index, guint *n_asked);

G_END_DECLS
