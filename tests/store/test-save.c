/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The safe saver: links, rights, conflicts, full disks. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "rally.txt.quo.json", NULL);
}

/* Removes the folder and what is left in it, which must be no temporary file. */
static void
tear_down (Fixture *fixture, gconstpointer data)
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

static gboolean
save_text (const char *path, const char *text, const char *known, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return quo_save (path, bytes, known, NULL, NULL, error);
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
check_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
check_refused (const char *path, const char *known, QuoError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_text (path, "new", known, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, ": not saved, because"));
}

static void
test_new_and_again (Fixture *fixture, gconstpointer data)
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
  check_content (fixture->path, "one");
  g_assert_true (quo_etag_read (fixture->path, &read, NULL));
  g_assert_cmpstr (read, ==, first);
  quo_save (fixture->path, two, first, &second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, !=, second);
  check_content (fixture->path, "two");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;

  put (fixture->path, "old");
  g_assert_true (quo_etag_read (fixture->path, &etag, NULL));
  put (fixture->path, "theirs");
  check_refused (fixture->path, etag, QUO_ERROR_CHANGED);
  check_refused (fixture->path, NULL, QUO_ERROR_EXISTS);
  check_content (fixture->path, "theirs");
  g_remove (fixture->path);
  check_refused (fixture->path, etag, QUO_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  put (fixture->path, "theirs");
  g_assert_true (save_text (fixture->path, "mine", QUO_ETAG_ANY, NULL));
  check_content (fixture->path, "mine");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);
  g_autoptr (GError) error = NULL;

  put (fixture->path, "old");
  g_assert_cmpint (symlink ("rally.txt.quo.json", far), ==, 0);
  g_assert_cmpint (symlink (far, link), ==, 0);
  save_text (link, "new", QUO_ETAG_ANY, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (far, G_FILE_TEST_IS_SYMLINK));
  check_content (fixture->path, "new");
}

static void
test_link_dangling (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("rally.txt.quo.json", link), ==, 0);
  save_text (link, "new", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  check_content (fixture->path, "new");
}

static void
test_link_circle (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("other", fixture->path), ==, 0);
  g_assert_cmpint (symlink ("rally.txt.quo.json", other), ==, 0);
  g_assert_false (save_text (fixture->path, "new", QUO_ETAG_ANY, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (quo_etag_read (fixture->path, &etag, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  struct stat st;

  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (save_text (fixture->path, "new", QUO_ETAG_ANY, NULL));
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0640);
}

static void
test_mode_new (Fixture *fixture, gconstpointer data)
{
  struct stat st;
  mode_t mask = umask (027);

  g_assert_true (save_text (fixture->path, "new", NULL, NULL));
  umask (mask);
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0640);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  gboolean was_shared = FALSE;

  put (fixture->path, "old");
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_true (quo_save (fixture->path, bytes, QUO_ETAG_ANY, NULL, &was_shared, NULL));
  g_assert_true (was_shared);
  check_content (fixture->path, "new");
  check_content (other, "old");
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_PERMISSION);
  check_content (fixture->path, "old");
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may write to every folder");
      return;
    }
  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  check_refused (fixture->path, QUO_ETAG_ANY, QUO_ERROR_PERMISSION);
  check_content (fixture->path, "old");
}

static void
test_not_regular (Fixture *fixture, gconstpointer data)
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
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "x.quo.json", NULL);

  check_refused (below, NULL, QUO_ERROR_NOT_FOUND);
  put (fixture->path, "a file where the folder should be");
  check_refused (below, QUO_ETAG_ANY, QUO_ERROR_NOT_FOUND);
}

/* A limit on the size of files ends a write as a full disk does: halfway. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit old, low;
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  put (fixture->path, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low = old;
  low.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  is_saved = save_text (fixture->path, text, QUO_ETAG_ANY, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (is_saved);
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  check_content (fixture->path, "old");
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stem = g_strnfill (240, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, stem, NULL);
  g_autoptr (GError) error = NULL;

  save_text (path, "new", NULL, &error);
  g_assert_no_error (error);
  check_content (path, "new");
}

static void
put_old (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  put (path, text);
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* No process has the greatest number a process can have; the first one always lives. */
static void
test_sweep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *living
      = g_build_filename (fixture->folder, ".rally.txt.quo.json.quo-1-b.tmp", NULL);
  g_autofree char *own = g_strdup_printf (".rally.txt.quo.json.quo-%d-c.tmp", (int)getpid ());
  g_autofree char *own_path = g_build_filename (fixture->folder, own, NULL);

  put_old (fixture->folder, ".rally.txt.quo.json.quo-2147483646-a.tmp", "dead");
  put (living, "living");
  put (own_path, "ours");
  put_old (fixture->folder, ".other.txt.quo.json.quo-2147483646-a", "of another file");
  quo_save_sweep (fixture->path);
  g_assert_false (has_file (fixture->folder, ".rally.txt.quo.json.quo-2147483646-a.tmp"));
  g_assert_true (has_file (fixture->folder, ".rally.txt.quo.json.quo-1-b.tmp"));
  g_assert_true (has_file (fixture->folder, own));
  g_assert_true (has_file (fixture->folder, ".other.txt.quo.json.quo-2147483646-a"));
  g_remove (living);
  g_remove (own_path);
}

/* --- Several savers at once --- */

#define N_SAVERS 4
#define N_ROUNDS 100

/* Adds 1 to the number in the file, N_ROUNDS times, beginning again at each conflict. */
static gpointer
count_up (gpointer path)
{
  for (guint done = 0; done < N_ROUNDS;)
    {
      g_autofree char *etag = NULL, *text = NULL, *next = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (quo_etag_read (path, &etag, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      next = g_strdup_printf ("%d", atoi (text) + 1);
      if (save_text (path, next, etag, &error))
        done++;
      else
        g_assert_error (error, QUO_ERROR, QUO_ERROR_CHANGED);
    }
  return NULL;
}

static void
test_savers_at_once (Fixture *fixture, gconstpointer data)
{
  GThread *threads[N_SAVERS];
  g_autofree char *expected = g_strdup_printf ("%d", N_SAVERS * N_ROUNDS);

  put (fixture->path, "0");
  for (guint i = 0; i < N_SAVERS; i++)
    threads[i] = g_thread_new ("saver", count_up, fixture->path);
  for (guint i = 0; i < N_SAVERS; i++)
    g_thread_join (threads[i]);
  check_content (fixture->path, expected);
}

/* What another program writes between the look at the file and the exchange of the names, after
 * which no further exchange succeeds; NULL: nothing happens. */
static const char *rival;
static guint n_exchanges;

int
renameat2 (int from_dir, const char *from, int to_dir, const char *to, unsigned int flags)
{
  if (rival != NULL && ++n_exchanges == 1)
    put (to, rival);
  else if (rival != NULL)
    {
      errno = EIO;
      return -1;
    }
  return (int)syscall (SYS_renameat2, from_dir, from, to_dir, to, flags);
}

/* When the version of another program cannot be put back it is kept, and the message says where:
 * not under a temporary name, which the next opening would sweep away. */
static void
test_rival_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL, *first = NULL, *kept = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  put (fixture->path, "old");
  first = g_strconcat (fixture->path, ".bak", NULL);
  put (first, "an older backup");
  g_assert_true (quo_etag_read (fixture->path, &etag, NULL));
  rival = "theirs";
  n_exchanges = 0;
  g_assert_false (save_text (fixture->path, "mine", etag, &error));
  rival = NULL;
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  check_content (fixture->path, "mine");
  check_content (first, "an older backup");
  kept = g_strconcat (fixture->path, ".bak.2", NULL);
  name = g_path_get_basename (kept);
  check_content (kept, "theirs");
  g_assert_nonnull (strstr (error->message, name));
  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *entry; (entry = g_dir_read_name (dir)) != NULL;)
    g_assert_false (g_str_has_suffix (entry, ".tmp"));
  g_remove (first);
  g_remove (kept);
}

/* A file of somebody else stays theirs. */
static void
test_owner (Fixture *fixture, gconstpointer data)
{
  struct stat st;

  if (geteuid () != 0)
    {
      g_test_skip ("only the administrator may give files away");
      return;
    }
  put (fixture->path, "old");
  g_assert_cmpint (chown (fixture->path, 1234, 4321), ==, 0);
  g_assert_true (save_text (fixture->path, "new", QUO_ETAG_ANY, NULL));
  check_content (fixture->path, "new");
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
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL, *now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean must_fail = FALSE;

  quo_save_from (fixture->path, give_pieces, &must_fail, NULL, &etag, NULL, &error);
  g_assert_no_error (error);
  check_content (fixture->path, "one two");
  g_assert_true (quo_etag_read (fixture->path, &now, NULL));
  g_assert_cmpstr (etag, ==, now);
  put (fixture->path, "old");
  must_fail = TRUE;
  g_assert_false (
      quo_save_from (fixture->path, give_pieces, &must_fail, QUO_ETAG_ANY, NULL, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
  check_content (fixture->path, "old");
}

#define ADD(name, test) g_test_add ("/store/save/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-and-again", test_new_and_again);
  ADD ("changed", test_changed);
  ADD ("link", test_link);
  ADD ("link-dangling", test_link_dangling);
  ADD ("link-circle", test_link_circle);
  ADD ("mode", test_mode);
  ADD ("mode-new", test_mode_new);
  ADD ("hard-link", test_hard_link);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("not-regular", test_not_regular);
  ADD ("no-folder", test_no_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("long-name", test_long_name);
  ADD ("sweep", test_sweep);
  ADD ("savers-at-once", test_savers_at_once);
  ADD ("owner", test_owner);
  ADD ("pieces", test_pieces);
#ifdef RENAME_EXCHANGE
  ADD ("rival-is-kept", test_rival_is_kept);
#endif
  return g_test_run ();
}
