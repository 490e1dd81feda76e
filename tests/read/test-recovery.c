/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of a session that ended in whatever way, when its article is opened again. */
#include "recovery-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_unsaved (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autoptr (GBytes) expected = NULL;
  guint n_undo;

  g_assert_false (g_file_test (f->log, G_FILE_TEST_EXISTS));
  work (&s);
  expected = write_down (&s);
  n_undo = quo_document_get_n_undo (s.document);
  crash_session (&s);
  g_assert_false (g_file_test (f->sidecar, G_FILE_TEST_EXISTS));

  s = open_session (f->article);
  assert_says (&s, expected);
  g_assert_cmpuint (s.opening->n_recovered, ==, 10);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 1);
  g_assert_cmpstr (quo_document_get_undo (s.document, 0)->title, ==, "Tag");
  g_assert_cmpint (quo_autosave_get_state (s.autosave), ==, QUO_SAVE_STATE_DIRTY);
  /* A second crash before anything was saved loses nothing either. */
  note_person (&s, "a3", "again");
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 11);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a3")->note, ==, "again");
  save_session (&s);
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo + 1);
  end_session (&s, QUO_LOG_COMPACT);
}

/* What the program added to an act comes back with it, and both are one step of undo. */
static void
test_amended (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autoptr (QuoEdit) more = quo_edit_new ("More");
  g_autoptr (GBytes) first = NULL, expected = NULL;

  add_person (&s, "a1", 0, 3);
  first = write_down (&s);
  add_person (&s, "a2", 8, 10);
  quo_edit_take (more, NULL, make_person ("a3", 34, 37, NULL));
  g_assert_true (quo_document_amend (s.document, more, NULL));
  expected = write_down (&s);
  crash_session (&s);
  s = open_session (f->article);
  assert_says (&s, expected);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  quo_document_undo (s.document);
  assert_says (&s, first);
  end_session (&s, QUO_LOG_DISCARD);
}

static void
test_history (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autoptr (GBytes) start = write_down (&s), expected = NULL;
  guint n_undo;

  work (&s);
  expected = write_down (&s);
  n_undo = quo_document_get_n_undo (s.document);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);

  for (guint i = 0; i < 3; i++)
    {
      s = open_session (f->article);
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
      save_session (&s);
      end_session (&s, QUO_LOG_COMPACT);
    }
  g_assert_nonnull (start);
}

/* The log cut after each of its bytes: what was whole is there, and nothing else. */
static void
test_torn (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *whole = NULL;
  gsize len;
  guint last = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      add_person (&s, id, i, i + 2);
    }
  crash_session (&s);
  whole = load_file (f->log, &len);
  for (gsize cut = 0; cut <= len; cut += cut + 200 < len ? 7 : 1)
    {
      guint n = 0;

      for (gsize i = 0; i < cut; i++)
        n += whole[i] == '\n';
      g_assert_true (g_file_set_contents (f->log, whole, (gssize)cut, NULL));
      s = open_session (f->article);
      g_assert_cmpuint (s.opening->n_recovered, ==, n > 0 ? n - 1 : 0);
      g_assert_cmpuint (quo_document_count (s.document, QUO_RECORD_ANNOTATION), ==, MAX (n, 1) - 1);
      /* It goes on after the last whole line. */
      add_person (&s, "more", 20, 24);
      crash_session (&s);
      s = open_session (f->article);
      g_assert_nonnull (quo_document_find (s.document, "more"));
      g_assert_cmpuint (s.opening->n_recovered, ==, MAX (n, 1));
      crash_session (&s);
      last = n;
    }
  g_assert_cmpuint (last, ==, 5);
}

/* Each byte of the log changed: never more or something else than was done, the damaged log kept.
 */
static void
test_damaged (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *whole = NULL, *aside = g_strconcat (f->log, ".damaged", NULL);
  gsize len;

  add_person (&s, "t0", 0, 3);
  note_person (&s, "t0", "good");
  add_person (&s, "t1", 8, 10);
  crash_session (&s);
  whole = load_file (f->log, &len);
  for (gsize i = 0; i < len; i += 5)
    {
      g_autofree char *bad = g_memdup2 (whole, len);
      const QuoAnnotation *first;

      bad[i] = (char)(bad[i] ^ (1 << (i % 7)));
      g_unlink (aside);
      g_assert_true (g_file_set_contents (f->log, bad, (gssize)len, NULL));
      s = open_session (f->article);
      first = quo_document_find_annotation (s.document, "t0");
      if (first != NULL && first->note != NULL)
        g_assert_cmpstr (first->note, ==, "good");
      g_assert_cmpuint (s.opening->n_recovered, <, 3);
      g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
      if (s.opening->n_recovered > 0 && bad[len - 1] == '\n')
        g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
      crash_session (&s);
    }
  g_unlink (aside);
}

/* Somebody else wrote the sidecar while we were away: what was not saved is done where it fits. */
static void
test_other_sidecar (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *sidecar = NULL;
  g_autoptr (GString) other = NULL;
  gsize len;

  add_person (&s, "a1", 0, 3);
  add_person (&s, "a2", 8, 10);
  save_session (&s);
  note_person (&s, "a1", "mine");
  note_person (&s, "a2", "mine");
  add_person (&s, "a3", 34, 37);
  crash_session (&s);
  sidecar = load_file (f->sidecar, &len);
  other = g_string_new (sidecar);
  g_assert_cmpuint (g_string_replace (other, "\"id\":\"a2\",\"type\":\"person\"",
                                      "\"id\":\"a2\",\"type\":\"place\"", 0),
                    ==, 1);
  g_assert_true (g_file_set_contents (f->sidecar, other->str, -1, NULL));

  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 2);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 1);
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a1")->note, ==, "mine");
  g_assert_null (quo_document_find_annotation (s.document, "a2")->note);
  g_assert_nonnull (quo_document_find (s.document, "a3"));
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  /* And it is in the new log, though not saved yet. */
  crash_session (&s);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 2);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
}

/* Nothing was lost, and the sidecar is another: no history, and the log stays until an edit. */
static void
test_stale_history (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *sidecar = NULL;
  gsize len;

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  sidecar = load_file (f->sidecar, &len);
  s = open_session (f->article);
  add_person (&s, "a2", 8, 10);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  /* An older sidecar comes back (git checkout): what is not in it is not done over. */
  g_assert_true (g_file_set_contents (f->sidecar, sidecar, -1, NULL));
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 0);
  g_assert_null (quo_document_find (s.document, "a2"));
  end_session (&s, QUO_LOG_COMPACT);
}

/* The program ended after the sidecar took its place and before the log said so. */
static void
test_unmarked_save (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  g_autofree char *log = NULL;
  const char *mark;
  gsize len;

  add_person (&s, "a1", 0, 3);
  add_person (&s, "a2", 8, 10);
  save_session (&s);
  crash_session (&s);
  log = load_file (f->log, &len);
  mark = g_strstr_len (log, (gssize)len, "\nsaved ");
  g_assert_nonnull (mark);
  g_assert_cmpint (truncate (f->log, mark + 1 - log), ==, 0);
  s = open_session (f->article);
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, 2);
  end_session (&s, QUO_LOG_COMPACT);
}

static void
test_last_thousand (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  for (guint i = 0; i < 1100; i++)
    {
      g_autofree char *words = g_strdup_printf ("note %u", i);
      note_person (&s, "a1", words);
    }
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  s = open_session (f->article);
  g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, QUO_LOG_MAX_EDITS);
  while (quo_document_undo (s.document) != NULL)
    ;
  g_assert_cmpstr (quo_document_find_annotation (s.document, "a1")->note, ==, "note 99");
  end_session (&s, QUO_LOG_DISCARD);
}

/* The article was changed after the crash: what was not saved is found again like the rest. */
static void
test_changed_article (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);
  const QuoAnnotation *found;

  add_person (&s, "a1", 0, 7);
  save_session (&s);
  add_person (&s, "a2", 8, 10);
  crash_session (&s);
  g_assert_true (g_file_set_contents (f->article, "New first line.\n" TEXT, -1, NULL));
  s = open_session (f->article);
  g_assert_true (s.opening->is_reanchored);
  g_assert_true (s.opening->is_recovered);
  found = quo_document_find_annotation (s.document, "a2");
  g_assert_nonnull (found);
  g_assert_false (found->is_orphan);
  g_assert_cmpuint (found->ranges[0].start, ==, 24);
  end_session (&s, QUO_LOG_DISCARD);
}

/* What was said of the article and never saved is not said over what another program said since. */
static void
test_about_of_another (Recovery *f, gconstpointer data)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Title");
  g_autoptr (GString) content = NULL;
  g_autofree char *saved = NULL;
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  save_session (&s);
  quo_edit_set_about (edit, QUO_ABOUT_TITLE, NULL, "Ours");
  g_assert_true (quo_document_apply (s.document, edit, NULL));
  crash_session (&s);
  saved = load_file (f->sidecar, NULL);
  content = g_string_new (saved);
  g_assert_cmpuint (
      g_string_replace (content, "\"document\": {", "\"document\": {\"title\":\"Theirs\",", 1), ==,
      1);
  g_assert_true (g_file_set_contents (f->sidecar, content->str, -1, NULL));
  s = open_session (f->article);
  g_assert_cmpstr (quo_document_get_article (s.document)->title, ==, "Theirs");
  g_assert_cmpuint (s.opening->n_recovered, ==, 0);
  g_assert_cmpuint (s.opening->n_unrecovered, ==, 1);
  end_session (&s, QUO_LOG_DISCARD);
}

/* All was taken back before anything was written: it can be done again after a crash, and is gone
 * after closing. */
static void
test_all_undone (Recovery *f, gconstpointer data)
{
  Session s = open_session (f->article);

  add_person (&s, "a1", 0, 3);
  quo_document_undo (s.document);
  crash_session (&s);
  s = open_session (f->article);
  g_assert_false (s.opening->is_recovered);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 1);
  save_session (&s);
  end_session (&s, QUO_LOG_COMPACT);
  g_assert_false (g_file_test (f->sidecar, G_FILE_TEST_EXISTS));
  s = open_session (f->article);
  g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, 0);
  end_session (&s, QUO_LOG_COMPACT);
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
        note_person (
            s, QUO_RECORD (g_ptr_array_index (all, (guint)g_test_rand_int_range (0, (gint)n)))->id,
            id);
      break;
    case 3:
      if (n > 0)
        apply (s, "Delete", g_ptr_array_index (all, (guint)g_test_rand_int_range (0, (gint)n)),
               NULL);
      break;
    default:
      add_person (s, id, start, start + (guint32)g_test_rand_int_range (1, 9));
    }
}

/* Sessions of random edits that end by closing or by a crash, saved or not: the next one begins
 * where the last one ended, with as much to take back and to do again. */
static void
test_random (Recovery *f, gconstpointer data)
{
  g_autoptr (GBytes) expected = NULL;
  guint next = 0, n_undo = 0, n_redo = 0;

  for (guint round = 0; round < 150; round++)
    {
      Session s = open_session (f->article);

      if (expected != NULL)
        assert_says (&s, expected);
      g_assert_cmpuint (s.opening->n_unrecovered, ==, 0);
      g_assert_cmpuint (quo_document_get_n_undo (s.document), ==, n_undo);
      g_assert_cmpuint (quo_document_get_n_redo (s.document), ==, n_redo);
      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        {
          do_something (&s, &next);
          if (g_test_rand_int_range (0, 5) == 0)
            save_session (&s);
        }
      g_clear_pointer (&expected, g_bytes_unref);
      expected = write_down (&s);
      n_undo = quo_document_get_n_undo (s.document);
      n_redo = quo_document_get_n_redo (s.document);
      if (g_test_rand_int_range (0, 2) == 0)
        {
          save_session (&s);
          end_session (&s, QUO_LOG_COMPACT);
          if (!g_file_test (f->sidecar, G_FILE_TEST_EXISTS))
            n_redo = 0; /* nothing was ever written, so nothing is kept */
        }
      else
        crash_session (&s);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  recovery_add ("/read/recovery/unsaved", test_unsaved);
  recovery_add ("/read/recovery/amended", test_amended);
  recovery_add ("/read/recovery/history", test_history);
  recovery_add ("/read/recovery/torn", test_torn);
  recovery_add ("/read/recovery/damaged", test_damaged);
  recovery_add ("/read/recovery/other-sidecar", test_other_sidecar);
  recovery_add ("/read/recovery/about-of-another", test_about_of_another);
  recovery_add ("/read/recovery/stale-history", test_stale_history);
  recovery_add ("/read/recovery/unmarked-save", test_unmarked_save);
  recovery_add ("/read/recovery/last-thousand", test_last_thousand);
  recovery_add ("/read/recovery/changed-article", test_changed_article);
  recovery_add ("/read/recovery/all-undone", test_all_undone);
  recovery_add ("/read/recovery/random", test_random);
  return g_test_run ();
}
