/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings that are known by the shape of their bytes: nothing is guessed from what the text says.
 */
#include "quo-config.h"

#include "quo-encoding-shape.h"

#include <string.h>

/* The shape shows in the first bytes of a file or not at all. */
#define SHAPE_BYTES 4096

/* --- UTF-16 without a mark --- */

typedef struct
{
  gsize n_nul[2];  /* at even and at odd places */
  gsize n_foreign; /* neither NUL nor ASCII as text has it */
} Bytes;

static Bytes
count_bytes (const char *bytes, gsize len)
{
  Bytes count = { 0 };

  for (gsize i = 0; i < len; i++)
    {
      guchar c = (guchar)bytes[i];

      if (c == '\0')
        count.n_nul[i % 2]++;
      else
        count.n_foreign += c >= 0x7f || (c < 0x20 && strchr ("\t\n\f\r", c) == NULL);
    }
  return count;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3001 || c == 0x3002;
}

/* Whether all of it is characters that text has, and some stand between words. */
static gboolean
is_text_in (const char *bytes, gsize len, const char *encoding)
{
  g_autofree char *utf8 = g_convert (bytes, (gssize)len, "UTF-8", encoding, NULL, NULL, NULL);
  gsize n_blank = 0;

  if (utf8 == NULL)
    return FALSE;
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_blank += is_blank (c);
      if (!g_unichar_isdefined (c) || (g_unichar_iscntrl (c) && !is_blank (c) && c != '\f')
          || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return FALSE;
    }
  return n_blank > 0;
}

/* The length to look at: whole units, and no half of a surrogate pair at the end. */
static gsize
cut (const char *bytes, gsize len, guint high)
{
  len = MIN (len, SHAPE_BYTES);
  return len >= 2 && ((guchar)bytes[len - 2 + high] & 0xfc) == 0xd8 ? len - 2 : len;
}

/* The high bytes of what stands between words are NUL, and all NULs are such: they stand at even
 * places or at odd ones. In ASCII text with a few NULs nothing else is foreign. */
static const char *
find_utf16 (const char *bytes, gsize len)
{
  Bytes count;

  if (len < 4 || len % 2 != 0)
    return NULL;
  count = count_bytes (bytes, MIN (len, SHAPE_BYTES));
  if ((count.n_nul[0] == 0) == (count.n_nul[1] == 0)
      || (count.n_nul[0] + count.n_nul[1] < MIN (len, SHAPE_BYTES) / 4
          && count.n_foreign < MIN (len, SHAPE_BYTES) / 8))
    return NULL;
  if (count.n_nul[1] > 0)
    return is_text_in (bytes, cut (bytes, len, 1), "UTF-16LE") ? "UTF-16LE" : NULL;
  return is_text_in (bytes, cut (bytes, len, 0), "UTF-16BE") ? "UTF-16BE" : NULL;
}

/* --- ISO-2022-JP --- */

/* Japanese in bytes below 0x80, between the escapes that switch to its characters and back. */
static gboolean
is_iso_2022_jp (const char *bytes, gsize len)
{
  const char *open = memmem (bytes, len, "\x1b$B", 3);

  if (open == NULL)
    open = memmem (bytes, len, "\x1b$@", 3);
  return open != NULL && memmem (open, len - (gsize)(open - bytes), "\x1b(", 2) != NULL;
}

const char *
quo_encoding_find_shape (const char *bytes, gsize len)
{
  const char *utf16;

  g_return_val_if_fail (bytes != NULL, NULL);
  utf16 = find_utf16 (bytes, len);
  if (utf16 != NULL)
    return utf16;
  return is_iso_2022_jp (bytes, len) ? "ISO-2022-JP" : NULL;
}
