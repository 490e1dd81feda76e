/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where files go, in every state that a place can be in, for every kind of file that people keep:
 * the sidecar as the window saves it, an export that overwrites, a tagset, and the tabs that are
 * remembered. Settings are the desktop's own (GSettings). Whatever happens, the old file is whole
 * or the new one is, and nothing is called saved that is not. */

#include "quo-config.h"

#include "quo-autosave.h"
#include "quo-error.h"
#include "quo-format.h"
#include "quo-save.h"
#include "quo-tagset-file.h"
#include "quo-target.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "old"
#define NOBODY 65534
/* Less than any of the files has. */
#define FULL_AT 32

typedef struct
{
  const char *name;
  gboolean (*write) (const char *path, GError **error);
  gboolean makes_folders, sweeps;
} Writer;

typedef struct
{
  const Writer *writer;
  char *folder, *path;
} Place;

/* --- What writes --- */

static QuoSnapshot *
make_snapshot (void)
{
  const QuoSpan range = { 0, 3 };
  g_autoptr (QuoText) text = quo_text_new ("Ana met Bo.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base = { .id = "a1" },
                                                                     .layer = "L1",
                                                                     .type = "person",
                                                                     .ranges = &range,
                                                                     .n_ranges = 1 }));
  return snapshot;
}

static gboolean
write_sidecar (const char *path, GError **error)
{
  const QuoSpan range = { 8, 10 };
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoDocument) document = quo_document_new (snapshot);
  g_autoptr (QuoEdit) edit = quo_edit_new ("Add");
  g_autofree char *etag = NULL;
  g_autoptr (QuoAutosave) autosave = NULL;
  gboolean is_saved;

  quo_etag_read (path, &etag, NULL);
  autosave = quo_autosave_new (document, path, etag, FALSE);
  quo_edit_take (edit, NULL,
                 quo_annotation_new (&(QuoAnnotation){ .base = { .id = "a2" },
                                                       .layer = "L1",
                                                       .type = "person",
                                                       .ranges = &range,
                                                       .n_ranges = 1 }));
  g_assert_true (quo_document_apply (document, edit, NULL));
  is_saved = quo_autosave_save_sync (autosave, error);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==,
                   is_saved ? QUO_SAVE_STATE_SAVED : QUO_SAVE_STATE_FAILED);
  return is_saved;
}

static gboolean
write_export (const char *path, GError **error)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoTarget) target = quo_target_new_file (path, TRUE);

  return quo_formats_find ("csv-annotations")->write (snapshot, target, NULL, NULL, NULL, error)
         && quo_target_commit (target, error);
}

static gboolean
write_tagset (const char *path, GError **error)
{
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();

  return quo_tagset_save (tagset, path, error);
}

/* As ui/quo-window-state.c does. */
static gboolean
write_session (const char *path, GError **error)
{
  g_autofree char *text = g_strnfill (FULL_AT * 2, 't');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return quo_save (path, bytes, QUO_ETAG_ANY, NULL, NULL, error);
}

static const Writer writers[] = {
  { "sidecar", write_sidecar, FALSE, TRUE },
  { "export", write_export, FALSE, FALSE },
  { "tagset", write_tagset, TRUE, FALSE },
  { "session", write_session, FALSE, FALSE },
};

/* --- Looking --- */

static char *
in (const Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
get (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
check_old (const char *path)
{
  g_autofree char *text = get (path);

  g_assert_cmpstr (text, ==, OLD);
}

/* A whole file of the writer. */
static void
check_new (const Place *place, const char *path)
{
  g_autofree char *text = get (path);
  g_autofree char *reference_path = in (place, "reference");
  g_autofree char *reference = NULL;

  g_assert_true (place->writer->write (reference_path, NULL));
  reference = get (reference_path);
  g_assert_cmpuint (strlen (text), >, FULL_AT);
  g_assert_cmpuint (strlen (text), ==, strlen (reference));
  g_unlink (reference_path);
}

static void
check_no_temp (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);

  for (const char *entry; dir != NULL && (entry = g_dir_read_name (dir)) != NULL;)
    g_assert_false (g_str_has_suffix (entry, ".tmp"));
}

static void
check_written (const Place *place)
{
  g_autoptr (GError) error = NULL;

  if (!place->writer->write (place->path, &error))
    g_error ("%s: %s", place->writer->name, error->message);
}

static void
check_refused (const Place *place, QuoError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (place->path);

  g_assert_false (place->writer->write (place->path, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, name));
  check_no_temp (place);
}

/* --- The states --- */

static void
test_link (const Place *place)
{
  g_autofree char *far = in (place, "far");

  put (far, OLD);
  g_assert_cmpint (symlink ("far", place->path), ==, 0);
  check_written (place);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  check_new (place, far);
}

static void
test_link_dangling (const Place *place)
{
  g_autofree char *far = in (place, "far");

  g_assert_cmpint (symlink ("far", place->path), ==, 0);
  check_written (place);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  check_new (place, far);
}

static void
test_link_loop (const Place *place)
{
  g_autofree char *other = in (place, "other");
  g_autofree char *base = g_path_get_basename (place->path);

  g_assert_cmpint (symlink ("other", place->path), ==, 0);
  g_assert_cmpint (symlink (base, other), ==, 0);
  check_refused (place, QUO_ERROR_INVALID);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_hard_link (const Place *place)
{
  g_autofree char *other = in (place, "other");

  put (place->path, OLD);
  g_assert_cmpint (link (place->path, other), ==, 0);
  check_written (place);
  check_new (place, place->path);
  check_old (other);
}

static void
test_mode_and_owner (const Place *place)
{
  struct stat st;

  put (place->path, OLD);
  g_assert_cmpint (g_chmod (place->path, 0640), ==, 0);
  if (geteuid () == 0) /* only the administrator may give files away */
    g_assert_cmpint (chown (place->path, 1234, 4321), ==, 0);
  check_written (place);
  g_assert_cmpint (stat (place->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (st.st_uid, ==, geteuid () == 0 ? 1234 : geteuid ());
}

static void
test_read_only_file (const Place *place)
{
  put (place->path, OLD);
  g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
  check_refused (place, QUO_ERROR_PERMISSION);
  check_old (place->path);
}

/* The administrator may write everywhere, and so is somebody else meanwhile. */
static void
test_read_only_folder (const Place *place)
{
  gboolean is_root = geteuid () == 0;

  put (place->path, OLD);
  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  check_refused (place, QUO_ERROR_PERMISSION);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0755), ==, 0);
  check_old (place->path);
}

static void
test_full_disk (const Place *place)
{
  struct rlimit old, low;
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  put (place->path, OLD);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low = old;
  low.rlim_cur = FULL_AT;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  is_saved = place->writer->write (place->path, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (is_saved);
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  check_old (place->path);
  check_no_temp (place);
}

static void
test_no_folder (const Place *place)
{
  g_autofree char *below = g_build_filename (place->folder, "gone", "file", NULL);
  const Place lower = { place->writer, place->folder, below };
  g_autofree char *folder = g_path_get_dirname (below);

  if (!place->writer->makes_folders)
    {
      check_refused (&lower, QUO_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
      return;
    }
  check_written (&lower);
  check_new (place, below);
  g_unlink (below);
  g_rmdir (folder);
}

static void
test_folder_in_place (const Place *place)
{
  g_assert_cmpint (g_mkdir (place->path, 0755), ==, 0);
  check_refused (place, QUO_ERROR_NOT_REGULAR);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_DIR));
}

static void
test_pipe_in_place (const Place *place)
{
  struct stat st;

  g_assert_cmpint (mkfifo (place->path, 0644), ==, 0);
  check_refused (place, QUO_ERROR_NOT_REGULAR);
  g_assert_cmpint (stat (place->path, &st), ==, 0);
  g_assert_true (S_ISFIFO (st.st_mode));
}

/* What a saver that was killed left does not stand in the way. The sidecar that is opened is rid of
 * it; elsewhere it may belong to somebody. */
static void
test_stale_temp (const Place *place)
{
  g_autofree char *base = g_path_get_basename (place->path);
  g_autofree char *name = g_strdup_printf (".%s.quo-2147483646-a.tmp", base);
  g_autofree char *stale = in (place, name);

  put (place->path, OLD);
  put (stale, "half a fi");
  check_written (place);
  check_new (place, place->path);
  g_assert_true (g_file_test (stale, G_FILE_TEST_EXISTS) == !place->writer->sweeps);
}

static const struct
{
  const char *name;
  void (*test) (const Place *place);
} states[] = {
  { "link", test_link },
  { "link-dangling", test_link_dangling },
  { "link-loop", test_link_loop },
  { "hard-link", test_hard_link },
  { "mode-and-owner", test_mode_and_owner },
  { "read-only-file", test_read_only_file },
  { "read-only-folder", test_read_only_folder },
  { "full-disk", test_full_disk },
  { "no-folder", test_no_folder },
  { "folder-in-place", test_folder_in_place },
  { "pipe-in-place", test_pipe_in_place },
  { "stale-temp", test_stale_temp },
};

/* --- All of them --- */

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *entry; (entry = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_state (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  Place place = { .writer = &writers[index % G_N_ELEMENTS (writers)] };

  place.folder = g_dir_make_tmp ("quo-places-XXXXXX", NULL);
  place.path = in (&place, "rally.txt.out");
  states[index / G_N_ELEMENTS (writers)].test (&place);
  empty (place.folder);
  g_free (place.folder);
  g_free (place.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (states) * G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("/places/%s/%s", writers[i % G_N_ELEMENTS (writers)].name,
                             states[i / G_N_ELEMENTS (writers)].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_state);
    }
  return g_test_run ();
}
