/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of a session that ended in whatever way, when its article is opened again. */
#include "quo-autosave.h"
#include "quo-opening.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TEXT "Ana met Bo in Kiel. “We go,” said Ana. Bo said nothing to Ana.\n"

/* An article as the window has it open. */
typedef struct
{
  QuoOpening *opening;
  QuoDocument *document;
  QuoAutosave *autosave;
  QuoLog *log;
} Session;

typedef struct
{
  char *folder, *article, *sidecar, *log;
} Fixture;

static char *
in_folder (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("quo-recovery-XXXXXX", NULL);
  f->article = in_folder (f, "a.txt");
  f->sidecar = in_folder (f, "a.txt.quo.json");
  g_assert_true (g_file_set_contents (f->article, TEXT, -1, NULL));
  f->log = quo_log_dup_path (f->article, 1);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = in_folder (f, name);
      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_unlink (f->log);
  g_free (f->folder);
  g_free (f->article);
  g_free (f->sidecar);
  g_free (f->log);
}

static Session
open_article (const char *path)
{
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open_to_edit (path, NULL, NULL, NULL, &error);
  Session s = { .opening = opening };

  g_assert_no_error (error);
  s.document = g_object_ref (opening->document);
  s.autosave = quo_autosave_new (s.document, opening->sidecar_path, opening->etag, FALSE);
  s.log = quo_opening_begin_log (opening);
  quo_autosave_set_log (s.autosave, s.log);
  if (opening->is_recovered)
    quo_autosave_mark_dirty (s.autosave);
  return s;
}

static void
save (Session *s)
{
  g_autoptr (GError) error = NULL;

  quo_autosave_save_sync (s->autosave, &error);
  g_assert_no_error (error);
}

static void
end (Session *s, QuoLogEnd how)
{
  quo_log_close (s->log, how);
  g_clear_object (&s->log);
  g_clear_object (&s->autosave);
  g_clear_object (&s->document);
  g_clear_pointer (&s->opening, quo_opening_free);
}

/* As kill -9 does: nothing is written any more, and the lock is given up. */
static void
crash (Session *s)
{
  end (s, QUO_LOG_KEEP);
}

static void
apply (Session *s, const char *title, gpointer before, gpointer after)
{
  g_autoptr (QuoEdit) edit = quo_edit_new (title);
  g_autoptr (GError) error = NULL;

  quo_edit_take (edit, before, after);
  quo_document_apply (s->document, edit, &error);
  g_assert_no_error (error);
}

static gpointer
make (const char *id, guint32 start, guint32 end, const char *note)
{
  const QuoSpan range = { start, end };

  return quo_annotation_new (&(QuoAnnotation){
      .base = { .id = id }, .type = "person", .ranges = &range, .n_ranges = 1, .note = note });
}

static void
add (Session *s, const char *id, guint32 start, guint32 end)
{
  apply (s, "Tag", NULL, make (id, start, end, NULL));
}

static void
note (Session *s, const char *id, const char *words)
{
  const QuoAnnotation *old = quo_document_find_annotation (s->document, id);
  QuoAnnotation fields = *old;

  fields.note = words;
  apply (s, "Note", (gpointer)old, quo_annotation_new (&fields));
}

static GBytes *
write_down (Session *s)
{
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (s->document);

  return quo_sidecar_write (snapshot, "test");
}

static void
assert_says (Session *s, GBytes *expected)
{
  g_autoptr (GBytes) found = write_down (s);

  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* Some edits of every kind, an undo and a redo among them. */
static void
work (Session *s)
{
  add (s, "a1", 0, 3);
  add (s, "a2", 8, 10);
  note (s, "a2", "first");
  note (s, "a2", "second\nline “two” \\ \"x\"");
  quo_document_undo (s->document);
  add (s, "a3", 34, 37);
  apply (s, "Delete", quo_document_find (s->document, "a1"), NULL);
  quo_document_undo (s->document);
  quo_document_undo (s->document);
  quo_document_redo (s->document);
}

static void
test_unsaved (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autoptr (GBytes) expected = NULL;
  guint n_undo;

  g_assert_false (g_file_test (f->log, G_FILE_TEST_EXISTS));
  work (&s);
  expected = write_down (&s);
  n_undo = quo_document_get_n_undo (s.document);
  crash (&s);
  g_assert_false (g_file_test (f->sidecar, G_FILE_TEST_EXISTS));

  s = open_article (f->article);
  assert_says (&s, expected);
  g_assert_cmpuint (s.opening->n_recovered, ==, 10);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 1);
  g_assert_cmpstr (quo_document_get_undo (s.document, 0)->title, ==, "Tag");
  g_assert_cmpint (quo_autosave_get_state (s.autosave), ==, QUO_SAVE_STATE_DIRTY);
  /* A second crash before anything was saved loses nothing either. */
  note (&s, "a3", "again");
  crash (&s);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 11);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a3")->note, ==, "again");
  save (&s);
  crash (&s);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo + 1);
  end (&s, QUO_LOG_COMPACT);
}

/* What the program added to an act comes back with it, and both are one step of undo. */
static void
test_amended (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autoptr (QuoEdit) more = quo_edit_new ("More");
  g_autoptr (GBytes) first = NULL, expected = NULL;

  add (&s, "a1", 0, 3);
  first = write_down (&s);
  add (&s, "a2", 8, 10);
  quo_edit_take (more, NULL, make ("a3", 34, 37, NULL));
  g_assert_true (quo_document_amend (s.document, more, NULL));
  expected = write_down (&s);
  crash (&s);
  s = open_article (f->article);
  assert_says (&s, expected);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  quo_document_undo (s.document);
  assert_says (&s, first);
  end (&s, QUO_LOG_DISCARD);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autoptr (GBytes) start = write_down (&s), expected = NULL;
  guint n_undo;

  work (&s);
  expected = write_down (&s);
  n_undo = quo_document_get_n_undo (s.document);
  save (&s);
  end (&s, QUO_LOG_COMPACT);

  for (guint i = 0; i < 3; i++)
    {
      s = open_article (f->article);
      assert_says (&s, expected);
      g_assert_cmpuint (s.opening->n_recovered, ==, 0);
      g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo);
      g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 1);
      g_assert_nonnull (quo_document_redo (s.document));
      g_assert_null (quo_document_find (s.document, "a1"));
      while (quo_document_undo (s.document) != NULL)
        ;
      g_assert_cmpuint (quo_document_count (s.document, QUO_RECORD_ANNOTATION), ==, 0);
      while (quo_document_get_n_undo (s.document) < n_undo)
        g_assert_nonnull (quo_document_redo (s.document));
      assert_says (&s, expected);
      save (&s);
      end (&s, QUO_LOG_COMPACT);
    }
  g_assert_nonnull (start);
}

static char *
load (const char *path, gsize *len)
{
  char *data;

  g_assert_true (g_file_get_contents (path, &data, len, NULL));
  return data;
}

/* The log cut after each of its bytes: what was whole is there, and nothing else. */
static void
test_torn (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *whole = NULL;
  gsize len;
  guint last = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      add (&s, id, i, i + 2);
    }
  crash (&s);
  whole = load (f->log, &len);
  for (gsize cut = 0; cut <= len; cut += cut + 200 < len ? 7 : 1)
    {
      guint n = 0;

      for (gsize i = 0; i < cut; i++)
        n += whole[i] == '\n';
      g_assert_true (g_file_set_contents (f->log, whole, (gssize)cut, NULL));
      s = open_article (f->article);
      g_assert_cmpuint (s.opening->n_recovered, ==, n > 0 ? n - 1 : 0);
      g_assert_cmpuint (quo_document_count (s.document, QUO_RECORD_ANNOTATION), ==, MAX (n, 1) - 1);
      /* It goes on after the last whole line. */
      add (&s, "more", 20, 24);
      crash (&s);
      s = open_article (f->article);
      g_assert_nonnull (quo_document_find (s.document, "more"));
      g_assert_cmpuint (s.opening->n_recovered, ==, MAX (n, 1));
      crash (&s);
      last = n;
    }
  g_assert_cmpuint (last, ==, 5);
}

/* Each byte of the log changed: never more or something else than was done, the damaged log kept.
 */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *whole = NULL, *aside = g_strconcat (f->log, ".damaged", NULL);
  gsize len;

  add (&s, "t0", 0, 3);
  note (&s, "t0", "good");
  add (&s, "t1", 8, 10);
  crash (&s);
  whole = load (f->log, &len);
  for (gsize i = 0; i < len; i += 5)
    {
      g_autofree char *bad = g_memdup2 (whole, len);
      const QuoAnnotation *first;

      bad[i] = (char)(bad[i] ^ (1 << (i % 7)));
      g_unlink (aside);
      g_assert_true (g_file_set_contents (f->log, bad, (gssize)len, NULL));
      s = open_article (f->article);
      first = quo_document_find_annotation (s.document, "t0");
      if (first != NULL && first->note != NULL)
        g_assert_cmpstr (first->note, ==, "good");
      g_assert_cmpuint (s.opening->n_recovered, <, 3);
      g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
      if (s.opening->n_recovered > 0 && bad[len - 1] == '\n')
        g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
      crash (&s);
    }
  g_unlink (aside);
}

/* Somebody else wrote the sidecar while we were away: what was not saved is done where it fits. */
static void
test_other_sidecar (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *sidecar = NULL;
  g_autoptr (GString) other = NULL;
  gsize len;

  add (&s, "a1", 0, 3);
  add (&s, "a2", 8, 10);
  save (&s);
  note (&s, "a1", "mine");
  note (&s, "a2", "mine");
  add (&s, "a3", 34, 37);
  crash (&s);
  sidecar = load (f->sidecar, &len);
  other = g_string_new (sidecar);
  g_assert_cmpuint (g_string_replace (other, "\"id\":\"a2\",\"type\":\"person\"",
                                      "\"id\":\"a2\",\"type\":\"place\"", 0),
                    ==, 1);
  g_assert_true (g_file_set_contents (f->sidecar, other->str, -1, NULL));

  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 2);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 1);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a1")->note, ==, "mine");
  g_assert_null (quo_document_find_annotation (s.document, "a2")->note);
  g_assert_nonnull (quo_document_find (s.document, "a3"));
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  /* And it is in the new log, though not saved yet. */
  crash (&s);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 2);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
}

/* Nothing was lost, and the sidecar is another: no history, and the log stays until an edit. */
static void
test_stale_history (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *sidecar = NULL;
  gsize len;

  add (&s, "a1", 0, 3);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  sidecar = load (f->sidecar, &len);
  s = open_article (f->article);
  add (&s, "a2", 8, 10);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  /* An older sidecar comes back (git checkout): what is not in it is not done over. */
  g_assert_true (g_file_set_contents (f->sidecar, sidecar, -1, NULL));
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 0);
  g_assert_null (quo_document_find (s.document, "a2"));
  end (&s, QUO_LOG_COMPACT);
}

/* The program ended after the sidecar took its place and before the log said so. */
static void
test_unmarked_save (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *log = NULL;
  const char *mark;
  gsize len;

  add (&s, "a1", 0, 3);
  add (&s, "a2", 8, 10);
  save (&s);
  crash (&s);
  log = load (f->log, &len);
  mark = g_strstr_len (log, (gssize)len, "\nsaved ");
  g_assert_nonnull (mark);
  g_assert_cmpint (truncate (f->log, mark + 1 - log), ==, 0);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end (&s, QUO_LOG_COMPACT);
}

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
test_moved_folder (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *folder = g_strconcat (f->folder, "-moved", NULL);
  g_autofree char *article = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *log = NULL;

  add (&s, "a1", 0, 3);
  save (&s);
  add (&s, "a2", 8, 10);
  crash (&s);
  g_assert_cmpint (g_rename (f->folder, folder), ==, 0);
  s = open_article (article);
  log = quo_log_dup_path (article, 1);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (f->log, G_FILE_TEST_EXISTS));
  /* And back again: what was unsaved before the first move is long saved. */
  g_assert_cmpint (g_rename (folder, f->folder), ==, 0);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered + s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end (&s, QUO_LOG_COMPACT);
  forget_moved (log);
  forget_moved (f->log);
}

/* The disk with the article is away and a copy of the folder is opened: when the disk is there
 * again so is what was not saved on it. */
static void
test_copied_folder (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *away = g_strconcat (f->folder, "-away", NULL);
  g_autofree char *copy = g_strconcat (f->folder, "-copy", NULL);
  g_autofree char *article = g_build_filename (copy, "a.txt", NULL);
  g_autofree char *sidecar = quo_sidecar_path_for (article);
  g_autofree char *log = NULL;

  add (&s, "a1", 0, 3);
  save (&s);
  add (&s, "a2", 8, 10);
  crash (&s);
  copy_folder (f->folder, copy);
  g_assert_cmpint (g_rename (f->folder, away), ==, 0);
  s = open_article (article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  log = quo_log_dup_path (article, 1);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  g_assert_cmpint (g_rename (away, f->folder), ==, 0);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end (&s, QUO_LOG_COMPACT);
  g_unlink (article);
  g_unlink (sidecar);
  g_rmdir (copy);
  g_unlink (log);
}

/* A copy of the folder has no part in the log of the first. */
static void
test_copied_article (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  g_autofree char *folder = g_dir_make_tmp ("quo-copy-XXXXXX", NULL);
  g_autofree char *article = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *sidecar = g_build_filename (folder, "a.txt.quo.json", NULL);
  g_autofree char *saved = NULL;
  gsize len;

  add (&s, "a1", 0, 3);
  save (&s);
  add (&s, "a2", 8, 10);
  crash (&s);
  saved = load (f->sidecar, &len);
  g_assert_true (g_file_set_contents (article, TEXT, -1, NULL));
  g_assert_true (g_file_set_contents (sidecar, saved, (gssize)len, NULL));
  s = open_article (article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  end (&s, QUO_LOG_COMPACT);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  g_unlink (article);
  g_unlink (sidecar);
  g_rmdir (folder);
}

/* A crash after the log of another program was read, and before ours held it, loses nothing. */
static void
test_crash_while_taking_over (Fixture *f, gconstpointer data)
{
  Session first = open_article (f->article), second = open_article (f->article), third;
  g_autoptr (QuoOpening) opening = NULL;

  add (&second, "b1", 8, 10);
  crash (&second);
  crash (&first);
  opening = quo_open_to_edit (f->article, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (opening->n_recovered, ==, 1);
  g_clear_pointer (&opening, quo_opening_free);
  third = open_article (f->article);
  g_assert_nonnull (quo_document_find_annotation (third.document, "b1"));
  crash (&third);
  third = open_article (f->article);
  g_assert_nonnull (quo_document_find_annotation (third.document, "b1"));
  save (&third);
  end (&third, QUO_LOG_COMPACT);
}

/* When the part of a log that was damaged cannot be kept, the log is not cut. */
static void
test_damaged_is_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (f->log, ".damaged", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize len, new_len;
  Session s = open_article (f->article);

  add (&s, "a1", 0, 3);
  add (&s, "a2", 8, 10);
  save (&s);
  crash (&s);
  g_assert_true (g_file_get_contents (f->log, &before, &len, NULL));
  strstr (before, "a2")[0] = 'x';
  g_assert_true (g_file_set_contents (f->log, before, (gssize)len, NULL));
  g_assert_cmpint (g_mkdir (aside, 0700), ==, 0);
  s = open_article (f->article);
  if (s.opening->n_unlogged == 0)
    note (&s, "a1", "more");
  g_assert_true (g_file_get_contents (f->log, &after, &new_len, NULL));
  if (!quo_log_is_safe (s.log))
    g_assert_cmpmem (after, new_len, before, len);
  crash (&s);
  g_rmdir (aside);
  g_unlink (aside);
}

/* The same article open twice: each has a log of its own, and what the second one left when it was
 * killed is found by whoever opens the article next. */
static void
test_two_programs (Fixture *f, gconstpointer data)
{
  Session first = open_article (f->article), second;
  g_autofree char *log = quo_log_dup_path (f->article, 2);

  g_assert_false (first.opening->is_elsewhere);
  second = open_article (f->article);
  g_assert_true (second.opening->is_elsewhere);
  add (&first, "a1", 0, 3);
  add (&second, "b1", 8, 10);
  save (&first);
  crash (&second);
  end (&first, QUO_LOG_COMPACT);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));

  first = open_article (f->article);
  g_assert_cmpuint (first.opening->n_recovered, ==, 1);
  g_assert_nonnull (quo_document_find (first.document, "a1"));
  g_assert_nonnull (quo_document_find (first.document, "b1"));
  g_assert_cmpuint (quo_document_get_n_undo (first.document), ==, 2);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  crash (&first);
  first = open_article (f->article);
  g_assert_nonnull (quo_document_find (first.document, "b1"));
  save (&first);
  end (&first, QUO_LOG_COMPACT);
}

/* Where no log can be written changes are told not to be safe, until they are saved and the log can
 * be begun anew. */
static void
test_full_home (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->log);
  g_autofree char *aside = g_strconcat (folder, ".aside", NULL);
  Session s = open_article (f->article);

  if (g_rename (folder, aside) != 0)
    {
      g_autofree char *parent = g_path_get_dirname (folder);
      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
    }
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  add (&s, "a1", 0, 3);
  g_assert_false (quo_log_is_safe (s.log));
  g_assert_nonnull (quo_log_get_error (s.log));
  /* It is being saved without being asked for. */
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (quo_log_is_safe (s.log));
  g_unlink (folder);
  add (&s, "a2", 8, 10);
  while (quo_autosave_get_state (s.autosave) != QUO_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_log_is_safe (s.log));
  note (&s, "a2", "kept");
  crash (&s);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 1);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 3);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a2")->note, ==, "kept");
  end (&s, QUO_LOG_DISCARD);
  g_rmdir (aside);
}

static void
test_last_thousand (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);

  add (&s, "a1", 0, 3);
  for (guint i = 0; i < 1100; i++)
    {
      g_autofree char *words = g_strdup_printf ("note %u", i);
      note (&s, "a1", words);
    }
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  s = open_article (f->article);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, QUO_LOG_MAX_EDITS);
  while (quo_document_undo (s.document) != NULL)
    ;
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a1")->note, ==, "note 99");
  end (&s, QUO_LOG_DISCARD);
}

/* The article was changed after the crash: what was not saved is found again like the rest. */
static void
test_changed_article (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);
  const QuoAnnotation *found;

  add (&s, "a1", 0, 7);
  save (&s);
  add (&s, "a2", 8, 10);
  crash (&s);
  g_assert_true (g_file_set_contents (f->article, "New first line.\n" TEXT, -1, NULL));
  s = open_article (f->article);
  g_assert_true (s.opening->is_reanchored);
  g_assert_true (s.opening->is_recovered);
  found = quo_document_find_annotation (s.document, "a2");
  g_assert_nonnull (found);
  g_assert_false (found->is_orphan);
  g_assert_cmpuint (found->ranges[0].start, ==, 24);
  end (&s, QUO_LOG_DISCARD);
}

/* The person gave up what was not saved. */
static void
test_given_up (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);

  add (&s, "a1", 0, 3);
  end (&s, QUO_LOG_DISCARD);
  s = open_article (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  end (&s, QUO_LOG_COMPACT);
}

/* All was taken back before anything was written: it can be done again after a crash, and is gone
 * after closing. */
static void
test_all_undone (Fixture *f, gconstpointer data)
{
  Session s = open_article (f->article);

  add (&s, "a1", 0, 3);
  quo_document_undo (s.document);
  crash (&s);
  s = open_article (f->article);
  g_assert_false (s.opening->is_recovered);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 1);
  save (&s);
  end (&s, QUO_LOG_COMPACT);
  g_assert_false (g_file_test (f->sidecar, G_FILE_TEST_EXISTS));
  s = open_article (f->article);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 0);
  end (&s, QUO_LOG_COMPACT);
}

static void
do_something (Session *s, guint *next)
{
  guint n = quo_document_count (s->document, QUO_RECORD_ANNOTATION);
  GPtrArray *all = quo_document_get_records (s->document, QUO_RECORD_ANNOTATION);
  g_autofree char *id = g_strdup_printf ("r%u", ++*next);
  guint32 start = (guint32)g_test_rand_int_range (0, 50);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      quo_document_undo (s->document);
      break;
    case 1:
      quo_document_redo (s->document);
      break;
    case 2:
      if (n > 0)
        note (s,
              QUO_RECORD (g_ptr_array_index (all, (guint)g_test_rand_int_range (0, (gint)n)))->id,
              id);
      break;
    case 3:
      if (n > 0)
        apply (s, "Delete", g_ptr_array_index (all, (guint)g_test_rand_int_range (0, (gint)n)),
               NULL);
      break;
    default:
      add (s, id, start, start + (guint32)g_test_rand_int_range (1, 9));
    }
}

/* Sessions of random edits that end by closing or by a crash, saved or not: the next one begins
 * where the last one ended, with as much to take back and to do again. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) expected = NULL;
  guint next = 0, n_undo = 0, n_redo = 0;

  for (guint round = 0; round < 150; round++)
    {
      Session s = open_article (f->article);

      if (expected != NULL)
        assert_says (&s, expected);
      g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
      g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo);
      g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, n_redo);
      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        {
          do_something (&s, &next);
          if (g_test_rand_int_range (0, 5) == 0)
            save (&s);
        }
      g_clear_pointer (&expected, g_bytes_unref);
      expected = write_down (&s);
      n_undo = quo_document_get_n_undo (s.document);
      n_redo = quo_document_get_n_redo (s.document);
      if (g_test_rand_int_range (0, 2) == 0)
        {
          save (&s);
          end (&s, QUO_LOG_COMPACT);
          if (!g_file_test (f->sidecar, G_FILE_TEST_EXISTS))
            n_redo = 0; /* nothing was ever written, so nothing is kept */
        }
      else
        crash (&s);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/read/recovery/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("crash-while-taking-over", test_crash_while_taking_over);
  ADD ("damaged-is-kept", test_damaged_is_kept);
  ADD ("unsaved", test_unsaved);
  ADD ("amended", test_amended);
  ADD ("history", test_history);
  ADD ("torn", test_torn);
  ADD ("damaged", test_damaged);
  ADD ("other-sidecar", test_other_sidecar);
  ADD ("stale-history", test_stale_history);
  ADD ("unmarked-save", test_unmarked_save);
  ADD ("moved-folder", test_moved_folder);
  ADD ("copied-folder", test_copied_folder);
  ADD ("copied-article", test_copied_article);
  ADD ("two-programs", test_two_programs);
  ADD ("full-home", test_full_home);
  ADD ("last-thousand", test_last_thousand);
  ADD ("changed-article", test_changed_article);
  ADD ("given-up", test_given_up);
  ADD ("all-undone", test_all_undone);
  ADD ("random", test_random);
  return g_test_run ();
}
