/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The safe saver: links, rights, conflicts, full disks. */

#include "quo-config.h"

#include "save-fixture.h"

#include "quo-error.h"
#include "quo-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void
check_refused (const char *path, const char *known, QuoError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_fixture_save (path, "new", known, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, ": not saved, because"));
}

static void
test_new_and_again (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *read = NULL;
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  g_autoptr (GError) error = NULL;
  gboolean was_shared = TRUE;

  g_assert_true (quo_etag_read (fixture->path, &read, NULL));
  g_assert_null (read);
  quo_save (fixture->path, one, NULL, &first, &was_shared, &error);
  g_assert_no_error (error);
  g_assert_false (was_shared);
  save_fixture_check (fixture->path, "one");
  g_assert_true (quo_etag_read (fixture->path, &read, NULL));
  g_assert_cmpstr (read, ==, first);
  quo_save (fixture->path, two, first, &second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, !=, second);
  save_fixture_check (fixture->path, "two");
}

static void
test_changed (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;

  save_fixture_put (fixture->path, "old");
  g_assert_true (quo_etag_read (fixture->path, &etag, NULL));
  save_fixture_put (fixture->path, "theirs");
  check_refused (fixture->path, etag, QUO_ERROR_CHANGED);
  check_refused (fixture->path, NULL, QUO_ERROR_EXISTS);
  save_fixture_check (fixture->path, "theirs");
  g_remove (fixture->path);
  check_refused (fixture->path, etag, QUO_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  save_fixture_put (fixture->path, "theirs");
  g_assert_true (save_fixture_save (fixture->path, "mine", QUO_ETAG_ANY, NULL));
  save_fixture_check (fixture->path, "mine");
}

static void
test_link (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);
  g_autoptr (GError) error = NULL;

  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (symlink ("rally.txt.quo.json", far), ==, 0);
  g_assert_cmpint (symlink (far, link), ==, 0);
  save_fixture_save (link, "new", QUO_ETAG_ANY, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (far, G_FILE_TEST_IS_SYMLINK));
  save_fixture_check (fixture->path, "new");
}

static void
test_link_dangling (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("rally.txt.quo.json", link), ==, 0);
  save_fixture_save (link, "new", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  save_fixture_check (fixture->path, "new");
}

static void
test_link_circle (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("other", fixture->path), ==, 0);
  g_assert_cmpint (symlink ("rally.txt.quo.json", other), ==, 0);
  g_assert_false (save_fixture_save (fixture->path, "new", QUO_ETAG_ANY, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (quo_etag_read (fixture->path, &etag, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
}

static void
test_mode (SaveFixture *fixture, gconstpointer data)
{
  struct stat st;

  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (save_fixture_save (fixture->path, "new", QUO_ETAG_ANY, NULL));
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0640);
}

static void
test_mode_new (SaveFixture *fixture, gconstpointer data)
{
  struct stat st;
  mode_t mask = umask (027);

  g_assert_true (save_fixture_save (fixture->path, "new", NULL, NULL));
  umask (mask);
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0640);
}

static void
test_hard_link (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  gboolean was_shared = FALSE;

  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_true (quo_save (fixture->path, bytes, QUO_ETAG_ANY, NULL, &was_shared, NULL));
  g_assert_true (was_shared);
  save_fixture_check (fixture->path, "new");
  save_fixture_check (other, "old");
}

static void
test_read_only_file (SaveFixture *fixture, gconstpointer data)
{
  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_PERMISSION);
  save_fixture_check (fixture->path, "old");
}

static void
test_read_only_folder (SaveFixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may write to every folder");
      return;
    }
  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_PERMISSION);
  save_fixture_check (fixture->path, "old");
}

static void
test_not_regular (SaveFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_NOT_REGULAR);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_NOT_REGULAR);
  check_refused ("/dev/null", QUO_ETAG_ANY, QUO_ERROR_NOT_REGULAR);
}

static void
test_no_folder (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "x.quo.json", NULL);

  check_refused (below, NULL, QUO_ERROR_NOT_FOUND);
  save_fixture_put (fixture->path, "a file where the folder should be");
  check_refused (below, QUO_ETAG_ANY, QUO_ERROR_NOT_FOUND);
}

/* A limit on the size of files ends a write as a full disk does: halfway. */
static void
test_full_disk (SaveFixture *fixture, gconstpointer data)
{
  struct rlimit old, low;
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  save_fixture_put (fixture->path, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low = old;
  low.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  is_saved = save_fixture_save (fixture->path, text, QUO_ETAG_ANY, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (is_saved);
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  save_fixture_check (fixture->path, "old");
}

static void
test_long_name (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *stem = g_strnfill (240, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, stem, NULL);
  g_autoptr (GError) error = NULL;

  save_fixture_save (path, "new", NULL, &error);
  g_assert_no_error (error);
  save_fixture_check (path, "new");
}

/* A file of somebody else stays theirs. */
static void
test_owner (SaveFixture *fixture, gconstpointer data)
{
  struct stat st;

  if (geteuid () != 0)
    {
      g_test_skip ("only the administrator may give files away");
      return;
    }
  save_fixture_put (fixture->path, "old");
  g_assert_cmpint (chown (fixture->path, 1234, 4321), ==, 0);
  g_assert_true (save_fixture_save (fixture->path, "new", QUO_ETAG_ANY, NULL));
  save_fixture_check (fixture->path, "new");
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_cmpuint (st.st_uid, ==, 1234);
  g_assert_cmpuint (st.st_gid, ==, 4321);
}

/* What is made while it is written: in pieces; and what fails half way leaves the old file, and no
 * other (tear_down). */
static gboolean
give_pieces (const QuoByteSink *sink, gpointer data, GError **error)
{
  const gboolean *must_fail = data;

  if (!quo_byte_sink_take (sink, "one ", 4, error) || !quo_byte_sink_take (sink, "", 0, error)
      || !quo_byte_sink_take (sink, "two", 3, error))
    return FALSE;
  if (*must_fail)
    g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, "no more");
  return !*must_fail;
}

static void
test_pieces (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL, *now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean must_fail = FALSE;

  quo_save_from (fixture->path, give_pieces, &must_fail, NULL, &etag, NULL, &error);
  g_assert_no_error (error);
  save_fixture_check (fixture->path, "one two");
  g_assert_true (quo_etag_read (fixture->path, &now, NULL));
  g_assert_cmpstr (etag, ==, now);
  save_fixture_put (fixture->path, "old");
  must_fail = TRUE;
  g_assert_false (
      quo_save_from (fixture->path, give_pieces, &must_fail, QUO_ETAG_ANY, NULL, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
  save_fixture_check (fixture->path, "old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_SAVE_TEST ("new-and-again", test_new_and_again);
  ADD_SAVE_TEST ("changed", test_changed);
  ADD_SAVE_TEST ("link", test_link);
  ADD_SAVE_TEST ("link-dangling", test_link_dangling);
  ADD_SAVE_TEST ("link-circle", test_link_circle);
  ADD_SAVE_TEST ("mode", test_mode);
  ADD_SAVE_TEST ("mode-new", test_mode_new);
  ADD_SAVE_TEST ("hard-link", test_hard_link);
  ADD_SAVE_TEST ("read-only-file", test_read_only_file);
  ADD_SAVE_TEST ("read-only-folder", test_read_only_folder);
  ADD_SAVE_TEST ("not-regular", test_not_regular);
  ADD_SAVE_TEST ("no-folder", test_no_folder);
  ADD_SAVE_TEST ("full-disk", test_full_disk);
  ADD_SAVE_TEST ("long-name", test_long_name);
  ADD_SAVE_TEST ("owner", test_owner);
  ADD_SAVE_TEST ("pieces", test_pieces);
  return g_test_run ();
}
