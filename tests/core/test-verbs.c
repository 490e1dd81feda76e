/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs: what each makes of a small article, and that undoing it gives the start. */
#include "quo-verbs.h"

#include <string.h>

static const char *const story
    = "“We will build it,” Jana Köhler told reporters on Tuesday, “and soon.”\r\n"
      "She said so in Berlin. Köhler left Berlin.\r\n";

static const QuoLabel person = { .id = "person", .name = "Person", .kind = QUO_LABEL_ENTITY };
static const QuoLabel place = { .id = "place", .name = "Place", .kind = QUO_LABEL_ENTITY };

typedef struct
{
  QuoText *text;
  QuoTagset *tagset;
  QuoSnapshot *start;
  QuoDocument *document;
  QuoActor actor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const QuoLabel labels[] = {
    { .id = "person", .name = "Person", .kind = QUO_LABEL_ENTITY },
    { .id = "quote", .name = "Quote", .kind = QUO_LABEL_QUOTE },
    { .id = "cue", .name = "Cue", .kind = QUO_LABEL_CUE },
  };
  g_autoptr (QuoArticle) article = NULL;

  fixture->text = quo_text_new (story);
  article = quo_article_new (fixture->text);
  fixture->start = quo_snapshot_new (article, NULL);
  fixture->document = quo_document_new (fixture->start);
  fixture->tagset = quo_tagset_new ("test");
  fixture->tagset->labels = labels;
  fixture->tagset->n_labels = G_N_ELEMENTS (labels);
  fixture->actor.agent_name = "Anna";
}

/* Whatever a test did: undoing all of it gives the start. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (quo_document_undo (fixture->document) != NULL)
    ;
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (quo_document_count (fixture->document, kind), ==, 0);
  g_assert_finalize_object (fixture->document);
  quo_tagset_unref (fixture->tagset);
  quo_snapshot_unref (fixture->start);
  quo_text_unref (fixture->text);
}

/* Carries an edit out; it must be one that holds. Returns: what it selects. */
static const QuoAnnotation *
apply (Fixture *fixture, QuoEdit *made)
{
  g_autoptr (QuoEdit) edit = made;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_cmpstr (edit->title, !=, "");
  g_assert_true (quo_document_apply (fixture->document, edit, &error));
  g_assert_no_error (error);
  return quo_document_find_annotation (fixture->document, edit->select);
}

static QuoSpan
find (Fixture *fixture, const char *words, guint nth)
{
  const char *utf8 = quo_text_get_utf8 (fixture->text), *at = utf8 - 1;
  guint32 start;

  for (guint i = 0; i <= nth; i++)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  start = quo_text_from_byte (fixture->text, at - utf8);
  return QUO_SPAN (start, start + g_utf8_strlen (words, -1));
}

static const QuoAnnotation *
tag (Fixture *fixture, const QuoLabel *label, const char *words, guint nth)
{
  QuoSpan span = find (fixture, words, nth);

  return apply (fixture,
                quo_verb_tag (fixture->document, &fixture->actor, label, &span, 1, NULL, NULL));
}

/* The quote in two parts, with "told" as its cue if asked. */
static const QuoAnnotation *
tag_quote (Fixture *fixture, gboolean with_cue)
{
  const QuoSpan parts[]
      = { find (fixture, "“and soon.”", 0), find (fixture, "“We will build it,”", 0) };
  QuoSpan cue = find (fixture, "told", 0);

  return apply (fixture, quo_verb_tag_quote (fixture->document, &fixture->actor, fixture->tagset,
                                             parts, 2, with_cue ? &cue : NULL, "direct"));
}

static guint
count (Fixture *fixture, QuoRecordKind kind)
{
  return quo_document_count (fixture->document, kind);
}

static const QuoRelation *
get_quotation (Fixture *fixture, const QuoAnnotation *quote)
{
  return quo_document_find_relation (fixture->document, "quotation", "quote", quote->base.id);
}

static void
assert_role (const QuoRelation *relation, const char *name, guint n_members, const char *first)
{
  const QuoRole *role = quo_relation_find_role (relation, name);

  g_assert_cmpuint (role != NULL ? role->n_members : 0, ==, n_members);
  if (n_members > 0)
    g_assert_cmpstr (role->members[0], ==, first);
}

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

/* Identity */

static void
test_same (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *name = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAnnotation *she = tag (fixture, &person, "She", 0);
  QuoDocument *document = fixture->document;
  g_autofree char *shown = NULL;
  const char *entity;

  she = apply (fixture, quo_verb_same_as (document, &fixture->actor, she, name->base.id));
  name = quo_document_find_annotation (document, name->base.id);
  entity = name->entities[0];
  g_assert_cmpstr (she->entities[0], ==, entity);
  g_assert_cmpstr (quo_document_find_entity (document, entity)->name, ==, "Jana Köhler");
  g_assert_cmpstr (quo_document_find_entity (document, entity)->type, ==, "person");
  g_assert_null (quo_verb_same_as (document, &fixture->actor, she, name->base.id));
  g_assert_null (quo_verb_same_as (document, &fixture->actor, she, she->base.id));
  g_assert_null (quo_verb_same_as (document, &fixture->actor, she, entity));
  g_assert_null (quo_verb_same_as (document, &fixture->actor, she, "nobody"));
  shown = quo_document_dup_member_name (document, she->base.id);
  g_assert_cmpstr (shown, ==, "Jana Köhler");
}

static void
add_two_entities (Fixture *fixture)
{
  const char *aliases[] = { "J. K.", "Jana" };
  const QuoExternalId ids[] = { { "viaf", "7" }, { "wikidata", "Q1" } };
  const QuoExternalId other_ids[] = { { "geonames", "3" }, { "wikidata", "Q2" } };
  QuoEntity one = { .base.id = "E1", .type = "person", .name = "Köhler", .note = "minister" };
  QuoEntity two = { .base.id = "E2", .type = "person", .name = "Jana Köhler", .note = "tram" };
  g_autoptr (QuoEdit) edit = quo_edit_new ("Entities");

  one.aliases = aliases;
  one.n_aliases = 2;
  one.ids = ids;
  one.n_ids = 2;
  two.ids = other_ids;
  two.n_ids = 2;
  quo_edit_take (edit, NULL, quo_entity_new (&one));
  quo_edit_take (edit, NULL, quo_entity_new (&two));
  g_assert_true (quo_document_apply (fixture->document, edit, NULL));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *quote = tag_quote (fixture, FALSE);
  const QuoAnnotation *a = tag (fixture, &person, "Jana Köhler", 0);
  const QuoAnnotation *b = tag (fixture, &person, "She", 0);
  QuoDocument *document = fixture->document;
  const QuoActor *actor = &fixture->actor;
  const QuoEntity *entity;

  add_two_entities (fixture);
  a = apply (fixture, quo_verb_same_as (document, actor, a, "E1"));
  b = apply (fixture, quo_verb_same_as (document, actor, b, "E2"));
  apply (fixture, quo_verb_link (document, actor, quote, "source", "E1", FALSE));
  a = apply (fixture, quo_verb_same_as (document, actor, a, b->base.id));
  g_assert_cmpstr (a->entities[0], ==, "E2");
  g_assert_null (quo_document_find (document, "E1"));
  assert_role (get_quotation (fixture, quote), "source", 1, "E2");
  entity = quo_document_find_entity (document, "E2");
  g_assert_cmpstr (entity->name, ==, "Jana Köhler");
  g_assert_cmpuint (entity->n_aliases, ==, 3);
  g_assert_cmpstr (entity->aliases[0], ==, "Köhler");
  g_assert_cmpuint (entity->n_ids, ==, 3);
  g_assert_cmpstr (entity->ids[2].value, ==, "Q2");
  g_assert_cmpstr (entity->note, ==, "tram\nminister\nwikidata: Q1");
  quo_document_undo (document);
  g_assert_nonnull (quo_document_find_entity (document, "E1"));
  assert_role (get_quotation (fixture, quote), "source", 1, "E1");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autofree char *name = NULL;

  add_two_entities (fixture);
  apply (fixture, quo_verb_rename_entity (document, quo_document_find_entity (document, "E1"),
                                          " J. Köhler "));
  g_assert_cmpstr (quo_document_find_entity (document, "E1")->name, ==, "J. Köhler");
  g_assert_null (
      quo_verb_rename_entity (document, quo_document_find_entity (document, "E1"), "J. Köhler"));
  apply (fixture, quo_verb_rename_entity (document, quo_document_find_entity (document, "E1"), ""));
  name = quo_document_dup_member_name (document, "E1");
  g_assert_cmpstr (name, ==, "E1");
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

/* Identities */

static const QuoEntity *
get_entity (Fixture *fixture, const char *annotation)
{
  const QuoAnnotation *mention = quo_document_find_annotation (fixture->document, annotation);

  return mention->n_entities == 1
             ? quo_document_find_entity (fixture->document, mention->entities[0])
             : NULL;
}

static void
test_split_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (tag (fixture, &person, "Jana Köhler", 0)->base.id);
  g_autofree char *second = g_strdup (tag (fixture, &person, "Köhler", 1)->base.id);
  const QuoAnnotation *mention = quo_document_find_annotation (fixture->document, second);

  apply (fixture, quo_verb_same_as (fixture->document, &fixture->actor, mention, first));
  g_assert_true (get_entity (fixture, first) == get_entity (fixture, second));
  mention = quo_document_find_annotation (fixture->document, second);
  apply (fixture, quo_verb_new_entity (fixture->document, &fixture->actor, mention));
  g_assert_cmpstr (get_entity (fixture, first)->name, ==, "Jana Köhler");
  g_assert_cmpstr (get_entity (fixture, second)->name, ==, "Köhler");
  mention = quo_document_find_annotation (fixture->document, second);
  apply (fixture, quo_verb_clear_entity (fixture->document, mention));
  mention = quo_document_find_annotation (fixture->document, second);
  g_assert_null (get_entity (fixture, second));
  g_assert_null (quo_verb_clear_entity (fixture->document, mention));
}

static void
test_external_ids (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autofree char *id = g_strdup (tag (fixture, &place, "Berlin", 0)->base.id);

  apply (fixture, quo_verb_new_entity (document, &fixture->actor,
                                       quo_document_find_annotation (document, id)));
  apply (fixture, quo_verb_set_external_id (document, get_entity (fixture, id), "wikidata", "Q1"));
  apply (fixture, quo_verb_set_external_id (document, get_entity (fixture, id), "geonames", "5"));
  apply (fixture, quo_verb_set_external_id (document, get_entity (fixture, id), "wikidata", "Q64"));
  g_assert_null (quo_verb_set_external_id (document, get_entity (fixture, id), "wikidata", "Q64"));
  g_assert_null (quo_verb_set_external_id (document, get_entity (fixture, id), "viaf", ""));
  g_assert_cmpuint (get_entity (fixture, id)->n_ids, ==, 2);
  g_assert_cmpstr (get_entity (fixture, id)->ids[0].name, ==, "geonames");
  g_assert_cmpstr (get_entity (fixture, id)->ids[1].value, ==, "Q64");
  apply (fixture, quo_verb_set_external_id (document, get_entity (fixture, id), "geonames", NULL));
  g_assert_cmpuint (get_entity (fixture, id)->n_ids, ==, 1);
  apply (fixture, quo_verb_set_place (document, get_entity (fixture, id), "52.5", "13.4"));
  g_assert_null (quo_verb_set_place (document, get_entity (fixture, id), "52.5", "13.4"));
  apply (fixture, quo_verb_set_place (document, get_entity (fixture, id), NULL, NULL));
}

static void
test_places (void)
{
  static const char *const bad[]
      = { "", "52", "91, 1", "1, 181", "a, b", "1,2,3", "05, 1", "1,5 2", "nan 1", "1e3 2" };
  char *lat = NULL, *lon = NULL;

  g_assert_true (quo_verb_parse_place ("57.70887, -11.97456", &lat, &lon));
  g_assert_cmpstr (lat, ==, "57.70887");
  g_assert_cmpstr (lon, ==, "-11.97456");
  g_free (lat);
  g_free (lon);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (quo_verb_parse_place (bad[i], &lat, &lon));
}

#define ADD(name, func) g_test_add ("/core/verbs/" name, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("delete", test_delete);
  ADD ("delete-from-other-relation", test_delete_from_other_relation);
  ADD ("relabel", test_relabel);
  ADD ("suggestion", test_suggestion);
  ADD ("resize", test_resize);
  ADD ("resize-line-end", test_resize_line_end);
  ADD ("resize-parts", test_resize_parts);
  ADD ("add-part", test_add_part);
  ADD ("same", test_same);
  ADD ("merge", test_merge);
  ADD ("rename", test_rename);
  ADD ("note", test_note);
  ADD ("attr", test_attr);
  ADD ("layer-state", test_layer_state);
  ADD ("many/delete", test_delete_many);
  ADD ("many/relabel", test_relabel_many);
  ADD ("many/link", test_link_many);
  ADD ("identity/split-off", test_split_off);
  ADD ("identity/external-ids", test_external_ids);
  g_test_add_func ("/core/verbs/identity/places", test_places);
  return g_test_run ();
}
