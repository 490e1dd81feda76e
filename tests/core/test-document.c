/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: random edits against slow look-ups and back to the start, and what apply refuses.
 */
#include "quo-document-prepare.h"

#include <string.h>

#include "quo-error.h"

#define LENGTH 2000 /* code points of the article */

typedef struct
{
  QuoSnapshot *start;
  QuoDocument *document;
  GRand *rand;
  guint n_signals, n_notify;
  guint serial;
} Fixture;

static void
take_layer (QuoSnapshot *snapshot, const char *id)
{
  QuoLayer layer = { .base.id = id, .by = "anna", .state = "open" };

  quo_snapshot_take (snapshot, quo_layer_new (&layer));
}

static QuoAnnotation *
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

static QuoRelation *
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

static void
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

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  quo_snapshot_unref (fixture->start);
  g_rand_free (fixture->rand);
}

static void
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

/* Everything the document promises at any moment, found out the slow way. */
static void
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

static gpointer
pick (Fixture *fixture, QuoRecordKind kind)
{
  GPtrArray *all = quo_document_get_records (fixture->document, kind);

  return all->len > 0 ? all->pdata[g_rand_int_range (fixture->rand, 0, all->len)] : NULL;
}

static void
add_some (Fixture *fixture, QuoEdit *edit)
{
  const QuoRecord *layer = pick (fixture, QUO_RECORD_LAYER);
  guint n = g_rand_int_range (fixture->rand, 0, 20) == 0 ? 200 : 2;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", fixture->serial++);
      guint32 start = g_rand_int_range (fixture->rand, 0, LENGTH - 30);

      quo_edit_take (edit, NULL,
                     make_annotation (id, layer->id, i % 3 == 0 ? "E1" : NULL, start,
                                      start + g_rand_int_range (fixture->rand, 1, 30)));
    }
}

static void
add_relation (Fixture *fixture, QuoEdit *edit)
{
  g_autofree char *id = g_strdup_printf ("n%u", fixture->serial++);
  const QuoRecord *quote = pick (fixture, QUO_RECORD_ANNOTATION);
  const QuoRecord *source = pick (fixture, QUO_RECORD_ANNOTATION);

  quo_edit_take (edit, NULL, make_relation (id, quote->id, source->id));
}

static void
add_layer (Fixture *fixture, QuoEdit *edit)
{
  g_autofree char *id = g_strdup_printf ("n%u", fixture->serial++);
  QuoLayer layer = { .base.id = id, .by = "anna" };

  quo_edit_take (edit, NULL, quo_layer_new (&layer));
  quo_edit_take (edit, NULL, make_annotation ("fresh", id, NULL, 10, 20));
}

static void
move_some (Fixture *fixture, QuoEdit *edit)
{
  guint n = g_rand_int_range (fixture->rand, 0, 10) == 0 ? 200 : 3;

  for (guint i = 0; i < n; i++)
    {
      QuoAnnotation *before = pick (fixture, QUO_RECORD_ANNOTATION);
      guint32 start = g_rand_int_range (fixture->rand, 0, LENGTH - 40);
      QuoSpan span = QUO_SPAN (start, start + 40);
      QuoAnnotation fields = *before;

      fields.ranges = &span;
      fields.n_ranges = 1;
      quo_edit_take (edit, before, quo_annotation_new (&fields));
    }
}

static void
remove_some (Fixture *fixture, QuoEdit *edit)
{
  QuoRecord *relation = pick (fixture, QUO_RECORD_RELATION);
  QuoRecord *annotation = pick (fixture, QUO_RECORD_ANNOTATION);

  if (relation != NULL)
    quo_edit_swap (edit, relation, NULL);
  if (quo_document_get_referrers (fixture->document, annotation->id) == NULL)
    quo_edit_swap (edit, annotation, NULL);
}

typedef struct
{
  QuoDocument *document;
  QuoAct act;
  QuoEdit *edit;
} Act;

static gpointer
prepare_in_thread (gpointer data)
{
  const Act *act = data;
  g_autoptr (GError) error = NULL;
  QuoPrepared *prepared = quo_document_prepare (act->document, act->act, act->edit, &error);

  g_assert_no_error (error);
  return prepared;
}

/* The act as one on many records is done. */
static QuoEdit *
do_prepared (QuoDocument *document, QuoAct how, QuoEdit *edit)
{
  Act act = { document, how, edit };

  quo_document_hold (document);
  return quo_document_release (document,
                               g_thread_join (g_thread_new ("prepare", prepare_in_thread, &act)));
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  void (*const acts[]) (Fixture *, QuoEdit *)
      = { add_some, add_relation, move_some, remove_some, remove_some, add_layer };
  g_autoptr (QuoSnapshot) end = NULL, again = NULL, back = NULL;
  guint n_layers = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (QuoEdit) edit = quo_edit_new ("Random");
      guint act = g_rand_int_range (fixture->rand, 0, n_layers == 0 ? 6 : 5);
      g_autoptr (GError) error = NULL;

      n_layers += act == 5;
      acts[act](fixture, edit);
      if (i % 3 == 2)
        quo_document_amend (fixture->document, edit, &error);
      else if (i % 5 == 4)
        do_prepared (fixture->document, QUO_ACT_APPLY, edit);
      else
        quo_document_apply (fixture->document, edit, &error);
      g_assert_no_error (error);
      if (i % 10 == 0)
        assert_sound (fixture->document);
      if (i % 14 == 7)
        quo_document_undo (fixture->document);
      if (i % 14 == 0)
        do_prepared (fixture->document, QUO_ACT_UNDO, NULL);
    }
  end = quo_document_snapshot (fixture->document);
  while (quo_document_undo (fixture->document) != NULL)
    if (quo_document_get_n_undo (fixture->document) % 20 == 0)
      assert_sound (fixture->document);
  back = quo_document_snapshot (fixture->document);
  assert_equal (fixture->start, back);
  while (do_prepared (fixture->document, QUO_ACT_REDO, NULL) != NULL
         && quo_document_redo (fixture->document) != NULL)
    ;
  assert_sound (fixture->document);
  again = quo_document_snapshot (fixture->document);
  assert_equal (end, again);
}

/* Nothing changes while a document is held; what was refused changes nothing afterwards. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autoptr (QuoEdit) first = quo_edit_new ("First"), second = quo_edit_new ("Second");
  g_autoptr (QuoEdit) bad = quo_edit_new ("Bad");
  g_autoptr (GError) error = NULL;
  QuoPrepared *prepared;

  quo_edit_take (first, NULL, make_annotation ("n1", "L1", NULL, 0, 3));
  quo_edit_take (second, NULL, make_annotation ("n2", "L1", NULL, 0, 3));
  quo_edit_swap (bad, (gpointer)quo_document_find (document, "E1"), NULL); /* R2 names it */
  g_assert_true (quo_document_apply (document, first, NULL));
  quo_document_hold (document);
  g_assert_false (quo_document_apply (document, second, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_FAILED);
  g_assert_false (quo_document_amend (document, second, NULL));
  g_assert_null (quo_document_undo (document));
  g_clear_error (&error);
  g_assert_null (quo_document_prepare (document, QUO_ACT_APPLY, bad, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_assert_null (quo_document_release (document, NULL));
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  quo_document_hold (document);
  g_assert_null (quo_document_prepare (document, QUO_ACT_REDO, NULL, NULL));
  prepared = quo_document_prepare (document, QUO_ACT_APPLY, second, NULL);
  g_assert_null (quo_document_find (document, "n2"));
  g_assert_true (quo_document_release (document, prepared) == second);
  g_assert_nonnull (quo_document_find (document, "n2"));
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, 2);
  assert_sound (document);
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoSnapshot) first = quo_document_snapshot (fixture->document);
  g_autoptr (QuoSnapshot) second = quo_document_snapshot (fixture->document);
  g_autoptr (QuoSnapshot) third = NULL;
  g_autoptr (QuoEdit) edit = quo_edit_new ("Add");

  g_assert_true (first == second);
  assert_equal (first, fixture->start);
  quo_edit_take (edit, NULL, make_annotation ("new", "L1", NULL, 0, 3));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  third = quo_document_snapshot (fixture->document);
  g_assert_true (third != first);
  g_assert_null (quo_snapshot_find (first, "new"));
  g_assert_nonnull (quo_snapshot_find (third, "new"));
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Add"), empty = quo_edit_new ("Nothing");

  quo_edit_take (edit, NULL, make_annotation ("new", "L1", NULL, 0, 3));
  g_assert_true (quo_document_apply (fixture->document, empty, NULL));
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  g_assert_cmpuint (fixture->n_notify, ==, 1); /* can-undo */
  g_assert_cmpstr (quo_document_undo (fixture->document)->title, ==, "Add");
  g_assert_cmpuint (fixture->n_notify, ==, 3); /* both */
  g_assert_null (quo_document_undo (fixture->document));
  g_assert_cmpstr (quo_document_redo (fixture->document)->title, ==, "Add");
  g_assert_null (quo_document_redo (fixture->document));
  g_assert_cmpuint (fixture->n_signals, ==, 3);
  g_assert_cmpuint (quo_document_get_revision (fixture->document), ==, 3);
}

/* What follows from an act is taken back and done again with it. */
static void
test_amend (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autoptr (QuoEdit) act = quo_edit_new ("Act");
  g_autoptr (QuoEdit) more = quo_edit_new ("More");
  g_autoptr (QuoEdit) last = quo_edit_new ("Last");
  g_autoptr (QuoSnapshot) end = NULL, back = NULL, again = NULL;

  quo_edit_take (act, NULL, make_annotation ("new", "L1", NULL, 0, 3));
  quo_edit_take (more, NULL, make_annotation ("other", "L1", NULL, 4, 6));
  g_assert_true (quo_document_apply (document, act, NULL));
  quo_edit_swap (more, quo_document_find (document, "new"), NULL);
  quo_edit_swap (more, quo_document_find (document, "R2"), NULL);
  g_assert_true (quo_document_amend (document, more, NULL));
  g_assert_cmpint (quo_document_get_last_act (document), ==, QUO_ACT_AMEND);
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, 1);
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  assert_sound (document);
  end = quo_document_snapshot (document);
  g_assert_cmpstr (quo_document_undo (document)->title, ==, "Act");
  back = quo_document_snapshot (document);
  assert_equal (back, fixture->start);
  quo_document_redo (document);
  again = quo_document_snapshot (document);
  assert_equal (again, end);
  /* With something to do again it does not become part of what was done before it. */
  quo_document_undo (document);
  quo_edit_take (last, NULL, make_annotation ("last", "L1", NULL, 7, 9));
  g_assert_true (quo_document_amend (document, last, NULL));
  g_assert_cmpint (quo_document_get_last_act (document), ==, QUO_ACT_APPLY);
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, 1);
}

static void
test_look_up (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;

  g_assert_nonnull (quo_document_find_annotation (document, "a1"));
  g_assert_null (quo_document_find_annotation (document, "E1"));
  g_assert_nonnull (quo_document_find_entity (document, "E1"));
  g_assert_null (quo_document_find (document, NULL));
  g_assert_cmpstr (quo_document_find_relation (document, "quotation", "quote", "a3")->base.id, ==,
                   "R1");
  g_assert_cmpstr (quo_document_find_relation (document, "quotation", "source", "E1")->base.id, ==,
                   "R2");
  g_assert_null (quo_document_find_relation (document, "quotation", "cue", "a3"));
}

/* An edit that does not hold is refused and leaves no trace. */
static void
assert_refused (Fixture *fixture, gpointer before, gpointer after)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Wrong");
  g_autoptr (QuoSnapshot) now = NULL;
  g_autoptr (GError) error = NULL;

  quo_edit_take (edit, NULL, make_annotation ("good", "L1", NULL, 1, 2));
  quo_edit_take (edit, before, after);
  g_assert_false (quo_document_apply (fixture->document, edit, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  now = quo_document_snapshot (fixture->document);
  assert_equal (now, fixture->start);
  g_assert_cmpuint (quo_document_get_n_undo (fixture->document), ==, 0);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
}

static QuoAnnotation *
make_parts (guint32 a, guint32 b, guint32 c, guint32 d)
{
  const QuoSpan spans[] = { QUO_SPAN (a, b), QUO_SPAN (c, d) };
  QuoAnnotation fields
      = { .base.id = "parts", .layer = "L1", .type = "quote", .ranges = spans, .n_ranges = 2 };

  return quo_annotation_new (&fields);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  QuoRecord *a1 = quo_document_find (document, "a1"), *e1 = quo_document_find (document, "E1");
  g_autoptr (QuoAnnotation) other = make_annotation ("a1", "L1", NULL, 70, 80);
  g_autoptr (QuoAnnotation) unknown = make_annotation ("nobody", "L1", NULL, 70, 80);
  QuoRelation alone = { .base.id = "R9", .layer = "L1", .type = "quotation" };
  QuoEntity east = { .base.id = "E9", .name = "Far east", .lat = "56.38", .lon = "193.22" };
  QuoEntity north = { .base.id = "E9", .name = "Far north", .lat = "90.5", .lon = "10" };

  assert_refused (fixture, NULL, make_annotation ("a1", "L1", NULL, 1, 2)); /* in use */
  assert_refused (fixture, NULL, make_annotation ("1a", "L1", NULL, 1, 2));
  assert_refused (fixture, NULL, make_annotation ("", "L1", NULL, 1, 2));
  assert_refused (fixture, NULL, make_annotation ("x", "L1", NULL, 2, 2));
  assert_refused (fixture, NULL, make_annotation ("x", "L1", NULL, 1, LENGTH + 1));
  assert_refused (fixture, NULL, make_annotation ("x", "L7", NULL, 1, 2));
  assert_refused (fixture, NULL, make_annotation ("x", "L1", "E7", 1, 2));
  assert_refused (fixture, NULL, make_annotation ("x", "L1", "a1", 1, 2)); /* wrong kind */
  assert_refused (fixture, NULL, make_parts (5, 9, 8, 12));
  assert_refused (fixture, NULL, make_parts (15, 19, 8, 12));
  assert_refused (fixture, NULL, make_relation ("x", "a3", "nobody"));
  assert_refused (fixture, NULL, quo_relation_new (&alone));
  assert_refused (fixture, NULL, quo_entity_new (&east));
  assert_refused (fixture, NULL, quo_entity_new (&north));
  assert_refused (fixture, other, NULL);   /* not the record as it is now */
  assert_refused (fixture, unknown, NULL); /* no such record */
  assert_refused (fixture, a1, NULL);      /* R1 names it */
  assert_refused (fixture, e1, NULL);
  assert_refused (fixture, quo_document_find (document, "L1"), NULL);
  assert_refused (fixture, quo_document_find (document, "anna"), NULL);
}

static void
test_remove_together (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autoptr (QuoEdit) edit = quo_edit_new ("Remove");
  g_autoptr (QuoSnapshot) back = NULL;
  g_autoptr (GError) error = NULL;

  quo_edit_swap (edit, quo_document_find (document, "a2"), NULL);
  quo_edit_swap (edit, quo_document_find (document, "L0"), NULL);
  quo_edit_swap (edit, quo_document_find (document, "R2"), NULL);
  quo_document_apply (document, edit, &error);
  g_assert_no_error (error);
  assert_sound (document);
  g_assert_null (quo_document_find_layer (document, "L0"));
  quo_document_undo (document);
  back = quo_document_snapshot (document);
  assert_equal (back, fixture->start);
  assert_sound (document);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/document/random", test_random);
  ADD ("/core/document/held", test_held);
  ADD ("/core/document/snapshot", test_snapshot);
  ADD ("/core/document/signals", test_signals);
  ADD ("/core/document/amend", test_amend);
  ADD ("/core/document/look-up", test_look_up);
  ADD ("/core/document/refused", test_refused);
  ADD ("/core/document/remove-together", test_remove_together);
  return g_test_run ();
}
