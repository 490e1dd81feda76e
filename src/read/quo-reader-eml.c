/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-mail: the text of a message, of its plain part or else of its HTML part. */
#include "quo-config.h"

#include "quo-decode.h"
#include "quo-prose.h"
#include "quo-readers-list.h"
#include "quo-web-decode.h"
#include "quo-web.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_GMIME
#include "quo-mime.h"
#endif

#define HEAD 4096

static QuoSniff
sniff_eml (const QuoReadSource *source)
{
  return quo_reader_has_extension (&quo_reader_eml, source->extension)
                 && (quo_read_source_holds (source, "\nFrom:", HEAD)
                     || quo_read_source_begins (source, "From")
                     || quo_read_source_holds (source, "\nSubject:", HEAD)
                     || quo_read_source_begins (source, "Subject:"))
             ? QUO_SNIFF_LOOKS
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
static GString *
render_plain (const QuoDecoded *decoded)
{
  g_auto (QuoProse) prose = { 0 };
  g_autofree char *text = g_strndup (decoded->utf8, decoded->len);

  quo_prose_init (&prose);
  quo_prose_add_verbatim (&prose, text, strlen (text));
  return quo_prose_finish (&prose);
}

static GString *
render_html (const QuoDecoded *decoded)
{
  g_auto (QuoProse) prose = { 0 };

  quo_prose_init (&prose);
  quo_web_add_text (decoded->utf8, decoded->len, &prose);
  return quo_prose_finish (&prose);
}

static gboolean
read_eml (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (GMimeMessage) message = quo_mime_parse (source, error);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (QuoDecoded) decoded = { 0 };
  GMimePart *plain, *part;
  QuoReadSource inner = *source;

  if (message == NULL)
    return FALSE;
  plain = quo_mime_find_text (message, "plain");
  part = plain != NULL ? plain : quo_mime_find_text (message, "html");
  if (part == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 _ ("there is no text in this message"));
  bytes = quo_mime_dup_bytes (part);
  inner.data = g_bytes_get_data (bytes, &inner.len);
  if (inner.data == NULL)
    inner.data = "";
  if (!quo_web_decode (&inner,
                       g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset"),
                       &decoded, error))
    return FALSE;
  quo_mime_read_metadata (message, extract);
  quo_extract_take_text (extract, plain != NULL ? render_plain (&decoded) : render_html (&decoded));
  return TRUE;
}
#endif

const QuoReader quo_reader_eml = {
  .id = "eml",
  .title = N_ ("E-mail"),
  .extensions = "eml",
  .mime_types = "message/rfc822",
  .version = 1,
  .is_text = TRUE,
  .sniff = sniff_eml,
#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
  .read = read_eml,
#else
  .needs = "gmime or gumbo",
#endif
};
