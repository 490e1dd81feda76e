/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoDecoded:
 * @utf8: the text, without a byte order mark
 * @len: its bytes
 * @encoding: IANA name, %NULL for UTF-8
 * @has_bom: there was a byte order mark
 * @is_guessed: nothing but the bytes themselves told the encoding
 *
 * What bytes say when they are read as text.
 */
typedef struct
{
  char *utf8;
  gsize len;
  char *encoding;
  gboolean has_bom;
  gboolean is_guessed;
} QuoDecoded;

void quo_decoded_clear (QuoDecoded *decoded);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoDecoded, quo_decoded_clear)

/**
 * quo_decode:
 * @bytes: the content of a file
 * @len: how many
 * @name: what to call it in messages
 * @encoding: (nullable): read it in this one
 * @ret_decoded: (out caller-allocates): the text
 *
 * Reads bytes as text: in @encoding if it is given; else by the byte order mark, else as UTF-8,
 * else as what uchardet takes them for.
 *
 * Returns: whether it is text; QUO_ERROR_BINARY, or QUO_ERROR_ENCODING with the offset and line of
 * the first bytes that are invalid
 */
gboolean quo_decode (const char *bytes, gsize len, const char *name, const char *encoding,
                     QuoDecoded *ret_decoded, GError **error);

G_END_DECLS
