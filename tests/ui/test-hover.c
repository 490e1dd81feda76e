/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card beside an annotation: when it comes and goes, and what it says. */
#include "page-fixture.h"
#include "quo-hover-card.h"

#include <adwaita.h>
#include <string.h>

static char *
dup_key (const char *action)
{
  return g_strcmp0 (action, "win.edit") == 0 ? g_strdup ("E") : NULL;
}

static GtkWidget *
find_card (PageFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (QUO_IS_HOVER_CARD (child))
      return child;
  return NULL;
}

static gboolean
is_shown (PageFixture *fixture)
{
  GtkWidget *card = find_card (fixture);

  return card != NULL && gtk_widget_get_visible (card);
}

static void
wait_shown (PageFixture *fixture, gboolean wanted)
{
  while (is_shown (fixture) != wanted)
    g_main_context_iteration (NULL, TRUE);
}

/* All words of a widget, one after the other. */
static void
collect_words (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      collect_words (child, words);
}

static char *
dup_words (PageFixture *fixture)
{
  GString *words = g_string_new (NULL);

  collect_words (find_card (fixture), words);
  return g_string_free (words, FALSE);
}

/* As if the pointer moved there; NULL words: away from the view. */
static void
point_at (PageFixture *fixture, const char *words)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  GdkRectangle box = { 0 };

  if (words != NULL)
    box = page_fixture_locate (fixture, page_fixture_find (fixture, words, 0).start + 1);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      if (words != NULL)
        g_signal_emit_by_name (controller, "motion", box.x + 1.0, box.y + box.height / 2.0);
      else
        g_signal_emit_by_name (controller, "leave");
    }
}

static void
test_comes_and_goes (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = quo_article_view_get_page (fixture->view);
  const char *id = page_fixture_tag (fixture, "Ida Brandt", 0, "person");

  quo_session_select_annotation (fixture->session, NULL);
  page_fixture_settle (fixture);
  point_at (fixture, "Ida Brandt");
  /* The pill is there at once, the card when the pointer has rested. */
  g_assert_cmpstr (page->hovered, ==, id);
  g_assert_false (is_shown (fixture));
  wait_shown (fixture, TRUE);
  point_at (fixture, "old ferry");
  g_assert_null (page->hovered);
  wait_shown (fixture, FALSE);
  point_at (fixture, "Ida Brandt");
  wait_shown (fixture, TRUE);
  point_at (fixture, NULL);
  wait_shown (fixture, FALSE);
}

/* From one annotation to the next without plain words between, as from a quote to a name in it: the
 * first card took the second with it when it went. */
static void
test_next_comes (PageFixture *fixture, gconstpointer data)
{
  QuoPage *page = quo_article_view_get_page (fixture->view);
  const char *next;
  g_autofree char *words = NULL;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  next = page_fixture_tag (fixture, "Sandvik Quay", 0, "place");
  quo_session_select_annotation (fixture->session, NULL);
  page_fixture_settle (fixture);
  point_at (fixture, "Ida Brandt");
  wait_shown (fixture, TRUE);
  point_at (fixture, "Sandvik Quay");
  wait_shown (fixture, FALSE);
  g_assert_cmpstr (page->hovered, ==, next);
  wait_shown (fixture, TRUE);
  words = dup_words (fixture);
  g_assert_nonnull (strstr (words, "Sandvik Quay"));
}

static double
get_opacity (PageFixture *fixture)
{
  return gtk_widget_get_opacity (find_card (fixture));
}

/* It comes up out of nothing, unless the desktop wants no animations, or cannot show it: without a
 * compositor what is half transparent would be half black. */
static void
test_fades (PageFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean is_composited
      = gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (fixture->view)));

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_settle (fixture);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  point_at (fixture, "Ida Brandt");
  wait_shown (fixture, TRUE);
  g_assert_cmpfloat (get_opacity (fixture), ==, is_composited ? 0 : 1);
  while (get_opacity (fixture) < 1)
    g_main_context_iteration (NULL, TRUE);
  point_at (fixture, NULL);
  wait_shown (fixture, FALSE);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  point_at (fixture, "Ida Brandt");
  wait_shown (fixture, TRUE);
  g_assert_cmpfloat (get_opacity (fixture), ==, 1);
}

static void
test_not_on_plain_words (PageFixture *fixture, gconstpointer data)
{
  point_at (fixture, "old ferry");
  g_assert_null (quo_article_view_get_page (fixture->view)->hovered);
  g_assert_null (find_card (fixture));
  g_assert_false (quo_article_view_peek (fixture->view));
}

static void
test_goes_with_a_change (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_settle (fixture);
  point_at (fixture, "Ida Brandt");
  wait_shown (fixture, TRUE);
  g_assert_true (quo_session_delete (fixture->session));
  wait_shown (fixture, FALSE);
  g_assert_false (quo_article_view_peek (fixture->view));
}

/* Asked for by keys it does not go with a pointer that only seems to move, and goes with scrolling.
 */
static void
test_peek_stays (PageFixture *fixture, gconstpointer data)
{
  GtkAdjustment *scrolling = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  page_fixture_settle (fixture);
  point_at (fixture, "old ferry");
  g_assert_true (quo_article_view_peek (fixture->view));
  point_at (fixture, "old ferry");
  point_at (fixture, NULL);
  page_fixture_settle (fixture);
  g_assert_true (is_shown (fixture));
  g_signal_emit_by_name (scrolling, "value-changed");
  wait_shown (fixture, FALSE);
}

static void
test_words_of_name (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  g_assert_true (quo_session_new_identity (fixture->session));
  g_assert_true (quo_session_set_note (fixture->session, "Of the old line"));
  quo_session_set_key_names (fixture->session, dup_key);
  g_assert_true (quo_article_view_peek (fixture->view));
  words = dup_words (fixture);
  g_assert_cmpstr (words, ==, "IB|Ida Brandt|Person · 1 mention|Of the old line|E|edit|");
  /* A person who does not see it hears it. */
  g_assert_cmpstr (quo_session_get_message (fixture->session), ==,
                   "Ida Brandt, Person · 1 mention. Of the old line");
}

/* Where a fact is wrapped the last line of the card was cut off. */
static void
test_wrapped_fact_has_room (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *content;
  int wanted;

  page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  g_assert_true (quo_session_set_note (
      fixture->session,
      "Of the old line, which has been idle since the winter of the great storms"));
  g_assert_true (quo_article_view_peek (fixture->view));
  content = gtk_popover_get_child (GTK_POPOVER (find_card (fixture)));
  while (gtk_widget_get_height (content) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_size_request (content, -1, -1);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), &wanted,
                      NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (content), >=, wanted);
}

static void
test_words_of_quote (PageFixture *fixture, gconstpointer data)
{
  const char *she = page_fixture_tag (fixture, "she", 0, "person");
  const char *told = page_fixture_tag (fixture, "told", 0, "cue");
  const char *quote = page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;

  g_assert_true (quo_article_view_peek (fixture->view));
  before = dup_words (fixture);
  g_assert_nonnull (strstr (before, "?|Speaker?|Quote · "));
  g_assert_true (quo_session_link (fixture->session, quote, she));
  g_assert_true (quo_session_set_role (fixture->session, "cue", told));
  g_assert_true (quo_article_view_peek (fixture->view));
  words = dup_words (fixture);
  g_assert_nonnull (strstr (words, "S|she|Quote · "));
  g_assert_nonnull (strstr (words, "|Source: she|Cue: told|"));
}

static void
test_words_of_speaker (PageFixture *fixture, gconstpointer data)
{
  const char *ida = page_fixture_tag (fixture, "Ida Brandt", 0, "person");
  const char *quote = page_fixture_tag (fixture, "“We shall wait,”", 0, "quote");
  g_autofree char *words = NULL;

  g_assert_true (quo_session_link (fixture->session, quote, ida));
  quo_session_select_annotation (fixture->session, ida);
  g_assert_true (quo_article_view_peek (fixture->view));
  words = dup_words (fixture);
  g_assert_nonnull (strstr (words, "|Speaks in 1 quote|"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/ui/hover/" path, PageFixture, NULL, page_fixture_open, test, page_fixture_close)
  ADD ("comes-and-goes", test_comes_and_goes);
  ADD ("next-comes", test_next_comes);
  ADD ("fades", test_fades);
  ADD ("not-on-plain-words", test_not_on_plain_words);
  ADD ("goes-with-a-change", test_goes_with_a_change);
  ADD ("peek-stays", test_peek_stays);
  ADD ("words-of-name", test_words_of_name);
  ADD ("wrapped-fact-has-room", test_wrapped_fact_has_room);
  ADD ("words-of-quote", test_words_of_quote);
  ADD ("words-of-speaker", test_words_of_speaker);
#undef ADD
  return g_test_run ();
}
