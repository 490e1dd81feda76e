/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "save-fixture.h"

#include "quo-save.h"

#include <glib/gstdio.h>
#include <string.h>

void
save_fixture_set_up (SaveFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "rally.txt.quo.json", NULL);
}

/* Removes the folder and what is left in it, which must be no temporary file. */
void
save_fixture_tear_down (SaveFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *entry;

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, entry, NULL);

      g_assert_false (g_str_has_suffix (entry, ".tmp"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

gboolean
save_fixture_save (const char *path, const char *text, const char *known, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return quo_save (path, bytes, known, NULL, NULL, error);
}

void
save_fixture_put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
save_fixture_check (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}
