/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of bars, one a notice; the widget name of a bar is the id of its notice. */
#include "quo-config.h"

#include "quo-notices.h"

#include "quo-announce.h"
#include "quo-directed.h"

#include <glib/gi18n.h>
#include <string.h>

struct _QuoNotices
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (QuoNotices, quo_notices, GTK_TYPE_WIDGET)

static GtkWidget *
find_bar (QuoNotices *notices, const char *id)
{
  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (notices)); bar != NULL;
       bar = gtk_widget_get_next_sibling (bar))
    if (strcmp (gtk_widget_get_name (bar), id) == 0)
      return bar;
  return NULL;
}

static void
on_close_clicked (GtkWidget *bar)
{
  gtk_widget_unparent (bar);
}

/* A choice was made: the notice has done its work. It goes when the action is over, since the
 * button that was clicked is in it. */
static gboolean
remove_later (gpointer bar)
{
  if (gtk_widget_get_parent (bar) != NULL)
    gtk_widget_unparent (bar);
  return G_SOURCE_REMOVE;
}

static void
on_choice_clicked (GtkWidget *bar)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_later, g_object_ref (bar), g_object_unref);
}

static void
add_button (GtkWidget *bar, const QuoNoticeButton *button)
{
  GtkWidget *widget = gtk_button_new_with_label (button->label);

  gtk_widget_add_css_class (widget, "small");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (widget), button->action);
  g_signal_connect_object (widget, "clicked", G_CALLBACK (on_choice_clicked), bar,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), widget);
}

static void
add_menu (GtkWidget *bar, const char *label, GMenuModel *menu)
{
  GtkWidget *widget = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (widget), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (widget), menu);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (GTK_BOX (bar), widget);
}

static void
add_close (GtkWidget *bar)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Close this notice"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close this notice"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_close_clicked), bar, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), close);
}

void
quo_notices_show (QuoNotices *notices, const char *id, gboolean is_error, const char *message,
                  const QuoNoticeButton *buttons, const char *menu_label, GMenuModel *menu)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-information-symbolic");
  g_autofree char *directed = quo_directed (message);
  GtkWidget *label = gtk_label_new (directed);

  g_return_if_fail (QUO_IS_NOTICES (notices));

  quo_notices_hide (notices, id);
  gtk_widget_set_name (bar, id);
  gtk_widget_add_css_class (bar, "notice");
  if (is_error)
    gtk_widget_add_css_class (bar, "error");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), is_error);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), icon);
  gtk_box_append (GTK_BOX (bar), label);
  for (; buttons != NULL && buttons->label != NULL; buttons++)
    add_button (bar, buttons);
  if (menu != NULL)
    add_menu (bar, menu_label, menu);
  add_close (bar);
  gtk_widget_insert_before (bar, GTK_WIDGET (notices), NULL);
  quo_announce_standing (bar, message);
}

gboolean
quo_notices_has (QuoNotices *notices, const char *id)
{
  g_return_val_if_fail (QUO_IS_NOTICES (notices), FALSE);

  return find_bar (notices, id) != NULL;
}

void
quo_notices_update (QuoNotices *notices, const char *id, const char *message)
{
  g_autofree char *directed = NULL;
  GtkWidget *bar;

  g_return_if_fail (QUO_IS_NOTICES (notices));

  bar = find_bar (notices, id);
  if (bar == NULL)
    return;
  directed = quo_directed (message);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar))),
                      directed);
}

void
quo_notices_hide (QuoNotices *notices, const char *id)
{
  GtkWidget *bar;

  g_return_if_fail (QUO_IS_NOTICES (notices));

  bar = find_bar (notices, id);
  if (bar != NULL)
    gtk_widget_unparent (bar);
}

void
quo_notices_hide_all (QuoNotices *notices)
{
  GtkWidget *bar;

  g_return_if_fail (QUO_IS_NOTICES (notices));

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (notices))) != NULL)
    gtk_widget_unparent (bar);
}

static void
quo_notices_dispose (GObject *object)
{
  quo_notices_hide_all (QUO_NOTICES (object));
  G_OBJECT_CLASS (quo_notices_parent_class)->dispose (object);
}

static void
quo_notices_class_init (QuoNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_notices_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quo_notices_init (QuoNotices *notices)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (notices));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
quo_notices_new (void)
{
  return g_object_new (QUO_TYPE_NOTICES, NULL);
}
