/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files made of bytes and read as articles. The folder must hold nothing but them at the end. */

#include "quo-config.h"

#include "read-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
reading_set_up (Reading *reading, gconstpointer data)
{
  reading->folder = g_dir_make_tmp ("quo-read-XXXXXX", NULL);
  g_assert_nonnull (reading->folder);
}

static void
forget (Reading *reading)
{
  g_clear_pointer (&reading->article, quo_article_unref);
  g_clear_pointer (&reading->report, quo_report_free);
  if (reading->path != NULL)
    g_assert_cmpint (g_remove (reading->path), ==, 0);
  g_clear_pointer (&reading->path, g_free);
}

void
reading_tear_down (Reading *reading, gconstpointer data)
{
  forget (reading);
  g_assert_cmpint (g_rmdir (reading->folder), ==, 0);
  g_free (reading->folder);
}

static void
put (Reading *reading, const char *name, const char *bytes, gssize len)
{
  g_autoptr (GError) error = NULL;

  forget (reading);
  reading->path = g_build_filename (reading->folder, name, NULL);
  reading->report = quo_report_new ();
  g_file_set_contents_full (reading->path, bytes, len, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

void
reading_read_extent (Reading *reading, const char *name, const char *bytes, gssize len,
                     QuoExtent extent)
{
  QuoReadOptions options = { .extent = extent };
  g_autoptr (GError) error = NULL;

  put (reading, name, bytes, len);
  reading->article = quo_read_article_with (reading->path, &options, reading->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reading->article);
  g_assert_true (g_utf8_validate (quo_text_get_utf8 (reading->article->text), -1, NULL));
}

void
reading_read (Reading *reading, const char *name, const char *bytes, gssize len)
{
  reading_read_extent (reading, name, bytes, len, QUO_EXTENT_ARTICLE);
}

void
reading_fail (Reading *reading, const char *name, const char *bytes, gssize len, QuoError code,
              const char *words)
{
  g_autoptr (GError) error = NULL;

  put (reading, name, bytes, len);
  g_assert_null (quo_read_article_with (reading->path, NULL, NULL, NULL, &error));
  g_assert_error (error, QUO_ERROR, (int)code);
  if (strstr (error->message, name) == NULL || strstr (error->message, words) == NULL)
    g_error ("the message does not say “%s” and “%s”: %s", name, words, error->message);
}

void
reading_try (Reading *reading, const char *name, const char *bytes, gssize len)
{
  g_autoptr (GError) error = NULL;

  put (reading, name, bytes, len);
  reading->article = quo_read_article_with (reading->path, NULL, reading->report, NULL, &error);
  if (reading->article == NULL)
    {
      g_assert_error (error, QUO_ERROR, error->code);
      g_assert_nonnull (strstr (error->message, name));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (quo_text_get_utf8 (reading->article->text), -1, NULL));
}

void
reading_check (Reading *reading, const char *expected)
{
  g_assert_cmpstr (quo_text_get_utf8 (reading->article->text), ==, expected);
}

void
reading_check_has (Reading *reading, const char *fragment)
{
  const char *text = quo_text_get_utf8 (reading->article->text);

  if (strstr (text, fragment) == NULL)
    g_error ("no “%s” in: %.2000s", fragment, text);
}

void
reading_check_has_not (Reading *reading, const char *fragment)
{
  const char *text = quo_text_get_utf8 (reading->article->text);

  if (strstr (text, fragment) != NULL)
    g_error ("“%s” in: %.2000s", fragment, text);
}

void
reading_check_note (Reading *reading, const char *fragment)
{
  for (guint i = 0; i < quo_report_get_length (reading->report); i++)
    {
      g_autofree char *line = quo_report_dup_line (reading->report, i);

      if (strstr (line, fragment) != NULL)
        return;
    }
  g_error ("no note says “%s”", fragment);
}
