/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RSS 2 and Atom: a file with one entry is a story, one with several has a section for each. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-readers-list.h"
#include "quo-web-piece.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_LIBXML2 && QUO_HAVE_GUMBO
#include "quo-xml.h"
#endif

#define HEAD 2048

static QuoSniff
sniff_feed (const QuoReadSource *source)
{
  return quo_read_source_holds (source, "<rss", HEAD)
                 || quo_read_source_holds (source, "<feed", HEAD)
                 || quo_read_source_holds (source, "<rdf:RDF", HEAD)
                 || (quo_read_source_holds (source, "<entry", HEAD)
                     && quo_read_source_holds (source, "www.w3.org/2005/Atom", HEAD))
                 || (quo_read_source_begins (source, "<item")
                     && quo_read_source_holds (source, "<title", HEAD))
             ? QUO_SNIFF_CONTENT
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_LIBXML2 && QUO_HAVE_GUMBO
static gboolean
is_entry (const xmlNode *node)
{
  return quo_xml_is (node, "item") || quo_xml_is (node, "entry");
}

/* The longest of the elements that hold a body. */
static char *
dup_body (xmlNode *entry)
{
  static const char *const names[] = { "encoded", "content", "description", "summary", "fulltext" };
  char *longest = NULL;

  for (xmlNode *child = entry->children; child != NULL; child = child->next)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (quo_xml_is (child, names[i]))
        {
          g_autofree char *type = quo_xml_dup_attribute (child, "type");
          xmlBuffer *buffer = xmlBufferCreate ();
          xmlChar *content = NULL;
          const char *body;

          /* XHTML stands there as elements, HTML as text. */
          if (g_strcmp0 (type, "xhtml") == 0)
            xmlNodeDump (buffer, child->doc, child, 0, 0);
          else
            content = xmlNodeGetContent (child);
          body = content != NULL ? (const char *)content : (const char *)xmlBufferContent (buffer);
          if (longest == NULL || strlen (body) > strlen (longest))
            {
              g_free (longest);
              longest = g_strdup (body);
            }
          xmlFree (content);
          xmlBufferFree (buffer);
        }
  return longest;
}

static char *
dup_link (xmlNode *entry)
{
  xmlNode *link = quo_xml_find (entry, "link");
  char *href = link != NULL ? quo_xml_dup_attribute (link, "href") : NULL;

  return href != NULL ? href : quo_xml_dup_line (link);
}

static void
take_metadata (xmlNode *entry, QuoExtract *extract)
{
  quo_xml_take_line (&extract->title, entry, "title");
  quo_xml_take_line (&extract->byline, entry, "creator");
  quo_xml_take_line (&extract->byline, entry, "author/name");
  quo_xml_take_line (&extract->byline, entry, "author");
  quo_xml_take_date (&extract->published, entry, "pubDate");
  quo_xml_take_date (&extract->published, entry, "published");
  quo_xml_take_date (&extract->published, entry, "date");
  quo_xml_take_date (&extract->published, entry, "updated");
  if (extract->url == NULL)
    extract->url = dup_link (entry);
}

static void
add_entry (xmlNode *entry, QuoExtract *extract, QuoProse *prose, gboolean is_section)
{
  g_autofree char *title = quo_xml_dup_line (quo_xml_find (entry, "title"));
  g_autofree char *body = dup_body (entry);

  if (is_section)
    quo_extract_add_section (extract, title != NULL ? title : "",
                             quo_prose_tell (prose, QUO_GAP_BLOCK), 1);
  quo_prose_gap (prose, QUO_GAP_BLOCK);
  if (title != NULL)
    quo_web_add_text (title, strlen (title), prose);
  quo_prose_gap (prose, QUO_GAP_BLOCK);
  if (body != NULL)
    quo_web_add_text (body, strlen (body), prose);
}

static GPtrArray *
list_entries (xmlNode *root)
{
  GPtrArray *entries = g_ptr_array_new ();

  if (is_entry (root))
    g_ptr_array_add (entries, root);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (is_entry (child))
        g_ptr_array_add (entries, child);
      for (xmlNode *below = quo_xml_is (child, "channel") ? child->children : NULL; below != NULL;
           below = below->next)
        if (is_entry (below))
          g_ptr_array_add (entries, below);
    }
  return entries;
}

static gboolean
read_feed (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (xmlDoc) document = quo_xml_parse (source, source->data, source->len, NULL, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (QuoProse) prose = { 0 };
  xmlNode *root;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  entries = list_entries (root);
  if (entries->len == 0)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("there is no entry in this feed"));
  if (entries->len == 1)
    take_metadata (g_ptr_array_index (entries, 0), extract);
  if (!is_entry (root))
    quo_xml_take_line (entries->len == 1 ? &extract->publisher : &extract->title, root, "title");
  quo_xml_take_line (&extract->lang, root, "channel/language");
  if (extract->lang == NULL)
    extract->lang = quo_xml_dup_attribute (root, "lang");
  quo_prose_init (&prose);
  for (guint i = 0; i < entries->len; i++)
    {
      if (!quo_read_source_go_on (source, error))
        return FALSE;
      add_entry (g_ptr_array_index (entries, i), extract, &prose, entries->len > 1);
    }
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}
#endif

const QuoReader quo_reader_feed = {
  .id = "feed",
  .title = N_ ("RSS or Atom feed"),
  .extensions = "rss;atom;xml",
  .mime_types = "application/rss+xml;application/atom+xml",
  .version = 1,
  .is_text = TRUE,
  .sniff = sniff_feed,
#if QUO_HAVE_LIBXML2 && QUO_HAVE_GUMBO
  .read = read_feed,
#else
  .needs = "libxml2 or gumbo",
#endif
};
