/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names compared by their words, without knowing what is a surname in which language. */
#include "quo-name.h"

#include <string.h>

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether the words @part, of @length bytes, stand in @name. */
static gboolean
has_words (const char *name, const char *part, gsize length)
{
  for (const char *place = name; (place = strstr (place, part)) != NULL;
       place = g_utf8_next_char (place))
    {
      gunichar after = g_utf8_get_char (place + length);
      gunichar before = place > name ? g_utf8_get_char (g_utf8_prev_char (place)) : 0;

      if (!is_letter (before) && !is_letter (after))
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_name_is_fuller (const char *name, const char *other)
{
  gsize length = strlen (other);

  return length > 0 && strlen (name) > length && has_words (name, other, length);
}

gboolean
quo_name_shares_word (const char *name, const char *other)
{
  for (const char *start = name, *end; *start != '\0'; start = end)
    {
      g_autofree char *word = NULL;

      while (*start != '\0' && !is_letter (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      for (end = start; is_letter (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);
      word = g_strndup (start, end - start);
      if (g_utf8_strlen (word, -1) > 1 && has_words (other, word, end - start))
        return TRUE;
    }
  return FALSE;
}
