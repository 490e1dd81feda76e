/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of pills drops when room is short. */
#include "quo-pill-box.h"

#define N_CHILDREN 4
#define CHILD 50
#define SPACING 6

static GtkWidget *children[N_CHILDREN];

static QuoPillBox *
make_box (void)
{
  QuoPillBox *box = QUO_PILL_BOX (g_object_ref_sink (quo_pill_box_new ()));

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (children[i], CHILD, 10);
      quo_pill_box_append (box, children[i]);
    }
  return box;
}

/* Which children are seen at a width, as letters. */
static char *
dup_seen (QuoPillBox *box, int width)
{
  GString *seen = g_string_new (NULL);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (box), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (box), width, 10, -1, NULL);
  for (guint i = 0; i < N_CHILDREN; i++)
    if (gtk_widget_get_child_visible (children[i]))
      g_string_append_c (seen, (char)('a' + i));
  return g_string_free (seen, FALSE);
}

static void
assert_seen (QuoPillBox *box, int width, const char *wanted)
{
  g_autofree char *seen = dup_seen (box, width);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_drops_the_last (void)
{
  QuoPillBox *box = make_box ();

  assert_seen (box, 4 * CHILD + 3 * SPACING, "abcd");
  assert_seen (box, 4 * CHILD + 3 * SPACING - 1, "abc");
  assert_seen (box, CHILD, "a");
  g_assert_finalize_object (box);
}

static void
test_keeps_one (void)
{
  QuoPillBox *box = make_box ();

  quo_pill_box_keep (box, children[2]);
  assert_seen (box, 4 * CHILD + 3 * SPACING, "abcd");
  assert_seen (box, 3 * CHILD + 2 * SPACING, "abc");
  assert_seen (box, 3 * CHILD + 2 * SPACING - 1, "ac");
  assert_seen (box, 2 * CHILD + SPACING, "ac");
  assert_seen (box, CHILD, "a");
  quo_pill_box_clear (box);
  g_assert_finalize_object (box);
}

static void
count (GObject *box, GParamSpec *spec, guint *n)
{
  (*n)++;
}

/* Told when sizes have been given out, and once: who hears it may exchange the children. */
static void
test_tells_room (void)
{
  QuoPillBox *box = make_box ();
  guint n = 0;
  int room;

  g_signal_connect (box, "notify::room", G_CALLBACK (count), &n);
  g_free (dup_seen (box, 3 * CHILD));
  g_free (dup_seen (box, 2 * CHILD));
  g_assert_cmpuint (n, ==, 0);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (box, "room", &room, NULL);
  g_assert_cmpint (room, ==, 2 * CHILD);
  g_free (dup_seen (box, 2 * CHILD));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (box);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/ui/pill-box/drops-the-last", test_drops_the_last);
  g_test_add_func ("/ui/pill-box/keeps-one", test_keeps_one);
  g_test_add_func ("/ui/pill-box/tells-room", test_tells_room);
  return g_test_run ();
}
