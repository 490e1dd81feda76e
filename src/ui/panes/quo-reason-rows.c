/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each kind of reason, made once: the next suggestion only says other words. */
#include "quo-config.h"

#include "quo-reason-rows.h"

#include "quo-directed.h"
#include "quo-session-reason.h"
#include "quo-suggestion-reasons.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title, *icon;
} kinds[] = {
  [QUO_REASON_RULE] = { N_ ("How it was found"), "edit-find-symbolic" },
  [QUO_REASON_CUE] = { N_ ("Verb of saying"), "format-text-italic-symbolic" },
  /* Translators: where the speaker stands in the text, a reason for a suggestion. */
  [QUO_REASON_POSITION] = { N_ ("Position"), "avatar-default-symbolic" },
  [QUO_REASON_KNOWN] = { N_ ("Known name"), "document-open-recent-symbolic" },
};

struct _QuoReasonRows
{
  GtkWidget parent_instance;
  GtkLabel *certainty;
  AdwPreferencesRow *rows[G_N_ELEMENTS (kinds)];
};

G_DEFINE_FINAL_TYPE (QuoReasonRows, quo_reason_rows, GTK_TYPE_WIDGET)

static AdwPreferencesRow *
make_row (const char *title, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0); /* all of it: this is the place */
  gtk_widget_add_css_class (row, "party");
  return ADW_PREFERENCES_ROW (row);
}

static void
quo_reason_rows_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_reason_rows_parent_class)->dispose (object);
}

static void
quo_reason_rows_class_init (QuoReasonRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_reason_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quo_reason_rows_init (QuoReasonRows *rows)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *certainty = gtk_label_new (NULL);

  rows->certainty = GTK_LABEL (certainty);
  gtk_widget_add_css_class (certainty, "numeric");
  gtk_widget_add_css_class (certainty, "quiet");
  gtk_widget_add_css_class (certainty, "t12");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Why this is suggested"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), certainty);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      rows->rows[i] = make_row (_ (kinds[i].title), kinds[i].icon);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (rows->rows[i]));
    }
  gtk_widget_set_parent (group, GTK_WIDGET (rows));
  gtk_widget_set_visible (GTK_WIDGET (rows), FALSE);
}

static void
show_certainty (QuoReasonRows *rows, const QuoAnnotation *annotation)
{
  /* Translators: how certain a suggestion is. */
  g_autofree char *sure = g_strdup_printf (
      _ ("%.0f %% sure"),
      annotation->conf != NULL ? 100 * g_ascii_strtod (annotation->conf, NULL) : 0);

  gtk_label_set_label (rows->certainty, annotation->conf != NULL ? sure : "");
}

void
quo_reason_rows_show (QuoReasonRows *rows, QuoSession *session, const QuoAnnotation *annotation)
{
  const char *words[G_N_ELEMENTS (kinds)] = { NULL };
  g_autoptr (GPtrArray) reasons = NULL;

  g_return_if_fail (QUO_IS_REASON_ROWS (rows) && annotation != NULL);
  if (annotation->status == QUO_STATUS_SUGGESTED)
    reasons = quo_suggestion_reasons (quo_session_get_document (session), annotation,
                                      quo_session_get_reason (session, annotation));
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      const QuoReason *reason = g_ptr_array_index (reasons, i);
      words[reason->kind] = reason->words;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *directed = quo_directed (words[i] != NULL ? words[i] : "");

      gtk_widget_set_visible (GTK_WIDGET (rows->rows[i]), words[i] != NULL);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->rows[i]), directed);
    }
  show_certainty (rows, annotation);
  gtk_widget_set_visible (GTK_WIDGET (rows), reasons != NULL && reasons->len > 0);
}
