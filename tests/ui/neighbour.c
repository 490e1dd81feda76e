/* SPDX-License-Identifier: GPL-3.0-or-later */
/* neighbour FILES TEXT [HTML]: another program on the desktop of a test. It has TEXT, and the same
 * as HTML, on the clipboard and a small window out of which FILES, a line each, can be dragged, or
 * the text if they are "". If TEXT is "", the files are on the clipboard, as in a file manager. The
 * window is called "Neighbour" once both are there. */
#include <gtk/gtk.h>
#include <string.h>

/* The text, in one flavour or two. */
static GdkContentProvider *
make_text (char **words)
{
  g_autoptr (GBytes) html = words[3] != NULL ? g_bytes_new (words[3], strlen (words[3])) : NULL;
  GdkContentProvider *both[2];

  both[0] = gdk_content_provider_new_typed (G_TYPE_STRING, words[2]);
  if (html == NULL)
    return both[0];
  both[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  return gdk_content_provider_new_union (both, 2);
}

static GdkContentProvider *
make_files (char **words)
{
  g_auto (GStrv) paths = g_strsplit (words[1], "\n", -1);
  GSList *files = NULL;
  GdkFileList *list;
  GdkContentProvider *provider;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_list (files);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);
  return provider;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, gpointer words)
{
  return *((char **)words)[1] == '\0' ? make_text (words) : make_files (words);
}

static void
on_mapped (GtkWidget *window, gpointer words)
{
  g_autoptr (GdkContentProvider) copied
      = *((char **)words)[2] == '\0' ? make_files (words) : make_text (words);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), copied);
  gtk_window_set_title (GTK_WINDOW (window), "Neighbour");
}

int
main (int argc, char **argv)
{
  GtkDragSource *source;
  GtkWidget *window, *label;

  if (argc != 3 && argc != 4)
    return 2;
  gtk_init ();
  window = gtk_window_new ();
  label = gtk_label_new (argv[1]);
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), argv);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 90);
  gtk_window_set_child (GTK_WINDOW (window), label);
  g_signal_connect (window, "map", G_CALLBACK (on_mapped), argv);
  gtk_window_present (GTK_WINDOW (window));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
