/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pull reader of libxml2, with everything off that reaches beyond the file. */

#include "quo-config.h"

#include "quo-xml-reader.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Below what libxml2 allows. */
#define MAX_DEPTH 200

#if QUO_HAVE_LIBXML2

#include <libxml/xmlreader.h>

struct _QuoXml
{
  GBytes *bytes;
  xmlTextReader *reader;
  char *name;        /* of the file */
  gboolean is_empty; /* the element at hand ends at once */
  char *message;     /* the first fault */
  guint line;        /* of the fault */
};

static void
on_fault (void *data, const char *message, xmlParserSeverities severity,
          xmlTextReaderLocatorPtr locator)
{
  QuoXml *xml = data;

  if (xml->message != NULL || severity != XML_PARSER_SEVERITY_ERROR)
    return;
  /* libxml2 reads ahead, and says this in other words from version to version. */
  if (strstr (message, "depth") != NULL)
    message = _ ("elements are nested too deep");
  xml->message = g_utf8_make_valid (message, -1);
  g_strchomp (xml->message);
  xml->line = (guint)MAX (xmlTextReaderLocatorLineNumber (locator), 0);
}

QuoXml *
quo_xml_new (QuoSource *source, GError **error)
{
  g_autoptr (GBytes) bytes = quo_source_load (source, NULL, error);
  const char *data;
  gsize len;
  QuoXml *xml;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &len);
  xml = g_new0 (QuoXml, 1);
  xml->bytes = g_bytes_ref (bytes);
  xml->name = g_strdup (quo_source_get_name (source));
  xml->reader = xmlReaderForMemory (data != NULL ? data : "", (int)MIN (len, G_MAXINT), NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (xml->reader == NULL)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_SYNTAX, _ ("%s: this is no XML"), xml->name);
      quo_xml_free (xml);
      return NULL;
    }
  xmlTextReaderSetErrorHandler (xml->reader, on_fault, xml);
  return xml;
}

void
quo_xml_free (QuoXml *xml)
{
  if (xml == NULL)
    return;
  g_clear_pointer (&xml->reader, xmlFreeTextReader);
  g_bytes_unref (xml->bytes);
  g_free (xml->name);
  g_free (xml->message);
  g_free (xml);
}

static QuoXmlEvent
fail (QuoXml *xml, const char *message, GError **error)
{
  guint line = xml->line > 0 ? xml->line : quo_xml_get_line (xml);

  g_set_error (error, QUO_ERROR, QUO_ERROR_SYNTAX, _ ("%s: line %u: not well-formed XML: %s"),
               xml->name, line, message);
  return QUO_XML_FAULT;
}

QuoXmlEvent
quo_xml_next (QuoXml *xml, GError **error)
{
  if (xml->is_empty)
    {
      xml->is_empty = FALSE;
      return QUO_XML_END;
    }
  for (;;)
    {
      int result = xmlTextReaderRead (xml->reader);

      if (result < 0 || xml->message != NULL)
        return fail (xml, xml->message != NULL ? xml->message : "", error);
      if (result == 0)
        return QUO_XML_DONE;
      switch (xmlTextReaderNodeType (xml->reader))
        {
        case XML_READER_TYPE_ELEMENT:
          if (quo_xml_get_depth (xml) >= MAX_DEPTH)
            return fail (xml, _ ("elements are nested too deep"), error);
          xml->is_empty = xmlTextReaderIsEmptyElement (xml->reader) == 1;
          return QUO_XML_START;
        case XML_READER_TYPE_END_ELEMENT:
          return QUO_XML_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          return QUO_XML_TEXT;
        case XML_READER_TYPE_ENTITY_REFERENCE:
          return fail (xml, _ ("entities of its own are not read"), error);
        default:
          break;
        }
    }
}

guint
quo_xml_get_line (const QuoXml *xml)
{
  const xmlNode *node = xmlTextReaderCurrentNode (xml->reader);
  long line = node != NULL ? xmlGetLineNo (node) : -1;

  /* The parser is already at the end of what it read ahead. */
  return (guint)MAX (line > 0 ? line : xmlTextReaderGetParserLineNumber (xml->reader), 0);
}

const char *
quo_xml_get_name (const QuoXml *xml)
{
  return (const char *)xmlTextReaderConstLocalName (xml->reader);
}

guint
quo_xml_get_depth (const QuoXml *xml)
{
  return (guint)MAX (xmlTextReaderDepth (xml->reader), 0);
}

void
quo_xml_foreach_attr (QuoXml *xml, QuoXmlAttrFunc func, gpointer data)
{
  if (xmlTextReaderMoveToFirstAttribute (xml->reader) != 1)
    return;
  do
    if (!xmlTextReaderIsNamespaceDecl (xml->reader))
      func ((const char *)xmlTextReaderConstLocalName (xml->reader),
            (const char *)xmlTextReaderConstValue (xml->reader), data);
  while (xmlTextReaderMoveToNextAttribute (xml->reader) == 1);
  xmlTextReaderMoveToElement (xml->reader);
}

const char *
quo_xml_get_text (const QuoXml *xml)
{
  const char *text = (const char *)xmlTextReaderConstValue (xml->reader);

  return text != NULL ? text : "";
}

#else

struct _QuoXml
{
  int unused;
};

QuoXml *
quo_xml_new (QuoSource *source, GError **error)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_FAILED,
               _ ("%s: this program was built without libxml2 and reads no XML"),
               quo_source_get_name (source));
  return NULL;
}

void
quo_xml_free (QuoXml *xml)
{
}

QuoXmlEvent
quo_xml_next (QuoXml *xml, GError **error)
{
  return QUO_XML_DONE;
}

guint
quo_xml_get_line (const QuoXml *xml)
{
  return 0;
}

const char *
quo_xml_get_name (const QuoXml *xml)
{
  return "";
}

guint
quo_xml_get_depth (const QuoXml *xml)
{
  return 0;
}

void
quo_xml_foreach_attr (QuoXml *xml, QuoXmlAttrFunc func, gpointer data)
{
}

const char *
quo_xml_get_text (const QuoXml *xml)
{
  return "";
}

#endif

typedef struct
{
  const char *name;
  char *value;
} Wanted;

static void
take_attr (const char *name, const char *value, gpointer data)
{
  Wanted *wanted = data;

  if (wanted->value == NULL && g_str_equal (name, wanted->name))
    wanted->value = g_strdup (value);
}

char *
quo_xml_dup_attr (QuoXml *xml, const char *name)
{
  Wanted wanted = { name, NULL };

  quo_xml_foreach_attr (xml, take_attr, &wanted);
  return wanted.value;
}

/* Past <?...?>, <!--...--> and <!...>. */
static const char *
skip_prolog (const char *p)
{
  for (;;)
    {
      const char *end;

      p += strspn (p, " \t\r\n");
      if (g_str_has_prefix (p, "<?"))
        end = strstr (p, "?>");
      else if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else if (g_str_has_prefix (p, "<!"))
        end = strchr (p, '>');
      else
        return p;
      if (end == NULL)
        return "";
      p = strchr (end, '>') + 1;
    }
}

gboolean
quo_xml_sniff (const char *head, const char *name)
{
  const char *p = skip_prolog (head);
  const char *colon;
  gsize len;

  if (*p++ != '<')
    return FALSE;
  len = strcspn (p, " \t\r\n/>");
  colon = memchr (p, ':', len);
  if (colon != NULL)
    {
      len -= (gsize)(colon + 1 - p);
      p = colon + 1;
    }
  return strlen (name) == len && strncmp (p, name, len) == 0;
}
