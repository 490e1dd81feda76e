/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-web-piece.h"

#include "quo-web-render.h"

void
quo_web_add_text (const char *html, gsize len, QuoProse *prose)
{
  g_auto (QuoWebPage) page = { 0 };

  quo_web_page_parse (&page, html, len);
  quo_web_render (&page, 0, prose);
}
