/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The switcher of layers. Its rows are made when it is opened, and again when a layer changes while
 * it is open; each does what it does by an action of the window, so that a script can, too. */
#include "quo-config.h"

#include "quo-layer-button.h"

#include <glib/gi18n.h>

struct _QuoLayerButton
{
  GtkWidget parent_instance;
  QuoSession *session;
  GtkMenuButton *button;
  GtkLabel *name;
  GtkWidget *lock;
  GtkListBox *rows;
  GtkEditable *title;    /* of a new layer */
  gboolean is_asked_for; /* shown though there is only one layer */
  gboolean is_by_key;    /* nobody clicked the button that is popped up */
};

G_DEFINE_FINAL_TYPE (QuoLayerButton, quo_layer_button, GTK_TYPE_WIDGET)

/* --- a row ----------------------------------------------------------------------------------- */

static guint
count_annotations (QuoDocument *document, const char *layer)
{
  GPtrArray *annotations = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < annotations->len; i++)
    n += g_strcmp0 (((const QuoAnnotation *)g_ptr_array_index (annotations, i))->layer, layer) == 0;
  return n;
}

/* "Anna K. · done · 34 annotations"; who it is by only where that is not its name already. */
static char *
describe (QuoLayerButton *button, const QuoLayer *layer)
{
  QuoDocument *document = quo_session_get_document (button->session);
  const QuoAgent *agent = (const QuoAgent *)quo_document_find (document, layer->by);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n = count_annotations (document, layer->base.id);

  if (agent != NULL && agent->name != NULL && layer->title != NULL)
    g_ptr_array_add (parts, g_strdup (agent->name));
  if (g_strcmp0 (layer->state, "done") == 0)
    g_ptr_array_add (parts, g_strdup (C_ ("layer", "done")));
  else if (g_strcmp0 (layer->state, "gold") == 0)
    /* Translators: the state of a layer that is the standard others are compared with. */
    g_ptr_array_add (parts, g_strdup (C_ ("layer", "gold")));
  g_ptr_array_add (
      parts,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u annotation", "%u annotations", n), n));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
make_action_button (const char *icon, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static GtkWidget *
make_words (const char *name, const char *detail)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *first = gtk_label_new (name);
  GtkWidget *second = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "quiet");
  gtk_widget_add_css_class (second, "t12");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), second);
  return words;
}

/* The sign of the layer that is worked in takes its place in every row. */
static GtkWidget *
make_sign (gboolean is_active)
{
  GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_opacity (sign, is_active ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return sign;
}

static void
add_buttons (QuoLayerButton *button, GtkBox *content, const QuoLayer *layer, const char *name)
{
  const char *id = layer->base.id;
  gboolean is_shown = quo_session_is_layer_shown (button->session, id);
  gboolean is_locked = quo_session_is_layer_locked (button->session, id);
  g_autofree char *show = g_strdup_printf (is_shown ? _ ("Hide %s") : _ ("Show %s"), name);
  g_autofree char *state
      = g_strdup_printf (is_locked ? _ ("Unlock %s") : _ ("Mark %s as done"), name);
  g_autofree char *rename = g_strdup_printf (_ ("Rename %s"), name);

  gtk_box_append (content,
                  make_action_button (is_shown ? "view-reveal-symbolic" : "view-conceal-symbolic",
                                      show, "win.toggle-layer", id));
  gtk_box_append (content, make_action_button (is_locked ? "changes-prevent-symbolic"
                                                         : "changes-allow-symbolic",
                                               state, "win.toggle-layer-lock", id));
  gtk_box_append (content,
                  make_action_button ("document-edit-symbolic", rename, "win.ask-layer-name", id));
}

static void
add_row (QuoLayerButton *button, const QuoLayer *layer)
{
  const char *active = quo_session_get_layer (button->session);
  gboolean is_active = g_strcmp0 (layer->base.id, active) == 0;
  g_autofree char *name = quo_session_dup_layer_name (button->session, layer->base.id);
  g_autofree char *detail = describe (button, layer);
  g_autofree char *sentence = g_strdup_printf ("%s, %s", name, detail);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "layer");
  gtk_box_append (GTK_BOX (content), make_sign (is_active));
  gtk_box_append (GTK_BOX (content), make_words (name, detail));
  add_buttons (button, GTK_BOX (content), layer, name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.layer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", layer->base.id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (button->rows, row);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
fill_rows (QuoLayerButton *button)
{
  QuoDocument *document = quo_session_get_document (button->session);
  GPtrArray *layers
      = document != NULL ? quo_document_get_records (document, QUO_RECORD_LAYER) : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (button->rows))) != NULL)
    gtk_list_box_remove (button->rows, row);
  for (guint i = 0; layers != NULL && i < layers->len; i++)
    add_row (button, g_ptr_array_index (layers, i));
  gtk_widget_set_visible (GTK_WIDGET (button->rows), layers != NULL && layers->len > 0);
}

static gboolean
is_open (QuoLayerButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button->button);

  return gtk_widget_get_visible (GTK_WIDGET (popover));
}

static void
update (QuoLayerButton *button)
{
  QuoDocument *document = quo_session_get_document (button->session);
  const char *active = quo_session_get_layer (button->session);
  guint n = document != NULL ? quo_document_count (document, QUO_RECORD_LAYER) : 0;
  g_autofree char *name = quo_session_dup_layer_name (button->session, active);
  g_autofree char *sentence = g_strdup_printf (_ ("Layer: %s"), name);

  gtk_label_set_label (button->name, name);
  gtk_widget_set_visible (button->lock, quo_session_is_layer_locked (button->session, active));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  gtk_widget_set_visible (GTK_WIDGET (button), document != NULL && (n > 1 || button->is_asked_for));
  if (is_open (button))
    fill_rows (button);
}

/* Only an edit of a layer, or of the agent it is by, changes what is shown. */
static void
on_changed (QuoSession *session, QuoEdit *edit, QuoLayerButton *button)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == QUO_RECORD_LAYER || record->kind == QUO_RECORD_AGENT)
        {
          update (button);
          return;
        }
    }
}

static void
on_document (QuoLayerButton *button)
{
  button->is_asked_for = FALSE;
  update (button);
}

static void
on_new_layer (QuoLayerButton *button)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (button->title));

  gtk_widget_activate_action (GTK_WIDGET (button), "win.new-layer", "s", g_strstrip (title));
  gtk_editable_set_text (button->title, "");
}

static GtkWidget *
make_entry (QuoLayerButton *button)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("New layer…"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     "list-add-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Begin a new layer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of a new layer"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_new_layer), button);
  g_signal_connect_swapped (entry, "icon-press", G_CALLBACK (on_new_layer), button);
  button->title = GTK_EDITABLE (entry);
  return entry;
}

/* Who came by the key goes on in the article. */
static void
on_closed (QuoLayerButton *button)
{
  if (button->is_by_key)
    gtk_widget_activate_action (GTK_WIDGET (button), "win.focus-article", NULL);
  button->is_by_key = FALSE;
}

static GtkWidget *
make_popover (QuoLayerButton *button)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (_ ("Layers"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "layers");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Layers"), -1);
  button->rows = GTK_LIST_BOX (list);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_entry (button));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (on_closed), button);
  return popover;
}

static GtkWidget *
make_face (QuoLayerButton *button)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 18);
  button->name = GTK_LABEL (name);
  button->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (button->lock), 12);
  gtk_box_append (GTK_BOX (face), button->lock);
  gtk_box_append (GTK_BOX (face), name);
  return face;
}

static void
on_popup (GtkMenuButton *menu, gpointer button)
{
  fill_rows (button);
}

static void
quo_layer_button_dispose (GObject *object)
{
  QuoLayerButton *button = QUO_LAYER_BUTTON (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (button))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&button->session);
  G_OBJECT_CLASS (quo_layer_button_parent_class)->dispose (object);
}

static void
quo_layer_button_class_init (QuoLayerButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_layer_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "layerbutton");
}

static void
quo_layer_button_init (QuoLayerButton *button)
{
  GtkWidget *menu = gtk_menu_button_new ();

  button->button = GTK_MENU_BUTTON (menu);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_set_tooltip_text (menu, _ ("The layer you work in"));
  gtk_menu_button_set_direction (button->button, GTK_ARROW_UP);
  gtk_menu_button_set_child (button->button, make_face (button));
  gtk_menu_button_set_popover (button->button, make_popover (button));
  /* Before it shows, so that the keyboard comes to the layers and not to the entry below them. */
  gtk_menu_button_set_create_popup_func (button->button, on_popup, button, NULL);
  gtk_widget_set_parent (menu, GTK_WIDGET (button));
}

GtkWidget *
quo_layer_button_new (QuoSession *session)
{
  QuoLayerButton *button = g_object_new (QUO_TYPE_LAYER_BUTTON, NULL);

  button->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), button, 0);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::layer", G_CALLBACK (update), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "layers-changed", G_CALLBACK (update), button,
                           G_CONNECT_SWAPPED);
  update (button);
  return GTK_WIDGET (button);
}

void
quo_layer_button_open (QuoLayerButton *button)
{
  g_return_if_fail (QUO_IS_LAYER_BUTTON (button));

  button->is_asked_for = TRUE;
  update (button);
  button->is_by_key = TRUE;
  gtk_menu_button_popup (button->button);
}
