/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an import comes from: a file of a folder, with its siblings, or buffers. */

#include "quo-config.h"

#include "quo-source.h"

#include "quo-decode.h"
#include "quo-error.h"
#include "quo-file.h"
#include "quo-reader.h"

#include <glib/gi18n.h>
#include <string.h>

struct _QuoSource
{
  char *path;        /* of the main file; NULL in memory */
  char *name;        /* its last part, for people */
  GHashTable *files; /* name of a file to its GBytes: those that were put */
};

static QuoSource *
make (const char *path, char *name)
{
  QuoSource *source = g_new0 (QuoSource, 1);

  source->path = g_strdup (path);
  source->name = name;
  source->files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  return source;
}

QuoSource *
quo_source_new_file (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return make (absolute, g_filename_display_basename (absolute));
}

QuoSource *
quo_source_new_memory (const char *name)
{
  return make (NULL, g_strdup (name));
}

void
quo_source_free (QuoSource *source)
{
  if (source == NULL)
    return;
  g_hash_table_unref (source->files);
  g_free (source->path);
  g_free (source->name);
  g_free (source);
}

const char *
quo_source_get_name (const QuoSource *source)
{
  return source->name;
}

/* Without what follows the last point, which may be a leading one. */
static char *
cut_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);
}

char *
quo_source_dup_stem (const QuoSource *source)
{
  return cut_extension (source->name);
}

/* The name of a file in the folder of the main one. */
static char *
dup_name (const QuoSource *source, const char *sibling)
{
  g_autofree char *base
      = source->path != NULL ? g_path_get_basename (source->path) : g_strdup (source->name);
  g_autofree char *stem = NULL;

  if (sibling == NULL)
    return g_steal_pointer (&base);
  if (*sibling != '.')
    return g_strdup (sibling);
  stem = cut_extension (base);
  return g_strconcat (stem, sibling, NULL);
}

char *
quo_source_dup_path (const QuoSource *source, const char *sibling)
{
  g_autofree char *name = dup_name (source, sibling);
  g_autofree char *folder = NULL;

  if (source->path == NULL)
    return NULL;
  folder = g_path_get_dirname (source->path);
  return g_build_filename (folder, name, NULL);
}

void
quo_source_put (QuoSource *source, const char *sibling, GBytes *bytes)
{
  g_hash_table_insert (source->files, dup_name (source, sibling), g_bytes_ref (bytes));
}

gboolean
quo_source_has (QuoSource *source, const char *sibling)
{
  g_autofree char *name = dup_name (source, sibling);
  g_autofree char *path = quo_source_dup_path (source, sibling);

  return g_hash_table_contains (source->files, name)
         || (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS));
}

GBytes *
quo_source_load (QuoSource *source, const char *sibling, GError **error)
{
  g_autofree char *name = dup_name (source, sibling);
  g_autofree char *path = quo_source_dup_path (source, sibling);
  GBytes *bytes = g_hash_table_lookup (source->files, name);

  if (bytes != NULL)
    return g_bytes_ref (bytes);
  if (path != NULL)
    return quo_file_load (path, QUO_SOURCE_MAX_BYTES, NULL, error);
  g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND, _ ("%s: there is no such file"), name);
  return NULL;
}

char *
quo_source_load_text (QuoSource *source, const char *sibling, const char *encoding, gsize *ret_len,
                      GError **error)
{
  g_autofree char *name = dup_name (source, sibling);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = quo_source_load (source, sibling, error);
  g_auto (QuoDecoded) decoded = { 0 };
  gsize len;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &len);
  if (!quo_decode (data != NULL ? data : "", len, shown, encoding != NULL ? encoding : "UTF-8",
                   &decoded, error))
    return NULL;
  *ret_len = decoded.len;
  return g_steal_pointer (&decoded.utf8);
}

QuoArticle *
quo_source_make_article (const char *utf8, gsize len)
{
  g_autoptr (QuoText) text = quo_text_new_take (g_strndup (utf8, len), len);

  return quo_article_new (text);
}

QuoArticle *
quo_source_load_article (QuoSource *source, const char *sibling, GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *name = dup_name (source, sibling);
  g_autofree char *path = quo_source_dup_path (source, sibling);
  g_autofree char *utf8 = NULL;
  gsize len;

  if (path != NULL && !g_hash_table_contains (source->files, name))
    return quo_read_article (path, NULL, cancellable, error);
  utf8 = quo_source_load_text (source, sibling, NULL, &len, error);
  return utf8 != NULL ? quo_source_make_article (utf8, len) : NULL;
}
