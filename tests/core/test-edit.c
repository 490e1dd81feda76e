/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: several changes of one record become one; the inverse takes all back. */
#include "quo-edit.h"

static QuoAnnotation *
make (const char *id, guint32 start, guint32 end)
{
  const QuoSpan span = QUO_SPAN (start, end);
  QuoAnnotation fields = { .base.id = id, .type = "person", .ranges = &span, .n_ranges = 1 };

  return quo_annotation_new (&fields);
}

static void
test_joined (void)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Act");
  g_autoptr (QuoAnnotation) a = make ("a", 1, 2), b = make ("a", 1, 3), c = make ("a", 1, 4);
  g_autoptr (QuoAnnotation) other = make ("z", 8, 9);

  quo_edit_swap (edit, a, b);
  quo_edit_swap (edit, NULL, other);
  quo_edit_swap (edit, b, c);
  g_assert_cmpuint (quo_edit_get_length (edit), ==, 2);
  g_assert_true (quo_edit_get (edit, 0)->before == (QuoRecord *)a);
  g_assert_true (quo_edit_get (edit, 0)->after == (QuoRecord *)c);
  g_assert_true (quo_edit_find (edit, "a", a) == c);
  g_assert_true (quo_edit_find (edit, "q", a) == a);
  quo_edit_swap (edit, c, a);
  g_assert_cmpuint (quo_edit_get_length (edit), ==, 1);
  g_assert_true (quo_edit_find (edit, "a", a) == a);
  g_assert_true (quo_edit_find (edit, "z", NULL) == other);
  quo_edit_swap (edit, other, NULL);
  g_assert_cmpuint (quo_edit_get_length (edit), ==, 0);
}

static void
test_removed (void)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Act");
  g_autoptr (QuoAnnotation) a = make ("a", 1, 2), b = make ("a", 1, 3);

  quo_edit_swap (edit, a, b);
  quo_edit_swap (edit, b, NULL);
  g_assert_cmpuint (quo_edit_get_length (edit), ==, 1);
  g_assert_null (quo_edit_find (edit, "a", a));
}

static void
test_inverse (void)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Act"), back = NULL;
  g_autoptr (QuoAnnotation) a = make ("a", 1, 2), b = make ("a", 1, 3);
  g_autoptr (QuoAnnotation) gone = make ("gone", 5, 6), new = make ("new", 20, 30);

  quo_edit_swap (edit, a, b);
  quo_edit_swap (edit, gone, NULL);
  quo_edit_swap (edit, NULL, new);
  edit->select = g_strdup ("new");
  back = quo_edit_invert (edit);
  g_assert_cmpstr (back->title, ==, "Act");
  g_assert_cmpuint (quo_edit_get_length (back), ==, 3);
  g_assert_true (quo_edit_get (back, 0)->before == (QuoRecord *)new);
  g_assert_null (quo_edit_get (back, 0)->after);
  g_assert_true (quo_edit_get (back, 2)->after == (QuoRecord *)a);
  g_assert_cmpstr (back->select, ==, "gone");
  g_free (edit->select);
  edit->select = g_strdup ("a");
  quo_edit_unref (back);
  back = quo_edit_invert (edit);
  g_assert_cmpstr (back->select, ==, "a");
  /* What the edit does not touch is there before and after. */
  g_free (edit->select);
  edit->select = g_strdup ("quote");
  quo_edit_unref (back);
  back = quo_edit_invert (edit);
  g_assert_cmpstr (back->select, ==, "quote");
}

static void
test_hull (void)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Act");
  QuoLayer layer = { .base.id = "L1" };
  QuoSpan hull;

  quo_edit_take (edit, NULL, quo_layer_new (&layer));
  hull = quo_edit_get_hull (edit);
  g_assert_true (quo_span_is_empty (hull));
  quo_edit_take (edit, NULL, make ("a", 7, 9));
  quo_edit_take (edit, NULL, make ("b", 3, 4));
  hull = quo_edit_get_hull (edit);
  g_assert_cmpuint (hull.start, ==, 3);
  g_assert_cmpuint (hull.end, ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/edit/joined", test_joined);
  g_test_add_func ("/core/edit/removed", test_removed);
  g_test_add_func ("/core/edit/inverse", test_inverse);
  g_test_add_func ("/core/edit/hull", test_hull);
  return g_test_run ();
}
