/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words at several places: what was done at one of them holds for the others. */
#include "suggest-fixture.h"

#include "quo-session-tag-all.h"

#include <string.h>

static guint32
find_words (QuoSession *session, const char *words)
{
  const char *text = quo_text_get_utf8 (quo_document_get_text (quo_session_get_document (session)));

  return (guint32)g_utf8_pointer_to_offset (text, strstr (text, words));
}

static void
add_span (GArray *spans, guint32 start, guint32 end)
{
  QuoSpan span = QUO_SPAN (start, end);

  g_array_append_val (spans, span);
}

/* Beside what was found for "Syria", "Syrian" is not meant; for "Syr" all of it is. */
static void
test_tag_found (void)
{
  g_autoptr (QuoSession) session = open_text ("The Syrian road from Syria to Syria.\n");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QuoSpan));

  add_span (places, 4, 9);
  add_span (places, 21, 26);
  add_span (places, 30, 35);
  g_assert_true (quo_session_tag_places (session, "place", places, "Syria"));
  g_assert_cmpuint (quo_session_count (session, "place"), ==, 2);
  g_assert_cmpstr (quo_session_get_message (session), ==, "Place: “Syria”, 2 times");
  g_array_set_size (places, 0);
  add_span (places, 4, 7);
  g_assert_true (quo_session_tag_places (session, "date", places, "Syr"));
  g_assert_cmpuint (quo_session_count (session, "date"), ==, 1);
}

static guint
find_candidate (QuoSession *session, const char *name)
{
  GPtrArray *candidates = quo_session_get_candidates (session);
  guint i = 0;

  while (i < candidates->len
         && strcmp (((QuoCandidate *)g_ptr_array_index (candidates, i))->name, name) != 0)
    i++;
  g_assert_cmpuint (i, <, candidates->len);
  return i;
}

/* A place that was marked as one elsewhere is no more likely to speak where it is not marked. */
static void
test_place_speaks_last (void)
{
  g_autoptr (QuoSession) session
      = open_text ("Nobody lives in Arne Sund.\n\nKarl Olsen came with Vera Moss.\n\n"
                   "“We shall go,” Mary Jones told a meeting in Arne Sund.\n");
  guint32 at = find_words (session, "Arne Sund"), quote = find_words (session, "shall");

  quo_session_select (session, at, at);
  g_assert_true (quo_session_tag (session, "place"));
  quo_session_select (session, quote, quote);
  g_assert_true (quo_session_capture_quote (session));
  g_assert_cmpuint (find_candidate (session, "Mary Jones"), ==, 0);
  g_assert_cmpuint (find_candidate (session, "Arne Sund"), >,
                    find_candidate (session, "Karl Olsen"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-alike/tag-found", test_tag_found);
  g_test_add_func ("/ui/session-alike/place-speaks-last", test_place_speaks_last);
  return g_test_run ();
}
