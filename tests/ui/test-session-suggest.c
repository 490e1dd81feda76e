/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in a session: asked for, shown one by one, accepted, rejected, taken back. */
#include "quo-learnt.h"
#include "quo-session.h"

#include <string.h>

static const char *const story
    = "“We promised this town a bridge,” Mayor Ingrid Berg told a meeting.\n"
      "\n"
      "“Nobody asked us about the price,” said Paul Adler, an engineer.\n";

static QuoSession *
open_story (void)
{
  g_autoptr (QuoText) text = quo_text_new (story);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSession *session = quo_session_new ();
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nonexistent/story.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/story.txt.quo.json");
  quo_session_take_opening (session, opening);
  return session;
}

static void
suggest (QuoSession *session)
{
  g_assert_true (quo_session_suggest (session));
  while (quo_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_quotes (QuoSession *session, QuoStatus status)
{
  GPtrArray *all
      = quo_document_get_records (quo_session_get_document (session), QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      n += annotation->status == status && strcmp (annotation->type, "quote") == 0;
    }
  return n;
}

static void
test_one_by_one (void)
{
  g_autoptr (QuoSession) session = open_story ();
  const QuoAnnotation *selected;

  suggest (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 2);
  g_assert_cmpuint (quo_session_count (session, "quote"), ==, 0);
  for (guint i = 0; i < 20 && count_quotes (session, QUO_STATUS_NONE) == 0; i++)
    {
      selected = quo_session_get_selected (session);
      g_assert_nonnull (selected);
      g_assert_cmpint (selected->status, ==, QUO_STATUS_SUGGESTED);
      if (strcmp (selected->type, "quote") != 0)
        g_assert_true (quo_session_skip (session));
      else
        g_assert_true (quo_session_accept (session));
    }
  g_assert_cmpuint (quo_session_count (session, "quote"), ==, 1);
  g_assert_cmpuint (quo_session_count (session, "cue"), ==, 1);
  for (guint i = 0; i < 20 && count_quotes (session, QUO_STATUS_REJECTED) == 0; i++)
    {
      selected = quo_session_get_selected (session);
      if (strcmp (selected->type, "quote") != 0)
        g_assert_true (quo_session_skip (session));
      else
        g_assert_true (quo_session_reject (session));
    }
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 0);
  quo_session_undo (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1);
  quo_session_undo (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 2);
}

/* What was rejected is not suggested again; one undo takes all suggestions away. */
static void
test_again (void)
{
  g_autoptr (QuoSession) session = open_story ();

  suggest (session);
  while (strcmp (quo_session_get_selected (session)->type, "quote") != 0)
    quo_session_skip (session);
  quo_session_reject (session);
  suggest (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_SUGGESTED), ==, 1);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_REJECTED), ==, 1);
  while (quo_document_get_n_undo (quo_session_get_document (session)) > 0)
    g_assert_true (quo_session_undo (session));
  g_assert_cmpuint (quo_document_count (quo_session_get_document (session), QUO_RECORD_ANNOTATION),
                    ==, 0);
}

/* From the least certain one to the surest, then from the start again. */
static void
test_least_certain (void)
{
  g_autoptr (QuoSession) session = open_story ();
  double last = 0;
  guint n = 0;

  suggest (session);
  quo_session_escape (session);
  for (; quo_session_doubt (session); n++)
    {
      double certainty = g_ascii_strtod (quo_session_get_selected (session)->conf, NULL);

      if (certainty < last)
        break;
      last = certainty;
    }
  g_assert_cmpuint (n, >=, 3);
}

/* What was accepted in the article itself teaches; without any of it there is nothing to learn. */
static void
test_learns (void)
{
  g_autoptr (QuoSession) session = open_story ();
  g_autoptr (QuoSnapshot) before = NULL;
  g_autoptr (QuoSnapshot) after = NULL;
  g_autoptr (QuoWeights) weights = NULL;

  suggest (session);
  before = quo_document_snapshot (quo_session_get_document (session));
  g_assert_null (quo_learnt_get ("/nonexistent/story.txt", before, NULL));
  while (strcmp (quo_session_get_selected (session)->type, "quote") != 0)
    quo_session_skip (session);
  quo_session_accept (session);
  after = quo_document_snapshot (quo_session_get_document (session));
  weights = quo_learnt_get ("/nonexistent/story.txt", after, NULL);
  g_assert_nonnull (weights);
  g_assert_cmpfloat (weights->values[QUO_MODEL_MARKS][0], !=,
                     quo_weights_get_shipped ()->values[QUO_MODEL_MARKS][0]);
}

static void
test_none (void)
{
  g_autoptr (QuoSession) session = open_story ();

  g_assert_false (quo_session_accept (session));
  g_assert_cmpstr (quo_session_get_message (session), ==, "No suggestions");
  g_assert_false (quo_session_reject (session));
  g_assert_false (quo_session_skip (session));
  g_assert_false (quo_session_accept_name (session));
  g_assert_cmpuint (quo_document_count (quo_session_get_document (session), QUO_RECORD_ANNOTATION),
                    ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-suggest/one-by-one", test_one_by_one);
  g_test_add_func ("/ui/session-suggest/again", test_again);
  g_test_add_func ("/ui/session-suggest/least-certain", test_least_certain);
  g_test_add_func ("/ui/session-suggest/learns", test_learns);
  g_test_add_func ("/ui/session-suggest/none", test_none);
  return g_test_run ();
}
