/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: "kept" is the value last shown, "owner" whose it is. The button to apply is there only
 * while a person has written something else. */
#include "quo-config.h"

#include "quo-field.h"

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
get_kept (AdwEntryRow *row)
{
  const char *kept = g_object_get_data (G_OBJECT (row), "quo-kept");

  return kept != NULL ? kept : "";
}

/* The row takes every change for one that a person has made, and forgets it with its button. */
static void
hide_button (AdwEntryRow *row)
{
  adw_entry_row_set_show_apply_button (row, FALSE);
  adw_entry_row_set_show_apply_button (row, TRUE);
}

void
quo_field_restore (AdwEntryRow *row)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (!g_str_equal (get_text (row), get_kept (row)))
    gtk_editable_set_text (GTK_EDITABLE (row), get_kept (row));
  hide_button (row);
}

/* A row that goes with its window is not mapped any more. */
static void
on_leave (GtkEventControllerFocus *controller, AdwEntryRow *row)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (row)) || g_str_equal (get_text (row), get_kept (row)))
    return;
  hide_button (row);
  g_signal_emit_by_name (row, "apply");
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        AdwEntryRow *row)
{
  if (keyval == GDK_KEY_Escape)
    quo_field_restore (row);
  return GDK_EVENT_PROPAGATE;
}

void
quo_field_init (AdwEntryRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  adw_entry_row_set_show_apply_button (row, TRUE);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), row);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

void
quo_field_show (AdwEntryRow *row, const char *owner, const char *value)
{
  const char *kept = value != NULL ? value : "";

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "quo-owner"), owner) == 0
      && g_str_equal (get_kept (row), kept))
    return;
  g_object_set_data_full (G_OBJECT (row), "quo-owner", g_strdup (owner), g_free);
  g_object_set_data_full (G_OBJECT (row), "quo-kept", g_strdup (kept), g_free);
  quo_field_restore (row);
}
