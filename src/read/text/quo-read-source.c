/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-read-source.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const extents[] = {
  [QUO_EXTENT_ARTICLE] = "story",
  [QUO_EXTENT_PAGE] = "page",
  [QUO_EXTENT_SOURCE] = "source",
};

const char *
quo_extent_to_string (QuoExtent extent)
{
  return extents[extent];
}

gboolean
quo_extent_from_string (const char *word, QuoExtent *ret_extent)
{
  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    if (g_strcmp0 (extents[i], word) == 0)
      {
        *ret_extent = (QuoExtent)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
quo_read_source_fail (const QuoReadSource *source, GError **error, QuoError code,
                      const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, QUO_ERROR, (int)code, "%s: %s", source->name, message);
  return FALSE;
}

gboolean
quo_read_source_begins (const QuoReadSource *source, const char *magic)
{
  gsize len = strlen (magic);

  return source->len >= len && memcmp (source->data, magic, len) == 0;
}

gboolean
quo_read_source_holds (const QuoReadSource *source, const char *word, gsize n_bytes)
{
  return memmem (source->data, MIN (source->len, n_bytes), word, strlen (word)) != NULL;
}

gboolean
quo_read_source_go_on (const QuoReadSource *source, GError **error)
{
  if (!g_cancellable_is_cancelled (source->cancellable))
    return TRUE;
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, _ ("Opening was stopped"));
  return FALSE;
}

gboolean
quo_read_source_advance (const QuoReadSource *source, double share, GError **error)
{
  if (!quo_read_source_go_on (source, error))
    return FALSE;
  if (source->on_progress != NULL)
    source->on_progress (share, source->progress_data);
  return TRUE;
}
