/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-extract.h"
#include "quo-xml.h"

G_BEGIN_DECLS

/* Adds the text of NITF, XHTML or plain news XML below @node. */
void quo_news_render (xmlNode *node, QuoProse *prose);
/* Takes headline, byline, dateline and dates of a `nitf` element, and adds headlines and body. */
void quo_news_read_nitf (xmlNode *nitf, QuoExtract *extract, QuoProse *prose);

G_END_DECLS
