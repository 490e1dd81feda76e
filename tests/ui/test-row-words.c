/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of drawn rows: in which direction a title runs, its lines begin at one edge; and how
 * high a line is. */
#include "quo-row-words.h"

#include <adwaita.h>

#define SLACK (2 * PANGO_SCALE)

static void
check_edges (GtkTextDirection direction, const char *words, gboolean is_right)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;
  PangoRectangle first, second;

  gtk_widget_set_direction (widget, direction);
  layout = quo_row_words_new (widget, words, 2);
  pango_layout_set_width (layout, 160 * PANGO_SCALE);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  iter = pango_layout_get_iter (layout);
  pango_layout_iter_get_line_extents (iter, &first, NULL);
  g_assert_true (pango_layout_iter_next_line (iter));
  pango_layout_iter_get_line_extents (iter, &second, NULL);
  pango_layout_iter_free (iter);
  if (is_right)
    {
      first.x += first.width;
      second.x += second.width;
    }
  g_assert_cmpint (ABS (first.x - second.x), <, SLACK);
}

/* Arabic in an Arabic interface began each line where its longest line ended. */
static void
test_lines_begin_at_one_edge (void)
{
  static const char arabic[] = "افتتاح الجسر الجديد للمشاة في الربيع";
  static const char latin[] = "The old bridge opens to all in spring";

  check_edges (GTK_TEXT_DIR_RTL, arabic, TRUE);
  check_edges (GTK_TEXT_DIR_RTL, latin, TRUE);
  check_edges (GTK_TEXT_DIR_LTR, latin, FALSE);
  check_edges (GTK_TEXT_DIR_LTR, arabic, TRUE);
}

/* As a line of words is, in small and in large type, one after the other and back. */
static void
test_line_height (void)
{
  static const double scales[] = { 1, 2, 1 };
  int last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
      PangoContext *context = gtk_widget_get_pango_context (widget);
      g_autoptr (PangoFontDescription) font
          = pango_font_description_copy (pango_context_get_font_description (context));
      g_autoptr (PangoLayout) layout = NULL;
      int height;

      pango_font_description_set_size (font,
                                       (int)(scales[i] * pango_font_description_get_size (font)));
      pango_context_set_font_description (context, font);
      layout = pango_layout_new (context);
      pango_layout_set_text (layout, "Words", -1);
      pango_layout_get_size (layout, NULL, &height);
      g_assert_cmpint (ABS (quo_row_words_get_line_height (widget) - height), <=, PANGO_SCALE);
      g_assert_cmpint (height, !=, last);
      last = height;
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/row-words/lines-begin-at-one-edge", test_lines_begin_at_one_edge);
  g_test_add_func ("/ui/row-words/line-height", test_line_height);
  return g_test_run ();
}
