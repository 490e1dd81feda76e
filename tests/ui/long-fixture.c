/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "long-fixture.h"

static gboolean
is_place (guint i, const guint *places, guint n_places)
{
  for (guint k = 0; k < n_places; k++)
    if (places[k] == i)
      return TRUE;
  return FALSE;
}

QuoOpening *
make_long_opening (const char *line, const guint *places, guint n_places)
{
  g_autoptr (GString) words = g_string_new (NULL);
  QuoOpening *opening = g_new0 (QuoOpening, 1);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoArticle) article = NULL;

  for (guint i = 0; i < N_LINES; i++)
    g_string_append (words, is_place (i, places, n_places) ? line : FILLER);
  text = quo_text_new (words->str);
  article = quo_article_new (text);
  article->lang = g_strdup ("en");
  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nonexistent/river.txt");
  opening->sidecar_path = g_strdup ("/nonexistent/river.txt.quo.json");
  return opening;
}

void
wait_for (QuoSession *session)
{
  while (quo_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
}
