/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the keys. Invariants: the keymap is changed only by a key that was free, or that was
 * pressed twice; Tab stops at the row, at its button only while that waits for a key. */
#include "quo-config.h"

#include "quo-key-row.h"

#include "quo-announce.h"
#include "quo-keymap.h"

#include <glib/gi18n.h>
#include <string.h>

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

struct _QuoKeyRow
{
  AdwActionRow parent_instance;
  const QuoActionInfo *info;
  GtkToggleButton *button; /* active: it waits for a key */
  GtkLabel *keys;
  GtkWidget *reset;
  guint asked; /* keyval that was told to be taken, or 0 */
  GdkModifierType asked_modifiers;
  QuoFindLabel find_label;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (QuoKeyRow, quo_key_row, ADW_TYPE_ACTION_ROW)

/* "J, Ctrl+Y"; those of the number pad do what their like does. */
static char *
dup_shown (QuoKeyRow *row)
{
  g_autofree char *keys = quo_keymap_dup_keys (quo_keymap_get (), row->info);
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType modifiers;
      g_autofree char *label = NULL;

      if (strstr (words[i], "KP_") != NULL
          || !gtk_accelerator_parse (words[i], &keyval, &modifiers))
        continue;
      label = quo_key_dup_label (keyval, modifiers);
      g_string_append_printf (shown, "%s%s", shown->len > 0 ? ", " : "", label);
    }
  if (shown->len == 0)
    g_string_append (shown, _ ("no key"));
  return g_string_free (shown, FALSE);
}

static void
show (QuoKeyRow *row)
{
  g_autofree char *shown = dup_shown (row);
  gboolean is_waiting = gtk_toggle_button_get_active (row->button);
  const char *words = is_waiting ? _ ("Press a key…") : shown;
  g_autofree char *sentence = g_strdup_printf ("%s: %s", _ (row->info->title), words);

  gtk_label_set_label (row->keys, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_visible (row->reset, quo_keymap_is_changed (quo_keymap_get (), row->info));
}

/* What else the key does, for people; NULL: nothing. */
static const char *
find_other (QuoKeyRow *row, guint keyval, GdkModifierType modifiers)
{
  const QuoActionInfo *other = quo_keymap_find (quo_keymap_get (), keyval, modifiers, row->info);
  gunichar c = gdk_keyval_to_unicode (keyval);
  char character[7] = { 0 };

  if (other != NULL)
    return _ (other->title);
  if (modifiers != 0 || c == 0 || !g_unichar_isgraph (c) || row->find_label == NULL)
    return NULL;
  g_unichar_to_utf8 (c, character);
  return row->find_label (character, row->data);
}

/* Where the arrows go on. */
static void
finish (QuoKeyRow *row)
{
  row->asked = 0;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "");
  if (gtk_widget_has_focus (GTK_WIDGET (row->button)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_toggle_button_set_active (row->button, FALSE);
}

/* The key is taken from the row that has it. */
static void
take_from (const QuoActionInfo *other, guint keyval, GdkModifierType modifiers)
{
  g_autofree char *keys = quo_keymap_dup_keys (quo_keymap_get (), other);
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint own;
      GdkModifierType own_modifiers;

      if (gtk_accelerator_parse (words[i], &own, &own_modifiers)
          && !(gdk_keyval_to_lower (own) == gdk_keyval_to_lower (keyval)
               && own_modifiers == modifiers))
        g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", words[i]);
    }
  quo_keymap_set (quo_keymap_get (), other, left->str);
}

static void
take_key (QuoKeyRow *row, guint keyval, GdkModifierType modifiers)
{
  const QuoActionInfo *other = quo_keymap_find (quo_keymap_get (), keyval, modifiers, row->info);
  g_autofree char *name = gtk_accelerator_name (keyval, modifiers);

  if (other != NULL)
    take_from (other, keyval, modifiers);
  quo_keymap_set (quo_keymap_get (), row->info, name);
  finish (row);
}

static void
consider (QuoKeyRow *row, guint keyval, GdkModifierType modifiers)
{
  const char *other = find_other (row, keyval, modifiers);
  g_autofree char *label = quo_key_dup_label (keyval, modifiers);
  g_autofree char *warning = NULL;

  if (other == NULL || (row->asked == keyval && row->asked_modifiers == modifiers))
    {
      take_key (row, keyval, modifiers);
      return;
    }
  row->asked = keyval;
  row->asked_modifiers = modifiers;
  /* Translators: a key and what it does. */
  warning = g_strdup_printf (_ ("%s does “%s”; press it again to take it"), label, other);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), warning);
  quo_announce (GTK_WIDGET (row), warning);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        QuoKeyRow *row)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & MODIFIERS;
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (!gtk_toggle_button_get_active (row->button) || gdk_key_event_is_modifier (event))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && modifiers == 0)
    {
      finish (row);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace && modifiers == 0)
    {
      quo_keymap_set (quo_keymap_get (), row->info, "");
      finish (row);
      return GDK_EVENT_STOP;
    }
  /* A sign is itself, however it is typed. */
  if (c != 0 && g_unichar_isprint (c) && !g_unichar_isalpha (c))
    modifiers &= ~GDK_SHIFT_MASK;
  consider (row, gdk_keyval_to_lower (keyval), modifiers);
  return GDK_EVENT_STOP;
}

static void
on_toggled (QuoKeyRow *row)
{
  if (!gtk_toggle_button_get_active (row->button) && row->asked != 0)
    finish (row);
  gtk_widget_set_can_focus (GTK_WIDGET (row->button), gtk_toggle_button_get_active (row->button));
  show (row);
  /* Also when it was pressed by a screen reader: the key must come here. */
  if (gtk_toggle_button_get_active (row->button))
    gtk_widget_grab_focus (GTK_WIDGET (row->button));
}

static void
on_reset (QuoKeyRow *row)
{
  quo_keymap_reset (quo_keymap_get (), row->info);
}

static void
quo_key_row_class_init (QuoKeyRowClass *klass)
{
}

static void
quo_key_row_init (QuoKeyRow *row)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *keys = gtk_label_new (NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Two long keys go below each other where text is large and the window narrow. */
  gtk_label_set_wrap (GTK_LABEL (keys), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (keys), PANGO_WRAP_WORD_CHAR);
  /* Nowhere else: a key of two words is no square. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (keys), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (keys), GTK_JUSTIFY_RIGHT);
  gtk_button_set_child (GTK_BUTTON (button), keys);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (button, FALSE);
  row->button = GTK_TOGGLE_BUTTON (button);
  row->keys = GTK_LABEL (keys);
  row->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_add_css_class (row->reset, "flat");
  gtk_widget_set_valign (row->reset, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (row->reset, _ ("The key of the program again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The key of the program again"), -1);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), row);
  gtk_widget_add_controller (button, controller);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), row);
  g_signal_connect_swapped (row->reset, "clicked", G_CALLBACK (on_reset), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row->reset);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* Both are named by what is done and its keys, not by the title of the row as well. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
quo_key_row_new (const QuoActionInfo *info, QuoFindLabel find_label, gpointer data)
{
  QuoKeyRow *row
      = g_object_new (QUO_TYPE_KEY_ROW, "title", _ (info->title), "use-markup", FALSE, NULL);

  row->info = info;
  row->find_label = find_label;
  row->data = data;
  g_signal_connect_object (quo_keymap_get (), "changed", G_CALLBACK (show), row, G_CONNECT_SWAPPED);
  show (row);
  return GTK_WIDGET (row);
}
