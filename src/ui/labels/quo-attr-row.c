/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: what is told is complete and can be read back: a choice has values, a default is one
 * of them. */
#include "quo-config.h"

#include "quo-attr-row.h"

#include "quo-field.h"

#include <glib/gi18n.h>
#include <string.h>

/* Between values, as people write lists. */
#define SEPARATOR ", "

struct _QuoAttrRow
{
  AdwExpanderRow parent_instance;
  AdwEntryRow *name, *values, *value;
  AdwComboRow *type;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QuoAttrRow, quo_attr_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* In the order of the rows of the choice. */
static const char *const TYPES[] = { "text", "number", "flag", "choice", "many" };
static const char *const TYPE_NAMES[] = { N_ ("Text"), N_ ("Number"), N_ ("Yes or no"),
                                          N_ ("One of several"), N_ ("Some of several") };

static guint
get_type_place (QuoAttrRow *row)
{
  return MIN (adw_combo_row_get_selected (row->type), G_N_ELEMENTS (TYPES) - 1);
}

static gboolean
has_values (QuoAttrRow *row)
{
  return get_type_place (row) >= 3;
}

/* (transfer full): the words between commas, without blanks round them and without empty ones. */
static GStrv
split_values (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (values, parts[i]);
  return g_strv_builder_end (values);
}

/* The default as a tagset file has it, or NULL when it is none. */
static const char *
read_default (QuoAttrRow *row, const char *const *values)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->value));
  char *end = NULL;

  switch (get_type_place (row))
    {
    case 0:
      return *text != '\0' ? text : NULL;
    case 1:
      g_ascii_strtod (text, &end);
      return *text != '\0' && *end == '\0' ? text : NULL;
    case 2:
      return g_str_equal (text, "true") || g_str_equal (text, "false") ? text : NULL;
    default:
      return g_strv_contains (values, text) ? text : NULL;
    }
}

static void
tell (QuoAttrRow *row)
{
  g_auto (GStrv) values = split_values (gtk_editable_get_text (GTK_EDITABLE (row->values)));
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row->name));
  QuoLabelAttr attr = { .name = name, .type = TYPES[get_type_place (row)] };

  if (row->is_filling || *name == '\0')
    return;
  if (has_values (row))
    attr.values = (const char *const *)values;
  attr.value = read_default (row, (const char *const *)values);
  if (attr.value == NULL)
    quo_field_restore (row->value);
  g_signal_emit (row, signals[CHANGED], 0, &attr);
}

static void
on_delete (QuoAttrRow *row)
{
  g_signal_emit (row, signals[CHANGED], 0, NULL);
}

static AdwEntryRow *
add_entry (QuoAttrRow *row, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  quo_field_init (ADW_ENTRY_ROW (entry));
  g_signal_connect_swapped (entry, "apply", G_CALLBACK (tell), row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  return ADW_ENTRY_ROW (entry);
}

static void
add_type (QuoAttrRow *row)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TYPE_NAMES); i++)
    gtk_string_list_append (names, _ (TYPE_NAMES[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ ("Type"));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (tell), row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), combo);
  row->type = ADW_COMBO_ROW (combo);
}

static void
quo_attr_row_class_init (QuoAttrRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", QUO_TYPE_ATTR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
quo_attr_row_init (QuoAttrRow *row)
{
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");

  row->is_filling = TRUE;
  row->name = add_entry (row, _ ("Name"));
  add_type (row);
  /* Translators: the values of an attribute, commas between. */
  row->values = add_entry (row, _ ("Values, commas between"));
  row->value = add_entry (row, _ ("Value of new annotations"));
  gtk_widget_set_valign (delete, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _ ("Delete the attribute"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete the attribute"), -1);
  g_signal_connect_swapped (delete, "clicked", G_CALLBACK (on_delete), row);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), delete);
  row->is_filling = FALSE;
}

GtkWidget *
quo_attr_row_new (void)
{
  return g_object_new (QUO_TYPE_ATTR_ROW, NULL);
}

void
quo_attr_row_show (QuoAttrRow *row, const QuoLabelAttr *attr)
{
  g_autofree char *values = NULL;

  g_return_if_fail (QUO_IS_ATTR_ROW (row) && attr != NULL);

  row->is_filling = TRUE;
  if (attr->values != NULL)
    values = g_strjoinv (SEPARATOR, (char **)attr->values);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), attr->name);
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (g_str_equal (TYPES[i], attr->type))
      {
        adw_combo_row_set_selected (row->type, i);
        adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                       values != NULL ? values : _ (TYPE_NAMES[i]));
      }
  quo_field_show (row->name, attr->name, attr->name);
  quo_field_show (row->values, attr->name, values);
  quo_field_show (row->value, attr->name, attr->value);
  gtk_widget_set_visible (GTK_WIDGET (row->values), has_values (row));
  row->is_filling = FALSE;
}
