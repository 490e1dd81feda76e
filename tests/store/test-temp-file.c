/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What interrupted saves leave behind, and who takes it away. */

#include "quo-config.h"

#include "save-fixture.h"

#include "quo-temp-file.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
put_old (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  save_fixture_put (path, text);
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* No process has the greatest number a process can have; the first one always lives. */
static void
test_sweep (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *living
      = g_build_filename (fixture->folder, ".rally.txt.quo.json.quo-1-b.tmp", NULL);
  g_autofree char *own = g_strdup_printf (".rally.txt.quo.json.quo-%d-c.tmp", (int)getpid ());
  g_autofree char *own_path = g_build_filename (fixture->folder, own, NULL);

  put_old (fixture->folder, ".rally.txt.quo.json.quo-2147483646-a.tmp", "dead");
  save_fixture_put (living, "living");
  save_fixture_put (own_path, "ours");
  put_old (fixture->folder, ".other.txt.quo.json.quo-2147483646-a", "of another file");
  quo_temp_file_sweep (fixture->path);
  g_assert_false (has_file (fixture->folder, ".rally.txt.quo.json.quo-2147483646-a.tmp"));
  g_assert_true (has_file (fixture->folder, ".rally.txt.quo.json.quo-1-b.tmp"));
  g_assert_true (has_file (fixture->folder, own));
  g_assert_true (has_file (fixture->folder, ".other.txt.quo.json.quo-2147483646-a"));
  g_remove (living);
  g_remove (own_path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_SAVE_TEST ("sweep", test_sweep);
  return g_test_run ();
}
