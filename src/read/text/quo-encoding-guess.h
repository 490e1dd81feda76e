/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_encoding_guess:
 * @bytes: text that is not valid UTF-8 and has no byte order mark
 * @len: how many
 *
 * Guesses the encoding. UTF-8 with a few damaged bytes is no text in another encoding.
 *
 * Returns: (transfer full) (nullable): its IANA name; %NULL if nothing fits, or this was built
 *   without uchardet
 */
char *quo_encoding_guess (const char *bytes, gsize len) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
