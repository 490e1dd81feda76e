/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the page is that of the article: caret and selection are one with the session's, its
 * labels are told, and the longest articles and lines come whole. */
#include "page-fixture.h"

#include <adwaita.h>
#include <string.h>

static QuoPage *
get_page (PageFixture *fixture)
{
  return quo_article_view_get_page (fixture->view);
}

/* --- caret and selection -----------------------------------------------------------------------
 */

static void
test_view_follows (PageFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = get_page (fixture)->buffer;
  QuoSpan span = page_fixture_find (fixture, "Sandvik Quay", 0);
  GtkTextIter start, end;

  quo_session_select (fixture->session, span.start, span.end);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, (int)span.start);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, (int)span.end);
  quo_session_select (fixture->session, 7, 7);
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 7);
}

static void
test_session_follows (PageFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = get_page (fixture)->buffer;
  QuoSpan span = page_fixture_find (fixture, "Sandvik Quay", 0);
  g_autofree char *copied = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_true (quo_span_equal (quo_session_get_selection (fixture->session), span));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, span.start);
  copied = quo_article_view_dup_selected_text (fixture->view);
  g_assert_cmpstr (copied, ==, "Sandvik Quay");
  gtk_text_buffer_place_cursor (buffer, &end);
  g_assert_true (quo_span_is_empty (quo_session_get_selection (fixture->session)));
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, span.end);
}

static void
test_crlf (PageFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = get_page (fixture)->buffer;
  guint32 cr = page_fixture_find (fixture, "\r\n", 0).start;
  GtkTextIter iter;

  /* Asked for a place inside a line end, the view stays before it; the session keeps what was
   * asked. */
  quo_session_select (fixture->session, cr + 1, cr + 1);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, (int)cr);
  g_assert_cmpuint (quo_session_get_caret (fixture->session), ==, cr + 1);
  quo_session_select (fixture->session, cr - 3, cr + 2);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, (int)cr + 2);
  page_fixture_settle (fixture);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==,
                   (int)g_utf8_strlen (fixture->text, -1));
}

/* --- screen readers ----------------------------------------------------------------------------
 */

static gboolean
has_label_tag (PageFixture *fixture, const char *type, guint32 offset)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (get_page (fixture)->buffer);
  g_autofree char *name = g_strconcat ("label:", type, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_page (fixture)->buffer, &iter, offset);
  return tag != NULL && gtk_text_iter_has_tag (&iter, tag);
}

static void
test_label_tags (PageFixture *fixture, gconstpointer data)
{
  QuoSpan inner = page_fixture_find (fixture, "Ida Brandt", 0);
  QuoSpan outer = page_fixture_find (fixture, "Captain Ida Brandt", 0);

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_tag (fixture, "Captain Ida Brandt", 0, "person");
  page_fixture_settle (fixture);
  g_assert_true (has_label_tag (fixture, "person", outer.start));
  g_assert_true (has_label_tag (fixture, "person", outer.end - 1));
  g_assert_false (has_label_tag (fixture, "person", outer.end));
  g_assert_false (has_label_tag (fixture, "place", inner.start));
  /* The longer one goes; the shorter one of the same label keeps its tag. */
  g_assert_true (quo_session_delete (fixture->session));
  page_fixture_settle (fixture);
  g_assert_false (has_label_tag (fixture, "person", outer.start));
  g_assert_true (has_label_tag (fixture, "person", inner.start));
}

/* An edit of so many changes that they are not looked for one by one. */
static void
test_many_changes (void)
{
  g_autoptr (GString) text = g_string_new ("A story\n\n");
  PageFixture fixture = { 0 };
  QuoSpan first, last;

  for (guint i = 0; i < 1200; i++)
    g_string_append (text, "They met Ida at noon.\n\n");
  page_fixture_set_up (&fixture, text->str, PAGE_FIXTURE_WIDTH, PAGE_FIXTURE_HEIGHT);
  first = page_fixture_find (&fixture, "Ida", 0);
  last = page_fixture_find (&fixture, "Ida", 1199);
  page_fixture_tag (&fixture, "Ida", 0, "person");
  page_fixture_settle (&fixture);
  g_assert_false (has_label_tag (&fixture, "person", last.start));
  g_assert_true (quo_session_tag_all (fixture.session));
  page_fixture_settle (&fixture);
  g_assert_cmpuint (quo_session_count (fixture.session, "person"), ==, 1200);
  g_assert_true (has_label_tag (&fixture, "person", first.start));
  g_assert_true (has_label_tag (&fixture, "person", last.start));
  g_assert_false (has_label_tag (&fixture, "person", last.end));
  g_assert_true (quo_session_undo (fixture.session));
  page_fixture_settle (&fixture);
  g_assert_true (has_label_tag (&fixture, "person", first.start));
  g_assert_false (has_label_tag (&fixture, "person", last.start));
  page_fixture_tear_down (&fixture);
}

/* How many of the bytes differ by more than a shade of a glyph's edge. */
static gsize
count_differences (const guchar *a, const guchar *b, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    n += ABS ((int)a[i] - (int)b[i]) > 128;
  return n;
}

/* The tags of labels paint nothing. A tag ends a run of glyphs, which GTK 4.18 places by parts of a
 * pixel, so the edges of a letter may differ by a shade; an underline of the twelve letters would
 * be hundreds of bytes. */
static void
test_tags_are_not_seen (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  g_autofree guchar *with = NULL;
  GtkTextIter start, end;
  gsize size;

  page_fixture_tag (fixture, "Nord Ferries", 0, "organization");
  quo_session_select_annotation (fixture->session, NULL);
  page_fixture_take_picture (fixture);
  g_assert_true (
      has_label_tag (fixture, "organization", page_fixture_find (fixture, "Nord", 0).start));
  size = 4 * (gsize)fixture->width * fixture->height;
  with = g_memdup2 (fixture->pixels, size);
  gtk_text_buffer_get_bounds (page->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (page->buffer, "label:organization", &start, &end);
  page_fixture_take_picture (fixture);
  g_assert_cmpuint (count_differences (with, fixture->pixels, size), <, 100);
}

/* --- great texts -------------------------------------------------------------------------------
 */

static void
on_loaded (GObject *view, GParamSpec *spec, guint *n)
{
  ++*n;
}

/* Of a text of @n_bytes; each piece is short enough for the main loop, the first one, too. */
static void
check_pieces (gsize n_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PageFixture fixture = { 0 };
  guint n_notified = 0;

  while (text->len < n_bytes)
    g_string_append (text, "A line of a long article, é and 🚋 in it.\r\n\r\n");
  page_fixture_set_up (&fixture, "Short.\n", PAGE_FIXTURE_WIDTH, PAGE_FIXTURE_HEIGHT);
  g_signal_connect (fixture.view, "notify::is-loaded", G_CALLBACK (on_loaded), &n_notified);
  {
    g_autoptr (QuoText) long_text = quo_text_new (text->str);
    g_autoptr (QuoArticle) article = quo_article_new (long_text);
    QuoOpening *opening = g_new0 (QuoOpening, 1);

    opening->snapshot = quo_snapshot_new (article, NULL);
    opening->article_path = g_build_filename (fixture.folder, "long.txt", NULL);
    opening->sidecar_path = g_build_filename (fixture.folder, "long.txt.quo.json", NULL);
    quo_session_take_opening (fixture.session, opening);
    g_assert_false (quo_article_view_is_loaded (fixture.view));
    g_assert_cmpint (gtk_text_buffer_get_char_count (get_page (&fixture)->buffer), >, 1000);
    g_assert_cmpint (gtk_text_buffer_get_char_count (get_page (&fixture)->buffer), <=, 256 * 1024);
    /* Asked for before it is there. */
    quo_session_select (fixture.session, quo_text_get_length (long_text) - 4,
                        quo_text_get_length (long_text) - 4);
    while (!quo_article_view_is_loaded (fixture.view))
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (n_notified, ==, 2);
    g_assert_cmpint (gtk_text_buffer_get_char_count (get_page (&fixture)->buffer), ==,
                     (int)quo_text_get_length (long_text));
    g_assert_cmpuint (quo_session_get_caret (fixture.session), ==,
                      quo_text_get_length (long_text) - 4);
  }
  page_fixture_tear_down (&fixture);
}

static void
test_comes_in_pieces (void)
{
  check_pieces (600 * 1024);
  check_pieces (3 * 1024 * 1024);
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PageFixture fixture = { 0 };
  QuoSpan span;
  g_autofree char *copied = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "wordwithoutend%u", i);
  page_fixture_set_up (&fixture, text->str, PAGE_FIXTURE_WIDTH, PAGE_FIXTURE_HEIGHT);
  g_assert_false (quo_display_map_is_identity (get_page (&fixture)->map));
  g_assert_cmpint (gtk_text_buffer_get_line_count (get_page (&fixture)->buffer), >, 20);
  /* Across a break that is only shown. */
  span = QUO_SPAN (900, 1700);
  quo_session_select (fixture.session, span.start, span.end);
  copied = quo_article_view_dup_selected_text (fixture.view);
  g_assert_cmpuint (strlen (copied), ==, 800);
  g_assert_null (strchr (copied, '\n'));
  g_assert_true (strncmp (copied, text->str + 900, 800) == 0);
  page_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
#define ADD(path, text, func)                                                                      \
  g_test_add ("/ui/page-text/" path, PageFixture, text, page_fixture_open, func, page_fixture_close)
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ADD ("view-follows", NULL, test_view_follows);
  ADD ("session-follows", NULL, test_session_follows);
  ADD ("crlf", "One line\r\nand another\r\n\r\nwith \xef\xbf\xbc in it\r\n", test_crlf);
  ADD ("label-tags", NULL, test_label_tags);
  ADD ("tags-are-not-seen", NULL, test_tags_are_not_seen);
  g_test_add_func ("/ui/page-text/many-changes", test_many_changes);
  g_test_add_func ("/ui/page-text/comes-in-pieces", test_comes_in_pieces);
  g_test_add_func ("/ui/page-text/long-line", test_long_line);
  return g_test_run ();
}
