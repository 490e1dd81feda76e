/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that make something: what a tag, a quote and a link leave in a small article. */
#include "verbs-fixture.h"

/* Tagging */

static void
test_first (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *annotation = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAgent *agent
      = g_ptr_array_index (quo_document_get_records (fixture->document, QUO_RECORD_AGENT), 0);
  const QuoLayer *layer = quo_document_find_layer (fixture->document, annotation->layer);

  g_assert_cmpuint (quo_document_get_n_undo (fixture->document), ==, 1);
  g_assert_cmpstr (agent->type, ==, "person");
  g_assert_cmpstr (agent->name, ==, "Anna");
  g_assert_cmpstr (layer->by, ==, agent->base.id);
  g_assert_cmpstr (layer->state, ==, "open");
  g_assert_null (annotation->by);
  g_assert_cmpuint (annotation->created, !=, 0);
  g_assert_cmpuint (annotation->modified, ==, 0);
  g_assert_cmpuint (annotation->n_entities, ==, 0);
  tag (fixture, &place, "Berlin", 0);
  g_assert_cmpuint (count (fixture, QUO_RECORD_AGENT), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 0);
}

static void
test_nameless (Fixture *fixture, gconstpointer data)
{
  fixture->actor.agent_name = "";
  tag (fixture, &person, "Köhler", 0);
  tag (fixture, &person, "Köhler", 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_AGENT), ==, 1);
  g_assert_null (
      ((QuoAgent *)quo_document_get_records (fixture->document, QUO_RECORD_AGENT)->pdata[0])->name);
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 1);
}

/* Somebody else in a layer of Anna: the record says so. */
static void
test_by (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *first = tag (fixture, &person, "Köhler", 0), *second;
  g_autofree char *layer = g_strdup (first->layer);
  QuoAgent ben = { .base.id = "ben", .type = "person", .name = "Ben" };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Ben comes");

  quo_edit_take (edit, NULL, quo_agent_new (&ben));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  fixture->actor = (QuoActor){ .agent_name = "Ben", .agent = "ben", .layer = layer };
  second = tag (fixture, &person, "She", 0);
  g_assert_cmpstr (second->layer, ==, layer);
  g_assert_cmpstr (second->by, ==, "ben");
  g_assert_false (quo_verb_is_locked (fixture->document, &fixture->actor, layer));
  fixture->actor.layer = NULL;
  g_assert_null (quo_verb_find_layer (fixture->document, &fixture->actor));
  g_assert_true (quo_verb_is_locked (fixture->document, &fixture->actor, layer));
  second = tag (fixture, &person, "She", 0);
  g_assert_cmpstr (second->layer, !=, layer);
  g_assert_null (second->by);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *first = tag (fixture, &person, "Berlin", 0), *existing = NULL;
  QuoSpan span = find (fixture, "Berlin", 0);
  QuoSpan nothing = QUO_SPAN (4, 4), outside = QUO_SPAN (100000, 100009);

  g_assert_null (
      quo_verb_tag (fixture->document, &fixture->actor, &person, &span, 1, NULL, &existing));
  g_assert_true (existing == first);
  tag (fixture, &place, "Berlin", 0); /* another label: a second annotation */
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 2);
  g_assert_null (
      quo_verb_tag (fixture->document, &fixture->actor, &person, &nothing, 1, NULL, NULL));
  g_assert_null (
      quo_verb_tag (fixture->document, &fixture->actor, &person, &outside, 1, NULL, NULL));
}

static void
test_reuse_entity (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *first = tag (fixture, &place, "Berlin", 0), *second;
  QuoEntity fields = { .base.id = "E1", .type = "place", .name = "Berlin" };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Entity");

  quo_edit_take (edit, NULL, quo_entity_new (&fields));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  first = apply (fixture, quo_verb_same_as (fixture->document, &fixture->actor, first, "E1"));
  g_assert_cmpstr (first->entities[0], ==, "E1");
  g_assert_cmpuint (first->modified, !=, 0);
  second = tag (fixture, &place, "Berlin", 1);
  g_assert_cmpstr (second->entities[0], ==, "E1");
  second = tag (fixture, &person, "Berlin", 1); /* of another type */
  g_assert_cmpuint (second->n_entities, ==, 0);
}

/* "She" is not always the same person. */
static void
test_no_reuse (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *name = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAnnotation *said = tag (fixture, &person, "so", 0), *other;

  apply (fixture, quo_verb_same_as (fixture->document, &fixture->actor, said, name->base.id));
  g_assert_cmpstr (quo_document_find_entity (
                       fixture->document,
                       quo_document_find_annotation (fixture->document, name->base.id)->entities[0])
                       ->name,
                   ==, "Jana Köhler");
  other = tag (fixture, &person, "so", 1); /* of "soon" */
  g_assert_cmpuint (other->n_entities, ==, 0);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  const QuoSpan spans[] = { find (fixture, "Berlin", 0), find (fixture, "Berlin", 1) };

  apply (fixture, quo_verb_tag_all (fixture->document, &fixture->actor, &place, spans, 2, NULL));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 2);
  g_assert_cmpuint (quo_document_get_n_undo (fixture->document), ==, 1);
  g_assert_null (quo_verb_tag_all (fixture->document, &fixture->actor, &place, spans, 2, NULL));
}

/* Quotes */

static void
test_quote (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, TRUE);
  const QuoRelation *relation = get_quotation (fixture, quote);
  const QuoAnnotation *cue;

  g_assert_cmpuint (quo_document_get_n_undo (fixture->document), ==, 1);
  g_assert_cmpstr (quote->type, ==, "quote");
  g_assert_cmpuint (quote->n_ranges, ==, 2);
  g_assert_cmpuint (quote->ranges[0].start, ==, 0);
  g_assert_cmpstr (quo_attrs_get_text (quote->attrs, quote->n_attrs, "form"), ==, "direct");
  assert_role (relation, "quote", 1, quote->base.id);
  cue = quo_document_find_annotation (fixture->document,
                                      quo_relation_find_role (relation, "cue")->members[0]);
  g_assert_cmpstr (cue->type, ==, "cue");
  g_assert_null (quo_relation_find_role (relation, "source"));
  g_assert_null (quo_verb_tag_quote (fixture->document, &fixture->actor, fixture->tagset,
                                     quote->ranges, quote->n_ranges, NULL, NULL));
}

static void
test_quote_without_cue (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, FALSE);

  g_assert_null (get_quotation (fixture, quote));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, FALSE);
  const QuoAnnotation *first = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAnnotation *second = tag (fixture, &person, "reporters", 0);
  QuoDocument *document = fixture->document;
  const QuoActor *actor = &fixture->actor;

  apply (fixture, quo_verb_link (document, actor, quote, "source", first->base.id, FALSE));
  assert_role (get_quotation (fixture, quote), "source", 1, first->base.id);
  g_assert_cmpuint (get_quotation (fixture, quote)->created, !=, 0);
  g_assert_null (quo_verb_link (document, actor, quote, "source", first->base.id, FALSE));
  apply (fixture, quo_verb_link (document, actor, quote, "source", second->base.id, TRUE));
  assert_role (get_quotation (fixture, quote), "source", 2, first->base.id);
  apply (fixture, quo_verb_link (document, actor, quote, "source", second->base.id, FALSE));
  assert_role (get_quotation (fixture, quote), "source", 1, second->base.id);
  apply (fixture, quo_verb_link (document, actor, quote, "addressee", first->base.id, FALSE));
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 1);
  g_assert_null (quo_verb_link (document, actor, quote, "source", quote->base.id, FALSE));
  g_assert_null (quo_verb_link (document, actor, quote, "source", "nobody", FALSE));
  apply (fixture, quo_verb_unlink (document, quote, "addressee", first->base.id));
  assert_role (get_quotation (fixture, quote), "addressee", 0, NULL);
  g_assert_null (quo_verb_unlink (document, quote, "addressee", first->base.id));
  apply (fixture, quo_verb_unlink (document, quote, "source", second->base.id));
  g_assert_null (get_quotation (fixture, quote)); /* only the quote would have been left */
}

static void
test_link_new (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, TRUE), *mention;
  QuoDocument *document = fixture->document;
  QuoSpan none = QUO_SPAN (0, 0), span = find (fixture, "Köhler", 1);
  g_autofree char *name = NULL;
  const QuoRole *source;

  apply (fixture, quo_verb_link_new (document, &fixture->actor, quote, &person, none, " Omar "));
  source = quo_relation_find_role (get_quotation (fixture, quote), "source");
  g_assert_cmpstr (quo_document_find_entity (document, source->members[0])->name, ==, "Omar");
  g_assert_null (
      quo_verb_link_new (document, &fixture->actor, quote, &person, none, "Omar")); /* no change */
  apply (fixture, quo_verb_link_new (document, &fixture->actor, quote, &person, span, NULL));
  source = quo_relation_find_role (get_quotation (fixture, quote), "source");
  mention = quo_document_find_annotation (document, source->members[0]);
  g_assert_cmpuint (mention->ranges[0].start, ==, span.start);
  name = quo_document_dup_member_name (document, mention->base.id);
  g_assert_cmpstr (name, ==, "Köhler");
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 2);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 1);
  g_assert_null (quo_verb_link_new (document, &fixture->actor, quote, &person, none, "  "));
}

/* "She" is a mention that nobody is told of; done again, the link selects its quote as at first. */
static void
test_link_mention (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, TRUE), *mention;
  static const QuoLabel label = { .id = "mention", .kind = QUO_LABEL_ENTITY };
  QuoDocument *document = fixture->document;
  QuoSpan span = find (fixture, "Köhler", 1);
  g_autofree char *id = g_strdup (quote->base.id);
  const QuoRole *source;

  apply (fixture,
         quo_verb_link_mention (document, &fixture->actor, quote, &label, span, "nominal"));
  source = quo_relation_find_role (get_quotation (fixture, quote), "source");
  mention = quo_document_find_annotation (document, source->members[0]);
  g_assert_cmpstr (mention->type, ==, "mention");
  g_assert_cmpstr (quo_attrs_get_text (mention->attrs, mention->n_attrs, "form"), ==, "nominal");
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 0);
  g_assert_null (quo_verb_link_mention (document, &fixture->actor, quote, &label, span, "nominal"));
  g_assert_cmpstr (quo_document_undo (document)->select, ==, id);
  g_assert_cmpstr (quo_document_redo (document)->select, ==, id);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, TRUE);
  const QuoAnnotation *source = tag (fixture, &person, "Jana Köhler", 0);
  QuoDocument *document = fixture->document;
  guint n_undo;

  apply (fixture,
         quo_verb_link (document, &fixture->actor, quote, "source", source->base.id, FALSE));
  n_undo = quo_document_get_n_undo (document);
  apply (fixture, quo_verb_delete (document, source)); /* the cue holds the relation */
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  assert_role (get_quotation (fixture, quote), "source", 0, NULL);
  g_assert_cmpuint (get_quotation (fixture, quote)->modified, !=, 0);
  apply (fixture,
         quo_verb_delete (
             document,
             quo_document_find_annotation (
                 document,
                 quo_relation_find_role (get_quotation (fixture, quote), "cue")->members[0])));
  g_assert_null (get_quotation (fixture, quote));
  quo_document_undo (document);
  quo_document_undo (document);
  apply (fixture, quo_verb_delete (document, quote));
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 0);
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 2); /* source and cue */
}

/* A relation of another kind with two members does not live on with one. */
static void
test_delete_from_other_relation (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *a = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAnnotation *b = tag (fixture, &place, "Berlin", 0);
  const QuoRole roles[] = { { "member", &a->base.id, 1 }, { "place", &b->base.id, 1 } };
  QuoRelation fields = { .base.id = "R1", .type = "lives-in", .roles = roles, .n_roles = 2 };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Relation");

  quo_edit_take (edit, NULL, quo_relation_new (&fields));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
  apply (fixture, quo_verb_delete (fixture->document, b));
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first", test_first);
  ADD ("nameless", test_nameless);
  ADD ("by", test_by);
  ADD ("again", test_again);
  ADD ("reuse-entity", test_reuse_entity);
  ADD ("no-reuse", test_no_reuse);
  ADD ("all", test_all);
  ADD ("quote", test_quote);
  ADD ("quote-without-cue", test_quote_without_cue);
  ADD ("link", test_link);
  ADD ("link-new", test_link_new);
  ADD ("link-mention", test_link_mention);
  ADD ("delete", test_delete);
  ADD ("delete-from-other-relation", test_delete_from_other_relation);
  return g_test_run ();
}
