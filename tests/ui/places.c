/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For a test that has a hand and no keys: the eye that goes with it. The accessibility tree does
 * not tell where a word of the text stands, nor where a menu does, which is a surface of its own;
 * and GTK 4.18 tells of some buttons that they are beside where they are.
 */
#include "quo-config.h"

#include "places.h"

#include "quo-article-view.h"
#include "quo-late-tooltip.h"
#include "quo-page-place.h"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

/* The last one that shows. */
static GtkWidget *
find (GtkWidget *widget, Wanted is_wanted, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_wanted (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find (child, is_wanted, data);
  return found;
}

/* Written on it or, where it has a picture, over it. */
static gboolean
shows_words (GtkWidget *widget, gconstpointer words)
{
  g_autofree char *late = quo_late_tooltip_dup (widget);
  const char *shown = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : late;

  return g_strcmp0 (shown != NULL ? shown : gtk_widget_get_tooltip_text (widget), words) == 0;
}

/* What a menu shows is over all else. */
static gboolean
shows_words_in_menu (GtkWidget *widget, gconstpointer words)
{
  return shows_words (widget, words) && GTK_IS_POPOVER (gtk_widget_get_native (widget));
}

static gboolean
is_article (GtkWidget *widget, gconstpointer data)
{
  return QUO_IS_ARTICLE_VIEW (widget);
}

/* From the widget to the surface of the window that its popovers hang on. */
static void
tell (GSimpleAction *action, GtkWidget *widget, double x, double y, int width, int height)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double native_x, native_y;
  g_autofree char *told = NULL;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y);
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  x += native_x;
  y += native_y;
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      x += gdk_popup_get_position_x (GDK_POPUP (surface));
      y += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  told = g_strdup_printf ("%d %d %d %d", (int)x, (int)y, width, height);
  g_simple_action_set_state (action, g_variant_new_string (told));
}

/* The one in front; a dialog is none that the application counts. */
static GtkWidget *
get_window (gpointer application)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (GTK_WINDOW (window)))
        return window;
    }
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
place_of (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  const char *words = g_variant_get_string (parameter, NULL);
  GtkWidget *label = find (get_window (application), shows_words_in_menu, words);

  if (label == NULL)
    label = find (get_window (application), shows_words, words);
  g_simple_action_set_state (action, g_variant_new_string (""));
  if (label != NULL)
    tell (action, label, 0, 0, gtk_widget_get_width (label), gtk_widget_get_height (label));
}

static void
place_of_words (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWidget *view = find (get_window (application), is_article, NULL);
  QuoSpan span;
  GdkRectangle box;

  g_variant_get (parameter, "(uu)", &span.start, &span.end);
  g_simple_action_set_state (action, g_variant_new_string (""));
  if (view == NULL)
    return;
  box = quo_page_locate (quo_article_view_get_page (QUO_ARTICLE_VIEW (view)), span);
  if (box.y >= 0 && box.y + box.height <= gtk_widget_get_height (view))
    tell (action, view, box.x, box.y, box.width, box.height);
}

static void
add (GtkApplication *application, const char *name, const char *type,
     void (*activate) (GSimpleAction *action, GVariant *parameter, gpointer application))
{
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful (name, G_VARIANT_TYPE (type), g_variant_new_string (""));

  g_signal_connect (action, "activate", G_CALLBACK (activate), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
}

void
add_places (GtkApplication *application)
{
  add (application, "place-of", "s", place_of);
  add (application, "place-of-words", "(uu)", place_of_words);
}
