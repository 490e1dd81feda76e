/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the first column. Invariant: "articles" and "find" are shown with a folder only,
 * "contents" only of an article that has parts, "review" only while there is something to review.
 */
#include "quo-config.h"

#include "quo-list-column.h"

#include "quo-articles-pane.h"
#include "quo-contents-list.h"
#include "quo-review-pane.h"
#include "quo-side-pane.h"
#include "quo-told-key.h"

struct _QuoListColumn
{
  GtkWidget parent_instance;
  QuoFolder *folder;
  QuoSession *session;
  GtkStack *stack;
  GtkWidget *pages, *articles_button, *contents_button, *review_button;
  GtkWidget *contents; /* borrowed from the stack, as the next ones */
  GtkWidget *find, *review, *annotations;
};

G_DEFINE_FINAL_TYPE (QuoListColumn, quo_list_column, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static gboolean
can_show (QuoListColumn *column, const char *page)
{
  if (page == NULL || gtk_stack_get_child_by_name (column->stack, page) == NULL)
    return FALSE;
  if (g_str_equal (page, "contents"))
    return quo_contents_list_has_any (QUO_CONTENTS_LIST (column->contents));
  if (g_str_equal (page, "review"))
    return quo_review_get_length (quo_session_get_review (column->session)) > 0;
  return g_str_equal (page, "annotations") || quo_folder_get_path (column->folder) != NULL;
}

static void
set_page (QuoListColumn *column, const char *page)
{
  if (!can_show (column, page))
    page = "annotations";
  if (g_strcmp0 (gtk_stack_get_visible_child_name (column->stack), page) == 0)
    return;
  gtk_stack_set_visible_child_name (column->stack, page);
  g_object_notify_by_pspec (G_OBJECT (column), properties[PROP_PAGE]);
}

static void
show_buttons (QuoListColumn *column)
{
  gboolean has_folder = quo_folder_get_path (column->folder) != NULL;
  gboolean has_contents = can_show (column, "contents");
  gboolean has_review = can_show (column, "review");

  gtk_widget_set_visible (column->articles_button, has_folder);
  gtk_widget_set_visible (column->contents_button, has_contents);
  gtk_widget_set_visible (column->review_button, has_review);
  gtk_widget_set_visible (column->pages, has_folder || has_contents || has_review);
}

static void
follow_folder (QuoListColumn *column)
{
  show_buttons (column);
  set_page (column, quo_folder_get_path (column->folder) != NULL ? "articles" : "annotations");
}

/* Another article: its contents, or its review, stay in front if it has any. */
static void
follow_article (QuoListColumn *column)
{
  show_buttons (column);
  set_page (column, gtk_stack_get_visible_child_name (column->stack));
}

static void
quo_list_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_PAGE)
    g_value_set_string (value, gtk_stack_get_visible_child_name (QUO_LIST_COLUMN (object)->stack));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_list_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_PAGE)
    set_page (QUO_LIST_COLUMN (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_list_column_dispose (GObject *object)
{
  QuoListColumn *column = QUO_LIST_COLUMN (object);

  g_clear_object (&column->folder);
  g_clear_object (&column->session);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (column))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_list_column_parent_class)->dispose (object);
}

static void
quo_list_column_class_init (QuoListColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = quo_list_column_get_property;
  object_class->set_property = quo_list_column_set_property;
  object_class->dispose = quo_list_column_dispose;
  properties[PROP_PAGE]
      = g_param_spec_string ("page", NULL, NULL, "annotations",
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-list-column.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoListColumn, pages);
  gtk_widget_class_bind_template_child (widget_class, QuoListColumn, articles_button);
  gtk_widget_class_bind_template_child (widget_class, QuoListColumn, contents_button);
  gtk_widget_class_bind_template_child (widget_class, QuoListColumn, review_button);
  gtk_widget_class_bind_template_child (widget_class, QuoListColumn, stack);
}

static void
quo_list_column_init (QuoListColumn *column)
{
  gtk_widget_init_template (GTK_WIDGET (column));
  quo_told_key_set (column->review_button, "win.review-step");
}

GtkWidget *
quo_list_column_new (QuoFolder *folder, QuoSession *session)
{
  QuoListColumn *column = g_object_new (QUO_TYPE_LIST_COLUMN, NULL);

  column->folder = g_object_ref (folder);
  column->session = g_object_ref (session);
  column->review = quo_review_pane_new (session);
  column->find = quo_folder_find_new (folder, session);
  column->contents = quo_contents_list_new (session);
  column->annotations = quo_side_pane_new (session);
  gtk_stack_add_named (column->stack, column->annotations, "annotations");
  gtk_stack_add_named (column->stack, quo_articles_pane_new (folder, session), "articles");
  gtk_stack_add_named (column->stack, column->find, "find");
  gtk_stack_add_named (column->stack, column->contents, "contents");
  gtk_stack_add_named (column->stack, column->review, "review");
  g_signal_connect_object (folder, "notify::path", G_CALLBACK (follow_folder), column,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (column->contents, "notify::has-contents", G_CALLBACK (follow_article),
                           column, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "review-changed", G_CALLBACK (follow_article), column,
                           G_CONNECT_SWAPPED);
  follow_folder (column);
  return GTK_WIDGET (column);
}

QuoFolderFind *
quo_list_column_get_find (QuoListColumn *column)
{
  return QUO_FOLDER_FIND (column->find);
}

void
quo_list_column_show_mentions (QuoListColumn *column, const char *entity)
{
  g_return_if_fail (QUO_IS_LIST_COLUMN (column));

  set_page (column, "annotations");
  quo_side_pane_show_entity (QUO_SIDE_PANE (column->annotations), entity);
}

gboolean
quo_list_column_focus_page (QuoListColumn *column)
{
  GtkWidget *page;

  g_return_val_if_fail (QUO_IS_LIST_COLUMN (column), FALSE);

  page = gtk_stack_get_visible_child (column->stack);
  return page != NULL && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
quo_list_column_focus_review (QuoListColumn *column)
{
  quo_review_pane_focus (QUO_REVIEW_PANE (column->review));
}

QuoSidePane *
quo_list_column_get_annotations (QuoListColumn *column)
{
  g_return_val_if_fail (QUO_IS_LIST_COLUMN (column), NULL);
  return QUO_SIDE_PANE (column->annotations);
}
