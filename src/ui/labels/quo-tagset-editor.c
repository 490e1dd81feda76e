/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of tagsets: a list of labels, and a page for one of them. Invariant: what is shown is
 * the session's tagset. */
#include "quo-config.h"

#include "quo-tagset-editor.h"

#include "quo-ink-style.h"
#include "quo-keycap.h"
#include "quo-label-colors.h"
#include "quo-label-set.h"
#include "quo-label-uses.h"
#include "quo-line-mark.h"
#include "quo-list-leave.h"
#include "quo-palette.h"
#include "quo-role-editor.h"
#include "quo-tagset-change.h"
#include "quo-tagset-exchange.h"
#include "quo-tagset-file.h"
#include "quo-tagset-history.h"
#include "quo-tagset-place.h"
#include "quo-toasts.h"

#include <glib/gi18n.h>

#define NO_LABEL G_MAXUINT

struct _QuoTagsetEditor
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoTagsetHistory *history;
  GPtrArray *rows; /* of the labels, in the group */
  GPtrArray *relation_rows;
  guint place; /* of the label whose page is shown, or NO_LABEL */
  QuoLabelUses *uses;
  gboolean is_filling;
  GSimpleActionGroup *actions;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkButton *back;
  AdwPreferencesGroup *labels, *roles;
  AdwComboRow *kept_for;
  QuoLabelPage *page;
};

G_DEFINE_FINAL_TYPE (QuoTagsetEditor, quo_tagset_editor, ADW_TYPE_WINDOW)

static void update (QuoTagsetEditor *editor);

static QuoTagset *
get_tagset (QuoTagsetEditor *editor)
{
  return quo_session_get_tagset (editor->session);
}

static void
enable (QuoTagsetEditor *editor, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (editor->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
tell (QuoTagsetEditor *editor, const char *message, gboolean with_undo)
{
  AdwToast *toast = quo_toast_new (message);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "editor.undo");
    }
  quo_toasts_add (editor->toasts, toast);
}

/* --- changes --------------------------------------------------------------------------------- */

/* (transfer full) for @tagset: it takes the place of the one that is shown. What cannot be saved is
 * told and not done. */
static gboolean
take (QuoTagsetEditor *editor, QuoTagset *tagset)
{
  g_autoptr (QuoTagset) owned = tagset;
  g_autoptr (GError) error = NULL;

  if (!quo_tagset_history_take (editor->history, owned, &error))
    tell (editor, error->message, FALSE);
  update (editor);
  return error == NULL;
}

static void
step (QuoTagsetEditor *editor, gint direction)
{
  g_autoptr (GError) error = NULL;

  if (!quo_tagset_history_step (editor->history, direction, &error))
    tell (editor, error->message, FALSE);
  if (editor->place != NO_LABEL && editor->place >= get_tagset (editor)->n_labels)
    editor->place = NO_LABEL;
  update (editor);
}

static void
on_label_changed (gpointer owner, QuoTagset *tagset, guint place, gboolean is_deleted)
{
  QuoTagsetEditor *editor = owner;
  const QuoLabel *label = &get_tagset (editor)->labels[editor->place];
  g_autofree char *message = NULL;
  guint n_uses = quo_label_uses_count (editor->uses, label->id);

  if (is_deleted)
    message = n_uses > 0 ? g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "“%s” deleted; %u annotation keeps it, in grey",
                               "“%s” deleted; %u annotations keep it, in grey", n_uses),
                  quo_label_get_shown_name (label), n_uses)
                         : g_strdup_printf (_ ("“%s” deleted"), quo_label_get_shown_name (label));
  editor->place = is_deleted ? NO_LABEL : place;
  if (take (editor, tagset) && message != NULL)
    tell (editor, message, TRUE);
}

static void
on_relation_changed (gpointer owner, guint place, const QuoRelationType *relation)
{
  QuoTagsetEditor *editor = owner;

  take (editor, quo_tagset_with_relation (get_tagset (editor), place, relation));
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
on_row_activated (AdwActionRow *row, QuoTagsetEditor *editor)
{
  guint place;

  if (!g_ptr_array_find (editor->rows, row, &place))
    return;
  editor->place = place;
  update (editor);
}

static GtkWidget *
make_row (QuoTagsetEditor *editor, guint place)
{
  QuoTagset *tagset = get_tagset (editor);
  const QuoLabel *label = &tagset->labels[place];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = quo_line_mark_new (tagset, label);

  gtk_widget_set_size_request (mark, 28, -1);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), quo_label_get_shown_name (label));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (label->key != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), quo_keycap_new (label->key));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), editor);
  return row;
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* A relation that was open stays so: a role was added to it, or deleted. */
static void
fill_roles (QuoTagsetEditor *editor, QuoTagset *tagset)
{
  g_autofree gboolean *are_open = g_new0 (gboolean, MAX (tagset->n_relations, 1));

  for (guint i = 0; i < MIN (editor->relation_rows->len, tagset->n_relations); i++)
    are_open[i] = adw_expander_row_get_expanded (g_ptr_array_index (editor->relation_rows, i));
  clear_rows (editor->roles, editor->relation_rows);
  for (guint i = 0; i < tagset->n_relations; i++)
    {
      GtkWidget *row = quo_role_editor_new (&tagset->relations[i], i, on_relation_changed, editor);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), are_open[i]);
      adw_preferences_group_add (editor->roles, row);
      g_ptr_array_add (editor->relation_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (editor->roles), tagset->n_relations > 0);
}

static void
fill_list (QuoTagsetEditor *editor)
{
  QuoTagset *tagset = get_tagset (editor);

  clear_rows (editor->labels, editor->rows);
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      GtkWidget *row = make_row (editor, i);

      adw_preferences_group_add (editor->labels, row);
      g_ptr_array_add (editor->rows, row);
    }
  fill_roles (editor, tagset);
}

static void
fill_kept_for (QuoTagsetEditor *editor)
{
  QuoTagsetPlace place = quo_tagset_place_get (editor->session);
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  const char *path = quo_session_get_tagset_path (editor->session);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  gtk_string_list_append (places, _ ("All my articles"));
  if (quo_session_get_sidecar_path (editor->session) != NULL)
    gtk_string_list_append (places, _ ("The articles of this folder"));
  if (place == QUO_TAGSET_NAMED)
    gtk_string_list_append (places, _ ("Articles that name this file"));
  /* It may be its own choice that is told here: the list stays unless there is another one. */
  if (g_list_model_get_n_items (adw_combo_row_get_model (editor->kept_for))
      != g_list_model_get_n_items (G_LIST_MODEL (places)))
    adw_combo_row_set_model (editor->kept_for, G_LIST_MODEL (places));
  adw_combo_row_set_selected (editor->kept_for, place);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (editor->kept_for), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (editor->kept_for),
                               shown != NULL ? shown : _ ("Built in; a change makes a copy"));
}

/* Whatever has the keyboard keeps it: no row is made anew. */
static void
show_uses (QuoTagsetEditor *editor)
{
  QuoTagset *tagset = get_tagset (editor);
  g_autofree char *unread = quo_label_uses_dup_unread (editor->uses);

  adw_preferences_group_set_description (editor->labels, unread);
  for (guint i = 0; i < editor->rows->len && i < tagset->n_labels; i++)
    {
      g_autofree char *words = quo_label_uses_dup_words (editor->uses, tagset->labels[i].id);

      adw_action_row_set_subtitle (g_ptr_array_index (editor->rows, i), words);
    }
  if (editor->place != NO_LABEL)
    {
      g_autofree char *words
          = quo_label_uses_dup_delete (editor->uses, tagset->labels[editor->place].id);

      quo_label_page_set_delete_words (editor->page, words);
    }
}

static void
on_counted (gpointer owner)
{
  show_uses (owner);
}

static void
update (QuoTagsetEditor *editor)
{
  gboolean is_list = editor->place == NO_LABEL;
  QuoTagset *tagset = get_tagset (editor);

  editor->is_filling = TRUE;
  if (is_list)
    fill_list (editor);
  else
    quo_label_page_show (editor->page, tagset, editor->place);
  show_uses (editor);
  fill_kept_for (editor);
  editor->is_filling = FALSE;
  gtk_stack_set_visible_child_name (editor->stack, is_list ? "list" : "label");
  gtk_widget_set_visible (GTK_WIDGET (editor->back), !is_list);
  adw_window_title_set_title (editor->title,
                              is_list ? _ ("Labels")
                                      : quo_label_get_shown_name (&tagset->labels[editor->place]));
  enable (editor, "undo", quo_tagset_history_can_step (editor->history, -1));
  enable (editor, "redo", quo_tagset_history_can_step (editor->history, 1));
}

/* --- acts ------------------------------------------------------------------------------------ */

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoTagsetEditor *editor = data;
  QuoTagset *tagset = get_tagset (editor);
  g_autofree char *id = quo_tagset_make_id (tagset, _ ("New label"));
  QuoLabel label = { .id = id, .name = _ ("New label"), .kind = QUO_LABEL_ENTITY };
  guint place = tagset->n_labels;

  quo_label_colors_pick (tagset, &label);
  label.line = QUO_LINE_DASH_DOT;
  if (!take (editor, quo_tagset_with_label (tagset, place, &label)))
    return;
  editor->place = place;
  update (editor);
  quo_label_page_focus_name (editor->page);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoTagsetEditor *editor = data;
  guint place = editor->place;

  if (place == NO_LABEL)
    {
      gtk_window_close (GTK_WINDOW (editor));
      return;
    }
  editor->place = NO_LABEL;
  update (editor);
  if (place < editor->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (editor->rows, place));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, -1);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, 1);
}

static void
on_reset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoTagsetEditor *editor = data;

  editor->place = NO_LABEL;
  if (take (editor, quo_tagset_get_builtin ()))
    tell (editor, _ ("The built-in labels are back"), TRUE);
}

static void
on_kept_for (QuoTagsetEditor *editor)
{
  QuoTagsetPlace place = adw_combo_row_get_selected (editor->kept_for);
  g_autoptr (QuoTagset) tagset = quo_tagset_ref (get_tagset (editor));
  g_autoptr (GError) error = NULL;

  if (editor->is_filling || place == quo_tagset_place_get (editor->session))
    return;
  if (!quo_tagset_place_save (editor->session, tagset, place, &error))
    tell (editor, error->message, FALSE);
  update (editor);
}

static void
import_labels (GtkWindow *window, const char *path)
{
  quo_tagset_editor_import (QUO_TAGSET_EDITOR (window), path);
}

static void
export_labels (GtkWindow *window, const char *path)
{
  quo_tagset_editor_export (QUO_TAGSET_EDITOR (window), path);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  quo_tagset_exchange_ask (data, TRUE, get_tagset (data)->name, import_labels);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  quo_tagset_exchange_ask (data, FALSE, get_tagset (data)->name, export_labels);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_tagset_editor_dispose (GObject *object)
{
  QuoTagsetEditor *editor = QUO_TAGSET_EDITOR (object);

  g_clear_object (&editor->session);
  g_clear_object (&editor->actions);
  g_clear_pointer (&editor->history, quo_tagset_history_free);
  g_clear_pointer (&editor->uses, quo_label_uses_free);
  g_clear_pointer (&editor->rows, g_ptr_array_unref);
  g_clear_pointer (&editor->relation_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_tagset_editor_parent_class)->dispose (object);
}

static void
quo_tagset_editor_class_init (QuoTagsetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_tagset_editor_dispose;
  g_type_ensure (QUO_TYPE_LABEL_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-tagset-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, title);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, back);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, labels);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, roles);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, kept_for);
  gtk_widget_class_bind_template_child (widget_class, QuoTagsetEditor, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "editor.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "editor.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "editor.add",
                                       NULL);
}

static void
quo_tagset_editor_init (QuoTagsetEditor *editor)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = on_add },       { .name = "back", .activate = on_back },
    { .name = "undo", .activate = on_undo },     { .name = "redo", .activate = on_redo },
    { .name = "reset", .activate = on_reset },   { .name = "import", .activate = on_import },
    { .name = "export", .activate = on_export },
  };

  editor->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (editor->actions), entries, G_N_ELEMENTS (entries),
                                   editor);
  gtk_widget_insert_action_group (GTK_WIDGET (editor), "editor", G_ACTION_GROUP (editor->actions));
  gtk_widget_init_template (GTK_WIDGET (editor));
  editor->rows = g_ptr_array_new ();
  editor->relation_rows = g_ptr_array_new ();
  editor->place = NO_LABEL;
  quo_list_leave_by_tab (GTK_WIDGET (editor->labels));
  g_signal_connect_swapped (editor->kept_for, "notify::selected", G_CALLBACK (on_kept_for), editor);
}

void
quo_tagset_editor_import (QuoTagsetEditor *editor, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;
  QuoTagset *tagset = quo_label_set_load (path, &error);

  if (tagset == NULL)
    {
      tell (editor, error->message, FALSE);
      return;
    }
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u label from %s", "%u labels from %s", tagset->n_labels),
      tagset->n_labels, name);
  editor->place = NO_LABEL;
  if (take (editor, tagset))
    tell (editor, message, TRUE);
}

void
quo_tagset_editor_export (QuoTagsetEditor *editor, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_ ("Labels exported to %s"), name);

  if (quo_tagset_exchange_export (get_tagset (editor), path, &error))
    tell (editor, message, FALSE);
  else
    tell (editor, error->message, FALSE);
}

QuoTagsetEditor *
quo_tagset_editor_present (GtkWindow *parent, QuoSession *session, const char *folder,
                           QuoFindAct find_act)
{
  QuoTagsetEditor *editor = g_object_new (QUO_TYPE_TAGSET_EDITOR, "transient-for", parent, NULL);

  editor->session = g_object_ref (session);
  editor->history = quo_tagset_history_new (session);
  editor->uses = quo_label_uses_new (session, folder, on_counted, editor);
  quo_ink_follow_style (GTK_WIDGET (editor));
  quo_label_page_set_owner (editor->page, on_label_changed, find_act, editor);
  update (editor);
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}
