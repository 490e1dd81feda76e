/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exports held against files that were made elsewhere, and given to checkers that share no code
 * with this project, where somebody has them. QUO_RANDOM_DOCUMENTS is how many documents made by
 * chance each checker is given besides. */

#include "quo-config.h"

#include "format-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* In place of options: those of a document made by chance are chosen by chance, too. */
#define ANY_OPTIONS "any"

static const char *const articles[] = { "bare", "ferry", "market" };

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
  g_autofree char *expected = fixture_load (path);

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
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *name = g_strdup_printf ("/reference/example%s", references[i].file);

      g_test_add_data_func (name, &references[i], test_reference);
    }
  for (guint i = 0; i < G_N_ELEMENTS (checkers); i++)
    add_checkers (&checkers[i]);
  return g_test_run ();
}
