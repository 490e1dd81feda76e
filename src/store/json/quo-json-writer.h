/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A growing buffer of JSON text.  It knows how a string and a number are spelt, and nothing of
 * commas and brackets: these the caller writes as they shall stand. */

#pragma once

#include "quo-byte-sink.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  /*< private >*/
  char *data;
  gsize len, size;
} QuoJsonWriter;

/* Makes an empty writer with room for @size bytes before it must grow. */
void quo_json_writer_init (QuoJsonWriter *writer, gsize size);
void quo_json_writer_clear (QuoJsonWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoJsonWriter, quo_json_writer_clear)

/* Gives room for at least @n more bytes. */
void quo_json_writer_grow (QuoJsonWriter *writer, gsize n);

/* Bytes as they are: punctuation, a number as it was read, a slice of a source. */
static inline void
quo_json_writer_raw (QuoJsonWriter *writer, const char *bytes, gsize len)
{
  if (writer->size - writer->len < len)
    quo_json_writer_grow (writer, len);
  memcpy (writer->data + writer->len, bytes, len);
  writer->len += len;
}

/* The same for a string literal. */
#define quo_json_writer_literal(writer, s) quo_json_writer_raw ((writer), (s), sizeof (s) - 1)

/**
 * quo_json_writer_string:
 * @utf8: (array length=len): valid UTF-8
 *
 * A string in quotation marks.  Only `"`, `\` and U+0000 to U+001F are escaped: in the short form
 * where JSON has one, else as \u00xx in lower case.
 */
void quo_json_writer_string (QuoJsonWriter *writer, const char *utf8, gsize len);

void quo_json_writer_uint (QuoJsonWriter *writer, guint64 value);

/* Gives the bytes so far away and begins anew with the room it has. What was begun before it, as a
 * place to write at, is gone. */
gboolean quo_json_writer_drain (QuoJsonWriter *writer, const QuoByteSink *sink, GError **error);

/* The bytes so far belong to the caller; the writer is empty then. */
GBytes *quo_json_writer_finish (QuoJsonWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

/* Room for every number quo_json_format_number () makes. */
#define QUO_JSON_NUMBER_SIZE 40

/**
 * quo_json_format_number:
 * @value: a finite number
 * @buffer: where to write it
 *
 * Spells a new number: the fewest significant digits (1 to 17) that read back the same, a whole
 * number without a point, in every locale.
 *
 * Returns: @buffer
 */
const char *quo_json_format_number (double value, char buffer[QUO_JSON_NUMBER_SIZE]);

G_END_DECLS
