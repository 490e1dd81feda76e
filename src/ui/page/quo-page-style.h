/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPageStyle:
 *
 * The font of a page as a style sheet of its own, and what is to be measured and drawn anew when
 * font, size, density or the colours of the desktop change.
 */
typedef struct
{
  QuoPage *page;
  GtkCssProvider *css; /* owned */
  guint typeface;      /* as the property of the view: 0 serif, 1 sans, 2 the desktop's */
} QuoPageStyle;

void quo_page_style_init (QuoPageStyle *style, QuoPage *page);
void quo_page_style_clear (QuoPageStyle *style);
/* The typeface, the size (page->em) or the script of the article changed. */
void quo_page_style_update_font (QuoPageStyle *style);
/* Anything else: measures the type again and draws all. */
void quo_page_style_update (QuoPageStyle *style);

G_END_DECLS
