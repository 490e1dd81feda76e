/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-toasts.h"

#include "quo-directed.h"

#include <glib/gi18n.h>

#define FEWEST_CHARS 8

/* A toast gets the height that it wants at its natural width, so what is to wrap must want less. */
static void
fit_title (GtkWidget *overlay, GtkWidget *toast, GtkLabel *title)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (title));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));
  int whole, own, room;

  pango_font_metrics_unref (metrics);
  gtk_label_set_max_width_chars (title, -1);
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &whole, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (title), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &own, NULL, NULL);
  room = gtk_widget_get_width (overlay) - (whole - own);
  if (own > room && width > 0)
    gtk_label_set_max_width_chars (title, MAX (room / width, FEWEST_CHARS));
}

/* libadwaita makes the widgets of a toast when its turn comes, and gives no way to them but this.
 * Its words are cut off where the window is narrow: they wrap instead. */
static void
name_buttons (GtkWidget *overlay, GtkWidget *toast, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE)
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      fit_title (overlay, toast, GTK_LABEL (widget));
    }
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "circular"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (overlay, toast, child);
}

static gboolean on_first_frame (GtkWidget *overlay, GdkFrameClock *clock, gpointer data);

/* How wide a window is that has just been opened is known a frame later. */
static void
name_toasts (AdwToastOverlay *overlay)
{
  GtkWidget *page = adw_toast_overlay_get_child (overlay);

  if (gtk_widget_get_width (GTK_WIDGET (overlay)) == 0)
    {
      gtk_widget_add_tick_callback (GTK_WIDGET (overlay), on_first_frame, NULL, NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != page)
      name_buttons (GTK_WIDGET (overlay), child, child);
}

static gboolean
on_first_frame (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_width (overlay) == 0)
    return G_SOURCE_CONTINUE;
  name_toasts (ADW_TOAST_OVERLAY (overlay));
  return G_SOURCE_REMOVE;
}

static gboolean
on_idle (gpointer data)
{
  name_toasts (data);
  return G_SOURCE_REMOVE;
}

/* The next one has its turn. */
static void
on_dismissed (AdwToastOverlay *overlay)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, g_object_ref (overlay), g_object_unref);
}

#define IS_GOING "quo-is-going"

static void
note_going (AdwToast *toast)
{
  g_object_set_data (G_OBJECT (toast), IS_GOING, toast);
}

static guint
count_shown (AdwToastOverlay *overlay)
{
  GtkWidget *page = adw_toast_overlay_get_child (overlay);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += child != page;
  return n;
}

static gboolean
on_frame (GtkWidget *overlay, GdkFrameClock *clock, gpointer toast)
{
  if (count_shown (ADW_TOAST_OVERLAY (overlay)) > 1)
    return G_SOURCE_CONTINUE;
  if (g_object_get_data (toast, IS_GOING) == NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

void
quo_toasts_dismiss (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));

  gtk_widget_add_tick_callback (GTK_WIDGET (overlay), on_frame, g_object_ref (toast),
                                g_object_unref);
}

AdwToast *
quo_toast_new (const char *text)
{
  g_autofree char *directed = quo_directed (text);
  g_autofree char *escaped = g_markup_escape_text (directed, -1);

  return adw_toast_new (escaped);
}

void
quo_toasts_add (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay,
                           G_CONNECT_SWAPPED);
  g_signal_connect (toast, "dismissed", G_CALLBACK (note_going), NULL);
  adw_toast_overlay_add_toast (overlay, toast);
  name_toasts (overlay);
}
