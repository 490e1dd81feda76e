/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The markup of news wires: NITF 3 (IPTC), and what of XHTML is found in NewsML-G2. */
#include "quo-config.h"

#include "quo-news.h"

#include "quo-byline.h"
#include "quo-date.h"

#include <string.h>

static const QuoXmlRule RULES[] = {
  { "p", QUO_XML_BLOCK },
  { "hl1", QUO_XML_BLOCK },
  { "hl2", QUO_XML_BLOCK },
  { "h1", QUO_XML_BLOCK },
  { "h2", QUO_XML_BLOCK },
  { "h3", QUO_XML_BLOCK },
  { "h4", QUO_XML_BLOCK },
  { "h5", QUO_XML_BLOCK },
  { "h6", QUO_XML_BLOCK },
  { "block", QUO_XML_BLOCK },
  { "bq", QUO_XML_BLOCK },
  { "blockquote", QUO_XML_BLOCK },
  { "div", QUO_XML_BLOCK },
  { "section", QUO_XML_BLOCK },
  { "article", QUO_XML_BLOCK },
  { "credit", QUO_XML_BLOCK },
  { "tagline", QUO_XML_BLOCK },
  { "pre", QUO_XML_BLOCK },
  { "nitf-table", QUO_XML_BLOCK },
  { "table", QUO_XML_BLOCK },
  { "ul", QUO_XML_BLOCK },
  { "ol", QUO_XML_BLOCK },
  { "dl", QUO_XML_BLOCK },
  { "dt", QUO_XML_LINE },
  { "dd", QUO_XML_LINE },
  { "li", QUO_XML_ITEM },
  { "tr", QUO_XML_ROW },
  { "nitf-table-summary", QUO_XML_BLOCK },
  { "td", QUO_XML_CELL },
  { "th", QUO_XML_CELL },
  { "br", QUO_XML_BREAK },
  { "hr", QUO_XML_BLOCK },
  { "media-caption", QUO_XML_BLOCK },
  { "figcaption", QUO_XML_BLOCK },
  { "figure", QUO_XML_BLOCK },
  { "caption", QUO_XML_BLOCK },
  { "head", QUO_XML_SKIP },
  { "script", QUO_XML_SKIP },
  { "style", QUO_XML_SKIP },
  { "media-producer", QUO_XML_SKIP },
  { "media-metadata", QUO_XML_SKIP },
  { "nitf-table-metadata", QUO_XML_SKIP },
  { "note", QUO_XML_SKIP },
  { NULL },
};

void
quo_news_render (xmlNode *node, QuoProse *prose)
{
  QuoXmlRender render = { .rules = RULES, .prose = prose };

  quo_prose_gap (prose, QUO_GAP_BLOCK);
  quo_xml_render (&render, node);
  quo_prose_gap (prose, QUO_GAP_BLOCK);
}

static void
take_byline (QuoExtract *extract, xmlNode *head)
{
  g_autofree char *line = NULL;

  quo_xml_take_line (&extract->byline, head, "byline/person");
  line = quo_xml_dup_line (quo_xml_find (head, "byline"));
  if (extract->byline == NULL && line != NULL)
    extract->byline = g_strdup (quo_byline_skip_by (line));
}

/* The date stands in an attribute, "norm". */
static void
take_date (QuoExtract *extract, xmlNode *node)
{
  g_autofree char *norm = node != NULL ? quo_xml_dup_attribute (node, "norm") : NULL;

  if (extract->published == NULL && norm != NULL)
    extract->published = quo_date_parse (norm);
}

void
quo_news_read_nitf (xmlNode *nitf, QuoExtract *extract, QuoProse *prose)
{
  xmlNode *head = quo_xml_find (nitf, "body.head");
  xmlNode *content = quo_xml_find (nitf, "body.content");
  xmlNode *headline = quo_xml_find (head, "hedline");

  quo_xml_take_line (&extract->title, head, "hedline/hl1");
  quo_xml_take_line (&extract->title, nitf, "head/title");
  quo_xml_take_line (&extract->dateline, head, "dateline/location");
  quo_xml_take_line (&extract->dateline, head, "dateline");
  quo_xml_take_line (&extract->publisher, head, "distributor");
  take_byline (extract, head);
  take_date (extract, quo_xml_find (nitf, "date.issue"));
  take_date (extract, quo_xml_find (head, "story.date"));
  take_date (extract, quo_xml_find (nitf, "date.release"));
  if (headline != NULL)
    quo_news_render (headline, prose);
  if (content != NULL)
    quo_news_render (content, prose);
}
