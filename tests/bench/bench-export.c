/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bar 8: what exporting a million annotations costs.
 *
 * bench-export FOLDER [FORMAT...] leaves there what it exported, so that bench-export.py can do the
 * same work: the text, the sidecar and the .ann. Without a FORMAT all are measured. Both count the
 * time of the processor, which does not depend on what else the machine does. */

#include "quo-config.h"

#include "quo-format.h"
#include "quo-sidecar-writer.h"

#include <string.h>
#include <time.h>

#define N_ANNOTATIONS 1000000
#define N_ROUNDS 5

static const char *const words[]
    = { "the",  "minister", "said", "Köhler", "of",     "tram",   "“we",
        "will", "build",    "it”",  "Łódź",   "report", "Berlin", "court\n" };

static QuoArticle *
make_article (void)
{
  GString *s = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  gsize len;

  for (guint i = 0; i < N_ANNOTATIONS * 2; i++)
    g_string_append_printf (s, "%s ", words[i * 2654435u % G_N_ELEMENTS (words)]);
  len = s->len;
  text = quo_text_new_take (g_string_free (s, FALSE), len);
  return quo_article_new (text);
}

/* Each marks a word, never a line end: one fragment each, as in most corpora. */
static QuoSnapshot *
make_snapshot (QuoArticle *article)
{
  static const char *const types[] = { "person", "place", "cue" };
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);
  guint32 at = 0;

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base.id = "L1" }));
  for (guint i = 0; i < N_ANNOTATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%06x", i);
      const char *word = words[i * 2654435u % G_N_ELEMENTS (words)];
      guint32 length = (guint32)g_utf8_strlen (word, -1);
      QuoSpan span = QUO_SPAN (at, at + MIN (length, 5));
      QuoAnnotation annotation = { .base.id = id, .layer = "L1", .ranges = &span, .n_ranges = 1 };

      annotation.type = types[i % G_N_ELEMENTS (types)];
      quo_snapshot_take (snapshot, quo_annotation_new (&annotation));
      at += length + 1;
    }
  quo_snapshot_sort (snapshot);
  return snapshot;
}

static gint64
get_processor_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* The shortest of some rounds, in milliseconds; the last output is kept in *ret_bytes. */
static double
measure (const QuoFormat *format, QuoSnapshot *snapshot, GBytes **ret_bytes)
{
  gint64 best = G_MAXINT64;

  *ret_bytes = NULL;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (QuoTarget) target = quo_target_new_memory ();
      gint64 began = get_processor_us ();

      if (!format->write (snapshot, target, NULL, NULL, NULL, NULL))
        g_error ("%s could not be written", format->id);
      best = MIN (best, get_processor_us () - began);
      g_clear_pointer (ret_bytes, g_bytes_unref);
      *ret_bytes = quo_target_dup_bytes (target, NULL);
    }
  return (double)best / 1000;
}

static gboolean
is_wanted (const char *id, int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], id))
      return TRUE;
  return argc <= 2;
}

static void
leave (const char *folder, const char *name, const void *data, gsize len)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!g_file_set_contents (path, data, (gssize)len, NULL))
    g_error ("%s could not be written", path);
}

int
main (int argc, char **argv)
{
  g_autoptr (QuoArticle) article = make_article ();
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (article);
  g_autoptr (GBytes) sidecar = quo_sidecar_write (snapshot, NULL);

  for (const QuoFormat *const *format = quo_formats_list_written (); *format != NULL; format++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!is_wanted ((*format)->id, argc, argv))
        continue;
      g_print ("export.%s_ms %.1f\n", (*format)->id, measure (*format, snapshot, &bytes));
      if (argc > 1 && g_str_equal ((*format)->id, "brat"))
        leave (argv[1], "export.ann", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (argc > 1 && g_str_equal ((*format)->id, "conll"))
        leave (argv[1], "export.conll", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  if (argc > 1)
    {
      leave (argv[1], "export.json", g_bytes_get_data (sidecar, NULL), g_bytes_get_size (sidecar));
      leave (argv[1], "export.txt", quo_text_get_utf8 (article->text),
             quo_text_get_bytes (article->text));
    }
  return 0;
}
