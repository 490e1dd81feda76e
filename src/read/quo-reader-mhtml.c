/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MHTML (RFC 2557): a web page with its pictures in one file, as browsers save it. */
#include "quo-config.h"

#include "quo-readers-list.h"
#include "quo-web-decode.h"
#include "quo-web.h"

#include <glib/gi18n.h>
#if QUO_HAVE_GMIME
#include "quo-mime.h"
#endif

#define HEAD 4096

static QuoSniff
sniff_mhtml (const QuoReadSource *source)
{
  if (!quo_read_source_holds (source, "multipart/related", HEAD))
    return QUO_SNIFF_NO;
  if (quo_read_source_holds (source, "Snapshot-Content-Location:", HEAD)
      || quo_read_source_holds (source, "Saved by", HEAD))
    return QUO_SNIFF_CONTENT;
  return quo_reader_has_extension (&quo_reader_mhtml, source->extension) ? QUO_SNIFF_LOOKS
                                                                         : QUO_SNIFF_NO;
}

#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
/* The address the page came from, which only this kind of file keeps. */
static char *
dup_address (GMimeMessage *message, GMimePart *part)
{
  const char *address
      = g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");

  if (address == NULL)
    address = g_mime_object_get_header (GMIME_OBJECT (part), "Content-Location");
  return address != NULL && g_str_has_prefix (address, "http") ? g_strdup (address) : NULL;
}

static gboolean
read_mhtml (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (GMimeMessage) message = quo_mime_parse (source, error);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (QuoDecoded) decoded = { 0 };
  GMimePart *part;
  QuoReadSource page = *source;

  if (message == NULL)
    return FALSE;
  part = quo_mime_find_text (message, "html");
  if (part == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("there is no web page in it"));
  bytes = quo_mime_dup_bytes (part);
  page.data = g_bytes_get_data (bytes, &page.len);
  if (page.data == NULL)
    page.data = "";
  if (!quo_web_decode (&page,
                       g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset"),
                       &decoded, error))
    return FALSE;
  extract->url = dup_address (message, part);
  quo_web_extract (&page, decoded.utf8, decoded.len, extract);
  return TRUE;
}
#endif

const QuoReader quo_reader_mhtml = {
  .id = "mhtml",
  .title = N_ ("Archived web page (MHTML)"),
  .extensions = "mhtml;mht",
  .mime_types = "application/x-mimearchive;multipart/related",
  .version = 7,
  .is_text = TRUE,
  .has_page = TRUE,
  .sniff = sniff_mhtml,
#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
  .read = read_mhtml,
#else
  .needs = "gmime or gumbo",
#endif
};
