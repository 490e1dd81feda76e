/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of what was just done: what has no room gives way in whole words. */
#include "quo-short-line.h"

#include <adwaita.h>
#include <string.h>

static int
measure (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Every width: it fits, begins and ends with words of the text, and less room never shows more. */
static void
check_text (const char *text)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "");
  int whole = measure (layout, text), last = -1;

  for (int width = measure (layout, "…"); width < whole; width += 3)
    {
      g_autofree char *shown = quo_short_line_fit (layout, text, width);
      char *cut = strstr (shown, "…");
      gsize n_tail;

      g_assert_cmpint (measure (layout, shown), <=, width);
      g_assert_cmpint (measure (layout, shown), >=, last - measure (layout, " …"));
      last = measure (layout, shown);
      g_assert_nonnull (cut);
      n_tail = strlen (cut + strlen ("…"));
      g_assert_true (g_str_has_suffix (text, cut + strlen ("…")));
      /* The next of the text after what is shown begins a word. */
      *cut = '\0';
      g_strchomp (shown);
      g_assert_true (g_str_has_prefix (text, shown));
      g_assert_true (*shown == '\0' || strchr (" …", text[strlen (shown)]) != NULL
                     || g_str_has_prefix (text + strlen (shown), "…"));
      g_assert_true (n_tail == 0 || text[strlen (text) - n_tail] == ' ');
    }
  for (int width = whole; width < whole + 20; width += 7)
    {
      g_autofree char *shown = quo_short_line_fit (layout, text, width);

      g_assert_cmpstr (shown, ==, text);
    }
}

static void
test_words_stay_whole (void)
{
  check_text ("Quote by she: We promised this town a bridge and more. Speaker? Enter: Anna");
  check_text ("Скорость растёт быстрее чем прежде на всех дорогах страны");
  check_text ("قالت سلمى نجار إن الشركة لن تبحر قبل الربيع");
}

/* "Quote: “We pro…… Speaker?": what the message left out itself is not left out twice. */
static void
test_one_ellipsis (void)
{
  static const char text[] = "Quote, 2 parts: “We promised it,” … “and on the… Speaker? Enter: she";
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "");
  int wanted = measure (layout, "Quote, 2 parts: … Speaker? Enter: she");
  g_autofree char *shown = quo_short_line_fit (layout, text, wanted + 2);

  g_assert_cmpstr (shown, ==, "Quote, 2 parts: … Speaker? Enter: she");
  g_free (shown);
  shown = quo_short_line_fit (layout, text, wanted + measure (layout, "“We the… "));
  g_assert_cmpstr (shown, ==, "Quote, 2 parts: “We … Speaker? Enter: she");
}

/* Chinese has no blanks between words. */
static void
test_without_blanks (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "");
  static const char text[] = "市长说大桥将于五月重新开放给行人使用";
  g_autofree char *shown = quo_short_line_fit (layout, text, measure (layout, text) * 2 / 3);

  g_assert_true (g_str_has_prefix (shown, "市长"));
  g_assert_true (g_str_has_suffix (shown, "使用"));
}

static void
test_assistive_technology (void)
{
  g_autoptr (GtkWidget) line = g_object_ref_sink (g_object_new (QUO_TYPE_SHORT_LINE, NULL));
  GtkWidget *spoken = gtk_widget_get_first_child (line);
  int least, natural;

  quo_short_line_set_text (QUO_SHORT_LINE (line), "Person: Ingrid Sørbø");
  gtk_test_accessible_assert_role (spoken, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (spoken)), ==, "Person: Ingrid Sørbø");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (line), ==, "Person: Ingrid Sørbø");
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, <, natural);
}

static void
count (QuoShortLine *line, guint *n_told)
{
  (*n_told)++;
}

/* "20 annotations · 4 quotes" beside it stayed as long as it was when the window became small. */
static void
test_resized (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *line = g_object_new (QUO_TYPE_SHORT_LINE, NULL);
  guint n_told = 0;

  g_signal_connect (line, "resized", G_CALLBACK (count), &n_told);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 100);
  gtk_window_set_child (GTK_WINDOW (window), line);
  gtk_window_present (GTK_WINDOW (window));
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  n_told = 0;
  gtk_widget_set_margin_start (line, 60);
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/short-line/words-stay-whole", test_words_stay_whole);
  g_test_add_func ("/ui/short-line/one-ellipsis", test_one_ellipsis);
  g_test_add_func ("/ui/short-line/without-blanks", test_without_blanks);
  g_test_add_func ("/ui/short-line/assistive-technology", test_assistive_technology);
  g_test_add_func ("/ui/short-line/resized", test_resized);
  return g_test_run ();
}
