/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_read_metadata:
 * @extract: gets title, byline, date, publisher, language and address
 * @ret_check: (nullable): gets the text of the story, if the page gives it for machines
 *
 * What a page says of itself: JSON-LD of schema.org first, then Open Graph and the other `meta`
 * elements, then what it shows. Title and publisher are parted where the page joins them.
 */
void quo_web_read_metadata (const QuoWebPage *page, QuoExtract *extract, char **ret_check);

/**
 * quo_web_read_json_ld:
 *
 * The same of one block of JSON-LD: fills what is still %NULL, from the first article in it.
 * *ret_name gets its name if that is another one than its headline.
 * Anything that is not JSON is passed over.
 */
void quo_web_read_json_ld (const char *json, QuoExtract *extract, char **ret_name,
                           char **ret_check);

G_END_DECLS
