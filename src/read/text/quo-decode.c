/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to text.  The order of proof is: what the caller says, a byte order
 * mark, the shape of the bytes, valid UTF-8, a guess. */
#include "quo-config.h"

#include "quo-decode.h"

#include "quo-encoding-guess.h"
#include "quo-encoding-shape.h"
#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Text in an old encoding has next to no control characters: at most one in so many bytes. */
#define BYTES_PER_CONTROL 500

typedef struct
{
  const char *encoding;
  const char *mark;
  gsize len;
} Mark;

/* Longer marks first: UTF-32LE begins with the mark of UTF-16LE. */
static const Mark MARKS[] = {
  { "UTF-32LE", "\xff\xfe\x00\x00", 4 }, { "UTF-32BE", "\x00\x00\xfe\xff", 4 },
  { NULL, "\xef\xbb\xbf", 3 },           { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

void
quo_decoded_clear (QuoDecoded *decoded)
{
  g_clear_pointer (&decoded->utf8, g_free);
  g_clear_pointer (&decoded->encoding, g_free);
}

static gsize
count_line (const char *bytes, gsize offset)
{
  gsize line = 1;

  for (gsize i = 0; i < offset; i++)
    line += bytes[i] == '\n';
  return line;
}

static gboolean
refuse_bytes (GError **error, const char *name, const char *encoding, const char *bytes,
              gsize offset)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_ENCODING,
               _ ("%s: byte %lu (line %lu) is not valid in %s; open it with another encoding"),
               name, (gulong)offset, (gulong)count_line (bytes, offset), encoding);
  return FALSE;
}

static gboolean
refuse_binary (GError **error, const char *name)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_BINARY,
               _ ("%s is not a text file: it has NUL bytes or control characters in it; if it is "
                  "text after all, open it with its encoding"),
               name);
  return FALSE;
}

static const Mark *
find_mark (const char *bytes, gsize len)
{
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (len >= MARKS[i].len && memcmp (bytes, MARKS[i].mark, MARKS[i].len) == 0)
      return &MARKS[i];
  return NULL;
}

/* "UTF-16" leaves the order of bytes to the mark. */
static gboolean
is_family_name (const char *encoding, const Mark *mark)
{
  return mark->encoding != NULL && strlen (encoding) == strlen ("UTF-16")
         && g_ascii_strncasecmp (encoding, mark->encoding, strlen ("UTF-16")) == 0;
}

/* A mark that the conversion left at the start counts as no character. */
static void
drop_mark (QuoDecoded *decoded)
{
  static const char MARK[] = "\xef\xbb\xbf";

  if (decoded->len < 3 || memcmp (decoded->utf8, MARK, 3) != 0)
    return;
  decoded->has_bom = TRUE;
  decoded->len -= 3;
  memmove (decoded->utf8, decoded->utf8 + 3, decoded->len + 1);
}

static gboolean
is_utf8_name (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

static gboolean
take_utf8 (const char *bytes, gsize len, const char *name, QuoDecoded *ret_decoded, GError **error)
{
  const char *end;

  if (!g_utf8_validate_len (bytes, len, &end))
    return *end == '\0' ? refuse_binary (error, name)
                        : refuse_bytes (error, name, "UTF-8", bytes, (gsize)(end - bytes));
  ret_decoded->utf8 = g_strndup (bytes, len);
  ret_decoded->len = len;
  drop_mark (ret_decoded);
  return TRUE;
}

static gboolean
convert (const char *bytes, gsize len, const char *name, const char *encoding,
         QuoDecoded *ret_decoded, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize n_read = 0, n_written = 0;
  g_autofree char *utf8
      = g_convert (bytes, (gssize)len, "UTF-8", encoding, &n_read, &n_written, &local);

  if (utf8 == NULL && g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_ENCODING,
                   _ ("%s: the encoding “%s” is not known on this system; use an IANA name such as "
                      "UTF-8 or windows-1252"),
                   name, encoding);
      return FALSE;
    }
  if (utf8 == NULL || n_read < len)
    return refuse_bytes (error, name, encoding, bytes, n_read);
  if (memchr (utf8, '\0', n_written) != NULL)
    return refuse_binary (error, name);
  if (!g_utf8_validate_len (utf8, n_written, NULL)) /* beyond Unicode, which some encodings reach */
    return refuse_bytes (error, name, encoding, bytes, n_read);
  ret_decoded->utf8 = g_steal_pointer (&utf8);
  ret_decoded->len = n_written;
  ret_decoded->encoding = g_strdup (encoding);
  drop_mark (ret_decoded);
  return TRUE;
}

/* Guessing */

static gboolean
has_controls (const char *bytes, gsize len)
{
  gsize n = 0;

  for (gsize i = 0; i < len; i++)
    {
      guchar c = (guchar)bytes[i];

      if (c == '\0')
        return TRUE;
      n += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }
  return n > len / BYTES_PER_CONTROL;
}

static gboolean
decode_guessed (const char *bytes, gsize len, const char *name, QuoDecoded *ret_decoded,
                GError **error)
{
  g_autofree char *encoding = NULL;

  if (has_controls (bytes, len))
    return refuse_binary (error, name);
  encoding = quo_encoding_guess (bytes, len);
  if (encoding == NULL)
    return take_utf8 (bytes, len, name, ret_decoded, error); /* tells where it is not UTF-8 */
  if (!convert (bytes, len, name, encoding, ret_decoded, error))
    return FALSE;
  ret_decoded->is_guessed = TRUE;
  return TRUE;
}

gboolean
quo_decode (const char *bytes, gsize len, const char *name, const char *encoding,
            QuoDecoded *ret_decoded, GError **error)
{
  const Mark *mark;
  const char *shape;

  g_return_val_if_fail (bytes != NULL && ret_decoded != NULL, FALSE);
  *ret_decoded = (QuoDecoded){ 0 };
  mark = find_mark (bytes, len);
  if (encoding != NULL && mark != NULL && is_family_name (encoding, mark))
    encoding = mark->encoding;
  if (encoding != NULL)
    return is_utf8_name (encoding) ? take_utf8 (bytes, len, name, ret_decoded, error)
                                   : convert (bytes, len, name, encoding, ret_decoded, error);
  if (mark != NULL && mark->encoding != NULL)
    return convert (bytes, len, name, mark->encoding, ret_decoded, error);
  shape = mark == NULL ? quo_encoding_find_shape (bytes, len) : NULL;
  if (shape != NULL)
    {
      ret_decoded->is_guessed = convert (bytes, len, name, shape, ret_decoded, error);
      return ret_decoded->is_guessed;
    }
  if (mark != NULL || g_utf8_validate_len (bytes, len, NULL))
    return take_utf8 (bytes, len, name, ret_decoded, error);
  return decode_guessed (bytes, len, name, ret_decoded, error);
}
