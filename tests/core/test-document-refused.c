/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: what apply refuses, and that it leaves no trace. */
#include "document-fixture.h"

#include "quo-error.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refused", test_refused);
  return g_test_run ();
}
