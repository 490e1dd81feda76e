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

/* In place of options: those of a document made by chance are chosen by chance, too. */
#define ANY_OPTIONS "any"

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

static char *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
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
  g_autofree char *expected = load (c->path);

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
  g_autofree char *expected = load (c->path);

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
  g_autofree char *expected = load (c->path);

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

/* --- Reference files, and checkers that share no code with this project --- */

typedef struct
{
  const char *format, *options, *extension, *file;
} Reference;

static const Reference references[] = {
  { "brat", NULL, NULL, ".ann" },
  { "brat", NULL, ".txt", ".txt" },
  { "brat", "conf=yes", ".annotation.conf", ".annotation.conf" },
  { "webannotation", NULL, NULL, ".jsonld" },
  { "webannotation", "offsets=utf16", NULL, ".utf16.jsonld" },
  { "doccano", NULL, NULL, ".doccano.jsonl" },
  { "prodigy", NULL, NULL, ".prodigy.jsonl" },
  { "labelstudio", NULL, NULL, ".labelstudio.json" },
  { "csv-annotations", NULL, NULL, ".annotations.csv" },
  { "csv-quotes", NULL, NULL, ".quotes.csv" },
  { "conll", NULL, NULL, ".conll" },
  { "tei", NULL, NULL, ".tei.xml" },
  { "geojson", NULL, NULL, ".geojson" },
  { "agreement", NULL, NULL, ".pygamma.csv" },
};

static void
check_reference (const Reference *reference, const char *article, const char *golden)
{
  const QuoFormat *format = quo_formats_find (reference->format);
  g_autofree char *folder = fixture_find_reference ("sidecar");
  g_autofree char *file = g_strconcat (article, reference->file, NULL);
  g_autofree char *path = g_build_filename (golden, file, NULL);
  g_autoptr (QuoSnapshot) whole = fixture_open (folder, article);
  g_autoptr (QuoSnapshot) snapshot = quo_format_pick_layer (format, whole, "L1", NULL, NULL);
  g_autoptr (QuoTarget) target = fixture_write (format, snapshot, reference->options, NULL);
  g_autofree char *written = fixture_dup_text (target, reference->extension);
  g_autofree char *expected = load (path);

  fixture_compare (file, written, expected);
}

static void
test_reference (gconstpointer data)
{
  g_autofree char *golden = fixture_find_reference ("sidecar/golden");

  if (golden == NULL)
    {
      g_test_skip ("the reference files are not at hand");
      return;
    }
  check_reference (data, "example", golden);
  check_reference (data, "example2", golden);
}

static void
write_files (const char *folder, QuoSnapshot *snapshot, const char *article, const char *id,
             const char *options, const char *extension)
{
  const QuoFormat *format = quo_formats_find (id);
  g_autoptr (QuoTarget) target = fixture_write (format, snapshot, options, NULL);
  g_autofree char *text = fixture_dup_text (target, extension);
  g_autofree char *name = g_strconcat (article, extension != NULL ? extension : ".out", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
run_checker (const char *checker, const char *file, const char *article, const char *offsets)
{
  const char *option = offsets != NULL ? "--offsets" : NULL;
  const char *python = g_getenv ("QUO_PYTHON");
  const char *argv[]
      = { python != NULL ? python : "python3", checker, file, article, option, offsets, NULL };
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", out, err);
  g_assert_cmpint (status, ==, 0);
}

/* What the format makes of @snapshot, whose article is @source, held against both. */
static void
check_output (const Reference *reference, const char *scratch, QuoSnapshot *snapshot,
              const char *article, const char *source)
{
  g_autofree char *folder = fixture_find_reference ("formats/validators");
  g_autofree char *checker = g_build_filename (folder, reference->file, NULL);
  g_autofree char *out = g_strdup_printf ("%s/%s.out", scratch, article);
  g_autofree char *text = g_strdup_printf ("%s/%s.txt", scratch, article);
  gboolean has_sibling = reference->extension != NULL;

  write_files (scratch, snapshot, article, reference->format, reference->options, NULL);
  if (has_sibling)
    write_files (scratch, snapshot, article, reference->format, reference->options,
                 reference->extension);
  run_checker (checker, out, has_sibling ? text : source,
               reference->options != NULL && strstr (reference->options, "utf16") != NULL ? "utf16"
                                                                                          : NULL);
  g_remove (out);
  g_remove (text);
}

/* The text of the article as a file, which the checkers are given. */
static void
write_source (const char *source, QuoSnapshot *snapshot)
{
  const QuoText *text = snapshot->article->text;

  g_assert_true (g_file_set_contents (source, quo_text_get_utf8 (text),
                                      (gssize)quo_text_get_bytes (text), NULL));
}

/* (transfer full): a value for each option of the format, by chance. */
static char *
pick_options (const QuoFormat *format)
{
  GString *picked = g_string_new (NULL);

  for (const QuoFormatOption *option = format->options; option->name != NULL; option++)
    {
      g_auto (GStrv) values = g_strsplit (option->values, "|", -1);
      gint32 n = (gint32)g_strv_length (values);

      g_string_append_printf (picked, "%s%s=%s", picked->len > 0 ? "," : "", option->name,
                              values[g_test_rand_int_range (0, n)]);
    }
  return g_string_free (picked, FALSE);
}

/* Documents made by chance, as many as QUO_RANDOM_DOCUMENTS says. */
static void
check_random (const Reference *reference, const char *scratch, const char *source)
{
  const char *wanted = g_getenv ("QUO_RANDOM_DOCUMENTS");
  guint n = wanted != NULL ? (guint)g_ascii_strtoull (wanted, NULL, 10) : 0;

  for (guint i = 0; i < n && !g_test_failed (); i++)
    {
      g_autoptr (QuoSnapshot) snapshot = fixture_make_random (
          (guint)g_test_rand_int_range (20, 900), (guint)g_test_rand_int_range (1, 60));
      Reference chosen = *reference;
      g_autofree char *picked = NULL;

      if (g_strcmp0 (reference->options, ANY_OPTIONS) == 0)
        chosen.options = picked = pick_options (quo_formats_find (reference->format));
      write_source (source, snapshot);
      check_output (&chosen, scratch, snapshot, "random", source);
    }
}

static void
test_checker (gconstpointer data)
{
  const Reference *reference = data;
  gboolean is_any = g_strcmp0 (reference->options, ANY_OPTIONS) == 0;
  g_autofree char *folder = fixture_find_reference ("formats/validators");
  g_autofree char *scratch = NULL;
  g_autofree char *source = NULL;

  if (folder == NULL || reference->file == NULL)
    {
      g_test_skip ("the checkers are not at hand");
      return;
    }
  scratch = g_dir_make_tmp ("quo-formats-XXXXXX", NULL);
  source = g_build_filename (scratch, "article.txt", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (articles) && !is_any; i++)
    {
      g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", articles[i]);

      write_source (source, snapshot);
      check_output (reference, scratch, snapshot, articles[i], source);
    }
  check_random (reference, scratch, source);
  g_remove (source);
  g_rmdir (scratch);
}

/* Each of them with every value of every option of the format, and with all options by chance. */
static const Reference checkers[] = {
  { "brat", NULL, ".txt", "brat_check.py" },
  { "doccano", NULL, NULL, "doccano_check.py" },
  { "labelstudio", NULL, NULL, "labelstudio_check.py" },
  { "cas", NULL, NULL, "casjson_check.py" },
  { "webannotation", NULL, NULL, "wa_jsonld_check.py" },
  { "conll", NULL, NULL, "conll_check.py" },
  { "conllu", NULL, NULL, "conll_check.py" },
  { "tei", NULL, NULL, "tei_check.py" },
  { "geojson", NULL, NULL, "geojson_check.py" },
};

static void
free_reference (gpointer data)
{
  Reference *reference = data;

  g_free ((char *)reference->options);
  g_free (reference);
}

/* @options (transfer full) */
static void
add_checker (const Reference *checker, char *options)
{
  Reference *reference = g_memdup2 (checker, sizeof *checker);
  g_autofree char *name
      = g_strdup_printf ("/checker/%s%s%s", checker->format, options != NULL ? "/" : "",
                         options != NULL ? options : "");

  reference->options = options;
  g_test_add_data_func_full (name, reference, test_checker, free_reference);
}

static void
add_checkers (const Reference *checker)
{
  const QuoFormatOption *options = quo_formats_find (checker->format)->options;

  add_checker (checker, NULL);
  for (guint i = 0; options != NULL && options[i].name != NULL; i++)
    {
      g_auto (GStrv) values = g_strsplit (options[i].values, "|", -1);

      for (guint v = 1; v < g_strv_length (values); v++) /* the first is that without the option */
        add_checker (checker, g_strdup_printf ("%s=%s", options[i].name, values[v]));
    }
  if (options != NULL)
    add_checker (checker, g_strdup (ANY_OPTIONS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    add_format (*format);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *name = g_strdup_printf ("/reference/example%s", references[i].file);

      g_test_add_data_func (name, &references[i], test_reference);
    }
  for (guint i = 0; i < G_N_ELEMENTS (checkers); i++)
    add_checkers (&checkers[i]);
  return g_test_run ();
}
