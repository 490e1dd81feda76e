/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of identities: who is the same, who is split off, merged, renamed, or known elsewhere.
 */
#include "verbs-fixture.h"

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

/* A surname that has an identity, and the full name: the person is called by the full name,
 * whichever of the two mentions is said to be the same as the other. */
static void
check_full_name (Fixture *fixture, gboolean is_full_chosen)
{
  QuoDocument *document = fixture->document;
  g_autofree char *full = g_strdup (tag (fixture, &person, "Jana Köhler", 0)->base.id);
  g_autofree char *last = g_strdup (tag (fixture, &person, "Köhler", 1)->base.id);
  const QuoAnnotation *selected;
  const QuoEntity *entity;

  apply (fixture, quo_verb_new_entity (document, &fixture->actor,
                                       quo_document_find_annotation (document, last)));
  selected = quo_document_find_annotation (document, is_full_chosen ? last : full);
  selected = apply (fixture, quo_verb_same_as (document, &fixture->actor, selected,
                                               is_full_chosen ? full : last));
  entity = quo_document_find_entity (document, selected->entities[0]);
  g_assert_cmpstr (entity->name, ==, "Jana Köhler");
  g_assert_cmpuint (entity->n_aliases, ==, 1);
  g_assert_cmpstr (entity->aliases[0], ==, "Köhler");
  quo_document_undo (document);
  entity = quo_document_find_entity (document, entity->base.id);
  g_assert_cmpstr (entity->name, ==, "Köhler");
  g_assert_cmpuint (quo_document_find_annotation (document, full)->n_entities, ==, 0);
}

/* "She" is marked as a mention: she is a person all the same, from whichever side it is said. */
static void
test_mention_of_person (Fixture *fixture, gconstpointer data)
{
  const QuoLabel mention = { .id = "mention", .name = "Mention", .kind = QUO_LABEL_ENTITY };
  QuoDocument *document = fixture->document;
  g_autofree char *name = g_strdup (tag (fixture, &person, "Jana Köhler", 0)->base.id);
  g_autofree char *she = g_strdup (tag (fixture, &mention, "She", 0)->base.id);

  for (guint side = 0; side < 2; side++)
    {
      const QuoAnnotation *selected
          = quo_document_find_annotation (document, side == 0 ? she : name);
      const QuoEntity *entity;

      selected = apply (
          fixture, quo_verb_same_as (document, &fixture->actor, selected, side == 0 ? name : she));
      entity = quo_document_find_entity (document, selected->entities[0]);
      g_assert_cmpstr (entity->type, ==, "person");
      g_assert_cmpstr (entity->name, ==, "Jana Köhler");
      quo_document_undo (document);
    }
}

static void
test_surname_same_as_full_name (Fixture *fixture, gconstpointer data)
{
  check_full_name (fixture, TRUE);
}

static void
test_full_name_same_as_surname (Fixture *fixture, gconstpointer data)
{
  check_full_name (fixture, FALSE);
}

/* What a person wrote as the name stays. */
static void
test_written_name_stays (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = fixture->document;
  g_autofree char *full = g_strdup (tag (fixture, &person, "Jana Köhler", 0)->base.id);
  g_autofree char *last = g_strdup (tag (fixture, &person, "Köhler", 1)->base.id);
  const QuoAnnotation *mention;
  g_autofree char *entity = NULL;

  mention = apply (fixture, quo_verb_new_entity (document, &fixture->actor,
                                                 quo_document_find_annotation (document, last)));
  entity = g_strdup (mention->entities[0]);
  apply (fixture,
         quo_verb_rename_entity (document, quo_document_find_entity (document, entity), "Jana"));
  apply (fixture, quo_verb_same_as (document, &fixture->actor,
                                    quo_document_find_annotation (document, full), last));
  g_assert_cmpstr (quo_document_find_entity (document, entity)->name, ==, "Jana");
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

/* E1, "Köhler", stays, and has the fuller name of the other. */
static void
test_merge_into_surname (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *a = tag (fixture, &person, "Jana Köhler", 0);
  QuoDocument *document = fixture->document;
  const QuoEntity *entity;

  add_two_entities (fixture);
  a = apply (fixture, quo_verb_same_as (document, &fixture->actor, a, "E2"));
  apply (fixture, quo_verb_same_as (document, &fixture->actor, a, "E1"));
  entity = quo_document_find_entity (document, "E1");
  g_assert_cmpstr (entity->name, ==, "Jana Köhler");
  g_assert_cmpuint (entity->n_aliases, ==, 3);
  g_assert_null (quo_document_find (document, "E2"));
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

/* --- places ---------------------------------------------------------------------------------- */

static void
assert_ids (const QuoEntity *entity, const char *wanted)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < entity->n_ids; i++)
    g_string_append_printf (ids, "%s%s %s", i > 0 ? ", " : "", entity->ids[i].name,
                            entity->ids[i].value);
  g_assert_cmpstr (ids->str, ==, wanted);
}

/* A name without an identity gets one, with id and coordinates, in one step that can be undone. */
static void
test_choose_place (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *name = tag (fixture, &place, "Jana Köhler", 0);
  const QuoExternalId id = { "geonames", "5" }, other = { "iso3166", "US-OH" };
  QuoDocument *document = fixture->document;
  const QuoActor *actor = &fixture->actor;
  guint n_undo = quo_document_get_n_undo (document);
  const QuoEntity *entity;

  name = apply (fixture, quo_verb_choose_place (document, actor, name, &id, "1.5", "-2"));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  entity = quo_document_find_entity (document, name->entities[0]);
  g_assert_cmpstr (entity->name, ==, "Jana Köhler");
  g_assert_cmpstr (entity->lat, ==, "1.5");
  g_assert_cmpstr (entity->lon, ==, "-2");
  assert_ids (entity, "geonames 5");
  g_assert_null (quo_verb_choose_place (document, actor, name, &id, "1.5", "-2"));
  apply (fixture, quo_verb_set_external_id (document, entity, "wikidata", "Q1"));
  entity = quo_document_find_entity (document, name->entities[0]);
  apply (fixture, quo_verb_set_external_id (document, entity, "viaf", "7"));
  /* Another place: what named the first one goes, what does not name places stays. */
  name = apply (fixture, quo_verb_choose_place (document, actor, name, &other, "40", "-82"));
  entity = quo_document_find_entity (document, name->entities[0]);
  assert_ids (entity, "iso3166 US-OH, viaf 7");
  g_assert_cmpstr (entity->lat, ==, "40");
  /* One of one's own lists may have no id. */
  name = apply (fixture, quo_verb_choose_place (document, actor, name, NULL, "41", "-82"));
  assert_ids (quo_document_find_entity (document, name->entities[0]), "viaf 7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same", test_same);
  ADD ("merge", test_merge);
  ADD ("same/surname-as-full-name", test_surname_same_as_full_name);
  ADD ("same/full-name-as-surname", test_full_name_same_as_surname);
  ADD ("same/mention-of-person", test_mention_of_person);
  ADD ("same/written-name-stays", test_written_name_stays);
  ADD ("merge/into-surname", test_merge_into_surname);
  ADD ("rename", test_rename);
  ADD ("identity/split-off", test_split_off);
  ADD ("identity/external-ids", test_external_ids);
  g_test_add_func ("/core/verbs/identity/places", test_places);
  ADD ("choose-place", test_choose_place);
  return g_test_run ();
}
