/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brat: every line of an export of random annotations is read back and compared with the text. */

#include "quo-config.h"

#include "format-fixture.h"
#include "quo-import.h"

#include <stdlib.h>
#include <string.h>

/* The text of "43 68;127 162" in the text beside it, fragments joined by a blank. */
static char *
read_fragments (const char *text, const char *offsets)
{
  g_auto (GStrv) pairs = g_strsplit (offsets, ";", -1);
  GString *surface = g_string_new (NULL);
  glong last = 0;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *rest;
      glong start = strtol (pairs[i], &rest, 10);
      glong end = strtol (rest, NULL, 10);
      const char *p = g_utf8_offset_to_pointer (text, start);
      const char *q = g_utf8_offset_to_pointer (text, end);

      g_assert_cmpint (start, >=, last);
      g_assert_cmpint (start, <, end);
      g_assert_null (memchr (p, '\n', (gsize)(q - p)));
      g_assert_null (memchr (p, '\t', (gsize)(q - p)));
      if (i > 0)
        g_string_append_c (surface, ' ');
      g_string_append_len (surface, p, q - p);
      last = end;
    }
  return g_string_free (surface, FALSE);
}

static void
check_span (const char *text, char **columns, GHashTable *spans)
{
  const char *blank = strchr (columns[1], ' ');
  g_autofree char *surface = NULL;

  g_assert_nonnull (blank);
  surface = read_fragments (text, blank + 1);
  g_assert_cmpstr (surface, ==, columns[2]);
  for (const char *p = columns[1]; p < blank; p++)
    g_assert_true (g_ascii_isalnum (*p) || *p == '_' || *p == '-');
  g_assert_true (g_hash_table_add (spans, g_strdup (columns[0])));
}

/* "quotation:T9 quote:T1 source:T2": all of them stand above. */
static void
check_event (char **columns, GHashTable *spans)
{
  g_auto (GStrv) members = g_strsplit (columns[1], " ", -1);

  g_assert_cmpuint (g_strv_length (members), >=, 2);
  for (guint i = 0; members[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (spans, strchr (members[i], ':') + 1));
}

static guint
check_lines (const char *text, const char *ann)
{
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (ann, "\n", -1);
  guint i;

  for (i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == 'T')
        check_span (text, columns, spans);
      else if (*lines[i] == 'E')
        check_event (columns, spans);
      else
        g_assert_true (strchr ("#*N", *lines[i]) != NULL);
    }
  g_assert_null (lines[i + 1]);
  return g_hash_table_size (spans);
}

static void
test_random (void)
{
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (QuoSnapshot) snapshot = fixture_make_random (600, 40);
      g_autoptr (QuoTarget) target
          = fixture_write (quo_formats_find ("brat"), snapshot, NULL, NULL);
      g_autofree char *ann = fixture_dup_text (target, NULL);
      g_autofree char *text = fixture_dup_text (target, ".txt");

      g_assert_null (strchr (text, '\r'));
      n += check_lines (text, ann);
    }
  g_assert_cmpuint (n, >, 4000);
}

/* A range that begins in the middle of a CR LF begins at the LF. */
static void
test_inside_crlf (void)
{
  g_autoptr (QuoText) text = quo_text_new ("ab\r\ncd");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  const QuoSpan ranges[] = { { 0, 3 }, { 3, 6 } };
  QuoAnnotation fields = { .base = { .id = "a" }, .type = "x", .ranges = ranges, .n_ranges = 2 };
  g_autoptr (QuoTarget) target = NULL;
  g_autofree char *ann = NULL;

  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  target = fixture_write (quo_formats_find ("brat"), snapshot, NULL, NULL);
  ann = fixture_dup_text (target, NULL);
  g_assert_cmpstr (ann, ==, "T1\tx 0 2;3 5\tab cd\n");
}

/* An event without a trigger is told, and nothing of it is read where another one has its id. */
static void
test_event_without_trigger (void)
{
  static const char ann[] = "T1\tGrowth 0 2\tIt\nE1\tGrowth\nE1\tGrowth:T1\n";
  g_autoptr (QuoText) text = quo_text_new ("It grows.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSource) source = quo_source_new_memory ("a.ann");
  g_autoptr (GBytes) bytes = g_bytes_new_static (ann, strlen (ann));
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoImport) import = NULL;

  quo_source_put (source, NULL, bytes);
  import = quo_import_new (quo_formats_find ("brat"), source, article, NULL, report);
  import->is_partial = TRUE;
  g_assert_true (quo_import_run (import, NULL, NULL));
  g_assert_cmpuint (quo_report_get_length (report), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brat/random", test_random);
  g_test_add_func ("/brat/inside-crlf", test_inside_crlf);
  g_test_add_func ("/brat/event-without-trigger", test_event_without_trigger);
  return g_test_run ();
}
