/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "suggest-fixture.h"

#include <string.h>

const char *const story = "“We promised this town a bridge,” Mayor Ingrid Berg told a meeting.\n"
                          "\n"
                          "“Nobody asked us about the price,” said Paul Adler, an engineer.\n";

QuoSession *
open_text (const char *words)
{
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSession *session = quo_session_new ();
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nonexistent/story.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/story.txt.quo.json");
  quo_session_take_opening (session, opening);
  return session;
}

QuoSession *
open_story (void)
{
  return open_text (story);
}

void
suggest (QuoSession *session)
{
  g_assert_true (quo_session_suggest (session));
  while (quo_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

void
settle (QuoSession *session)
{
  while (quo_session_is_suggesting (session))
    g_main_context_iteration (NULL, TRUE);
}

guint
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
