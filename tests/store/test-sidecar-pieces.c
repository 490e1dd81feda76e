/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sidecar that is written piece by piece. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-sidecar-writer.h"

typedef struct
{
  GString *bytes;
  guint n_pieces, n_most; /* taken, and how many are */
} Sink;

static gboolean
take_piece (gpointer data, const char *bytes, gsize len, GError **error)
{
  Sink *sink = data;

  if (++sink->n_pieces > sink->n_most)
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_WRITE, "full");
      return FALSE;
    }
  g_string_append_len (sink->bytes, bytes, (gssize)len);
  return TRUE;
}

/* Piece by piece the bytes are the same, and after a fault nothing more comes. */
static void
test_pieces (void)
{
  g_autoptr (QuoText) text = quo_text_new ("One tram.");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (GString) all = g_string_new (NULL), some = g_string_new (NULL);
  Sink whole = { all, 0, G_MAXUINT }, full = { some, 0, 1 };
  QuoSidecarContent content = { snapshot, "test" };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      const QuoSpan span = QUO_SPAN (i % 9, 9);
      g_autofree char *id = g_strdup_printf ("a%u", i);

      quo_snapshot_take (snapshot,
                         quo_annotation_new (&(QuoAnnotation){
                             .base.id = id, .type = "t", .ranges = &span, .n_ranges = 1 }));
    }
  bytes = quo_sidecar_write (snapshot, "test");
  g_assert_true (quo_sidecar_give (&(QuoByteSink){ take_piece, &whole }, &content, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (whole.n_pieces, >, 2);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), all->str, all->len);
  g_assert_false (quo_sidecar_give (&(QuoByteSink){ take_piece, &full }, &content, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  g_assert_cmpuint (full.n_pieces, ==, 2);
  g_assert_cmpmem (some->str, some->len, all->str, some->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/sidecar-pieces/same", test_pieces);
  return g_test_run ();
}
