/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What counts as white space in files that other programs read. */

#include "quo-config.h"

#include "quo-blank.h"

gboolean
quo_blank_is (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
  return c == 0x85 || g_unichar_isspace (c);
}

QuoSpan
quo_blank_trim (const QuoText *text, QuoSpan span)
{
  const char *start = quo_text_at (text, span.start);
  const char *end = quo_text_at (text, span.end);

  for (; start < end && quo_blank_is (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    span.start++;
  while (end > start)
    {
      end = g_utf8_prev_char (end);
      if (!quo_blank_is (g_utf8_get_char (end)))
        break;
      span.end--;
    }
  return span;
}
