/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-extract.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

/* Takes story and metadata out of a page in UTF-8; what @extract holds already stays. Never fails.
 */
void quo_web_extract (const QuoReadSource *source, const char *html, gsize len,
                      QuoExtract *extract);

G_END_DECLS
