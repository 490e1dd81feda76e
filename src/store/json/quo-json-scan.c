/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the ends of JSON strings and numbers.  Plain ASCII passes eight bytes at a time: a word is
 * left for the slow way only when it holds a control character, a quotation mark, a backslash or a
 * byte above 127.  Nothing is allocated and nothing is written outside `out`. */

#include "quo-config.h"

#include "quo-json-scan.h"

#include <glib/gi18n.h>
#include <string.h>

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH G_GUINT64_CONSTANT (0x8080808080808080)

/* The high bit of each byte that needs a closer look.  A borrow can mark a byte too many above the
 * first one that is meant, never one too few. */
static inline guint64
mark_special (guint64 word)
{
  guint64 quote = word ^ (ONES * '"'), backslash = word ^ (ONES * '\\');

  return ((word - ONES * 0x20) | (quote - ONES) | (backslash - ONES) | word) & HIGH;
}

static inline const char *
skip_plain (const char *p, const char *end)
{
  while (end - p >= 8)
    {
      guint64 word, special;

      memcpy (&word, p, sizeof word);
      special = mark_special (word);
      if (special != 0)
        return G_BYTE_ORDER == G_LITTLE_ENDIAN ? p + (__builtin_ctzll (special) >> 3) : p;
      p += 8;
    }
  return p;
}

static inline gboolean
is_continuation (const char *p)
{
  return ((guchar)*p & 0xc0) == 0x80;
}

guint
quo_json_utf8_length (const char *p, const char *end)
{
  guchar a = (guchar)p[0], b;
  gsize room = (gsize)(end - p);

  if (a < 0x80)
    return 1;
  if (a < 0xc2 || a > 0xf4 || room < 2 || !is_continuation (p + 1))
    return 0;
  if (a < 0xe0)
    return 2;
  b = (guchar)p[1];
  if (room < 3 || !is_continuation (p + 2))
    return 0;
  if (a < 0xf0)
    return (a == 0xe0 && b < 0xa0) || (a == 0xed && b > 0x9f) ? 0 : 3;
  if (room < 4 || !is_continuation (p + 3))
    return 0;
  return (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f) ? 0 : 4;
}

/* The four hexadecimal digits at @p, or -1. */
static int
read_hex (const char *p, const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static inline gboolean
is_high_surrogate (int unit)
{
  return unit >= 0xd800 && unit < 0xdc00;
}

static inline gboolean
is_low_surrogate (int unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

/* The code point of the \uXXXX at @p, two of them for a pair.  Gives one past it, or NULL. */
static const char *
read_unicode_escape (const char *p, const char *end, gunichar *ret_char)
{
  int unit = read_hex (p + 2, end), low;

  if (unit < 0)
    return NULL;
  *ret_char = (gunichar)unit;
  if (is_high_surrogate (unit) && end - p >= 12 && p[6] == '\\' && p[7] == 'u')
    {
      low = read_hex (p + 8, end);
      if (is_low_surrogate (low))
        {
          *ret_char = 0x10000 + (((gunichar)unit - 0xd800) << 10) + ((gunichar)low - 0xdc00);
          return p + 12;
        }
    }
  return p + 6;
}

/* Looks at the escape at @p; gives one past it, or NULL. */
static const char *
scan_escape (const char *p, const char *end, QuoJsonScan *scan)
{
  gunichar c;

  scan->has_escape = TRUE;
  if (end - p < 2)
    return NULL;
  if (p[1] != 'u')
    return p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]) != NULL ? p + 2 : NULL;
  p = read_unicode_escape (p, end, &c);
  if (p == NULL)
    return NULL;
  scan->has_nul = scan->has_nul || c == 0;
  scan->has_lone = scan->has_lone || (c >= 0xd800 && c < 0xe000);
  return p;
}

static gboolean
give_fault (QuoJsonScan *scan, const char *at, const char *fault)
{
  scan->end = at;
  scan->fault = fault;
  return FALSE;
}

/* Passes well-formed sequences of two bytes and more, counting the bytes that are not the first. */
static const char *
skip_utf8 (const char *p, const char *end, gsize *surplus)
{
  while (p < end && (guchar)*p >= 0x80)
    {
      guint length = quo_json_utf8_length (p, end);

      if (length == 0)
        break;
      *surplus += length - 1;
      p += length;
    }
  return p;
}

gboolean
quo_json_scan_string (const char *p, const char *end, QuoJsonScan *scan)
{
  const char *start = p, *next;
  gsize surplus = 0; /* bytes that are not the first of their code point */

  memset (scan, 0, sizeof *scan);
  for (p = skip_plain (p, end); p < end; p = skip_plain (p, end))
    {
      guchar c = (guchar)*p;

      if (c == '"')
        {
          scan->n_chars = (gsize)(p - start) - surplus;
          scan->end = p + 1;
          return TRUE;
        }
      if (c < 0x20)
        return give_fault (scan, p, N_ ("a control character must be escaped in a string"));
      if (c == '\\')
        {
          next = scan_escape (p, end, scan);
          if (next == NULL)
            return give_fault (scan, p, N_ ("this is no escape that JSON knows"));
          surplus += (gsize)(next - p) - 1;
          p = next;
          continue;
        }
      next = skip_utf8 (p, end, &surplus);
      if (next < end && (guchar)*next >= 0x80)
        return give_fault (scan, next, N_ ("these bytes are not UTF-8"));
      p = c < 0x80 ? p + 1 : next;
    }
  return give_fault (scan, end, N_ ("the string does not end"));
}

static inline const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

const char *
quo_json_scan_number (const char *p, const char *end, const char **ret_fault)
{
  const char *digits;

  if (p < end && *p == '-')
    p++;
  digits = p;
  p = skip_digits (p, end);
  *ret_fault = p;
  if (p == digits)
    return NULL;
  if (*digits == '0' && p - digits > 1)
    {
      *ret_fault = digits + 1;
      return NULL;
    }
  if (p < end && *p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits, end);
      *ret_fault = p;
      if (p == digits)
        return NULL;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      digits = p + 1;
      if (digits < end && (*digits == '+' || *digits == '-'))
        digits++;
      p = skip_digits (digits, end);
      *ret_fault = p;
      if (p == digits)
        return NULL;
    }
  return p;
}

/* As g_unichar_to_utf8 (), which does not promise what it makes of a surrogate. */
static char *
write_char (char *out, gunichar c)
{
  if (c < 0x80)
    *out++ = (char)c;
  else if (c < 0x800)
    {
      *out++ = (char)(0xc0 | (c >> 6));
      *out++ = (char)(0x80 | (c & 0x3f));
    }
  else if (c < 0x10000)
    {
      *out++ = (char)(0xe0 | (c >> 12));
      *out++ = (char)(0x80 | ((c >> 6) & 0x3f));
      *out++ = (char)(0x80 | (c & 0x3f));
    }
  else
    {
      *out++ = (char)(0xf0 | (c >> 18));
      *out++ = (char)(0x80 | ((c >> 12) & 0x3f));
      *out++ = (char)(0x80 | ((c >> 6) & 0x3f));
      *out++ = (char)(0x80 | (c & 0x3f));
    }
  return out;
}

static char
name_short_escape (char c)
{
  switch (c)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return c;
    }
}

char *
quo_json_unescape (const char *p, const char *end, char *out)
{
  while (p < end)
    {
      const char *stop = memchr (p, '\\', (gsize)(end - p));
      gunichar c;

      if (stop == NULL)
        stop = end;
      memcpy (out, p, (gsize)(stop - p));
      out += stop - p;
      p = stop;
      if (p == end)
        break;
      if (p[1] != 'u')
        {
          *out++ = name_short_escape (p[1]);
          p += 2;
          continue;
        }
      p = read_unicode_escape (p, end, &c);
      out = write_char (out, c);
    }
  return out;
}
