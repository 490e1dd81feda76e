/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each format makes of known articles, byte for byte.
 *
 * tests/formats/FORMAT/ARTICLE[,NAME=VALUE...].EXTENSION is what the format makes of
 * articles/ARTICLE.txt with these options; `layer=ID` among them is the layer. ARTICLE.losses is
 * the report. Every format has a folder, every folder all articles. QUO_WRITE_EXPECTED=1 writes
 * what is missing, to be looked at. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-error.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const articles[] = { "bare", "ferry", "market" };

typedef struct
{
  const QuoFormat *format;
  char *path; /* of the expected file */
  char *article;
  char *options; /* NULL: none */
  char *layer;
} Case;

static void
case_free (gpointer data)
{
  Case *c = data;

  g_free (c->path);
  g_free (c->article);
  g_free (c->options);
  g_free (c->layer);
  g_free (c);
}

static QuoSnapshot *
open_layer (const Case *c, QuoReport *report)
{
  g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", c->article);
  g_autoptr (GError) error = NULL;
  QuoSnapshot *picked;

  g_assert_nonnull (snapshot);
  picked = quo_format_pick_layer (c->format, snapshot, c->layer, report, &error);
  g_assert_no_error (error);
  return picked;
}

/* The style sheet of the report may change; its content must not. */
static const char *
skip_style (const char *html)
{
  const char *body = strstr (html, "<body>");

  return body != NULL ? body : html;
}

static void
test_file (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (QuoSnapshot) snapshot = open_layer (c, NULL);
  g_autoptr (QuoTarget) target = fixture_write (c->format, snapshot, c->options, NULL);
  g_autofree char *written = fixture_dup_text (target, NULL);
  g_autofree char *expected = fixture_load (c->path);

  if (g_str_equal (c->format->id, "html"))
    fixture_compare (c->path, skip_style (written), skip_style (expected));
  else
    fixture_compare (c->path, written, expected);
}

/* (transfer full) (nullable): which of the siblings of the format the file is, ".txt". */
static char *
dup_sibling (const QuoFormat *format, const char *file)
{
  g_auto (GStrv) siblings = g_strsplit (format->siblings != NULL ? format->siblings : "", ";", -1);

  for (guint i = 0; siblings[i] != NULL; i++)
    if (g_str_has_suffix (file, siblings[i]))
      return g_strdup (siblings[i]);
  return NULL;
}

/* Siblings have no options in their names: they are the same with all. */
static void
test_sibling (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (QuoSnapshot) snapshot = open_layer (c, NULL);
  g_autoptr (QuoTarget) target = fixture_write (c->format, snapshot, NULL, NULL);
  g_autofree char *sibling = dup_sibling (c->format, c->path);
  g_autofree char *written = fixture_dup_text (target, sibling);
  g_autofree char *expected = fixture_load (c->path);

  fixture_compare (c->path, written, expected);
}

/* A line a kind. */
static char *
dup_report (const QuoReport *report)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = quo_report_dup_line (report, i);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static void
test_losses (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoSnapshot) snapshot = open_layer (c, report);
  g_autoptr (QuoTarget) target = NULL;
  g_autofree char *told = NULL;
  g_autofree char *expected = fixture_load (c->path);

  target = fixture_write (c->format, snapshot, NULL, report);
  g_assert_nonnull (target);
  told = dup_report (report);
  fixture_compare (c->path, told, expected);
}

/* What a dry run tells is what a real one tells. */
static void
test_dry_run (gconstpointer data)
{
  const QuoFormat *format = data;
  g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", "ferry");
  g_autoptr (QuoReport) wet = quo_report_new ();
  g_autoptr (QuoReport) dry = quo_report_new ();
  g_autoptr (QuoTarget) target = fixture_write (format, snapshot, NULL, wet);
  g_autoptr (QuoTarget) nowhere = quo_target_new_nowhere ();

  g_assert_nonnull (target);
  g_assert_true (format->write (snapshot, nowhere, NULL, dry, NULL, NULL));
  g_assert_cmpuint (quo_report_get_length (wet), ==, quo_report_get_length (dry));
  g_assert_true (quo_target_commit (nowhere, NULL));
}

static void
test_cancelled (gconstpointer data)
{
  const QuoFormat *format = data;
  g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", "ferry");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuoTarget) target = quo_target_new_memory ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (format->write (snapshot, target, NULL, NULL, cancellable, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
}

/* --- The files --- */

/* "ferry,offsets=utf16" of "ferry,offsets=utf16.jsonld" */
static Case *
make_case (const QuoFormat *format, const char *folder, const char *file, const char *extension)
{
  Case *c = g_new0 (Case, 1);
  g_autofree char *stem = g_strndup (file, strlen (file) - strlen (extension) - 1);
  g_auto (GStrv) parts = g_strsplit (stem, ",", -1);
  g_autoptr (GPtrArray) options = g_ptr_array_new ();

  c->format = format;
  c->path = g_build_filename (folder, file, NULL);
  c->article = g_strdup (parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "layer="))
      c->layer = g_strdup (parts[i] + strlen ("layer="));
    else
      g_ptr_array_add (options, parts[i]);
  g_ptr_array_add (options, NULL);
  if (options->len > 1)
    c->options = g_strjoinv (",", (char **)options->pdata);
  return c;
}

/* What test-import reads. */
static gboolean
is_of_import (const char *file)
{
  return g_str_has_prefix (file, "in.") || g_str_has_prefix (file, "in-")
         || g_str_has_prefix (file, "in,") || g_str_has_prefix (file, "bad-")
         || g_str_has_prefix (file, "expected") || g_str_has_prefix (file, "article");
}

static void
add_file (const QuoFormat *format, const char *folder, const char *file)
{
  g_auto (GStrv) extensions = g_strsplit (format->extensions, ";", -1);
  g_autofree char *name = g_strdup_printf ("/formats/%s/%s", format->id, file);
  g_autofree char *sibling = dup_sibling (format, file);
  const char *extension = extensions[0];
  GTestDataFunc func = test_file;

  if (is_of_import (file))
    return;
  if (g_str_has_suffix (file, ".losses"))
    {
      extension = "losses";
      func = test_losses;
    }
  else if (sibling != NULL)
    {
      extension = sibling + 1;
      func = test_sibling;
    }
  else if (!g_str_has_suffix (file, extension))
    g_error ("%s/%s is no output of this format", format->id, file);
  g_test_add_data_func_full (name, make_case (format, folder, file, extension), func, case_free);
}

static void
write_file (QuoTarget *target, const char *extension, const char *path)
{
  g_autoptr (GBytes) bytes = quo_target_dup_bytes (target, extension);
  gsize len;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &len) : NULL;

  if (bytes != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_true (g_file_set_contents (path, data != NULL ? data : "", (gssize)len, NULL));
}

/* For who adds a format: what it makes of each article, where there is no file of it yet. */
static void
write_missing (const QuoFormat *format, const char *folder)
{
  g_auto (GStrv) siblings = g_strsplit (format->siblings != NULL ? format->siblings : "", ";", -1);

  g_mkdir_with_parents (folder, 0777);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      Case c = { .format = format, .article = (char *)articles[i] };
      g_autoptr (QuoReport) report = quo_report_new ();
      g_autoptr (QuoSnapshot) snapshot = open_layer (&c, report);
      g_autoptr (QuoTarget) target = fixture_write (format, snapshot, NULL, report);
      g_autofree char *name = quo_format_dup_name (format, articles[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *losses = g_strdup_printf ("%s/%s.losses", folder, articles[i]);
      g_autofree char *told = dup_report (report);

      write_file (target, NULL, path);
      for (guint k = 0; siblings[k] != NULL; k++)
        {
          g_autofree char *sibling = g_strdup_printf ("%s/%s%s", folder, articles[i], siblings[k]);

          write_file (target, siblings[k], sibling);
        }
      if (!g_file_test (losses, G_FILE_TEST_EXISTS))
        g_assert_true (g_file_set_contents (losses, told, -1, NULL));
    }
}

/* A folder that lacks an article is a test that nobody wrote. */
static void
test_folder (gconstpointer data)
{
  const QuoFormat *format = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "formats", format->id, NULL);

  if (g_getenv ("QUO_WRITE_EXPECTED") != NULL)
    write_missing (format, folder);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *name = quo_format_dup_name (format, articles[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_error ("there is no %s", path);
    }
}

static void
add_format (const QuoFormat *format)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "formats", format->id, NULL);
  g_autofree char *all = g_strdup_printf ("/formats/%s/all-articles", format->id);
  g_autofree char *dry = g_strdup_printf ("/formats/%s/dry-run", format->id);
  g_autofree char *cancelled = g_strdup_printf ("/formats/%s/cancelled", format->id);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  if (format->write == NULL)
    return;
  g_test_add_data_func (all, format, test_folder);
  g_test_add_data_func (dry, format, test_dry_run);
  g_test_add_data_func (cancelled, format, test_cancelled);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    add_file (format, folder, file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    add_format (*format);
  return g_test_run ();
}
