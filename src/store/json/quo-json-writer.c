/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buffer writer.  Strings pass eight bytes at a time as long as none of them needs an escape.
 */

#include "quo-config.h"

#include "quo-json-writer.h"

#include <math.h>

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH G_GUINT64_CONSTANT (0x8080808080808080)

/* The longest escape, \u001f. */
#define MAX_ESCAPE 6

/* Up to here whole numbers are written digit by digit; every double below has an exact decimal. */
#define MAX_PLAIN 1e15

void
quo_json_writer_init (QuoJsonWriter *writer, gsize size)
{
  writer->data = g_malloc (MAX (size, 64));
  writer->len = 0;
  writer->size = MAX (size, 64);
}

void
quo_json_writer_clear (QuoJsonWriter *writer)
{
  g_clear_pointer (&writer->data, g_free);
  writer->len = writer->size = 0;
}

void
quo_json_writer_grow (QuoJsonWriter *writer, gsize n)
{
  if (n > G_MAXSIZE / 4 || writer->len > G_MAXSIZE / 4)
    g_error ("A JSON text of %" G_GSIZE_FORMAT " bytes cannot be made", n);
  writer->size = MAX (writer->size * 2, writer->len + n);
  writer->data = g_realloc (writer->data, writer->size);
}

gboolean
quo_json_writer_drain (QuoJsonWriter *writer, const QuoByteSink *sink, GError **error)
{
  gsize len = writer->len;

  writer->len = 0;
  return quo_byte_sink_take (sink, writer->data, len, error);
}

GBytes *
quo_json_writer_finish (QuoJsonWriter *writer)
{
  gsize len = writer->len;

  writer->len = writer->size = 0;
  return g_bytes_new_take (g_steal_pointer (&writer->data), len);
}

/* Whether one of the eight bytes needs an escape.  Exact: a borrow marks a byte too many only above
 * one that is meant. */
static inline gboolean
have_escape (guint64 word)
{
  guint64 quote = word ^ (ONES * '"'), backslash = word ^ (ONES * '\\');
  guint64 control = (word - ONES * 0x20) & ~word;

  return ((control | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGH) != 0;
}

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\';
}

static char *
write_escape (char *out, guchar c)
{
  static const char hex[] = "0123456789abcdef";
  static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";

  *out++ = '\\';
  for (guint i = 0; i + 1 < sizeof shorts; i += 2)
    if (shorts[i] == (char)c)
      {
        *out++ = shorts[i + 1];
        return out;
      }
  memcpy (out, "u00", 3);
  out[3] = hex[c >> 4];
  out[4] = hex[c & 15];
  return out + 5;
}

/* Copies up to the first byte that needs an escape; gives one past the last byte written. */
static char *
copy_plain (char *out, const char **p, const char *end)
{
  const char *from = *p;
  guint64 word;

  for (; end - from >= 8; from += 8, out += 8)
    {
      memcpy (&word, from, 8);
      if (have_escape (word))
        break;
      memcpy (out, from, 8);
    }
  while (from < end && !needs_escape ((guchar)*from))
    *out++ = *from++;
  *p = from;
  return out;
}

void
quo_json_writer_string (QuoJsonWriter *writer, const char *utf8, gsize len)
{
  const char *p = utf8, *end = utf8 + len;
  char *out;

  quo_json_writer_raw (writer, "\"", 1);
  while (TRUE)
    {
      /* There is always room for the rest as it is, one escape and the closing mark. */
      if (writer->size - writer->len < (gsize)(end - p) + MAX_ESCAPE + 1)
        quo_json_writer_grow (writer, (gsize)(end - p) + MAX_ESCAPE + 1);
      out = copy_plain (writer->data + writer->len, &p, end);
      if (p == end)
        break;
      out = write_escape (out, (guchar)*p++);
      writer->len = (gsize)(out - writer->data);
    }
  *out++ = '"';
  writer->len = (gsize)(out - writer->data);
}

void
quo_json_writer_uint (QuoJsonWriter *writer, guint64 value)
{
  char digits[20];
  guint i = sizeof digits;

  do
    digits[--i] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  quo_json_writer_raw (writer, digits + i, sizeof digits - i);
}

const char *
quo_json_format_number (double value, char buffer[QUO_JSON_NUMBER_SIZE])
{
  char format[8];

  g_return_val_if_fail (isfinite (value), "0");

  if (fabs (value) < MAX_PLAIN && value == trunc (value))
    return g_ascii_formatd (buffer, QUO_JSON_NUMBER_SIZE, "%.0f", value);
  for (int n_digits = 1; n_digits <= 17; n_digits++)
    {
      g_snprintf (format, sizeof format, "%%.%dg", n_digits);
      g_ascii_formatd (buffer, QUO_JSON_NUMBER_SIZE, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return buffer;
}
