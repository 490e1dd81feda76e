/* SPDX-License-Identifier: GPL-3.0-or-later */
/* neighbour FILE TEXT: another program on the desktop of a test. It has TEXT on the clipboard and a
 * small window out of which FILE can be dragged. The window is called "Neighbour" once both are
 * there. */
#include <gtk/gtk.h>

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);

  return gdk_content_provider_new_typed (G_TYPE_FILE, file);
}

static void
on_mapped (GtkWidget *window, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), text);
  gtk_window_set_title (GTK_WINDOW (window), "Neighbour");
}

int
main (int argc, char **argv)
{
  GtkDragSource *source;
  GtkWidget *window, *label;

  if (argc != 3)
    return 2;
  gtk_init ();
  window = gtk_window_new ();
  label = gtk_label_new (argv[1]);
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), argv[1]);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 90);
  gtk_window_set_child (GTK_WINDOW (window), label);
  g_signal_connect (window, "map", G_CALLBACK (on_mapped), argv[2]);
  gtk_window_present (GTK_WINDOW (window));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
