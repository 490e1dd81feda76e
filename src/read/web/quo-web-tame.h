/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elements nested deeper are taken for siblings: their text stays, their tags do not count. (A
 * browser stops at 512.) */
#define QUO_WEB_MAX_DEPTH 400
/* So many more may stay open because somebody forgot to close them. */
#define QUO_WEB_MAX_UNCLOSED 1600
/* And so many of those that a parser opens again in each paragraph (b, font). */
#define QUO_WEB_MAX_FORMATTING 10
/* Further attributes of an element, and longer values (pictures within the page), are left out. */
#define QUO_WEB_MAX_ATTRIBUTES 64
/* All that a page may have; further ones are left out. Pages of 1 MB have some 20,000. */
#define QUO_WEB_MAX_ALL_ATTRIBUTES 400000
#define QUO_WEB_MAX_VALUE 8192

/**
 * quo_web_tame:
 * @html: (array length=len): a page
 *
 * Takes out of a page what makes a parser slow or its stack overflow: bottomless nesting, endless
 * attributes. The text it shows stays the same. A page within the limits is not copied. Linear.
 *
 * Returns: (transfer full) (nullable): the tamed page, or NULL when @html needs no taming
 */
GString *quo_web_tame (const char *html, gsize len) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): XHTML as HTML: "<title/>", which HTML takes for a start tag, becomes a start and
 * an end tag. */
GString *quo_web_expand_empty (const char *xhtml, gsize len) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
