/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "quo-prose.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * quo_xml_parse:
 * @data: (array length=len): a document
 * @what: (nullable): the part of the file it is, for messages ("content.xml")
 *
 * Parses XML that is not to be trusted: no other file and no network is touched, entities are not
 * expanded, and the limits of libxml2 on depth (256) and sizes hold.
 *
 * Returns: (transfer full): the document; QUO_ERROR_SYNTAX with line and reason
 */
xmlDoc *quo_xml_parse (const QuoReadSource *source, const char *data, gsize len, const char *what,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first element below @node with this local name, in the order of the document; of a path
 * "head/title" the title below the head. NULL if there is none, or @node is NULL. */
xmlNode *quo_xml_find (xmlNode *node, const char *path);
/* Whether the node is an element with this local name. */
gboolean quo_xml_is (const xmlNode *node, const char *name);
/* (transfer full) (nullable): an attribute by its local name. */
char *quo_xml_dup_attribute (xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the text below a node, in one line; NULL for none. */
char *quo_xml_dup_line (xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* *@member gets the line of the node at @path, unless it has one. */
void quo_xml_take_line (char **member, xmlNode *node, const char *path);
/* The same for a date. */
void quo_xml_take_date (char **member, xmlNode *node, const char *path);

/* What an element does to the text. */
typedef enum
{
  QUO_XML_BLOCK,
  QUO_XML_LINE,
  QUO_XML_ITEM, /* a line that begins with "• " */
  QUO_XML_ROW,
  QUO_XML_CELL,
  QUO_XML_BREAK,
  QUO_XML_SPACE,
  QUO_XML_SKIP,
} QuoXmlAct;

typedef struct
{
  const char *name; /* local name; NULL ends a table */
  QuoXmlAct act;
} QuoXmlRule;

/**
 * QuoXmlRender:
 * @rules: what elements do; others do nothing
 * @text_in: (nullable): only the text of elements with this name counts
 * @hook: (nullable): may handle an element itself, then TRUE
 */
typedef struct _QuoXmlRender QuoXmlRender;
struct _QuoXmlRender
{
  const QuoXmlRule *rules;
  const char *text_in;
  gboolean (*hook) (QuoXmlRender *render, xmlNode *node);
  gpointer data;
  QuoProse *prose;
  gboolean is_silent; /* text does not count until a hook says so */
  guint n_cells;      /* cells that are open: blocks in them part words only */
};

/* Adds what is below a node. */
void quo_xml_render (QuoXmlRender *render, xmlNode *node);

G_END_DECLS
