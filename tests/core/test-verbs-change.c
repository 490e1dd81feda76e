/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that change what is there: labels, borders, parts, notes, attributes, many at once. */
#include "verbs-fixture.h"

/* Changing */

static void
test_relabel (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &person, "Berlin", 0);
  const QuoAnnotation *other = tag (fixture, &person, "Berlin", 1);
  QuoDocument *document = fixture->document;
  const char *entity;

  g_assert_null (quo_verb_relabel (document, annotation, &person));
  apply (fixture, quo_verb_same_as (document, &fixture->actor, annotation, other->base.id));
  annotation = quo_document_find_annotation (document, annotation->base.id);
  other = quo_document_find_annotation (document, other->base.id);
  entity = annotation->entities[0];
  annotation = apply (fixture, quo_verb_relabel (document, annotation, &place));
  g_assert_cmpstr (annotation->type, ==, "place");
  g_assert_cmpuint (annotation->modified, !=, 0);
  g_assert_cmpstr (quo_document_find_entity (document, entity)->type, ==, "person");
  other = apply (fixture, quo_verb_relabel (document, other, &place)); /* the last mention */
  g_assert_cmpstr (quo_document_find_entity (document, other->entities[0])->type, ==, "place");
}

/* A suggestion that a person changes is accepted. */
static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  QuoSpan span = find (fixture, "Berlin", 0);
  QuoAnnotation fields = { .base.id = "s1",
                           .type = "person",
                           .ranges = &span,
                           .n_ranges = 1,
                           .status = QUO_STATUS_SUGGESTED };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Suggest");

  quo_edit_take (edit, NULL, quo_annotation_new (&fields));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  g_assert_cmpint (
      apply (fixture,
             quo_verb_relabel (fixture->document,
                               quo_document_find_annotation (fixture->document, "s1"), &place))
          ->status,
      ==, QUO_STATUS_NONE);
}

static void
test_resize (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &person, "Jana Köhler", 0);
  QuoSpan span = annotation->ranges[0];
  QuoDocument *document = fixture->document;
  gint length = quo_text_get_length (fixture->text);

  annotation = apply (fixture, quo_verb_resize (document, annotation, 5, 0));
  g_assert_true (quo_span_equal (annotation->ranges[0], QUO_SPAN (span.start + 5, span.end)));
  annotation = apply (fixture, quo_verb_resize (document, annotation, -1, 2));
  g_assert_true (quo_span_equal (annotation->ranges[0], QUO_SPAN (span.start + 4, span.end + 2)));
  g_assert_null (quo_verb_resize (document, annotation, 0, 0));
  g_assert_null (quo_verb_resize (document, annotation, 100, 0));
  g_assert_null (quo_verb_resize (document, annotation, -1000, 0));
  g_assert_null (quo_verb_resize (document, annotation, 0, length));
  g_assert_null (quo_verb_resize (document, annotation, G_MININT, G_MAXINT));
}

static void
test_resize_line_end (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &person, "soon.”", 0);
  guint32 end = annotation->ranges[0].end;
  QuoDocument *document = fixture->document;

  annotation = apply (fixture, quo_verb_resize (document, annotation, 0, 1));
  g_assert_cmpuint (annotation->ranges[0].end, ==, end + 2);
  annotation = apply (fixture, quo_verb_resize (document, annotation, 0, -1));
  g_assert_cmpuint (annotation->ranges[0].end, ==, end);
  annotation = tag (fixture, &person, "She", 0);
  annotation = apply (fixture, quo_verb_resize (document, annotation, -1, 0));
  g_assert_cmpuint (annotation->ranges[0].start, ==, end);
}

static void
test_resize_parts (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, FALSE);
  guint32 length = quote->ranges[0].end - quote->ranges[0].start;

  g_assert_null (quo_verb_resize (fixture->document, quote, (gint)length, 0));
  quote = apply (fixture, quo_verb_resize (fixture->document, quote, (gint)length - 1, -1));
  g_assert_cmpuint (quote->n_ranges, ==, 2);
  g_assert_cmpuint (quote->ranges[0].end - quote->ranges[0].start, ==, 1);
}

static void
test_add_part (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &person, "Köhler", 1);
  QuoSpan before = find (fixture, "Jana", 0), whole = find (fixture, "Jana Köhler", 0);

  annotation = apply (fixture, quo_verb_add_part (fixture->document, annotation, before));
  g_assert_cmpuint (annotation->n_ranges, ==, 2);
  g_assert_true (quo_span_equal (annotation->ranges[0], before));
  g_assert_null (quo_verb_add_part (fixture->document, annotation, before));
  annotation = apply (fixture, quo_verb_add_part (fixture->document, annotation, whole));
  g_assert_cmpuint (annotation->n_ranges, ==, 2);
  g_assert_true (quo_span_equal (annotation->ranges[0], whole));
  g_assert_null (quo_verb_add_part (fixture->document, annotation, QUO_SPAN (7, 7)));
  g_assert_null (quo_verb_add_part (fixture->document, annotation, QUO_SPAN (7, 70000)));
}

/* Details */

static void
test_note (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &place, "Berlin", 0);

  g_assert_null (quo_verb_set_note (fixture->document, annotation, ""));
  annotation = apply (fixture, quo_verb_set_note (fixture->document, annotation, "capital"));
  g_assert_cmpstr (annotation->note, ==, "capital");
  g_assert_null (quo_verb_set_note (fixture->document, annotation, "capital"));
  annotation = apply (fixture, quo_verb_set_note (fixture->document, annotation, NULL));
  g_assert_null (annotation->note);
}

static void
test_attr (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &place, "Berlin", 0);
  const QuoValue flag = { "true", QUO_VALUE_FLAG };
  const QuoAttr sure = { "sure", &flag, 1, FALSE };
  QuoDocument *document = fixture->document;

  g_assert_null (quo_verb_set_attr (document, annotation, "form", NULL));
  annotation = apply (fixture, quo_verb_set_attr (document, annotation, "title", "Frau"));
  annotation = apply (fixture, quo_verb_set_attr_values (document, annotation, &sure));
  annotation = apply (fixture, quo_verb_set_attr (document, annotation, "form", "x"));
  g_assert_cmpuint (annotation->n_attrs, ==, 3);
  g_assert_cmpstr (annotation->attrs[0].name, ==, "form");
  g_assert_cmpstr (annotation->attrs[1].name, ==, "sure");
  annotation = apply (fixture, quo_verb_set_attr (document, annotation, "sure", "false"));
  g_assert_cmpint (annotation->attrs[1].values[0].kind, ==, QUO_VALUE_FLAG);
  annotation = apply (fixture, quo_verb_set_attr (document, annotation, "sure", "perhaps"));
  g_assert_cmpint (annotation->attrs[1].values[0].kind, ==, QUO_VALUE_STRING);
  g_assert_null (quo_verb_set_attr (document, annotation, "sure", "perhaps"));
  annotation = apply (fixture, quo_verb_set_attr (document, annotation, "form", ""));
  g_assert_cmpuint (annotation->n_attrs, ==, 2);
}

static void
test_layer_state (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &place, "Berlin", 0);
  QuoDocument *document = fixture->document;
  g_autofree char *id = g_strdup (annotation->layer);
  const QuoLayer *layer = quo_document_find_layer (document, id);

  g_assert_false (quo_verb_is_locked (document, &fixture->actor, id));
  g_assert_null (quo_verb_set_layer_state (document, layer, "open"));
  apply (fixture, quo_verb_set_layer_state (document, layer, "done"));
  g_assert_true (quo_verb_is_locked (document, &fixture->actor, id));
  layer = quo_document_find_layer (document, id);
  apply (fixture, quo_verb_set_layer_state (document, layer, "open"));
  g_assert_false (quo_verb_is_locked (document, &fixture->actor, id));
}

/* Several at once */

static GPtrArray *
list_annotations (Fixture *fixture, const char *type)
{
  GPtrArray *all = quo_document_get_records (fixture->document, QUO_RECORD_ANNOTATION);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (type == NULL || g_str_equal (((const QuoAnnotation *)all->pdata[i])->type, type))
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

static void
test_delete_many (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, TRUE);
  const QuoAnnotation *speaker = tag (fixture, &person, "Jana Köhler", 0);
  g_autoptr (GPtrArray) all = NULL;

  apply (fixture, quo_verb_link (fixture->document, &fixture->actor, quote, "source",
                                 speaker->base.id, FALSE));
  all = list_annotations (fixture, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  apply (fixture, quo_verb_delete_many (fixture->document, all));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 0);
  g_assert_nonnull (quo_document_undo (fixture->document));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 3);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 1);
}

static void
test_relabel_many (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *first = tag (fixture, &person, "Köhler", 0);
  const QuoAnnotation *second = tag (fixture, &person, "Köhler", 1);
  g_autoptr (GPtrArray) both = NULL;
  GPtrArray *entities;

  apply (fixture, quo_verb_same_as (fixture->document, &fixture->actor, first, second->base.id));
  both = list_annotations (fixture, "person");
  apply (fixture, quo_verb_relabel_many (fixture->document, both, &place));
  g_clear_pointer (&both, g_ptr_array_unref);
  both = list_annotations (fixture, "place");
  g_assert_cmpuint (both->len, ==, 2);
  entities = quo_document_get_records (fixture->document, QUO_RECORD_ENTITY);
  g_assert_cmpstr (((const QuoEntity *)entities->pdata[0])->type, ==, "place");
  g_assert_null (quo_verb_relabel_many (fixture->document, both, &place));
}

static void
test_link_many (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, FALSE);
  g_autofree char *quote_id = g_strdup (quote->base.id);
  g_autofree char *speaker = g_strdup (tag (fixture, &person, "Jana Köhler", 0)->base.id);
  QuoSpan span = find (fixture, "She said so", 0);
  g_autoptr (GPtrArray) quotes = NULL;

  apply (fixture, quo_verb_tag_quote (fixture->document, &fixture->actor, fixture->tagset, &span, 1,
                                      NULL, "indirect"));
  quotes = list_annotations (fixture, "quote");
  g_assert_cmpuint (quotes->len, ==, 2);
  apply (fixture, quo_verb_link_many (fixture->document, &fixture->actor, quotes, speaker));
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 2);
  quote = quo_document_find_annotation (fixture->document, quote_id);
  assert_role (get_quotation (fixture, quote), "source", 1, speaker);
  g_assert_null (quo_verb_link_many (fixture->document, &fixture->actor, quotes, speaker));
  g_assert_null (quo_verb_link_many (fixture->document, &fixture->actor, quotes, "none"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("relabel", test_relabel);
  ADD ("suggestion", test_suggestion);
  ADD ("resize", test_resize);
  ADD ("resize-line-end", test_resize_line_end);
  ADD ("resize-parts", test_resize_parts);
  ADD ("add-part", test_add_part);
  ADD ("note", test_note);
  ADD ("attr", test_attr);
  ADD ("layer-state", test_layer_state);
  ADD ("many/delete", test_delete_many);
  ADD ("many/relabel", test_relabel_many);
  ADD ("many/link", test_link_many);
  return g_test_run ();
}
