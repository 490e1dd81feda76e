/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes an annotation that is there, or makes many of it: borders, parts, T, S, Delete,
 * undo. */
#include "session-fixture.h"

#include <string.h>

/* Borders, parts */

static void
resize_by_word_and_letter (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_true (quo_session_resize_word (fixture->session, FALSE, 1));
  assert_selected (fixture, "person", "Ingrid Berg spoke");
  g_assert_true (quo_session_resize_word (fixture->session, FALSE, -1));
  assert_selected (fixture, "person", "Ingrid Berg");
  g_assert_true (quo_session_resize_word (fixture->session, TRUE, -1));
  assert_selected (fixture, "person", "Mayor Ingrid Berg");
  g_assert_true (quo_session_resize_word (fixture->session, TRUE, 1));
  assert_selected (fixture, "person", "Ingrid Berg");
  g_assert_true (quo_session_resize (fixture->session, 2, -1));
  assert_selected (fixture, "person", "grid Ber");
  g_assert_false (quo_session_resize (fixture->session, 0, -50));
  assert_selected (fixture, "person", "grid Ber");
}

static void
resize_keeps_the_caret_inside (Fixture *fixture, gconstpointer data)
{
  QuoSpan name = place ("Ingrid Berg", 0);

  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, name.end);
  g_assert_true (quo_session_resize_word (fixture->session, FALSE, -1));
  assert_selected (fixture, "person", "Ingrid");
  g_assert_cmpuint (quo_session_get_caret (fixture->session), <=, name.start + 6);
}

static void
shift_arrows_select_text_after_v (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_is_resizing (fixture->session));
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_true (quo_session_is_resizing (fixture->session));
  quo_session_start_text_selection (fixture->session);
  g_assert_false (quo_session_is_resizing (fixture->session));
  quo_session_select_annotation (fixture->session,
                                 quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_is_resizing (fixture->session));
  select_words (fixture, "spoke");
  g_assert_false (quo_session_is_resizing (fixture->session));
}

static void
part_is_added (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_false (quo_session_add_part (fixture->session));
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_add_part (fixture->session));
  select_words (fixture, "Tuesday");
  g_assert_true (quo_session_add_part (fixture->session));
  assert_selected (fixture, "person", "Ingrid Berg|Tuesday");
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 1);
}

/* T, S, Delete, undo */

static void
tag_every_occurrence (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "laughed");
  g_assert_false (quo_session_tag_all (fixture->session));
  put_caret (fixture, "Paul Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_true (quo_session_tag_all (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 2);
  g_assert_cmpuint (fixture->n_many, ==, 1);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "1 more"));
  assert_selected (fixture, "person", "Paul Adler");
  g_assert_false (quo_session_tag_all (fixture->session));
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 1);
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_tag_all (fixture->session));
}

/* "Adler" also stands inside "Paul Adler", which is tagged: only the free one is taken. */
static void
tag_every_free_occurrence (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Paul Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_true (quo_session_tag_all (fixture->session));
  quo_session_select (fixture->session, place ("Adler", 2).start, place ("Adler", 2).end);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_tag_all (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 3);
}

/* The one it began with stays selected, whatever comes and goes. */
static void
tag_many_keeps_the_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  select_words (fixture, "and");
  g_assert_true (quo_session_tag (fixture->session, "event"));
  first = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_tag_all (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "event"), >, 2);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, first);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, first);
  g_assert_true (quo_session_redo (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, first);
}

static void
same_as_another (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  g_autofree char *first = NULL;
  const QuoAnnotation *selected;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  first = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "she told");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_same_as (fixture->session, "nobody"));
  g_assert_true (quo_session_same_as (fixture->session, first));
  selected = quo_session_get_selected (fixture->session);
  g_assert_cmpuint (selected->n_entities, ==, 1);
  g_assert_true (quo_annotation_has_entity (quo_document_find_annotation (document, first),
                                            selected->entities[0]));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Same as Ingrid Berg");
}

static void
delete_and_undo (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_delete (fixture->session));
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_delete (fixture->session));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 0);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 1);
  g_assert_true (quo_session_redo (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 0);
  g_assert_false (quo_session_redo (fixture->session));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "redo"));
}

static void
undo_with_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_undo (fixture->session));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "borders/resize", resize_by_word_and_letter },
    { "borders/caret", resize_keeps_the_caret_inside },
    { "borders/text-selection", shift_arrows_select_text_after_v },
    { "borders/part", part_is_added },
    { "tag-all/all", tag_every_occurrence },
    { "tag-all/free", tag_every_free_occurrence },
    { "tag-all/first-stays", tag_many_keeps_the_first },
    { "same-as", same_as_another },
    { "delete", delete_and_undo },
    { "undo/nothing", undo_with_nothing },
  };

  return session_fixture_run (argc, argv, "session-change", tests, G_N_ELEMENTS (tests));
}
