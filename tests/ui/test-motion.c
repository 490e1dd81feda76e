/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The motions of marks: which act begins which, that they end, and that there are none where the
 * desktop wants none. */
#include "page-fixture.h"
#include "quo-page-motion.h"

#include <adwaita.h>

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_open (fixture, data);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static QuoPage *
get_page (PageFixture *fixture)
{
  return quo_article_view_get_page (fixture->view);
}

static double
get_done (PageFixture *fixture, const char *id, QuoMotionKind kind)
{
  QuoDocument *document = quo_session_get_document (fixture->session);

  return quo_page_motion_get (get_page (fixture), quo_document_find_annotation (document, id))
      .done[kind];
}

/* Until nothing moves. Returns how long it took by the clock of frames, in ms. */
static double
wait_still (PageFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gint64 start = gdk_frame_clock_get_frame_time (clock);

  while (quo_page_motion_count (get_page (fixture)) > 0)
    g_main_context_iteration (NULL, TRUE);
  return (gdk_frame_clock_get_frame_time (clock) - start) / 1000.0;
}

/* A suggestion of a person, as a suggester makes it. */
static const char *
suggest (PageFixture *fixture, const char *words)
{
  QuoDocument *document = quo_session_get_document (fixture->session);
  QuoSpan span = page_fixture_find (fixture, words, 0);
  g_autoptr (QuoEdit) edit = quo_edit_new ("suggest");
  QuoAnnotation fields = { .base = { .id = "suggested" },
                           .type = "person",
                           .ranges = &span,
                           .n_ranges = 1,
                           .status = QUO_STATUS_SUGGESTED };
  g_autoptr (QuoAnnotation) annotation = quo_annotation_new (&fields);

  quo_edit_swap (edit, NULL, annotation);
  g_autoptr (GError) error = NULL;
  quo_document_apply (document, edit, &error);
  g_assert_no_error (error);
  return "suggested";
}

static void
test_select (PageFixture *fixture, gconstpointer data)
{
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");

  wait_still (fixture);
  quo_session_select_annotation (fixture->session, NULL);
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
  quo_session_select_annotation (fixture->session, ida);
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_SELECT), <, 1);
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_ADD), ==, 1);
  wait_still (fixture);
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_SELECT), ==, 1);
  /* What is selected already does not come again. */
  g_assert_true (quo_session_set_note (fixture->session, "Of the captain"));
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
}

static void
test_add (PageFixture *fixture, gconstpointer data)
{
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");

  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_ADD), <, 1);
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_SELECT), <, 1);
  /* That of a new annotation is the longest: 250 ms. */
  g_assert_cmpfloat (wait_still (fixture), >=, 200);
}

static void
test_accept (PageFixture *fixture, gconstpointer data)
{
  const char *ida = suggest (fixture, "Ida Brandt");

  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
  quo_session_select_annotation (fixture->session, ida);
  wait_still (fixture);
  g_assert_true (quo_session_accept (fixture->session));
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_ACCEPT), <, 1);
  wait_still (fixture);
  g_assert_cmpfloat (get_done (fixture, ida, QUO_MOTION_ACCEPT), ==, 1);
}

/* Still drawn while it fades, and then no more. */
static void
test_reject (PageFixture *fixture, gconstpointer data)
{
  const char *ida = suggest (fixture, "Ida Brandt");
  QuoDocument *document = quo_session_get_document (fixture->session);
  const QuoAnnotation *rejected;

  quo_session_select_annotation (fixture->session, ida);
  wait_still (fixture);
  g_assert_true (quo_session_reject (fixture->session));
  rejected = quo_document_find_annotation (document, ida);
  g_assert_false (quo_page_is_shown (get_page (fixture), rejected));
  g_assert_true (quo_page_motion_is_leaving (get_page (fixture), rejected));
  wait_still (fixture);
  g_assert_false (quo_page_motion_is_leaving (get_page (fixture), rejected));
}

/* Another article while something moves. */
static void
test_gone (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), >, 0);
  quo_session_take_opening (fixture->session, NULL);
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
}

static void
test_none (PageFixture *fixture, gconstpointer data)
{
  const char *ida;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  page_fixture_tag (fixture, "Sandvik Quay", 0, "place");
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
  ida = suggest (fixture, "Ida Brandt");
  quo_session_select_annotation (fixture->session, ida);
  g_assert_true (quo_session_reject (fixture->session));
  g_assert_cmpuint (quo_page_motion_count (get_page (fixture)), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/motion/" name, PageFixture, NULL, set_up, function, page_fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("select", test_select);
  ADD ("add", test_add);
  ADD ("accept", test_accept);
  ADD ("reject", test_reject);
  ADD ("gone", test_gone);
  ADD ("none", test_none);
  return g_test_run ();
}
