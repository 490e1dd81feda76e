/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: the article is the file, character for character. The habits of news agencies (slugs
 * in capitals, "(more)", page breaks) are part of it. */
#include "quo-config.h"

#include "quo-decode.h"
#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* Binary files that people take for articles, and what to do with them. */
static const struct
{
  const char *magic;
  gsize len;
  const char *advice;
} BINARIES[] = {
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,
    N_ ("this is a file of an old office program (.doc, .xls, .msg) or an encrypted office file; "
        "save it as .docx or .odt without a password") },
  { "PK\x03\x04", 4,
    N_ ("this is a ZIP archive that holds no article; unpack it and open what is in it") },
};

static QuoSniff
sniff_txt (const QuoReadSource *source)
{
  return quo_reader_has_extension (&quo_reader_txt, source->extension) ? QUO_SNIFF_NAME
                                                                       : QUO_SNIFF_TEXT;
}

static const char *
find_advice (const QuoReadSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (BINARIES); i++)
    if (source->len >= BINARIES[i].len
        && memcmp (source->data, BINARIES[i].magic, BINARIES[i].len) == 0)
      return BINARIES[i].advice;
  return NULL;
}

static gboolean
read_txt (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_auto (QuoDecoded) decoded = { 0 };
  g_autoptr (GError) local = NULL;
  const char *advice;

  if (!quo_decode (source->data, source->len, source->name, source->encoding, &decoded, &local))
    {
      advice = g_error_matches (local, QUO_ERROR, QUO_ERROR_BINARY) ? find_advice (source) : NULL;
      if (advice != NULL)
        return quo_read_source_fail (source, error, QUO_ERROR_BINARY, "%s", _ (advice));
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  extract->utf8 = g_steal_pointer (&decoded.utf8);
  extract->len = decoded.len;
  extract->encoding = g_steal_pointer (&decoded.encoding);
  extract->has_bom = decoded.has_bom;
  extract->is_guessed = decoded.is_guessed;
  return TRUE;
}

const QuoReader quo_reader_txt = {
  .id = "txt",
  .title = N_ ("Text"),
  .extensions = "txt;text;asc;utf8",
  .mime_types = "text/plain",
  .is_text = TRUE,
  .sniff = sniff_txt,
  .read = read_txt,
};
