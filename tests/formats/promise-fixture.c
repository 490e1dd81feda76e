/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random documents within what a format promises, and their content as comparable lines. */

#include "quo-config.h"

#include "promise-fixture.h"

#include <string.h>

#define N_ENTITIES 5

/* --- The text --- */

static const char *const words[]
    = { "Ada",   "said",           "“we", "go”", "Köhler", "e\xcc\x81tat", "שלום",
        "𝒜lpha", "👩\xe2\x80\x8d👧", "x",   "<b>", "a&b",    "2031.",        "\"q\"" };
static const char *const gaps[] = { " ",    " ",  " ",        " ",  "\n",     "\n\n",
                                    "\r\n", "\t", "\xc2\xa0", "  ", " \r\n ", "\xe2\x80\xa8" };

/* The words of the text and where each of them stands. */
static QuoArticle *
make_article (GArray *spans)
{
  GString *text = g_string_new (NULL);
  guint n_words = (guint)g_test_rand_int_range (30, 120);
  g_autoptr (QuoText) made = NULL;
  guint32 at = 0;
  gsize len;

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
      const char *gap = gaps[g_test_rand_int_range (0, G_N_ELEMENTS (gaps))];
      QuoSpan span = { at, at + (guint32)g_utf8_strlen (word, -1) };

      g_string_append (text, word);
      g_string_append (text, gap);
      at = span.end + (guint32)g_utf8_strlen (gap, -1);
      g_array_append_val (spans, span);
    }
  len = text->len;
  made = quo_text_new_take (g_string_free (text, FALSE), len);
  return quo_article_new (made);
}

/* --- Records --- */

typedef struct
{
  QuoSnapshot *snapshot;
  QuoCarries carries;
  GArray *words;
  gboolean stays_in_lines;
  const char *type; /* of all annotations; NULL: any */
  guint next;       /* the first word that is free, where annotations must not overlap */
  guint n_annotations;
} Maker;

static QuoSpan
get_word (const Maker *maker, guint i)
{
  return g_array_index (maker->words, QuoSpan, i);
}

/* Whether a line ends between word @i and the next one. */
static gboolean
ends_line (const Maker *maker, guint i)
{
  const QuoText *text = maker->snapshot->article->text;
  guint32 end = get_word (maker, i + 1).start;

  for (guint32 at = get_word (maker, i).end; at < end; at++)
    if (quo_text_get_char (text, at) == '\n')
      return TRUE;
  return FALSE;
}

/* One or more ranges of whole words, with at least a word between them. */
static guint
make_ranges (Maker *maker, QuoSpan ranges[3])
{
  guint n = maker->carries & QUO_CARRIES_DISCONTINUOUS ? (guint)g_test_rand_int_range (1, 4) : 1;
  guint i = maker->carries & QUO_CARRIES_OVERLAP
                ? (guint)g_test_rand_int_range (0, (gint)maker->words->len)
                : maker->next;
  guint n_made = 0;

  while (n_made < n && i < maker->words->len)
    {
      guint last = i + (guint)g_test_rand_int_range (0, 4);

      last = MIN (last, maker->words->len - 1);
      for (guint w = i; maker->stays_in_lines && w < last; w++)
        if (ends_line (maker, w))
          last = w;
      ranges[n_made++] = QUO_SPAN (get_word (maker, i).start, get_word (maker, last).end);
      i = last + 1 + (guint)g_test_rand_int_range (1, 4);
    }
  maker->next = i;
  return n_made;
}

static guint
make_attrs (const Maker *maker, QuoAttr attrs[3])
{
  static const QuoValue values[] = { { "direct", QUO_VALUE_STRING },
                                     { "7", QUO_VALUE_NUMBER },
                                     { "true", QUO_VALUE_FLAG },
                                     { "tram", QUO_VALUE_STRING },
                                     { "line", QUO_VALUE_STRING } };
  guint n = 0;

  if ((maker->carries & QUO_CARRIES_ATTRS) == 0)
    return 0;
  if (g_test_rand_bit ())
    attrs[n++] = (QuoAttr){ "count", &values[1], 1, FALSE };
  if (g_test_rand_bit ())
    attrs[n++] = (QuoAttr){ "form", &values[0], 1, FALSE };
  if (g_test_rand_bit ())
    attrs[n++] = (QuoAttr){ "sure", &values[2], 1, FALSE };
  else if (g_test_rand_bit ())
    attrs[n++] = (QuoAttr){ "topics", &values[3], 2, TRUE };
  return n;
}

static const char *
make_note (const Maker *maker)
{
  static const char *const notes[]
      = { "one line", "two\nlines, “quoted”; 🚋", "a \"b\" \\ c", "=SUM(A1)" };

  if ((maker->carries & QUO_CARRIES_NOTES) == 0 || g_test_rand_bit ())
    return NULL;
  return notes[g_test_rand_int_range (0, G_N_ELEMENTS (notes))];
}

static void
add_annotation (Maker *maker)
{
  static const char *const types[] = { "person", "quote", "cue", "place" };
  static const char *const entities[] = { "E0", "E1", "E2", "E3", "E4" };
  QuoSpan ranges[3];
  QuoAttr attrs[3];
  g_autofree char *id = g_strdup_printf ("a%u", maker->n_annotations);
  QuoAnnotation fields = { .base = { .id = id }, .layer = "L1", .ranges = ranges, .attrs = attrs };

  fields.n_ranges = make_ranges (maker, ranges);
  if (fields.n_ranges == 0)
    return;
  fields.type
      = maker->type != NULL ? maker->type : types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  fields.n_attrs = make_attrs (maker, attrs);
  fields.note = make_note (maker);
  if (maker->carries & QUO_CARRIES_LAYERS && g_test_rand_bit ())
    fields.layer = "L2";
  if (maker->carries & QUO_CARRIES_ENTITIES && g_test_rand_bit ())
    {
      fields.entities = entities + g_test_rand_int_range (0, N_ENTITIES - 1);
      fields.n_entities = (guint)g_test_rand_int_range (1, 3);
    }
  quo_snapshot_take (maker->snapshot, quo_annotation_new (&fields));
  maker->n_annotations++;
}

static void
add_relation (Maker *maker, guint i)
{
  g_autofree char *id = g_strdup_printf ("r%u", i);
  gint32 n = (gint32)maker->n_annotations;
  /* Formats of plain arrows have one quotation for each quote. */
  g_autofree char *quote = g_strdup_printf ("a%d", maker->carries & QUO_CARRIES_RELATION_DETAILS
                                                       ? g_test_rand_int_range (0, n)
                                                       : (gint32)i);
  g_autofree char *source = g_strdup_printf ("a%d", g_test_rand_int_range (0, n));
  g_autofree char *other = g_strdup_printf ("a%d", g_test_rand_int_range (0, n));
  const char *sources[] = { source, other };
  guint n_sources = g_str_equal (source, other) ? 1 : (guint)g_test_rand_int_range (1, 3);
  QuoAttr attrs[3];
  const QuoRole roles[]
      = { { "quote", (const char *const *)&quote, 1 }, { "source", sources, n_sources } };
  QuoRelation fields = { .base = { .id = id },
                         .layer = "L1",
                         .type = "quotation",
                         .roles = roles,
                         .n_roles = 2,
                         .attrs = attrs };

  if (maker->carries & QUO_CARRIES_RELATION_DETAILS)
    {
      fields.n_attrs = make_attrs (maker, attrs);
      fields.note = make_note (maker);
    }
  quo_snapshot_take (maker->snapshot, quo_relation_new (&fields));
}

static void
add_entities (Maker *maker)
{
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("E%u", i);
      g_autofree char *name = g_strdup_printf ("Name %u & ü", i);
      g_autofree char *value = g_strdup_printf ("Q%u", i + 10);
      const QuoExternalId ids[] = { { "geonames", value + 1 }, { "wikidata", value } };
      QuoEntity fields = { .base = { .id = id }, .type = "person", .name = name };

      fields.ids = ids + (i % 2);
      fields.n_ids = 2 - (i % 2);
      quo_snapshot_take (maker->snapshot, quo_entity_new (&fields));
    }
}

QuoSnapshot *
promise_make (QuoCarries carries, gboolean stays_in_lines, const char *type)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (QuoArticle) article = make_article (spans);
  Maker maker = { quo_snapshot_new (article, NULL), carries, spans, stays_in_lines, type, 0, 0 };
  guint n = (guint)g_test_rand_int_range (1, 30);

  quo_snapshot_take (maker.snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  if (carries & QUO_CARRIES_LAYERS)
    quo_snapshot_take (maker.snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L2" } }));
  if (carries & QUO_CARRIES_ENTITIES)
    add_entities (&maker);
  for (guint i = 0; i < n; i++)
    add_annotation (&maker);
  for (guint i = 0; carries & QUO_CARRIES_RELATIONS && i < maker.n_annotations / 3; i++)
    add_relation (&maker, i);
  quo_snapshot_sort (maker.snapshot);
  return maker.snapshot;
}

/* --- What it says --- */

static void
dump_attrs (GString *line, const QuoAttr *attrs, guint n_attrs)
{
  for (guint i = 0; i < n_attrs; i++)
    for (guint v = 0; v < attrs[i].n_values; v++)
      g_string_append_printf (line, " %s=%s", attrs[i].name, attrs[i].values[v].text);
}

/* A mention by its label and place, an entity by its ids. */
static void
dump_member (GString *line, QuoSnapshot *snapshot, const char *id)
{
  const QuoRecord *record = quo_snapshot_find (snapshot, id);
  const QuoAnnotation *annotation = (const QuoAnnotation *)record;
  const QuoEntity *entity = (const QuoEntity *)record;

  g_assert_nonnull (record);
  if (record->kind == QUO_RECORD_ANNOTATION)
    {
      g_string_append_printf (line, " %s", annotation->type);
      for (guint i = 0; i < annotation->n_ranges; i++)
        g_string_append_printf (line, ",%u-%u", annotation->ranges[i].start,
                                annotation->ranges[i].end);
      return;
    }
  g_string_append_printf (line, " “%s”", entity->name != NULL ? entity->name : "");
  for (guint i = 0; i < entity->n_ids; i++)
    g_string_append_printf (line, "%s:%s", entity->ids[i].name, entity->ids[i].value);
}

static char *
dump_annotation (QuoSnapshot *snapshot, const QuoAnnotation *annotation, QuoCarries carries)
{
  GString *line = g_string_new (annotation->is_orphan ? "orphan" : "");

  dump_member (line, snapshot, annotation->base.id);
  if (carries & QUO_CARRIES_LAYERS)
    g_string_append_printf (line, " layer=%s", annotation->layer);
  if (carries & QUO_CARRIES_ATTRS)
    dump_attrs (line, annotation->attrs, annotation->n_attrs);
  if (carries & QUO_CARRIES_NOTES && annotation->note != NULL)
    g_string_append_printf (line, " note=%s", annotation->note);
  for (guint i = 0; carries & QUO_CARRIES_ENTITIES && i < annotation->n_entities; i++)
    dump_member (line, snapshot, annotation->entities[i]);
  return g_string_free (line, FALSE);
}

static char *
dump_relation (QuoSnapshot *snapshot, const QuoRelation *relation, QuoCarries carries)
{
  GString *line = g_string_new (relation->type);

  for (guint r = 0; r < relation->n_roles; r++)
    {
      g_string_append_printf (line, " %s:", relation->roles[r].name);
      for (guint m = 0; m < relation->roles[r].n_members; m++)
        dump_member (line, snapshot, relation->roles[r].members[m]);
    }
  if (carries & QUO_CARRIES_RELATION_DETAILS)
    dump_attrs (line, relation->attrs, relation->n_attrs);
  if (carries & QUO_CARRIES_RELATION_DETAILS && relation->note != NULL)
    g_string_append_printf (line, " note=%s", relation->note);
  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char *
promise_dump (QuoSnapshot *snapshot, QuoCarries carries)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    g_ptr_array_add (
        lines, dump_annotation (snapshot, quo_snapshot_get_annotation (snapshot, i), carries));
  for (guint i = 0;
       carries & QUO_CARRIES_RELATIONS && i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION);
       i++)
    g_ptr_array_add (lines,
                     dump_relation (snapshot, quo_snapshot_get_relation (snapshot, i), carries));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}
