/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageReach:
 *
 * How much of an article can be seen at once, which the session is told (quo_session_set_reach()).
 * It is measured when the view or its text has another size, and not at the end of an article,
 * which may fill a part of the view only.
 */
typedef struct
{
  int width, height; /* px: of the view when it was measured */
  double em;         /* px: of the text */
} QuoPageReach;

/* After the page was drawn. */
void quo_page_reach_tell (QuoPageReach *reach, QuoPage *page);

G_END_DECLS
