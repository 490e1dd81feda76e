/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the bytes of a file go piece by piece, so that nobody has to hold all of them: the
 * temporary file of the saver, a buffer. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  /* Takes the next @len bytes. Returns: FALSE with an error when they could not be taken; then
   * nothing more may follow */
  gboolean (*take) (gpointer data, const char *bytes, gsize len, GError **error);
  gpointer data;
} QuoByteSink;

static inline gboolean
quo_byte_sink_take (const QuoByteSink *sink, const char *bytes, gsize len, GError **error)
{
  return sink->take (sink->data, bytes, len, error);
}

/* Makes the whole content of a file: puts it into @sink from the first byte to the last. Makes the
 * same bytes each time. Returns: FALSE with an error, its own or that of the sink */
typedef gboolean (*QuoByteSource) (const QuoByteSink *sink, gpointer data, GError **error);

G_END_DECLS
