/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

const char *const story
    = "Bridge to open\n"
      "\n"
      "HALDEN — Mayor Ingrid Berg spoke on Tuesday.\n"
      "\n"
      "“We promised this town a bridge,” she told a meeting, “and you will walk across it.”\n"
      "\n"
      "“I asked, and he said, ‘The river has it,’ and hung up,” recalled Paul Adler, an engineer.\n"
      "\n"
      "Paul Adler laughed. Berg did not. “Good,” Adler said.\n";

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

QuoOpening *
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

QuoSpan
place (const char *words, guint nth)
{
  const char *at = strstr (story, words);

  for (; nth > 0 && at != NULL; nth--)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  return QUO_SPAN ((guint32)g_utf8_pointer_to_offset (story, at),
                   (guint32)(g_utf8_pointer_to_offset (story, at) + g_utf8_strlen (words, -1)));
}

void
put_caret (Fixture *fixture, const char *words)
{
  QuoSpan span = place (words, 0);

  quo_session_select (fixture->session, span.start + 1, span.start + 1);
}

void
select_words (Fixture *fixture, const char *words)
{
  QuoSpan span = place (words, 0);

  quo_session_select (fixture->session, span.start, span.end);
}

guint
count (Fixture *fixture, QuoRecordKind kind)
{
  return quo_document_count (quo_session_get_document (fixture->session), kind);
}

char *
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

JsonObject *
get_state (Fixture *fixture, JsonParser *parser)
{
  g_autofree char *state = quo_session_dup_state (fixture->session);

  g_assert_true (json_parser_load_from_data (parser, state, -1, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

int
session_fixture_run (int argc, char **argv, const char *folder, const SessionTest *tests,
                     guint n_tests)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/%s/%s", folder, tests[i].path);

      g_test_add_vtable (path, sizeof (Fixture), NULL, (GTestFixtureFunc)set_up,
                         (GTestFixtureFunc)tests[i].run, (GTestFixtureFunc)tear_down);
    }
  return g_test_run ();
}
