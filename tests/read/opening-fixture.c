/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles with sidecars, opened. */

#include "quo-config.h"

#include "opening-fixture.h"

#include "quo-sidecar-writer.h"

#include <glib/gstdio.h>

void
opening_set_up (Opening *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-opening-XXXXXX", NULL);
  fixture->article = g_build_filename (fixture->folder, "rally.txt", NULL);
  fixture->sidecar = g_build_filename (fixture->folder, "rally.txt.quo.json", NULL);
}

/* Nothing was written but what a test put there, so the folder is empty once that is gone. */
void
opening_tear_down (Opening *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.quo.json", NULL);

  g_remove (fixture->article);
  g_remove (fixture->sidecar);
  g_remove (other);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->article);
  g_free (fixture->sidecar);
}

void
put_file (const char *path, const char *text, gssize len)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, len, &error);
  g_assert_no_error (error);
}

QuoOpening *
open_path (const char *path, const char *encoding, QuoReport *report)
{
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open (path, encoding, report, NULL, &error);

  g_assert_no_error (error);
  return opening;
}

/* Puts a sidecar for the article as it is now, with one annotation for each of the places. */
void
put_sidecar (Opening *fixture, const char *path, const QuoSpan *spans, guint n_spans)
{
  g_autoptr (QuoOpening) opening = open_path (fixture->article, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      QuoAnnotation fields
          = { .base.id = id, .type = "person", .ranges = &spans[i], .n_ranges = 1 };

      quo_snapshot_take (opening->snapshot, quo_annotation_new (&fields));
    }
  bytes = quo_sidecar_write (opening->snapshot, NULL);
  put_file (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

const QuoAnnotation *
get_annotation (QuoOpening *opening, const char *id)
{
  const QuoAnnotation *annotation = quo_snapshot_find (opening->snapshot, id);

  g_assert_nonnull (annotation);
  return annotation;
}

void
check_quote (QuoOpening *opening, const char *id, guint32 start, const char *expected)
{
  const QuoAnnotation *annotation = get_annotation (opening, id);
  g_autofree char *quote = quo_snapshot_dup_quote (opening->snapshot, annotation, 0);

  g_assert_false (annotation->is_orphan);
  g_assert_false (annotation->is_kept);
  g_assert_cmpuint (annotation->ranges[0].start, ==, start);
  g_assert_cmpstr (quote, ==, expected);
}
