/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives made entry by entry. */

#include "quo-config.h"

#include "pack-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Room for what an archive says of one entry. */
#define HEADERS 400

static gsize
get_len (const PackEntry *entry)
{
  return entry->len > 0 ? entry->len : strlen (entry->content);
}

static void
add_entry (struct archive *archive, const PackEntry *packed)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize len = get_len (packed);

  /* The first entry tells the kind and must not be packed. */
  if (g_str_equal (packed->name, "mimetype"))
    archive_write_zip_set_compression_store (archive);
  else
    archive_write_zip_set_compression_deflate (archive);
  archive_entry_set_pathname (entry, packed->name);
  archive_entry_set_size (entry, (la_int64_t)len);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, packed->content, len), ==, (gssize)len);
  archive_entry_free (entry);
}

GBytes *
pack (const PackEntry *entries, guint n_entries)
{
  gsize size = 1 << 20, used = 0;
  char *buffer;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; i < n_entries; i++)
    size += get_len (&entries[i]) + HEADERS;
  buffer = g_malloc (size);
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_entries; i++)
    add_entry (archive, &entries[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

void
read_packed (Reading *reading, const char *name, const PackEntry *entries, guint n_entries)
{
  g_autoptr (GBytes) bytes = pack (entries, n_entries);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  reading_read (reading, name, data, (gssize)len);
}

void
fail_packed (Reading *reading, const char *name, const PackEntry *entries, guint n_entries,
             QuoError code, const char *words)
{
  g_autoptr (GBytes) bytes = pack (entries, n_entries);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  reading_fail (reading, name, data, (gssize)len, code, words);
}
