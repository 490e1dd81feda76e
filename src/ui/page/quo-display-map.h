/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoDisplayMap:
 *
 * The only way between offsets of the article and offsets of the view's buffer. The two are equal,
 * unless the article has a paragraph longer than 20,000 characters: there a blank about every 1,000
 * characters is shown as a line feed (offsets stay), and where there is no blank a line feed is
 * inserted (offsets shift by one). Immutable.
 */
typedef struct _QuoDisplayMap QuoDisplayMap;

QuoDisplayMap *quo_display_map_new (QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
void quo_display_map_free (QuoDisplayMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoDisplayMap, quo_display_map_free)

gboolean quo_display_map_is_identity (const QuoDisplayMap *map);
/* (transfer none): what the buffer shows: the text itself, or the one with soft breaks. */
const char *quo_display_map_get_utf8 (const QuoDisplayMap *map, gsize *ret_len);
guint32 quo_display_map_to_buffer (const QuoDisplayMap *map, guint32 offset);
guint32 quo_display_map_to_text (const QuoDisplayMap *map, guint32 buffer_offset);

G_END_DECLS
