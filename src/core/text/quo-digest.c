/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-digest.h"

#if QUO_HAVE_NETTLE
#include <nettle/sha2.h>

/* Both an article's file and its text are digested before the first line is seen: nettle knows the
 * processor's own instructions for that, GLib does not, and took a tenth of the time in which a web
 * page is read. */
char *
quo_sha256 (const void *data, gsize len)
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc (QUO_SHA256_LENGTH + 1);

  sha256_init (&context);
  if (len > 0)
    sha256_update (&context, len, data);
  sha256_digest (&context, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    {
      hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
      hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
  hex[QUO_SHA256_LENGTH] = '\0';
  return hex;
}
#else
char *
quo_sha256 (const void *data, gsize len)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, len > 0 ? data : (const void *)"", len);
}
#endif
