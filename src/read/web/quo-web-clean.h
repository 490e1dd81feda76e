/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Drops what stands within a story and is none of it: lists of links, invitations to read
 * something else, forms, headings with nothing below them. @by_names: the names of elements count,
 * too. */
void quo_web_clean (QuoWebPage *page, const GArray *roots, gboolean by_names);

G_END_DECLS
