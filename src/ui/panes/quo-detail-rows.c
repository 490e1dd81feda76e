/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an annotation's attributes in the inspector, by the type that the tagset gives. */
#include "quo-config.h"

#include "quo-detail-rows.h"

#include <glib/gi18n.h>

/* What a row edits: it outlives the record, so it keeps names only. */
typedef struct
{
  QuoSession *session; /* weak: the rows live in a widget of the session */
  char *name;
} Detail;

static void
free_detail (gpointer data, GClosure *closure)
{
  Detail *detail = data;

  g_free (detail->name);
  g_free (detail);
}

static Detail *
new_detail (QuoSession *session, const QuoLabelAttr *attr)
{
  Detail *detail = g_new0 (Detail, 1);

  detail->session = session;
  detail->name = g_strdup (attr->name);
  return detail;
}

/* "role-in-story" -> "Role in story" */
static char *
dup_shown_name (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  char *shown = g_strconcat (upper, name + strlen (first), NULL);

  return g_strdelimit (shown, "-_", ' ');
}

static void
on_choice (AdwComboRow *row, GParamSpec *spec, Detail *detail)
{
  guint selected = adw_combo_row_get_selected (row);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));

  quo_session_set_attr (detail->session, detail->name,
                        selected == 0 ? NULL : gtk_string_list_get_string (names, selected));
}

static GtkWidget *
make_choice (QuoSession *session, const QuoLabelAttr *attr, const char *value)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *none[] = { _ ("Not told"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (none);
  guint selected = 0;

  for (guint i = 0; attr->values != NULL && attr->values[i] != NULL; i++)
    {
      gtk_string_list_append (names, attr->values[i]);
      if (g_strcmp0 (attr->values[i], value) == 0)
        selected = i + 1;
    }
  if (value != NULL && selected == 0) /* a value the tagset does not know stays */
    {
      gtk_string_list_append (names, value);
      selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (on_choice),
                         new_detail (session, attr), free_detail, 0);
  return row;
}

static void
on_flag (GtkSwitch *control, GParamSpec *spec, Detail *detail)
{
  quo_session_set_attr (detail->session, detail->name,
                        gtk_switch_get_active (control) ? "true" : NULL);
}

static GtkWidget *
make_flag (QuoSession *session, const QuoLabelAttr *attr, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control), g_strcmp0 (value, "true") == 0);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  attr->name, -1);
  g_signal_connect_data (control, "notify::active", G_CALLBACK (on_flag),
                         new_detail (session, attr), free_detail, 0);
  return row;
}

static void
on_entry (AdwEntryRow *row, Detail *detail)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  quo_session_set_attr (detail->session, detail->name, *text != '\0' ? text : NULL);
}

static GtkWidget *
make_entry (QuoSession *session, const QuoLabelAttr *attr, const char *value)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_data (row, "apply", G_CALLBACK (on_entry), new_detail (session, attr),
                         free_detail, 0);
  return row;
}

GtkWidget *
quo_detail_row_new (QuoSession *session, const QuoAnnotation *annotation, const QuoLabelAttr *attr)
{
  const char *value = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, attr->name);
  g_autofree char *shown = dup_shown_name (attr->name);
  GtkWidget *row;

  if (strcmp (attr->type, "choice") == 0)
    row = make_choice (session, attr, value);
  else if (strcmp (attr->type, "flag") == 0)
    row = make_flag (session, attr, value);
  else
    row = make_entry (session, attr, value);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  return row;
}
