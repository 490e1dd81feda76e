/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of an article that was moved or copied, that is open twice, or that cannot be
 * written. */
#include "recovery-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static void
forget_moved (const char *log)
{
  g_autofree char *moved = g_strconcat (log, ".moved", NULL);

  g_unlink (log);
  g_unlink (moved);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize len;

      g_assert_true (g_file_get_contents (source, &content, &len, NULL));
      g_assert_true (g_file_set_contents (target, content, (gssize)len, NULL));
    }
}

static void
test_moved_folder (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *folder = g_strconcat (f->folder, "-moved", NULL);
  g_autofree char *article = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *log = NULL;

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  add_person (&s, "a2", 8, 10);
  crash_session (&s);
  g_assert_cmpint (g_rename (f->folder, folder), ==, 0);
  s = open_session (article);
  log = quo_log_dup_path (article, 1);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (f->log, G_FILE_TEST_EXISTS));
  /* And back again: what was unsaved before the first move is long saved. */
  g_assert_cmpint (g_rename (folder, f->folder), ==, 0);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered + s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end_session (&s, QUO_LOG_COMPACT);
  forget_moved (log);
  forget_moved (f->log);
}

/* The disk with the article is away and a copy of the folder is opened: when the disk is there
 * again so is what was not saved on it. */
static void
test_copied_folder (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *away = g_strconcat (f->folder, "-away", NULL);
  g_autofree char *copy = g_strconcat (f->folder, "-copy", NULL);
  g_autofree char *article = g_build_filename (copy, "a.txt", NULL);
  g_autofree char *sidecar = quo_sidecar_path_for (article);
  g_autofree char *log = NULL;

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  add_person (&s, "a2", 8, 10);
  crash_session (&s);
  copy_folder (f->folder, copy);
  g_assert_cmpint (g_rename (f->folder, away), ==, 0);
  s = open_session (article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  log = quo_log_dup_path (article, 1);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  g_assert_cmpint (g_rename (away, f->folder), ==, 0);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end_session (&s, QUO_LOG_COMPACT);
  g_unlink (article);
  g_unlink (sidecar);
  g_rmdir (copy);
  g_unlink (log);
}

/* A copy of the folder has no part in the log of the first. */
static void
test_copied_article (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *folder = g_dir_make_tmp ("quo-copy-XXXXXX", NULL);
  g_autofree char *article = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *sidecar = g_build_filename (folder, "a.txt.quo.json", NULL);
  g_autofree char *saved = NULL;
  gsize len;

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  add_person (&s, "a2", 8, 10);
  crash_session (&s);
  saved = load_file (f->sidecar, &len);
  g_assert_true (g_file_set_contents (article, TEXT, -1, NULL));
  g_assert_true (g_file_set_contents (sidecar, saved, (gssize)len, NULL));
  s = open_session (article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  end_session (&s, QUO_LOG_COMPACT);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  g_unlink (article);
  g_unlink (sidecar);
  g_rmdir (folder);
}

/* A crash after the log of another program was read, and before ours held it, loses nothing. */
static void
test_crash_while_taking_over (Recovery *f, gconstpointer data)
{
  Session first = open_session (f->article), second = open_session (f->article), third;
  g_autoptr (QuoOpening) opening = NULL;

  add_person (&second, "b1", 8, 10);
  crash_session (&second);
  crash_session (&first);
  opening = quo_open_to_edit (f->article, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (opening->n_recovered, ==, 1);
  g_clear_pointer (&opening, quo_opening_free);
  third = open_session (f->article);
  g_assert_nonnull (quo_document_find_annotation (third.document, "b1"));
  crash_session (&third);
  third = open_session (f->article);
  g_assert_nonnull (quo_document_find_annotation (third.document, "b1"));
  save_session (&third);
  end_session (&third, QUO_LOG_COMPACT);
}

/* When the part of a log that was damaged cannot be kept, the log is not cut. */
static void
test_damaged_is_kept (Recovery *f, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (f->log, ".damaged", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize len, new_len;
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  add_person (&s, "a2", 8, 10);
  save_session (&s);
  crash_session (&s);
  g_assert_true (g_file_get_contents (f->log, &before, &len, NULL));
  strstr (before, "a2")[0] = 'x';
  g_assert_true (g_file_set_contents (f->log, before, (gssize)len, NULL));
  g_assert_cmpint (g_mkdir (aside, 0700), ==, 0);
  s = open_session (f->article);
  if (s.opening->n_unlogged == 0)
    note_person (&s, "a1", "more");
  g_assert_true (g_file_get_contents (f->log, &after, &new_len, NULL));
  if (!quo_log_is_safe (s.log))
    g_assert_cmpmem (after, new_len, before, len);
  crash_session (&s);
  g_rmdir (aside);
  g_unlink (aside);
}

/* The same article open twice: each has a log of its own, and what the second one left when it was
 * killed is found by whoever opens the article next. */
static void
test_two_programs (Recovery *f, gconstpointer data)
{
  Session first = open_session (f->article), second;
  g_autofree char *log = quo_log_dup_path (f->article, 2);

  g_assert_false (first.opening->is_elsewhere);
  second = open_session (f->article);
  g_assert_true (second.opening->is_elsewhere);
  add_person (&first, "a1", 0, 3);
  add_person (&second, "b1", 8, 10);
  save_session (&first);
  crash_session (&second);
  end_session (&first, QUO_LOG_COMPACT);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));

  first = open_session (f->article);
  g_assert_cmpuint (first.opening->n_recovered, ==, 1);
  g_assert_nonnull (quo_document_find (first.document, "a1"));
  g_assert_nonnull (quo_document_find (first.document, "b1"));
  g_assert_cmpuint (quo_document_get_n_undo (first.document), ==, 2);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  crash_session (&first);
  first = open_session (f->article);
  g_assert_nonnull (quo_document_find (first.document, "b1"));
  save_session (&first);
  end_session (&first, QUO_LOG_COMPACT);
}

/* (transfer full): where logs cannot be written, because a file has the name of their folder. */
static char *
block_logs (Recovery *f)
{
  char *folder = g_path_get_dirname (f->log);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *aside = g_strconcat (folder, ".aside", NULL);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_rename (folder, aside) == 0 || errno == ENOENT);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  return folder;
}

/* Where no log can be written changes are told not to be safe, until they are saved and the log can
 * be begun anew. */
static void
test_full_home (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *folder = block_logs (f);

  add_person (&s, "a1", 0, 3);
  g_assert_false (quo_log_is_safe (s.log));
  g_assert_nonnull (quo_log_get_error (s.log));
  /* It is being saved without being asked for. */
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (quo_log_is_safe (s.log));
  /* As long as it is so, every change is saved at once. */
  note_person (&s, "a1", "more");
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (quo_autosave_get_state (s.autosave), !=, QUO_SAVE_STATE_DIRTY);
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (folder);
  add_person (&s, "a2", 8, 10);
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_log_is_safe (s.log));
  note_person (&s, "a2", "kept");
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 4);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a2")->note, ==, "kept");
  end_session (&s, QUO_LOG_DISCARD);
}

/* There is room again, and nothing to save: asking for a save makes the log whole. */
static void
test_room_again (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *folder = block_logs (f);

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  g_assert_false (quo_log_is_safe (s.log));
  g_unlink (folder);
  quo_autosave_save_async (s.autosave, NULL, NULL, NULL);
  g_assert_true (quo_log_is_safe (s.log));
  add_person (&s, "a2", 8, 10);
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  end_session (&s, QUO_LOG_DISCARD);
}

/* Somebody cleared the state folder away while the program ran: a log that has no name any more is
 * not taken for safe. */
static void
test_cleared_away (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  g_assert_cmpint (g_unlink (f->log), ==, 0);
  add_person (&s, "a2", 8, 10);
  g_assert_false (quo_log_is_safe (s.log));
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_log_is_safe (s.log));
  note_person (&s, "a2", "kept");
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a2")->note, ==, "kept");
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 3);
  end_session (&s, QUO_LOG_DISCARD);
}

/* The person gave up what was not saved. */
static void
test_given_up (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  end_session (&s, QUO_LOG_DISCARD);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  end_session (&s, QUO_LOG_COMPACT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  recovery_add ("/read/recovery/crash-while-taking-over", test_crash_while_taking_over);
  recovery_add ("/read/recovery/damaged-is-kept", test_damaged_is_kept);
  recovery_add ("/read/recovery/moved-folder", test_moved_folder);
  recovery_add ("/read/recovery/copied-folder", test_copied_folder);
  recovery_add ("/read/recovery/copied-article", test_copied_article);
  recovery_add ("/read/recovery/two-programs", test_two_programs);
  recovery_add ("/read/recovery/full-home", test_full_home);
  recovery_add ("/read/recovery/room-again", test_room_again);
  recovery_add ("/read/recovery/cleared-away", test_cleared_away);
  recovery_add ("/read/recovery/given-up", test_given_up);
  return g_test_run ();
}
