/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people say about an article: undone, saved, and not lost when the program is killed. */
#include "quo-autosave.h"
#include "quo-opening.h"
#include "quo-verbs.h"

#include <glib/gstdio.h>

#define PAGE                                                                                       \
  "<!DOCTYPE html><title>Flood in Kiel</title><meta name=author content=\"Ana Bo\"><article>"      \
  "<h1>Flood in Kiel</h1><p>The water came in the night, and nobody had expected it there.</p>"    \
  "<p>By noon it had reached the market, said the mayor, and the shops were closed.</p></article>"

typedef struct
{
  char *folder, *article, *sidecar, *log_path;
  QuoOpening *opening;
  QuoDocument *document;
  QuoAutosave *autosave;
  QuoLog *log;
} Fixture;

static void
open_article (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->opening = quo_open_to_edit (f->article, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->document = f->opening->document;
  f->autosave = quo_autosave_new (f->document, f->opening->sidecar_path, f->opening->etag, FALSE);
  f->log = quo_log_new (f->document, g_steal_pointer (&f->opening->past), f->opening->sum,
                        f->opening->n_unlogged);
  quo_autosave_set_log (f->autosave, f->log);
}

static void
end (Fixture *f, QuoLogEnd how)
{
  quo_log_close (f->log, how);
  g_clear_object (&f->log);
  g_clear_object (&f->autosave);
  g_clear_pointer (&f->opening, quo_opening_free);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("quo-about-XXXXXX", NULL);
  f->article = g_build_filename (f->folder, "a.html", NULL);
  f->sidecar = quo_sidecar_path_for (f->article);
  g_assert_true (g_file_set_contents (f->article, PAGE, -1, NULL));
  f->log_path = quo_log_dup_path (f->article, 1);
  open_article (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  end (f, QUO_LOG_COMPACT);
  g_unlink (f->article);
  g_unlink (f->sidecar);
  g_unlink (f->log_path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->article);
  g_free (f->sidecar);
  g_free (f->log_path);
}

static void
say (Fixture *f, QuoAbout about, const char *value)
{
  g_autoptr (QuoEdit) edit = quo_verb_set_about (f->document, about, value);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_true (quo_document_apply (f->document, edit, &error));
  g_assert_no_error (error);
}

static void
check (Fixture *f, QuoAbout about, const char *known, const char *said)
{
  g_assert_cmpstr (quo_article_get_about (quo_document_get_article (f->document), about), ==,
                   known);
  g_assert_cmpstr (quo_header_get_about (quo_document_get_header (f->document), about), ==, said);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  check (f, QUO_ABOUT_TITLE, "Flood in Kiel", NULL);
  check (f, QUO_ABOUT_BYLINE, "Ana Bo", NULL);
  g_assert_null (quo_verb_set_about (f->document, QUO_ABOUT_TITLE, "Flood in Kiel"));
  say (f, QUO_ABOUT_TITLE, "The flood");
  say (f, QUO_ABOUT_PUBLISHED, "2026-03-31");
  g_assert_null (quo_verb_set_about (f->document, QUO_ABOUT_TITLE, "The flood"));
  check (f, QUO_ABOUT_TITLE, "The flood", "The flood");
  check (f, QUO_ABOUT_PUBLISHED, "2026-03-31", "2026-03-31");
  /* Blank: what the file says. */
  say (f, QUO_ABOUT_TITLE, "");
  check (f, QUO_ABOUT_TITLE, "Flood in Kiel", NULL);
  g_assert_nonnull (quo_document_undo (f->document));
  check (f, QUO_ABOUT_TITLE, "The flood", "The flood");
  g_assert_nonnull (quo_document_undo (f->document));
  g_assert_nonnull (quo_document_undo (f->document));
  check (f, QUO_ABOUT_TITLE, "Flood in Kiel", NULL);
  check (f, QUO_ABOUT_PUBLISHED, NULL, NULL);
  g_assert_nonnull (quo_document_redo (f->document));
  check (f, QUO_ABOUT_TITLE, "The flood", "The flood");
}

static void
test_saved (Fixture *f, gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  say (f, QUO_ABOUT_BYLINE, "Ana Bo and “C. D.”");
  say (f, QUO_ABOUT_LANG, "en-GB");
  quo_autosave_save_sync (f->autosave, &error);
  g_assert_no_error (error);
  end (f, QUO_LOG_COMPACT);
  g_assert_true (g_file_get_contents (f->sidecar, &written, NULL, NULL));
  g_assert_nonnull (g_strstr_len (written, -1, "\"x-byline\":\"Ana Bo and “C. D.”\""));
  open_article (f);
  check (f, QUO_ABOUT_BYLINE, "Ana Bo and “C. D.”", "Ana Bo and “C. D.”");
  check (f, QUO_ABOUT_LANG, "en-GB", "en-GB");
  /* The history of the last session goes on. */
  g_assert_nonnull (quo_document_undo (f->document));
  g_assert_nonnull (quo_document_undo (f->document));
  check (f, QUO_ABOUT_LANG, NULL, NULL);
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  say (f, QUO_ABOUT_TITLE, "One");
  say (f, QUO_ABOUT_TITLE, "Two \\ \"2\"");
  say (f, QUO_ABOUT_DATELINE, "KIEL");
  g_assert_nonnull (quo_document_undo (f->document));
  end (f, QUO_LOG_KEEP);
  open_article (f);
  g_assert_cmpuint (f->opening->n_unrecovered, ==, 0);
  check (f, QUO_ABOUT_TITLE, "Two \\ \"2\"", "Two \\ \"2\"");
  check (f, QUO_ABOUT_DATELINE, NULL, NULL);
  g_assert_nonnull (quo_document_redo (f->document));
  check (f, QUO_ABOUT_DATELINE, "KIEL", "KIEL");
  while (quo_document_undo (f->document) != NULL)
    ;
  check (f, QUO_ABOUT_TITLE, "Flood in Kiel", NULL);
}

static void
test_names (void)
{
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    g_assert_cmpint (quo_about_find (quo_about_get_name (i)), ==, i);
  g_assert_cmpint (quo_about_find ("colour"), ==, QUO_N_ABOUT);
}

#define ADD(name, func) g_test_add ("/read/about/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/about/names", test_names);
  ADD ("undo", test_undo);
  ADD ("saved", test_saved);
  ADD ("killed", test_killed);
  return g_test_run ();
}
