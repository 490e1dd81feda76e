/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-word-kinds.h"

/* Arabic is written with signs above and below its letters or without them, as each paper likes:
 * أكّد, أكد and اكد are one verb. Lists hold a word as it is written there and plain, and tokens
 * are looked up plain. */

#define IS_ARABIC(byte) ((guchar)(byte) >= 0xd8 && (guchar)(byte) <= 0xdb) /* of two bytes */

/* Vowels, doubled letters and the stroke that stretches a word. */
static gboolean
is_sign (gunichar c)
{
  return (c >= 0x064b && c <= 0x0655) || c == 0x0670 || c == 0x0640;
}

/* An alef with what stands above or below it. */
static gboolean
is_alef (gunichar c)
{
  return c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671;
}

gsize
quo_word_make_plain (char *word)
{
  char *to = word;

  for (const char *from = word; *from != '\0';)
    {
      gunichar c = IS_ARABIC (*from) ? g_utf8_get_char (from) : 0;

      if (c == 0)
        *to++ = *from++;
      else
        {
          if (!is_sign (c))
            to += g_unichar_to_utf8 (is_alef (c) ? 0x0627 : c, to);
          from = g_utf8_next_char (from);
        }
    }
  *to = '\0';
  return to - word;
}
