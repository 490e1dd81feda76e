/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Whether a quote in large type says only what the story below @root says again: all of its words
 * stand elsewhere in what is not dropped. Linear in the story, and asked of short quotes alone. */
gboolean quo_web_is_repeated (const QuoWebPage *page, guint32 root, guint32 index);

G_END_DECLS
