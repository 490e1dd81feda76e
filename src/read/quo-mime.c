/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of e-mail, and the web pages that browsers pack like them. */
#include "quo-config.h"

#include "quo-mime.h"

#include "quo-prose.h"

#include <glib/gi18n.h>
#include <string.h>

GMimeMessage *
quo_mime_parse (const QuoReadSource *source, GError **error)
{
  GMimeStream *stream;
  GMimeParser *parser;
  GMimeMessage *message;

  g_mime_init (); /* counts its calls and may be called by every thread */
  stream = g_mime_stream_mem_new_with_buffer (source->data, source->len);
  parser = g_mime_parser_new_with_stream (stream);
  message = g_mime_parser_construct_message (parser, NULL);
  g_object_unref (parser);
  g_object_unref (stream);
  if (message == NULL || g_mime_message_get_mime_part (message) == NULL)
    {
      g_clear_object (&message);
      quo_read_source_fail (source, error, QUO_ERROR_SYNTAX, _ ("there is no message in it"));
    }
  return message;
}

GMimePart *
quo_mime_find_text (GMimeMessage *message, const char *subtype)
{
  GMimePartIter *iter = g_mime_part_iter_new (GMIME_OBJECT (message));
  GMimePart *found = NULL;

  if (g_mime_part_iter_is_valid (iter))
    do
      {
        GMimeObject *part = g_mime_part_iter_get_current (iter);
        GMimeContentType *type = g_mime_object_get_content_type (part);

        if (GMIME_IS_PART (part) && g_mime_content_type_is_type (type, "text", subtype)
            && !g_mime_part_is_attachment (GMIME_PART (part)))
          found = GMIME_PART (part);
      }
    while (found == NULL && g_mime_part_iter_next (iter));
  g_mime_part_iter_free (iter);
  return found;
}

GBytes *
quo_mime_dup_bytes (GMimePart *part)
{
  GMimeStream *stream = g_mime_stream_mem_new ();
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GByteArray *array;
  GBytes *bytes;

  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  g_byte_array_append (array, (const guint8 *)"", 1); /* a NUL, which the length does not count */
  bytes = g_bytes_new (array->data, array->len - 1);
  g_object_unref (stream);
  return bytes;
}

void
quo_mime_read_metadata (GMimeMessage *message, QuoExtract *extract)
{
  const char *subject = g_mime_message_get_subject (message);
  InternetAddressList *from = g_mime_message_get_from (message);
  GDateTime *date = g_mime_message_get_date (message);

  if (subject != NULL && extract->title == NULL)
    extract->title = quo_prose_dup_line (subject);
  if (from != NULL && internet_address_list_length (from) > 0 && extract->byline == NULL)
    {
      const char *name = internet_address_get_name (internet_address_list_get_address (from, 0));

      if (name != NULL)
        extract->byline = quo_prose_dup_line (name);
    }
  if (date != NULL && extract->published == NULL)
    extract->published = g_date_time_format_iso8601 (date);
}
