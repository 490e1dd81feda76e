/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-shown.h"

#include <string.h>

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE 0x2069

/* Embeddings, overrides and isolates, and their ends. */
static gboolean
is_direction_mark (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Line and paragraph separators end a line as a line feed does. */
static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

gboolean
quo_is_right_to_left (gunichar c)
{
  if (c < 0x590)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return c == 0x200f || c == 0x061c;
    }
}

static void
append_control (GString *shown, gunichar c)
{
  if (c < 0x20)
    g_string_append_unichar (shown, 0x2400 + c);
  else if (c == 0x7f)
    g_string_append_unichar (shown, 0x2421);
  else
    g_string_append_printf (shown, "⟨U+%04X⟩", c);
}

char *
quo_shown (const char *text)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  gboolean is_isolated = FALSE;

  g_return_val_if_fail (text != NULL, NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c) || is_direction_mark (c))
        append_control (shown, c);
      else
        g_string_append_unichar (shown, c);
      is_isolated = is_isolated || quo_is_right_to_left (c);
    }
  if (is_isolated)
    {
      g_string_prepend_unichar (shown, FIRST_STRONG_ISOLATE);
      g_string_append_unichar (shown, POP_ISOLATE);
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

char *
quo_shown_basename (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return quo_shown (name);
}
