/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place of the world a name means: what is offered, and that choosing is one edit. */
#include "quo-session-place.h"
#include "session-fixture.h"

#include <locale.h>
#include <math.h>

static const QuoAnnotation *
tag_as (Fixture *fixture, const char *words, const char *label)
{
  select_words (fixture, words);
  g_assert_true (quo_session_tag (fixture->session, label));
  return quo_session_get_selected (fixture->session);
}

static const QuoEntity *
get_entity (Fixture *fixture)
{
  const QuoAnnotation *selected = quo_session_get_selected (fixture->session);

  return selected->n_entities == 1 ? quo_document_find_entity (
             quo_session_get_document (fixture->session), selected->entities[0])
                                   : NULL;
}

/* Halden of Norway, in capitals as in a dateline. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *halden = tag_as (fixture, "HALDEN", "place");
  g_autoptr (GArray) places = quo_session_list_places (fixture->session, halden);
  QuoDocument *document = quo_session_get_document (fixture->session);
  guint n_undo = quo_document_get_n_undo (document);
  const QuoPlace *first;

  g_assert_cmpuint (places->len, >, 0);
  for (guint i = 0; i < places->len; i++)
    g_assert_false (isnan (g_array_index (places, QuoPlace, i).lat));
  g_assert_cmpint (quo_session_find_chosen_place (fixture->session, halden, places), ==, -1);
  first = &g_array_index (places, QuoPlace, 0);
  g_assert_cmpstr (first->country, ==, "NO");
  g_assert_true (quo_session_choose_place (fixture->session, first));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  g_assert_cmpstr (get_entity (fixture)->ids[0].name, ==, "geonames");
  g_assert_cmpstr (get_entity (fixture)->ids[0].value, ==, quo_place_get_id (first));
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (get_entity (fixture)->lat, NULL), first->lat,
                                  1e-5);
  halden = quo_session_get_selected (fixture->session);
  g_assert_cmpint (quo_session_find_chosen_place (fixture->session, halden, places), ==, 0);
  g_assert_false (quo_session_choose_place (fixture->session, first));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo + 1);
  quo_session_undo (fixture->session);
  g_assert_null (get_entity (fixture));
}

/* What is no place is never one, whatever it is called; and nobody knows of every place. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) person
      = quo_session_list_places (fixture->session, tag_as (fixture, "HALDEN", "person"));
  g_autoptr (GArray) river
      = quo_session_list_places (fixture->session, tag_as (fixture, "The river has it", "place"));

  g_assert_cmpuint (person->len, ==, 0);
  g_assert_cmpuint (river->len, ==, 0);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const QuoPlace town = { .kind = QUO_PLACE_TOWN,
                          .population = 58400,
                          .country_name = "United States",
                          .region_name = "Ohio" };
  const QuoPlace country
      = { .kind = QUO_PLACE_COUNTRY, .country_name = "Norway", .region_name = "" };
  g_autofree char *round = quo_place_dup_surroundings (&town);
  g_autofree char *nothing = quo_place_dup_surroundings (&country);
  g_autofree char *facts = quo_place_dup_facts (&country);

  g_assert_cmpstr (round, ==, "Ohio, United States");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (facts, ==, "country");
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "choose", test_choose },
    { "none", test_none },
    { "words", test_words },
  };

  setlocale (LC_ALL, "C.UTF-8");
  return session_fixture_run (argc, argv, "session-place", tests, G_N_ELEMENTS (tests));
}
