/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How brat spells names, values and free text. */

#include "quo-config.h"

#include "quo-brat.h"

char *
quo_brat_spell_name (const char *name)
{
  GString *spelt = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_c (spelt, g_ascii_isalnum (*p) || *p == '_' || *p == '-' ? *p : '_');
  return g_string_free (spelt, FALSE);
}

char *
quo_brat_spell_value (const char *value)
{
  GString *spelt = g_string_new (NULL);
  gboolean was_space = FALSE;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (!is_space)
        g_string_append_len (spelt, p, g_utf8_next_char (p) - p);
      else if (!was_space)
        g_string_append_c (spelt, '_');
      was_space = is_space;
    }
  return g_string_free (spelt, FALSE);
}

void
quo_brat_append_note (GString *out, const char *note)
{
  for (const char *p = note; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        g_string_append_c (out, *p);
      }
}

void
quo_brat_append_column (GString *out, const char *s)
{
  for (const char *p = s; *p != '\0'; p++)
    g_string_append_c (out, (guchar)*p < 0x20 ? ' ' : *p);
}
