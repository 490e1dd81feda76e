/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-json-text.h"

char *
quo_json_text (JsonNode *node)
{
  g_autofree char *plain = json_to_string (node, FALSE);
  GString *text = g_string_new (NULL);

  /* In one line there is no control character but in strings. */
  for (const char *p = plain; *p != '\0'; p++)
    if ((guchar)*p < 0x20)
      g_string_append_printf (text, "\\u%04x", (guint)(guchar)*p);
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}
