/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "story-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

void
story_set_up (Story *story, gconstpointer data)
{
  story->folder = g_dir_make_tmp ("quo-reader-XXXXXX", NULL);
  g_assert_nonnull (story->folder);
  story->path = g_build_filename (story->folder, "story.txt", NULL);
}

void
story_tear_down (Story *story, gconstpointer data)
{
  if (g_remove (story->path) != 0)
    g_assert_cmpint (errno, ==, ENOENT);
  g_assert_cmpint (g_rmdir (story->folder), ==, 0); /* nothing was left in it */
  g_free (story->path);
  g_free (story->folder);
}

void
story_put (Story *story, const char *bytes, gssize len)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (story->path, bytes, len, &error);
  g_assert_no_error (error);
}

QuoArticle *
story_read (Story *story, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  QuoArticle *article = quo_read_article (story->path, encoding, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  return article;
}

void
story_assert_refused (Story *story, const char *encoding, QuoError code, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_read_article (story->path, encoding, NULL, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  if (strstr (error->message, "story.txt") == NULL || strstr (error->message, word) == NULL)
    g_error ("the message does not say “story.txt” and “%s”: %s", word, error->message);
}
