/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format promises to carry comes back from what it wrote: documents at random, there and
 * back. */

#include "quo-config.h"

#include "format-fixture.h"
#include "promise-fixture.h"

#include "quo-import.h"

#define N_ROUND_TRIPS 40

static QuoSource *
make_source (const QuoFormat *format, QuoTarget *target)
{
  g_autofree char *name = quo_format_dup_name (format, "round.txt");
  g_autoptr (GBytes) bytes = quo_target_dup_bytes (target, NULL);
  QuoSource *source = quo_source_new_memory (name);
  g_auto (GStrv) siblings = g_strsplit (format->siblings != NULL ? format->siblings : "", ";", -1);

  quo_source_put (source, NULL, bytes);
  for (guint i = 0; siblings[i] != NULL; i++)
    {
      g_autoptr (GBytes) sibling = quo_target_dup_bytes (target, siblings[i]);

      if (sibling != NULL)
        quo_source_put (source, siblings[i], sibling);
    }
  return source;
}

/* Formats that carry what they do only so. */
static const struct
{
  const char *format, *options;
  gboolean stays_in_lines; /* a line is a sentence, and an annotation is cut at its end */
  const char *type;        /* the only one that is written; NULL: all */
} limits[] = {
  { "conll", "types=all", TRUE, NULL },
  { "pdnc", NULL, FALSE, "quote" },
  { NULL },
};

static guint
find_limit (const QuoFormat *format)
{
  guint i = 0;

  while (limits[i].format != NULL && !g_str_equal (limits[i].format, format->id))
    i++;
  return i;
}

/* What must come back: all, but a table of quotes is not meant to have anything else, nor tells two
 * quotes of the same words from one that stands in two rows. */
static char *
dup_expected (const QuoFormat *format, QuoSnapshot *snapshot, QuoCarries carries)
{
  g_autofree char *all = promise_dump (snapshot, carries);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_equal (format->id, "csv-quotes")
        || (g_str_has_prefix (lines[i], " quote")
            && (i == 0 || !g_str_equal (lines[i - 1], lines[i]))))
      g_ptr_array_add (kept, lines[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **)kept->pdata);
}

/* What is known of the article when a format that holds a part is read: all that it does not. */
static QuoSnapshot *
make_known (const QuoFormat *format, QuoSnapshot *snapshot, QuoCarries carries)
{
  QuoSnapshot *known;

  if (!format->is_part)
    return NULL;
  known = quo_snapshot_new (snapshot->article, NULL);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      if (!(kind == QUO_RECORD_RELATION && carries & QUO_CARRIES_RELATIONS)
          && !(kind == QUO_RECORD_ENTITY && carries & QUO_CARRIES_ENTITIES))
        quo_snapshot_take (known, quo_record_ref (g_ptr_array_index (snapshot->records[kind], i)));
  return known;
}

/* (transfer full): what was read, in the place it belongs. */
static QuoSnapshot *
take_read (const QuoImport *import)
{
  const QuoImported *read = g_ptr_array_index (import->texts, 0);
  g_autoptr (GError) error = NULL;
  QuoSnapshot *merged;

  if (import->into == NULL)
    return quo_snapshot_ref (read->snapshot);
  merged = quo_import_merge (import->into, read->snapshot, import->format->is_part, &error);
  g_assert_no_error (error);
  return merged;
}

static void
check_round_trip (const QuoFormat *format, gboolean has_article)
{
  QuoCarries carries = format->carries_back != 0 ? format->carries_back : format->carries;
  guint limit = find_limit (format);
  g_autoptr (QuoSnapshot) snapshot
      = promise_make (carries, limits[limit].stays_in_lines, limits[limit].type);
  g_autoptr (QuoTarget) target = fixture_write (format, snapshot, limits[limit].options, NULL);
  g_autoptr (QuoSource) source = make_source (format, target);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoImport) import
      = quo_import_new (format, source, has_article ? snapshot->article : NULL, NULL, report);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_expected (format, snapshot, carries);
  g_autoptr (QuoSnapshot) known = make_known (format, snapshot, carries);
  g_autoptr (QuoSnapshot) back = NULL;
  g_autofree char *after = NULL;

  import->into = known;
  if (!quo_import_run (import, NULL, &error))
    g_error ("%s", error->message);
  g_assert_cmpuint (import->texts->len, ==, 1);
  back = take_read (import);
  after = promise_dump (back, carries);
  fixture_compare (format->id, after, before);
  g_assert_cmpuint (quo_report_count_kind (report, QUO_REPORT_FINDING), ==, 0);
}

static void
test_round_trip (gconstpointer data)
{
  for (guint i = 0; i < N_ROUND_TRIPS && !g_test_failed (); i++)
    check_round_trip (data, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if ((*format)->read != NULL && (*format)->write != NULL)
      {
        g_autofree char *name = g_strdup_printf ("/round-trip/%s", (*format)->id);

        g_test_add_data_func (name, *format, test_round_trip);
      }
  return g_test_run ();
}
