/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pill of the selected annotation stands, and what chips say of marks that overlap. */
#include "page-fixture.h"

#include "quo-page-marks.h"

#include <adwaita.h>

#define WIDTH 360
#define HEIGHT 400
#define N_WORDS 40

/* Without an @end that makes a sentence of them they are a headline, whose lines stand closer. */
static char *
make_short_words (const char *end)
{
  GString *text = g_string_new ("Short words\n\n");

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append (text, "Ed ");
  g_string_append_printf (text, "%s\n", end);
  return g_string_free (text, FALSE);
}

/* The longest pill is that of a suggestion, which names the two keys. */
static void
make_suggestions (PageFixture *fixture)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  g_autoptr (QuoEdit) edit = quo_edit_new ("Suggest");

  for (guint i = 0; i < all->len; i++)
    {
      QuoAnnotation *before = g_ptr_array_index (all, i);
      QuoAnnotation fields = *before;

      fields.status = QUO_STATUS_SUGGESTED;
      quo_edit_take (edit, before, quo_annotation_new (&fields));
    }
  g_assert_true (quo_document_apply (document, edit, NULL));
}

/* The pill is the one sign that this page draws: there are no quotes. */
static graphene_rect_t
get_pill (PageFixture *fixture)
{
  QuoPage *page = quo_article_view_get_page (fixture->view);

  g_assert_cmpuint (page->hits->len, ==, 1);
  return g_array_index (page->hits, QuoPageHit, 0).area;
}

static char *
dup_key (const char *action)
{
  return g_strdup (g_str_equal (action, "win.accept") ? "A" : "X");
}

static char *
dup_other_key (const char *action)
{
  return g_str_equal (action, "win.accept") ? g_strdup ("Ctrl+Shift+F12") : dup_key (action);
}

static char *
dup_no_accept (const char *action)
{
  return g_str_equal (action, "win.accept") ? NULL : dup_key (action);
}

/* The pill asks by the keys as they are; without them it only asks. */
static void
test_keys (void)
{
  g_autofree char *text = make_short_words ("fell silent.");
  PageFixture fixture = { 0 };
  float usual, longer, without;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  quo_session_set_key_names (fixture.session, dup_key);
  page_fixture_tag (&fixture, "Ed", 0, "person");
  make_suggestions (&fixture);
  page_fixture_settle (&fixture);
  usual = get_pill (&fixture).size.width;
  quo_session_set_key_names (fixture.session, dup_other_key);
  page_fixture_settle (&fixture);
  longer = get_pill (&fixture).size.width;
  g_assert_cmpfloat (longer, >, usual);
  quo_session_set_key_names (fixture.session, dup_no_accept);
  page_fixture_settle (&fixture);
  without = get_pill (&fixture).size.width;
  g_assert_cmpfloat (without, <, usual);
  page_fixture_tear_down (&fixture);
}

static void
test_inside_view (void)
{
  g_autofree char *text = make_short_words ("fell silent.");
  PageFixture fixture = { 0 };
  gboolean has_room_for_all = TRUE;
  int width;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  quo_session_set_key_names (fixture.session, dup_key);
  width = quo_article_view_get_page (fixture.view)->width;
  for (guint i = 0; i < N_WORDS; i++)
    {
      GdkRectangle word;
      graphene_rect_t pill;

      page_fixture_tag (&fixture, "Ed", i, "organization");
      make_suggestions (&fixture);
      page_fixture_settle (&fixture);
      word = page_fixture_locate (&fixture, page_fixture_find (&fixture, "Ed", i).start);
      pill = get_pill (&fixture);
      g_assert_cmpfloat (pill.origin.x, >=, 0);
      g_assert_cmpfloat (pill.origin.x + pill.size.width, <=, width);
      has_room_for_all &= word.x + pill.size.width <= width;
      g_assert_true (quo_session_undo (fixture.session)); /* the suggestion */
      g_assert_true (quo_session_undo (fixture.session)); /* the name */
    }
  /* Else nothing was tried. */
  g_assert_false (has_room_for_all);
  page_fixture_tear_down (&fixture);
}

/* Dots of exactly the ink of a chip: the letters are drawn softer by some fonts than by others. */
#define FEW_DOTS 3

/* How much of the ink of places stands over a word. */
static guint
count_chip (PageFixture *fixture, GdkRectangle word)
{
  GdkRGBA place;

  g_assert_true (gdk_rgba_parse (&place, "#12715b"));
  page_fixture_take_picture (fixture);
  return page_fixture_count (fixture, word.x - 2, word.y - 8, 32, word.height / 2 + 8, place);
}

/* The first "Ed" of the second row; @ret_place is that of the first row. */
static guint
find_below (PageFixture *fixture, GdkRectangle *ret_first, GdkRectangle *ret_below)
{
  guint below_it = 1;

  *ret_first = page_fixture_locate (fixture, page_fixture_find (fixture, "Ed", 0).start);
  do
    *ret_below = page_fixture_locate (fixture, page_fixture_find (fixture, "Ed", below_it++).start);
  while (ret_below->y == ret_first->y);
  g_assert_cmpint (ret_below->x, ==, ret_first->x);
  return below_it - 1;
}

/* In a headline a chip would lie on the letters of the row above. */
static void
test_close_rows (void)
{
  g_autofree char *text = make_short_words ("");
  PageFixture fixture = { 0 };
  GdkRectangle first, below;
  guint nth;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  page_fixture_settle (&fixture);
  nth = find_below (&fixture, &first, &below);
  first = page_fixture_locate (&fixture, page_fixture_find (&fixture, "Ed", 2).start);
  page_fixture_tag (&fixture, "Ed", 2, "place");
  page_fixture_tag (&fixture, "Ed", nth, "place");
  quo_session_select_annotation (fixture.session, NULL);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (count_chip (&fixture, first), >, FEW_DOTS);
  g_assert_cmpuint (count_chip (&fixture, below), ==, 0);
  page_fixture_tear_down (&fixture);
}

/* How much of the pill of the selected annotation is ground: letters over it would hide some. */
static guint
count_pill_ground (PageFixture *fixture)
{
  graphene_rect_t pill = get_pill (fixture);
  GdkRGBA place;
  int x, y;

  g_assert_true (gdk_rgba_parse (&place, "#12715b"));
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture->view), GTK_TEXT_WINDOW_WIDGET,
                                         (int)pill.origin.x, (int)pill.origin.y, &x, &y);
  page_fixture_take_picture (fixture);
  return page_fixture_count (fixture, x, y, (int)pill.size.width, (int)pill.size.height, place);
}

/* The pill of what is selected there is not left out: it covers those letters. */
static void
test_pill_over_letters (void)
{
  g_autofree char *text = make_short_words ("");
  PageFixture fixture = { 0 };
  GdkRectangle first, below;
  const char *above, *covering;
  guint nth, n_free;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  page_fixture_settle (&fixture);
  nth = find_below (&fixture, &first, &below);
  above = page_fixture_tag (&fixture, "Ed", 1, "place");
  covering = page_fixture_tag (&fixture, "Ed", nth + 1, "place");
  quo_session_select_annotation (fixture.session, above);
  page_fixture_settle (&fixture);
  n_free = count_pill_ground (&fixture);
  quo_session_select_annotation (fixture.session, covering);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (n_free, >, FEW_DOTS);
  g_assert_cmpuint (count_pill_ground (&fixture), >, n_free * 9 / 10);
  page_fixture_tear_down (&fixture);
}

/* While letters are typed the pill of what is selected gives way to the letter of a name beside it.
 */
static void
test_pill_beside_letter (void)
{
  g_autofree char *text = make_short_words ("fell silent.");
  PageFixture fixture = { 0 };
  QuoPage *page;
  const char *first, *alone;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  page = quo_article_view_get_page (fixture.view);
  first = page_fixture_tag (&fixture, "Ed", 0, "person");
  page_fixture_tag (&fixture, "Ed", 1, "person");
  alone = page_fixture_tag (&fixture, "Ed", N_WORDS - 1, "person");
  make_suggestions (&fixture);
  quo_session_select (fixture.session, 0, 0);
  g_assert_true (quo_session_sift (fixture.session, ""));
  quo_session_select_annotation (fixture.session, first);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (page->hits->len, ==, 0);
  quo_session_select_annotation (fixture.session, alone);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (page->hits->len, ==, 1);
  quo_session_end_sift (fixture.session);
  quo_session_select_annotation (fixture.session, first);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (page->hits->len, ==, 1);
  page_fixture_tear_down (&fixture);
}

/* A chip that stands where a knob of the selected annotation is gives way to it. */
static void
test_under_knob (void)
{
  g_autofree char *text = make_short_words ("fell silent.");
  PageFixture fixture = { 0 };
  GdkRectangle first, below;
  const char *held, *name;
  guint nth;

  page_fixture_set_up (&fixture, text, WIDTH, HEIGHT);
  page_fixture_settle (&fixture);
  nth = find_below (&fixture, &first, &below);
  held = page_fixture_tag (&fixture, "Ed", 0, "person");
  name = page_fixture_tag (&fixture, "Ed", nth, "place");
  quo_session_select_annotation (fixture.session, NULL);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (count_chip (&fixture, below), >, FEW_DOTS);
  quo_session_select_annotation (fixture.session, held);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (count_chip (&fixture, below), ==, 0);
  quo_session_select_annotation (fixture.session, name);
  page_fixture_settle (&fixture);
  g_assert_cmpuint (count_chip (&fixture, below), >, FEW_DOTS);
  page_fixture_tear_down (&fixture);
}

/* A mark over the words @start to @end, as the page would describe it. */
static void
add_mark (GArray *marks, guint32 start, guint32 end, QuoLabelKind kind)
{
  const QuoMark mark = {
    .kind = kind, .span = QUO_SPAN (start, end), .is_start = TRUE, .is_end = TRUE, .has_lane = TRUE
  };

  g_array_append_val (marks, mark);
}

static const QuoMark *
get_mark (GArray *marks, guint i)
{
  return &g_array_index (marks, QuoMark, i);
}

/* Five names, one in the other: three lines, and a chip that counts the rest. */
static void
test_more_than_three_lanes (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (QuoMark));

  for (guint32 i = 0; i < 5; i++)
    add_mark (marks, 10 + i, 60 - i, QUO_LABEL_ENTITY);
  quo_page_marks_arrange (marks);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (get_mark (marks, i)->has_lane, ==, i >= 2);
      g_assert_cmpint (get_mark (marks, i)->has_chip, ==, i >= 2);
      g_assert_cmpuint (get_mark (marks, i)->n_more, ==, i == 2 ? 2 : 0);
    }
  /* The longer one's line lies lower. */
  g_assert_cmpuint (get_mark (marks, 2)->level, ==, 2);
  g_assert_cmpuint (get_mark (marks, 3)->level, ==, 1);
  g_assert_cmpuint (get_mark (marks, 4)->level, ==, 0);
}

/* A staircase of names that cross one after the other needs no fourth lane: two meet anywhere. */
static void
test_crossing (void)
{
  static const guint32 ends[][2] = { { 0, 11 }, { 10, 22 }, { 20, 33 }, { 30, 44 }, { 40, 55 } };
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (QuoMark));

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    add_mark (marks, ends[i][0], ends[i][1], QUO_LABEL_ENTITY);
  quo_page_marks_arrange (marks);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_assert_true (get_mark (marks, i)->has_lane);
      g_assert_true (get_mark (marks, i)->has_chip);
      g_assert_cmpuint (get_mark (marks, i)->n_more, ==, 0);
      if (i > 0)
        g_assert_cmpuint (get_mark (marks, i)->level, !=, get_mark (marks, i - 1)->level);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/ui/chips/inside-view", test_inside_view);
  g_test_add_func ("/ui/chips/close-rows", test_close_rows);
  g_test_add_func ("/ui/chips/pill-over-letters", test_pill_over_letters);
  g_test_add_func ("/ui/chips/pill-beside-letter", test_pill_beside_letter);
  g_test_add_func ("/ui/chips/keys", test_keys);
  g_test_add_func ("/ui/chips/under-knob", test_under_knob);
  g_test_add_func ("/ui/chips/more-than-three-lanes", test_more_than_three_lanes);
  g_test_add_func ("/ui/chips/crossing", test_crossing);
  return g_test_run ();
}
