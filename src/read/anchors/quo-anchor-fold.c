/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-anchor-fold.h"

#include <string.h>

static gunichar
fold_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char)c) || c < 0x20 ? ' ' : c == '`' ? '\'' : c;
  switch (c)
    {
    case 0x201c: /* “ ” „ ‟ « » */
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
      return '"';
    case 0x2018: /* ‘ ’ ‚ ‛ ‹ › ´ ʼ */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2039:
    case 0x203a:
    case 0xb4:
    case 0x2bc:
      return '\'';
    case 0x2010: /* hyphens, dashes, minus */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x200b: /* zero width space, byte order mark */
    case 0xfeff:
      return ' ';
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

/* @places (nullable): of guint32. */
static GString *
fold (const char *utf8, gsize len, GArray *places)
{
  GString *out = g_string_sized_new (len);
  gunichar last = 0;
  guint32 offset = 0;

  for (const char *p = utf8; p < utf8 + len; p = g_utf8_next_char (p), offset++)
    {
      gunichar c = fold_char (g_utf8_get_char (p));

      if (c != ' ' || last != ' ')
        {
          g_string_append_unichar (out, c);
          if (places != NULL)
            g_array_append_val (places, offset);
        }
      last = c;
    }
  if (places != NULL)
    g_array_append_val (places, offset);
  return out;
}

char *
quo_fold (const char *utf8)
{
  return g_string_free (fold (utf8, strlen (utf8), NULL), FALSE);
}

QuoFoldedText *
quo_folded_text_new (const QuoText *text)
{
  QuoFoldedText *folded = g_new (QuoFoldedText, 1);
  GString *out;
  gsize len;

  folded->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), quo_text_get_length (text));
  out = fold (quo_text_get_utf8 (text), quo_text_get_bytes (text), folded->places);
  len = out->len;
  folded->text = quo_text_new_take (g_string_free (out, FALSE), len);
  return folded;
}

void
quo_folded_text_free (QuoFoldedText *folded)
{
  if (folded == NULL)
    return;
  quo_text_unref (folded->text);
  g_array_unref (folded->places);
  g_free (folded);
}

guint32
quo_folded_text_to (const QuoFoldedText *folded, guint32 offset)
{
  guint low = 0, high = folded->places->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (folded->places, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

QuoSpan
quo_folded_text_from (const QuoFoldedText *folded, QuoSpan span)
{
  guint32 last = g_array_index (folded->places, guint32, span.end - 1);

  /* The end is after the last code point, not before what follows a run of blanks. */
  return QUO_SPAN (g_array_index (folded->places, guint32, span.start), last + 1);
}
