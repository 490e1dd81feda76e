/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nodes that shapes become: what did not change stays the very same node, for that is how the
 * renderer knows that nothing is to be painted there. */
#include "quo-paint.h"

#include <adwaita.h>

/* Three lines of text apart, so that they are in no band together. */
#define LOW 300

static const GdkRGBA red = { 1, 0, 0, 1 }, blue = { 0, 0, 1, 1 };

/* (transfer full): a mark of this colour above, a red one below. */
static GskRenderNode *
make_node (GHashTable *kept, const GdkRGBA *above, gboolean is_moving)
{
  g_autoptr (QuoPaint) paint = quo_paint_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  quo_paint_rect (paint, above, 10, 10, 40, 20);
  quo_paint_rect (paint, &red, 10, LOW, 40, 20);
  if (is_moving)
    quo_paint_append_moving (paint, snapshot, kept);
  else
    quo_paint_append (paint, snapshot, kept);
  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
get_child (GskRenderNode *node, guint i)
{
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
  g_assert_cmpuint (gsk_container_node_get_n_children (node), ==, 2);
  return gsk_container_node_get_child (node, i);
}

/* Whether the second node is painted anew above, and is left alone below. */
static void
check_pair (GHashTable *kept, GskRenderNode *before, const GdkRGBA *above, gboolean is_moving,
            gboolean is_new_above)
{
  GskRenderNode *after = make_node (kept, above, is_moving);

  g_assert_true ((get_child (before, 0) != get_child (after, 0)) == is_new_above);
  g_assert_true (get_child (before, 1) == get_child (after, 1));
  gsk_render_node_unref (after);
}

static void
test_rest_stays (void)
{
  g_autoptr (GHashTable) kept = quo_paint_kept_new ();
  GskRenderNode *before = make_node (kept, &red, FALSE);

  check_pair (kept, before, &red, FALSE, FALSE);
  check_pair (kept, before, &blue, FALSE, TRUE);
  gsk_render_node_unref (before);
}

/* All of a paragraph was painted again in each frame in which a mark of it moved. */
static void
test_rest_stays_while_moving (void)
{
  g_autoptr (GHashTable) kept = quo_paint_kept_new ();
  GskRenderNode *before = make_node (kept, &red, FALSE);
  guint n_kept = g_hash_table_size (kept);

  check_pair (kept, before, &blue, TRUE, TRUE);
  check_pair (kept, before, &red, TRUE, FALSE);
  g_assert_cmpuint (g_hash_table_size (kept), ==, n_kept);
  gsk_render_node_unref (before);
}

/* Of a bar that runs through several bands, all but one of those in its middle were missing. */
static void
test_long_bar (void)
{
  g_autoptr (GHashTable) kept = quo_paint_kept_new ();
  g_autoptr (QuoPaint) paint = quo_paint_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  float reached = 10;

  quo_paint_rect (paint, &red, 10, 10, 3, 2000);
  quo_paint_append (paint, snapshot, kept);
  node = gtk_snapshot_free_to_node (snapshot);
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (gsk_container_node_get_child (node, i), &bounds);
      g_assert_cmpfloat (bounds.origin.y, ==, reached);
      reached += bounds.size.height;
    }
  g_assert_cmpfloat (reached, ==, 2010);
  gsk_render_node_unref (node);
}

/* What is drawn on paper is not cut more than it must. */
static void
test_not_kept (void)
{
  GskRenderNode *node = make_node (NULL, &blue, FALSE);

  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CAIRO_NODE);
  gsk_render_node_unref (node);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/paint/rest-stays", test_rest_stays);
  g_test_add_func ("/ui/paint/rest-stays-while-moving", test_rest_stays_while_moving);
  g_test_add_func ("/ui/paint/long-bar", test_long_bar);
  g_test_add_func ("/ui/paint/not-kept", test_not_kept);
  return g_test_run ();
}
