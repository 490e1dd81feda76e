/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-mail: the text of a message, of its plain part or else of its HTML part. */
#include "quo-config.h"

#include "quo-decode.h"
#include "quo-prose.h"
#include "quo-readers-list.h"
#include "quo-web-decode.h"
#include "quo-web-piece.h"

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
/* (transfer full): without the line ends that a program put into paragraphs so that its lines stay
 * short: it leaves a blank before them (RFC 3676). */
static char *
unfold (const char *text, gboolean is_blank_extra)
{
  GString *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize len = strcspn (text, "\n"), end = len;

      while (end > 0 && text[end - 1] == '\r')
        end--;
      /* "-- " begins a signature. */
      if (text[len] == '\n' && end > 0 && text[end - 1] == ' '
          && !(end == 3 && g_str_has_prefix (text, "-- ")))
        g_string_append_len (plain, text, (gssize)(end - (is_blank_extra ? 1 : 0)));
      else
        {
          g_string_append_len (plain, text, (gssize)end);
          if (text[len] == '\n')
            g_string_append_c (plain, '\n');
        }
      text += len + (text[len] == '\n');
    }
  return g_string_free (plain, FALSE);
}

static gboolean
has_parameter (GMimePart *part, const char *name, const char *value)
{
  const char *own = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), name);

  return own != NULL && g_ascii_strcasecmp (own, value) == 0;
}

static GString *
render_plain (const QuoDecoded *decoded, GMimePart *part)
{
  g_auto (QuoProse) prose = { 0 };
  g_autofree char *text = g_strndup (decoded->utf8, decoded->len);
  g_autofree char *unfolded = NULL;

  if (has_parameter (part, "format", "flowed"))
    unfolded = unfold (text, has_parameter (part, "delsp", "yes"));
  quo_prose_init (&prose);
  quo_prose_add_verbatim (&prose, unfolded != NULL ? unfolded : text,
                          strlen (unfolded != NULL ? unfolded : text));
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
  quo_extract_take_text (extract,
                         plain != NULL ? render_plain (&decoded, part) : render_html (&decoded));
  return TRUE;
}
#endif

const QuoReader quo_reader_eml = {
  .id = "eml",
  .title = N_ ("E-mail"),
  .extensions = "eml",
  .mime_types = "message/rfc822",
  .version = 3,
  .is_text = TRUE,
  .sniff = sniff_eml,
#if QUO_HAVE_GMIME && QUO_HAVE_GUMBO
  .read = read_eml,
#else
  .needs = "gmime or gumbo",
#endif
};
