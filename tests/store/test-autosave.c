/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Autosave: what is written when, and what is never overwritten. */
#include "quo-autosave.h"

#include "quo-backup.h"
#include "quo-error.h"
#include "quo-save.h"
#include "quo-sidecar-reader.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path;
  QuoDocument *document;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoText) text = quo_text_new ("Ana met Bo.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);

  f->folder = g_dir_make_tmp ("quo-autosave-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a.txt.quo.json", NULL);
  f->document = quo_document_new (snapshot);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_object_unref (f->document);
  g_free (f->folder);
  g_free (f->path);
}

static void
add (Fixture *f, const char *id)
{
  const QuoSpan range = { 0, 3 };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Add");
  g_autoptr (GError) error = NULL;

  quo_edit_take (edit, NULL,
                 quo_annotation_new (&(QuoAnnotation){
                     .base = { .id = id }, .type = "person", .ranges = &range, .n_ranges = 1 }));
  quo_document_apply (f->document, edit, &error);
  g_assert_no_error (error);
}

static guint
count_saved (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, &error);
  g_autoptr (QuoSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  snapshot = quo_sidecar_read (bytes, "a.txt.quo.json", NULL, NULL, &error);
  g_assert_no_error (error);
  return quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION);
}

static void
wait_for (QuoAutosave *autosave, QuoSaveState state)
{
  while (quo_autosave_get_state (autosave) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing is written by opening; an edit is, by itself. */
static void
test_by_itself (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, f->path, NULL, FALSE);

  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_SAVED);
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  add (f, "aaaaaaa");
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_DIRTY);
  wait_for (autosave, QUO_SAVE_STATE_SAVED);
  g_assert_cmpuint (count_saved (f->path), ==, 1);
}

/* What was taken back before it was written is not written. */
static void
test_taken_back (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, f->path, NULL, FALSE);

  add (f, "aaaaaaa");
  quo_document_undo (f->document);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_SAVED);
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  quo_document_redo (f->document);
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  quo_document_undo (f->document);
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  g_assert_cmpuint (count_saved (f->path), ==, 0);
}

/* Undo goes back into what an earlier session did and saved: to have nothing left is a change. */
static void
test_history_taken_back (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (QuoAutosave) earlier = quo_autosave_new (f->document, f->path, NULL, FALSE);
  g_autoptr (QuoAutosave) autosave = NULL;

  add (f, "aaaaaaa");
  g_assert_true (quo_autosave_save_sync (earlier, NULL));
  g_clear_object (&earlier);
  g_assert_true (quo_etag_read (f->path, &etag, NULL));
  autosave = quo_autosave_new (f->document, f->path, etag, FALSE);
  quo_document_undo (f->document);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_DIRTY);
  wait_for (autosave, QUO_SAVE_STATE_SAVED);
  g_assert_cmpuint (count_saved (f->path), ==, 0);
}

/* What could not be saved was taken back: nothing is left that could fail. */
static void
test_failed_and_taken_back (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->path, "no", "folder", NULL);
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, nowhere, NULL, FALSE);
  g_autoptr (GError) error = NULL;

  add (f, "aaaaaaa");
  g_assert_false (quo_autosave_save_sync (autosave, NULL));
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_FAILED);
  quo_document_undo (f->document);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_SAVED);
  g_assert_true (quo_autosave_save_sync (autosave, &error));
  g_assert_no_error (error);
  g_assert_null (quo_autosave_get_error (autosave));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *n_answers = data;
  g_autoptr (GError) error = NULL;

  quo_autosave_save_finish (QUO_AUTOSAVE (source), result, &error);
  g_assert_no_error (error);
  ++*n_answers;
}

/* A request while a save is under way is answered only when the later edit is on the disk, too. */
static void
test_while_saving (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, f->path, NULL, FALSE);
  guint n_answers = 0;

  add (f, "aaaaaaa");
  quo_autosave_save_async (autosave, NULL, on_saved, &n_answers);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_SAVING);
  add (f, "bbbbbbb");
  quo_autosave_save_async (autosave, NULL, on_saved, &n_answers);
  while (n_answers < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_saved (f->path), ==, 2);
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_SAVED);
}

/* Taken back while it is being written: what is on the disk then is not what is there now. */
static void
test_taken_back_while_saving (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, f->path, NULL, FALSE);

  add (f, "aaaaaaa");
  wait_for (autosave, QUO_SAVE_STATE_SAVING);
  quo_document_undo (f->document);
  wait_for (autosave, QUO_SAVE_STATE_DIRTY);
  wait_for (autosave, QUO_SAVE_STATE_SAVED);
  g_assert_cmpuint (count_saved (f->path), ==, 0);
}

/* A file that somebody else wrote is not overwritten until the person says so, and kept then. */
static void
test_changed_on_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (QuoAutosave) autosave = quo_autosave_new (f->document, f->path, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = g_strconcat (f->path, ".bak", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (f->path, "theirs", -1, NULL));
  add (f, "aaaaaaa");
  g_assert_false (quo_autosave_save_sync (autosave, &error));
  g_assert_true (g_error_matches (error, QUO_ERROR, QUO_ERROR_EXISTS)
                 || g_error_matches (error, QUO_ERROR, QUO_ERROR_CHANGED));
  g_assert_cmpint (quo_autosave_get_state (autosave), ==, QUO_SAVE_STATE_FAILED);
  g_assert_nonnull (quo_autosave_get_error (autosave));
  g_assert_true (g_file_get_contents (f->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
  quo_autosave_overwrite (autosave);
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  g_assert_cmpuint (count_saved (f->path), ==, 1);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (backup, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
}

/* The old sidecar of an article that changed is kept once; the second save makes no second copy. */
static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".bak", NULL);
  g_autofree char *second = g_strconcat (f->path, ".bak.2", NULL);
  g_autofree char *etag = NULL;
  g_autofree char *content = NULL;
  g_autoptr (QuoAutosave) autosave = NULL;

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  g_assert_true (g_file_set_contents (backup, "older", -1, NULL));
  g_assert_true (quo_etag_read (f->path, &etag, NULL));
  autosave = quo_autosave_new (f->document, f->path, etag, TRUE);
  add (f, "aaaaaaa");
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  add (f, "bbbbbbb");
  g_assert_true (quo_autosave_save_sync (autosave, NULL));
  g_assert_true (g_file_get_contents (second, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (backup, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "older");
  g_assert_cmpuint (count_saved (f->path), ==, 2);
}

/* However many there are, none is written over, and neither is what is no file. */
static void
test_backups (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".bak.3", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *old = g_strdup_printf ("version %u", i);

      g_assert_true (g_file_set_contents (f->path, old, -1, NULL));
      g_assert_true (quo_backup_keep (f->path, NULL));
      g_assert_true (quo_backup_keep (f->path, NULL)); /* the same once more makes no second one */
    }
  for (guint i = 1; i <= 12; i++)
    {
      guint number = i < 3 ? i : i + 1; /* the folder has the third name */
      g_autofree char *name = number == 1 ? g_strconcat (f->path, ".bak", NULL)
                                          : g_strdup_printf ("%s.bak.%u", f->path, number);
      g_autofree char *expected = g_strdup_printf ("version %u", i);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (name, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, expected);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/autosave/by-itself", Fixture, NULL, set_up, test_by_itself, tear_down);
  g_test_add ("/store/autosave/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/store/autosave/history-taken-back", Fixture, NULL, set_up, test_history_taken_back,
              tear_down);
  g_test_add ("/store/autosave/failed-and-taken-back", Fixture, NULL, set_up,
              test_failed_and_taken_back, tear_down);
  g_test_add ("/store/autosave/while-saving", Fixture, NULL, set_up, test_while_saving, tear_down);
  g_test_add ("/store/autosave/taken-back-while-saving", Fixture, NULL, set_up,
              test_taken_back_while_saving, tear_down);
  g_test_add ("/store/autosave/changed-on-disk", Fixture, NULL, set_up, test_changed_on_disk,
              tear_down);
  g_test_add ("/store/autosave/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/store/autosave/backups", Fixture, NULL, set_up, test_backups, tear_down);
  return g_test_run ();
}
