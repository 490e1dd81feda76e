/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of text that takes the room there is. Where that is too little, words in its middle give
 * way: what a message begins with says what was done, its end which key comes next. Assistive
 * technology and the tooltip have all of it. Signal `resized ()`, after a frame was painted: it has
 * more room or less. */
#define QUO_TYPE_SHORT_LINE (quo_short_line_get_type ())
G_DECLARE_FINAL_TYPE (QuoShortLine, quo_short_line, QUO, SHORT_LINE, GtkWidget)

void quo_short_line_set_text (QuoShortLine *line, const char *text);

/* (transfer full): @text, or its beginning and its end in whole words with "…" between, no wider
 * than @width px in the type of @layout (whose text changes). Where not even a word has room: "…".
 */
char *quo_short_line_fit (PangoLayout *layout, const char *text,
                          int width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
