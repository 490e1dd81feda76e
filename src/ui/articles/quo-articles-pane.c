/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the articles of a folder. */
#include "quo-config.h"

#include "quo-articles-pane.h"

#include "quo-announce.h"
#include "quo-article-row.h"
#include "quo-context-menu.h"
#include "quo-list-leave.h"

#include <glib/gi18n.h>

/* Rows that are in sight when the list is at its top. */
#define FIRST_ROWS 4

struct _QuoArticlesPane
{
  GtkWidget parent_instance;
  QuoFolder *folder;
  QuoSession *session;
  GPtrArray *rows; /* of QuoArticleRow that show something, borrowed */
  GtkSearchEntry *filter;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *empty, *name, *count;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (QuoArticlesPane, quo_articles_pane, GTK_TYPE_WIDGET)

/* Rows */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, QuoArticlesPane *pane)
{
  GtkWidget *row = quo_article_row_new ();

  g_object_set_data (G_OBJECT (row), "item", item);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoArticlesPane *pane)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  QuoFolderEntry *entry = gtk_list_item_get_item (item);

  gtk_list_item_set_activatable (item, quo_folder_entry_get_heading (entry) == NULL);
  quo_article_row_set_entry (QUO_ARTICLE_ROW (row), entry);
  quo_article_row_set_current (QUO_ARTICLE_ROW (row), quo_session_get_article_path (pane->session));
  g_ptr_array_add (pane->rows, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoArticlesPane *pane)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  quo_article_row_set_entry (QUO_ARTICLE_ROW (row), NULL);
  if (pane->rows != NULL)
    g_ptr_array_remove_fast (pane->rows, row);
}

static void
on_activate (GtkListView *view, guint position, QuoArticlesPane *pane)
{
  g_autoptr (QuoFolderEntry) entry = g_list_model_get_item (G_LIST_MODEL (pane->folder), position);

  if (entry != NULL && quo_folder_entry_get_path (entry) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), "win.open", "s",
                                quo_folder_entry_get_path (entry));
}

static void
append_item (GMenu *menu, const char *title, const char *action, const char *path)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", path);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_context_menu (GtkWidget *list_view, gboolean is_pointed, GdkRectangle *at, gpointer data)
{
  GtkListItem *item = quo_context_menu_find_row (list_view, "item", is_pointed, at);
  QuoFolderEntry *entry = item != NULL ? gtk_list_item_get_item (item) : NULL;
  const char *path = entry != NULL ? quo_folder_entry_get_path (entry) : NULL;
  GMenu *menu;

  if (path == NULL)
    return NULL;
  menu = g_menu_new ();
  append_item (menu, _ ("Open"), "win.open", path);
  append_item (menu, _ ("Open in a New Tab"), "win.open-tab", path);
  g_menu_append (menu, _ ("Export a folder"), "win.choose-export-folder");
  append_item (menu, _ ("Copy the Path"), "articles.copy-path", path);
  append_item (menu, _ ("Open the Folder It Is In"), "articles.show-file", path);
  return G_MENU_MODEL (menu);
}

static void
on_copy_path (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoArticlesPane *pane = data;
  const char *path = g_variant_get_string (parameter, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (pane)), path);
  quo_session_set_message (pane->session, _ ("Copied: %s"), path);
}

static void
on_show_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoArticlesPane *pane = data;
  g_autofree char *folder = g_path_get_dirname (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (uri != NULL && !g_app_info_launch_default_for_uri (uri, NULL, &error))
    quo_session_set_message (pane->session, "%s", error->message);
}

/* The article of the window is marked, and seen. */
static void
show_current (QuoArticlesPane *pane)
{
  const char *path = quo_session_get_article_path (pane->session);
  guint position = quo_folder_get_position (pane->folder, path);

  for (guint i = 0; i < pane->rows->len; i++)
    quo_article_row_set_current (g_ptr_array_index (pane->rows, i), path);
  if (position == G_MAXUINT || !gtk_widget_get_mapped (GTK_WIDGET (pane)))
    return;
  /* With one of the first rows its heading is to be seen as well. */
  gtk_widget_activate_action (GTK_WIDGET (pane->list_view), "list.scroll-to-item", "u",
                              position < FIRST_ROWS ? 0 : position);
}

/* Where the keyboard comes in */

static GtkListItem *
get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

/* The row of the article of the window, or else the one that stands highest; NULL: there is none.
 */
static GtkWidget *
find_first_stop (QuoArticlesPane *pane)
{
  const char *current = quo_session_get_article_path (pane->session);
  GtkWidget *found = NULL;

  for (guint i = 0; i < pane->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (pane->rows, i);
      const char *path = quo_folder_entry_get_path (gtk_list_item_get_item (get_item (row)));

      if (path == NULL)
        continue;
      if (g_strcmp0 (path, current) == 0)
        return row;
      if (found == NULL
          || gtk_list_item_get_position (get_item (row))
                 < gtk_list_item_get_position (get_item (found)))
        found = row;
    }
  return found;
}

/* GTK gives the keyboard to the first row of a list that never had it, which is a heading: nothing
 * can be done there. */
static gboolean
on_entered (gpointer data)
{
  QuoArticlesPane *pane = data;
  GtkWidget *list = GTK_WIDGET (pane->list_view);
  GtkWidget *focus = list != NULL ? gtk_widget_get_focus_child (list) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  GtkWidget *stop = find_first_stop (pane);

  if (!QUO_IS_ARTICLE_ROW (row) || stop == NULL
      || quo_folder_entry_get_heading (gtk_list_item_get_item (get_item (row))) == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_grab_focus (gtk_widget_get_parent (stop));
  return G_SOURCE_REMOVE;
}

/* What has the keyboard is known to the window only after this. */
static void
on_enter (QuoArticlesPane *pane)
{
  g_idle_add_full (G_PRIORITY_HIGH, on_entered, g_object_ref (pane), g_object_unref);
}

/* Totals */

static void
show_counts (QuoArticlesPane *pane)
{
  guint n_all = quo_folder_get_entries (pane->folder)->len;
  guint n_done = quo_folder_count (pane->folder, QUO_PROGRESS_DONE);
  gboolean is_empty = quo_folder_count_shown (pane->folder) == 0;
  const char *path = quo_folder_get_path (pane->folder);
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: how many articles of a folder are done: "12 of 40 done". */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u done"), n_done, n_all);

  gtk_label_set_text (pane->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (pane->name), path);
  gtk_label_set_text (pane->count, count);
  gtk_progress_bar_set_fraction (pane->progress, n_all > 0 ? (double)n_done / n_all : 0);
  gtk_label_set_label (pane->empty, n_all > 0 ? _ ("No article fits the filter.")
                                    : quo_folder_is_reading (pane->folder)
                                        ? _ ("The folder is being read…")
                                        : _ ("There is no article in this folder."));
  gtk_stack_set_visible_child_name (pane->stack, is_empty ? "empty" : "list");
}

/* Groups that came in above moved the first rows out of sight: they are shown again, unless
 * somebody scrolled on. */
static void
on_reading (QuoArticlesPane *pane)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->list_view));

  show_counts (pane);
  if (quo_folder_is_reading (pane->folder)
      || gtk_adjustment_get_value (place) > gtk_adjustment_get_page_size (place))
    return;
  show_current (pane);
}

/* Who filters the list without seeing it hears what is left of it. */
static void
tell_shown (QuoArticlesPane *pane)
{
  guint n_shown = quo_folder_count_shown (pane->folder);
  guint n_all = quo_folder_get_entries (pane->folder)->len;
  /* Translators: what a filter leaves of the articles of a folder: "3 of 40 articles". */
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u of %u article", "%u of %u articles", n_all), n_shown, n_all);

  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (pane->filter)))))
    quo_announce (GTK_WIDGET (pane->count), n_shown > 0 ? words : gtk_label_get_text (pane->empty));
}

static void
on_filter (QuoArticlesPane *pane)
{
  quo_folder_set_filter (pane->folder, gtk_editable_get_text (GTK_EDITABLE (pane->filter)));
  show_counts (pane);
  tell_shown (pane);
}

/* Somebody else set the filter. */
static void
show_filter (QuoArticlesPane *pane)
{
  g_autofree char *words = NULL;

  g_object_get (pane->folder, "filter", &words, NULL);
  if (g_strcmp0 (words, gtk_editable_get_text (GTK_EDITABLE (pane->filter))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (pane->filter), words);
}

static void
on_stop_filter (QuoArticlesPane *pane)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "win.focus-article", NULL);
}

/* Another folder starts without a filter. */
static void
on_path (QuoArticlesPane *pane)
{
  gtk_editable_set_text (GTK_EDITABLE (pane->filter), "");
  quo_folder_set_filter (pane->folder, "");
}

/* Object */

static void
quo_articles_pane_dispose (GObject *object)
{
  QuoArticlesPane *pane = QUO_ARTICLES_PANE (object);

  if (pane->list_view != NULL)
    gtk_list_view_set_model (pane->list_view, NULL);
  g_clear_object (&pane->folder);
  g_clear_object (&pane->session);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (pane))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&pane->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_articles_pane_parent_class)->dispose (object);
}

static void
quo_articles_pane_class_init (QuoArticlesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_articles_pane_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-articles-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, filter);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, empty);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, name);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, count);
  gtk_widget_class_bind_template_child (widget_class, QuoArticlesPane, progress);
}

static void
quo_articles_pane_init (QuoArticlesPane *pane)
{
  static const GActionEntry ENTRIES[]
      = { { "copy-path", on_copy_path, "s" }, { "show-file", on_show_file, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *entering = gtk_event_controller_focus_new ();

  pane->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (pane));
  quo_list_leave_by_tab (GTK_WIDGET (pane->list_view));
  g_signal_connect_object (entering, "enter", G_CALLBACK (on_enter), pane, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (pane->list_view), entering);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ENTRIES, G_N_ELEMENTS (ENTRIES), pane);
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "articles", G_ACTION_GROUP (actions));
  quo_context_menu_attach (GTK_WIDGET (pane->list_view), make_context_menu, pane);
  g_signal_connect_object (pane->filter, "search-changed", G_CALLBACK (on_filter), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->filter, "stop-search", G_CALLBACK (on_stop_filter), pane,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
quo_articles_pane_new (QuoFolder *folder, QuoSession *session)
{
  QuoArticlesPane *pane = g_object_new (QUO_TYPE_ARTICLES_PANE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) rows = NULL;

  pane->folder = g_object_ref (folder);
  pane->session = g_object_ref (session);
  rows = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (folder)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), pane);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), pane);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), pane);
  gtk_list_view_set_factory (pane->list_view, factory);
  gtk_list_view_set_model (pane->list_view, GTK_SELECTION_MODEL (rows));
  g_signal_connect_object (pane->list_view, "activate", G_CALLBACK (on_activate), pane, 0);
  g_signal_connect_object (folder, "counted", G_CALLBACK (show_counts), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (folder, "notify::is-reading", G_CALLBACK (on_reading), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (folder, "notify::filter", G_CALLBACK (show_filter), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (folder, "notify::path", G_CALLBACK (on_path), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (show_current), pane,
                           G_CONNECT_SWAPPED);
  /* Where the window is narrow the list was folded away when the article was opened. */
  g_signal_connect (pane, "map", G_CALLBACK (show_current), NULL);
  show_counts (pane);
  return GTK_WIDGET (pane);
}

void
quo_articles_pane_focus_filter (QuoArticlesPane *pane)
{
  g_return_if_fail (QUO_IS_ARTICLES_PANE (pane));

  gtk_widget_grab_focus (GTK_WIDGET (pane->filter));
}
