/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of articles without a window: files, progress, grouping, finding. */
#include "quo-config.h"

#include "quo-folder-files.h"
#include "quo-folder-search.h"
#include "quo-folder-uses.h"
#include "quo-folder.h"
#include "quo-reader.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *path;
  QuoFolder *folder;
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A sidecar with one annotation, in a layer of the person @name. */
static void
write_sidecar (Fixture *fixture, const char *name, const char *by, const char *state)
{
  g_autofree char *sidecar = g_strconcat (name, ".quo.json", NULL);
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (QuoArticle) article = quo_read_article (path, NULL, NULL, NULL);
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"quotidian-annotations\",\"version\":\"1.0\",\"document\":{\"file\":\"%s\","
      "\"sha256\":\"%s\",\"length\":%u},"
      "\"agents\":[{\"id\":\"ag\",\"type\":\"person\",\"name\":\"%s\"}],"
      "\"layers\":[{\"id\":\"la\",\"by\":\"ag\",\"state\":\"%s\"}],"
      "\"annotations\":[{\"id\":\"a1\",\"layer\":\"la\",\"type\":\"person\",\"at\":[[0,4]],"
      "\"quote\":[\"Anna\"]}]}",
      name, article->sha256, quo_text_get_length (article->text), by, state);

  write_file (fixture, sidecar, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = g_dir_make_tmp ("quo-folder-XXXXXX", NULL);
  g_assert_nonnull (fixture->path);
  fixture->folder = quo_folder_new ();
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A task holds the folder until its thread has let go of it. */
  quo_folder_open (fixture->folder, NULL);
  while (g_atomic_int_get ((gint *)&G_OBJECT (fixture->folder)->ref_count) > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->folder);
  remove_all (fixture->path);
  g_free (fixture->path);
}

static void
open_and_wait (Fixture *fixture)
{
  quo_folder_open (fixture->folder, fixture->path);
  while (quo_folder_is_reading (fixture->folder))
    g_main_context_iteration (NULL, TRUE);
}

/* The rows as one word: headings in brackets. */
static char *
dup_rows (Fixture *fixture)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->folder)); i++)
    {
      g_autoptr (QuoFolderEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->folder), i);
      const char *heading = quo_folder_entry_get_heading (entry);

      if (heading != NULL)
        g_string_append_printf (rows, "[%s]", heading);
      else
        g_string_append_printf (rows, "%s;", quo_folder_entry_get_title (entry));
    }
  return g_string_free (rows, FALSE);
}

static void
test_names (void)
{
  g_autofree char *of_sidecar = quo_folder_dup_article ("/f/a.docx.quo.json");
  g_autofree char *of_article = quo_folder_dup_article ("/f/a.TXT");
  g_autofree char *of_other = quo_folder_dup_article ("/f/a.png");
  g_autofree char *of_hidden = quo_folder_dup_article ("/f/.a.txt");

  g_assert_true (quo_folder_is_article ("a.txt", FALSE));
  g_assert_true (quo_folder_is_article ("a.odd", TRUE));
  g_assert_false (quo_folder_is_article ("a.odd", FALSE));
  g_assert_false (quo_folder_is_article ("a.txt.quo.json", TRUE));
  g_assert_false (quo_folder_is_article ("news.tagset.json", FALSE));
  g_assert_true (quo_folder_is_article ("a.HTML", FALSE));
  g_assert_true (quo_folder_is_article ("a.docx", FALSE));
  g_assert_true (quo_folder_is_article ("a.pdf", FALSE));
  g_assert_cmpstr (of_sidecar, ==, "/f/a.docx");
  g_assert_cmpstr (of_article, ==, "/f/a.TXT");
  g_assert_null (of_other);
  g_assert_null (of_hidden);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint n_words;
  } cases[] = {
    { "", 0 },
    { "One two\nthree", 3 },
    { "“Nobody,” she said — twice.", 4 },
    { "Göteborg’s 9,000 commuters", 3 },
    { "東京 2", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuoText) text = quo_text_new (cases[i].text);
      g_assert_cmpuint (quo_folder_count_words (text), ==, cases[i].n_words);
    }
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;
  g_autofree char *filtered = NULL;

  write_file (fixture, "a10.txt", "Anna ten\n");
  write_file (fixture, "a2.txt", "Anna two\n");
  write_file (fixture, "a1.txt", "Anna one\n");
  write_file (fixture, "inner/b.txt", "Bo inside\n");
  write_file (fixture, "picture.png", "no article");
  write_file (fixture, ".hidden.txt", "hidden");
  write_sidecar (fixture, "a10.txt", "", "open");
  write_sidecar (fixture, "a1.txt", "", "done");
  open_and_wait (fixture);
  rows = dup_rows (fixture);
  g_assert_cmpstr (rows, ==, "[In progress]Anna ten;[Next]Anna two;Bo inside;[Done]Anna one;");
  g_assert_cmpuint (quo_folder_count (fixture->folder, QUO_PROGRESS_NEXT), ==, 2);
  g_assert_cmpuint (quo_folder_count_read (fixture->folder), ==, 4);
  quo_folder_set_filter (fixture->folder, "ANNA T");
  filtered = dup_rows (fixture);
  g_assert_cmpstr (filtered, ==, "[In progress]Anna ten;[Next]Anna two;");
}

/* What somebody else has done is not done for me; who has no layer sees what others have done. */
static void
test_whose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a.txt", NULL);
  g_autoptr (QuoFolderStatus) hers = NULL;
  g_autoptr (QuoFolderStatus) of_all = NULL;

  write_file (fixture, "a.txt", "Anna says\n");
  write_sidecar (fixture, "a.txt", "Anna", "done");
  hers = quo_folder_status_read (path, "Anna", NULL);
  of_all = quo_folder_status_read (path, "Bo", NULL);
  g_assert_cmpint (hers->progress, ==, QUO_PROGRESS_DONE);
  g_assert_cmpint (of_all->progress, ==, QUO_PROGRESS_DONE);
  g_assert_cmpuint (hers->n_annotations, ==, 1);
  g_assert_cmpfloat_with_epsilon (hers->share, .4, .001);
  g_assert_true (quo_folder_status_is_current (hers, path));
  write_sidecar (fixture, "a.txt", "Anna", "open");
  g_assert_false (quo_folder_status_is_current (hers, path));
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a.txt", NULL);
  g_autoptr (QuoFolderStatus) status = NULL;

  write_file (fixture, "a.txt", "Anna says\n");
  write_file (fixture, "a.txt.quo.json", "{");
  status = quo_folder_status_read (path, "", NULL);
  g_assert_nonnull (status->problem);
  g_assert_cmpstr (status->title, ==, "a.txt");
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->path, "a.txt", NULL);
  g_autofree char *c = g_build_filename (fixture->path, "c.txt", NULL);

  write_file (fixture, "a.txt", "Anna\n");
  write_file (fixture, "b.txt", "Anna\n");
  write_file (fixture, "c.txt", "Anna\n");
  write_sidecar (fixture, "b.txt", "", "done");
  open_and_wait (fixture);
  g_assert_cmpstr (quo_folder_get_next (fixture->folder, a), ==, c);
  g_assert_cmpstr (quo_folder_get_next (fixture->folder, c), ==, a);
  g_assert_cmpstr (quo_folder_get_next (fixture->folder, NULL), ==, a);
  quo_folder_set_filter (fixture->folder, "A.TXT");
  g_assert_cmpstr (quo_folder_get_next (fixture->folder, c), ==, a);
  g_assert_null (quo_folder_get_next (fixture->folder, a));
  quo_folder_set_filter (fixture->folder, "");
  write_sidecar (fixture, "a.txt", "", "done");
  open_and_wait (fixture);
  g_assert_null (quo_folder_get_next (fixture->folder, c));
}

/* Who is done with two articles at once is not led back to the first while it is being read again.
 */
static void
test_next_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->path, "a.txt", NULL);
  g_autofree char *b = g_build_filename (fixture->path, "b.txt", NULL);

  write_file (fixture, "a.txt", "Anna\n");
  write_file (fixture, "b.txt", "Anna\n");
  open_and_wait (fixture);
  write_sidecar (fixture, "a.txt", "", "done");
  quo_folder_touch (fixture->folder, a);
  quo_folder_note_done (fixture->folder, a);
  g_assert_null (quo_folder_get_next (fixture->folder, b));
  g_assert_true (quo_folder_is_reading (fixture->folder));
  while (quo_folder_is_reading (fixture->folder))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (quo_folder_get_next (fixture->folder, b));
  g_assert_cmpuint (quo_folder_count (fixture->folder, QUO_PROGRESS_DONE), ==, 1);
}

static void
on_failed (QuoFolder *folder, const char *message, char **told)
{
  *told = g_strdup (message);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "nowhere", NULL);
  g_autofree char *told = NULL;

  g_signal_connect (fixture->folder, "failed", G_CALLBACK (on_failed), &told);
  quo_folder_open (fixture->folder, path);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (told, "nowhere"));
  g_assert_false (quo_folder_is_reading (fixture->folder));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoFolderSearch) search = quo_folder_search_new ();
  g_autoptr (QuoFolderHit) heading = NULL;
  g_autoptr (QuoFolderHit) hit = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  write_file (fixture, "a.txt", "Anna\n\nA long line before it, and then\tAnna\nLarsson spoke.\n");
  write_file (fixture, "b.txt", "Bo\n");
  write_sidecar (fixture, "a.txt", "", "open");
  g_ptr_array_add (paths, g_build_filename (fixture->path, "b.txt", NULL));
  g_ptr_array_add (paths, g_build_filename (fixture->path, "a.txt", NULL));
  quo_folder_search_start (search, paths, "anna");
  while (quo_folder_search_is_running (search))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (quo_folder_search_count_hits (search), ==, 2);
  g_assert_cmpuint (quo_folder_search_count_articles (search), ==, 1);
  heading = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpstr (quo_folder_hit_get_title (heading), ==, "Anna");
  g_assert_cmpuint (quo_folder_hit_get_n_hits (heading), ==, 2);
  hit = g_list_model_get_item (G_LIST_MODEL (search), 1);
  g_assert_cmpstr (quo_folder_hit_get_label (hit), ==, "person");
  g_clear_object (&hit);
  hit = g_list_model_get_item (G_LIST_MODEL (search), 2);
  g_assert_null (quo_folder_hit_get_label (hit));
  g_assert_cmpstr (quo_folder_hit_get_before (hit), ==, "A long line before it, and then ");
  g_assert_cmpstr (quo_folder_hit_get_match (hit), ==, "Anna");
}

/* A search that is given up tells nothing any more. */
static void
test_search_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoFolderSearch) search = quo_folder_search_new ();

  for (guint i = 0; i < 50; i++)
    {
      GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

      write_file (fixture, "a.txt", "Anna\n");
      g_ptr_array_add (paths, g_build_filename (fixture->path, "a.txt", NULL));
      quo_folder_search_start (search, paths, "anna");
      if (i % 2 == 0)
        g_main_context_iteration (NULL, FALSE);
      quo_folder_search_stop (search);
      g_assert_cmpuint (quo_folder_search_count_hits (search), <=, 1);
    }
  while (g_main_context_iteration (NULL, FALSE))
    g_assert_false (quo_folder_search_is_running (search));
}

/* What somebody who listens to the list knows of it. */
static void
follow (GListModel *model, guint position, guint n_removed, guint n_added, GPtrArray *known)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (known, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    g_ptr_array_insert (known, (int)i, g_list_model_get_item (model, i));
}

static void
assert_known (Fixture *fixture, GPtrArray *known)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->folder));

  g_assert_cmpuint (known->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuoFolderEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->folder), i);

      g_assert_true (known->pdata[i] == entry);
    }
}

/* The headings are rows, too. */
static void
wait_for_rows (Fixture *fixture, GPtrArray *known, guint n)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->folder)) != n)
    {
      g_main_context_iteration (NULL, TRUE);
      assert_known (fixture, known);
    }
}

/* A long list is told of by pieces, while its articles are read, and filtered meanwhile. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *last = g_build_filename (fixture->path, "a0299.txt", NULL);
  guint position;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%04u.txt", i);

      write_file (fixture, name, i % 2 == 0 ? "Anna\n" : "Bo\n");
      if (i % 100 == 0)
        write_sidecar (fixture, name, "", "done");
    }
  g_signal_connect (fixture->folder, "items-changed", G_CALLBACK (follow), known);
  quo_folder_open (fixture->folder, fixture->path);
  while (quo_folder_is_reading (fixture->folder))
    {
      g_main_context_iteration (NULL, TRUE);
      assert_known (fixture, known);
    }
  wait_for_rows (fixture, known, 302);
  quo_folder_set_filter (fixture->folder, "anna");
  g_assert_cmpuint (quo_folder_count_shown (fixture->folder), ==, 150);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->folder)), <, 100);
  quo_folder_set_filter (fixture->folder, "bo");
  g_main_context_iteration (NULL, TRUE);
  assert_known (fixture, known);
  g_assert_cmpuint (quo_folder_get_position (fixture->folder, last), ==, 150);
  wait_for_rows (fixture, known, 151);
  quo_folder_set_filter (fixture->folder, "");
  /* Who asks where an article stands may go there. */
  position = quo_folder_get_position (fixture->folder, last);
  g_assert_cmpuint (position, ==, 297);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->folder)), ==, 302);
  assert_known (fixture, known);
  g_signal_handlers_disconnect_by_func (fixture->folder, follow, known);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
count_uses (Fixture *fixture, const char *open_article, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  quo_folder_uses_count_async (fixture->path, open_article, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

/* The open article is left to who has it open; what is no sidecar is counted itself. */
static void
test_uses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *open = g_build_filename (fixture->path, "inner", "b.txt", NULL);
  g_autoptr (QuoFolderUses) uses = NULL, others = NULL;
  g_autoptr (GAsyncResult) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "a.txt", "Anna went.");
  write_sidecar (fixture, "a.txt", "Me", "open");
  write_file (fixture, "inner/b.txt", "Anna came.");
  write_sidecar (fixture, "inner/b.txt", "Me", "open");
  write_file (fixture, "c.txt", "Anna slept.");
  write_file (fixture, "c.txt.quo.json", "{");
  first = count_uses (fixture, NULL, NULL);
  uses = quo_folder_uses_count_finish (first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quo_folder_uses_get (uses, "person"), ==, 2);
  g_assert_cmpuint (quo_folder_uses_get (uses, "place"), ==, 0);
  g_assert_cmpuint (quo_folder_uses_get_n_unread (uses), ==, 1);
  second = count_uses (fixture, open, NULL);
  others = quo_folder_uses_count_finish (second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quo_folder_uses_get (others, "person"), ==, 1);
}

static void
test_uses_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "a.txt", "Anna went.");
  g_cancellable_cancel (cancellable);
  result = count_uses (fixture, NULL, cancellable);
  g_assert_null (quo_folder_uses_count_finish (result, &error));
  g_assert_nonnull (error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/folder/names", test_names);
  g_test_add_func ("/ui/folder/words", test_words);
  ADD ("/ui/folder/groups", test_groups);
  ADD ("/ui/folder/pieces", test_pieces);
  ADD ("/ui/folder/uses", test_uses);
  ADD ("/ui/folder/uses-stopped", test_uses_stopped);
  ADD ("/ui/folder/whose", test_whose);
  ADD ("/ui/folder/problem", test_problem);
  ADD ("/ui/folder/next", test_next);
  ADD ("/ui/folder/next-at-once", test_next_at_once);
  ADD ("/ui/folder/missing", test_missing);
  ADD ("/ui/folder/search", test_search);
  ADD ("/ui/folder/search-stopped", test_search_stopped);
  return g_test_run ();
}
