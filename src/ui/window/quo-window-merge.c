/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done when the sidecar cannot simply be saved: merging with what another program
 * wrote, and saving a copy elsewhere. */
#include "quo-config.h"

#include "quo-conflict-copies.h"
#include "quo-save.h"
#include "quo-shown.h"
#include "quo-sidecar-writer.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* The notice "copies" follows what is in the folder, and goes when no copy is left there. What went
 * wrong with a copy has a notice of its own, so that it stays to be read. */
#define COPY_ERROR "copy-error"

static void
tell_merged (QuoWindow *window, guint n_conflicts)
{
  const QuoNoticeButton review[] = { { _ ("Choose One by One"), "win.review" }, { NULL, NULL } };
  g_autofree char *message = NULL;

  if (n_conflicts == 0)
    {
      quo_session_set_message (window->session, _ ("Merged with the other version"));
      return;
    }
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Merged. %u change of both sides is in conflict: yours stays until you take the "
                   "other",
                   "Merged. %u changes of both sides are in conflict: yours stay until you take "
                   "the other",
                   n_conflicts),
      n_conflicts);
  g_object_set (window->list_page, "page", "review", NULL);
  quo_notices_show (window->notices, "merged", TRUE, message, review, NULL, NULL);
  quo_session_set_message (window->session, "%s", message);
}

static gboolean
require_article (QuoWindow *window)
{
  if (quo_session_get_autosave (window->session) != NULL)
    return TRUE;
  quo_session_set_message (window->session, _ ("No article is open"));
  return FALSE;
}

void
quo_window_merge (QuoWindow *window)
{
  guint n_conflicts = 0;
  g_autoptr (GError) error = NULL;

  if (!require_article (window))
    return;
  if (!quo_session_merge_disk (window->session, &n_conflicts, &error))
    {
      quo_window_tell_error (window, "merged", error->message);
      return;
    }
  quo_notices_hide (window->notices, "save");
  tell_merged (window, n_conflicts);
  quo_autosave_save_async (quo_session_get_autosave (window->session), NULL, NULL, NULL);
}

/* --- Conflict copies --- */

typedef struct
{
  QuoWindow *window;
  char *path;
} Copy;

static char *
dup_sidecar_path (QuoWindow *window)
{
  return quo_sidecar_path_for (quo_session_get_article_path (window->session));
}

/* What the copy says is on disk, so it can go out of the way; then the next one is told of. */
static void
on_copy_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (QuoWindow) window = copy->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = copy->path;
  g_autofree char *sidecar = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_free (copy);
  if (!quo_autosave_save_finish (QUO_AUTOSAVE (source), result, NULL) || window->session == NULL)
    return; /* why is told by the change of the state; the copy stays */
  if (!quo_conflict_copy_retire (path, &error))
    {
      quo_window_tell_error (window, COPY_ERROR, error->message);
      return;
    }
  if (quo_session_get_autosave (window->session) != QUO_AUTOSAVE (source))
    return;
  sidecar = dup_sidecar_path (window);
  copies = quo_conflict_copies_list (sidecar);
  quo_window_tell_copies (window, copies);
}

void
quo_window_merge_copy (QuoWindow *window, const char *path)
{
  guint n_conflicts = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *sidecar = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  Copy *copy;

  if (!require_article (window))
    return;
  sidecar = dup_sidecar_path (window);
  copies = quo_conflict_copies_list (sidecar);
  if (!g_ptr_array_find_with_equal_func (copies, path, g_str_equal, NULL))
    {
      quo_window_tell_error (window, COPY_ERROR,
                             _ ("This file is no conflict copy of the annotations that are open"));
      return;
    }
  if (!quo_session_merge_copy (window->session, path, &n_conflicts, &error))
    {
      quo_window_tell_error (window, COPY_ERROR, error->message);
      return;
    }
  quo_notices_hide (window->notices, "copies");
  quo_notices_hide (window->notices, COPY_ERROR);
  tell_merged (window, n_conflicts);
  copy = g_new (Copy, 1);
  *copy = (Copy){ g_object_ref (window), g_strdup (path) };
  quo_autosave_save_async (quo_session_get_autosave (window->session), NULL, on_copy_saved, copy);
}

void
quo_window_tell_copies (QuoWindow *window, const GPtrArray *copies)
{
  g_autofree char *name = NULL, *message = NULL, *action = NULL;
  g_autoptr (GVariant) path = NULL;

  if (copies == NULL || copies->len == 0)
    return;
  if (!g_utf8_validate (g_ptr_array_index (copies, 0), -1, NULL))
    return; /* no action can name it; “quo merge” can */
  name = quo_shown_basename (g_ptr_array_index (copies, 0));
  path = g_variant_ref_sink (g_variant_new_string (g_ptr_array_index (copies, 0)));
  action = g_action_print_detailed_name ("win.merge-copy", path);
  message = g_strdup_printf (_ ("A tool that keeps folders in step left another version of these "
                                "annotations beside them: %s"),
                             name);
  quo_notices_show (window->notices, "copies", FALSE, message,
                    (const QuoNoticeButton[]){ { _ ("Merge"), action }, { NULL, NULL } }, NULL,
                    NULL);
}

/* --- Elsewhere --- */

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
