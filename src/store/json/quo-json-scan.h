/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of JSON (RFC 8259, sections 6 and 7): where a string or a number ends, and what a
 * string with escapes says.  Knows no structure and no errors but "here". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoJsonScan:
 * @end: one past the closing quotation mark, or the place of the fault
 * @n_chars: code points of the string as it reads, escapes counted as what they stand for
 * @has_escape: a backslash stands in it, so its bytes are not what it says
 * @has_lone: an escaped surrogate without its other half
 * @has_nul: an escaped U+0000
 * @fault: what is wrong at @end, in words for people (untranslated); %NULL when nothing is
 *
 * What a look at one string found.
 */
typedef struct
{
  const char *end;
  gsize n_chars;
  gboolean has_escape;
  gboolean has_lone;
  gboolean has_nul;
  const char *fault;
} QuoJsonScan;

/* Reads the string whose opening quotation mark stands just before @p, checking its UTF-8. */
gboolean quo_json_scan_string (const char *p, const char *end, QuoJsonScan *scan);

/* Reads a number at @p; gives one past it, or NULL with the place of the fault in @ret_fault. */
const char *quo_json_scan_number (const char *p, const char *end, const char **ret_fault);

/* Writes what the checked bytes @p to @end of a string say to @out, which must have room for
 * (end - p) bytes; a lone surrogate is written as its three bytes.  Gives one past the last. */
char *quo_json_unescape (const char *p, const char *end, char *out);

/* Bytes of the well-formed UTF-8 sequence at @p (1 to 4), 0 if there is none. */
guint quo_json_utf8_length (const char *p, const char *end);

G_END_DECLS
