/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML text (ECMA-376): the body with tracked changes accepted, footnotes and endnotes
 * at the end. Macros, pictures and hidden text are left out. */
#include "quo-config.h"

#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_ARCHIVE
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
  { "tbl", QUO_XML_BLOCK },         { "tr", QUO_XML_ROW },           { "tc", QUO_XML_CELL },
  { "tab", QUO_XML_SPACE },         { "br", QUO_XML_BREAK },         { "cr", QUO_XML_BREAK },
  { "txbxContent", QUO_XML_BLOCK }, { "del", QUO_XML_SKIP },         { "moveFrom", QUO_XML_SKIP },
  { "pPr", QUO_XML_SKIP },          { "rPr", QUO_XML_SKIP },         { "sectPr", QUO_XML_SKIP },
  { "instrText", QUO_XML_SKIP },    { "Fallback", QUO_XML_SKIP },    { "pict", QUO_XML_SKIP },
  { "object", QUO_XML_SKIP },       { "footnoteRef", QUO_XML_SKIP }, { NULL },
};

/* The notes of a document, in the order in which its text names them. */
typedef struct
{
  GPtrArray *ids; /* "f3", "e1" */
} Notes;

static gboolean
is_wanted (const char *name)
{
  static const char *const names[] = { "word/document.xml", "word/footnotes.xml",
                                       "word/endnotes.xml", "docProps/core.xml", NULL };

  return g_strv_contains (names, name);
}

static void
add_note_mark (QuoXmlRender *render, xmlNode *node, char kind)
{
  Notes *notes = render->data;
  g_autofree char *id = quo_xml_dup_attribute (node, "id");
  char mark[24];

  if (id == NULL || notes == NULL)
    return;
  g_ptr_array_add (notes->ids, g_strdup_printf ("%c%s", kind, id));
  g_snprintf (mark, sizeof mark, "[%u]", notes->ids->len);
  quo_prose_add (render->prose, mark, strlen (mark));
}

/* An item of a list says so in the properties of its paragraph. */
static gboolean
is_item (xmlNode *paragraph)
{
  xmlNode *properties = paragraph->children;

  while (properties != NULL && !quo_xml_is (properties, "pPr"))
    properties = properties->next;
  return properties != NULL && quo_xml_find (properties, "numPr") != NULL;
}

static void
render_paragraph (QuoXmlRender *render, xmlNode *node)
{
  gboolean is_in_list = is_item (node) && render->n_cells == 0;
  QuoGap gap = render->n_cells > 0 ? QUO_GAP_SPACE : is_in_list ? QUO_GAP_LINE : QUO_GAP_BLOCK;

  quo_prose_gap (render->prose, gap);
  if (is_in_list)
    quo_prose_add (render->prose, "• ", strlen ("• "));
  quo_xml_render (render, node);
  quo_prose_gap (render->prose, gap);
}

static gboolean
is_hidden (xmlNode *run)
{
  xmlNode *properties = run->children;

  return quo_xml_is (properties, "rPr") && quo_xml_find (properties, "vanish") != NULL;
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
    return quo_xml_is (node, "r") && is_hidden (node);
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

static void
add_note (QuoXmlRender *render, xmlDoc *document, const char *name, const char *id, guint number)
{
  xmlNode *note = document != NULL ? xmlDocGetRootElement (document)->children : NULL;

  for (; note != NULL; note = note->next)
    {
      g_autofree char *own = quo_xml_is (note, name) ? quo_xml_dup_attribute (note, "id") : NULL;
      char mark[24];

      if (g_strcmp0 (own, id) != 0)
        continue;
      g_snprintf (mark, sizeof mark, "[%u] ", number);
      quo_prose_gap (render->prose, QUO_GAP_BLOCK);
      quo_prose_add (render->prose, mark, strlen (mark));
      render->n_cells++; /* its paragraphs stand in one line */
      quo_xml_render (render, note);
      render->n_cells--;
      return;
    }
}

static void
add_notes (QuoXmlRender *render, const QuoReadSource *source, const QuoPackage *package,
           const Notes *notes)
{
  g_autoptr (xmlDoc) footnotes = parse_entry (source, package, "word/footnotes.xml", NULL);
  g_autoptr (xmlDoc) endnotes = parse_entry (source, package, "word/endnotes.xml", NULL);

  render->data = NULL; /* a note in a note is none */
  for (guint i = 0; i < notes->ids->len; i++)
    {
      const char *id = g_ptr_array_index (notes->ids, i);

      if (*id == 'f')
        add_note (render, footnotes, "footnote", id + 1, i + 1);
      else
        add_note (render, endnotes, "endnote", id + 1, i + 1);
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
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (QuoProse) prose = { 0 };
  Notes notes = { ids };
  QuoXmlRender render
      = { .rules = RULES, .text_in = "t", .hook = handle, .data = &notes, .prose = &prose };
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
  quo_prose_init (&prose);
  quo_xml_render (&render, xmlDocGetRootElement (document));
  add_notes (&render, source, package, &notes);
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
  .version = 1,
  .sniff = sniff_docx,
#if QUO_HAVE_ARCHIVE
  .read = read_docx,
#else
  .needs = "libarchive and libxml2",
#endif
};
