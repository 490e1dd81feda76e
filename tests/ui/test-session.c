/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key acts on, rule by rule, without a screen: the session with the built-in tagset on a
 * short story. Every test ends with all of it undone, so no verb leaves anything behind. */
#include "quo-session.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const char *const story
    = "Bridge to open\n"
      "\n"
      "HALDEN — Mayor Ingrid Berg spoke on Tuesday.\n"
      "\n"
      "“We promised this town a bridge,” she told a meeting, “and you will walk across it.”\n"
      "\n"
      "“I asked, and he said, ‘The river has it,’ and hung up,” recalled Paul Adler, an engineer.\n"
      "\n"
      "Paul Adler laughed. Berg did not. “Good,” Adler said.\n";

typedef struct
{
  QuoSession *session;
  char *folder;
  guint n_changed, n_many;
} Fixture;

static void
count_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
count_many (Fixture *fixture)
{
  fixture->n_many++;
}

static QuoOpening *
make_opening (Fixture *fixture)
{
  g_autoptr (QuoText) text = quo_text_new (story);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_build_filename (fixture->folder, "story.txt", NULL);
  opening->sidecar_path = g_build_filename (fixture->folder, "story.txt.quo.json", NULL);
  return opening;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quo-session-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, make_opening (fixture));
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (count_changed), fixture);
  g_signal_connect_swapped (fixture->session, "acted-on-many", G_CALLBACK (count_many), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);

  while (document != NULL && quo_document_get_n_undo (document) > 0)
    g_assert_true (quo_session_undo (fixture->session));
  for (guint kind = 0; document != NULL && kind < QUO_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (quo_document_count (document, kind), ==, 0);
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 0);
  g_assert_finalize_object (fixture->session);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The @nth place of @words in the story (0 first). */
static QuoSpan
place (const char *words, guint nth)
{
  const char *at = strstr (story, words);

  for (; nth > 0 && at != NULL; nth--)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  return QUO_SPAN ((guint32)g_utf8_pointer_to_offset (story, at),
                   (guint32)(g_utf8_pointer_to_offset (story, at) + g_utf8_strlen (words, -1)));
}

static void
put_caret (Fixture *fixture, const char *words)
{
  QuoSpan span = place (words, 0);

  quo_session_select (fixture->session, span.start + 1, span.start + 1);
}

static void
select_words (Fixture *fixture, const char *words)
{
  QuoSpan span = place (words, 0);

  quo_session_select (fixture->session, span.start, span.end);
}

static guint
count (Fixture *fixture, QuoRecordKind kind)
{
  return quo_document_count (quo_session_get_document (fixture->session), kind);
}

/* The selected annotation has this type and says this. */
#define assert_selected(fixture, label, words)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const QuoAnnotation *selected_ = quo_session_get_selected ((fixture)->session);                \
    g_autofree char *said_ = selected_ != NULL ? dup_words ((fixture), selected_) : NULL;          \
    g_assert_nonnull (selected_);                                                                  \
    g_assert_cmpstr (selected_->type, ==, (label));                                                \
    g_assert_cmpstr (said_, ==, (words));                                                          \
  }                                                                                                \
  G_STMT_END

static char *
dup_words (Fixture *fixture, const QuoAnnotation *annotation)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (fixture->session));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      g_autofree char *part = quo_text_dup (text, annotation->ranges[i]);
      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", part);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static JsonObject *
get_state (Fixture *fixture, JsonParser *parser)
{
  g_autofree char *state = quo_session_dup_state (fixture->session);

  g_assert_true (json_parser_load_from_data (parser, state, -1, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

/* Rule 1: a text selection always wins */

static void
selection_tags_exactly (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "grid Be");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "grid Be");
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("grid Be", 0).end);
}

static void
selection_same_again_adds_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  first = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "laughed");
  select_words (fixture, "Ingrid Berg");
  g_assert_false (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, first);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Already"));
}

static void
selection_other_label_is_second (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  select_words (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "organization"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 2);
  assert_selected (fixture, "organization", "Ingrid Berg");
}

/* Also while an annotation is selected and while the prompt stands. */
static void
selection_wins_over_selected (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
  select_words (fixture, "town");
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_tag (fixture->session, "place"));
  assert_selected (fixture, "place", "town");
}

static void
selection_is_never_rounded (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 3, 5);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).start, ==, 3);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).end, ==, 5);
  quo_session_select (fixture->session, 9, 4);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).start, ==, 4);
  quo_session_select (fixture->session, 10, G_MAXUINT32);
  g_assert_cmpuint (quo_session_get_selection (fixture->session).end, ==,
                    (guint)g_utf8_strlen (story, -1));
}

static void
selection_captures_quote_exactly (Fixture *fixture, gconstpointer data)
{
  select_words (fixture, "he said, ‘The river has it,’");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "he said, ‘The river has it,’");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* Rule 2: the prompt */

static void
prompt_links_by_rank (Fixture *fixture, gconstpointer data)
{
  const QuoRelation *relation;
  g_autofree char *quote = NULL;

  put_caret (fixture, "Paul Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_cmpuint (quo_session_get_candidates (fixture->session)->len, >, 0);
  g_assert_true (quo_session_link_candidate (fixture->session, 0));
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, quote);
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Speaker: Paul Adler");
  relation = quo_document_find_relation (quo_session_get_document (fixture->session), "quotation",
                                         "quote", quote);
  g_assert_nonnull (quo_relation_find_role (relation, "source"));
}

static void
prompt_ends_by_escape_and_caret (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
  quo_session_follow (fixture->session, quo_session_get_caret (fixture->session) + 1,
                      QUO_SPAN (0, 0));
  g_assert_false (quo_session_is_prompting (fixture->session));
}

static void
prompt_without_candidate_makes_no_edit (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_false (quo_session_link_speaker (fixture->session, ""));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (fixture->session)), ==, 1);
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_link_candidate (fixture->session, 50));
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "51"));
}

static void
link_takes_given_ids (Fixture *fixture, gconstpointer data)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  g_autofree char *berg = NULL;
  g_autofree char *quote = NULL;
  const QuoRelation *relation;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  berg = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quote = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_false (quo_session_link_speaker (fixture->session, "nobody"));
  g_assert_false (quo_session_link_speaker (fixture->session, quote));
  g_assert_false (quo_session_link_speaker (fixture->session, "@9-3"));
  g_assert_true (quo_session_link_speaker (fixture->session, berg));
  relation = quo_document_find_relation (document, "quotation", "quote", quote);
  g_assert_true (quo_role_has (quo_relation_find_role (relation, "source"), berg));
  g_assert_false (quo_session_link_speaker (fixture->session, berg));
}

static void
link_name_makes_a_person (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_link_name (fixture->session, "  "));
  g_assert_true (quo_session_link_name (fixture->session, "Vera Lind"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 1);
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_link_name (fixture->session, "vera lind"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ENTITY), ==, 1);
}

/* Rule 3: a selected annotation is relabelled */

static void
selected_is_relabelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  put_caret (fixture, "HALDEN");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  id = g_strdup (quo_session_get_selected (fixture->session)->base.id);
  g_assert_true (quo_session_tag (fixture->session, "place"));
  g_assert_cmpstr (quo_session_get_selected (fixture->session)->base.id, ==, id);
  assert_selected (fixture, "place", "HALDEN");
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 0);
  g_assert_cmpuint (quo_session_count (fixture->session, "place"), ==, 1);
  g_assert_false (quo_session_tag (fixture->session, "place"));
  g_assert_false (quo_session_tag (fixture->session, "no-label"));
}

/* Rule 4: the name or word round the caret */

static void
caret_tags_whole_name (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Adler, an");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "Paul Adler");
  put_caret (fixture, "engineer");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "engineer");
}

static void
caret_beside_nothing (Fixture *fixture, gconstpointer data)
{
  quo_session_select (fixture->session, 15, 15);
  g_assert_false (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
}

static void
caret_in_tagged_selects_it (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  put_caret (fixture, "laughed");
  g_assert_null (quo_session_get_selected (fixture->session));
  put_caret (fixture, "Ingrid Berg");
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_tag (fixture->session, "person"));
  assert_selected (fixture, "person", "Ingrid Berg");
}

/* What stays selected */

static void
selected_stays_while_inside (Fixture *fixture, gconstpointer data)
{
  QuoSpan name = place ("Ingrid Berg", 0);

  quo_session_select (fixture->session, name.start, name.start);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  quo_session_follow (fixture->session, name.end, QUO_SPAN (name.end, name.end));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  quo_session_follow (fixture->session, name.end + 9, QUO_SPAN (name.end + 2, name.end + 9));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  quo_session_follow (fixture->session, name.end + 1, QUO_SPAN (0, 0));
  g_assert_null (quo_session_get_selected (fixture->session));
}

static void
escape_goes_outwards (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  select_words (fixture, "Tuesday");
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_nonnull (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_escape (fixture->session));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_false (quo_session_escape (fixture->session));
}

static void
click_selects_the_innermost (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  select_words (fixture, "river");
  g_assert_true (quo_session_tag (fixture->session, "place"));
  quo_session_select_at (fixture->session, place ("laughed", 0).start);
  g_assert_null (quo_session_get_selected (fixture->session));
  quo_session_select_at (fixture->session, place ("river", 0).start + 2);
  assert_selected (fixture, "place", "river");
}

/* Q */

static void
quote_across_an_interruption (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "and you will");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote",
                   "“We promised this town a bridge,”|“and you will walk across it.”");
  g_assert_cmpuint (quo_session_count (fixture->session, "cue"), ==, 1);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 1);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("and you", 0).start + 1);
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_cmpuint (count (fixture, QUO_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count (fixture, QUO_RECORD_RELATION), ==, 0);
  g_assert_null (quo_session_get_selected (fixture->session));
}

static void
quote_innermost_then_outer (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "river");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "‘The river has it,’");
  g_assert_true (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“I asked, and he said, ‘The river has it,’ and hung up,”");
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 2);
}

static void
quote_marked_is_only_selected (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  put_caret (fixture, "laughed");
  put_caret (fixture, "Good");
  g_assert_false (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_true (quo_session_is_prompting (fixture->session));
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (fixture->session)), ==, 1);
}

static void
quote_without_marks (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "Tuesday");
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_false (quo_session_is_prompting (fixture->session));
  select_words (fixture, "Berg did not");
  g_assert_true (quo_session_tag (fixture->session, "quote"));
  put_caret (fixture, "laughed");
  put_caret (fixture, "did not");
  g_assert_false (quo_session_capture_quote (fixture->session));
  assert_selected (fixture, "quote", "Berg did not");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

/* Tagging with the quote label and nothing selected is Q. */
static void
quote_by_its_label (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_tag (fixture->session, "quote"));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_true (quo_session_is_prompting (fixture->session));
}

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

/* J, K, U, O, auto-advance */

static void
next_and_previous (Fixture *fixture, gconstpointer data)
{
  g_assert_false (quo_session_next (fixture->session, 1));
  put_caret (fixture, "HALDEN");
  g_assert_true (quo_session_tag (fixture->session, "place"));
  put_caret (fixture, "Tuesday");
  g_assert_true (quo_session_tag (fixture->session, "date"));
  quo_session_select (fixture->session, 0, 0);
  g_assert_true (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "place", "HALDEN");
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("HALDEN", 0).start);
  g_assert_true (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "date", "Tuesday");
  g_assert_false (quo_session_next (fixture->session, 1));
  assert_selected (fixture, "date", "Tuesday");
  g_assert_true (quo_session_next (fixture->session, -1));
  assert_selected (fixture, "place", "HALDEN");
  g_assert_false (quo_session_next (fixture->session, -1));
}

static void
next_name_goes_round (Fixture *fixture, gconstpointer data)
{
  guint32 first, last = 0;
  guint n_names = 0;

  g_assert_true (quo_session_next_name (fixture->session));
  first = quo_session_get_caret (fixture->session);
  g_assert_null (quo_session_get_selected (fixture->session));
  do
    {
      last = quo_session_get_caret (fixture->session);
      n_names++;
      g_assert_true (quo_session_next_name (fixture->session));
    }
  while (quo_session_get_caret (fixture->session) > last && n_names < 50);
  g_assert_cmpuint (n_names, >, 2);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, first);
}

/* What was passed over once is asked for again only when nothing else is left. */
static void
next_name_leaves_passed (Fixture *fixture, gconstpointer data)
{
  guint n_adler = 0, n_all = 0;

  while (quo_session_next_name (fixture->session) && n_all++ < 12)
    {
      const char *message = quo_session_get_message (fixture->session);

      if (g_str_has_suffix (message, ": Paul Adler"))
        n_adler++;
      if (n_adler == 2)
        break;
    }
  g_assert_cmpuint (n_adler, ==, 2);
  /* Between the two stood every other name: Halden, Ingrid Berg, Berg and Adler among them. */
  g_assert_cmpuint (n_all, >=, 5);
}

/* With auto-advance T still finds what was tagged, and goes on as well. */
static void
repeats_what_was_just_tagged (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "auto-advance", TRUE, NULL);
  put_caret (fixture, "Paul Adler,");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_true (quo_session_tag_all (fixture->session));
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, 2);
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "Not tagged: Berg");
}

static void
next_name_passes_tagged (Fixture *fixture, gconstpointer data)
{
  guint n_names = 0;

  while (quo_session_next_name (fixture->session) && n_names++ < 50)
    g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_cmpuint (n_names, <, 20);
  g_assert_cmpuint (quo_session_count (fixture->session, "person"), ==, n_names);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Every name"));
}

/* O, Q, Enter: three keys a quote, until nothing is left. */
static void
next_quote_marks_all (Fixture *fixture, gconstpointer data)
{
  guint n_quotes = 0;

  while (quo_session_next_quote (fixture->session) && n_quotes++ < 20)
    {
      g_assert_true (quo_session_capture_quote (fixture->session));
      g_assert_true (quo_session_link_speaker (fixture->session, ""));
    }
  g_assert_cmpuint (n_quotes, ==, 4);
  g_assert_cmpuint (quo_session_count (fixture->session, "quote"), ==, 4);
  g_assert_nonnull (strstr (quo_session_get_message (fixture->session), "Every quote"));
}

static void
next_quote_stops_at_unlinked (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, "“Good");
  g_assert_true (quo_session_capture_quote (fixture->session));
  quo_session_select (fixture->session, place ("laughed", 0).start, place ("laughed", 0).start);
  g_assert_true (quo_session_next_quote (fixture->session));
  assert_selected (fixture, "quote", "“Good,”");
  g_assert_false (quo_session_is_prompting (fixture->session));
  g_assert_false (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_is_prompting (fixture->session));
}

static void
advance_after_tag_and_link (Fixture *fixture, gconstpointer data)
{
  QuoSpan berg = place ("Ingrid Berg", 0);

  g_object_set (fixture->session, "auto-advance", TRUE, NULL);
  quo_session_select (fixture->session, berg.start, berg.start);
  g_assert_true (quo_session_tag (fixture->session, "person"));
  g_assert_null (quo_session_get_selected (fixture->session));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), >, berg.end);
  put_caret (fixture, "“We promised");
  g_assert_true (quo_session_capture_quote (fixture->session));
  g_assert_true (quo_session_link_speaker (fixture->session, ""));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, place ("“I asked", 0).start);
}

/* Who only hears the page is told what the caret goes into and comes out of, once. */
static void
caret_tells_where_it_is (Fixture *fixture, gconstpointer data)
{
  guint32 start;

  put_caret (fixture, "Ingrid Berg");
  g_assert_true (quo_session_tag (fixture->session, "person"));
  start = quo_annotation_get_hull (quo_session_get_selected (fixture->session)).start;
  quo_session_follow (fixture->session, 0, QUO_SPAN (0, 0));
  quo_session_follow (fixture->session, start, QUO_SPAN (start, start));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "In Person: Ingrid Berg");
  quo_session_set_message (fixture->session, "-");
  quo_session_follow (fixture->session, start + 1, QUO_SPAN (start + 1, start + 1));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "-");
  put_caret (fixture, "“I asked");
  g_assert_true (quo_session_capture_quote (fixture->session));
  start = quo_session_get_caret (fixture->session);
  quo_session_follow (fixture->session, 0, QUO_SPAN (0, 0));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "No annotation here");
  quo_session_follow (fixture->session, start, QUO_SPAN (start, start));
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==, "In a quote without a speaker");
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
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "selection/exactly", selection_tags_exactly },
    { "selection/same-again", selection_same_again_adds_nothing },
    { "selection/other-label", selection_other_label_is_second },
    { "selection/wins-over-selected", selection_wins_over_selected },
    { "selection/never-rounded", selection_is_never_rounded },
    { "selection/quote", selection_captures_quote_exactly },
    { "prompt/rank", prompt_links_by_rank },
    { "prompt/ends", prompt_ends_by_escape_and_caret },
    { "prompt/no-candidate", prompt_without_candidate_makes_no_edit },
    { "link/ids", link_takes_given_ids },
    { "link/name", link_name_makes_a_person },
    { "selected/relabel", selected_is_relabelled },
    { "caret/name", caret_tags_whole_name },
    { "caret/nothing", caret_beside_nothing },
    { "caret/tagged", caret_in_tagged_selects_it },
    { "selected/stays", selected_stays_while_inside },
    { "selected/escape", escape_goes_outwards },
    { "selected/click", click_selects_the_innermost },
    { "quote/interrupted", quote_across_an_interruption },
    { "quote/nested", quote_innermost_then_outer },
    { "quote/marked", quote_marked_is_only_selected },
    { "quote/no-marks", quote_without_marks },
    { "quote/label", quote_by_its_label },
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
    { "go/annotation", next_and_previous },
    { "go/name", next_name_goes_round },
    { "go/name-passed", next_name_leaves_passed },
    { "go/name-repeated", repeats_what_was_just_tagged },
    { "go/name-tagged", next_name_passes_tagged },
    { "go/quote", next_quote_marks_all },
    { "go/quote-unlinked", next_quote_stops_at_unlinked },
    { "go/advance", advance_after_tag_and_link },
    { "caret/told", caret_tells_where_it_is },
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

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/session/", tests[i].path, NULL);
      g_test_add_vtable (path, sizeof (Fixture), NULL, (GTestFixtureFunc)set_up,
                         (GTestFixtureFunc)tests[i].test, (GTestFixtureFunc)tear_down);
    }
  return g_test_run ();
}
