/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-source.h"

G_BEGIN_DECLS

/**
 * QuoXml:
 *
 * Goes through an XML file piece by piece. Nothing is fetched from anywhere, entities that the file
 * declares are refused, and so is nesting of more than 200 elements.
 */
typedef struct _QuoXml QuoXml;

typedef enum
{
  QUO_XML_START, /* of an element */
  QUO_XML_END,   /* of an element; comes for an empty one too */
  QUO_XML_TEXT,  /* white space as well */
  QUO_XML_DONE,
  QUO_XML_FAULT,
} QuoXmlEvent;

/* The main file of @source, in the encoding it declares. Errors of loading; QUO_ERROR_FAILED when
 * the program was built without libxml2. */
QuoXml *quo_xml_new (QuoSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_xml_free (QuoXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoXml, quo_xml_free)

/* The next piece; QUO_XML_FAULT with QUO_ERROR_SYNTAX, with file and line. */
QuoXmlEvent quo_xml_next (QuoXml *xml, GError **error);
guint quo_xml_get_line (const QuoXml *xml);
/* Of the element: its name without a prefix, how many elements it is in. */
const char *quo_xml_get_name (const QuoXml *xml);
guint quo_xml_get_depth (const QuoXml *xml);
/* (transfer full) (nullable): the attribute of the element, by its name without a prefix. */
char *quo_xml_dup_attr (QuoXml *xml, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Calls @func with each attribute of the element, named without a prefix. */
typedef void (*QuoXmlAttrFunc) (const char *name, const char *value, gpointer data);
void quo_xml_foreach_attr (QuoXml *xml, QuoXmlAttrFunc func, gpointer data);
/* The text of QUO_XML_TEXT. */
const char *quo_xml_get_text (const QuoXml *xml);

/* Whether a file that begins so has @name as its outermost element, whatever stands before it. */
gboolean quo_xml_sniff (const char *head, const char *name);

G_END_DECLS
