/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in a folder: entry, list of places, and tagging from the list. */
#include "quo-config.h"

#include "quo-folder-find.h"

#include "quo-announce.h"
#include "quo-hit-row.h"
#include "quo-list-leave.h"

#include <glib/gi18n.h>

struct _QuoFolderFind
{
  GtkWidget parent_instance;
  QuoFolder *folder;
  QuoSession *session;
  QuoFolderSearch *search;
  char *words; /* what is looked for, or NULL */
  GtkSingleSelection *places;
  GtkSearchEntry *entry;
  GtkLabel *told;
  gboolean is_awaited; /* the search runs, and nobody was told how it ended */
  GtkSpinner *spinner;
  GtkWidget *stop;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (QuoFolderFind, quo_folder_find, GTK_TYPE_WIDGET)

/* Rows */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, QuoFolderFind *find)
{
  gtk_list_item_set_child (item, quo_hit_row_new (find->session));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoFolderFind *find)
{
  quo_hit_row_set_hit (QUO_HIT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoFolderFind *find)
{
  quo_hit_row_set_hit (QUO_HIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_activate (GtkListView *view, guint position, QuoFolderFind *find)
{
  g_autoptr (QuoFolderHit) hit = g_list_model_get_item (G_LIST_MODEL (find->search), position);

  if (hit != NULL)
    quo_hit_row_go (GTK_WIDGET (view), hit);
}

/* The key of a label tags the place that is selected in the list. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        QuoFolderFind *find)
{
  QuoFolderHit *hit = gtk_single_selection_get_selected_item (find->places);
  gunichar c = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  char key[7] = { 0 };
  const QuoLabel *label;
  QuoSpan span;

  if (c == 0 || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || hit == NULL
      || quo_folder_hit_get_n_hits (hit) > 0)
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (c, key);
  label = quo_tagset_find_key (quo_session_get_tagset (find->session), key);
  if (label == NULL)
    return GDK_EVENT_PROPAGATE;
  span = quo_folder_hit_get_span (hit);
  gtk_widget_activate_action (GTK_WIDGET (find), "win.tag-at", "(suus)",
                              quo_folder_hit_get_path (hit), span.start, span.end, label->id);
  return GDK_EVENT_STOP;
}

/* What the list tells of the open article follows what is done in it. */

static void
follow_document (QuoFolderFind *find)
{
  QuoDocument *document = quo_session_get_document (find->session);
  const char *path = quo_session_get_article_path (find->session);
  GPtrArray *hits = quo_folder_search_get_rows (find->search);
  GPtrArray *annotations;

  if (document == NULL)
    return;
  annotations = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < hits->len; i++)
    {
      QuoFolderHit *hit = g_ptr_array_index (hits, i);

      if (quo_folder_hit_get_n_hits (hit) == 0
          && g_strcmp0 (quo_folder_hit_get_path (hit), path) == 0)
        quo_folder_hit_set_label (
            hit, quo_folder_hit_find_label (annotations, quo_folder_hit_get_span (hit)));
    }
}

/* The search */

static void
tell (QuoFolderFind *find)
{
  guint n_hits = quo_folder_search_count_hits (find->search);
  guint n_articles = quo_folder_search_count_articles (find->search);
  gboolean is_running = quo_folder_search_is_running (find->search);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (find->entry));
  g_autofree char *places
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_hits), n_hits);
  g_autofree char *told = NULL;

  if (*words == '\0')
    told = g_strdup (_ ("Enter opens a place, the key of a label tags it."));
  else if (n_hits == 0)
    told = g_strdup (is_running ? _ ("Looking…") : _ ("Not in this folder"));
  else if (n_hits >= QUO_FOLDER_SEARCH_MAX_HITS)
    /* Translators: the search ended because so many places were found: "the first 10000 places". */
    told = g_strdup_printf (_ ("the first %s"), places);
  else
    told = g_strdup_printf (
        /* Translators: "16 places in 4 articles"; the first word is translated elsewhere. */
        g_dngettext (GETTEXT_PACKAGE, "%s in %u article", "%s in %u articles", n_articles), places,
        n_articles);
  gtk_label_set_text (find->told, told);
  if (find->is_awaited && !is_running)
    quo_announce (GTK_WIDGET (find->told), told);
  find->is_awaited = is_running;
  gtk_spinner_set_spinning (find->spinner, is_running);
  gtk_widget_set_visible (find->stop, is_running);
}

static void
start (QuoFolderFind *find)
{
  GPtrArray *entries = quo_folder_get_entries (find->folder);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_free (find->words);
  find->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (find->entry)));
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (paths, g_strdup (quo_folder_entry_get_path (entries->pdata[i])));
  quo_folder_search_start (find->search, paths, find->words);
  tell (find);
}

/* Into the list; what was found stays, if it is for these words. */
static void
on_entry_activate (QuoFolderFind *find)
{
  if (g_strcmp0 (find->words, gtk_editable_get_text (GTK_EDITABLE (find->entry))) != 0)
    start (find);
  /* With nothing chosen the first step down ends at the first row (GTK 4.18) or the second (4.8).
   */
  if (gtk_single_selection_get_selected (find->places) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (find->places, 0);
  gtk_widget_child_focus (GTK_WIDGET (find->list_view), GTK_DIR_TAB_FORWARD);
}

static void
on_stop_search (QuoFolderFind *find)
{
  if (quo_folder_search_is_running (find->search))
    quo_folder_search_stop (find->search);
  else
    gtk_widget_activate_action (GTK_WIDGET (find), "win.focus-article", NULL);
}

/* Object */

static void
quo_folder_find_dispose (GObject *object)
{
  QuoFolderFind *find = QUO_FOLDER_FIND (object);

  if (find->list_view != NULL)
    gtk_list_view_set_model (find->list_view, NULL);
  if (find->search != NULL)
    quo_folder_search_stop (find->search);
  g_clear_pointer (&find->words, g_free);
  g_clear_object (&find->places);
  g_clear_object (&find->search);
  g_clear_object (&find->folder);
  g_clear_object (&find->session);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (find))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_folder_find_parent_class)->dispose (object);
}

static void
quo_folder_find_class_init (QuoFolderFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_folder_find_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-folder-find.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoFolderFind, entry);
  gtk_widget_class_bind_template_child (widget_class, QuoFolderFind, told);
  gtk_widget_class_bind_template_child (widget_class, QuoFolderFind, spinner);
  gtk_widget_class_bind_template_child (widget_class, QuoFolderFind, stop);
  gtk_widget_class_bind_template_child (widget_class, QuoFolderFind, list_view);
}

static void
quo_folder_find_init (QuoFolderFind *find)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (find));
  quo_list_leave_by_tab (GTK_WIDGET (find->list_view));
  g_signal_connect_object (find->entry, "search-changed", G_CALLBACK (start), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (find->entry, "activate", G_CALLBACK (on_entry_activate), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (find->entry, "stop-search", G_CALLBACK (on_stop_search), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (find->stop, "clicked", G_CALLBACK (on_stop_search), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), find, 0);
  gtk_widget_add_controller (GTK_WIDGET (find->list_view), keys);
}

GtkWidget *
quo_folder_find_new (QuoFolder *folder, QuoSession *session)
{
  QuoFolderFind *find = g_object_new (QUO_TYPE_FOLDER_FIND, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  find->folder = g_object_ref (folder);
  find->session = g_object_ref (session);
  find->search = quo_folder_search_new ();
  find->places = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (find->search)));
  gtk_single_selection_set_autoselect (find->places, FALSE);
  gtk_single_selection_set_can_unselect (find->places, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), find);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), find);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), find);
  gtk_list_view_set_factory (find->list_view, factory);
  gtk_list_view_set_model (find->list_view, GTK_SELECTION_MODEL (find->places));
  g_signal_connect_object (find->list_view, "activate", G_CALLBACK (on_activate), find, 0);
  g_signal_connect_object (find->search, "items-changed", G_CALLBACK (tell), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (find->search, "notify::is-running", G_CALLBACK (tell), find,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (follow_document), find,
                           G_CONNECT_SWAPPED);
  tell (find);
  return GTK_WIDGET (find);
}

void
quo_folder_find_open (QuoFolderFind *find, const char *words)
{
  g_return_if_fail (QUO_IS_FOLDER_FIND (find));

  if (words != NULL && *words != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (find->entry), words);
      gtk_editable_set_position (GTK_EDITABLE (find->entry), -1);
      start (find);
    }
  gtk_widget_grab_focus (GTK_WIDGET (find->entry));
}

QuoFolderSearch *
quo_folder_find_get_search (QuoFolderFind *find)
{
  return find->search;
}
