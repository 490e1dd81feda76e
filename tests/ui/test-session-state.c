/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session tells and keeps: layers and who works in them, roles, notes, `win.state`; and that
 * nothing is done while nothing is open. */
#include "session-fixture.h"

#include "quo-tagset-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* Giving up */

/* What was given up for what is on the disk, which then could not be read, is in the log again. */
static void
given_up_in_vain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "told.txt", NULL);
  g_autoptr (GError) error = NULL;
  QuoOpening *opening;

  g_assert_true (g_file_set_contents (path, story, -1, NULL));
  opening = quo_open_to_edit (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  quo_session_take_opening (fixture->session, opening);
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  quo_session_release_log (fixture->session, TRUE);
  quo_session_resume_log (fixture->session);
  g_assert_true (quo_log_is_safe (quo_session_get_log (fixture->session)));
  /* As if the program were killed now. */
  quo_session_take_opening (fixture->session, make_opening (fixture));
  opening = quo_open_to_edit (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (opening->n_recovered, ==, 1);
  quo_opening_free (opening);
  g_unlink (path);
}

/* Hostile names */

/* A label, and the titles of edits with it, cannot turn round or break what is told. */
static void
assert_harmless (Fixture *fixture)
{
  const char *message = quo_session_get_message (fixture->session);

  g_assert_nonnull (strstr (message, "⟨U+202E⟩evil"));
  g_assert_null (strstr (message, "\u202e"));
}

static void
hostile_label (Fixture *fixture, gconstpointer data)
{
  static const char file[]
      = "{\"format\":\"quotidian-tagset\",\"version\":\"1.0\",\"name\":\"x\",\"labels\":["
        "{\"id\":\"person\",\"name\":\"\u202eevil <b>%s\",\"kind\":\"entity\"},"
        "{\"id\":\"other\",\"name\":\"\u202eevil too\",\"kind\":\"entity\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTagset) tagset = quo_tagset_read (bytes, "x", &error);

  g_assert_no_error (error);
  quo_session_set_tagset (fixture->session, tagset);
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_harmless (fixture);
  g_assert_true (quo_session_relabel (fixture->session, "other"));
  assert_harmless (fixture);
  g_assert_true (quo_session_undo (fixture->session));
  assert_harmless (fixture);
  g_assert_true (quo_session_redo (fixture->session));
  assert_harmless (fixture);
}

/* Layers */

static void
done_layer_is_closed (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_true (quo_session_done (fixture->session));
  g_assert_false (quo_session_tag (fixture->session, "place"));
  g_assert_false (quo_session_delete (fixture->session));
  put_caret (fixture, "Tuesday");
  g_assert_false (quo_session_tag (fixture->session, "date"));
  g_assert_true (quo_session_done (fixture->session));
  g_assert_true (quo_session_tag (fixture->session, "date"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 1);
}

static void
done_without_annotations (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_session_done (fixture->session));
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_AGENT), ==, 1);
  g_assert_nonnull (quo_session_get_layer (fixture->session));
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_null (quo_session_get_layer (fixture->session));
}

static void
layer_of_another_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *layer = NULL;
  g_autofree char *id = NULL;

  quo_session_set_annotator (fixture->session, "Anna");
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  layer = g_strdup (quo_session_get_layer (fixture->session));
  id = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  quo_session_set_annotator (fixture->session, "Ben");
  g_assert_null (quo_session_get_layer (fixture->session));
  quo_session_select_annotation (fixture->session, id);
  g_assert_false (quo_session_delete (fixture->session));
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_tag (fixture->session, "date"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 2);
  g_assert_false (quo_session_choose_layer (fixture->session, "none"));
  g_assert_true (quo_session_choose_layer (fixture->session, layer));
  quo_session_select_annotation (fixture->session, id);
  g_assert_true (quo_session_delete (fixture->session));
  quo_session_set_annotator (fixture->session, "Anna");
  g_assert_cmpstr (quo_session_get_layer (fixture->session), ==, layer);
}

/* Who did not say a name may be anybody: what was begun without one goes on in the same layer. */
static void
layer_without_a_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *layer = NULL;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  layer = g_strdup (quo_session_get_layer (fixture->session));
  quo_session_set_annotator (fixture->session, "Anna");
  g_assert_cmpstr (quo_session_get_layer (fixture->session), ==, layer);
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_tag (fixture->session, "date"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_LAYER), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_AGENT), ==, 1);
}

/* Roles, state, nothing open */

static void
roles_are_set_and_cleared (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  g_autofree char *berg = NULL;
  g_autofree char *quote = NULL;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  berg = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_set_role (fixture->session, "addressee", berg));
  g_assert_nonnull (quo_relation_find_role (
      quo_document_find_relation (document, "quotation", "quote", quote), "addressee"));
  g_assert_true (quo_session_set_role (fixture->session, "addressee", NULL));
  g_assert_null (quo_relation_find_role (
      quo_document_find_relation (document, "quotation", "quote", quote), "addressee"));
  g_assert_false (quo_session_set_role (fixture->session, "addressee", NULL));
}

static void
note_and_attribute (Fixture *fixture, gconstpointer data)
{
  const QuoAnnotation *selected;

  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_set_note (fixture->session, "dry"));
  g_assert_true (quo_session_set_attr (fixture->session, "form", "mixed"));
  selected = quo_session_get_selected (fixture->session);
  g_assert_cmpstr (selected->note, ==, "dry");
  g_assert_cmpstr (quo_attrs_get_text (selected->attrs, selected->n_attrs, "form"), ==, "mixed");
}

static void
state_tells_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *state = get_state (fixture, parser);

  g_assert_true (json_object_get_null_member (state, "selected"));
  g_assert_true (json_object_get_null_member (state, "prompt"));
  g_assert_true (json_object_get_null_member (state, "layer"));
  g_assert_true (json_object_get_boolean_member (state, "saved"));
  g_assert_cmpint (json_object_get_int_member (state, "length"), ==, g_utf8_strlen (story, -1));
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  state = get_state (fixture, parser);
  g_assert_cmpstr (json_object_get_string_member (state, "prompt"), ==, "speaker");
  g_assert_cmpstr (json_object_get_string_member (state, "selected"), ==,
                   quo_session_get_selected (fixture->session)->base.id);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (state, "counts"), "quote"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (state, "relations"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (state, "undo"), ==, 1);
  g_assert_false (json_object_get_boolean_member (state, "saved"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (state, "candidates")), ==,
                    quo_session_get_candidates (fixture->session)->len);
  g_assert_cmpstr (json_object_get_string_member (state, "layer"), ==,
                   quo_session_get_layer (fixture->session));
}

/* The place that `win.state` gives for a candidate without an id links to that very stretch. */
static void
state_candidates_can_be_linked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  id = quo_session_dup_candidate_id (
      g_ptr_array_index (quo_session_get_candidates (fixture->session), 0));
  g_assert_cmpint (id[0], ==, '@');
  g_assert_true (quo_session_link_speaker (fixture->session, id));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 1);
}

static void
nothing_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  quo_session_take_opening (fixture->session, NULL);
  g_assert_false (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_link_speaker (fixture->session, ""));
  g_assert_false (quo_session_delete (fixture->session));
  g_assert_false (quo_session_tag_all (fixture->session));
  g_assert_false (quo_session_next (fixture->session, 1));
  g_assert_false (quo_session_next_name (fixture->session));
  g_assert_false (quo_session_next_quote (fixture->session));
  g_assert_false (quo_session_done (fixture->session));
  g_assert_false (quo_session_undo (fixture->session));
  g_assert_false (quo_session_choose_layer (fixture->session, "L1"));
  quo_session_select (fixture->session, 3, 5);
  g_assert_true (json_object_get_null_member (get_state (fixture, parser), "article"));
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "given-up-in-vain", given_up_in_vain },
    { "hostile-label", hostile_label },
    { "layer/done", done_layer_is_closed },
    { "layer/done-empty", done_without_annotations },
    { "layer/another", layer_of_another_person },
    { "layer/nameless", layer_without_a_name },
    { "roles", roles_are_set_and_cleared },
    { "note", note_and_attribute },
    { "state/all", state_tells_all },
    { "state/candidates", state_candidates_can_be_linked },
    { "nothing-open", nothing_open },
  };

  return session_fixture_run (argc, argv, "session-state", tests, G_N_ELEMENTS (tests));
}
