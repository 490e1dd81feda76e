/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict reader of JSON, against json-glib: what passes the strict check is no trouble there.
 */
#include "fuzz.h"

#include "quo-json-reader.h"

#include <json-glib/json-glib.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  g_autoptr (GError) error = NULL;
  const char *text = (const char *)data;

  quo_json_check (text, len, "fuzz", NULL);
  if (quo_json_check_unique (text, len, "fuzz", &error))
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_true (quo_json_check (text, len, "fuzz", NULL));
      g_assert_true (json_parser_load_from_data (parser, text, (gssize)len, NULL));
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
