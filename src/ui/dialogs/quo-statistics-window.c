/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much, and where. Of an article it is counted in a thread, once: the window is
 * modal. Of a folder it is counted article by article; going away or Stop gives that up.
 *
 * There is no "all time": the program keeps no account of the articles somebody had open, and a
 * list of the last dozen files is not all of them. */
#include "quo-config.h"

#include "quo-statistics-window.h"

#include "quo-folder-statistics.h"
#include "quo-ink-style.h"
#include "quo-session-speaker.h"
#include "quo-statistics-page.h"
#include "quo-statistics-print.h"
#include "quo-statistics-progress.h"
#include "quo-statistics-scopes.h"
#include "quo-statistics-table.h"

#include <glib/gi18n.h>

/* While a folder is counted the page follows so often (milliseconds). */
#define REFRESH 500
#define WIDTH 1180
#define HEIGHT 780

#define QUO_TYPE_STATISTICS_WINDOW (quo_statistics_window_get_type ())
G_DECLARE_FINAL_TYPE (QuoStatisticsWindow, quo_statistics_window, QUO, STATISTICS_WINDOW, AdwWindow)

struct _QuoStatisticsWindow
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoFolder *folder;        /* NULL: none is open */
  QuoStatistics *article;   /* NULL until it is counted */
  QuoStatistics *sum;       /* of the folder, NULL: not asked for yet */
  QuoStream *stream;        /* that counts the folder, or NULL */
  guint n_paths, n_counted; /* of it */
  guint refreshing;         /* a timeout that will show the sum */
  gboolean is_folder;       /* the sum is what is shown */
  QuoStatisticsPage *page;
  QuoStatisticsProgress *progress;
  AdwHeaderBar *header;
  GtkWidget *menu;
  GtkWidget *scopes; /* NULL: there is only one thing to count */
  GtkBox *scopes_slot;
  gboolean has_scopes_below;
  guint placing; /* an idle that moves them */
};

G_DEFINE_FINAL_TYPE (QuoStatisticsWindow, quo_statistics_window, ADW_TYPE_WINDOW)

/* --- what is shown --------------------------------------------------------------------------- */

static QuoStatistics *
get_shown (QuoStatisticsWindow *window)
{
  return window->is_folder ? window->sum : window->article;
}

static void
show (QuoStatisticsWindow *window)
{
  static const char *const actions[] = { "statistics.copy-text", "statistics.copy-table",
                                         "statistics.copy-places", "statistics.print" };
  QuoStatistics *shown = get_shown (window);

  quo_statistics_page_show (window->page, shown, quo_session_get_tagset (window->session));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), actions[i], shown != NULL);
}

static void
show_progress (QuoStatisticsWindow *window)
{
  quo_statistics_progress_show (window->progress, window->n_counted, window->n_paths,
                                window->stream != NULL);
  gtk_widget_set_visible (GTK_WIDGET (window->progress),
                          window->is_folder && window->n_counted < window->n_paths);
}

/* --- the folder ------------------------------------------------------------------------------ */

static void
refresh (QuoStatisticsWindow *window)
{
  g_clear_handle_id (&window->refreshing, g_source_remove);
  quo_statistics_sort (window->sum);
  if (window->is_folder)
    show (window);
  show_progress (window);
}

static gboolean
on_refresh (gpointer data)
{
  QuoStatisticsWindow *window = data;

  window->refreshing = 0;
  refresh (window);
  return G_SOURCE_REMOVE;
}

static void
on_part (gpointer result, gpointer data)
{
  QuoStatisticsWindow *window = data;
  g_autoptr (QuoStatistics) part = result;

  quo_statistics_add (window->sum, part);
  window->n_counted++;
  if (window->refreshing == 0)
    window->refreshing = g_timeout_add (REFRESH, on_refresh, window);
}

static void
on_folder_counted (gpointer data)
{
  QuoStatisticsWindow *window = data;

  g_clear_pointer (&window->stream, quo_stream_stop);
  refresh (window);
}

static void
stop (QuoStatisticsWindow *window)
{
  g_clear_pointer (&window->stream, quo_stream_stop);
  g_clear_handle_id (&window->refreshing, g_source_remove);
}

static void
on_stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);

  stop (window);
  refresh (window);
}

static void
count_folder (QuoStatisticsWindow *window)
{
  GPtrArray *entries = quo_folder_get_entries (window->folder);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  QuoDocument *document = quo_session_get_document (window->session);
  g_autoptr (QuoSnapshot) open = document != NULL ? quo_document_snapshot (document) : NULL;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (paths, g_strdup (quo_folder_entry_get_path (entries->pdata[i])));
  stop (window);
  g_clear_pointer (&window->sum, quo_statistics_free);
  window->sum = quo_statistics_new_sum ();
  window->n_paths = paths->len;
  window->n_counted = 0;
  window->stream = quo_folder_statistics_start (
      paths, quo_session_get_tagset (window->session), quo_folder_get_annotator (window->folder),
      open, quo_session_get_article_path (window->session), on_part, on_folder_counted, window);
  show_progress (window);
}

/* --- the article ----------------------------------------------------------------------------- */

typedef struct
{
  QuoSnapshot *snapshot;
  QuoTagset *tagset;
  char *layer; /* NULL: all */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  quo_snapshot_unref (order->snapshot);
  quo_tagset_unref (order->tagset);
  g_free (order->layer);
  g_free (order);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  g_task_return_pointer (task, quo_statistics_new (order->snapshot, order->tagset, order->layer),
                         (GDestroyNotify)quo_statistics_free);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (source);

  window->article = g_task_propagate_pointer (G_TASK (result), NULL);
  if (window->session != NULL && !window->is_folder) /* not closed meanwhile */
    show (window);
}

static void
count_article (QuoStatisticsWindow *window, QuoDocument *document)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, on_counted, NULL);
  Order *order = g_new0 (Order, 1);

  order->snapshot = quo_document_snapshot (document);
  order->tagset = quo_tagset_ref (quo_session_get_tagset (window->session));
  order->layer = g_strdup (quo_session_get_layer (window->session));
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, count_in_thread);
}

static void
on_speaker (QuoStatisticsPage *page, const char *speaker, QuoStatisticsWindow *window)
{
  quo_session_select_speaker (window->session, speaker);
  gtk_window_close (GTK_WINDOW (window));
}

/* --- taking it elsewhere --------------------------------------------------------------------- */

/* (transfer full): of the article, or of the folder. */
static char *
dup_title (QuoStatisticsWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);

  if (window->is_folder || document == NULL)
    return g_filename_display_basename (quo_folder_get_path (window->folder));
  return quo_article_dup_title (quo_document_get_article (document));
}

static void
copy (QuoStatisticsWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  quo_session_set_message (window->session, "%s", _ ("The statistics are copied"));
}

static void
on_copy_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);
  g_autofree char *title = dup_title (window);
  g_autofree char *text = quo_statistics_dup_text (get_shown (window),
                                                   quo_session_get_tagset (window->session), title);

  copy (window, text);
}

static void
on_copy_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);
  g_autofree char *table = quo_statistics_dup_csv (get_shown (window));

  copy (window, table);
}

static void
on_copy_places (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);
  g_autofree char *table = quo_statistics_dup_places_csv (get_shown (window));

  copy (window, table);
}

static void
on_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Kept, with what is printed, until the dialog is answered. */
  g_autoptr (QuoStatisticsWindow) window = g_object_ref (QUO_STATISTICS_WINDOW (widget));
  g_autofree char *title = dup_title (window);

  quo_statistics_print_run (GTK_WINDOW (window), get_shown (window),
                            quo_session_get_tagset (window->session), title);
}

/* --- the head -------------------------------------------------------------------------------- */

static void
on_scope (GtkToggleButton *button, GParamSpec *spec, QuoStatisticsWindow *window)
{
  window->is_folder = gtk_toggle_button_get_active (button);
  if (window->is_folder && window->stream == NULL
      && (window->sum == NULL || window->n_counted < window->n_paths))
    count_folder (window);
  show (window);
  show_progress (window);
}

/* In the head, or below it where that is too narrow for them. */
static gboolean
place_scopes (gpointer data)
{
  QuoStatisticsWindow *window = data;
  g_autoptr (GtkWidget) scopes = g_object_ref (window->scopes);

  window->placing = 0;
  if (window->has_scopes_below)
    {
      adw_header_bar_set_title_widget (window->header, NULL);
      gtk_box_append (window->scopes_slot, scopes);
    }
  else
    {
      if (gtk_widget_get_parent (scopes) == GTK_WIDGET (window->scopes_slot))
        gtk_box_remove (window->scopes_slot, scopes);
      adw_header_bar_set_title_widget (window->header, scopes);
    }
  return G_SOURCE_REMOVE;
}

/* Nothing may be moved while it is being laid out: it is done right after. */
static void
quo_statistics_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);
  gboolean is_below;

  GTK_WIDGET_CLASS (quo_statistics_window_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (window->scopes == NULL)
    return;
  is_below = !quo_statistics_scopes_fit (window->scopes, window->menu, width);
  if (is_below == window->has_scopes_below)
    return;
  window->has_scopes_below = is_below;
  if (window->placing == 0)
    window->placing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_scopes, window, NULL);
}

/* Where there are both, an article and a folder. */
static void
add_scopes (QuoStatisticsWindow *window)
{
  GtkToggleButton *folder;
  int width, height;

  window->scopes
      = quo_statistics_scopes_new (quo_folder_get_entries (window->folder)->len, &folder);
  g_signal_connect (folder, "notify::active", G_CALLBACK (on_scope), window);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  window->has_scopes_below = !quo_statistics_scopes_fit (window->scopes, window->menu, width);
  place_scopes (window);
}

static void
add_menu (QuoStatisticsWindow *window)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();

  g_menu_append (menu, _ ("Copy as _Text"), "statistics.copy-text");
  g_menu_append (menu, _ ("Copy as Ta_ble (CSV)"), "statistics.copy-table");
  g_menu_append (menu, _ ("Copy _Places as Table (CSV)"), "statistics.copy-places");
  g_menu_append (paper, _ ("P_rint…"), "statistics.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-copy-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Copy or print the statistics"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy or print the statistics"), -1);
  adw_header_bar_pack_start (window->header, button);
  window->menu = button;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_statistics_window_dispose (GObject *object)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (object);

  stop (window);
  g_clear_handle_id (&window->placing, g_source_remove);
  g_clear_object (&window->session);
  g_clear_object (&window->folder);
  G_OBJECT_CLASS (quo_statistics_window_parent_class)->dispose (object);
}

static void
quo_statistics_window_finalize (GObject *object)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (object);

  g_clear_pointer (&window->article, quo_statistics_free);
  g_clear_pointer (&window->sum, quo_statistics_free);
  G_OBJECT_CLASS (quo_statistics_window_parent_class)->finalize (object);
}

static void
quo_statistics_window_class_init (QuoStatisticsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_statistics_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_statistics_window_finalize;
  widget_class->size_allocate = quo_statistics_window_size_allocate;
  gtk_widget_class_install_action (widget_class, "statistics.copy-text", NULL, on_copy_text);
  gtk_widget_class_install_action (widget_class, "statistics.copy-table", NULL, on_copy_table);
  gtk_widget_class_install_action (widget_class, "statistics.copy-places", NULL, on_copy_places);
  gtk_widget_class_install_action (widget_class, "statistics.print", NULL, on_print);
  gtk_widget_class_install_action (widget_class, "statistics.stop", NULL, on_stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "statistics.copy-text", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "statistics.copy-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "statistics.print", NULL);
}

static void
quo_statistics_window_init (QuoStatisticsWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *clamp = adw_clamp_new ();

  window->header = ADW_HEADER_BAR (adw_header_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (window->header), "flat");
  add_menu (window);
  window->progress = QUO_STATISTICS_PROGRESS (quo_statistics_progress_new ());
  window->page = QUO_STATISTICS_PAGE (quo_statistics_page_new ());
  g_signal_connect (window->page, "speaker-activated", G_CALLBACK (on_speaker), window);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1280);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1280);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (window->page));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  /* It has the keyboard to be scrolled by it. Later than GTK 4.8 what has no role has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Statistics"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->header));
  window->scopes_slot = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_halign (GTK_WIDGET (window->scopes_slot), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->scopes_slot));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->progress));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
}

/* Not larger than the window it stands over, which fits the screen. */
static void
choose_size (QuoStatisticsWindow *window, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (window), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
}

void
quo_statistics_window_present (GtkWindow *parent, QuoSession *session, QuoFolder *folder)
{
  QuoDocument *document = quo_session_get_document (session);
  gboolean has_folder = folder != NULL && quo_folder_get_path (folder) != NULL;
  QuoStatisticsWindow *window;

  g_return_if_fail (document != NULL || has_folder);

  window = g_object_new (QUO_TYPE_STATISTICS_WINDOW, "transient-for", parent, "modal", TRUE,
                         "title", _ ("Statistics"), NULL);
  window->session = g_object_ref (session);
  window->folder = has_folder ? g_object_ref (folder) : NULL;
  window->is_folder = document == NULL;
  quo_ink_follow_style (GTK_WIDGET (window));
  choose_size (window, parent);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  show (window);
  if (document != NULL)
    count_article (window, document);
  else
    count_folder (window);
  if (document != NULL && has_folder)
    add_scopes (window);
  gtk_window_present (GTK_WINDOW (window));
}
