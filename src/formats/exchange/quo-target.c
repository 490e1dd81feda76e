/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an export goes. Files are kept as buffers until the commit, which has three passes: may
 * each file be written? write each; take back those that were written when a later one fails. */

#include "quo-config.h"

#include "quo-target.h"

#include "quo-error.h"
#include "quo-file.h"
#include "quo-link.h"
#include "quo-save.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef enum
{
  TO_FILE,
  TO_MEMORY,
  TO_NOWHERE,
} Kind;

typedef struct
{
  char *extension; /* NULL: the main file */
  GString *buffer; /* one of the three */
  GBytes *bytes;
  QuoByteSource source;
  gpointer source_data;
  char *path;        /* during the commit */
  GBytes *old;       /* what was there before it, NULL: nothing */
  gboolean is_equal; /* falls on a protected file with the same bytes: stays */
  gboolean is_written;
} File;

struct _QuoTarget
{
  Kind kind;
  gboolean is_force;
  char *path;
  GPtrArray *files;      /* of File, the main one anywhere */
  GPtrArray *protected_; /* of paths */
};

static void
file_free (gpointer data)
{
  File *file = data;

  if (file->buffer != NULL)
    g_string_free (file->buffer, TRUE);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_pointer (&file->old, g_bytes_unref);
  g_free (file->extension);
  g_free (file->path);
  g_free (file);
}

static QuoTarget *
make (Kind kind)
{
  QuoTarget *target = g_new0 (QuoTarget, 1);

  target->kind = kind;
  target->files = g_ptr_array_new_with_free_func (file_free);
  target->protected_ = g_ptr_array_new_with_free_func (g_free);
  return target;
}

QuoTarget *
quo_target_new_file (const char *path, gboolean is_force)
{
  QuoTarget *target = make (TO_FILE);

  target->path = g_strdup (path);
  target->is_force = is_force;
  return target;
}

QuoTarget *
quo_target_new_memory (void)
{
  return make (TO_MEMORY);
}

QuoTarget *
quo_target_new_nowhere (void)
{
  return make (TO_NOWHERE);
}

void
quo_target_free (QuoTarget *target)
{
  if (target == NULL)
    return;
  g_ptr_array_unref (target->files);
  g_ptr_array_unref (target->protected_);
  g_free (target->path);
  g_free (target);
}

void
quo_target_protect (QuoTarget *target, const char *path)
{
  if (path != NULL)
    g_ptr_array_add (target->protected_, g_strdup (path));
}

/* --- Buffers --- */

static File *
find_file (const QuoTarget *target, const char *extension)
{
  for (guint i = 0; i < target->files->len; i++)
    {
      File *file = g_ptr_array_index (target->files, i);

      if (g_strcmp0 (file->extension, extension) == 0)
        return file;
    }
  return NULL;
}

static File *
open_file (QuoTarget *target, const char *extension)
{
  File *file = find_file (target, extension);

  if (file == NULL)
    {
      file = g_new0 (File, 1);
      file->extension = g_strdup (extension);
      g_ptr_array_add (target->files, file);
    }
  return file;
}

GString *
quo_target_open (QuoTarget *target, const char *extension)
{
  File *file = open_file (target, extension);

  if (file->buffer == NULL)
    file->buffer = g_string_new (NULL);
  return file->buffer;
}

void
quo_target_set (QuoTarget *target, const char *extension, GBytes *bytes)
{
  File *file = open_file (target, extension);

  g_clear_pointer (&file->bytes, g_bytes_unref);
  file->bytes = g_bytes_ref (bytes);
}

void
quo_target_set_source (QuoTarget *target, const char *extension, QuoByteSource source,
                       gpointer data)
{
  File *file = open_file (target, extension);

  file->source = source;
  file->source_data = data;
}

static gboolean
append (gpointer data, const char *bytes, gsize len, GError **error)
{
  g_string_append_len (data, bytes, (gssize)len);
  return TRUE;
}

/* (transfer none): freezes the buffer. A source is asked here only where its bytes are compared or
 * wanted by somebody; it cannot fail, for a buffer takes everything. */
static GBytes *
get_bytes (File *file)
{
  if (file->bytes == NULL && file->source != NULL)
    {
      const QuoByteSink sink = { append, file->buffer = g_string_new (NULL) };
      g_autoptr (GError) error = NULL;

      if (!file->source (&sink, file->source_data, &error))
        g_warning ("%s", error->message);
    }
  if (file->bytes == NULL)
    file->bytes = g_string_free_to_bytes (g_steal_pointer (&file->buffer));
  return file->bytes;
}

GBytes *
quo_target_dup_bytes (QuoTarget *target, const char *extension)
{
  File *file = find_file (target, extension);

  return file != NULL ? g_bytes_ref (get_bytes (file)) : NULL;
}

char *
quo_target_dup_path (const QuoTarget *target, const char *extension)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  char *dot;

  if (target->kind != TO_FILE)
    return NULL;
  if (extension == NULL)
    return g_strdup (target->path);
  folder = g_path_get_dirname (target->path);
  base = g_path_get_basename (target->path);
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  name = g_strconcat (base, extension, NULL);
  return g_build_filename (folder, name, NULL);
}

/* --- The commit --- */

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat sa, sb;

  if (stat (a, &sa) == 0 && stat (b, &sb) == 0)
    return sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
  return g_str_equal (a, b);
}

static gboolean
has_bytes (const char *path, GBytes *bytes)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (path, FALSE, NULL);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  return map != NULL && g_mapped_file_get_length (map) == len
         && (len == 0 || memcmp (g_mapped_file_get_contents (map), data, len) == 0);
}

/* Looks whether the file would fall on one that must stay. */
static gboolean
look_at_protected (QuoTarget *target, File *file, GError **error)
{
  for (guint i = 0; i < target->protected_->len; i++)
    {
      const char *path = g_ptr_array_index (target->protected_, i);
      g_autofree char *name = NULL;

      if (!is_same_file (path, file->path))
        continue;
      file->is_equal = has_bytes (path, get_bytes (file));
      if (file->is_equal)
        return TRUE;
      name = g_filename_display_name (file->path);
      g_set_error (error, QUO_ERROR, QUO_ERROR_EXISTS,
                   _ ("%s: this is the article or its sidecar, which an export never overwrites; "
                      "give the output another name"),
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
look_at_place (QuoTarget *target, File *file, GError **error)
{
  g_autofree char *name = g_filename_display_name (file->path);

  if (file->is_equal || !g_file_test (file->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_file_test (file->path, G_FILE_TEST_IS_DIR))
    g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR,
                 _ ("%s: a folder has this name; give the output another name"), name);
  else if (!target->is_force)
    g_set_error (
        error, QUO_ERROR, QUO_ERROR_EXISTS,
        _ ("%s: there is a file of this name; give the output another name, or allow it to "
           "be overwritten"),
        name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
look_at_files (QuoTarget *target, GError **error)
{
  for (guint i = 0; i < target->files->len; i++)
    {
      File *file = g_ptr_array_index (target->files, i);

      g_free (file->path);
      file->path = quo_target_dup_path (target, file->extension);
      for (guint j = 0; j < i; j++)
        if (is_same_file (((File *)g_ptr_array_index (target->files, j))->path, file->path))
          {
            g_autofree char *name = g_filename_display_name (file->path);

            g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                         _ ("%s: two files would get this name; give the output another name"),
                         name);
            return FALSE;
          }
      if (!look_at_protected (target, file, error) || !look_at_place (target, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_file (File *file, gboolean is_force, GError **error)
{
  g_autoptr (GError) local = NULL;

  /* What cannot be put back is not replaced. */
  file->old = quo_file_load (file->path, G_MAXUINT64, NULL, &local);
  if (file->old == NULL && !g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (file->source != NULL && file->bytes == NULL)
    file->is_written = quo_save_from (file->path, file->source, file->source_data,
                                      is_force ? QUO_ETAG_ANY : NULL, NULL, NULL, error);
  else
    file->is_written = quo_save (file->path, get_bytes (file), is_force ? QUO_ETAG_ANY : NULL, NULL,
                                 NULL, error);
  return file->is_written;
}

/* Behind a link that led nowhere the new file goes, and the link stays. */
static void
unlink_new (const char *path)
{
  g_autofree char *target = quo_link_resolve (path, NULL);

  if (target != NULL)
    g_unlink (target);
}

/* Puts everything back as it was. What does not succeed here cannot be helped any more. */
static void
take_back (QuoTarget *target)
{
  for (guint i = 0; i < target->files->len; i++)
    {
      File *file = g_ptr_array_index (target->files, i);

      if (!file->is_written)
        continue;
      if (file->old == NULL)
        unlink_new (file->path);
      else
        quo_save (file->path, file->old, QUO_ETAG_ANY, NULL, NULL, NULL);
      file->is_written = FALSE;
    }
}

gboolean
quo_target_commit (QuoTarget *target, GError **error)
{
  if (target->kind != TO_FILE)
    return TRUE;
  if (!look_at_files (target, error))
    return FALSE;
  for (guint i = 0; i < target->files->len; i++)
    {
      File *file = g_ptr_array_index (target->files, i);

      if (!file->is_equal && !write_file (file, target->is_force, error))
        {
          take_back (target);
          return FALSE;
        }
    }
  return TRUE;
}
