/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent articles, in the list that all programs of the desktop share. */
#include "quo-config.h"

#include "quo-recent.h"

#include <gtk/gtk.h>

#define MAX_SHOWN 8
#define PROGRAM "quotidian"

void
quo_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = { .mime_type = (char *)"text/plain",
                         .app_name = (char *)PROGRAM,
                         .app_exec = (char *)PROGRAM " %f" };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited ((GtkRecentInfo *)a);
  GDateTime *second = gtk_recent_info_get_visited ((GtkRecentInfo *)b);

  return g_date_time_compare (second, first);
}

static void
fill (GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_shown = 0;

  g_menu_remove_all (menu);
  items = g_list_sort (items, compare_visits);
  for (GList *l = items; l != NULL && n_shown < MAX_SHOWN; l = l->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);
      g_autoptr (GMenuItem) item = NULL;

      if (path == NULL || !gtk_recent_info_has_application (l->data, PROGRAM)
          || !gtk_recent_info_exists (l->data))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (l->data), NULL);
      g_menu_item_set_action_and_target (item, "win.open-tab", "s", path);
      g_menu_append_item (menu, item);
      n_shown++;
    }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
}

void
quo_recent_fill_menu (GMenu *menu)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), menu,
                           G_CONNECT_SWAPPED);
  fill (menu);
}
