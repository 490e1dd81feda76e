/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK gives what has no name that of its class, and screen readers say it: "GtkStackPage panel",
 * "GtkImage Undo button". Where the program makes such a widget it names it; this file is for those
 * that GTK and libadwaita make inside others. Every widget is looked at when it is realized, items
 * of menus whenever they are mapped.
 */
#include "quo-config.h"

#include "quo-plain-names.h"

#include "quo-told-key.h"

#include <adwaita.h>
#include <string.h>

static void
set_name (gpointer accessible, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* "Undo (Ctrl+Z)" after "Undo" is "Ctrl+Z". */
static char *
dup_rest (const char *tooltip)
{
  char *key = quo_told_key_dup (tooltip);

  return key != NULL ? key : g_strdup (tooltip);
}

/* Whether the name has the words of the tooltip: a picture has them, a word may be another. */
static gboolean
is_told_by_label (GtkWidget *widget, const char *tooltip)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label == NULL || g_str_has_prefix (tooltip, label);
}

/* "Main menu" after "Main menu" is nothing. */
static gboolean
is_name (GtkWidget *widget, const char *tooltip)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);
  return other == NULL;
}

void
quo_plain_names_describe (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  g_autofree char *rest = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (tooltip == NULL || *tooltip == '\0')
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  rest = is_name (widget, tooltip)            ? g_strdup ("")
         : is_told_by_label (widget, tooltip) ? dup_rest (tooltip)
                                              : g_strdup (tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rest, -1);
}

/* "_Cancel" as it is shown: "_" marks the next letter, "__" stands for one. */
static char *
dup_without_mark (const char *label)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (shown, *p);
    }
  return g_string_free (shown, FALSE);
}

/* A button with a picture is labelled by the picture, which has no name, beside its own. */
static void
mend_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *name = NULL;

  if (gtk_button_get_icon_name (button) != NULL)
    {
      const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      if (tooltip != NULL
          && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL))
        set_name (button, tooltip);
    }
  if (label == NULL || !gtk_button_get_use_underline (button))
    return;
  /* "_Cancel Cancel" is the label with its mnemonic and the label again. */
  name = dup_without_mark (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (button, name);
}

static void
follow_tooltip (GtkWidget *widget)
{
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    quo_plain_names_describe (widget);
  g_signal_handlers_disconnect_by_func (widget, quo_plain_names_describe, NULL);
  g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (quo_plain_names_describe), NULL);
}

/* A page without a title is a box like others, and as silent. */
static void
mend_stack (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *title = gtk_stack_page_get_title (GTK_STACK_PAGE (page));

      set_name (page, title != NULL ? title : "");
    }
}

/* The rows of a group without a title are its name. */
static void
mend_list_box (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = gtk_widget_get_first_child (list);
  const char *title
      = group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;
  g_autofree char *name = NULL;

  if (group == NULL || (title != NULL && *title != '\0') || !ADW_IS_PREFERENCES_ROW (row))
    return;
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  name = adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (row))
             ? dup_without_mark (title)
             : g_strdup (title);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (list, name);
}

/* The choices of a row are called as the row is. */
static void
mend_list_view (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (list, ADW_TYPE_COMBO_ROW);

  if (row != NULL)
    set_name (list, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void on_text_focus (GtkWidget *text);

/* A role can be given only before the first reader of the screen asked for it. */
static void
set_role (GtkWidget *widget, GtkAccessibleRole role)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != role)
    g_object_set (widget, "accessible-role", role, NULL);
}

/* Through the row and back into its text, where the cursor stays. */
static gboolean
on_text_focused (gpointer data)
{
  GtkWidget *text = data, *row = gtk_widget_get_ancestor (text, ADW_TYPE_ENTRY_ROW);
  GtkRoot *root = gtk_widget_get_root (text);

  if (row == NULL || root == NULL || gtk_root_get_focus (root) != text)
    return G_SOURCE_REMOVE;
  g_signal_handlers_block_by_func (text, on_text_focus, NULL);
  gtk_root_set_focus (root, row);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  g_signal_handlers_unblock_by_func (text, on_text_focus, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_text_focus (GtkWidget *text)
{
  if (gtk_widget_has_focus (text))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_text_focused, g_object_ref (text), g_object_unref);
}

/* An entry row is in the tree, its text is not; and when the keyboard comes into the text, an older
 * libadwaita (1.2 goes with GTK 4.8) tells nobody that the row has it. */
static void
mend_text (GtkWidget *text)
{
  if (gtk_widget_get_ancestor (text, ADW_TYPE_ENTRY_ROW) == NULL || gtk_get_minor_version () >= 10)
    return;
  g_signal_handlers_disconnect_by_func (text, on_text_focus, NULL);
  g_signal_connect (text, "notify::has-focus", G_CALLBACK (on_text_focus), NULL);
}

/* What is chosen in a row of choices. */
static void
describe_choice (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  g_auto (GValue) value = G_VALUE_INIT;
  const char *words = "";

  if (GTK_IS_STRING_OBJECT (item))
    words = gtk_string_object_get_string (item);
  else if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value)
           && G_VALUE_HOLDS_STRING (&value))
    words = g_value_get_string (&value);
  /* The tooltip is the description as well, and has what the row has no room for. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), words);
}

/* What is in a row of a list box. */
static void
mend_row (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  if (ADW_IS_COMBO_ROW (row))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      g_signal_handlers_disconnect_by_func (row, describe_choice, NULL);
      g_signal_connect (row, "notify::selected-item", G_CALLBACK (describe_choice), NULL);
      describe_choice (ADW_COMBO_ROW (row));
    }
  /* "Not selected" of what cannot be is only noise. */
  if (list != NULL && gtk_list_box_get_selection_mode (GTK_LIST_BOX (list)) == GTK_SELECTION_NONE)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED);
}

/* The arrows scroll a page of preferences where no row takes them. */
static void
mend_scrolled (GtkWidget *scrolled)
{
  GtkRoot *root = gtk_widget_get_root (scrolled);
  const char *title = GTK_IS_WINDOW (root) ? gtk_window_get_title (GTK_WINDOW (root)) : NULL;

  if (title != NULL && gtk_widget_get_ancestor (scrolled, ADW_TYPE_PREFERENCES_PAGE) != NULL)
    set_name (scrolled, title);
}

/* What is in a window that is none for a screen reader is not read at all. */
static void
mend_window (GtkWidget *window)
{
  if (!GTK_IS_APPLICATION_WINDOW (window))
    set_role (window, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static gboolean
on_realize (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget))
    mend_button (GTK_BUTTON (widget));
  else if (GTK_IS_STACK (widget))
    mend_stack (GTK_STACK (widget));
  else if (GTK_IS_LIST_BOX (widget))
    mend_list_box (widget);
  else if (GTK_IS_LIST_VIEW (widget))
    mend_list_view (widget);
  else if (GTK_IS_TEXT (widget))
    mend_text (widget);
  else if (GTK_IS_LIST_BOX_ROW (widget))
    mend_row (widget);
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    mend_scrolled (widget);
  else if (GTK_IS_WINDOW (widget))
    mend_window (widget);
  /* Beside the name that it has by now. */
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget))
    follow_tooltip (widget);
  return TRUE;
}

/* The items of menus are of a type that GTK keeps to itself; it is known by its name. GTK 4.18 has
 * them labelled by a box without words, and a screen reader says "menu item" for each. Their words
 * can change while the menu is closed. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  g_autofree char *text = NULL, *name = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return TRUE;
  g_object_get (widget, "text", &text, NULL);
  if (text == NULL || *text == '\0')
    return TRUE;
  name = dup_without_mark (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (widget, name);
  return TRUE;
}

void
quo_plain_names_start (void)
{
  /* A signal is known once its class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realize, NULL,
                              NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
