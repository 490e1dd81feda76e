/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article page in a window: where text stands, what is kept and dropped, what is seen. */
#include "page-fixture.h"
#include "quo-page-cache.h"
#include "quo-page-margin.h"
#include "quo-page-rows.h"
#include "quo-page-speaker.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

/* Right to left with a name in Latin letters in it. */
static const char *const arabic = "قالت سلمى نجار إن شركة Nord Ferries لن تبحر قبل الربيع.\n"
                                  "\n"
                                  "«سننتظر»، قالت للركاب.\n";

static QuoPage *
get_page (PageFixture *fixture)
{
  return quo_article_view_get_page (fixture->view);
}

static int
get_line (PageFixture *fixture, guint32 offset)
{
  QuoPage *page = get_page (fixture);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter,
                                      quo_display_map_to_buffer (page->map, offset));
  return gtk_text_iter_get_line (&iter);
}

/* (transfer full): the rows of a span of the article. */
static GArray *
measure (PageFixture *fixture, QuoSpan span)
{
  QuoPage *page = get_page (fixture);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (QuoRow));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (page->buffer, &iter, get_line (fixture, span.start));
  quo_page_lines_measure (quo_page_cache_get_lines (page, &iter),
                          QUO_SPAN (quo_display_map_to_buffer (page->map, span.start),
                                    quo_display_map_to_buffer (page->map, span.end)),
                          rows);
  return rows;
}

/* --- rows --------------------------------------------------------------------------------------
 */

static void
test_row_of_word (PageFixture *fixture, gconstpointer data)
{
  QuoSpan span = page_fixture_find (fixture, "Ida Brandt", 0);
  g_autoptr (GArray) rows = measure (fixture, span);
  const QuoRow *row = &g_array_index (rows, QuoRow, 0);
  GdkRectangle first = page_fixture_locate (fixture, span.start);
  GdkRectangle last = page_fixture_locate (fixture, span.end - 1);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpfloat (row->x, ==, first.x);
  g_assert_cmpfloat (row->x + row->width, ==, last.x + last.width);
  /* The strip hangs on the baseline: letters of 17 px are inside, the line's box is not. */
  g_assert_cmpfloat (quo_row_get_bottom (row) - quo_row_get_top (row), >=, 21);
  g_assert_cmpfloat (quo_row_get_bottom (row) - quo_row_get_top (row), <=, 24);
}

static void
test_row_at_wrap (PageFixture *fixture, gconstpointer data)
{
  QuoSpan span = page_fixture_find (
      fixture, "“and we shall wait for as long as the ice wants us to wait.”", 0);
  g_autoptr (GArray) rows = measure (fixture, span);
  guint32 offset = span.start;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpuint (g_array_index (rows, QuoRow, 0).line + 1, ==,
                    g_array_index (rows, QuoRow, 1).line);
  /* The first row ends with the last letter of its line, not with the blank at which it is wrapped.
   */
  while (page_fixture_locate (fixture, offset + 1).y == page_fixture_locate (fixture, offset).y)
    offset++;
  g_assert_cmpuint (
      quo_text_get_char (quo_document_get_text (get_page (fixture)->document), offset), ==, ' ');
  {
    GdkRectangle letter = page_fixture_locate (fixture, offset - 1);
    const QuoRow *row = &g_array_index (rows, QuoRow, 0);

    g_assert_cmpfloat (row->x + row->width, ==, letter.x + letter.width);
  }
}

static void
test_row_mixed (PageFixture *fixture, gconstpointer data)
{
  QuoSpan latin = page_fixture_find (fixture, "Nord Ferries", 0);
  QuoSpan both = { latin.start - 5, latin.end };
  g_autoptr (GArray) rows = measure (fixture, latin);
  g_autoptr (GArray) all = measure (fixture, both);
  const QuoRow *row = &g_array_index (rows, QuoRow, 0);
  double least = G_MAXDOUBLE, greatest = 0, sum = 0;

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpfloat (row->width, >, 40);
  for (guint32 offset = both.start; offset < both.end; offset++)
    {
      GdkRectangle box = page_fixture_locate (fixture, offset);

      least = MIN (least, MIN (box.x, box.x + box.width));
      greatest = MAX (greatest, MAX (box.x, box.x + box.width));
    }
  for (guint i = 0; i < all->len; i++)
    sum += g_array_index (all, QuoRow, i).width;
  g_assert_cmpfloat (sum, <=, greatest - least + 1);
  g_assert_cmpfloat (sum, >, row->width);
}

/* --- what is kept ------------------------------------------------------------------------------
 */

static void
test_only_touched_dropped (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  QuoSpan person = page_fixture_find (fixture, "Ida Brandt", 0);
  int touched = get_line (fixture, person.start);
  int other = get_line (fixture, page_fixture_find (fixture, "Nord Ferries", 0).start);

  g_assert_true (quo_page_cache_has (page, touched));
  g_assert_true (quo_page_cache_has (page, other));
  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  g_assert_false (quo_page_cache_has (page, touched));
  g_assert_true (quo_page_cache_has (page, other));
  page_fixture_settle (fixture);
  g_assert_true (quo_page_cache_has (page, touched));
  g_assert_true (quo_session_undo (fixture->session));
  g_assert_false (quo_page_cache_has (page, touched));
  g_assert_true (quo_page_cache_has (page, other));
}

static void
test_selection_drops_parties (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  const char *quote = page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");
  int at_ida = get_line (fixture, page_fixture_find (fixture, "Ida Brandt", 0).start);
  int at_quote = get_line (fixture, page_fixture_find (fixture, "“We shall", 0).start);
  int other = get_line (fixture, page_fixture_find (fixture, "Nord Ferries", 0).start);

  g_assert_true (quo_session_link_speaker (fixture->session, ida));
  g_assert_cmpstr (page->selected, ==, quote);
  g_assert_cmpstr (page->link_source, ==, ida);
  page_fixture_settle (fixture);
  quo_session_select_annotation (fixture->session, NULL);
  g_assert_false (quo_page_cache_has (page, at_ida));
  g_assert_false (quo_page_cache_has (page, at_quote));
  g_assert_true (quo_page_cache_has (page, other));
  g_assert_null (page->link_source);
}

/* The link grows from the quote to the speaker, unless the desktop wants no animations; what is
 * done to the quote it belongs to does not begin it anew. */
static void
test_link_grows (PageFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  QuoPage *page = quo_article_view_get_page (fixture->view);
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  const char *quote = page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_true (quo_session_link (fixture->session, quote, ida));
  g_assert_cmpfloat (page->link_drawn, <, 1);
  while (page->link_drawn < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (quo_session_set_note (fixture->session, "Of the captain"));
  g_assert_cmpfloat (page->link_drawn, ==, 1);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  page->link_drawn = 0;
  quo_session_select_annotation (fixture->session, ida);
  quo_session_select_annotation (fixture->session, quote);
  g_assert_cmpfloat (page->link_drawn, ==, 1);
}

static void
test_style_drops_all (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);

  g_assert_cmpuint (g_hash_table_size (page->entries), >, 3);
  g_object_set (fixture->view, "text-size", 20, NULL);
  g_assert_cmpuint (g_hash_table_size (page->entries), ==, 0);
  page_fixture_settle (fixture);
  g_assert_cmpuint (g_hash_table_size (page->entries), >, 3);
  g_object_set (fixture->view, "density", QUO_DENSITY_LINES, NULL);
  g_assert_cmpuint (g_hash_table_size (page->entries), ==, 0);
}

/* --- what is seen ------------------------------------------------------------------------------
 */

static GdkRGBA
blend_ink (QuoPage *page, const char *type, double alpha)
{
  GdkRGBA ink = quo_palette_ink (&page->palette, quo_tagset_find (page->tagset, type), 1);
  GdkRGBA ground = page->palette.page;

  return (GdkRGBA){ ink.red * alpha + ground.red * (1 - alpha),
                    ink.green * alpha + ground.green * (1 - alpha),
                    ink.blue * alpha + ground.blue * (1 - alpha), 1 };
}

static void
test_name_is_drawn (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  QuoSpan span = page_fixture_find (fixture, "Ida Brandt", 0);
  GdkRectangle box = page_fixture_locate (fixture, span.start);
  g_autoptr (GArray) rows = measure (fixture, span);
  int width = (int)g_array_index (rows, QuoRow, 0).width;
  GdkRGBA ink = blend_ink (page, "person", 1);
  GdkRGBA fill = blend_ink (page, "person",
                            quo_palette_fill_alpha (&page->palette, QUO_LABEL_ENTITY, FALSE));

  page_fixture_take_picture (fixture);
  g_assert_cmpuint (page_fixture_count (fixture, box.x, box.y, width, box.height, fill), ==, 0);
  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  quo_session_select_annotation (fixture->session, NULL);
  page_fixture_take_picture (fixture);
  /* A strip of 22 px with letters in it, a line of 2 px as long as the name, the word above. */
  g_assert_cmpuint (page_fixture_count (fixture, box.x, box.y, width, box.height + 6, fill), >,
                    (guint)width * 8);
  g_assert_cmpuint (
      page_fixture_count (fixture, box.x, box.y + box.height / 2, width, box.height, ink), >,
      (guint)(width - 4) * 2 - 8);
  g_assert_cmpuint (page_fixture_count (fixture, box.x, box.y - 16, width, 18, ink), >, 10);
}

static void
test_density (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  QuoSpan span = page_fixture_find (fixture, "Ida Brandt", 0);
  GdkRGBA ink = blend_ink (page, "person", 1);
  static const int pitches[] = { 30, 32, 38 };

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  quo_session_select_annotation (fixture->session, NULL);
  for (guint density = QUO_DENSITY_NONE; density <= QUO_DENSITY_LABELS; density++)
    {
      GdkRectangle box, below;
      guint n_chip, n_line;

      g_object_set (fixture->view, "density", density, NULL);
      page_fixture_take_picture (fixture);
      box = page_fixture_locate (fixture, span.start);
      below = page_fixture_locate (fixture, page_fixture_find (fixture, "is gone", 0).start);
      g_assert_cmpint (below.y - box.y, >=, pitches[density] - 1);
      g_assert_cmpint (below.y - box.y, <=, pitches[density] + 1);
      n_chip = page_fixture_count (fixture, box.x, box.y - 16, 60, 18, ink);
      n_line = page_fixture_count (fixture, box.x, box.y + box.height / 2, 60, box.height, ink);
      g_assert_cmpint (n_chip > 0, ==, density == QUO_DENSITY_LABELS);
      g_assert_cmpint (n_line > 0, ==, density != QUO_DENSITY_NONE);
    }
}

/* Rule of the page: tagging never moves a word. */
static void
test_tagging_moves_nothing (PageFixture *fixture, gconstpointer data)
{
  QuoSpan last = page_fixture_find (fixture, "Varberg", 0);
  GdkRectangle before = page_fixture_locate (fixture, last.start), after;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_tag (fixture, "Captain Ida Brandt", 0, "person");
  page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");
  page_fixture_settle (fixture);
  after = page_fixture_locate (fixture, last.start);
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.y, ==, before.y);
}

static void
test_quote_is_drawn (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  GdkRectangle box
      = page_fixture_locate (fixture, page_fixture_find (fixture, "“We shall", 0).start);
  int bar = (int)quo_margin_get_bar_x (page, 0);
  GdkRGBA speech = quo_palette_speech (&page->palette, 1);

  page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");
  page_fixture_take_picture (fixture);
  /* Selected, without a speaker: bar, bracket, pill in amber; "Speaker?" in the margin, a ring of
   * dashes. */
  g_assert_cmpuint (page_fixture_count (fixture, bar, box.y, 3, box.height, speech), >, 40);
  g_assert_cmpuint (page_fixture_count (fixture, box.x - 4, box.y - 12, 14, 20, speech), >, 20);
  g_assert_cmpuint (page_fixture_count (fixture, 0, box.y - 4, bar - 40, 34, speech), >, 20);
  g_assert_true (quo_session_link_speaker (fixture->session, ida));
  page_fixture_take_picture (fixture);
  /* The disc behind the initials of who is selected is solid. */
  g_assert_cmpuint (page_fixture_count (fixture, bar - 35, box.y - 4, 26, 34, speech), >, 200);
  /* Her sign in the margin is a way to her quote. */
  gtk_text_view_window_to_buffer_coords (page->view, GTK_TEXT_WINDOW_WIDGET, bar - 20, box.y + 8,
                                         &box.x, &box.y);
  g_assert_nonnull (quo_page_find_hit (page, box.x, box.y));
  g_assert_cmpstr (quo_page_find_hit (page, box.x, box.y)->base.id, ==, page->selected);
}

static void
test_found_is_drawn (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  QuoSpan spans[]
      = { page_fixture_find (fixture, "wait", 0), page_fixture_find (fixture, "wait", 1) };
  GdkRectangle box = page_fixture_locate (fixture, spans[1].start);
  GdkRGBA current = quo_palette_found (&page->palette, TRUE);

  quo_article_view_set_found (fixture->view, spans, 2, 1);
  page_fixture_take_picture (fixture);
  g_assert_cmpuint (page_fixture_count (fixture, box.x, box.y, 24, box.height, current), >, 60);
  quo_article_view_set_found (fixture->view, NULL, 0, G_MAXUINT);
  page_fixture_take_picture (fixture);
  g_assert_cmpuint (page_fixture_count (fixture, box.x, box.y, 24, box.height, current), ==, 0);
}

/* --- typography --------------------------------------------------------------------------------
 */

static void
test_typography (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  GdkRectangle headline = page_fixture_locate (fixture, 0);
  GdkRectangle body = page_fixture_locate (fixture, page_fixture_find (fixture, "said", 0).start);
  GtkTextIter iter;

  g_assert_cmpint (page->head.headline, ==, 0);
  g_assert_cmpint (page->head.byline, ==, 2);
  g_assert_cmpint (headline.height, >, body.height);
  gtk_text_buffer_get_iter_at_offset (page->buffer, &iter,
                                      page_fixture_find (fixture, "VARBERG", 0).start + 1);
  g_assert_true (gtk_text_iter_has_tag (
      &iter, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (page->buffer), "dateline")));
  g_assert_cmpint (gtk_text_buffer_get_char_count (page->buffer), ==,
                   (int)g_utf8_strlen (fixture->text, -1));
}

static void
test_margins (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = get_page (fixture);
  gboolean is_rtl = data == arabic;

  g_assert_cmpint (page->is_rtl, ==, is_rtl);
  g_assert_cmpint (is_rtl ? page->right : page->left, >=, 156);
  g_assert_cmpint (is_rtl ? page->left : page->right, >=, 40);
  g_assert_cmpint (page->width - page->left - page->right, <=, 31 * 17);
  g_assert_cmpint (quo_margin_get_direction (page), ==, is_rtl ? -1 : 1);
}

/* "midsumme-r": a word of a headline that is wider than the page makes the headline smaller, and is
 * not broken. On a wide page it has its size. */
static void
test_headline_keeps_words (void)
{
  static const char story[]
      = "Streit um das Wohnraumversorgungsgesetz\n\nBerlin – Es gibt Streit.\n";
  PageFixture fixture = { 0 };
  QuoSpan word;
  double narrow;

  page_fixture_set_up (&fixture, story, 360, PAGE_FIXTURE_HEIGHT);
  word = page_fixture_find (&fixture, "Wohnraumversorgungsgesetz", 0);
  g_assert_cmpint (page_fixture_locate (&fixture, word.start).y, ==,
                   page_fixture_locate (&fixture, word.end - 1).y);
  narrow = get_page (&fixture)->headline_em;
  g_assert_cmpfloat (narrow, >=, 1);
  page_fixture_show (&fixture, "Streit um das Gesetz\n\nBerlin – Es gibt Streit.\n");
  page_fixture_settle (&fixture);
  g_assert_cmpfloat (get_page (&fixture)->headline_em, >, narrow);
  page_fixture_tear_down (&fixture);
}

static void
test_narrow (void)
{
  PageFixture fixture = { 0 };

  page_fixture_set_up (&fixture, page_fixture_story, 360, PAGE_FIXTURE_HEIGHT);
  g_assert_true (get_page (&fixture)->is_narrow);
  g_assert_cmpint (get_page (&fixture)->left, ==, 44);
  g_assert_cmpint (get_page (&fixture)->right, ==, 16);
  page_fixture_tear_down (&fixture);
}

static void
test_initials (void)
{
  static const char *const cases[][2]
      = { { "Åsa Lindqvist", "ÅL" },  { "city council", "CC" },
          { "Opposition", "O" },      { "Nguyễn Thị Minh Khai", "NK" },
          { "ليلى حداد", "لح" },      { "习近平", "习" },
          { "  (the) mayor ", "TM" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = quo_name_dup_initials (cases[i][0]);

      g_assert_cmpstr (initials, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
#define ADD(path, text, func)                                                                      \
  g_test_add ("/ui/article-view/" path, PageFixture, text, page_fixture_open, func,                \
              page_fixture_close)
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ADD ("row-of-word", NULL, test_row_of_word);
  ADD ("row-at-wrap", NULL, test_row_at_wrap);
  ADD ("row-mixed", arabic, test_row_mixed);
  ADD ("only-touched-dropped", NULL, test_only_touched_dropped);
  ADD ("selection-drops-parties", NULL, test_selection_drops_parties);
  ADD ("style-drops-all", NULL, test_style_drops_all);
  ADD ("name-is-drawn", NULL, test_name_is_drawn);
  ADD ("density", NULL, test_density);
  ADD ("tagging-moves-nothing", NULL, test_tagging_moves_nothing);
  ADD ("quote-is-drawn", NULL, test_quote_is_drawn);
  ADD ("found-is-drawn", NULL, test_found_is_drawn);
  ADD ("typography", NULL, test_typography);
  ADD ("margins", NULL, test_margins);
  ADD ("margins-right-to-left", arabic, test_margins);
  g_test_add_func ("/ui/article-view/headline-keeps-words", test_headline_keeps_words);
  g_test_add_func ("/ui/article-view/narrow", test_narrow);
  ADD ("link-grows", NULL, test_link_grows);
  g_test_add_func ("/ui/article-view/initials", test_initials);
  return g_test_run ();
}
