/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument text (ISO 26300), packed or as one XML file: tracked changes accepted, notes at the
 * end, comments left out. */
#include "quo-config.h"

#include "quo-list-number.h"
#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#if QUO_HAVE_ARCHIVE
#include "quo-package.h"
#include "quo-xml.h"
#endif

#define HEAD 4096

static gboolean
is_flat (const QuoReadSource *source)
{
  return quo_read_source_holds (source, "<office:document", HEAD)
         && quo_read_source_holds (source, "opendocument", HEAD);
}

static QuoSniff
sniff_odt (const QuoReadSource *source)
{
  if (quo_read_source_begins (source, "PK\x03\x04")
      && quo_read_source_holds (source, "application/vnd.oasis.opendocument.text", 200))
    return QUO_SNIFF_CONTENT;
  return is_flat (source) ? QUO_SNIFF_CONTENT : QUO_SNIFF_NO;
}

#if QUO_HAVE_ARCHIVE
static const QuoXmlRule RULES[] = {
  { "p", QUO_XML_BLOCK },
  { "h", QUO_XML_BLOCK },
  { "table", QUO_XML_BLOCK },
  { "table-row", QUO_XML_ROW },
  { "table-cell", QUO_XML_CELL },
  { "tab", QUO_XML_SPACE },
  { "s", QUO_XML_SPACE },
  { "line-break", QUO_XML_BREAK },
  { "tracked-changes", QUO_XML_SKIP },
  { "annotation", QUO_XML_SKIP },
  { "sequence-decls", QUO_XML_SKIP },
  { "variable-decls", QUO_XML_SKIP },
  { "user-field-decls", QUO_XML_SKIP },
  { "forms", QUO_XML_SKIP },
  { "note-citation", QUO_XML_SKIP },
  { "table-of-content-source", QUO_XML_SKIP },
  { "illustration-index-source", QUO_XML_SKIP },
  { "table-index-source", QUO_XML_SKIP },
  { "object-index-source", QUO_XML_SKIP },
  { "user-index-source", QUO_XML_SKIP },
  { "alphabetical-index-source", QUO_XML_SKIP },
  { "bibliography-source", QUO_XML_SKIP },
  { "binary-data", QUO_XML_SKIP },
  { "ruby-text", QUO_XML_SKIP },
  { "desc", QUO_XML_SKIP },
  { "title", QUO_XML_SKIP },
  { "script", QUO_XML_SKIP },
  { "covered-table-cell", QUO_XML_SKIP },
  { NULL },
};

static gboolean
is_wanted (const char *name)
{
  static const char *const names[]
      = { "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", NULL };

  return g_strv_contains (names, name);
}

/* What is known while a text is read. */
typedef struct
{
  GPtrArray *notes;        /* in the order in which the text names them */
  GHashTable *hidden;      /* names of the styles of text that does not show */
  GHashTable *deletions;   /* ids of changes */
  GHashTable *list_styles; /* names to elements */
  GHashTable *numbers;     /* of the last items, by the element of their level */
  GArray *lists;           /* (element-type xmlNode*): styles of those that are open, or NULL */
  gboolean is_in_notes;
} Body;

/* Adds the styles below a node whose text does not show. */
static void
list_hidden (xmlNode *styles, GHashTable *hidden)
{
  for (xmlNode *style = styles != NULL ? styles->children : NULL; style != NULL;
       style = style->next)
    {
      xmlNode *properties
          = quo_xml_is (style, "style") ? quo_xml_find (style, "text-properties") : NULL;
      g_autofree char *display
          = properties != NULL ? quo_xml_dup_attribute (properties, "display") : NULL;
      char *name = g_strcmp0 (display, "none") == 0 ? quo_xml_dup_attribute (style, "name") : NULL;

      if (name != NULL)
        g_hash_table_add (hidden, name);
    }
}

static gboolean
is_hidden (const Body *body, xmlNode *node)
{
  g_autofree char *style = quo_xml_dup_attribute (node, "style-name");

  return style != NULL && g_hash_table_contains (body->hidden, style);
}

/* Adds the ids of the changes that took text away. */
static void
list_deletions (xmlNode *changes, GHashTable *deletions)
{
  for (xmlNode *region = changes != NULL ? changes->children : NULL; region != NULL;
       region = region->next)
    {
      char *id = quo_xml_is (region, "changed-region") && quo_xml_find (region, "deletion") != NULL
                     ? quo_xml_dup_attribute (region, "id")
                     : NULL;

      if (id != NULL)
        g_hash_table_add (deletions, id);
    }
}

/* Files as one XML file have text that was deleted in its place, between two marks. */
static void
obey_change (QuoXmlRender *render, xmlNode *node)
{
  Body *body = render->data;
  g_autofree char *id = quo_xml_dup_attribute (node, "change-id");

  if (id != NULL && g_hash_table_contains (body->deletions, id))
    render->is_silent = quo_xml_is (node, "change-start");
}

/* --- Lists --- */

static void
list_list_styles (xmlNode *styles, GHashTable *list_styles)
{
  for (xmlNode *style = styles != NULL ? styles->children : NULL; style != NULL;
       style = style->next)
    {
      char *name = quo_xml_is (style, "list-style") ? quo_xml_dup_attribute (style, "name") : NULL;

      if (name != NULL)
        g_hash_table_replace (list_styles, name, style);
    }
}

static guint
get_number (xmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *value = quo_xml_dup_attribute (node, name);

  return value != NULL ? (guint)CLAMP (atoi (value), 0, 99999) : otherwise;
}

/* What a style says of the innermost list that is open, if its items are numbered; or NULL. */
static xmlNode *
find_level (const Body *body)
{
  xmlNode *style = g_array_index (body->lists, xmlNode *, body->lists->len - 1);

  for (xmlNode *level = style != NULL ? style->children : NULL; level != NULL; level = level->next)
    if (quo_xml_is (level, "list-level-style-number")
        && get_number (level, "level", 0) == body->lists->len)
      {
        g_autofree char *format = quo_xml_dup_attribute (level, "num-format");

        return format != NULL && *format != '\0' ? level : NULL;
      }
  return NULL;
}

/* A list within a list has the style of the outer one if it has none of its own. */
static void
render_list (QuoXmlRender *render, xmlNode *node)
{
  Body *body = render->data;
  g_autofree char *name = quo_xml_dup_attribute (node, "style-name");
  g_autofree char *goes_on = quo_xml_dup_attribute (node, "continue-numbering");
  g_autofree char *other = quo_xml_dup_attribute (node, "continue-list");
  xmlNode *style = name != NULL ? g_hash_table_lookup (body->list_styles, name)
                   : body->lists->len > 0
                       ? g_array_index (body->lists, xmlNode *, body->lists->len - 1)
                       : NULL;
  xmlNode *level;
  QuoGap gap = render->n_cells > 0 ? QUO_GAP_SPACE : QUO_GAP_BLOCK;

  g_array_append_val (body->lists, style);
  level = find_level (body);
  if (level != NULL && g_strcmp0 (goes_on, "true") != 0 && other == NULL)
    g_hash_table_remove (body->numbers, level);
  quo_prose_gap (render->prose, gap);
  quo_xml_render (render, node);
  quo_prose_gap (render->prose, gap);
  g_array_set_size (body->lists, body->lists->len - 1);
}

/* (transfer full): "3." or "•". */
static GString *
next_label (Body *body, xmlNode *item)
{
  xmlNode *level = body->lists->len > 0 ? find_level (body) : NULL;
  GString *label = g_string_new (NULL);
  g_autofree char *format = level != NULL ? quo_xml_dup_attribute (level, "num-format") : NULL;
  g_autofree char *prefix = level != NULL ? quo_xml_dup_attribute (level, "num-prefix") : NULL;
  g_autofree char *suffix = level != NULL ? quo_xml_dup_attribute (level, "num-suffix") : NULL;
  gpointer last;
  guint number;

  if (level == NULL)
    return g_string_append (label, "•");
  number = g_hash_table_lookup_extended (body->numbers, level, NULL, &last)
               ? GPOINTER_TO_UINT (last) + 1
               : get_number (level, "start-value", 1);
  number = get_number (item, "start-value", number);
  g_hash_table_insert (body->numbers, level, GUINT_TO_POINTER (number));
  g_string_append (label, prefix != NULL ? prefix : "");
  quo_list_append_number (label, *format, number);
  return g_string_append (label, suffix != NULL ? suffix : "");
}

static void
render_item (QuoXmlRender *render, xmlNode *node)
{
  g_autoptr (GString) label = next_label (render->data, node);

  quo_prose_gap (render->prose, QUO_GAP_LINE);
  quo_prose_add (render->prose, label->str, label->len);
  quo_prose_gap (render->prose, QUO_GAP_SPACE);
  render->n_cells++; /* its paragraphs stand in one line */
  quo_xml_render (render, node);
  render->n_cells--;
  quo_prose_gap (render->prose, QUO_GAP_LINE);
}

static gboolean
handle_list (QuoXmlRender *render, xmlNode *node)
{
  if (quo_xml_is (node, "list"))
    render_list (render, node);
  else if (quo_xml_is (node, "list-item"))
    render_item (render, node);
  else
    return FALSE;
  return TRUE;
}

/* --- The text --- */

/* Collects the notes; leaves out what is hidden. */
static gboolean
handle (QuoXmlRender *render, xmlNode *node)
{
  Body *body = render->data;
  char mark[24];

  if (quo_xml_is (node, "span") || quo_xml_is (node, "p"))
    return is_hidden (body, node);
  if (handle_list (render, node))
    return TRUE;
  if (quo_xml_is (node, "change-start") || quo_xml_is (node, "change-end"))
    obey_change (render, node);
  if (!quo_xml_is (node, "note") || body->is_in_notes)
    return FALSE;
  g_ptr_array_add (body->notes, node);
  g_snprintf (mark, sizeof mark, "[%u]", body->notes->len);
  quo_prose_add (render->prose, mark, strlen (mark));
  return TRUE;
}

static void
add_notes (QuoXmlRender *render)
{
  Body *body = render->data;
  const GPtrArray *notes = body->notes;

  body->is_in_notes = TRUE;
  render->n_cells++; /* the paragraphs of a note stand in one line */
  for (guint i = 0; i < notes->len; i++)
    {
      char mark[24];

      g_snprintf (mark, sizeof mark, "[%u] ", i + 1);
      quo_prose_gap (render->prose, QUO_GAP_BLOCK);
      quo_prose_add (render->prose, mark, strlen (mark));
      quo_xml_render (render, g_ptr_array_index (notes, i));
    }
}

static void
take_metadata (xmlNode *root, QuoExtract *extract)
{
  xmlNode *meta = quo_xml_find (root, "meta");

  quo_xml_take_line (&extract->title, meta, "title");
  quo_xml_take_line (&extract->byline, meta, "initial-creator");
  quo_xml_take_line (&extract->byline, meta, "creator");
  quo_xml_take_line (&extract->lang, meta, "language");
  quo_xml_take_date (&extract->published, meta, "creation-date");
  quo_xml_take_date (&extract->published, meta, "date");
}

/* @named_styles: what holds them, or NULL. */
static gboolean
read_body (const QuoReadSource *source, xmlNode *root, xmlNode *named_styles, QuoExtract *extract,
           GError **error)
{
  xmlNode *text = quo_xml_find (root, "body/text");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (QuoProse) prose = { 0 };
  g_autoptr (GHashTable) deletions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) list_styles
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (xmlNode *));
  Body body = { .notes = notes,
                .hidden = hidden,
                .deletions = deletions,
                .list_styles = list_styles,
                .numbers = numbers,
                .lists = lists };
  QuoXmlRender render = { .rules = RULES, .hook = handle, .data = &body, .prose = &prose };

  if (text == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("it is no text document; save it as .odt or .txt"));
  list_hidden (quo_xml_find (named_styles, "styles"), hidden);
  list_hidden (quo_xml_find (root, "automatic-styles"), hidden);
  list_list_styles (quo_xml_find (named_styles, "styles"), list_styles);
  list_list_styles (quo_xml_find (root, "automatic-styles"), list_styles);
  list_deletions (quo_xml_find (text, "tracked-changes"), deletions);
  quo_prose_init (&prose);
  quo_xml_render (&render, text);
  render.is_silent = FALSE;
  add_notes (&render);
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}

static gboolean
read_packed (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (QuoPackage) package = quo_package_open (source, is_wanted, error);
  g_autoptr (xmlDoc) content = NULL;
  g_autoptr (xmlDoc) meta = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  const char *data;
  gsize len = 0;

  if (package == NULL)
    return FALSE;
  data = quo_package_get (package, "META-INF/manifest.xml", &len);
  if (data != NULL && strstr (data, "encryption-data") != NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_PERMISSION,
                                 _ ("it is encrypted; save it without a password"));
  data = quo_package_get (package, "content.xml", &len);
  if (data == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("there is no %s in it; it may be damaged"), "content.xml");
  content = quo_xml_parse (source, data, len, "content.xml", error);
  if (content == NULL)
    return FALSE;
  data = quo_package_get (package, "meta.xml", &len);
  if (data != NULL && (meta = quo_xml_parse (source, data, len, "meta.xml", NULL)) != NULL)
    take_metadata (xmlDocGetRootElement (meta), extract);
  data = quo_package_get (package, "styles.xml", &len);
  styles = data != NULL ? quo_xml_parse (source, data, len, "styles.xml", NULL) : NULL;
  return read_body (source, xmlDocGetRootElement (content),
                    styles != NULL ? xmlDocGetRootElement (styles) : NULL, extract, error);
}

static gboolean
read_odt (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;

  if (!is_flat (source))
    return read_packed (source, extract, error);
  document = quo_xml_parse (source, source->data, source->len, NULL, error);
  if (document == NULL)
    return FALSE;
  take_metadata (xmlDocGetRootElement (document), extract);
  return read_body (source, xmlDocGetRootElement (document), xmlDocGetRootElement (document),
                    extract, error);
}
#endif

const QuoReader quo_reader_odt = {
  .id = "odt",
  .title = N_ ("OpenDocument text"),
  .extensions = "odt;fodt;ott",
  .mime_types = "application/vnd.oasis.opendocument.text;"
                "application/vnd.oasis.opendocument.text-flat-xml;"
                "application/vnd.oasis.opendocument.text-template",
  .version = 5,
  .sniff = sniff_odt,
#if QUO_HAVE_ARCHIVE
  .read = read_odt,
#else
  .needs = "libarchive and libxml2",
#endif
};
