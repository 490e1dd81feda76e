/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoSubstringIndex:
 *
 * Finds many strings in one text: the places of the text by a hash of the bytes that stand there.
 * Making it costs one pass and 4 bytes a byte of text, a search hardly more than the places it
 * finds. The text must outlive it.
 */
typedef struct _QuoSubstringIndex QuoSubstringIndex;

/* No place. */
#define QUO_NOWHERE G_MAXSIZE

QuoSubstringIndex *quo_substring_index_new (const char *text, gsize len) G_GNUC_WARN_UNUSED_RESULT;
void quo_substring_index_free (QuoSubstringIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSubstringIndex, quo_substring_index_free)

/* The first byte at which @needle stands after @last, where it was found before (QUO_NOWHERE: from
 * the start); QUO_NOWHERE if there is none. @needle is not empty. */
gsize quo_substring_index_find (const QuoSubstringIndex *index, const char *needle, gsize len,
                                gsize last);

G_END_DECLS
