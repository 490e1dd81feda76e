/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of the program run as its language does, whatever name they begin with. */
#include "quo-directed.h"

#include <string.h>

#define RLM "\342\200\217"
#define LRM "\342\200\216"

/* What Pango makes of it, not only what stands in it. */
static PangoDirection
get_direction (const char *text)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (text));
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  PangoDirection direction = pango_layout_get_line_readonly (layout, 0)->resolved_dir;

  g_object_unref (label);
  return direction;
}

static void
assert_directed (GtkTextDirection direction, const char *sentence, const char *wanted)
{
  g_autofree char *directed = NULL;

  gtk_widget_set_default_direction (direction);
  directed = quo_directed (sentence);
  g_assert_cmpstr (directed, ==, wanted);
  if (strcmp (sentence, wanted) != 0)
    g_assert_cmpint (get_direction (directed), ==,
                     direction == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

static void
test_arabic_interface (void)
{
  assert_directed (GTK_TEXT_DIR_RTL, "Omar Haddad: المتحدث", RLM "Omar Haddad: المتحدث");
  assert_directed (GTK_TEXT_DIR_RTL, "المتحدث: Omar Haddad", "المتحدث: Omar Haddad");
  assert_directed (GTK_TEXT_DIR_RTL, "story.txt", "story.txt");
  assert_directed (GTK_TEXT_DIR_RTL, "12 × 3", "12 × 3");
  assert_directed (GTK_TEXT_DIR_RTL, "", "");
}

static void
test_english_interface (void)
{
  assert_directed (GTK_TEXT_DIR_LTR, "عمر حداد as “he”", LRM "عمر حداد as “he”");
  assert_directed (GTK_TEXT_DIR_LTR, "Person: عمر حداد", "Person: عمر حداد");
  assert_directed (GTK_TEXT_DIR_LTR, "عمر حداد", "عمر حداد");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/directed/arabic-interface", test_arabic_interface);
  g_test_add_func ("/ui/directed/english-interface", test_english_interface);
  return g_test_run ();
}
