/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Forgets what the names of paragraphs say against them where most sentences of the page stand in
 * paragraphs of that name: it is the story's ("highLightSearchTarget"). */
void quo_web_pardon (QuoWebPage *page);

G_END_DECLS
