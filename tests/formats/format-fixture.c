/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles for the tests of formats, from files and by chance. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-opening.h"

#include <string.h>

QuoSnapshot *
fixture_open (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_path_is_absolute (folder)
                              ? g_build_filename (folder, file, NULL)
                              : g_test_build_filename (G_TEST_DIST, folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  opening = quo_open (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (opening->is_reanchored);
  return quo_snapshot_ref (opening->snapshot);
}

/* --- By chance --- */

static QuoArticle *
make_article (guint n_chars)
{
  static const char *const pieces[] = { "a", "b", "z", " ", " ", "\n", "\r\n", "\r",      "\t",
                                        "é", "ي", "🚢", "“", "<", "&",  "\"",   "\xc2\xa0" };
  GString *text = g_string_new (NULL);
  g_autoptr (QuoText) made = NULL;
  gsize len;

  for (guint i = 0; i < n_chars; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  len = text->len;
  made = quo_text_new_take (g_string_free (text, FALSE), len);
  return quo_article_new (made);
}

/* Past the LF of a CR LF when @offset is before it. */
static guint32
skip_lf (const QuoText *text, guint32 offset)
{
  return offset > 0 && quo_text_get_char (text, offset) == '\n'
                 && quo_text_get_char (text, offset - 1) == '\r'
             ? offset + 1
             : offset;
}

/* One to three ranges, none of them ending between CR and LF. */
static guint
make_ranges (const QuoText *text, QuoSpan ranges[3])
{
  guint n = (guint)g_test_rand_int_range (1, 4);
  gint32 length = (gint32)quo_text_get_length (text);

  for (guint i = 0; i < n; i++)
    {
      guint32 start = (guint32)g_test_rand_int_range (0, length);
      guint32 n_chars = (guint32)g_test_rand_int_range (1, 30);
      guint32 end = MIN ((guint32)length, start + n_chars);

      ranges[i] = QUO_SPAN (skip_lf (text, start), skip_lf (text, end));
    }
  n = quo_ranges_normalize (ranges, n);
  return n > 0 ? n : make_ranges (text, ranges);
}

static void
add_annotation (QuoSnapshot *snapshot, guint i)
{
  static const char *const types[] = { "person", "quote", "cue", "Ort é" };
  static const char *const entities[] = { "E0", "E1", "E2" };
  QuoSpan ranges[3];
  g_autofree char *id = g_strdup_printf ("a%u", i);
  QuoAnnotation fields = { .base = { .id = id }, .layer = "L1", .ranges = ranges };

  fields.n_ranges = make_ranges (snapshot->article->text, ranges);
  fields.type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  fields.entities = entities + g_test_rand_int_range (0, 2);
  fields.n_entities = (guint)g_test_rand_int_range (0, 3);
  fields.note = g_test_rand_bit () ? "one\ttwo\nthree\\" : NULL;
  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
}

static void
add_relation (QuoSnapshot *snapshot, guint i, guint n_annotations)
{
  g_autofree char *id = g_strdup_printf ("r%u", i);
  g_autofree char *quote
      = g_strdup_printf ("a%d", g_test_rand_int_range (0, (gint32)n_annotations));
  g_autofree char *source
      = g_strdup_printf ("a%d", g_test_rand_int_range (0, (gint32)n_annotations));
  const char *quotes[] = { quote };
  const char *sources[] = { source, "E2" };
  const QuoRole roles[] = { { "quote", quotes, 1 }, { "source", sources, 2 } };
  QuoRelation fields = { .base = { .id = id }, .layer = "L1", .type = "quotation" };

  fields.roles = roles;
  fields.n_roles = 2;
  quo_snapshot_take (snapshot, quo_relation_new (&fields));
}

QuoSnapshot *
fixture_make_random (guint n_chars, guint n_annotations)
{
  g_autoptr (QuoArticle) article = make_article (n_chars);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("E%u", i);

      quo_snapshot_take (snapshot,
                         quo_entity_new (&(QuoEntity){ .base = { .id = id }, .name = "A & B" }));
    }
  for (guint i = 0; i < n_annotations; i++)
    add_annotation (snapshot, i);
  for (guint i = 0; i < n_annotations / 4; i++)
    add_relation (snapshot, i, n_annotations);
  quo_snapshot_sort (snapshot);
  return snapshot;
}

/* --- Writing --- */

QuoTarget *
fixture_write (const QuoFormat *format, QuoSnapshot *snapshot, const char *assignments,
               QuoReport *report)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (assignments != NULL ? assignments : "", ",", -1);
  g_autoptr (QuoTarget) target = quo_target_new_memory ();
  g_autoptr (GError) error = NULL;
  QuoFormatOptions options = { .values = values };

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (!quo_format_check_option (format, pair[0], pair[1], &error))
        g_error ("%s", error->message);
      g_hash_table_insert (values, g_strdup (pair[0]), g_strdup (pair[1]));
    }
  g_assert_true (format->write (snapshot, target, &options, report, NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&target);
}

char *
fixture_dup_text (QuoTarget *target, const char *extension)
{
  g_autoptr (GBytes) bytes = quo_target_dup_bytes (target, extension);
  gsize len;
  const char *data;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &len);
  return g_strndup (data != NULL ? data : "", len);
}

char *
fixture_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
fixture_compare (const char *name, const char *written, const char *expected)
{
  guint line = 1, i = 0;

  while (written[i] != '\0' && written[i] == expected[i])
    line += written[i++] == '\n';
  if (written[i] != expected[i])
    {
      g_test_message ("%s, line %u: written “%.60s”, expected “%.60s”", name, line, written + i,
                      expected + i);
      g_test_fail ();
    }
}

char *
fixture_find_reference (const char *path)
{
  static const char *const roots[] = { "../../shared", "../../../shared" };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *found = g_test_build_filename (G_TEST_DIST, roots[i], path, NULL);

      if (g_file_test (found, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&found);
    }
  return NULL;
}
