/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that drops what does not fit. Its least width is that of one child, so it never widens a
 * window. */
#include "quo-config.h"

#include "quo-pill-box.h"

#define SPACING 6

struct _QuoPillBox
{
  GtkWidget parent_instance;

  GtkWidget *kept; /* a child, or NULL */
  int room;
  guint idle;
};

G_DEFINE_FINAL_TYPE (QuoPillBox, quo_pill_box, GTK_TYPE_WIDGET)

enum
{
  PROP_ROOM = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
quo_pill_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }
      if (*natural == 0)
        *minimum = child_minimum;
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_width (GtkWidget *child, int *ret_minimum)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, ret_minimum, &natural, NULL, NULL);
  return natural;
}

static gboolean
tell_room (gpointer data)
{
  QuoPillBox *box = data;

  box->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (box), properties[PROP_ROOM]);
  return G_SOURCE_REMOVE;
}

static void
take_room (QuoPillBox *box, int width)
{
  if (width == box->room)
    return;
  box->room = width;
  if (box->idle == 0)
    box->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_room, box, NULL);
}

static void
quo_pill_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoPillBox *box = QUO_PILL_BOX (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_full = FALSE;
  int minimum, x = 0;
  int reserved = box->kept != NULL ? measure_width (box->kept, &minimum) + SPACING : 0;

  take_room (box, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural = measure_width (child, &minimum);
      gboolean is_shown;

      if (child == box->kept)
        reserved = 0;
      else if (x + natural + reserved > width && x > 0)
        is_full = TRUE;
      is_shown = !is_full || (child == box->kept && (x == 0 || x + natural <= width));
      gtk_widget_set_child_visible (child, is_shown);
      if (!is_shown)
        continue;
      natural = MAX (MIN (natural, width - x), minimum);
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ is_rtl ? width - x - natural : x, 0, natural, height }, -1);
      x += natural + SPACING;
    }
}

static void
quo_pill_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_int (value, QUO_PILL_BOX (object)->room);
}

static void
quo_pill_box_dispose (GObject *object)
{
  g_clear_handle_id (&QUO_PILL_BOX (object)->idle, g_source_remove);
  quo_pill_box_clear (QUO_PILL_BOX (object));
  G_OBJECT_CLASS (quo_pill_box_parent_class)->dispose (object);
}

static void
quo_pill_box_class_init (QuoPillBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_pill_box_dispose;
  G_OBJECT_CLASS (klass)->get_property = quo_pill_box_get_property;
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->measure = quo_pill_box_measure;
  widget_class->size_allocate = quo_pill_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "pillbox");
}

static void
quo_pill_box_init (QuoPillBox *box)
{
  gtk_widget_set_hexpand (GTK_WIDGET (box), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (box), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
quo_pill_box_new (void)
{
  return g_object_new (QUO_TYPE_PILL_BOX, NULL);
}

void
quo_pill_box_append (QuoPillBox *box, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (box), NULL);
}

void
quo_pill_box_keep (QuoPillBox *box, GtkWidget *child)
{
  g_assert (gtk_widget_get_parent (child) == GTK_WIDGET (box));
  box->kept = child;
}

void
quo_pill_box_clear (QuoPillBox *box)
{
  GtkWidget *child;

  box->kept = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_widget_unparent (child);
}
