/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left column: the list of annotations and its filter.  Rows are bound to light row objects of
 * QuoAnnotationList; a row follows its record by notify::annotation. */
#include "quo-config.h"

#include "quo-side-pane.h"

#include "quo-annotation-list.h"
#include "quo-palette.h"
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
};

G_DEFINE_FINAL_TYPE (QuoSidePane, quo_side_pane, GTK_TYPE_WIDGET)

/* A row: the swatch and name of the label above the words. */

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const QuoLabel *label = g_object_get_data (G_OBJECT (area), "label");
  gboolean is_suggestion = g_object_get_data (G_OBJECT (area), "suggestion") != NULL;
  QuoPalette palette = quo_palette_get ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  quo_line_pattern_draw (snapshot, &palette, label, is_suggestion, 0, 2, width);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, QuoSidePane *pane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = gtk_drawing_area_new ();
  GtkWidget *words = make_label (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), 22);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), 7);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, NULL, NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), swatch);
  gtk_box_append (GTK_BOX (top), make_label ("quiet"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (top), "t12");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

/* "Quote, by Jana Köhler" */
static char *
describe_label (QuoSidePane *pane, const QuoAnnotation *annotation)
{
  QuoDocument *document = quo_session_get_document (pane->session);
  const QuoLabel *label
      = quo_tagset_find (quo_session_get_tagset (pane->session), annotation->type);
  const char *name = label != NULL ? quo_label_get_shown_name (label) : annotation->type;
  const QuoRelation *relation
      = quo_document_find_relation (document, "quotation", "quote", annotation->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  if (annotation->is_orphan)
    return g_strdup_printf (_ ("%s · place lost"), name);
  if (source != NULL)
    {
      g_autofree char *speaker = quo_document_dup_member_name (document, source->members[0]);

      return g_strdup_printf ("%s · %s", name, speaker != NULL ? speaker : source->members[0]);
    }
  if (label != NULL && label->kind == QUO_LABEL_QUOTE)
    return g_strdup_printf (_ ("%s · no speaker"), name);
  return g_strdup (name);
}

static void
update_row (QuoSidePane *pane, GtkListItem *item)
{
  QuoAnnotationRow *row = gtk_list_item_get_item (item);
  const QuoAnnotation *annotation = quo_annotation_row_get_annotation (row);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *top = gtk_widget_get_first_child (box);
  GtkWidget *swatch = gtk_widget_get_first_child (top);
  QuoDocument *document = quo_session_get_document (pane->session);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  if (document == NULL)
    return;
  title = describe_label (pane, annotation);
  words = quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));
  sentence = g_strdup_printf ("%s: %s", title, words);
  g_object_set_data (
      G_OBJECT (swatch), "label",
      (gpointer)quo_tagset_find (quo_session_get_tagset (pane->session), annotation->type));
  g_object_set_data (G_OBJECT (swatch), "suggestion",
                     GINT_TO_POINTER (annotation->status == QUO_STATUS_SUGGESTED));
  gtk_widget_queue_draw (swatch);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (top)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
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

static const char *
get_label_filter (QuoSidePane *pane)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (pane->actions), "label");
  const char *id = g_variant_get_string (state, NULL);

  return *id != '\0' ? id : NULL;
}

static void
update_count (QuoSidePane *pane)
{
  QuoDocument *document = quo_session_get_document (pane->session);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (pane->list));
  guint n_all = document != NULL ? quo_document_count (document, QUO_RECORD_ANNOTATION) : 0;
  g_autofree char *count = NULL;

  if (n_shown == n_all)
    count = g_strdup_printf (g_dngettext (NULL, "%u annotation", "%u annotations", n_all), n_all);
  else
    count = g_strdup_printf (_ ("%u of %u annotations"), n_shown, n_all);
  gtk_label_set_label (pane->count, count);
  gtk_label_set_label (pane->empty, n_all == 0 ? _ ("Nothing is annotated yet. Put the caret on a "
                                                    "name and press a digit.")
                                               : _ ("No annotation fits the filter."));
  gtk_stack_set_visible_child_name (pane->stack, n_shown == 0 ? "empty" : "list");
}

static void
on_filter_changed (QuoSidePane *pane)
{
  const char *label = get_label_filter (pane);

  quo_annotation_list_set_filter (pane->list, label,
                                  gtk_editable_get_text (GTK_EDITABLE (pane->search)));
  if (label != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (pane->labels), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (pane->labels), "accent");
}

/* The words of the menu come from the tagset, so it is made when it is opened. */
static void
make_label_menu (GtkMenuButton *button, gpointer data)
{
  QuoSidePane *pane = data;
  QuoTagset *tagset = quo_session_get_tagset (pane->session);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("All Labels"), "pane.label('')");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (quo_label_get_shown_name (&tagset->labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "pane.label", "s", tagset->labels[i].id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
scroll_to_selected (QuoSession *session, GParamSpec *spec, QuoSidePane *pane)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint place
      = selected != NULL ? quo_annotation_list_find (pane->list, selected->base.id) : G_MAXUINT;

  if (place != G_MAXUINT && gtk_widget_get_mapped (GTK_WIDGET (pane)))
    gtk_widget_activate_action (GTK_WIDGET (pane->list_view), "list.scroll-to-item", "u", place);
}

/* A change of a relation changes what the row of its quote says. */
static void
on_session_changed (QuoSession *session, QuoEdit *edit, QuoSidePane *pane)
{
  QuoDocument *document = quo_session_get_document (session);

  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;
      const QuoRole *quotes;

      if (record->kind != QUO_RECORD_RELATION)
        continue;
      quotes = quo_relation_find_role ((const QuoRelation *)record, "quote");
      for (guint q = 0; quotes != NULL && q < quotes->n_members; q++)
        if (quo_document_find_annotation (document, quotes->members[q]) != NULL)
          quo_annotation_list_touch (pane->list, quotes->members[q]);
    }
}

/* Object */

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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-side-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, search);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, labels);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, stack);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, empty);
  gtk_widget_class_bind_template_child (widget_class, QuoSidePane, count);
  gtk_widget_class_set_css_name (widget_class, "sidepane");
}

static void
quo_side_pane_init (QuoSidePane *pane)
{
  g_autoptr (GSimpleAction) label
      = g_simple_action_new_stateful ("label", G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  gtk_widget_init_template (GTK_WIDGET (pane));
  pane->actions = g_simple_action_group_new ();
  g_action_map_add_action (G_ACTION_MAP (pane->actions), G_ACTION (label));
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "pane", G_ACTION_GROUP (pane->actions));
  g_signal_connect_object (label, "notify::state", G_CALLBACK (on_filter_changed), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->search, "search-changed", G_CALLBACK (on_filter_changed), pane,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (pane->labels, make_label_menu, pane, NULL);
}

GtkWidget *
quo_side_pane_new (QuoSession *session)
{
  QuoSidePane *pane = g_object_new (QUO_TYPE_SIDE_PANE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  pane->session = g_object_ref (session);
  pane->list = quo_annotation_list_new (session);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), pane);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), pane);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), pane);
  gtk_list_view_set_factory (pane->list_view, factory);
  gtk_list_view_set_model (pane->list_view, GTK_SELECTION_MODEL (pane->list));
  g_signal_connect_object (pane->list, "items-changed", G_CALLBACK (update_count), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), pane, 0);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (scroll_to_selected), pane, 0);
  update_count (pane);
  return GTK_WIDGET (pane);
}
