/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML text (ECMA-376): the body with tracked changes accepted, footnotes and endnotes
 * at the end. Macros, pictures and hidden text are left out. */
#include "quo-config.h"

#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_ARCHIVE
#include "quo-docx-lists.h"
#include "quo-package.h"
#include "quo-xml.h"
#endif

static QuoSniff
sniff_docx (const QuoReadSource *source)
{
  return quo_read_source_begins (source, "PK\x03\x04")
                 && quo_read_source_holds (source, "word/document.xml", source->len)
             ? QUO_SNIFF_CONTENT
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_ARCHIVE
static const QuoXmlRule RULES[] = {
  { "tbl", QUO_XML_BLOCK },
  { "tr", QUO_XML_ROW },
  { "tc", QUO_XML_CELL },
  { "tab", QUO_XML_SPACE },
  { "br", QUO_XML_BREAK },
  { "cr", QUO_XML_BREAK },
  { "txbxContent", QUO_XML_BLOCK },
  { "del", QUO_XML_SKIP },
  { "moveFrom", QUO_XML_SKIP },
  { "pPr", QUO_XML_SKIP },
  { "rPr", QUO_XML_SKIP },
  { "sectPr", QUO_XML_SKIP },
  { "instrText", QUO_XML_SKIP },
  { "Fallback", QUO_XML_SKIP },
  { "pict", QUO_XML_SKIP },
  { "object", QUO_XML_SKIP },
  { "footnoteRef", QUO_XML_SKIP },
  { "rt", QUO_XML_SKIP },
  { NULL },
};

/* The notes of a document, in the order in which its text names them; and whether the paragraph
 * before the next one goes on in it, for the mark between them was deleted. */
typedef struct
{
  GPtrArray *ids; /* "f3", "e1" */
  QuoDocxLists *lists;
  gboolean is_in_notes;
  gboolean goes_on;
} Body;

static gboolean
is_wanted (const char *name)
{
  static const char *const names[] = { "word/document.xml",
                                       "word/footnotes.xml",
                                       "word/endnotes.xml",
                                       "word/numbering.xml",
                                       "word/styles.xml",
                                       "docProps/core.xml",
                                       NULL };

  return g_strv_contains (names, name);
}

static void
add_note_mark (QuoXmlRender *render, xmlNode *node, char kind)
{
  Body *body = render->data;
  g_autofree char *id = quo_xml_dup_attribute (node, "id");
  char mark[24];

  if (id == NULL || body->is_in_notes) /* a note in a note is none */
    return;
  g_ptr_array_add (body->ids, g_strdup_printf ("%c%s", kind, id));
  g_snprintf (mark, sizeof mark, "[%u]", body->ids->len);
  quo_prose_add (render->prose, mark, strlen (mark));
}

/* What stands in the properties of a paragraph, row or run: the first element in it, or NULL. */
static xmlNode *
get_properties (xmlNode *node, const char *name)
{
  xmlNode *child = node->children;

  while (child != NULL && child->type != XML_ELEMENT_NODE)
    child = child->next;
  return quo_xml_is (child, name) ? child : NULL;
}

/* An element with this name right below the properties, not in those of an older version. */
static gboolean
has_property (xmlNode *properties, const char *name)
{
  xmlNode *child = properties != NULL ? properties->children : NULL;

  while (child != NULL && !quo_xml_is (child, name))
    child = child->next;
  return child != NULL;
}

static void
render_paragraph (QuoXmlRender *render, xmlNode *node)
{
  Body *body = render->data;
  xmlNode *properties = get_properties (node, "pPr");
  g_autofree char *label = render->n_cells == 0 && !body->goes_on
                               ? quo_docx_lists_next (body->lists, properties)
                               : NULL;
  QuoGap gap = render->n_cells > 0 ? QUO_GAP_SPACE : label != NULL ? QUO_GAP_LINE : QUO_GAP_BLOCK;

  if (!body->goes_on)
    {
      quo_prose_gap (render->prose, gap);
      if (label != NULL)
        quo_prose_add (render->prose, label, strlen (label));
      quo_prose_gap (render->prose, label != NULL ? QUO_GAP_SPACE : QUO_GAP_NONE);
    }
  quo_xml_render (render, node);
  body->goes_on = properties != NULL && has_property (quo_xml_find (properties, "rPr"), "del");
  if (!body->goes_on)
    quo_prose_gap (render->prose, gap);
}

static gboolean
is_hidden (xmlNode *run)
{
  return has_property (get_properties (run, "rPr"), "vanish");
}

static gboolean
is_deleted_row (xmlNode *row)
{
  return has_property (get_properties (row, "trPr"), "del");
}

static gboolean
handle (QuoXmlRender *render, xmlNode *node)
{
  if (quo_xml_is (node, "p"))
    render_paragraph (render, node);
  else if (quo_xml_is (node, "footnoteReference"))
    add_note_mark (render, node, 'f');
  else if (quo_xml_is (node, "endnoteReference"))
    add_note_mark (render, node, 'e');
  else if (quo_xml_is (node, "noBreakHyphen"))
    quo_prose_add (render->prose, "-", 1);
  else
    return (quo_xml_is (node, "r") && is_hidden (node))
           || (quo_xml_is (node, "tr") && is_deleted_row (node));
  return TRUE;
}

static xmlDoc *
parse_entry (const QuoReadSource *source, const QuoPackage *package, const char *name,
             GError **error)
{
  gsize len = 0;
  const char *data = quo_package_get (package, name, &len);

  return data != NULL ? quo_xml_parse (source, data, len, name, error) : NULL;
}

/* (transfer full): ids to the notes of a document, for there may be thousands. */
static GHashTable *
list_notes (xmlDoc *document, const char *name)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *note = document != NULL ? xmlDocGetRootElement (document)->children : NULL;

  for (; note != NULL; note = note->next)
    {
      char *id = quo_xml_is (note, name) ? quo_xml_dup_attribute (note, "id") : NULL;

      if (id != NULL)
        g_hash_table_replace (notes, id, note);
    }
  return notes;
}

static void
add_note (QuoXmlRender *render, xmlNode *note, guint number)
{
  char mark[24];

  if (note == NULL)
    return;
  g_snprintf (mark, sizeof mark, "[%u] ", number);
  quo_prose_gap (render->prose, QUO_GAP_BLOCK);
  quo_prose_add (render->prose, mark, strlen (mark));
  render->n_cells++; /* its paragraphs stand in one line */
  quo_xml_render (render, note);
  render->n_cells--;
}

static void
add_notes (QuoXmlRender *render, const QuoReadSource *source, const QuoPackage *package)
{
  g_autoptr (xmlDoc) footnotes = parse_entry (source, package, "word/footnotes.xml", NULL);
  g_autoptr (xmlDoc) endnotes = parse_entry (source, package, "word/endnotes.xml", NULL);
  g_autoptr (GHashTable) feet = list_notes (footnotes, "footnote");
  g_autoptr (GHashTable) ends = list_notes (endnotes, "endnote");
  Body *body = render->data;

  body->is_in_notes = TRUE;
  body->goes_on = FALSE;
  for (guint i = 0; i < body->ids->len; i++)
    {
      const char *id = g_ptr_array_index (body->ids, i);

      add_note (render, g_hash_table_lookup (*id == 'f' ? feet : ends, id + 1), i + 1);
    }
}

static void
take_metadata (const QuoReadSource *source, const QuoPackage *package, QuoExtract *extract)
{
  g_autoptr (xmlDoc) core = parse_entry (source, package, "docProps/core.xml", NULL);
  xmlNode *root = core != NULL ? xmlDocGetRootElement (core) : NULL;

  quo_xml_take_line (&extract->title, root, "title");
  quo_xml_take_line (&extract->byline, root, "creator");
  quo_xml_take_line (&extract->lang, root, "language");
  quo_xml_take_date (&extract->published, root, "created");
}

static gboolean
read_docx (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (QuoPackage) package = quo_package_open (source, is_wanted, error);
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (xmlDoc) numbering = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  g_autoptr (QuoDocxLists) lists = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (QuoProse) prose = { 0 };
  Body body = { .ids = ids };
  QuoXmlRender render
      = { .rules = RULES, .text_in = "t", .hook = handle, .data = &body, .prose = &prose };
  gsize len;

  if (package == NULL)
    return FALSE;
  if (quo_package_get (package, "word/document.xml", &len) == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("there is no %s in it; it may be damaged"),
                                 "word/document.xml");
  document = parse_entry (source, package, "word/document.xml", error);
  if (document == NULL)
    return FALSE;
  numbering = parse_entry (source, package, "word/numbering.xml", NULL);
  styles = parse_entry (source, package, "word/styles.xml", NULL);
  lists = quo_docx_lists_new (numbering != NULL ? xmlDocGetRootElement (numbering) : NULL,
                              styles != NULL ? xmlDocGetRootElement (styles) : NULL);
  body.lists = lists;
  quo_prose_init (&prose);
  quo_xml_render (&render, xmlDocGetRootElement (document));
  add_notes (&render, source, package);
  take_metadata (source, package, extract);
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}
#endif

const QuoReader quo_reader_docx = {
  .id = "docx",
  .title = N_ ("Word document"),
  .extensions = "docx;docm;dotx",
  .mime_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document;"
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template;"
                "application/vnd.ms-word.document.macroEnabled.12",
  .version = 4,
  .sniff = sniff_docx,
#if QUO_HAVE_ARCHIVE
  .read = read_docx,
#else
  .needs = "libarchive and libxml2",
#endif
};
