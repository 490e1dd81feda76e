/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left column: the list of annotations and its filter.  Rows are bound to light row objects of
 * QuoAnnotationList; a row follows its record by notify::annotation. */
#include "quo-config.h"

#include "quo-side-pane.h"

#include "quo-after-paint.h"
#include "quo-annotation-cell.h"
#include "quo-annotation-list.h"
#include "quo-announce.h"
#include "quo-chosen-bar.h"
#include "quo-context-menu.h"
#include "quo-list-choices.h"
#include "quo-list-leave.h"
#include "quo-list-menus.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>

struct _QuoSidePane
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoAnnotationList *list;
  GSimpleActionGroup *actions;
  GtkSearchEntry *search;
  GtkMenuButton *labels;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *empty;
  GtkLabel *count;
  gboolean is_count_awaited;  /* it is told when it is known */
  gboolean is_scroll_awaited; /* to the selected row */
  GtkBox *entity_box;         /* seen while only mentions of one entity are shown */
  GtkLabel *entity_name;
  QuoChosenBar *chosen;
};

enum
{
  PROP_LOOK = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (QuoSidePane, quo_side_pane, GTK_TYPE_WIDGET)

/* The context menu */

/* What can be done to the chosen rows; to their mentions, if they are of one entity. A row that is
 * pointed at and not chosen is, before its menu comes. */
static GMenuModel *
make_context_menu (GtkWidget *list_view, gboolean is_pointed, GdkRectangle *at, gpointer data)
{
  QuoSidePane *pane = data;
  GtkListItem *item = quo_context_menu_find_row (list_view, "item", is_pointed, at);
  guint position = item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GMenuModel) labels = NULL;

  if (item == NULL)
    return NULL;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (pane->list), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (pane->list), position, TRUE);
  chosen = quo_annotation_list_get_chosen (pane->list);
  labels = quo_chosen_bar_make_labels (pane->chosen);
  return quo_list_menus_make_context (quo_session_get_tagset (pane->session), chosen, labels);
}

static gboolean
on_list_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
             GdkModifierType modifiers, QuoSidePane *pane)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (pane->list_view), "chosen.delete", NULL);
  return GDK_EVENT_STOP;
}

/* Rows */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, QuoSidePane *pane)
{
  GtkWidget *cell = quo_annotation_cell_new ();

  g_object_set_data (G_OBJECT (cell), "item", item);
  gtk_list_item_set_child (item, cell);
}

static void
update_row (QuoSidePane *pane, GtkListItem *item)
{
  QuoAnnotationRow *row = gtk_list_item_get_item (item);

  if (quo_session_get_document (pane->session) != NULL)
    quo_annotation_cell_show (QUO_ANNOTATION_CELL (gtk_list_item_get_child (item)), pane->session,
                              quo_annotation_row_get_annotation (row));
}

static void
on_row_changed (QuoAnnotationRow *row, GParamSpec *spec, GtkListItem *item)
{
  QuoSidePane *pane = g_object_get_data (G_OBJECT (item), "pane");

  update_row (pane, item);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoSidePane *pane)
{
  g_object_set_data (G_OBJECT (item), "pane", pane);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::annotation",
                           G_CALLBACK (on_row_changed), item, 0);
  update_row (pane, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoSidePane *pane)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* The filter */

static void
tell_empty (QuoSidePane *pane, guint n_all)
{
  /* Translators: %s is a key. */
  g_autofree char *begin = quo_session_dup_with_key (
      pane->session, "win.suggest",
      _ ("Nothing is annotated yet. Click a name and then its label below, or press the key of the "
         "label. %s begins with suggestions."),
      _ ("Nothing is annotated yet. Click a name and then its label below, or press the key of the "
         "label."));

  gtk_label_set_label (pane->empty, n_all > 0 ? _ ("No annotation fits the filter.") : begin);
}

static void
update_count (QuoSidePane *pane)
{
  QuoDocument *document = quo_session_get_document (pane->session);
  guint n_shown = quo_annotation_list_count (pane->list);
  guint n_all = document != NULL ? quo_session_count_listed (pane->session) : 0;
  g_autofree char *count = NULL;

  if (n_shown == n_all)
    count = quo_session_dup_totals (pane->session, FALSE);
  else
    count = g_strdup_printf (_ ("%u of %u annotations"), n_shown, n_all);
  gtk_label_set_label (pane->count, count);
  tell_empty (pane, n_all);
  gtk_stack_set_visible_child_name (pane->stack, n_shown == 0 ? "empty" : "list");
}

/* Who filters the list without seeing it hears what is left of it, once it is known. */
static void
tell_count (QuoSidePane *pane)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_empty = quo_annotation_list_count (pane->list) == 0;

  pane->is_count_awaited = quo_annotation_list_is_looking (pane->list);
  if (pane->is_count_awaited)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (pane)))
    quo_announce (GTK_WIDGET (pane->count),
                  gtk_label_get_text (is_empty ? pane->empty : pane->count));
}

/* The menu is marked while something is left out by it. */
static void
show_filter (QuoSidePane *pane)
{
  const QuoListFilter *filter = quo_annotation_list_get_filter (pane->list);

  if (filter->label != NULL || filter->state != QUO_LIST_ALL)
    gtk_widget_add_css_class (GTK_WIDGET (pane->labels), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (pane->labels), "accent");
  gtk_widget_set_visible (GTK_WIDGET (pane->entity_box), filter->entity != NULL);
}

static void
on_stop_filter (QuoSidePane *pane)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "win.focus-article", NULL);
}

static void
on_filter_changed (QuoSidePane *pane)
{
  g_autofree char *label = quo_list_choices_dup (pane->actions, "label");

  quo_annotation_list_set_filter (pane->list, label,
                                  gtk_editable_get_text (GTK_EDITABLE (pane->search)));
  show_filter (pane);
  tell_count (pane);
  g_object_notify_by_pspec (G_OBJECT (pane), props[PROP_LOOK]);
}

static void
on_state_changed (QuoSidePane *pane)
{
  quo_annotation_list_set_state (pane->list, quo_list_choices_get_state (pane->actions));
  show_filter (pane);
  tell_count (pane);
  g_object_notify_by_pspec (G_OBJECT (pane), props[PROP_LOOK]);
}

static void
on_sort_changed (QuoSidePane *pane)
{
  quo_annotation_list_set_sort (pane->list, quo_list_choices_get_sort (pane->actions));
  g_object_notify_by_pspec (G_OBJECT (pane), props[PROP_LOOK]);
}

static void
on_entity_chosen (QuoSidePane *pane)
{
  QuoDocument *document = quo_session_get_document (pane->session);
  g_autofree char *entity = quo_list_choices_dup (pane->actions, "entity");
  g_autofree char *name
      = entity != NULL && document != NULL ? quo_document_dup_member_name (document, entity) : NULL;

  gtk_label_set_label (pane->entity_name, name != NULL ? name : "");
  quo_annotation_list_set_entity (pane->list, entity);
  show_filter (pane);
  if (entity != NULL)
    tell_count (pane);
}

/* The words of the menu come from the tagset, so it is made when it is opened. */
static void
make_filter_menu (GtkMenuButton *button, gpointer data)
{
  QuoSidePane *pane = data;
  g_autoptr (GMenuModel) menu = quo_list_menus_make_filter (quo_session_get_tagset (pane->session));

  gtk_menu_button_set_menu_model (button, menu);
}

static void
scroll_to_selected (QuoSession *session, GParamSpec *spec, QuoSidePane *pane)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint place;

  pane->is_scroll_awaited = !quo_annotation_list_is_told (pane->list);
  if (selected == NULL || pane->is_scroll_awaited)
    return;
  place = quo_annotation_list_find (pane->list, selected->base.id);
  if (place != G_MAXUINT && gtk_widget_get_mapped (GTK_WIDGET (pane)))
    gtk_widget_activate_action (GTK_WIDGET (pane->list_view), "list.scroll-to-item", "u", place);
}

/* Whether somebody may be called otherwise now: an identity, or a mention that was there before. */
static gboolean
may_rename (const QuoChange *change)
{
  const QuoRecord *record = change->after != NULL ? change->after : change->before;

  return record->kind == QUO_RECORD_ENTITY
         || (record->kind == QUO_RECORD_ANNOTATION && change->before != NULL
             && change->after != NULL);
}

/* A change of a relation changes what the row of its quote says, and so does a new name of who
 * speaks. */
static void
on_session_changed (QuoSession *session, QuoEdit *edit, QuoSidePane *pane)
{
  QuoDocument *document = quo_session_get_document (session);
  gboolean is_renamed = FALSE;

  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;
      const QuoRole *quotes;

      is_renamed = is_renamed || may_rename (change);
      if (record->kind != QUO_RECORD_RELATION)
        continue;
      quotes = quo_relation_find_role ((const QuoRelation *)record, "quote");
      for (guint q = 0; quotes != NULL && q < quotes->n_members; q++)
        if (quo_document_find_annotation (document, quotes->members[q]) != NULL)
          quo_annotation_list_touch (pane->list, quotes->members[q]);
    }
  if (is_renamed)
    quo_annotation_list_touch_rows (pane->list);
  update_count (pane);
}

/* Where the view had to begin at the top the selected row is to be seen, once there are rows enough
 * to go on from: to scroll that far makes those anew that are lacking. */
static void
on_items_changed (QuoSidePane *pane)
{
  update_count (pane);
  if (pane->is_scroll_awaited && quo_annotation_list_is_told (pane->list))
    {
      pane->is_scroll_awaited = FALSE;
      scroll_to_selected (pane->session, NULL, pane);
    }
}

static void
on_looked (QuoSidePane *pane, gboolean is_new)
{
  pane->is_scroll_awaited |= is_new;
  on_items_changed (pane);
  if (pane->is_count_awaited)
    tell_count (pane);
}

/* Object */

static void
quo_side_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  QuoSidePane *pane = QUO_SIDE_PANE (object);

  if (id == PROP_LOOK)
    g_value_take_variant (
        value, quo_list_choices_make_look (pane->actions,
                                           gtk_editable_get_text (GTK_EDITABLE (pane->search))));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_side_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  QuoSidePane *pane = QUO_SIDE_PANE (object);
  const char *words;

  if (id == PROP_LOOK)
    {
      words = quo_list_choices_take_look (pane->actions, g_value_get_variant (value));
      if (words != NULL)
        gtk_editable_set_text (GTK_EDITABLE (pane->search), words);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_side_pane_dispose (GObject *object)
{
  QuoSidePane *pane = QUO_SIDE_PANE (object);

  gtk_list_view_set_model (pane->list_view, NULL);
  g_clear_object (&pane->list);
  g_clear_object (&pane->session);
  g_clear_object (&pane->actions);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (pane))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_side_pane_parent_class)->dispose (object);
}

static void
quo_side_pane_class_init (QuoSidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_side_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = quo_side_pane_get_property;
  G_OBJECT_CLASS (klass)->set_property = quo_side_pane_set_property;
  props[PROP_LOOK]
      = g_param_spec_variant ("look", NULL, NULL, G_VARIANT_TYPE ("a{ss}"), NULL,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-side-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, search);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, labels);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, stack);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, empty);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, count);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, entity_box);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, entity_name);
  gtk_widget_class_set_css_name (widget_class, "sidepane");
}

static void
follow_choice (QuoSidePane *pane, const char *name, void (*on_changed) (QuoSidePane *pane))
{
  g_signal_connect_object (g_action_map_lookup_action (G_ACTION_MAP (pane->actions), name),
                           "notify::state", G_CALLBACK (on_changed), pane, G_CONNECT_SWAPPED);
}

static void
quo_side_pane_init (QuoSidePane *pane)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (pane));
  quo_list_leave_by_tab (GTK_WIDGET (pane->list_view));
  pane->actions = quo_list_choices_new ();
  follow_choice (pane, "label", on_filter_changed);
  follow_choice (pane, "state", on_state_changed);
  follow_choice (pane, "sort", on_sort_changed);
  follow_choice (pane, "entity", on_entity_chosen);
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "pane", G_ACTION_GROUP (pane->actions));
  g_signal_connect_object (pane->search, "stop-search", G_CALLBACK (on_stop_filter), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->search, "search-changed", G_CALLBACK (on_filter_changed), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_list_key), pane, 0);
  gtk_widget_add_controller (GTK_WIDGET (pane->list_view), keys);
  quo_context_menu_attach (GTK_WIDGET (pane->list_view), make_context_menu, pane);
  gtk_menu_button_set_create_popup_func (pane->labels, make_filter_menu, pane, NULL);
}

/* The view makes some two hundred rows, however few of them are seen: after the text is. */
static void
attach_list (GtkWidget *widget)
{
  QuoSidePane *pane = QUO_SIDE_PANE (widget);

  if (pane->list == NULL || gtk_list_view_get_model (pane->list_view) != NULL)
    return;
  gtk_list_view_set_model (pane->list_view, GTK_SELECTION_MODEL (pane->list));
  scroll_to_selected (pane->session, NULL, pane);
}

/* Another article: its rows come after its text, and the names and mentions are others. */
static void
on_document (QuoSidePane *pane)
{
  gtk_list_view_set_model (pane->list_view, NULL);
  quo_after_paint (GTK_WIDGET (pane), attach_list);
  quo_list_choices_set (pane->actions, "entity", "");
}

void
quo_side_pane_show_entity (QuoSidePane *pane, const char *entity)
{
  g_return_if_fail (QUO_IS_SIDE_PANE (pane));

  g_action_group_activate_action (G_ACTION_GROUP (pane->actions), "entity",
                                  g_variant_new_string (entity != NULL ? entity : ""));
}

GtkWidget *
quo_side_pane_new (QuoSession *session)
{
  QuoSidePane *pane = g_object_new (QUO_TYPE_SIDE_PANE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  pane->session = g_object_ref (session);
  /* Before the list, which otherwise would have the rows made anew at once. */
  g_signal_connect_object (session, "keys-changed", G_CALLBACK (update_count), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document), pane,
                           G_CONNECT_SWAPPED);
  pane->list = quo_annotation_list_new (session);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), pane);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), pane);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), pane);
  gtk_list_view_set_factory (pane->list_view, factory);
  quo_after_paint (GTK_WIDGET (pane), attach_list);
  pane->chosen = QUO_CHOSEN_BAR (quo_chosen_bar_new (session, pane->list));
  gtk_widget_insert_before (GTK_WIDGET (pane->chosen), GTK_WIDGET (pane), GTK_WIDGET (pane->count));
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "chosen",
                                  quo_chosen_bar_get_actions (pane->chosen));
  /* The view hears of new rows first: to scroll to one that it does not know ends the program. */
  g_signal_connect_object (pane->list, "items-changed", G_CALLBACK (on_items_changed), pane,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (pane->list, "looked", G_CALLBACK (on_looked), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), pane, 0);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (scroll_to_selected), pane, 0);
  update_count (pane);
  return GTK_WIDGET (pane);
}
