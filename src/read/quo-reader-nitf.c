/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NITF, the News Industry Text Format of the IPTC (3.x): one story with its headline, byline and
 * dateline. */
#include "quo-config.h"

#include "quo-readers-list.h"

#include <glib/gi18n.h>
#if QUO_HAVE_LIBXML2
#include "quo-news.h"
#endif

#define HEAD 4096

static QuoSniff
sniff_nitf (const QuoReadSource *source)
{
  return quo_read_source_holds (source, "<nitf", HEAD) ? QUO_SNIFF_CONTENT : QUO_SNIFF_NO;
}

#if QUO_HAVE_LIBXML2
static gboolean
read_nitf (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (xmlDoc) document = quo_xml_parse (source, source->data, source->len, NULL, error);
  g_auto (QuoProse) prose = { 0 };

  if (document == NULL)
    return FALSE;
  quo_prose_init (&prose);
  quo_news_read_nitf (xmlDocGetRootElement (document), extract, &prose);
  extract->lang = quo_xml_dup_attribute (xmlDocGetRootElement (document), "lang");
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}
#endif

const QuoReader quo_reader_nitf = {
  .id = "nitf",
  .title = N_ ("NITF news"),
  .extensions = "nitf;xml",
  .mime_types = "application/vnd.iptc.nitf",
  .version = 1,
  .is_text = TRUE,
  .sniff = sniff_nitf,
#if QUO_HAVE_LIBXML2
  .read = read_nitf,
#else
  .needs = "libxml2",
#endif
};
