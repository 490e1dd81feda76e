/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works here, and in which layer: the name, asked for once and never insisted on; the switcher
 * of layers; the way into a layer that is only to be read. */
#include "quo-config.h"

#include "quo-layer-button.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* The question for the name goes away by itself (seconds): it can be answered later, too. */
#define ASKING 20

/* --- the name -------------------------------------------------------------------------------- */

void
quo_window_set_annotator (QuoWindow *window, const char *name)
{
  g_object_set (quo_preferences_get (), "annotator-name", name, "is-name-asked", TRUE, NULL);
}

/* A dialog with one entry. @on_told is connected to its response, with the entry as data. */
static GtkWidget *
ask (QuoWindow *window, const char *heading, const char *body, const char *label, const char *text,
     GCallback on_told)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_object_set_data (G_OBJECT (entry), "window", window);
  g_signal_connect_object (dialog, "response", on_told, entry, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
on_annotator_told (AdwMessageDialog *dialog, const char *response, GtkEditable *entry)
{
  if (g_strcmp0 (response, "save") == 0)
    quo_window_set_annotator (g_object_get_data (G_OBJECT (entry), "window"),
                              gtk_editable_get_text (entry));
}

void
quo_window_ask_annotator (QuoWindow *window)
{
  g_autofree char *name = quo_preferences_dup_string (quo_preferences_get (), "annotator-name");

  ask (window, _ ("Your Name"),
       _ ("It is written into the annotations you make, so that others can tell who made them. It "
          "may be empty."),
       _ ("Your name"), name, G_CALLBACK (on_annotator_told));
}

/* Whether there is more than suggestions, which are nobody's annotations yet. */
static gboolean
is_annotated (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);
  GPtrArray *annotations
      = document != NULL ? quo_document_get_records (document, QUO_RECORD_ANNOTATION) : NULL;

  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    if (((const QuoAnnotation *)g_ptr_array_index (annotations, i))->status != QUO_STATUS_SUGGESTED)
      return TRUE;
  return FALSE;
}

/* With the first annotation of all, once, and only as an offer that goes by itself: over the first
 * suggestions it would hide some of them. */
void
quo_window_offer_name (QuoWindow *window)
{
  QuoPreferences *preferences = quo_preferences_get ();
  g_autofree char *name = NULL;
  AdwToast *toast;

  if (quo_preferences_get_flag (preferences, "is-name-asked") || !is_annotated (window))
    return;
  g_object_set (preferences, "is-name-asked", TRUE, NULL);
  name = quo_preferences_dup_string (preferences, "annotator-name");
  if (*name != '\0')
    return;
  toast = quo_toast_new (_ ("Your annotations carry no name yet"));
  adw_toast_set_button_label (toast, _ ("Add Your Name…"));
  adw_toast_set_action_name (toast, "win.ask-annotator");
  adw_toast_set_timeout (toast, ASKING);
  g_set_weak_pointer (&window->name_toast, toast);
  quo_toasts_add (window->toasts, toast);
}

void
quo_window_withdraw_name_offer (QuoWindow *window)
{
  if (window->name_toast != NULL)
    quo_toasts_dismiss (window->toasts, window->name_toast);
}

/* --- layers ---------------------------------------------------------------------------------- */

void
quo_window_show_layers (QuoWindow *window)
{
  if (quo_session_get_document (window->session) == NULL)
    quo_session_set_message (window->session, _ ("No article is open"));
  else
    quo_layer_button_open (window->layers);
}

void
quo_window_toggle_layer (QuoWindow *window, const char *id)
{
  quo_session_show_layer (window->session, id, !quo_session_is_layer_shown (window->session, id));
}

void
quo_window_toggle_layer_lock (QuoWindow *window, const char *id)
{
  if (quo_session_is_layer_locked (window->session, id))
    quo_session_unlock_layer (window->session, id);
  else
    quo_session_set_layer_state (window->session, id, "done");
}

static void
on_layer_named (AdwMessageDialog *dialog, const char *response, GtkEditable *entry)
{
  QuoWindow *window = g_object_get_data (G_OBJECT (entry), "window");
  const char *id = g_object_get_data (G_OBJECT (dialog), "layer");

  if (g_strcmp0 (response, "save") == 0)
    quo_session_rename_layer (window->session, id, gtk_editable_get_text (entry));
}

void
quo_window_ask_layer_name (QuoWindow *window, const char *id)
{
  QuoDocument *document = quo_session_get_document (window->session);
  const QuoLayer *layer = document != NULL ? quo_document_find_layer (document, id) : NULL;
  GtkWidget *dialog;

  if (layer == NULL)
    return;
  dialog = ask (window, _ ("Rename Layer"), NULL, _ ("Name of the layer"),
                layer->title != NULL ? layer->title : "", G_CALLBACK (on_layer_named));
  g_object_set_data_full (G_OBJECT (dialog), "layer", g_strdup (id), g_free);
}

/* What was tried stands in a layer that is only to be read: one click opens it. */
static void
on_locked (QuoWindow *window, const char *id)
{
  AdwToast *toast;

  if (window->locked_toast != NULL)
    return;
  toast = quo_toast_new (quo_session_get_message (window->session));
  adw_toast_set_button_label (toast, _ ("Unlock"));
  adw_toast_set_action_name (toast, "win.unlock-layer");
  adw_toast_set_action_target (toast, "s", id);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_weak_pointer (&window->locked_toast, toast);
  quo_toasts_add (window->toasts, toast);
}

GtkWidget *
quo_window_make_layers (QuoWindow *window)
{
  GtkWidget *layers = quo_layer_button_new (window->session);

  window->layers = QUO_LAYER_BUTTON (layers);
  g_signal_connect_object (window->session, "locked", G_CALLBACK (on_locked), window,
                           G_CONNECT_SWAPPED);
  return layers;
}
