/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): ISO 8601; when the story was published, as the page shows it.
 * @lang: (nullable): BCP 47, of dates in figures. */
char *quo_web_find_date (const QuoWebPage *page, guint32 headline,
                         const char *lang) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the date in an address ("/2026/03/31/"). */
char *quo_web_find_date_in_url (const char *url) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
