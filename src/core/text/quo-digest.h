/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells one text from another: SHA-256 (FIPS 180-4), as sidecars and the log of changes write
 * it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QUO_SHA256_LENGTH 64 /* characters of quo_sha256(), without the NUL */

/**
 * quo_sha256:
 * @data: (nullable): @len bytes
 *
 * Returns: (transfer full): the digest in 64 lower-case hexadecimal digits
 */
char *quo_sha256 (const void *data, gsize len);

G_END_DECLS
