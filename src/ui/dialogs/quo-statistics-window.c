/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks how much: four figures, then the speakers and the forms of quotes with a bar each. It
 * is counted in a thread, once: the window is modal. Activating a speaker leads into the text. */
#include "quo-config.h"

#include "quo-statistics-window.h"

#include "quo-attr-words.h"
#include "quo-avatar.h"
#include "quo-ink-style.h"
#include "quo-list-leave.h"
#include "quo-session-speaker.h"
#include "quo-statistics-table.h"

#include <glib/gi18n.h>

#define QUO_TYPE_STATISTICS_WINDOW (quo_statistics_window_get_type ())
G_DECLARE_FINAL_TYPE (QuoStatisticsWindow, quo_statistics_window, QUO, STATISTICS_WINDOW, AdwWindow)

struct _QuoStatisticsWindow
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoStatistics *statistics; /* NULL until they are counted */
  GtkBox *column;
};

G_DEFINE_FINAL_TYPE (QuoStatisticsWindow, quo_statistics_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *text, ...)
{
  GtkWidget *label = gtk_label_new (text);
  va_list classes;

  va_start (classes, text);
  for (const char *name; (name = va_arg (classes, const char *)) != NULL;)
    gtk_widget_add_css_class (label, name);
  va_end (classes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* --- figures --------------------------------------------------------------------------------- */

/* A number, what it counts, and a line to compare it with; read as one. */
static void
add_figure (GtkWidget *figures, const char *number, const char *what, const char *compared)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *sentence = g_strdup_printf ("%s %s · %s", number, what, compared);
  GtkWidget *labels[]
      = { make_label (number, "figure", "numeric", NULL), make_label (what, "t13", "sb", NULL),
          make_label (compared, "t12", "quiet", NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), 14);
      gtk_box_append (GTK_BOX (card), labels[i]);
    }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "figurecard");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_flow_box_append (GTK_FLOW_BOX (figures), child);
}

static void
add_count (GtkWidget *figures, guint n, const char *what, char *compared)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);

  add_figure (figures, number, what, compared);
  g_free (compared);
}

static void
add_figures (QuoStatisticsWindow *window)
{
  const QuoStatistics *all = window->statistics;
  GtkWidget *figures = gtk_flow_box_new ();
  guint n_linked = all->n_quotes - all->n_unlinked;
  g_autofree char *share
      /* Translators: a share in per cent, as a number for itself. */
      = g_strdup_printf (_ ("%u %%"), quo_statistics_get_share (all->n_quoted, all->n_words));
  /* Translators: words in quotes, and of the whole article. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), all->n_quoted, all->n_words);

  /* Nothing to be done there: Tab would stop at a card for ever. */
  gtk_widget_set_can_focus (figures, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (figures), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (figures), 4);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (figures), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (figures), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (figures), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures"), -1);
  /* Translators: under the number of them. */
  add_count (
      figures, all->n_quotes, ngettext ("quote", "quotes", all->n_quotes),
      g_strdup_printf (ngettext ("%u with a speaker", "%u with a speaker", n_linked), n_linked));
  /* Translators: under the number of them. */
  add_count (figures, all->speakers->len, ngettext ("speaker", "speakers", all->speakers->len),
             g_strdup_printf (ngettext ("%u speaks only once", "%u speak only once", all->n_once),
                              all->n_once));
  /* Translators: under a share in per cent. */
  add_figure (figures, share, _ ("of all words quoted"), words);
  /* Translators: under the number of them. */
  add_count (figures, all->n_unlinked,
             ngettext ("quote without a speaker", "quotes without a speaker", all->n_unlinked),
             g_strdup (all->n_unlinked > 0 ? _ ("O finds the next one") : _ ("All are linked")));
  gtk_box_append (window->column, figures);
}

/* --- bars ------------------------------------------------------------------------------------ */

static GtkWidget *
add_list (QuoStatisticsWindow *window, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *heading = make_label (title, "heading", NULL);

  gtk_widget_set_margin_top (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  quo_list_leave_by_tab (list);
  gtk_box_append (window->column, heading);
  gtk_box_append (window->column, list);
  return list;
}

/* The bar compares the rows with each other: the longest is whole. The facts tell the share. */
static GtkWidget *
add_bar (QuoStatisticsWindow *window, GtkWidget *list, GtkWidget *avatar, const char *name,
         guint n_quotes, guint n_words, guint n_most)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *facts = quo_statistics_dup_facts (window->statistics, n_quotes, n_words);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", name, facts);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), n_words / (double)MAX (n_most, 1));
  gtk_widget_add_css_class (bar, "speech");
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (column), make_label (name, "sb", NULL));
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), make_label (facts, "t12", "quiet", "numeric", NULL));
  gtk_widget_set_hexpand (column, TRUE);
  if (avatar != NULL)
    gtk_box_append (GTK_BOX (content), avatar);
  gtk_box_append (GTK_BOX (content), column);
  gtk_widget_add_css_class (content, "rowpad");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
on_speaker (GtkListBox *list, GtkListBoxRow *row, QuoStatisticsWindow *window)
{
  quo_session_select_speaker (window->session, g_object_get_data (G_OBJECT (row), "speaker"));
  gtk_window_close (GTK_WINDOW (window));
}

static void
add_speakers (QuoStatisticsWindow *window)
{
  GPtrArray *speakers = window->statistics->speakers;
  GtkWidget *list;

  if (speakers->len == 0)
    return;
  list = add_list (window, _ ("Who Is Quoted"));
  for (guint i = 0; i < speakers->len; i++)
    {
      const QuoSpeaker *first = g_ptr_array_index (speakers, 0);
      const QuoSpeaker *speaker = g_ptr_array_index (speakers, i);
      GtkWidget *row = add_bar (window, list, quo_avatar_new (speaker->name), speaker->name,
                                speaker->n_quotes, speaker->n_words, first->n_words);

      g_object_set_data_full (G_OBJECT (row), "speaker", g_strdup (speaker->id), g_free);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (on_speaker), window);
}

static void
add_forms (QuoStatisticsWindow *window)
{
  GPtrArray *forms = window->statistics->forms;
  GtkWidget *list;

  if (forms->len == 0)
    return;
  list = add_list (window, _ ("How They Are Quoted"));
  for (guint i = 0; i < forms->len; i++)
    {
      const QuoFormCount *first = g_ptr_array_index (forms, 0);
      const QuoFormCount *form = g_ptr_array_index (forms, i);
      g_autofree char *name = quo_attr_dup_choice ("form", form->form);
      GtkWidget *row
          = add_bar (window, list, NULL, name, form->n_quotes, form->n_words, first->n_words);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
}

/* --- counting -------------------------------------------------------------------------------- */

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

  window->statistics = g_task_propagate_pointer (G_TASK (result), NULL);
  if (window->session == NULL) /* closed meanwhile */
    return;
  add_figures (window);
  add_speakers (window);
  add_forms (window);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "statistics.copy-text", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "statistics.copy-table", TRUE);
}

static void
count (QuoStatisticsWindow *window, QuoDocument *document)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, on_counted, NULL);
  Order *order = g_new0 (Order, 1);

  order->snapshot = quo_document_snapshot (document);
  order->tagset = quo_tagset_ref (quo_session_get_tagset (window->session));
  order->layer = g_strdup (quo_session_get_layer (window->session));
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, count_in_thread);
}

/* --- taking it elsewhere --------------------------------------------------------------------- */

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
  QuoDocument *document = quo_session_get_document (window->session);
  g_autofree char *title = quo_article_dup_title (quo_document_get_article (document));
  g_autofree char *text = quo_statistics_dup_text (window->statistics, title);

  copy (window, text);
}

static void
on_copy_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (widget);
  g_autofree char *table = quo_statistics_dup_csv (window->statistics);

  copy (window, table);
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy as _Text"), "statistics.copy-text");
  g_menu_append (menu, _ ("Copy as Ta_ble (CSV)"), "statistics.copy-table");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-copy-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Copy the statistics"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the statistics"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  gtk_widget_add_css_class (header, "flat");
  return header;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_statistics_window_dispose (GObject *object)
{
  QuoStatisticsWindow *window = QUO_STATISTICS_WINDOW (object);

  g_clear_object (&window->session);
  G_OBJECT_CLASS (quo_statistics_window_parent_class)->dispose (object);
}

static void
quo_statistics_window_finalize (GObject *object)
{
  g_clear_pointer (&QUO_STATISTICS_WINDOW (object)->statistics, quo_statistics_free);
  G_OBJECT_CLASS (quo_statistics_window_parent_class)->finalize (object);
}

static void
quo_statistics_window_class_init (QuoStatisticsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_statistics_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_statistics_window_finalize;
  gtk_widget_class_install_action (widget_class, "statistics.copy-text", NULL, on_copy_text);
  gtk_widget_class_install_action (widget_class, "statistics.copy-table", NULL, on_copy_table);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "statistics.copy-text", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "statistics.copy-table", NULL);
}

static void
quo_statistics_window_init (QuoStatisticsWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  window->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (window->column), "statistics");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (window->column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "statistics.copy-text", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "statistics.copy-table", FALSE);
}

void
quo_statistics_window_present (GtkWindow *parent, QuoSession *session)
{
  QuoDocument *document = quo_session_get_document (session);
  QuoStatisticsWindow *window;

  g_return_if_fail (document != NULL);

  window
      = g_object_new (QUO_TYPE_STATISTICS_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                      _ ("Statistics"), "default-width", 720, "default-height", 640, NULL);
  window->session = g_object_ref (session);
  quo_ink_follow_style (GTK_WIDGET (window));
  g_signal_connect_object (session, "notify::document", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  count (window, document);
  gtk_window_present (GTK_WINDOW (window));
}
