/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_web_dup_clipping:
 * @html: a piece of a web page, as a program gives it to the clipboard
 *
 * Makes a page of it, in UTF-8. Programs of Windows write lines about the piece before it, and more
 * of the page around it (the format "HTML Format": Version, StartHTML, SourceURL): those go, and
 * the address of the page that they tell becomes that of the new one.
 *
 * Returns: (transfer full): the page
 */
char *quo_web_dup_clipping (const char *html) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
