/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette of commands. A command is done after the palette is gone, so that it acts in the
 * window as its key would. */
#include "quo-config.h"

#include "quo-command-palette.h"

#include "quo-announce.h"
#include "quo-ink-style.h"
#include "quo-keycap.h"
#include "quo-keymap.h"
#include "quo-list-leave.h"
#include "quo-palette.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_ROWS 60

#define QUO_TYPE_COMMAND_PALETTE (quo_command_palette_get_type ())
G_DECLARE_FINAL_TYPE (QuoCommandPalette, quo_command_palette, QUO, COMMAND_PALETTE, AdwWindow)

/* One thing to do. */
typedef struct
{
  char *title, *action, *keys; /* keys: accelerators, blanks between, or NULL */
  GVariant *target;            /* or NULL */
  guint rate, place;
} Command;

struct _QuoCommandPalette
{
  AdwWindow parent_instance;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkLabel *empty;
  GPtrArray *commands; /* of Command */
};

G_DEFINE_FINAL_TYPE (QuoCommandPalette, quo_command_palette, ADW_TYPE_WINDOW)

static void
free_command (gpointer data)
{
  Command *command = data;

  g_free (command->title);
  g_free (command->action);
  g_free (command->keys);
  g_clear_pointer (&command->target, g_variant_unref);
  g_free (command);
}

/* Rating */

static gunichar *
fold (const char *text, glong *ret_len)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_to_ucs4_fast (folded, -1, ret_len);
}

guint
quo_command_palette_rate (const char *title, const char *words)
{
  glong title_len, words_len, at = 0;
  g_autofree gunichar *in = fold (title, &title_len);
  g_autofree gunichar *wanted = fold (words, &words_len);
  guint rate = 1;
  gboolean is_run = FALSE;

  for (glong i = 0; i < words_len; i++)
    {
      glong from = at;

      if (g_unichar_isspace (wanted[i]))
        {
          is_run = FALSE;
          continue;
        }
      while (at < title_len && in[at] != wanted[i])
        at++;
      if (at == title_len)
        return 0;
      is_run = is_run && at == from;
      rate += is_run ? 6 : 1;
      if (at == 0 || !g_unichar_isalnum (in[at - 1]))
        rate += 5;
      is_run = TRUE;
      at++;
    }
  return MAX (rate * 64 / (guint)(64 + title_len / 4), 1);
}

/* What there is to do */

static void
add_command (QuoCommandPalette *palette, char *title, const char *action, const char *keys,
             GVariant *target)
{
  Command *command = g_new0 (Command, 1);

  command->title = title;
  command->action = g_strdup (action);
  command->keys = g_strdup (keys);
  command->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  command->place = palette->commands->len;
  g_ptr_array_add (palette->commands, command);
}

static void
add_labels (QuoCommandPalette *palette, QuoSession *session)
{
  QuoTagset *tagset = quo_session_get_tagset (session);

  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      gboolean is_quote = label->kind == QUO_LABEL_QUOTE;

      add_command (palette, g_strdup_printf (_ ("Tag as %s"), quo_label_get_shown_name (label)),
                   is_quote ? "win.capture-quote" : "win.tag", label->key,
                   is_quote ? NULL : g_variant_new_string (label->id));
    }
}

static void
add_actions (QuoCommandPalette *palette)
{
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const QuoActionInfo *row = &rows[i];
      GVariant *target = NULL;
      g_autofree char *keys = NULL;

      if (row->type != NULL && row->target == NULL)
        continue;
      if (g_str_equal (row->action, "win.palette"))
        continue;
      if (row->target != NULL)
        target = g_variant_parse (G_VARIANT_TYPE (row->type), row->target, NULL, NULL, NULL);
      keys = quo_keymap_dup_keys (quo_keymap_get (), row);
      add_command (palette, g_strdup (_ (row->title)), row->action, keys, target);
      g_clear_pointer (&target, g_variant_unref);
    }
  /* Translators: whether the caret goes to the next name after tagging, and to the next quote after
   * linking. */
  add_command (palette, g_strdup (_ ("Go on by itself, or stay")), "win.auto-advance", "", NULL);
}

/* The list */

static char *
dup_key_name (const char *keys)
{
  g_autofree char *first = NULL;
  guint keyval;
  GdkModifierType modifiers;

  if (keys == NULL || *keys == '\0')
    return NULL;
  first = g_strndup (keys, strcspn (keys, " "));
  return gtk_accelerator_parse (first, &keyval, &modifiers) ? quo_key_dup_label (keyval, modifiers)
                                                            : g_strdup (first);
}

static GtkWidget *
make_row (Command *command)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (command->title);
  g_autofree char *key = dup_key_name (command->keys);
  g_autofree char *sentence = NULL;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (key != NULL)
    gtk_box_append (GTK_BOX (box), quo_keycap_new (key));
  gtk_widget_add_css_class (box, "rowpad");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sentence
      = key != NULL ? g_strdup_printf ("%s, %s", command->title, key) : g_strdup (command->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data (G_OBJECT (row), "command", command);
  g_object_set_data_full (G_OBJECT (row), "sentence", g_steal_pointer (&sentence), g_free);
  return row;
}

static int
compare_commands (gconstpointer a, gconstpointer b)
{
  const Command *first = *(Command *const *)a, *second = *(Command *const *)b;

  if (first->rate != second->rate)
    return first->rate > second->rate ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

/* The keyboard stays in the entry, so what is chosen is said. */
static void
tell_selected (QuoCommandPalette *palette)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (palette->list);
  const char *sentence = row != NULL ? g_object_get_data (G_OBJECT (row), "sentence")
                                     : gtk_label_get_label (palette->empty);

  quo_announce (GTK_WIDGET (palette->list), sentence);
}

static void
show_commands (QuoCommandPalette *palette)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (palette->entry));
  guint n_shown = 0;

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (palette->list))) != NULL;)
    gtk_list_box_remove (palette->list, row);
  for (guint i = 0; i < palette->commands->len; i++)
    {
      Command *command = g_ptr_array_index (palette->commands, i);
      command->rate = quo_command_palette_rate (command->title, words);
    }
  g_ptr_array_sort (palette->commands, compare_commands);
  for (guint i = 0; i < palette->commands->len && n_shown < MAX_ROWS; i++)
    {
      Command *command = g_ptr_array_index (palette->commands, i);

      if (command->rate == 0)
        break;
      gtk_list_box_append (palette->list, make_row (command));
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (palette->empty), n_shown == 0);
  gtk_list_box_select_row (palette->list, gtk_list_box_get_row_at_index (palette->list, 0));
  tell_selected (palette);
}

static void
do_row (QuoCommandPalette *palette, GtkListBoxRow *row)
{
  Command *command = row != NULL ? g_object_get_data (G_OBJECT (row), "command") : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (palette));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (command == NULL || parent == NULL)
    return;
  action = g_strdup (command->action);
  target = command->target != NULL ? g_variant_ref (command->target) : NULL;
  gtk_window_destroy (GTK_WINDOW (palette));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, target);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, QuoCommandPalette *palette)
{
  do_row (palette, row);
}

static void
on_entry_activate (QuoCommandPalette *palette)
{
  do_row (palette, gtk_list_box_get_selected_row (palette->list));
}

/* Up and Down choose while one types on. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        QuoCommandPalette *palette)
{
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (palette->list);
  GtkAdjustment *place = gtk_list_box_get_adjustment (palette->list);
  double y;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (palette->list, gtk_list_box_row_get_index (row) + step);
  if (row == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (palette->list, row);
  if (place != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (palette->list), 0, 0, NULL,
                                           &y))
    gtk_adjustment_clamp_page (place, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
  tell_selected (palette);
  return GDK_EVENT_STOP;
}

/* Object */

static void
quo_command_palette_dispose (GObject *object)
{
  QuoCommandPalette *palette = QUO_COMMAND_PALETTE (object);

  g_clear_pointer (&palette->commands, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_command_palette_parent_class)->dispose (object);
}

static void
quo_command_palette_class_init (QuoCommandPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_command_palette_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-command-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoCommandPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, QuoCommandPalette, list);
  gtk_widget_class_bind_template_child (widget_class, QuoCommandPalette, empty);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quo_command_palette_init (QuoCommandPalette *palette)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (palette));
  palette->commands = g_ptr_array_new_with_free_func (free_command);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), palette, 0);
  gtk_widget_add_controller (GTK_WIDGET (palette->entry), keys);
  g_signal_connect_object (palette->entry, "search-changed", G_CALLBACK (show_commands), palette,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (palette->entry, "activate", G_CALLBACK (on_entry_activate), palette,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (palette->entry, "stop-search", G_CALLBACK (gtk_window_close), palette,
                           G_CONNECT_SWAPPED);
  quo_list_leave_by_tab (GTK_WIDGET (palette->list));
  g_signal_connect_object (palette->list, "row-activated", G_CALLBACK (on_row_activated), palette,
                           0);
}

void
quo_command_palette_present (GtkWindow *parent, QuoSession *session)
{
  QuoCommandPalette *palette
      = g_object_new (QUO_TYPE_COMMAND_PALETTE, "transient-for", parent, NULL);

  if (quo_session_get_document (session) != NULL)
    add_labels (palette, session);
  add_actions (palette);
  show_commands (palette);
  quo_ink_follow_style (GTK_WIDGET (palette));
  gtk_window_present (GTK_WINDOW (palette));
  gtk_widget_grab_focus (GTK_WIDGET (palette->entry));
  quo_announce_entry (GTK_WIDGET (palette->entry));
}
