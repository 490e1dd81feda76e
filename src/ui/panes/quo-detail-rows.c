/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an annotation's attributes in the inspector, by the type that the tagset gives. */
#include "quo-config.h"

#include "quo-detail-rows.h"

#include "quo-attr-words.h"
#include "quo-field.h"

#include <glib/gi18n.h>

/* What a row edits, owned by the row. While it is being filled its own signals do nothing. */
typedef struct
{
  QuoSession *session; /* not owned: the rows live in a widget of the session */
  QuoTagset *tagset;   /* owned */
  const QuoLabelAttr *attr;
  GtkWidget *control; /* the switch of a flag, else the row itself */
  char *unknown;      /* the last choice, a value that the tagset does not have, or NULL */
  gboolean is_filling;
} Detail;

static void
free_detail (gpointer data)
{
  Detail *detail = data;

  quo_tagset_unref (detail->tagset);
  g_free (detail->unknown);
  g_free (detail);
}

static Detail *
get_detail (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "detail");
}

static void
change (Detail *detail, const char *value)
{
  if (!detail->is_filling)
    quo_session_set_attr (detail->session, detail->attr->name, value);
}

static guint
count_values (const QuoLabelAttr *attr)
{
  return attr->values != NULL ? g_strv_length ((char **)attr->values) : 0;
}

/* The first choice is nothing; behind the values of the tagset stands the unknown one. */
static void
on_choice (AdwComboRow *row)
{
  Detail *detail = get_detail (row);
  guint selected = adw_combo_row_get_selected (row);
  guint n_known = count_values (detail->attr);

  change (detail, selected == 0        ? NULL
                  : selected > n_known ? detail->unknown
                                       : detail->attr->values[selected - 1]);
}

static void
on_flag (GtkSwitch *control, GParamSpec *spec, GtkWidget *row)
{
  change (get_detail (row), gtk_switch_get_active (control) ? "true" : NULL);
}

static void
on_entry (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  change (get_detail (row), *text != '\0' ? text : NULL);
}

static GtkWidget *
make_choice (const QuoLabelAttr *attr)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *none[] = { _ ("Not told"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (none);

  for (guint i = 0; i < count_values (attr); i++)
    gtk_string_list_take (names, quo_attr_dup_choice (attr->name, attr->values[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_choice), NULL);
  return row;
}

static GtkWidget *
make_flag (const char *name, GtkWidget **ret_control)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect (control, "notify::active", G_CALLBACK (on_flag), row);
  *ret_control = control;
  return row;
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *row = adw_entry_row_new ();

  quo_field_init (ADW_ENTRY_ROW (row));
  g_signal_connect (row, "apply", G_CALLBACK (on_entry), NULL);
  return row;
}

GtkWidget *
quo_detail_row_new (QuoSession *session, QuoTagset *tagset, const QuoLabelAttr *attr)
{
  g_autofree char *shown = quo_attr_dup_heading (attr->name);
  Detail *detail = g_new0 (Detail, 1);
  GtkWidget *control = NULL;
  GtkWidget *row;

  if (strcmp (attr->type, "choice") == 0)
    row = make_choice (attr);
  else if (strcmp (attr->type, "flag") == 0)
    row = make_flag (shown, &control);
  else
    row = make_entry ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  *detail = (Detail){ .session = session,
                      .tagset = quo_tagset_ref (tagset),
                      .attr = attr,
                      .control = control != NULL ? control : row };
  g_object_set_data_full (G_OBJECT (row), "detail", detail, free_detail);
  return row;
}

/* The value that the tagset does not know stays: it is one more choice. */
static void
show_choice (Detail *detail, AdwComboRow *row, const char *value)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint n_known = count_values (detail->attr);
  guint selected = 0;

  for (guint i = 0; value != NULL && i < n_known && selected == 0; i++)
    if (strcmp (detail->attr->values[i], value) == 0)
      selected = i + 1;
  if (value != NULL && selected == 0)
    {
      const char *added[] = { value, NULL };

      gtk_string_list_splice (names, n_known + 1, detail->unknown != NULL ? 1 : 0, added);
      g_free (detail->unknown);
      detail->unknown = g_strdup (value);
      selected = n_known + 1;
    }
  adw_combo_row_set_selected (row, selected);
}

void
quo_detail_row_show (GtkWidget *row, const QuoAnnotation *annotation)
{
  Detail *detail = get_detail (row);
  const char *value
      = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, detail->attr->name);

  detail->is_filling = TRUE;
  if (ADW_IS_COMBO_ROW (row))
    show_choice (detail, ADW_COMBO_ROW (row), value);
  else if (GTK_IS_SWITCH (detail->control))
    gtk_switch_set_active (GTK_SWITCH (detail->control), g_strcmp0 (value, "true") == 0);
  else
    quo_field_show (ADW_ENTRY_ROW (row), annotation->base.id, value);
  detail->is_filling = FALSE;
}
