/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NewsML-G2 (IPTC, 2.x): a newsItem, or the first one of a newsMessage, with its text in NITF,
 * XHTML or plain. */
#include "quo-config.h"

#include "quo-byline.h"
#include "quo-date.h"
#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_LIBXML2
#include "quo-news.h"
#endif

#define HEAD 4096

static QuoSniff
sniff_newsml (const QuoReadSource *source)
{
  return quo_read_source_holds (source, "<newsItem", HEAD)
                 || quo_read_source_holds (source, "<newsMessage", HEAD)
                 || quo_read_source_holds (source, "<NewsML", HEAD)
                 || quo_read_source_holds (source, ":newsItem", HEAD)
             ? QUO_SNIFF_CONTENT
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_LIBXML2
static void
take_metadata (xmlNode *item, QuoExtract *extract)
{
  xmlNode *meta = quo_xml_find (item, "contentMeta");
  xmlNode *language = quo_xml_find (meta, "language");
  g_autofree char *by = quo_xml_dup_line (quo_xml_find (meta, "by"));

  quo_xml_take_line (&extract->title, meta, "headline");
  quo_xml_take_line (&extract->title, item, "itemMeta/title");
  if (by != NULL)
    extract->byline = g_strdup (quo_byline_skip_by (by));
  quo_xml_take_line (&extract->byline, meta, "creator/name");
  quo_xml_take_line (&extract->dateline, meta, "dateline");
  quo_xml_take_line (&extract->dateline, meta, "located/name");
  quo_xml_take_date (&extract->published, meta, "contentCreated");
  quo_xml_take_date (&extract->published, item, "itemMeta/firstCreated");
  quo_xml_take_date (&extract->published, item, "itemMeta/versionCreated");
  quo_xml_take_line (&extract->publisher, item, "itemMeta/provider/name");
  quo_xml_take_line (&extract->publisher, meta, "infoSource/name");
  if (language != NULL)
    extract->lang = quo_xml_dup_attribute (language, "tag");
}

static gboolean
is_html (const xmlNode *node)
{
  return quo_xml_is (node, "html") || quo_xml_is (node, "body") || quo_xml_is (node, "div");
}

/* The first body of text; the others are the same in another form. */
static void
add_body (xmlNode *item, QuoExtract *extract, QuoProse *prose)
{
  xmlNode *nitf = quo_xml_find (item, "contentSet/nitf");
  xmlNode *inlined = quo_xml_find (item, "contentSet/inlineXML");
  xmlNode *body = quo_xml_find (inlined, "body");
  gsize n_before = prose->text->len;

  if (nitf != NULL)
    {
      g_auto (QuoProse) own = { 0 };

      quo_prose_init (&own);
      quo_news_read_nitf (nitf, extract, &own);
      /* Its own headline stands in it. */
      if (quo_xml_find (nitf, "hedline") != NULL)
        g_string_truncate (prose->text, 0);
      quo_prose_gap (prose, QUO_GAP_BLOCK);
      quo_prose_add_verbatim (prose, own.text->str, own.text->len);
      return;
    }
  if (inlined != NULL)
    for (xmlNode *child = inlined->children; child != NULL; child = child->next)
      if (is_html (child) || body == NULL)
        {
          quo_news_render (body != NULL ? body : inlined, prose);
          break;
        }
  if (prose->text->len == n_before && quo_xml_find (item, "contentSet/inlineData") != NULL)
    {
      g_autofree char *plain = NULL;
      xmlChar *content = xmlNodeGetContent (quo_xml_find (item, "contentSet/inlineData"));

      plain = g_strdup ((const char *)content);
      xmlFree (content);
      quo_prose_gap (prose, QUO_GAP_BLOCK);
      quo_prose_add_verbatim (prose, g_strstrip (plain), strlen (plain));
    }
}

static gboolean
read_newsml (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (xmlDoc) document = quo_xml_parse (source, source->data, source->len, NULL, error);
  g_auto (QuoProse) prose = { 0 };
  xmlNode *item;

  if (document == NULL)
    return FALSE;
  item = xmlDocGetRootElement (document);
  if (!quo_xml_is (item, "newsItem"))
    item = quo_xml_find (item, "newsItem");
  if (item == NULL)
    return quo_read_source_fail (
        source, error, QUO_ERROR_INVALID,
        _ ("there is no newsItem in it; NewsML-G2 is read, NewsML 1 is not"));
  take_metadata (item, extract);
  quo_prose_init (&prose);
  if (extract->title != NULL)
    quo_prose_add (&prose, extract->title, strlen (extract->title));
  add_body (item, extract, &prose);
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}
#endif

const QuoReader quo_reader_newsml = {
  .id = "newsml",
  .title = N_ ("NewsML-G2 news"),
  .extensions = "newsml;xml",
  .mime_types = "application/vnd.iptc.g2.newsitem+xml",
  .version = 1,
  .is_text = TRUE,
  .sniff = sniff_newsml,
#if QUO_HAVE_LIBXML2
  .read = read_newsml,
#else
  .needs = "libxml2",
#endif
};
