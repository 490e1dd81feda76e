/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ZIP files by libarchive, within limits. */
#include "quo-config.h"

#include "quo-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#define CHUNK (64 * 1024)

struct _QuoPackage
{
  GHashTable *entries; /* name to GByteArray, with a NUL at the end */
};

typedef struct
{
  const QuoReadSource *source;
  struct archive *archive;
  QuoPackage *package;
  gsize n_bytes;
} Unpacking;

void
quo_package_free (QuoPackage *package)
{
  g_hash_table_unref (package->entries);
  g_free (package);
}

const char *
quo_package_get (const QuoPackage *package, const char *name, gsize *ret_len)
{
  GByteArray *bytes = g_hash_table_lookup (package->entries, name);

  if (bytes == NULL)
    return NULL;
  *ret_len = bytes->len - 1;
  return (const char *)bytes->data;
}

static gboolean
fail_damaged (const Unpacking *unpacking, GError **error)
{
  const char *reason = archive_error_string (unpacking->archive);
  g_autofree char *valid = g_utf8_make_valid (reason != NULL ? reason : "", -1);

  return quo_read_source_fail (unpacking->source, error, QUO_ERROR_SYNTAX,
                               _ ("the archive is damaged or cut off (%s)"), valid);
}

static gboolean
check_limits (const Unpacking *unpacking, GError **error)
{
  if (unpacking->n_bytes > QUO_PACKAGE_MAX_BYTES)
    return quo_read_source_fail (unpacking->source, error, QUO_ERROR_TOO_LARGE,
                                 _ ("it unpacks to more than %d MB; above that it is not read"),
                                 QUO_PACKAGE_MAX_BYTES / (1024 * 1024));
  if (unpacking->n_bytes > QUO_PACKAGE_SMALL
      && unpacking->n_bytes / QUO_PACKAGE_MAX_RATIO > unpacking->source->len)
    return quo_read_source_fail (
        unpacking->source, error, QUO_ERROR_TOO_LARGE,
        _ ("it unpacks to more than %d times its size, as no office file or "
           "book does; it is not read"),
        QUO_PACKAGE_MAX_RATIO);
  return quo_read_source_go_on (unpacking->source, error);
}

static GByteArray *
unpack_entry (Unpacking *unpacking, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (unpacking->archive, chunk, CHUNK)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint)n);
      unpacking->n_bytes += (gsize)n;
      if (!check_limits (unpacking, error))
        return NULL;
    }
  if (n < 0)
    {
      fail_damaged (unpacking, error);
      return NULL;
    }
  g_byte_array_append (bytes, (const guint8 *)"", 1);
  return g_steal_pointer (&bytes);
}

static gboolean
take_entry (Unpacking *unpacking, struct archive_entry *entry,
            gboolean (*is_wanted) (const char *name), GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  GByteArray *bytes;

  if (archive_entry_is_encrypted (entry))
    return quo_read_source_fail (unpacking->source, error, QUO_ERROR_PERMISSION,
                                 _ ("it is encrypted; save it without a password"));
  if (name == NULL || !is_wanted (name) || archive_entry_filetype (entry) != AE_IFREG)
    return TRUE;
  bytes = unpack_entry (unpacking, error);
  if (bytes == NULL)
    return FALSE;
  g_hash_table_replace (unpacking->package->entries, g_strdup (name), bytes);
  return TRUE;
}

static gboolean
unpack (Unpacking *unpacking, gboolean (*is_wanted) (const char *name), GError **error)
{
  struct archive_entry *entry;
  guint n = 0;
  int code;

  while ((code = archive_read_next_header (unpacking->archive, &entry)) == ARCHIVE_OK
         || code == ARCHIVE_WARN)
    {
      if (++n > QUO_PACKAGE_MAX_ENTRIES)
        return quo_read_source_fail (unpacking->source, error, QUO_ERROR_TOO_LARGE,
                                     _ ("it has more than %d entries; above that it is not read"),
                                     QUO_PACKAGE_MAX_ENTRIES);
      if (!take_entry (unpacking, entry, is_wanted, error))
        return FALSE;
    }
  return code == ARCHIVE_EOF || fail_damaged (unpacking, error);
}

QuoPackage *
quo_package_open (const QuoReadSource *source, gboolean (*is_wanted) (const char *name),
                  GError **error)
{
  g_autoptr (QuoPackage) package = g_new0 (QuoPackage, 1);
  Unpacking unpacking = { .source = source, .package = package };
  gboolean is_open;

  package->entries
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_byte_array_unref);
  unpacking.archive = archive_read_new ();
  archive_read_support_format_zip_seekable (unpacking.archive);
  is_open = archive_read_open_memory (unpacking.archive, source->data, source->len) == ARCHIVE_OK;
  is_open = is_open ? unpack (&unpacking, is_wanted, error) : fail_damaged (&unpacking, error);
  archive_read_free (unpacking.archive);
  return is_open ? g_steal_pointer (&package) : NULL;
}
