/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: random edits against slow look-ups and back to the start. */
#include "document-fixture.h"

#include "quo-document-prepare.h"
#include "quo-error.h"

#include <string.h>

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random", test_random);
  ADD ("held", test_held);
  ADD ("snapshot", test_snapshot);
  ADD ("signals", test_signals);
  ADD ("amend", test_amend);
  ADD ("look-up", test_look_up);
  ADD ("remove-together", test_remove_together);
  return g_test_run ();
}
