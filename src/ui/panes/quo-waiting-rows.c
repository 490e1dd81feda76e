/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made when there are more labels than before, and said anew: never thrown away. */
#include "quo-config.h"

#include "quo-waiting-rows.h"

#include "quo-palette.h"
#include "quo-suggestion-questions.h"

#include <glib/gi18n.h>

struct _QuoWaitingRows
{
  GtkWidget parent_instance;
  AdwPreferencesGroup *group;
  GtkLabel *total;
  GPtrArray *rows, *counts; /* of widgets, borrowed: a row and the number in it */
};

G_DEFINE_FINAL_TYPE (QuoWaitingRows, quo_waiting_rows, GTK_TYPE_WIDGET)

static GtkWidget *
make_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "quiet");
  return label;
}

static void
add_row (QuoWaitingRows *rows)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = make_number ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_preferences_group_add (rows->group, row);
  g_ptr_array_add (rows->rows, row);
  g_ptr_array_add (rows->counts, count);
}

static void
set_number (GtkLabel *label, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_label (label, number);
}

static void
quo_waiting_rows_dispose (GObject *object)
{
  QuoWaitingRows *rows = QUO_WAITING_ROWS (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&rows->rows, g_ptr_array_unref);
  g_clear_pointer (&rows->counts, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_waiting_rows_parent_class)->dispose (object);
}

static void
quo_waiting_rows_class_init (QuoWaitingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_waiting_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quo_waiting_rows_init (QuoWaitingRows *rows)
{
  rows->rows = g_ptr_array_new ();
  rows->counts = g_ptr_array_new ();
  rows->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  rows->total = GTK_LABEL (make_number ());
  /* Translators: suggestions that wait for somebody to accept or reject them. */
  adw_preferences_group_set_title (rows->group, C_ ("suggestions", "Waiting"));
  adw_preferences_group_set_header_suffix (rows->group, GTK_WIDGET (rows->total));
  gtk_widget_set_margin_top (GTK_WIDGET (rows), 16);
  gtk_widget_set_parent (GTK_WIDGET (rows->group), GTK_WIDGET (rows));
  gtk_widget_set_visible (GTK_WIDGET (rows), FALSE);
}

GtkWidget *
quo_waiting_rows_new (void)
{
  return g_object_new (QUO_TYPE_WAITING_ROWS, NULL);
}

/* By label; those that come with a quote are judged with it. (element-type id guint) */
static GHashTable *
count_by_label (QuoDocument *document, guint *ret_total)
{
  GPtrArray *annotations = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);
      gpointer key = (gpointer)annotation->type; /* interned */

      if (annotation->status != QUO_STATUS_SUGGESTED || quo_suggestion_is_helper (annotation))
        continue;
      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      ++*ret_total;
    }
  return counts;
}

void
quo_waiting_rows_update (QuoWaitingRows *rows, QuoSession *session)
{
  QuoDocument *document = quo_session_get_document (session);
  QuoTagset *tagset = quo_session_get_tagset (session);
  g_autoptr (GHashTable) counts = NULL;
  guint n_shown = 0, total = 0;

  g_return_if_fail (QUO_IS_WAITING_ROWS (rows));
  if (document != NULL && quo_session_count_suggested (session) > 0)
    counts = count_by_label (document, &total);
  for (guint i = 0; total > 0 && i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_intern_string (label->id)));

      if (n == 0)
        continue;
      if (n_shown == rows->rows->len)
        add_row (rows);
      adw_preferences_row_set_title (g_ptr_array_index (rows->rows, n_shown),
                                     quo_label_get_shown_name (label));
      set_number (g_ptr_array_index (rows->counts, n_shown), n);
      n_shown++;
    }
  for (guint i = 0; i < rows->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (rows->rows, i), i < n_shown);
  set_number (rows->total, total);
  gtk_widget_set_visible (GTK_WIDGET (rows), n_shown > 0);
}
