/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of articles. Its sentence for a screen reader says all that is seen. */
#include "quo-config.h"

#include "quo-article-row.h"

#include "quo-late-tooltip.h"
#include "quo-progress-ring.h"
#include "quo-row-name.h"

#include <glib/gi18n.h>

struct _QuoArticleRow
{
  GtkWidget parent_instance;
  QuoFolderEntry *entry;
  gboolean is_current;
  GtkWidget *ring, *heading, *words;
  GtkLabel *title, *detail;
};

G_DEFINE_FINAL_TYPE (QuoArticleRow, quo_article_row, GTK_TYPE_WIDGET)

static char *
dup_detail (const QuoFolderStatus *status)
{
  g_autofree char *annotated = NULL;
  g_autofree char *quotes = NULL;

  if (status == NULL)
    return g_strdup ("…");
  if (status->problem != NULL)
    return g_strdup (_ ("cannot be opened"));
  if (status->n_annotations == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u word", "%'u words", status->n_words),
                            status->n_words);
  annotated = g_strdup_printf (
      /* Translators: under the title of an article: so many annotations are in it. */
      g_dngettext (GETTEXT_PACKAGE, "%u annotated", "%u annotated", status->n_annotations),
      status->n_annotations);
  quotes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u quote", "%u quotes", status->n_quotes), status->n_quotes);
  return g_strdup_printf ("%s · %s", annotated, quotes);
}

static const char *
get_state_word (const QuoFolderStatus *status)
{
  if (status == NULL || status->problem != NULL)
    return NULL;
  switch (status->progress)
    {
    case QUO_PROGRESS_DONE:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "done");
    case QUO_PROGRESS_BEGUN:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "in progress");
    default:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "not begun");
    }
}

static void
tell_screen_reader (QuoArticleRow *row, const char *detail)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  const char *state = get_state_word (quo_folder_entry_get_status (row->entry));
  g_autofree char *sentence = NULL;

  g_ptr_array_add (facts, (gpointer)quo_folder_entry_get_title (row->entry));
  g_ptr_array_add (facts, (gpointer)detail);
  if (state != NULL)
    g_ptr_array_add (facts, (gpointer)state);
  if (row->is_current)
    /* Translators: this article is the one in the window; for a screen reader. */
    g_ptr_array_add (facts, (gpointer)C_ ("article", "open"));
  g_ptr_array_add (facts, NULL);
  /* Translators: between facts that are read out one after the other. */
  sentence = g_strjoinv (C_ ("list of facts", ", "), (char **)facts->pdata);
  quo_row_name_set (GTK_WIDGET (row), sentence);
}

static void
show_article (QuoArticleRow *row)
{
  const QuoFolderStatus *status = quo_folder_entry_get_status (row->entry);
  g_autofree char *detail = dup_detail (status);

  quo_progress_ring_set (QUO_PROGRESS_RING (row->ring), quo_folder_entry_get_progress (row->entry),
                         status != NULL ? status->share : 0,
                         status != NULL && status->problem != NULL);
  gtk_label_set_text (row->title, quo_folder_entry_get_title (row->entry));
  gtk_label_set_text (row->detail, detail);
  tell_screen_reader (row, detail);
}

static void
show_entry (QuoArticleRow *row)
{
  const char *heading = quo_folder_entry_get_heading (row->entry);

  gtk_widget_set_visible (row->heading, heading != NULL);
  gtk_widget_set_visible (row->ring, heading == NULL);
  gtk_widget_set_visible (row->words, heading == NULL);
  if (heading == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "article");
      show_article (row);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "article");
  gtk_label_set_text (GTK_LABEL (row->heading), heading);
  quo_row_name_set (GTK_WIDGET (row), heading);
}

/* Why it cannot be opened, else where it is. */
static char *
dup_tooltip (GtkWidget *widget)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (widget);
  const QuoFolderStatus *status
      = row->entry != NULL ? quo_folder_entry_get_status (row->entry) : NULL;

  if (status != NULL && status->problem != NULL)
    return g_strdup (status->problem);
  return row->entry != NULL ? g_strdup (quo_folder_entry_get_path (row->entry)) : NULL;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, QuoArticleRow *row)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const char *path = row->entry != NULL ? quo_folder_entry_get_path (row->entry) : NULL;
  gboolean is_apart = button == GDK_BUTTON_MIDDLE
                      || (button == GDK_BUTTON_PRIMARY && (modifiers & GDK_CONTROL_MASK) != 0);

  if (path == NULL || !(is_apart || button == GDK_BUTTON_PRIMARY)
      || !gtk_widget_contains (GTK_WIDGET (row), x, y))
    return;
  gtk_widget_activate_action (GTK_WIDGET (row), is_apart ? "win.open-tab" : "win.open", "s", path);
}

static void
quo_article_row_dispose (GObject *object)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (object);

  quo_article_row_set_entry (row, NULL);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (row))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_article_row_parent_class)->dispose (object);
}

static void
quo_article_row_class_init (QuoArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_article_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articlerow");
}

static GtkLabel *
make_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
quo_article_row_init (QuoArticleRow *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  quo_late_tooltip_attach (GTK_WIDGET (row), dup_tooltip);
  row->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->heading, "heading");
  gtk_widget_set_parent (row->heading, GTK_WIDGET (row));
  row->ring = quo_progress_ring_new ();
  gtk_widget_set_valign (row->ring, GTK_ALIGN_START);
  gtk_widget_set_parent (row->ring, GTK_WIDGET (row));
  row->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (row->words, TRUE);
  gtk_widget_set_parent (row->words, GTK_WIDGET (row));
  row->title = make_label (row->words, "title");
  gtk_label_set_wrap (row->title, TRUE);
  gtk_label_set_wrap_mode (row->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (row->title, 2);
  row->detail = make_label (row->words, "detail");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), row, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
quo_article_row_new (void)
{
  return g_object_new (QUO_TYPE_ARTICLE_ROW, NULL);
}

void
quo_article_row_set_entry (QuoArticleRow *row, QuoFolderEntry *entry)
{
  g_return_if_fail (QUO_IS_ARTICLE_ROW (row));

  if (row->entry != NULL)
    g_signal_handlers_disconnect_by_func (row->entry, show_entry, row);
  g_set_object (&row->entry, entry);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_entry), row, G_CONNECT_SWAPPED);
  show_entry (row);
}

void
quo_article_row_set_current (QuoArticleRow *row, const char *path)
{
  gboolean was_current;

  g_return_if_fail (QUO_IS_ARTICLE_ROW (row));

  was_current = row->is_current;
  row->is_current = row->entry != NULL && path != NULL
                    && g_strcmp0 (quo_folder_entry_get_path (row->entry), path) == 0;
  if (row->is_current == was_current)
    return;
  if (row->is_current)
    gtk_widget_add_css_class (GTK_WIDGET (row), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
  if (row->entry != NULL && quo_folder_entry_get_heading (row->entry) == NULL)
    show_article (row);
}
