/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main window: puts its parts together and keeps title, status line, totals and `win.state` in
 * step with the session. Invariant: `win.state` is up to date whenever an action of the window has
 * returned.
 */
#include "quo-config.h"

#include "quo-actions.h"
#include "quo-after-paint.h"
#include "quo-announce.h"
#include "quo-directed.h"
#include "quo-display-popover.h"
#include "quo-empty-page.h"
#include "quo-keys.h"
#include "quo-label-bar.h"
#include "quo-origin-bar.h"
#include "quo-self-check.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QuoWindow, quo_window, ADW_TYPE_APPLICATION_WINDOW)

QuoSession *
quo_window_get_session (QuoWindow *window)
{
  return window->session;
}

void
quo_window_focus_article (QuoWindow *window)
{
  /* Where no article is, its view is hidden, and no key would reach the window any more. */
  if (window->session != NULL && quo_session_get_document (window->session) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->view));
}

QuoNotices *
quo_window_get_notices (QuoWindow *window)
{
  return quo_window_is_empty (window) ? window->empty_notices : window->notices;
}

void
quo_window_tell_error (QuoWindow *window, const char *id, const char *message)
{
  quo_session_set_message (window->session, "%s", message);
  quo_notices_show (quo_window_get_notices (window), id, TRUE, message, NULL, NULL, NULL);
}

void
quo_window_refuse (QuoWindow *window, const char *message)
{
  quo_window_tell_error (window, "error", message);
}

/* Of several messages of one act only the last is spoken. A row of the list that was gone to tells
 * by itself which annotation that selects. A row that has the keyboard already does not: newer GTK
 * selects it with the first arrow key and goes on with the second. */
static void
announce_news (QuoWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean is_told_by_row = window->has_moved && !window->has_changed && focus != NULL
                            && window->has_focus_moved
                            && gtk_widget_is_ancestor (focus, GTK_WIDGET (window->list_page));

  if (window->has_news && !is_told_by_row)
    quo_announce (GTK_WIDGET (window->status), quo_session_get_message (window->session));
  window->has_news = window->has_moved = window->has_changed = window->has_focus_moved = FALSE;
}

static void
on_selected (QuoWindow *window)
{
  window->has_moved = TRUE;
}

static void
update_state (QuoWindow *window)
{
  g_autofree char *state = quo_session_dup_state (window->session);

  g_clear_handle_id (&window->state_idle, g_source_remove);
  g_simple_action_set_state (window->state, g_variant_new_string (state));
  announce_news (window);
}

static gboolean
on_state_idle (gpointer data)
{
  QuoWindow *window = data;

  window->state_idle = 0;
  update_state (window);
  return G_SOURCE_REMOVE;
}

/* Keys and clicks end in many signals; the state is made once, before the next event is looked at.
 */
static void
queue_state (QuoWindow *window)
{
  if (window->state_idle == 0)
    window->state_idle = g_idle_add_full (G_PRIORITY_HIGH, on_state_idle, window, NULL);
}

/* Also when nothing else comes of it, so that it does not count for what is done next. */
static void
on_focus_moved (QuoWindow *window)
{
  window->has_focus_moved = TRUE;
  if (window->session != NULL && !gtk_widget_in_destruction (GTK_WIDGET (window)))
    queue_state (window);
}

static void
after_action (gpointer owner)
{
  QuoWindow *window = owner;

  if (window->session != NULL)
    update_state (window);
}

void
quo_window_show_saving (QuoWindow *window)
{
  quo_window_show_title (window);
  queue_state (window);
}

static void
on_message (QuoWindow *window)
{
  g_autofree char *message = quo_directed (quo_session_get_message (window->session));

  quo_short_line_set_text (window->status, message);
  window->has_news = TRUE;
  queue_state (window);
}

static guint
get_undo_depth (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);

  return document != NULL ? quo_document_get_n_undo (document) : 0;
}

/* Its button would take back something else. It is not dismissed: libadwaita 1.2 then shows the one
 * that had to make way for it, and stops the program if that has not quite gone yet. */
static void
drop_stale_toast (QuoWindow *window)
{
  if (window->undo_toast != NULL && get_undo_depth (window) != window->undo_depth)
    adw_toast_set_button_label (window->undo_toast, NULL);
}

static void
on_document_edited (QuoWindow *window)
{
  drop_stale_toast (window);
  quo_window_show_totals (window);
  quo_window_show_done (window);
  quo_window_show_title (window);
  quo_window_offer_name (window);
  window->has_changed = TRUE;
  queue_state (window);
}

static void
on_acted_on_many (QuoWindow *window, const char *message)
{
  AdwToast *toast = quo_toast_new (message);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_weak_pointer (&window->undo_toast, toast);
  window->undo_depth = get_undo_depth (window);
  quo_toasts_add (window->toasts, toast);
}

/* What was done is not done to this article: the words go with their button. */
static void
on_other_document (QuoWindow *window)
{
  if (window->undo_toast == NULL)
    return;
  adw_toast_set_button_label (window->undo_toast, NULL);
  quo_toasts_dismiss (window->toasts, window->undo_toast);
}

/* What covers the page goes away, but for the list of what is reviewed: it is decided there. */
static void
on_reveal (QuoWindow *window, guint start, guint end)
{
  g_autofree char *page = NULL;

  g_object_get (window->list_page, "page", &page, NULL);
  if (g_strcmp0 (page, "review") != 0)
    quo_fold_uncover (window->fold);
}

/* Busy until the whole text is in the view, if there is an article. */
static void
on_loaded (QuoWindow *window)
{
  gboolean is_loaded = quo_article_view_is_loaded (window->view)
                       || quo_session_get_document (window->session) == NULL;

  if (window->is_loading == !is_loaded)
    return;
  window->is_loading = !is_loaded;
  if (window->is_loading)
    {
      quo_session_begin_busy (window->session);
      return;
    }
  quo_tabs_restore_scroll (window->tabs);
  quo_session_end_busy (window->session);
}

/* The first page while there is nothing to work on, else the page of the article. */
/* What had the keyboard is gone with the last article: it goes to the ways in. */
static void
focus_ways_in (GtkWidget *stack)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty") == 0)
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_DIR_TAB_FORWARD);
}

void
quo_window_show_page (QuoWindow *window)
{
  gboolean is_empty = quo_window_is_empty (window);
  gboolean was_empty = g_strcmp0 (gtk_stack_get_visible_child_name (window->stack), "empty") == 0;

  gtk_stack_set_visible_child_name (window->stack, is_empty ? "empty" : "article");
  /* Later than GTK 4.8 it is sent elsewhere once the page has gone. */
  if (is_empty && !was_empty)
    quo_after_paint (GTK_WIDGET (window->stack), focus_ways_in);
}

void
quo_window_show_article (QuoWindow *window)
{
  quo_window_show_page (window);
  quo_window_show_title (window);
  quo_window_show_totals (window);
  quo_window_show_done (window);
  on_loaded (window);
  if (quo_session_get_document (window->session) != NULL && !window->keeps_focus)
    quo_window_focus_article (window);
}

static void
connect_session (QuoWindow *window)
{
  static const char *const moving[] = { "notify::selected",   "notify::is-prompting",
                                        "notify::layer",      "notify::is-busy",
                                        "notify::document",   "selection-moved",
                                        "candidates-changed", "notify::is-suggesting" };

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    g_signal_connect_object (window->session, moving[i], G_CALLBACK (queue_state), window,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "notify::document", G_CALLBACK (on_other_document),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "notify::selected", G_CALLBACK (on_selected), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "notify::message", G_CALLBACK (on_message), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "changed", G_CALLBACK (on_document_edited), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "acted-on-many", G_CALLBACK (on_acted_on_many), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "reveal", G_CALLBACK (on_reveal), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "notify::layer", G_CALLBACK (quo_window_show_done),
                           window, G_CONNECT_SWAPPED);
}

/* Somebody who sets the state from outside is not listened to. */
static void
on_state_requested (GSimpleAction *action, GVariant *state, gpointer data)
{
}

static void
add_actions (QuoWindow *window)
{
  static const char *const properties[][2] = { { "density", "density" },
                                               { "typeface", "typeface" },
                                               { "margin-names", "margin-names" } };
  g_autoptr (GPropertyAction) advance
      = g_property_action_new ("auto-advance", window->session, "auto-advance");

  quo_actions_add (G_ACTION_MAP (window), "win", window, after_action);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (advance));
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (GPropertyAction) action
          = g_property_action_new (properties[i][0], quo_preferences_get (), properties[i][1]);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
  window->state = g_simple_action_new_stateful ("state", NULL, g_variant_new_string ("{}"));
  g_signal_connect (window->state, "change-state", G_CALLBACK (on_state_requested), NULL);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (window->state));
}

static void
fit_find_bar (QuoWindow *window)
{
  gboolean is_tight;

  g_object_get (window->fold, "is-tight", &is_tight, NULL);
  quo_find_bar_set_narrow (window->find_bar, is_tight);
}

static void
make_page (QuoWindow *window)
{
  GtkWidget *view = quo_article_view_new (window->session);
  GtkWidget *find_bar = quo_find_bar_new (window->session, QUO_ARTICLE_VIEW (view));
  GtkWidget *label_bar = quo_label_bar_new (window->session);
  GtkWidget *origin_bar = quo_origin_bar_new (window->session);
  GtkWidget *list_page = quo_list_column_new (window->folder, window->session);

  window->view = QUO_ARTICLE_VIEW (view);
  window->find_bar = QUO_FIND_BAR (find_bar);
  window->list_page = QUO_LIST_COLUMN (list_page);
  quo_window_attach_context_menu (window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"), -1);
  gtk_scrolled_window_set_child (window->scrolled, view);
  gtk_widget_set_hexpand (origin_bar, TRUE);
  gtk_box_append (window->origin_slot, origin_bar);
  gtk_widget_set_hexpand (find_bar, TRUE);
  gtk_box_append (window->find_slot, find_bar);
  gtk_box_append (window->layer_slot, quo_window_make_layers (window));
  gtk_widget_set_hexpand (label_bar, TRUE);
  gtk_box_append (window->label_slot, label_bar);
  gtk_widget_set_vexpand (list_page, TRUE);
  gtk_box_append (window->list_column, list_page);
  window->tabs = QUO_TABS (quo_tabs_new (window->session, window->view));
  gtk_widget_set_hexpand (GTK_WIDGET (window->tabs), TRUE);
  gtk_box_append (window->tab_slot, GTK_WIDGET (window->tabs));
  g_object_bind_property (window->fold, "is-tight", origin_bar, "is-tight", G_BINDING_SYNC_CREATE);
  g_object_bind_property (window->fold, "is-narrow", label_bar, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (window->fold, "notify::is-tight", G_CALLBACK (quo_window_show_totals),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->status, "resized", G_CALLBACK (quo_window_show_totals), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->fold, "notify::is-tight",
                           G_CALLBACK (quo_window_fit_title_buttons), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->fold, "notify::is-tight", G_CALLBACK (fit_find_bar), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::is-loaded", G_CALLBACK (on_loaded), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "edit", G_CALLBACK (quo_window_on_edit), window, 0);
  quo_keys_attach_article (view, window->session);
  quo_keys_attach_column (list_page, view);
  quo_keys_attach_window (GTK_WIDGET (window));
}

/* Closing saves. When that fails the window stays, once, with the notice that says why. */
static gboolean
quo_window_close_request (GtkWindow *gtk_window)
{
  QuoWindow *window = QUO_WINDOW (gtk_window);

  if (!window->is_closing && !quo_window_save_all_now (window))
    {
      window->is_closing = TRUE;
      return TRUE;
    }
  quo_window_remember_size (window);
  quo_window_remember_now (window);
  return GTK_WINDOW_CLASS (quo_window_parent_class)->close_request (gtk_window);
}

static void
quo_window_dispose (GObject *object)
{
  QuoWindow *window = QUO_WINDOW (object);

  g_clear_handle_id (&window->state_idle, g_source_remove);
  g_clear_handle_id (&window->remember_timeout, g_source_remove);
  g_clear_handle_id (&window->progress_timeout, g_source_remove);
  g_clear_handle_id (&window->suggesting_timeout, g_source_remove);
  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  g_clear_weak_pointer (&window->name_toast);
  g_clear_weak_pointer (&window->locked_toast);
  g_clear_weak_pointer (&window->undo_toast);
  if (window->session != NULL)
    {
      quo_window_remember_size (window);
      g_signal_handlers_disconnect_by_data (window->session, window);
      quo_session_take_opening (window->session, NULL);
    }
  if (window->folder != NULL)
    {
      g_signal_handlers_disconnect_by_data (window->folder, window);
      quo_folder_open (window->folder, NULL);
    }
  quo_window_drop_place (window);
  quo_window_unwatch_article (window);
  g_clear_pointer (&window->article_etags, g_hash_table_unref);
  g_clear_object (&window->folder);
  g_clear_object (&window->folder_state);
  g_clear_object (&window->tabs_state);
  g_clear_object (&window->state);
  g_clear_object (&window->session);
  G_OBJECT_CLASS (quo_window_parent_class)->dispose (object);
}

static void
quo_window_class_init (QuoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = quo_window_close_request;
  g_type_ensure (QUO_TYPE_NOTICES);
  g_type_ensure (QUO_TYPE_FOLD);
  g_type_ensure (QUO_TYPE_SHORT_LINE);
  g_type_ensure (QUO_TYPE_EMPTY_PAGE);
  g_type_ensure (QUO_TYPE_DISPLAY_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, empty_notices);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, list_column);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, inspector_column);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, origin_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, find_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, label_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, layer_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, status);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, totals);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, page_header);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, done_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, find_in_folder_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, tab_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, open_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, suggesters_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, empty_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, side_menu_button);
  gtk_widget_class_bind_template_child (widget_class, QuoWindow, empty_menu_button);
}

static void
quo_window_init (QuoWindow *window)
{
  window->session = quo_session_new ();
  quo_self_check_attach (window->session);
  window->folder = quo_folder_new ();
  window->article_etags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (window));
  add_actions (window);
  make_page (window);
  quo_window_attach_menus (window);
  quo_window_attach_tabs (window);
  quo_window_attach_folder (window);
  quo_window_follow (window);
  connect_session (window);
  quo_window_remember_always (window);
  quo_window_attach_suggestions (window);
  quo_window_attach_drop (window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (quo_window_save_when_left),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_moved), NULL);
  quo_window_furnish_later (window);
  update_state (window);
}

QuoWindow *
quo_window_new (GtkApplication *application)
{
  return g_object_new (QUO_TYPE_WINDOW, "application", application, NULL);
}
