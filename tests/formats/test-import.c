/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each format reads. tests/formats/FORMAT/ holds
 *
 *   in*.EXT        a file, with the files it needs beside it (in.txt); `,NAME=VALUE` in its name
 * are options; article*.txt, if there is one, is the article it is imported into, with what is
 * known of it in article*.txt.quo.json; expected*.quo.json what comes of it; expected*-2.quo.json
 * of its second text expected*.report     what is told about it; without it nothing may be
 * bad-*.EXT      a file that must be refused, with the message in bad-*.error
 *
 * Every format that reads has both kinds, and no damage of a file ends the program.
 * QUO_WRITE_EXPECTED=1 writes the expected files. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-error.h"
#include "quo-import.h"
#include "quo-opening.h"
#include "quo-reader.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <string.h>

#define N_DAMAGES 60

typedef struct
{
  const QuoFormat *format;
  char *folder, *file;
  char *stem;    /* "in-utf16" or "bad-cut" */
  char *options; /* "a=b,c=d" */
} Case;

static void
free_case (gpointer data)
{
  Case *c = data;

  g_free (c->folder);
  g_free (c->file);
  g_free (c->stem);
  g_free (c->options);
  g_free (c);
}

/* FOLDER/PREFIX + what follows the first word of the stem + SUFFIX. */
static char *
dup_beside (const Case *c, const char *prefix, const char *suffix)
{
  const char *rest = c->stem + (g_str_has_prefix (c->stem, "in") ? strlen ("in") : strlen ("bad"));
  g_autofree char *name = g_strconcat (prefix, rest, suffix, NULL);

  return g_build_filename (c->folder, name, NULL);
}

static GHashTable *
parse_options (const Case *c)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (c->options, ",", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (!quo_format_check_read_option (c->format, pair[0], pair[1], &error))
        g_error ("%s", error->message);
      g_hash_table_insert (values, g_strdup (pair[0]), g_strdup (pair[1]));
    }
  return values;
}

/* --- Files --- */

static void
compare_file (const char *path, const char *written)
{
  g_autofree char *expected = NULL;

  if (g_getenv ("QUO_WRITE_EXPECTED") != NULL)
    {
      if (*written != '\0' || g_file_test (path, G_FILE_TEST_EXISTS))
        g_assert_true (g_file_set_contents (path, written, -1, NULL));
      return;
    }
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    expected = g_strdup ("");
  fixture_compare (path, written, expected);
}

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

static QuoArticle *
find_article (const Case *c)
{
  g_autofree char *path = dup_beside (c, "article", ".txt");
  g_autoptr (GError) error = NULL;
  QuoArticle *article = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  article = quo_read_article (path, NULL, NULL, &error);
  g_assert_no_error (error);
  return article;
}

/* What is known of that article: the sidecar beside it, if there is one. */
static QuoSnapshot *
find_known (const Case *c)
{
  g_autofree char *path = dup_beside (c, "article", ".txt");
  g_autofree char *sidecar = g_strconcat (path, ".quo.json", NULL);
  g_autoptr (QuoOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (sidecar, G_FILE_TEST_EXISTS))
    return NULL;
  opening = quo_open (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return quo_snapshot_ref (opening->snapshot);
}

static void
check_sniff (const Case *c, QuoSource *source)
{
  const QuoFormat *found = NULL;
  g_autoptr (GError) error = NULL;

  if (c->format->sniff == NULL || *c->options != '\0') /* what must be told cannot be known */
    return;
  g_assert_true (quo_import_sniff (source, &found, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found->id, ==, c->format->id);
}

static void
check_texts (const Case *c, const QuoImport *import)
{
  for (guint i = 0; i < import->texts->len; i++)
    {
      const QuoImported *text = g_ptr_array_index (import->texts, i);
      g_autoptr (GBytes) bytes = quo_sidecar_write (text->snapshot, NULL);
      g_autofree char *suffix
          = i == 0 ? g_strdup (".quo.json") : g_strdup_printf ("-%u.quo.json", i + 1);
      g_autofree char *path = dup_beside (c, "expected", suffix);
      gsize len;
      const char *data = g_bytes_get_data (bytes, &len);
      g_autofree char *written = g_strndup (data, len);

      compare_file (path, written);
    }
}

static void
test_in (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = g_build_filename (c->folder, c->file, NULL);
  g_autofree char *report_path = dup_beside (c, "expected", ".report");
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GHashTable) values = parse_options (c);
  g_autoptr (QuoArticle) article = find_article (c);
  QuoFormatOptions options = { .values = values };
  g_autoptr (QuoImport) import = quo_import_new (c->format, source, article, &options, report);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) known = find_known (c);
  g_autofree char *told = NULL;

  import->into = known;
  check_sniff (c, source);
  if (!quo_import_run (import, NULL, &error))
    g_error ("%s", error->message);
  check_texts (c, import);
  told = dup_report (report);
  compare_file (report_path, told);
}

/* It is refused with its message, nothing comes of it, and what can be read is read on request. */
static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = g_build_filename (c->folder, c->file, NULL);
  g_autofree char *error_path = dup_beside (c, "bad", ".error");
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  g_autoptr (GHashTable) values = parse_options (c);
  g_autoptr (QuoArticle) article = find_article (c);
  QuoFormatOptions options = { .values = values };
  g_autoptr (QuoImport) import = quo_import_new (c->format, source, article, &options, NULL);
  g_autoptr (QuoImport) again = quo_import_new (c->format, source, article, &options, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) known = find_known (c);
  g_autofree char *message = NULL;

  import->into = again->into = known;
  g_assert_false (quo_import_run (import, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (import->texts->len, ==, 0);
  message = g_strconcat (error->message, "\n", NULL);
  compare_file (error_path, message);
  again->is_partial = TRUE;
  if (quo_import_run (again, NULL, NULL))
    g_assert_cmpuint (again->texts->len, >, 0);
}

static void
test_cancelled (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = g_build_filename (c->folder, c->file, NULL);
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  g_autoptr (QuoImport) import = quo_import_new (c->format, source, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (quo_import_run (import, cancellable, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
}

/* --- Damage --- */

/* One or two things that happen to files: cut off, bytes changed, a piece twice or gone. */
static GBytes *
damage (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint n = (guint)g_test_rand_int_range (1, 3);

  g_byte_array_append (array, data, (guint)len);
  for (guint i = 0; i < n && array->len > 2; i++)
    {
      guint at = (guint)g_test_rand_int_range (0, (gint32)array->len - 1);
      guint n_bytes = (guint)g_test_rand_int_range (1, 40);
      static const guint8 signs[] = "0179-\t\n,;{}[]\":\"\\x";

      n_bytes = MIN (n_bytes, array->len - at);
      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          g_byte_array_set_size (array, at);
          break;
        case 1:
          array->data[at] = signs[g_test_rand_int_range (0, sizeof signs - 1)];
          break;
        case 2:
          g_byte_array_remove_range (array, at, n_bytes);
          break;
        default:
          {
            g_autofree guint8 *piece = g_memdup2 (array->data + at, n_bytes);

            g_byte_array_append (array, piece, n_bytes);
          }
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* What was read can be written, and what was written is a sidecar that opens. */
static void
check_sidecar (const Case *c, const QuoImported *text)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (text->snapshot, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) again
      = quo_sidecar_read (bytes, c->file, text->snapshot->article, NULL, &error);

  if (again == NULL)
    g_error ("what was read of a damaged %s cannot be opened: %s", c->file, error->message);
}

/* Whatever the file holds, it is read or refused, and what is read can be written and opened. */
static void
test_damage (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = g_build_filename (c->folder, c->file, NULL);
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  g_autoptr (GBytes) whole = quo_source_load (source, NULL, NULL);
  g_autoptr (QuoArticle) article = find_article (c);

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autoptr (GBytes) bytes = damage (whole);
      g_autoptr (QuoReport) report = quo_report_new ();
      g_autoptr (QuoImport) import = quo_import_new (c->format, source, article, NULL, report);
      g_autoptr (GError) error = NULL;

      quo_source_put (source, NULL, bytes);
      import->is_partial = i % 2 == 1;
      if (!quo_import_run (import, NULL, &error))
        {
          g_assert_nonnull (error);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      for (guint t = 0; t < import->texts->len; t++)
        check_sidecar (c, g_ptr_array_index (import->texts, t));
    }
}

/* --- The table --- */

static void
test_folder (gconstpointer data)
{
  const QuoFormat *format = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "formats", format->id, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_in = 0, n_bad = 0;
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      n_in += g_str_has_prefix (file, "in.") || g_str_has_prefix (file, "in-");
      n_bad += g_str_has_prefix (file, "bad-");
    }
  if (n_in == 0 || n_bad == 0)
    g_error ("%s has no in.%s, or no bad-WHAT.%s", folder, format->extensions, format->extensions);
}

/* "in-utf16" and "offsets=utf16" of "in-utf16,offsets=utf16.jsonld"; NULL: it lies beside one. */
static Case *
make_case (const QuoFormat *format, const char *folder, const char *file)
{
  g_auto (GStrv) extensions = g_strsplit (format->extensions, ";", -1);
  gsize len = strlen (file);
  char *comma;
  Case *c;
  guint i = 0;

  for (; extensions[i] != NULL; i++)
    {
      g_autofree char *suffix = g_strconcat (".", extensions[i], NULL);

      if (g_str_has_suffix (file, suffix))
        {
          len -= strlen (suffix);
          break;
        }
    }
  if (extensions[i] == NULL)
    return NULL;
  c = g_new0 (Case, 1);
  c->format = format;
  c->folder = g_strdup (folder);
  c->file = g_strdup (file);
  c->stem = g_strndup (file, len);
  comma = strchr (c->stem, ',');
  c->options = g_strdup (comma != NULL ? comma + 1 : "");
  if (comma != NULL)
    *comma = '\0';
  return c;
}

static void
add_case (const QuoFormat *format, const char *folder, const char *file, const char *what,
          GTestDataFunc func)
{
  Case *c = make_case (format, folder, file);
  g_autofree char *name = g_strdup_printf ("/import/%s/%s%s", format->id, file, what);

  if (c != NULL)
    g_test_add_data_func_full (name, c, func, free_case);
}

static void
add_format (const QuoFormat *format)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "formats", format->id, NULL);
  g_autofree char *all = g_strdup_printf ("/import/%s/folder", format->id);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_test_add_data_func (all, format, test_folder);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (strchr (".-,", file[2]) != NULL && g_str_has_prefix (file, "in"))
      {
        add_case (format, folder, file, "", test_in);
        add_case (format, folder, file, "/cancelled", test_cancelled);
        add_case (format, folder, file, "/damage", test_damage);
      }
    else if (g_str_has_prefix (file, "bad-"))
      add_case (format, folder, file, "", test_bad);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if ((*format)->read != NULL)
      add_format (*format);
  return g_test_run ();
}
