/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quo-span.h"

G_BEGIN_DECLS

/**
 * QuoText:
 *
 * The text of an article: valid UTF-8 that never changes, with a table that converts between the
 * ways of counting in it. This is the only place that knows bytes and UTF-16 units besides code
 * points. Atomically reference counted; may be used from every thread.
 *
 * One entry is kept for every 256 code points; a conversion is a look-up and a walk of at most 255
 * code points. For many ascending offsets use #QuoTextCursor.
 */
typedef struct _QuoText QuoText;

/* (transfer full): @utf8 must be valid UTF-8 of @len bytes; it may hold NUL-free text only. */
QuoText *quo_text_new_take (char *utf8, gsize len) G_GNUC_WARN_UNUSED_RESULT;
QuoText *quo_text_new (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
QuoText *quo_text_ref (QuoText *text);
void quo_text_unref (QuoText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoText, quo_text_unref)

/* The bytes, NUL-terminated, and their count. */
const char *quo_text_get_utf8 (const QuoText *text);
gsize quo_text_get_bytes (const QuoText *text);
/* Code points, UTF-16 units, and code points when every CR LF and every lone CR counts as one LF.
 */
guint32 quo_text_get_length (const QuoText *text);
guint32 quo_text_get_utf16_length (const QuoText *text);
guint32 quo_text_get_lf_length (const QuoText *text);
/* The most bytes between two line feeds, or between one and an end of the text. */
guint32 quo_text_get_longest_line (const QuoText *text);

/* Offsets are clamped to the text. An offset between CR and LF has the LF-only offset of the LF. */
gsize quo_text_to_byte (const QuoText *text, guint32 offset);
guint32 quo_text_from_byte (const QuoText *text, gsize byte);
guint32 quo_text_to_utf16 (const QuoText *text, guint32 offset);
guint32 quo_text_from_utf16 (const QuoText *text, guint32 utf16);
guint32 quo_text_to_lf (const QuoText *text, guint32 offset);
guint32 quo_text_from_lf (const QuoText *text, guint32 lf);

/* The code point at @offset, 0 at and after the end. */
gunichar quo_text_get_char (const QuoText *text, guint32 offset);
/* Pointer into the text at @offset; the bytes up to the pointer of span.end are the span's. */
const char *quo_text_at (const QuoText *text, guint32 offset);
/* (transfer full): a copy of the span's bytes. */
char *quo_text_dup (const QuoText *text, QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the span's bytes are exactly @s. */
gboolean quo_text_equals (const QuoText *text, QuoSpan span, const char *s);
/* (transfer full): the whole text with CR LF and CR as LF. */
char *quo_text_dup_lf (const QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
/* The paragraph (up to, without, its line end) that holds @offset. */
QuoSpan quo_text_get_paragraph (const QuoText *text, guint32 offset);

/**
 * QuoTextCursor:
 *
 * Walks a text forward from offset to offset: the cost of a sequence of ascending offsets is one
 * pass over the text. An offset before the last one is looked up in the table.
 */
typedef struct
{
  const QuoText *text;
  guint32 offset;
  gsize byte;
} QuoTextCursor;

void quo_text_cursor_init (QuoTextCursor *cursor, const QuoText *text);
gsize quo_text_cursor_to (QuoTextCursor *cursor, guint32 offset);

G_END_DECLS
