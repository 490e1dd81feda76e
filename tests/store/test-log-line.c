/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the log that is written piece by piece is the line that is written whole; and of one
 * that cannot be written to its end nothing stays in the file. */
#include "quo-log-file.h"
#include "quo-log-line.h"

#include <errno.h>
#include <glib/gstdio.h>

#define N_WORDS 4000 /* several pieces of a line */

static QuoArticle *
make_article (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (words, "wörd%05u ", i);
  text = quo_text_new (words->str);
  return quo_article_new (text);
}

/* Adds annotations, removes others, swaps one. */
static QuoEdit *
make_edit (guint n, gboolean has_title)
{
  QuoEdit *edit = quo_edit_new (has_title ? "Tag \"all\"" : NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      const QuoSpan span = QUO_SPAN (i * 10, i * 10 + 9);
      QuoAnnotation fields = { .base = { .id = id },
                               .type = g_intern_string (i % 2 == 0 ? "person" : "place"),
                               .ranges = &span,
                               .n_ranges = 1 };
      g_autoptr (QuoAnnotation) annotation = quo_annotation_new (&fields);
      g_autoptr (QuoAnnotation) other = NULL;

      fields.type = g_intern_string ("event");
      other = quo_annotation_new (&fields);
      quo_edit_swap (edit, i % 3 == 0 ? NULL : annotation,
                     i % 3 == 1   ? NULL
                     : i % 3 == 2 ? other
                                  : annotation);
    }
  return edit;
}

static gboolean
collect (gpointer data, const char *bytes, gsize len, GError **error)
{
  g_string_append_len (data, bytes, (gssize)len);
  return TRUE;
}

static void
test_pieces (void)
{
  static const guint lengths[] = { 1, 2, 500, N_WORDS };
  g_autoptr (QuoArticle) article = make_article ();

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (QuoEdit) edit = make_edit (lengths[i], i % 2 == 0);
      g_auto (QuoJsonWriter) whole = { 0 };
      g_autoptr (GString) pieces = g_string_new (NULL);
      const QuoByteSink sink = { collect, pieces };
      g_auto (QuoLogLine) line = { 0 };
      g_autoptr (GError) error = NULL;

      quo_json_writer_init (&whole, 64);
      quo_log_write_edit (&whole, edit, article->text);
      g_assert_true (quo_log_stream_edit (&sink, edit, article->text, &error));
      g_assert_cmpmem (pieces->str, pieces->len, whole.data, whole.len);
      g_assert_cmpint (quo_log_read_line (pieces->str, pieces->len - 1, article,
                                          quo_text_get_length (article->text), &line),
                       ==, QUO_LOG_EDIT);
      g_assert_cmpuint (quo_edit_get_length (line.edit), ==, lengths[i]);
    }
}

/* Gives a piece that can be written, then says that it has no more. */
static gboolean
give_two (const QuoByteSink *sink, gpointer data, GError **error)
{
  return quo_byte_sink_take (sink, "one ", 4, error)
         && quo_byte_sink_take (sink, "two\n", 4, error);
}

/* After the first piece the file cannot be written any more. */
static gboolean
give_half (const QuoByteSink *sink, gpointer data, GError **error)
{
  QuoLogFile *file = data;
  gboolean is_given = quo_byte_sink_take (sink, "half a l", 8, error);
  int fd = file->fd;
  gboolean is_taken;

  file->fd = -1;
  is_taken = quo_byte_sink_take (sink, "ine\n", 4, error);
  file->fd = fd;
  return is_given && is_taken;
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.log", NULL);
  g_autofree char *content = NULL;
  QuoLogFile file;

  quo_log_file_init (&file, path);
  g_assert_cmpint (quo_log_file_begin (&file, "first\n", 6), ==, 0);
  g_assert_cmpint (quo_log_file_append_from (&file, give_two, NULL), ==, 0);
  g_assert_cmpint (quo_log_file_append_from (&file, give_half, &file), ==, EBADF);
  g_assert_cmpint (quo_log_file_append (&file, "last\n", 5), ==, 0);
  g_assert_cmpint (file.size, ==, 19);
  quo_log_file_clear (&file);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "first\none two\nlast\n");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/log-line/pieces", test_pieces);
  g_test_add_func ("/store/log-line/file", test_file);
  return g_test_run ();
}
