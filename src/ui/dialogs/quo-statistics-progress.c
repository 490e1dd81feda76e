/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-statistics-progress.h"

#include <glib/gi18n.h>

struct _QuoStatisticsProgress
{
  GtkWidget parent_instance;
  GtkProgressBar *bar;
  GtkLabel *label;
  GtkWidget *stop;
};

G_DEFINE_FINAL_TYPE (QuoStatisticsProgress, quo_statistics_progress, GTK_TYPE_WIDGET)

static void
quo_statistics_progress_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_statistics_progress_parent_class)->dispose (object);
}

static void
quo_statistics_progress_class_init (QuoStatisticsProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_statistics_progress_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
quo_statistics_progress_init (QuoStatisticsProgress *progress)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (progress));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "t12");
  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), bar);
  progress->stop = gtk_button_new_with_mnemonic (_ ("_Stop"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (progress->stop), "statistics.stop");
  gtk_widget_set_valign (progress->stop, GTK_ALIGN_CENTER);
  progress->bar = GTK_PROGRESS_BAR (bar);
  progress->label = GTK_LABEL (label);
  gtk_widget_set_parent (column, GTK_WIDGET (progress));
  gtk_widget_set_parent (progress->stop, GTK_WIDGET (progress));
  gtk_widget_add_css_class (GTK_WIDGET (progress), "statistics-progress");
  gtk_widget_set_visible (GTK_WIDGET (progress), FALSE);
}

GtkWidget *
quo_statistics_progress_new (void)
{
  return g_object_new (QUO_TYPE_STATISTICS_PROGRESS, NULL);
}

void
quo_statistics_progress_show (QuoStatisticsProgress *progress, guint n_counted, guint n_all,
                              gboolean is_running)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QUO_IS_STATISTICS_PROGRESS (progress));

  words = g_strdup_printf (
      ngettext ("Counted %'u of %'u article", "Counted %'u of %'u articles", n_all), n_counted,
      n_all);
  gtk_label_set_label (progress->label, words);
  gtk_progress_bar_set_fraction (progress->bar, n_counted / (double)MAX (n_all, 1));
  gtk_widget_set_visible (progress->stop, is_running);
}
