/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least a libadwaita program can be: an empty window with a header bar, as an application on
 * the session bus. What our window takes longer and needs more than this one is ours (see
 * bench-window.c, and busy.py for how long the main loop stands still until it turns).
 *
 * It prints nothing but what the watchdog has to say, and stays until it is ended. */
#include "quo-config.h"

#include "quo-watchdog.h"

#include <adwaita.h>

#define WIDTH 1100
#define HEIGHT 760

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_label_new (NULL);

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Empty");
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
      = adw_application_new (QUO_APP_ID ".Empty", G_APPLICATION_DEFAULT_FLAGS);

  quo_watchdog_start ();
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
