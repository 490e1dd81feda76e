/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row a section, in the order of the text: the place of a row is that of its section. */
#include "quo-config.h"

#include "quo-contents-list.h"

#include "quo-list-leave.h"

#include <glib/gi18n.h>

/* Deeper parts are no further in. */
#define MAX_LEVEL 5
#define INDENT 14

struct _QuoContentsList
{
  GtkWidget parent_instance;
  QuoSession *session;
  GArray *sections; /* (element-type QuoSection), of the article; or NULL */
  GtkStringList *titles;
  GtkSingleSelection *selection;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (QuoContentsList, quo_contents_list, GTK_TYPE_WIDGET)

enum
{
  PROP_HAS_CONTENTS = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoContentsList *list)
{
  guint place = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *title = gtk_string_list_get_string (list->titles, place);
  guint level = 1;

  if (list->sections != NULL && place < list->sections->len)
    level = CLAMP (g_array_index (list->sections, QuoSection, place).level, 1, MAX_LEVEL);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_margin_start (label, (int)(level - 1) * INDENT);
}

/* The last section that begins at or before @offset. */
static guint
find_section (const QuoContentsList *list, guint32 offset)
{
  guint low = 0, high = list->sections->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list->sections, QuoSection, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : GTK_INVALID_LIST_POSITION;
}

static void
follow_caret (QuoContentsList *list)
{
  guint place;

  if (list->sections == NULL || list->sections->len == 0)
    return;
  place = find_section (list, quo_session_get_caret (list->session));
  if (gtk_single_selection_get_selected (list->selection) != place)
    gtk_single_selection_set_selected (list->selection, place);
}

static void
follow_document (QuoContentsList *list)
{
  QuoDocument *document = quo_session_get_document (list->session);
  GArray *sections = document != NULL ? quo_document_get_article (document)->sections : NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  if (sections == list->sections)
    return;
  g_clear_pointer (&list->sections, g_array_unref);
  if (sections != NULL)
    list->sections = g_array_ref (sections);
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    g_ptr_array_add (titles, g_array_index (sections, QuoSection, i).title);
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (list->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (list->titles)),
                          (const char *const *)titles->pdata);
  follow_caret (list);
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_HAS_CONTENTS]);
}

static void
on_activate (QuoContentsList *list, guint place)
{
  guint32 start;

  if (list->sections == NULL || place >= list->sections->len)
    return;
  start = g_array_index (list->sections, QuoSection, place).start;
  quo_session_select (list->session, start, start);
  gtk_widget_activate_action (GTK_WIDGET (list), "win.focus-article", NULL);
}

gboolean
quo_contents_list_has_any (QuoContentsList *list)
{
  return list->sections != NULL && list->sections->len > 0;
}

static void
quo_contents_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_HAS_CONTENTS)
    g_value_set_boolean (value, quo_contents_list_has_any (QUO_CONTENTS_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_contents_list_dispose (GObject *object)
{
  QuoContentsList *list = QUO_CONTENTS_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&list->session);
  g_clear_pointer (&list->sections, g_array_unref);
  g_clear_object (&list->titles);
  g_clear_object (&list->selection);
  G_OBJECT_CLASS (quo_contents_list_parent_class)->dispose (object);
}

static void
quo_contents_list_class_init (QuoContentsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_contents_list_get_property;
  object_class->dispose = quo_contents_list_dispose;
  properties[PROP_HAS_CONTENTS]
      = g_param_spec_boolean ("has-contents", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quo_contents_list_init (QuoContentsList *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  list->titles = gtk_string_list_new (NULL);
  list->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list->titles)));
  gtk_single_selection_set_autoselect (list->selection, FALSE);
  gtk_single_selection_set_can_unselect (list->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), list);
  list->view = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (list->selection)), factory));
  quo_list_leave_by_tab (GTK_WIDGET (list->view));
  gtk_list_view_set_single_click_activate (list->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (list->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contents"), -1);
  g_signal_connect_object (list->view, "activate", G_CALLBACK (on_activate), list,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (list->view));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (list));
}

GtkWidget *
quo_contents_list_new (QuoSession *session)
{
  QuoContentsList *list = g_object_new (QUO_TYPE_CONTENTS_LIST, NULL);

  list->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (follow_document), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-moved", G_CALLBACK (follow_caret), list,
                           G_CONNECT_SWAPPED);
  follow_document (list);
  return GTK_WIDGET (list);
}
