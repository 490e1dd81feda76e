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

/* Whether all of it is characters that text has, and some stand between words. Without a NUL it
 * would be text in any encoding. */
static gboolean
is_text_in (const char *bytes, gsize len, const char *encoding)
{
  g_autofree char *utf8 = memchr (bytes, '\0', len) == NULL
                              ? NULL
                              : g_convert (bytes, (gssize)len, "UTF-8", encoding, NULL, NULL, NULL);
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

/* The shortest text that is known by its characters alone. */
#define MIN_UNITS 16

/* Whether a character stands in Chinese, Japanese or Korean text without any Latin. */
static gboolean
is_east_asian (gunichar c)
{
  return (c >= 0x3000 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4)
         || (c >= 0xff00 && c < 0xfff0) || (c >= 0x2010 && c < 0x2070);
}

/* Whether all of it is such characters, with a full stop or a comma among them, whose low bytes are
 * control characters and so stand in no other text. */
static gboolean
is_east_asian_in (const char *bytes, gsize len, const char *encoding)
{
  g_autofree char *utf8 = g_convert (bytes, (gssize)len, "UTF-8", encoding, NULL, NULL, NULL);
  gboolean has_stop = FALSE;

  if (utf8 == NULL || len < 2 * MIN_UNITS)
    return FALSE;
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_east_asian (c))
        return FALSE;
      has_stop |= c == 0x3001 || c == 0x3002;
    }
  return has_stop;
}

/* The length to look at: whole units, and no half of a surrogate pair at the end. */
static gsize
cut (const char *bytes, gsize len, guint high)
{
  len = MIN (len, SHAPE_BYTES);
  return len >= 2 && ((guchar)bytes[len - 2 + high] & 0xfc) == 0xd8 ? len - 2 : len;
}

static gboolean
is_utf16 (const char *bytes, gsize len, gboolean is_little)
{
  const char *encoding = is_little ? "UTF-16LE" : "UTF-16BE";

  len = cut (bytes, len, is_little ? 1 : 0);
  return is_text_in (bytes, len, encoding) || is_east_asian_in (bytes, len, encoding);
}

/* The high bytes of what stands between words are NUL. So is the low byte of some signs of Chinese
 * ("一"), and a paragraph of Japanese may have no NUL at all: both orders are tried, the one first
 * in which more high bytes are NUL. In ASCII text with a few NULs nothing else is foreign. */
static const char *
find_utf16 (const char *bytes, gsize len)
{
  Bytes count;
  gboolean is_little;

  if (len < 4 || len % 2 != 0)
    return NULL;
  count = count_bytes (bytes, MIN (len, SHAPE_BYTES));
  if (count.n_nul[0] + count.n_nul[1] < MIN (len, SHAPE_BYTES) / 4
      && count.n_foreign < MIN (len, SHAPE_BYTES) / 8)
    return NULL;
  is_little = count.n_nul[1] >= count.n_nul[0];
  for (guint i = 0; i < 2; i++, is_little = !is_little)
    if (is_utf16 (bytes, len, is_little))
      return is_little ? "UTF-16LE" : "UTF-16BE";
  return NULL;
}

/* --- ISO-2022-JP --- */

/* Japanese in bytes below 0x80, between the escapes that switch to its characters and back. */
static gboolean
is_iso_2022_jp (const char *bytes, gsize len)
{
  const char *end = bytes + len, *open = bytes;

  while ((open = memchr (open, '\x1b', (gsize)(end - open))) != NULL)
    {
      if (end - open >= 3 && (memcmp (open, "\x1b$B", 3) == 0 || memcmp (open, "\x1b$@", 3) == 0))
        return memmem (open, (gsize)(end - open), "\x1b(", 2) != NULL;
      open++;
    }
  return FALSE;
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
