/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK lays an item of a menu out in one line, its words and its key side by side, however wide that
 * becomes. On a screen that is narrower the keys are left out, which who touches it does not miss,
 * and the words go on in the next line. The keys go on doing what they do, and the names of the
 * items stay. Every menu is looked at whenever it opens: it may be on another screen, and text of
 * another size.
 */
#include "quo-config.h"

#include "quo-menu-fit.h"

/* px that a menu which is too wide keeps from the edges of the screen, and headings from its own.
 */
#define MARGIN 12
/* Data of a menu that fits and has not come yet. */
#define FITTED "quo-menu-fitted"

typedef struct
{
  gboolean has_keys;
  int widest; /* of the rows of the page that shows, px */
  int room;   /* for a row, px; 0: as much as it wants */
} Fit;

/* The types that menus are made of are GTK's own; they are known by their names in style sheets. */
static gboolean
is_called (GtkWidget *widget, const char *css_name)
{
  return g_str_equal (gtk_widget_get_css_name (widget), css_name);
}

static int
measure (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The item that a label is in; a heading is a row by itself. */
static GtkWidget *
get_row (GtkWidget *label)
{
  GtkWidget *parent = gtk_widget_get_parent (label);

  return is_called (parent, "modelbutton") ? parent : label;
}

static int
count_chars (GtkWidget *label, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  /* As a label counts them. */
  int one = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                 pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (width * PANGO_SCALE / MAX (one, 1), 1);
}

static void
fit_label (GtkWidget *label, Fit *fit)
{
  GtkWidget *row = get_row (label);

  if (is_called (label, "accelerator"))
    {
      gtk_widget_set_visible (label, fit->has_keys);
      return;
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (gtk_widget_get_halign (label) == GTK_ALIGN_START)
    gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (fit->room == 0)
    gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
  else
    gtk_label_set_max_width_chars (
        GTK_LABEL (label),
        count_chars (label, fit->room - (row != label ? measure (row) - measure (label) : 0)));
}

static void
measure_label (GtkWidget *label, Fit *fit)
{
  fit->widest = MAX (fit->widest, measure (get_row (label)));
}

/* The pages of the menu: itself, and one for each menu in it. Together they are as wide as the
 * widest is in one line each, which is what is asked for first; then each is by itself. */
static void
set_pages_alike (GtkWidget *widget, gboolean are_alike)
{
  if (GTK_IS_STACK (widget))
    gtk_stack_set_hhomogeneous (GTK_STACK (widget), are_alike);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !GTK_IS_STACK (widget); child = gtk_widget_get_next_sibling (child))
    set_pages_alike (child, are_alike);
}

static void
for_each_label (GtkWidget *widget, void (*act) (GtkWidget *label, Fit *fit), Fit *fit)
{
  if (GTK_IS_LABEL (widget))
    {
      act (widget, fit);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (act != measure_label || gtk_widget_get_child_visible (child))
      for_each_label (child, act, fit);
}

/* The width of the screen that the window of the menu is on; 0: nobody knows. */
static int
get_screen_width (GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GdkSurface *surface = root != NULL ? gtk_native_get_surface (GTK_NATIVE (root)) : NULL;
  GdkMonitor *monitor
      = surface != NULL
            ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
            : NULL;
  GdkRectangle screen = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  return screen.width;
}

/* Of the page that shows, too, when another comes. */
static void
fit_menu (GtkWidget *popover)
{
  Fit fit = { .has_keys = TRUE };
  int screen = get_screen_width (popover);

  g_signal_handlers_disconnect_by_func (popover, fit_menu, NULL);
  g_signal_connect (popover, "notify::visible-submenu", G_CALLBACK (fit_menu), NULL);
  for_each_label (popover, fit_label, &fit);
  set_pages_alike (popover, TRUE);
  if (screen == 0 || measure (popover) <= screen)
    return;
  fit.has_keys = FALSE;
  /* What is placed by its edge gets the width of one line, however high it is. */
  gtk_widget_set_halign (popover, GTK_ALIGN_FILL);
  set_pages_alike (popover, FALSE);
  for_each_label (popover, fit_label, &fit);
  for_each_label (popover, measure_label, &fit);
  /* What is round the rows stays. */
  fit.room = MAX (screen - MARGIN - (measure (popover) - fit.widest), 1);
  for_each_label (popover, fit_label, &fit);
}

/* Before it gets its place for the first time. */
static gboolean
on_realize (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (!GTK_IS_POPOVER_MENU (widget))
    return TRUE;
  fit_menu (widget);
  g_object_set_data (G_OBJECT (widget), FITTED, widget);
  return TRUE;
}

/* The menu that a heading stands in, or NULL. */
static GtkWidget *
find_menu (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title")
             ? gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER_MENU)
             : NULL;
}

/* Whenever it comes again; and headings are put into it after it has come. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkWidget *menu = GTK_IS_POPOVER_MENU (widget) ? widget : find_menu (widget);

  if (menu != NULL && (menu != widget || g_object_steal_data (G_OBJECT (menu), FITTED) == NULL))
    fit_menu (menu);
  return TRUE;
}

void
quo_menu_fit_start (void)
{
  /* A signal is known once its class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realize, NULL,
                              NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
