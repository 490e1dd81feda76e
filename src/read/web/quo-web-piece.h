/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-prose.h"

G_BEGIN_DECLS

/* Adds the text of a piece of HTML (the body of an entry of a feed, a chapter) as it shows. */
void quo_web_add_text (const char *html, gsize len, QuoProse *prose);

G_END_DECLS
