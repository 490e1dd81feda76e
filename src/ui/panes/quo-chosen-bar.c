/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: the bar is revealed exactly while more than one row is chosen, but for the moment
 * until `idle` comes. */
#include "quo-config.h"

#include "quo-chosen-bar.h"

#include "quo-palette.h"
#include "quo-picker.h"

#include <glib/gi18n.h>

/* After what a list tells by pieces. */
#define PRIORITY (GDK_PRIORITY_REDRAW + 2)

struct _QuoChosenBar
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoAnnotationList *list;
  GSimpleActionGroup *actions;
  GtkRevealer *revealer;
  GtkLabel *count;
  guint idle; /* it will be updated, or 0 */
};

G_DEFINE_FINAL_TYPE (QuoChosenBar, quo_chosen_bar, GTK_TYPE_WIDGET)

static void
on_relabel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoChosenBar *bar = data;
  g_autoptr (GPtrArray) chosen = quo_annotation_list_get_chosen (bar->list);

  quo_session_relabel_many (bar->session, chosen, g_variant_get_string (parameter, NULL));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoChosenBar *bar = data;
  g_autoptr (GPtrArray) chosen = quo_annotation_list_get_chosen (bar->list);

  quo_session_delete_many (bar->session, chosen);
}

static void
on_speaker (const char *id, gpointer data)
{
  QuoChosenBar *bar = data;
  g_autoptr (GPtrArray) chosen = quo_annotation_list_get_chosen (bar->list);

  quo_session_link_many (bar->session, chosen, id);
}

static void
on_link (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoChosenBar *bar = data;

  quo_picker_present_for (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (bar))), bar->session,
                          _ ("Who said it?"), on_speaker, bar);
}

GMenuModel *
quo_chosen_bar_make_labels (QuoChosenBar *bar)
{
  QuoTagset *tagset = quo_session_get_tagset (bar->session);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (quo_label_get_shown_name (&tagset->labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "chosen.relabel", "s", tagset->labels[i].id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
make_label_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = quo_chosen_bar_make_labels (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static gboolean
update (gpointer data)
{
  QuoChosenBar *bar = data;
  g_autoptr (GPtrArray) chosen = quo_annotation_list_get_chosen (bar->list);
  g_autofree char *told = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", chosen->len), chosen->len);

  bar->idle = 0;
  gtk_label_set_label (bar->count, told);
  gtk_revealer_set_reveal_child (bar->revealer, chosen->len > 1);
  return G_SOURCE_REMOVE;
}

/* Once for all pieces that the list tells of, when it is through: to count goes through all rows.
 */
static void
queue_update (QuoChosenBar *bar)
{
  if (bar->idle == 0)
    bar->idle = g_idle_add_full (PRIORITY, update, bar, NULL);
}

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_labels_button (QuoChosenBar *bar)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "user-bookmarks-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_label_menu, bar, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Change the label of all selected"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Change the label of all selected"), -1);
  return button;
}

static void
quo_chosen_bar_dispose (GObject *object)
{
  QuoChosenBar *bar = QUO_CHOSEN_BAR (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (bar))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_handle_id (&bar->idle, g_source_remove);
  g_clear_object (&bar->list);
  g_clear_object (&bar->session);
  g_clear_object (&bar->actions);
  G_OBJECT_CLASS (quo_chosen_bar_parent_class)->dispose (object);
}

static void
quo_chosen_bar_class_init (QuoChosenBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_chosen_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chosenbar");
}

static void
quo_chosen_bar_init (QuoChosenBar *bar)
{
  static const GActionEntry ENTRIES[] = {
    { "relabel", on_relabel, "s" },
    { "link", on_link, NULL },
    { "delete", on_delete, NULL },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *revealer = gtk_revealer_new ();

  bar->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (bar->actions), ENTRIES, G_N_ELEMENTS (ENTRIES),
                                   bar);
  gtk_widget_insert_action_group (GTK_WIDGET (bar), "chosen", G_ACTION_GROUP (bar->actions));
  bar->count = GTK_LABEL (count);
  bar->revealer = GTK_REVEALER (revealer);
  gtk_label_set_xalign (bar->count, 0);
  gtk_widget_set_hexpand (count, TRUE);
  gtk_widget_add_css_class (count, "sb");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), make_labels_button (bar));
  gtk_box_append (GTK_BOX (box),
                  make_button ("system-users-symbolic", _ ("Link all selected quotes to a speaker"),
                               "chosen.link"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("user-trash-symbolic", _ ("Delete all selected"), "chosen.delete"));
  gtk_revealer_set_child (bar->revealer, box);
  gtk_widget_set_parent (revealer, GTK_WIDGET (bar));
}

GtkWidget *
quo_chosen_bar_new (QuoSession *session, QuoAnnotationList *list)
{
  QuoChosenBar *bar = g_object_new (QUO_TYPE_CHOSEN_BAR, NULL);

  bar->session = g_object_ref (session);
  bar->list = g_object_ref (list);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (queue_update), bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (queue_update), bar,
                           G_CONNECT_SWAPPED);
  update (bar);
  return GTK_WIDGET (bar);
}

GActionGroup *
quo_chosen_bar_get_actions (QuoChosenBar *bar)
{
  g_return_val_if_fail (QUO_IS_CHOSEN_BAR (bar), NULL);
  return G_ACTION_GROUP (bar->actions);
}
