/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where exports go: nothing is overwritten unasked, protected files never, and it is all or
 * nothing. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-target.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-target-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *entry;

  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, entry, NULL);

      g_assert_false (g_str_has_suffix (entry, ".tmp"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = in (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* @expected NULL: there is no such file. */
static void
check (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *path = in (fixture, name);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* A target of the main file `name` with "main", and a sibling .txt with "text". */
static QuoTarget *
make (Fixture *fixture, const char *name, gboolean is_force)
{
  g_autofree char *path = in (fixture, name);
  QuoTarget *target = quo_target_new_file (path, is_force);

  g_string_append (quo_target_open (target, NULL), "main");
  g_string_append (quo_target_open (target, ".txt"), "text");
  return target;
}

static void
protect (Fixture *fixture, QuoTarget *target, const char *name)
{
  g_autofree char *path = in (fixture, name);

  quo_target_protect (target, path);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "a.b.ann", FALSE);
  g_autoptr (GError) error = NULL;

  check (fixture, "a.b.ann", NULL);
  g_assert_true (quo_target_commit (target, &error));
  g_assert_no_error (error);
  check (fixture, "a.b.ann", "main");
  check (fixture, "a.b.txt", "text");
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "a.ann", FALSE);
  g_autoptr (QuoTarget) forced = make (fixture, "a.ann", TRUE);
  g_autoptr (GError) error = NULL;

  put (fixture, "a.txt", "old");
  g_assert_false (quo_target_commit (target, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "a.txt"));
  check (fixture, "a.ann", NULL);
  check (fixture, "a.txt", "old");
  g_assert_true (quo_target_commit (forced, NULL));
  check (fixture, "a.ann", "main");
  check (fixture, "a.txt", "text");
}

static void
test_protected_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "a.ann", FALSE);

  put (fixture, "a.txt", "text");
  protect (fixture, target, "a.txt");
  g_assert_true (quo_target_commit (target, NULL));
  check (fixture, "a.ann", "main");
}

static void
test_protected_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "a.ann", TRUE);
  g_autoptr (GError) error = NULL;

  put (fixture, "a.txt", "the article");
  protect (fixture, target, "a.txt");
  g_assert_false (quo_target_commit (target, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "another name"));
  check (fixture, "a.ann", NULL);
  check (fixture, "a.txt", "the article");
}

static gboolean
give_main (const QuoByteSink *sink, gpointer data, GError **error)
{
  guint *n_asked = data;

  ++*n_asked;
  return quo_byte_sink_take (sink, "ma", 2, error) && quo_byte_sink_take (sink, "in", 2, error);
}

/* What is made while it is written is asked for once, and is held like the others. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "b.ann", FALSE);
  g_autoptr (QuoTarget) again = make (fixture, "b.ann", TRUE);
  g_autoptr (GError) error = NULL;
  guint n_asked = 0;

  quo_target_set_source (target, ".main", give_main, &n_asked);
  g_assert_true (quo_target_commit (target, &error));
  g_assert_no_error (error);
  check (fixture, "b.main", "main");
  g_assert_cmpuint (n_asked, ==, 1);
  put (fixture, "b.main", "the article");
  protect (fixture, again, "b.main");
  quo_target_set_source (again, ".main", give_main, &n_asked);
  g_assert_false (quo_target_commit (again, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_EXISTS);
  check (fixture, "b.main", "the article");
}

/* The article by another name is still the article. */
static void
test_protected_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = in (fixture, "link.txt");
  g_autoptr (QuoTarget) target = make (fixture, "link.ann", TRUE);
  g_autoptr (GError) error = NULL;

  put (fixture, "a.txt", "the article");
  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  protect (fixture, target, "a.txt");
  g_assert_false (quo_target_commit (target, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_EXISTS);
  check (fixture, "a.txt", "the article");
}

static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoTarget) target = make (fixture, "a.txt", TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (quo_target_commit (target, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_USAGE);
  check (fixture, "a.txt", NULL);
}

/* The second file cannot be written: the first is as it was. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in (fixture, "a.txt");
  g_autoptr (GError) error = NULL;

  for (guint was_there = 0; was_there < 2; was_there++)
    {
      g_autoptr (QuoTarget) target = make (fixture, "a.ann", TRUE);

      if (was_there)
        put (fixture, "a.ann", "old");
      g_assert_cmpint (symlink ("a.txt", folder), ==, 0); /* a circle, which no look shows */
      g_assert_false (quo_target_commit (target, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      check (fixture, "a.ann", was_there ? "old" : NULL);
      g_unlink (folder);
    }
}

static void
test_folder_in_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = in (fixture, "a.txt");
  g_autoptr (QuoTarget) target = make (fixture, "a.ann", TRUE);
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  g_assert_false (quo_target_commit (target, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR);
  check (fixture, "a.ann", NULL);
}

static void
test_memory (void)
{
  g_autoptr (QuoTarget) target = quo_target_new_memory ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) none = NULL;

  g_assert_true (quo_target_open (target, NULL) == quo_target_open (target, NULL));
  g_string_append (quo_target_open (target, NULL), "main");
  g_assert_true (quo_target_commit (target, NULL));
  g_assert_null (quo_target_dup_path (target, NULL));
  bytes = quo_target_dup_bytes (target, NULL);
  none = quo_target_dup_bytes (target, ".txt");
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 4);
  g_assert_null (none);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/target/new", test_new);
  add ("/target/exists", test_exists);
  add ("/target/source", test_source);
  add ("/target/protected-equal", test_protected_equal);
  add ("/target/protected-other", test_protected_other);
  add ("/target/protected-link", test_protected_link);
  add ("/target/same-name", test_same_name);
  add ("/target/all-or-nothing", test_all_or_nothing);
  add ("/target/folder-in-place", test_folder_in_place);
  g_test_add_func ("/target/memory", test_memory);
  return g_test_run ();
}
