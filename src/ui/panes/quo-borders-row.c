/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row, made once: the next suggestion only says other words. */
#include "quo-config.h"

#include "quo-borders-row.h"

#include "quo-keycap.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ACTION "win.accept-other-borders"

struct _QuoBordersRow
{
  GtkWidget parent_instance;
  AdwActionRow *row;
  GtkWidget *keycap; /* in the row, or NULL */
};

G_DEFINE_FINAL_TYPE (QuoBordersRow, quo_borders_row, GTK_TYPE_WIDGET)

static void
quo_borders_row_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_borders_row_parent_class)->dispose (object);
}

static void
quo_borders_row_class_init (QuoBordersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_borders_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quo_borders_row_init (QuoBordersRow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  self->row = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  /* Translators: above the words of a name that is suggested with fewer or more words: "Mayor
   * Ingrid Berg" */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Or accept it as"));
  adw_action_row_set_subtitle_lines (self->row, 3);
  gtk_widget_add_css_class (row, "party");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), ACTION);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The key may have been changed since the last suggestion. */
static void
show_key (QuoBordersRow *self, QuoSession *session)
{
  g_autofree char *key = quo_session_dup_key_name (session, ACTION);

  if (self->keycap != NULL)
    adw_action_row_remove (self->row, self->keycap);
  self->keycap = key != NULL ? quo_keycap_new (key) : NULL;
  if (self->keycap != NULL)
    adw_action_row_add_suffix (self->row, self->keycap);
}

void
quo_borders_row_show (QuoBordersRow *self, QuoSession *session)
{
  QuoSpan span = quo_session_get_other_borders (session);
  g_autofree char *words = NULL;

  g_return_if_fail (QUO_IS_BORDERS_ROW (self));
  gtk_widget_set_visible (GTK_WIDGET (self), !quo_span_is_empty (span));
  if (quo_span_is_empty (span))
    return;
  words = quo_text_dup (quo_document_get_text (quo_session_get_document (session)), span);
  adw_action_row_set_subtitle (self->row, words);
  show_key (self, session);
}
