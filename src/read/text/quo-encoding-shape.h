/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_encoding_find_shape:
 * @bytes: text of any kind
 * @len: how many
 *
 * Knows the encodings whose bytes have a shape that no other text has: UTF-16 without a byte order
 * mark, and ISO-2022-JP.
 *
 * Returns: (nullable): "UTF-16LE", "UTF-16BE", "ISO-2022-JP" or %NULL
 */
const char *quo_encoding_find_shape (const char *bytes, gsize len);

G_END_DECLS
