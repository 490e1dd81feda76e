/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text without the differences that editors and converters make: white space of every kind and
 * length is one blank, quotation marks and dashes are the plain ones. Private to src/read. */

#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

typedef struct
{
  QuoText *text;
  GArray *places; /* of guint32: where each code point of it, and its end, are in the original */
} QuoFoldedText;

QuoFoldedText *quo_folded_text_new (const QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
void quo_folded_text_free (QuoFoldedText *folded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoFoldedText, quo_folded_text_free)

/* The folded code point that holds the original offset; and the original range of a folded one. */
guint32 quo_folded_text_to (const QuoFoldedText *folded, guint32 offset);
QuoSpan quo_folded_text_from (const QuoFoldedText *folded, QuoSpan span);

/* (transfer full): a short text, folded. */
char *quo_fold (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
