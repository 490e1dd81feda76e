/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML documents to text, by tables of what their elements do. */
#include "quo-config.h"

#include "quo-xml.h"

#include "quo-date.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

/* The text of an entity that a document declares itself, if it is no more than a word. */
#define MAX_ENTITY 200
/* Attributes of an element. The parser compares each with each, which takes a minute for 100,000.
 */
#define MAX_ATTRIBUTES 1000

static void
tell_fault (const QuoReadSource *source, const char *what, const xmlError *fault, GError **error)
{
  g_autofree char *message
      = g_utf8_make_valid (fault != NULL && fault->message != NULL ? fault->message : "", -1);

  g_strstrip (message);
  quo_read_source_fail (source, error, QUO_ERROR_SYNTAX,
                        _ ("%s is not well-formed XML (line %d: %s); it may be cut off or damaged"),
                        what != NULL ? what : _ ("the file"), fault != NULL ? fault->line : 0,
                        message);
}

/* Behind what is no tag at @p ("<!--", "<![CDATA["), or NULL if it is one. */
static const char *
skip_no_tag (const char *p, const char *end)
{
  static const char *const ends[][2]
      = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if ((gsize)(end - p) > strlen (ends[i][0]) && memcmp (p, ends[i][0], strlen (ends[i][0])) == 0)
      {
        const char *close = memmem (p, (gsize)(end - p), ends[i][1], strlen (ends[i][1]));

        return close != NULL ? close + strlen (ends[i][1]) : end;
      }
  return NULL;
}

/* Whether no tag has too many attributes: counts the signs "=" outside of values. */
static gboolean
has_few_attributes (const char *p, gsize len)
{
  const char *end = p + len;

  while (p < end && (p = memchr (p, '<', (gsize)(end - p))) != NULL)
    {
      const char *behind = skip_no_tag (p, end);
      guint n = 0;

      for (; behind == NULL && p < end && *p != '>'; p++)
        if (*p == '=' && ++n > MAX_ATTRIBUTES)
          return FALSE;
        else if (*p == '"' || *p == '\'')
          {
            p = memchr (p + 1, *p, (gsize)(end - p - 1));
            if (p == NULL)
              return TRUE;
          }
      if (behind != NULL)
        p = behind;
    }
  return TRUE;
}

xmlDoc *
quo_xml_parse (const QuoReadSource *source, const char *data, gsize len, const char *what,
               GError **error)
{
  xmlParserCtxt *context;
  xmlDoc *document = NULL;

  if (!has_few_attributes (data, len))
    {
      quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                            _ ("an element in it has more than %d attributes; it is not read"),
                            MAX_ATTRIBUTES);
      return NULL;
    }
  context = len <= G_MAXINT32 ? xmlNewParserCtxt () : NULL;
  if (context == NULL)
    {
      quo_read_source_fail (source, error, QUO_ERROR_TOO_LARGE,
                            _ ("there is not enough memory for it"));
      return NULL;
    }
  document = xmlCtxtReadMemory (context, data, (int)len, NULL, source->encoding,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                    | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      tell_fault (source, what, xmlCtxtGetLastError (context), error);
      g_clear_pointer (&document, xmlFreeDoc);
    }
  xmlFreeParserCtxt (context);
  return document;
}

gboolean
quo_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const char *)node->name, name) == 0;
}

/* The next node of a walk through what is below @top. */
static xmlNode *
step (xmlNode *node, const xmlNode *top)
{
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node == NULL || node == top ? NULL : node->next;
}

static xmlNode *
find_below (xmlNode *top, const char *name)
{
  for (xmlNode *node = top->children; node != NULL; node = step (node, top))
    if (quo_xml_is (node, name))
      return node;
  return NULL;
}

xmlNode *
quo_xml_find (xmlNode *node, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; node != NULL && names[i] != NULL; i++)
    node = find_below (node, names[i]);
  return node;
}

char *
quo_xml_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* What a text or a reference to a character says, else NULL. */
static const char *
get_text (const xmlNode *node)
{
  const xmlEntity *entity;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    return (const char *)node->content;
  if (node->type != XML_ENTITY_REF_NODE)
    return NULL;
  entity = xmlGetDocEntity (node->doc, node->name);
  if (entity == NULL || entity->content == NULL || entity->etype != XML_INTERNAL_GENERAL_ENTITY
      || strpbrk ((const char *)entity->content, "&<") != NULL
      || strlen ((const char *)entity->content) > MAX_ENTITY)
    return NULL;
  return (const char *)entity->content;
}

char *
quo_xml_dup_line (xmlNode *top)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (top == NULL)
    return NULL;
  for (xmlNode *node = top->children; node != NULL; node = step (node, top))
    {
      const char *content = get_text (node);

      if (content != NULL)
        g_string_append (text, content);
    }
  return quo_prose_dup_line (text->str);
}

void
quo_xml_take_line (char **member, xmlNode *node, const char *path)
{
  if (*member == NULL)
    *member = quo_xml_dup_line (quo_xml_find (node, path));
}

void
quo_xml_take_date (char **member, xmlNode *node, const char *path)
{
  g_autofree char *line = NULL;

  if (*member != NULL)
    return;
  line = quo_xml_dup_line (quo_xml_find (node, path));
  if (line != NULL)
    *member = quo_date_parse (line);
}

/* --- Text --- */

static const QuoXmlRule *
find_rule (const QuoXmlRender *render, const xmlNode *node)
{
  for (const QuoXmlRule *rule = render->rules; rule->name != NULL; rule++)
    if (strcmp (rule->name, (const char *)node->name) == 0)
      return rule;
  return NULL;
}

static void
render_inside (QuoXmlRender *render, xmlNode *node, QuoGap gap)
{
  if (render->n_cells > 0)
    gap = QUO_GAP_SPACE;
  quo_prose_gap (render->prose, gap);
  quo_xml_render (render, node);
  quo_prose_gap (render->prose, gap);
}

/* Blocks in it part words only. */
static void
render_cell (QuoXmlRender *render, xmlNode *node, QuoGap gap)
{
  render->n_cells++;
  quo_prose_gap (render->prose, gap);
  quo_xml_render (render, node);
  quo_prose_gap (render->prose, gap);
  render->n_cells--;
}

static void
render_row (QuoXmlRender *render, xmlNode *node)
{
  quo_prose_gap (render->prose, QUO_GAP_LINE);
  quo_xml_render (render, node);
  quo_prose_gap (render->prose, QUO_GAP_LINE);
}

static void
render_item (QuoXmlRender *render, xmlNode *node)
{
  quo_prose_gap (render->prose, QUO_GAP_LINE);
  quo_prose_add (render->prose, "•", strlen ("•"));
  render_cell (render, node, QUO_GAP_SPACE);
  quo_prose_gap (render->prose, QUO_GAP_LINE);
}

static void
render_break (QuoXmlRender *render)
{
  if (render->n_cells > 0)
    quo_prose_gap (render->prose, QUO_GAP_SPACE);
  else
    quo_prose_break (render->prose);
}

static void
obey_rule (QuoXmlRender *render, xmlNode *node, QuoXmlAct act)
{
  switch (act)
    {
    case QUO_XML_BLOCK:
      render_inside (render, node, QUO_GAP_BLOCK);
      break;
    case QUO_XML_LINE:
      render_inside (render, node, QUO_GAP_LINE);
      break;
    case QUO_XML_ITEM:
      render_item (render, node);
      break;
    case QUO_XML_ROW:
      render_row (render, node);
      break;
    case QUO_XML_CELL:
      render_cell (render, node, QUO_GAP_NONE);
      quo_prose_gap (render->prose, QUO_GAP_CELL);
      break;
    case QUO_XML_BREAK:
      render_break (render);
      break;
    case QUO_XML_SPACE:
      quo_prose_gap (render->prose, QUO_GAP_SPACE);
      break;
    case QUO_XML_SKIP:
      break;
    }
}

static void
render_element (QuoXmlRender *render, xmlNode *node)
{
  const QuoXmlRule *rule = find_rule (render, node);

  if (render->hook != NULL && render->hook (render, node))
    return;
  if (rule != NULL)
    obey_rule (render, node, rule->act);
  else
    quo_xml_render (render, node);
}

/* The parser bounds the depth. */
void
quo_xml_render (QuoXmlRender *render, xmlNode *node)
{
  gboolean has_text = render->text_in == NULL || quo_xml_is (node, render->text_in);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *text = has_text ? get_text (child) : NULL;

      if (text != NULL && !render->is_silent)
        quo_prose_add (render->prose, text, strlen (text));
      else if (child->type == XML_ELEMENT_NODE)
        render_element (render, child);
    }
}
