/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done when the sidecar cannot simply be saved: merging with what another program
 * wrote, and saving a copy elsewhere. */
#include "quo-config.h"

#include "quo-save.h"
#include "quo-sidecar-writer.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* Conflicts that are told in the notice; all of them stay as the person had them. */
#define MAX_TOLD 8

static void
tell_merged (QuoWindow *window, const GPtrArray *conflicts)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (conflicts->len == 0)
    {
      quo_session_set_message (window->session, _ ("Merged with the annotations on disk"));
      return;
    }
  g_string_append_printf (
      message,
      g_dngettext (GETTEXT_PACKAGE, "Merged; %u change of both sides is in conflict:",
                   "Merged; %u changes of both sides are in conflict:", conflicts->len),
      conflicts->len);
  for (guint i = 0; i < MIN (conflicts->len, MAX_TOLD); i++)
    g_string_append_printf (message, "\n%s", (const char *)g_ptr_array_index (conflicts, i));
  if (conflicts->len > MAX_TOLD)
    g_string_append_printf (message, _ ("\nand %u more; the other version is kept as a .bak file"),
                            conflicts->len - MAX_TOLD);
  quo_notices_show (window->notices, "merged", TRUE, message->str, NULL, NULL, NULL);
  quo_session_set_message (window->session, "%s", message->str);
}

void
quo_window_merge (QuoWindow *window)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  if (quo_session_get_autosave (window->session) == NULL)
    {
      quo_session_set_message (window->session, _ ("No article is open"));
      return;
    }
  conflicts = quo_session_merge_disk (window->session, &error);
  if (conflicts == NULL)
    {
      quo_window_tell_error (window, "merged", error->message);
      return;
    }
  quo_notices_hide (window->notices, "save");
  tell_merged (window, conflicts);
  quo_autosave_save_async (quo_session_get_autosave (window->session), NULL, NULL, NULL);
}

void
quo_window_save_copy (QuoWindow *window, const char *path)
{
  QuoDocument *document = quo_session_get_document (window->session);
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    {
      quo_session_set_message (window->session, _ ("No article is open"));
      return;
    }
  snapshot = quo_document_snapshot (document);
  bytes = quo_sidecar_write (snapshot, "Quotidian " QUO_VERSION);
  /* A file that is there may be an article: it is never replaced. */
  if (!quo_save (path, bytes, NULL, NULL, NULL, &error))
    quo_window_tell_error (window, "copy", error->message);
  else
    quo_session_set_message (window->session, _ ("A copy of the annotations was saved to %s"),
                             path);
}

static void
on_copy_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  QuoWindow *window = QUO_WINDOW (data);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (file != NULL && g_file_peek_path (file) != NULL)
        quo_window_save_copy (window, g_file_peek_path (file));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
quo_window_choose_copy (QuoWindow *window)
{
  const char *article = quo_session_get_article_path (window->session);
  g_autofree char *sidecar = NULL, *name = NULL;
  GtkFileChooserNative *native;

  if (article == NULL)
    {
      quo_session_set_message (window->session, _ ("No article is open"));
      return;
    }
  sidecar = quo_sidecar_path_for (article);
  name = g_filename_display_basename (sidecar);
  native = gtk_file_chooser_native_new (_ ("Save a Copy of the Annotations"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect_object (native, "response", G_CALLBACK (on_copy_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
