/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format that can be read, FUZZ_KIND. What is read is whole: its ranges lie in its text, and its
 * sidecar opens. After a row of four NULs the next of the files stands that one format has beside
 * the first. */
#include "fuzz.h"

#include "quo-import.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <string.h>

static void
check_ranges (const QuoImported *text)
{
  guint32 length = quo_text_get_length (text->snapshot->article->text);

  for (guint i = 0; i < quo_snapshot_count (text->snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (text->snapshot, i);

      if (!annotation->is_orphan)
        g_assert_cmpuint (quo_annotation_get_hull (annotation).end, <=, length);
    }
}

static void
check_sidecar (const QuoImported *text)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (text->snapshot, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) again
      = quo_sidecar_read (bytes, "fuzz", text->snapshot->article, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
}

static void
put_files (QuoSource *source, const guint8 *data, gsize len)
{
  static const char *const siblings[] = { NULL, ".tokens", ".entities" };

  for (gsize i = 0; i < G_N_ELEMENTS (siblings) && (i == 0 || len > 0); i++)
    {
      const guint8 *end = len > 0 ? memmem (data, len, "\0\0\0", 4) : NULL;
      gsize n = end != NULL ? (gsize)(end - data) : len;
      g_autoptr (GBytes) bytes = g_bytes_new (data, n);

      quo_source_put (source, siblings[i], bytes);
      n = MIN (n + 4, len);
      data += n;
      len -= n;
    }
}

static void
read_as (const QuoFormat *format, const guint8 *data, gsize len)
{
  g_autoptr (QuoText) words = quo_text_new ("BERLIN — “We build,” Jana Köhler said.\n");
  g_autoptr (QuoArticle) article = quo_article_new (words);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QuoSource) source = quo_source_new_memory ("fuzz.txt");
      g_autoptr (QuoReport) report = quo_report_new ();
      g_autoptr (QuoImport) import = NULL;

      put_files (source, data, len);
      import = quo_import_new (format, source, i == 0 ? article : NULL, NULL, report);
      import->is_partial = TRUE;
      if (quo_import_run (import, NULL, NULL))
        for (guint k = 0; k < import->texts->len; k++)
          {
            check_ranges (g_ptr_array_index (import->texts, k));
            check_sidecar (g_ptr_array_index (import->texts, k));
          }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  const QuoFormat *const *formats = quo_formats_list ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (formats[i]->read != NULL && g_strcmp0 (formats[i]->id, g_getenv (FUZZ_KIND)) == 0)
      read_as (formats[i], data, len);
  return 0;
}
