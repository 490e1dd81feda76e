/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small XML files by their elements and attributes. GMarkup knows no entities but the five of XML
 * and follows no links, so nothing in the file can make it grow. */

#include "quo-config.h"

#include "quo-xml-scan.h"

#include "quo-error.h"

gboolean
quo_xml_scan (const char *text, gsize len, const char *name, QuoXmlBegin begin, QuoXmlEnd end,
              gpointer data, GError **error)
{
  const GMarkupParser parser = { .start_element = begin, .end_element = end };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, data, NULL);
  g_autoptr (GError) local = NULL;
  int line;

  if (g_markup_parse_context_parse (context, text, (gssize)len, &local)
      && g_markup_parse_context_end_parse (context, &local))
    return TRUE;
  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, QUO_ERROR, QUO_ERROR_SYNTAX, "%s:%d: %s", name, line, local->message);
  return FALSE;
}

const char *
quo_xml_scan_get (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return values[i];
  return NULL;
}
