/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

static void
take_layer (QuoSnapshot *snapshot, const char *id)
{
  QuoLayer layer = { .base.id = id, .by = "anna", .state = "open" };

  quo_snapshot_take (snapshot, quo_layer_new (&layer));
}

QuoAnnotation *
make_annotation (const char *id, const char *layer, const char *entity, guint32 start, guint32 end)
{
  const QuoSpan span = QUO_SPAN (start, end);
  QuoAnnotation fields = { .base.id = id,
                           .layer = layer,
                           .type = start % 2 == 0 ? "person" : "place",
                           .ranges = &span,
                           .n_ranges = 1,
                           .entities = &entity,
                           .n_entities = entity != NULL };

  return quo_annotation_new (&fields);
}

QuoRelation *
make_relation (const char *id, const char *quote, const char *source)
{
  const QuoRole roles[] = { { "quote", &quote, 1 }, { "source", &source, 1 } };
  QuoRelation fields
      = { .base.id = id, .layer = "L1", .type = "quotation", .roles = roles, .n_roles = 2 };

  return quo_relation_new (&fields);
}

static void
on_changed (QuoDocument *document, QuoEdit *edit, gpointer data)
{
  ((Fixture *)data)->n_signals++;
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  ((Fixture *)data)->n_notify++;
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (LENGTH, 'x');
  g_autoptr (QuoText) whole = quo_text_new (text);
  g_autoptr (QuoArticle) article = quo_article_new (whole);
  QuoAgent agent = { .base.id = "anna", .type = "person" };
  QuoEntity entity = { .base.id = "E1", .type = "person", .name = "Ada" };

  fixture->start = quo_snapshot_new (article, NULL);
  quo_snapshot_take (fixture->start, quo_agent_new (&agent));
  take_layer (fixture->start, "L1");
  take_layer (fixture->start, "L0");
  quo_snapshot_take (fixture->start, quo_entity_new (&entity));
  quo_snapshot_take (fixture->start, make_annotation ("a1", "L1", "E1", 10, 20));
  quo_snapshot_take (fixture->start, make_annotation ("a2", "L0", NULL, 10, 20));
  quo_snapshot_take (fixture->start, make_annotation ("a3", "L1", NULL, 5, 50));
  quo_snapshot_take (fixture->start, make_relation ("R1", "a3", "a1"));
  quo_snapshot_take (fixture->start, make_relation ("R2", "a2", "E1"));
  quo_snapshot_sort (fixture->start);
  fixture->document = quo_document_new (fixture->start);
  fixture->rand = g_rand_new_with_seed (20260303);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->document, "notify", G_CALLBACK (on_notify), fixture);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  quo_snapshot_unref (fixture->start);
  g_rand_free (fixture->rand);
}

void
assert_equal (QuoSnapshot *a, QuoSnapshot *b)
{
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      g_assert_cmpuint (quo_snapshot_count (a, kind), ==, quo_snapshot_count (b, kind));
      for (guint i = 0; i < quo_snapshot_count (a, kind); i++)
        g_assert_true (quo_record_equal (a->records[kind]->pdata[i], b->records[kind]->pdata[i]));
    }
}

static gboolean
names (const QuoRecord *record, const char *id)
{
  gconstpointer any = record;
  const QuoRelation *relation = any;

  if (record->kind == QUO_RECORD_ANNOTATION)
    return quo_annotation_has_entity (any, id);
  if (record->kind != QUO_RECORD_RELATION)
    return FALSE;
  for (guint i = 0; i < relation->n_roles; i++)
    if (quo_role_has (&relation->roles[i], id))
      return TRUE;
  return FALSE;
}

static guint
count_referrers (QuoDocument *document, const char *id)
{
  guint n = 0;

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < quo_document_count (document, kind); i++)
      n += names (quo_document_get_records (document, kind)->pdata[i], id);
  return n;
}

void
assert_sound (QuoDocument *document)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  GPtrArray *layers = quo_document_get_records (document, QUO_RECORD_LAYER);
  guint n_ranges = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = all->pdata[i];

      n_ranges += annotation->is_orphan ? 0 : annotation->n_ranges;
      g_assert_true (i == 0 || quo_annotation_compare (all->pdata[i - 1], annotation, layers) < 0);
      g_assert_cmpuint (quo_document_get_position (document, annotation), ==, i);
    }
  g_assert_cmpuint (quo_span_index_get_length (quo_document_get_index (document)), ==, n_ranges);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < quo_document_count (document, kind); i++)
      {
        QuoRecord *record = quo_document_get_records (document, kind)->pdata[i];
        GPtrArray *referrers = quo_document_get_referrers (document, record->id);

        g_assert_true (quo_document_find (document, record->id) == record);
        g_assert_cmpuint (referrers != NULL ? referrers->len : 0, ==,
                          count_referrers (document, record->id));
      }
}
