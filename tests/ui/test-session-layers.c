/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers as the window knows them: shown, hidden, locked, named; and who works in them. */
#include "quo-session.h"

typedef struct
{
  QuoSession *session;
  guint n_layers_changed, n_locked;
} Fixture;

static void
count_layers_changed (Fixture *fixture)
{
  fixture->n_layers_changed++;
}

static void
count_locked (Fixture *fixture)
{
  fixture->n_locked++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuoText) text = quo_text_new ("Ida Holm met Per Lund.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nonexistent/story.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/story.txt.quo.json");
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, opening);
  g_signal_connect_swapped (fixture->session, "layers-changed", G_CALLBACK (count_layers_changed),
                            fixture);
  g_signal_connect_swapped (fixture->session, "locked", G_CALLBACK (count_locked), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

/* Tags a stretch of text. Returns the id of the annotation. */
static char *
tag (Fixture *fixture, guint32 start, guint32 end)
{
  quo_session_select (fixture->session, start, end);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  return g_strdup (quo_session_get_selected (fixture->session)->base.id);
}

static char *
dup_layer (Fixture *fixture)
{
  g_assert_nonnull (quo_session_get_layer (fixture->session));
  return g_strdup (quo_session_get_layer (fixture->session));
}

static const QuoLayer *
find_layer (Fixture *fixture, const char *id)
{
  return quo_document_find_layer (quo_session_get_document (fixture->session), id);
}

static guint
count_undo (Fixture *fixture)
{
  return quo_document_get_n_undo (quo_session_get_document (fixture->session));
}

static void
hidden_layer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = tag (fixture, 0, 8);
  g_autofree char *first = dup_layer (fixture);
  guint n_undo;

  g_assert_false (quo_session_show_layer (fixture->session, first, FALSE));
  g_assert_true (quo_session_add_layer (fixture->session, "Second pass"));
  quo_session_select_annotation (fixture->session, id);
  n_undo = count_undo (fixture);
  g_assert_true (quo_session_show_layer (fixture->session, first, FALSE));
  g_assert_false (quo_session_is_layer_shown (fixture->session, first));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpuint (fixture->n_layers_changed, ==, 1);
  g_assert_cmpuint (count_undo (fixture), ==, n_undo);
  quo_session_select_at (fixture->session, 2);
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_next (fixture->session, 1));
  /* To work in it is to see it. */
  g_assert_true (quo_session_choose_layer (fixture->session, first));
  g_assert_true (quo_session_is_layer_shown (fixture->session, first));
  quo_session_select_at (fixture->session, 2);
  g_assert_nonnull (quo_session_get_selected (fixture->session));
}

static void
closed_layer_is_unlocked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = tag (fixture, 0, 8);
  g_autofree char *layer = dup_layer (fixture);
  guint n_undo;

  g_assert_true (quo_session_set_layer_state (fixture->session, layer, "gold"));
  g_assert_true (quo_session_is_layer_locked (fixture->session, layer));
  quo_session_select_annotation (fixture->session, id);
  g_assert_false (quo_session_delete (fixture->session));
  g_assert_cmpuint (fixture->n_locked, ==, 1);
  n_undo = count_undo (fixture);
  g_assert_true (quo_session_unlock_layer (fixture->session, layer));
  g_assert_false (quo_session_unlock_layer (fixture->session, layer));
  g_assert_cmpuint (count_undo (fixture), ==, n_undo + 1);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpstr (find_layer (fixture, layer)->state, ==, "gold");
  g_assert_true (quo_session_is_layer_locked (fixture->session, layer));
  g_assert_true (quo_session_redo (fixture->session));
  quo_session_select_annotation (fixture->session, id);
  g_assert_true (quo_session_delete (fixture->session));
}

static void
layer_of_another_is_unlocked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *layer = NULL;
  g_autofree char *id = NULL;

  quo_session_set_annotator (fixture->session, "Anna");
  id = tag (fixture, 0, 8);
  layer = dup_layer (fixture);
  quo_session_set_annotator (fixture->session, "Ben");
  g_assert_true (quo_session_is_layer_locked (fixture->session, layer));
  quo_session_select_annotation (fixture->session, id);
  g_assert_false (quo_session_relabel (fixture->session, "place"));
  g_assert_cmpuint (fixture->n_locked, ==, 1);
  g_assert_true (quo_session_unlock_layer (fixture->session, layer));
  g_assert_null (quo_session_get_layer (fixture->session));
  g_assert_true (quo_session_relabel (fixture->session, "place"));
}

static void
new_layer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *layer = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  g_assert_true (quo_session_add_layer (fixture->session, "Second pass"));
  g_assert_cmpuint (count_undo (fixture), ==, 1);
  layer = dup_layer (fixture);
  id = tag (fixture, 13, 21);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->layer, ==, layer);
  g_assert_true (quo_session_rename_layer (fixture->session, layer, "Third pass"));
  g_assert_false (quo_session_rename_layer (fixture->session, layer, "Third pass"));
  name = quo_session_dup_layer_name (fixture->session, layer);
  g_assert_cmpstr (name, ==, "Third pass");
  g_assert_false (quo_session_rename_layer (fixture->session, "none", "x"));
  while (count_undo (fixture) > 0)
    g_assert_true (quo_session_undo (fixture->session));
  g_assert_null (quo_session_get_layer (fixture->session));
  g_assert_null (find_layer (fixture, layer));
}

/* Nobody is asked to know an id: who has told no name has a layer with a number. */
static void
unnamed_layers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *third = NULL;
  g_autofree char *first_name = NULL, *third_name = NULL, *told = NULL;

  g_free (tag (fixture, 0, 8));
  first = dup_layer (fixture);
  g_assert_true (quo_session_add_layer (fixture->session, "Second pass"));
  g_assert_true (quo_session_add_layer (fixture->session, NULL));
  third = dup_layer (fixture);
  first_name = quo_session_dup_layer_name (fixture->session, first);
  third_name = quo_session_dup_layer_name (fixture->session, third);
  g_assert_cmpstr (first_name, ==, "Unnamed layer 1");
  g_assert_cmpstr (third_name, ==, "Unnamed layer 2");
  quo_session_set_annotator (fixture->session, "Anna");
  told = quo_session_dup_layer_name (fixture->session, first);
  g_assert_cmpstr (told, ==, "Anna");
}

/* A name that is told after the first edit is the name of who made it. */
static void
name_told_later (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  g_autofree char *layer = NULL;
  const QuoAgent *agent;

  g_free (tag (fixture, 0, 8));
  layer = dup_layer (fixture);
  quo_session_set_annotator (fixture->session, "Anna");
  agent = (const QuoAgent *)quo_document_find (document, find_layer (fixture, layer)->by);
  g_assert_cmpstr (agent->name, ==, "Anna");
  g_assert_cmpuint (quo_document_count (document, QUO_RECORD_AGENT), ==, 1);
  g_assert_cmpstr (quo_session_get_layer (fixture->session), ==, layer);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "hidden", hidden_layer },
    { "unlock/closed", closed_layer_is_unlocked },
    { "unlock/another", layer_of_another_is_unlocked },
    { "new", new_layer },
    { "name-told-later", name_told_later },
    { "unnamed", unnamed_layers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/session-layers/", tests[i].path, NULL);
      g_test_add_vtable (path, sizeof (Fixture), NULL, (GTestFixtureFunc)set_up,
                         (GTestFixtureFunc)tests[i].test, (GTestFixtureFunc)tear_down);
    }
  return g_test_run ();
}
