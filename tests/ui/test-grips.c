/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handles of the selected annotation: where they are, when there are none, and where what is
 * dragged lands. */
#include "page-fixture.h"
#include "quo-page-grips.h"

#include <adwaita.h>

static const char *const story
    = "Ferry stays in harbour\n"
      "\n"
      "Captain Ida Brandt-Lund said on Friday that the old ferry stays.\n"
      "\n"
      "“We shall wait,” she told passengers.\n";

static const char *const arabic = "قالت سلمى نجار إن السفينة لن تبحر قبل الربيع.\n";

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, data != NULL ? data : story, 760, 400);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static QuoGrip
find_at (PageFixture *fixture, guint32 offset, gboolean is_after, int dy)
{
  GdkRectangle box = page_fixture_locate (fixture, offset);

  return quo_page_find_grip (quo_article_view_get_page (fixture->view),
                             box.x + (is_after ? box.width : 0), box.y + box.height + dy);
}

static void
test_where (PageFixture *fixture, gconstpointer data)
{
  QuoSpan name = page_fixture_find (fixture, "Ida Brandt", 0);

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_settle (fixture);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_START);
  g_assert_cmpint (find_at (fixture, name.end - 1, TRUE, 0), ==, QUO_GRIP_END);
  g_assert_cmpint (find_at (fixture, name.start + 5, FALSE, 0), ==, QUO_GRIP_NONE);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 40), ==, QUO_GRIP_NONE);
}

/* Right to left the start is at the right. */
static void
test_where_rtl (PageFixture *fixture, gconstpointer data)
{
  QuoSpan name = page_fixture_find (fixture, "سلمى نجار", 0);
  GdkRectangle first = page_fixture_locate (fixture, name.start);
  GdkRectangle last = page_fixture_locate (fixture, name.end - 1);
  QuoPage *page = quo_article_view_get_page (fixture->view);

  page_fixture_tag (fixture, "سلمى نجار", 0, "person");
  page_fixture_settle (fixture);
  g_assert_cmpint (
      quo_page_find_grip (page, MAX (first.x, first.x + first.width), first.y + first.height), ==,
      QUO_GRIP_START);
  g_assert_cmpint (
      quo_page_find_grip (page, MIN (last.x, last.x + last.width), last.y + last.height), ==,
      QUO_GRIP_END);
}

static void
test_none (PageFixture *fixture, gconstpointer data)
{
  QuoSpan name = page_fixture_find (fixture, "Ida Brandt", 0);
  QuoSpan other = page_fixture_find (fixture, "Friday", 0);
  const char *id = page_fixture_tag (fixture, "Ida Brandt", 0, "person");

  page_fixture_settle (fixture);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_START);
  quo_session_select (fixture->session, other.start, other.end);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_NONE);
  quo_session_select (fixture->session, other.start, other.start);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_NONE);
  /* Nobody moves what may only be read. */
  quo_session_select_annotation (fixture->session, id);
  page_fixture_settle (fixture);
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_START);
  g_assert_true (quo_session_set_layer_state (fixture->session,
                                              quo_session_get_layer (fixture->session), "done"));
  g_assert_cmpint (find_at (fixture, name.start, FALSE, 0), ==, QUO_GRIP_NONE);
}

/* Where the pointer is (a place in "Ida Brandt-Lund said"), and where the end goes. */
typedef struct
{
  const char *at, *by_words, *by_letters;
} Snap;

static void
test_snap_end (PageFixture *fixture, gconstpointer data)
{
  static const Snap snaps[] = {
    { "Ida Bra", "Ida", "Ida Bra" },
    { "Ida Brandt-L", "Ida Brandt-Lund", "Ida Brandt-L" },
    { "Ida ", "Ida", "Ida" },
    { "Ida Brandt-Lund sa", "Ida Brandt-Lund", "Ida Brandt-Lund sa" },
    { "Ida Brandt-Lund said", "Ida Brandt-Lund said", "Ida Brandt-Lund said" },
  };
  QuoPage *page = quo_article_view_get_page (fixture->view);
  const QuoAnnotation *annotation;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  annotation = quo_session_get_selected (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    {
      guint32 at = page_fixture_find (fixture, snaps[i].at, 0).end;

      g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_END, at, FALSE), ==,
                        page_fixture_find (fixture, snaps[i].by_words, 0).end);
      g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_END, at, TRUE), ==,
                        page_fixture_find (fixture, snaps[i].by_letters, 0).end);
    }
  /* Not past the start. */
  g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_END, 0, TRUE), ==,
                    annotation->ranges[0].start + 1);
}

static void
test_snap_start (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = quo_article_view_get_page (fixture->view);
  QuoSpan captain = page_fixture_find (fixture, "Captain", 0);
  QuoSpan quote = page_fixture_find (fixture, "“We shall wait,”", 0);
  const QuoAnnotation *annotation;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  annotation = quo_session_get_selected (fixture->session);
  g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_START, captain.start + 2, FALSE),
                    ==, captain.start);
  /* A blank is nobody's first letter. */
  g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_START, captain.end, FALSE), ==,
                    captain.end + 1);
  g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_START, G_MAXINT32, TRUE), ==,
                    annotation->ranges[0].end - 1);
  /* Quotation marks are no words, and can be taken in. */
  page_fixture_tag (fixture, "We shall wait", 0, "quote");
  annotation = quo_session_get_selected (fixture->session);
  g_assert_cmpuint (quo_page_grip_snap (page, annotation, QUO_GRIP_START, quote.start, FALSE), ==,
                    quote.start);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, data, test)                                                                      \
  g_test_add ("/ui/grips/" path, PageFixture, data, set_up, test, tear_down)
  ADD ("where", NULL, test_where);
  ADD ("where-rtl", arabic, test_where_rtl);
  ADD ("none", NULL, test_none);
  ADD ("snap-end", NULL, test_snap_end);
  ADD ("snap-start", NULL, test_snap_start);
#undef ADD
  return g_test_run ();
}
