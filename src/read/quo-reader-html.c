/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages as browsers save them. */
#include "quo-config.h"

#include "quo-readers-list.h"
#include "quo-web-decode.h"
#include "quo-web.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the first tag has to be. */
#define HEAD 1024

/* With a byte order mark, or with a NUL beside its first "<". */
static gboolean
looks_like_utf16 (const QuoReadSource *source)
{
  return quo_read_source_begins (source, "\xff\xfe") || quo_read_source_begins (source, "\xfe\xff")
         || (source->len > 1
             && (memcmp (source->data, "<", 2) == 0 || memcmp (source->data, "\0<", 2) == 0));
}

static gboolean
looks_like_html (const QuoReadSource *source)
{
  static const char *const signs[] = { "<!doctype html", "<html", "<head>", "<body" };
  g_autofree char *head = g_ascii_strdown (source->data, (gssize)MIN (source->len, HEAD));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (head, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static QuoSniff
sniff_html (const QuoReadSource *source)
{
  gsize n_blank = strspn (source->data, " \t\r\n\xef\xbb\xbf");
  gboolean is_named = quo_reader_has_extension (&quo_reader_html, source->extension);

  if (quo_reader_has_extension (&quo_reader_txt, source->extension))
    return QUO_SNIFF_NO;
  if (looks_like_utf16 (source))
    return is_named ? QUO_SNIFF_NAME : QUO_SNIFF_NO;
  if (source->data[n_blank] == '<' && looks_like_html (source))
    return QUO_SNIFF_CONTENT;
  return is_named
                 && (source->data[n_blank] == '<'
                     || memchr (source->data, '\0', MIN (source->len, HEAD)) == NULL)
             ? QUO_SNIFF_NAME
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_GUMBO
static gboolean
read_html (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_auto (QuoDecoded) decoded = { 0 };

  if (!quo_web_decode (source, NULL, &decoded, error))
    return FALSE;
  extract->encoding = g_steal_pointer (&decoded.encoding);
  extract->has_bom = decoded.has_bom;
  extract->is_guessed = decoded.is_guessed;
  quo_web_extract (source, decoded.utf8, decoded.len, extract);
  return TRUE;
}
#endif

const QuoReader quo_reader_html = {
  .id = "html",
  .title = N_ ("Web page"),
  .extensions = "html;htm;xhtml;xht;shtml",
  .mime_types = "text/html;application/xhtml+xml",
  .version = 7,
  .is_text = TRUE,
  .has_page = TRUE,
  .sniff = sniff_html,
#if QUO_HAVE_GUMBO
  .read = read_html,
#else
  .needs = "gumbo",
#endif
};
