/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article that is read before it is asked for: taken once, by who asks for it, with what went
 * wrong; and given up with its lock. */
#include "quo-read-ahead.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder, *path;
  QuoReport *report;
  QuoOpening *opening;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-ahead-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "story.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "Ida Holm left Bergen.\n", -1, NULL));
  fixture->report = quo_report_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  quo_read_ahead_drop ();
  g_clear_pointer (&fixture->opening, quo_opening_free);
  quo_report_free (fixture->report);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
take (Fixture *fixture, const char *path, GError **error)
{
  return quo_read_ahead_take (path, &fixture->report, &fixture->opening, error);
}

static void
taken_once (Fixture *fixture, gconstpointer data)
{
  quo_read_ahead_start (fixture->path);
  g_assert_false (take (fixture, "/elsewhere/story.txt", NULL));
  g_assert_true (take (fixture, fixture->path, NULL));
  g_assert_nonnull (fixture->opening->document);
  g_assert_cmpstr (fixture->opening->article_path, ==, fixture->path);
  g_assert_false (take (fixture, fixture->path, NULL));
}

static void
nothing_begun (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sidecar = g_strconcat (fixture->path, ".quo.json", NULL);

  g_assert_true (g_file_set_contents (sidecar, "{}", -1, NULL));
  quo_read_ahead_start ("/nonexistent/story.txt");
  g_assert_false (take (fixture, "/nonexistent/story.txt", NULL));
  quo_read_ahead_start (fixture->folder);
  g_assert_false (take (fixture, fixture->folder, NULL));
  quo_read_ahead_start (sidecar);
  g_assert_false (take (fixture, sidecar, NULL));
}

static void
failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sidecar = g_strconcat (fixture->path, ".quo.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (sidecar, "{ not JSON", -1, NULL));
  quo_read_ahead_start (fixture->path);
  g_assert_true (take (fixture, fixture->path, &error));
  g_assert_null (fixture->opening);
  g_assert_nonnull (error);
}

/* Whoever opens it afterwards finds it free. */
static void
dropped (Fixture *fixture, gconstpointer data)
{
  quo_read_ahead_start (fixture->path);
  quo_read_ahead_drop ();
  g_assert_false (take (fixture, fixture->path, NULL));
  fixture->opening = quo_open_to_edit (fixture->path, NULL, NULL, NULL, NULL);
  g_assert_nonnull (fixture->opening);
  g_assert_false (fixture->opening->is_elsewhere);
}

#define ADD(name, func) g_test_add ("/ui/read-ahead/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("taken-once", taken_once);
  ADD ("nothing-begun", nothing_begun);
  ADD ("failure", failure);
  ADD ("dropped", dropped);
  return g_test_run ();
}
