/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bar 6: what loading and saving a large sidecar costs, and what a record takes in memory.
 *
 * bench-sidecar [FILE] makes a sidecar of 100,000 annotations and 25,000 relations, loads and saves
 * it, lets json-glib parse and generate the same bytes, and prints a figure a line.  With FILE the
 * bytes are left there, for the programs in other languages beside this one.
 *
 * "load" is everything from bytes to records: the strict check, the comparison of each quote with
 * the text, the ids.  json-glib only builds its tree. */

#include "quo-config.h"

#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <json-glib/json-glib.h>

#define N_WORDS 170000
#define N_ANNOTATIONS 100000
#define N_ENTITIES 500
#define N_RELATIONS 25000
#define N_ROUNDS 7

static const char *const words[]
    = { "the",   "minister", "said", "Köhler",  "of",      "line,",  "before", "“we",  "will",
        "build", "it”",      "and",  "council", "Łódź",    "report", "New",    "York", "on",
        "of",    "a",        "rail", "tariff",  "economy", "Berlin", "was",    "in",   "court.\n" };

static QuoArticle *
make_article (GRand *rand)
{
  GString *s = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  gsize len;

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (s, "%s ",
                            words[g_rand_int_range (rand, 0, (gint32)G_N_ELEMENTS (words))]);
  len = s->len;
  text = quo_text_new_take (g_string_free (s, FALSE), len);
  return quo_article_new (text);
}

static void
add_entities (QuoSnapshot *snapshot)
{
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%06x", i * 2654435u & 0xffffff);
      QuoEntity entity = { .base.id = id, .type = "person", .name = "Jana Köhler" };

      quo_snapshot_take (snapshot, quo_entity_new (&entity));
    }
}

static void
add_annotations (QuoSnapshot *snapshot, GRand *rand)
{
  static const char *const types[] = { "person", "place", "organization", "quote", "cue" };
  guint32 length = quo_text_get_length (snapshot->article->text);

  for (guint i = 0; i < N_ANNOTATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%06x", i * 2654435u & 0xffffff);
      guint32 start = (guint32)((guint64)i * (length - 100) / N_ANNOTATIONS);
      QuoSpan span = QUO_SPAN (start, start + (guint32)g_rand_int_range (rand, 4, 60));
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i % N_ENTITIES);
      QuoAnnotation annotation = { .base.id = id,
                                   .layer = "Lqk3x7a",
                                   .type = types[i % G_N_ELEMENTS (types)],
                                   .ranges = &span,
                                   .n_ranges = 1,
                                   .created = G_GUINT64_CONSTANT (20260303091402) };

      if (i % 2 == 0)
        {
          annotation.entities = &entity->base.id;
          annotation.n_entities = 1;
        }
      quo_snapshot_take (snapshot, quo_annotation_new (&annotation));
    }
}

static void
add_relations (QuoSnapshot *snapshot, GRand *rand)
{
  for (guint i = 0; i < N_RELATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%06x", i * 2654435u & 0xffffff);
      const char *ends[2];
      QuoRole roles[] = { { "quote", &ends[0], 1 }, { "source", &ends[1], 1 } };
      QuoRelation relation = { .base.id = id,
                               .layer = "Lqk3x7a",
                               .type = "quotation",
                               .roles = roles,
                               .n_roles = G_N_ELEMENTS (roles),
                               .created = G_GUINT64_CONSTANT (20260303091402) };

      for (guint k = 0; k < 2; k++)
        ends[k] = quo_snapshot_get_annotation (snapshot, g_rand_int_range (rand, 0, N_ANNOTATIONS))
                      ->base.id;
      quo_snapshot_take (snapshot, quo_relation_new (&relation));
    }
}

static QuoSnapshot *
make_snapshot (QuoArticle *article, GRand *rand)
{
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);
  QuoLayer layer = { .base.id = "Lqk3x7a" };

  quo_snapshot_take (snapshot, quo_layer_new (&layer));
  add_entities (snapshot);
  add_annotations (snapshot, rand);
  add_relations (snapshot, rand);
  quo_snapshot_sort (snapshot);
  return snapshot;
}

/* The shortest of some rounds, in megabytes a second. */
static double
measure (void (*run) (gpointer data), gpointer data, gsize n_bytes)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      run (data);
      best = MIN (best, g_get_monotonic_time () - began);
    }
  return (double)n_bytes / (double)best;
}

typedef struct
{
  QuoArticle *article;
  GBytes *bytes;
  QuoSnapshot *snapshot; /* what was loaded last */
  JsonNode *root;
} Bench;

static void
load (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&bench->snapshot, quo_snapshot_unref);
  bench->snapshot = quo_sidecar_read (bench->bytes, "bench", bench->article, NULL, &error);
  if (bench->snapshot == NULL)
    g_error ("%s", error->message);
}

static void
save (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GBytes) bytes = quo_sidecar_write (bench->snapshot, NULL);

  if (g_bytes_get_size (bytes) != g_bytes_get_size (bench->bytes))
    g_error ("the sidecar came back with another size");
}

static void
load_json_glib (gpointer data)
{
  Bench *bench = data;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_clear_pointer (&bench->root, json_node_unref);
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bench->bytes, NULL),
                                   (gssize)g_bytes_get_size (bench->bytes), NULL))
    g_error ("json-glib did not parse the sidecar");
  bench->root = json_parser_steal_root (parser);
}

static void
save_json_glib (gpointer data)
{
  Bench *bench = data;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, bench->root);
  text = json_generator_to_data (generator, NULL);
}

/* Bytes in memory of all annotations and relations, for each byte of their lines. */
static double
get_memory (const Bench *bench)
{
  gsize memory = 0;

  for (guint kind = QUO_RECORD_ANNOTATION; kind <= QUO_RECORD_RELATION; kind++)
    for (guint i = 0; i < bench->snapshot->records[kind]->len; i++)
      memory += quo_record_get_size (g_ptr_array_index (bench->snapshot->records[kind], i));
  return (double)memory / (double)g_bytes_get_size (bench->bytes);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (QuoArticle) article = make_article (rand);
  g_autoptr (QuoSnapshot) made = make_snapshot (article, rand);
  Bench bench = { .article = article, .bytes = quo_sidecar_write (made, NULL) };
  gsize len = g_bytes_get_size (bench.bytes);

  if (argc > 1
      && !g_file_set_contents (argv[1], g_bytes_get_data (bench.bytes, NULL), (gssize)len, NULL))
    g_error ("%s cannot be written", argv[1]);
  g_print ("sidecar.bytes %" G_GSIZE_FORMAT "\n", len);
  g_print ("sidecar.load_mb_s %.0f\n", measure (load, &bench, len));
  g_print ("sidecar.save_mb_s %.0f\n", measure (save, &bench, len));
  g_print ("sidecar.memory_per_json_byte %.2f\n", get_memory (&bench));
  g_print ("json_glib.load_mb_s %.0f\n", measure (load_json_glib, &bench, len));
  g_print ("json_glib.save_mb_s %.0f\n", measure (save_json_glib, &bench, len));
  quo_snapshot_unref (bench.snapshot);
  json_node_unref (bench.root);
  g_bytes_unref (bench.bytes);
  return 0;
}
