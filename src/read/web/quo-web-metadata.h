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
 * QuoWebLinked:
 * @title: (nullable): the title element, which tells the article of the page from its neighbours
 * @name: the name of the article, where it has one beside its headline
 * @check: the text of the story for machines
 * @page_date: when the page was published, which need not be when the article was
 *
 * What blocks of JSON-LD tell. Strings are owned by the caller.
 */
typedef struct
{
  QuoExtract *extract;
  const char *title;
  char *name, *check, *page_date;
} QuoWebLinked;

/* Fills what is still %NULL from one block of JSON-LD. Comments around it, line ends within its
 * strings and commas too many are mended; what is no JSON then is passed over. */
void quo_web_read_json_ld (const char *json, QuoWebLinked *linked);

G_END_DECLS
