/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of drawn rows: in which direction a title runs, its lines begin at one edge. */
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/row-words/lines-begin-at-one-edge", test_lines_begin_at_one_edge);
  return g_test_run ();
}
