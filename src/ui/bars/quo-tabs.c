/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tabs. AdwTabView keeps their order and is never shown: the page below the bar is one, and shows
 * what is in the session. Invariant: the current tab's article is in the session, or on its way
 * there; every other one is parked, or was never shown.
 */
#include "quo-config.h"

#include "quo-tabs.h"

#include "quo-article-place.h"

#include <glib/gi18n.h>

typedef struct
{
  char *path;
  QuoParked *parked; /* or NULL: it is the current one, or was never shown */
  guint32 caret, top;
  gboolean has_caret, has_top; /* they are to be restored */
} Tab;

struct _QuoTabs
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoArticleView *view; /* not owned */
  AdwTabBar *bar;
  AdwTabView *pages;    /* owned, not shown */
  AdwTabPage *current;  /* whose article is in the session, or NULL */
  AdwTabPage *previous; /* the one before, or NULL; borrowed */
  gboolean is_still;    /* what changes in the pages is our own doing */
};

G_DEFINE_FINAL_TYPE (QuoTabs, quo_tabs, GTK_TYPE_WIDGET)

enum
{
  NEEDS_ARTICLE,
  SWITCHED,
  SAVE_FAILED,
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

void
quo_tab_place_free (QuoTabPlace *place)
{
  g_free (place->path);
  g_free (place);
}

static void
free_tab (gpointer data)
{
  Tab *tab = data;

  g_clear_pointer (&tab->parked, quo_parked_free);
  g_free (tab->path);
  g_free (tab);
}

static Tab *
get_tab (AdwTabPage *page)
{
  return g_object_get_data (G_OBJECT (page), "tab");
}

static void
set_title (AdwTabPage *page, const char *title)
{
  Tab *tab = get_tab (page);
  g_autofree char *tooltip = g_markup_escape_text (tab->path, -1);

  adw_tab_page_set_title (page, title);
  adw_tab_page_set_tooltip (page, tooltip);
}

/* The buttons in a tab have no names of their own. */
static void
name_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_BUTTON (child))
        name_buttons (child);
      else if (gtk_widget_has_css_class (child, "tab-close-button"))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ ("Close the tab"), -1);
      else
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        /* Translators: a sign in a tab. */
                                        _ ("State of the article"), -1);
    }
}

static AdwTabPage *
add_page (QuoTabs *tabs, const char *path)
{
  AdwTabPage *page;
  Tab *tab = g_new0 (Tab, 1);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  gboolean was_still = tabs->is_still;

  tabs->is_still = TRUE;
  page = adw_tab_view_append (tabs->pages, adw_bin_new ());
  tabs->is_still = was_still;
  tab->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (page), "tab", tab, free_tab);
  set_title (page, name);
  name_buttons (GTK_WIDGET (tabs->bar));
  return page;
}

/* Choosing */

static void
park_current (QuoTabs *tabs)
{
  Tab *tab;

  if (tabs->current == NULL)
    return;
  tab = get_tab (tabs->current);
  if (quo_session_get_document (tabs->session) == NULL)
    return;
  tab->caret = quo_session_get_caret (tabs->session);
  tab->top = quo_article_place_get_top (tabs->view);
  tab->has_top = TRUE;
  tab->parked = quo_session_park (tabs->session);
}

static void
show_page (QuoTabs *tabs, AdwTabPage *page)
{
  Tab *tab = page != NULL ? get_tab (page) : NULL;

  if (page == tabs->current)
    return;
  park_current (tabs);
  tabs->previous = tabs->current;
  tabs->current = page;
  if (tab != NULL && tab->parked != NULL)
    quo_session_unpark (tabs->session, g_steal_pointer (&tab->parked));
  else
    quo_session_take_opening (tabs->session, NULL);
  g_signal_emit (tabs, signals[SWITCHED], 0);
  if (tab != NULL && quo_session_get_document (tabs->session) == NULL)
    g_signal_emit (tabs, signals[NEEDS_ARTICLE], 0, tab->path);
  g_signal_emit (tabs, signals[CHANGED], 0);
}

static void
on_selected (QuoTabs *tabs)
{
  if (!tabs->is_still)
    show_page (tabs, adw_tab_view_get_selected_page (tabs->pages));
}

static AdwTabPage *
find_page (QuoTabs *tabs, const char *path)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (tabs->pages); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (tabs->pages, i);

      if (g_strcmp0 (get_tab (page)->path, path) == 0)
        return page;
    }
  return NULL;
}

/* Closing */

static gboolean
save_page (QuoTabs *tabs, AdwTabPage *page)
{
  Tab *tab = get_tab (page);
  QuoAutosave *autosave;

  if (page == tabs->current)
    quo_session_finish_large (tabs->session);
  autosave = tab->parked != NULL     ? quo_parked_get_autosave (tab->parked)
             : page == tabs->current ? quo_session_get_autosave (tabs->session)
                                     : NULL;

  return autosave == NULL || quo_autosave_get_state (autosave) == QUO_SAVE_STATE_SAVED
         || quo_autosave_save_sync (autosave, NULL);
}

/* What cannot be saved stays, and is shown with the reason. */
static gboolean
on_close_page (AdwTabView *pages, AdwTabPage *page, QuoTabs *tabs)
{
  gboolean is_saved = save_page (tabs, page);

  if (!is_saved)
    {
      adw_tab_view_set_selected_page (pages, page);
      g_signal_emit (tabs, signals[SAVE_FAILED], 0);
    }
  adw_tab_view_close_page_finish (pages, page, is_saved);
  return GDK_EVENT_STOP;
}

/* The tab of the article in the session went: its document is let go with it. Of the last tab the
 * view says that it is no longer selected before it is gone, so that is told once more. */
static void
on_page_detached (AdwTabView *pages, AdwTabPage *page, int position, QuoTabs *tabs)
{
  if (tabs->previous == page)
    tabs->previous = NULL;
  if (tabs->current == page)
    {
      tabs->current = NULL;
      if (!tabs->is_still)
        show_page (tabs, adw_tab_view_get_selected_page (pages));
    }
  if (tabs->current == NULL)
    {
      quo_session_take_opening (tabs->session, NULL);
      g_signal_emit (tabs, signals[SWITCHED], 0);
    }
  g_signal_emit (tabs, signals[CHANGED], 0);
}

static void
emit_changed (QuoTabs *tabs)
{
  g_signal_emit (tabs, signals[CHANGED], 0);
}

/* Object */

static void
quo_tabs_dispose (GObject *object)
{
  QuoTabs *tabs = QUO_TABS (object);

  tabs->is_still = TRUE;
  tabs->current = tabs->previous = NULL;
  if (tabs->pages != NULL)
    g_signal_handlers_disconnect_by_data (tabs->pages, tabs);
  if (tabs->bar != NULL)
    {
      adw_tab_bar_set_view (tabs->bar, NULL);
      gtk_widget_unparent (GTK_WIDGET (tabs->bar));
      tabs->bar = NULL;
    }
  if (tabs->pages != NULL)
    gtk_widget_unparent (GTK_WIDGET (tabs->pages));
  tabs->pages = NULL;
  g_clear_object (&tabs->session);
  G_OBJECT_CLASS (quo_tabs_parent_class)->dispose (object);
}

static void
quo_tabs_class_init (QuoTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_tabs_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[NEEDS_ARTICLE] = g_signal_new ("needs-article", QUO_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SWITCHED] = g_signal_new ("switched", QUO_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", QUO_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", QUO_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
quo_tabs_init (QuoTabs *tabs)
{
  tabs->bar = ADW_TAB_BAR (adw_tab_bar_new ());
  tabs->pages = ADW_TAB_VIEW (adw_tab_view_new ());
  gtk_widget_set_visible (GTK_WIDGET (tabs->pages), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (tabs->bar), "inline");
  gtk_widget_set_parent (GTK_WIDGET (tabs->pages), GTK_WIDGET (tabs));
  gtk_widget_set_parent (GTK_WIDGET (tabs->bar), GTK_WIDGET (tabs));
  /* The keys are in the table of actions. */
  adw_tab_view_set_shortcuts (tabs->pages, ADW_TAB_VIEW_SHORTCUT_NONE);
  adw_tab_bar_set_view (tabs->bar, tabs->pages);
  g_signal_connect_object (tabs->pages, "notify::selected-page", G_CALLBACK (on_selected), tabs,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tabs->pages, "close-page", G_CALLBACK (on_close_page), tabs, 0);
  g_signal_connect_object (tabs->pages, "page-detached", G_CALLBACK (on_page_detached), tabs, 0);
  g_signal_connect_object (tabs->pages, "page-reordered", G_CALLBACK (emit_changed), tabs,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
quo_tabs_new (QuoSession *session, QuoArticleView *view)
{
  QuoTabs *tabs = g_object_new (QUO_TYPE_TABS, NULL);

  tabs->session = g_object_ref (session);
  tabs->view = view;
  return GTK_WIDGET (tabs);
}

guint
quo_tabs_count (QuoTabs *tabs)
{
  return (guint)adw_tab_view_get_n_pages (tabs->pages);
}

void
quo_tabs_add (QuoTabs *tabs, const char *path, const QuoTabPlace *place)
{
  AdwTabPage *page = add_page (tabs, path);

  if (place != NULL)
    {
      Tab *tab = get_tab (page);

      tab->caret = place->caret;
      tab->top = place->top;
      tab->has_caret = tab->has_top = TRUE;
    }
  g_signal_emit (tabs, signals[CHANGED], 0);
}

gboolean
quo_tabs_has (QuoTabs *tabs, const char *path)
{
  return find_page (tabs, path) != NULL;
}

/* With the first tab the view has chosen it itself, while nobody was to listen. */
gboolean
quo_tabs_choose (QuoTabs *tabs, const char *path)
{
  AdwTabPage *page = find_page (tabs, path);

  if (page == NULL)
    return FALSE;
  adw_tab_view_set_selected_page (tabs->pages, page);
  show_page (tabs, page);
  return TRUE;
}

void
quo_tabs_step (QuoTabs *tabs, gint direction)
{
  int n = adw_tab_view_get_n_pages (tabs->pages);
  int position;

  if (n < 2 || tabs->current == NULL)
    return;
  position = adw_tab_view_get_page_position (tabs->pages, tabs->current);
  adw_tab_view_set_selected_page (
      tabs->pages, adw_tab_view_get_nth_page (tabs->pages, (position + direction + n) % n));
}

void
quo_tabs_close_current (QuoTabs *tabs)
{
  if (tabs->current != NULL)
    adw_tab_view_close_page (tabs->pages, tabs->current);
}

void
quo_tabs_give_up_current (QuoTabs *tabs)
{
  AdwTabPage *page = tabs->current, *previous = tabs->previous;

  if (page == NULL || quo_session_get_document (tabs->session) != NULL)
    return;
  if (previous != NULL)
    adw_tab_view_set_selected_page (tabs->pages, previous);
  adw_tab_view_close_page (tabs->pages, page);
}

void
quo_tabs_follow_session (QuoTabs *tabs)
{
  QuoDocument *document = quo_session_get_document (tabs->session);
  const char *path = quo_session_get_article_path (tabs->session);
  g_autofree char *title = NULL;
  Tab *tab;

  if (document == NULL)
    return;
  if (tabs->current == NULL)
    {
      tabs->current = add_page (tabs, path);
      tabs->is_still = TRUE;
      adw_tab_view_set_selected_page (tabs->pages, tabs->current);
      tabs->is_still = FALSE;
    }
  tab = get_tab (tabs->current);
  if (g_strcmp0 (tab->path, path) != 0)
    tab->has_caret = tab->has_top = FALSE;
  g_free (tab->path);
  tab->path = g_strdup (path);
  title = quo_article_dup_title (quo_document_get_article (document));
  set_title (tabs->current, title);
  if (tab->has_caret)
    {
      tab->has_caret = FALSE;
      quo_session_select (tabs->session, tab->caret, tab->caret);
      quo_tabs_restore_scroll (tabs);
    }
  g_signal_emit (tabs, signals[CHANGED], 0);
}

void
quo_tabs_restore_scroll (QuoTabs *tabs)
{
  Tab *tab = tabs->current != NULL ? get_tab (tabs->current) : NULL;

  if (tab == NULL || !tab->has_top || tab->has_caret || !quo_article_view_is_loaded (tabs->view)
      || quo_session_get_document (tabs->session) == NULL)
    return;
  tab->has_top = FALSE;
  quo_article_view_show_top (tabs->view, tab->top);
}

gboolean
quo_tabs_save_parked (QuoTabs *tabs)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (tabs->pages); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (tabs->pages, i);

      if (page == tabs->current || save_page (tabs, page))
        continue;
      adw_tab_view_set_selected_page (tabs->pages, page);
      g_signal_emit (tabs, signals[SAVE_FAILED], 0);
      return FALSE;
    }
  return TRUE;
}

GPtrArray *
quo_tabs_list (QuoTabs *tabs, guint *ret_current)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_tab_place_free);

  *ret_current = 0;
  for (int i = 0; i < adw_tab_view_get_n_pages (tabs->pages); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (tabs->pages, i);
      const Tab *tab = get_tab (page);
      QuoTabPlace *place = g_new0 (QuoTabPlace, 1);

      place->path = g_strdup (tab->path);
      place->caret = tab->caret;
      place->top = tab->top;
      if (page == tabs->current && quo_session_get_document (tabs->session) != NULL)
        {
          *ret_current = (guint)i;
          place->caret = quo_session_get_caret (tabs->session);
          place->top = quo_article_place_get_top (tabs->view);
        }
      g_ptr_array_add (places, place);
    }
  return places;
}
