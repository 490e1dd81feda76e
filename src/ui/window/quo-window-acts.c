/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What actions need of the window besides its session: finding, exporting, asking, and the columns.
 */
#include "quo-config.h"

#include "quo-command-palette.h"
#include "quo-export-dialog.h"
#include "quo-export.h"
#include "quo-keymap.h"
#include "quo-picker.h"
#include "quo-tagset-editor.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* Whether an article is open; says it if not. */
static gboolean
require_article (QuoWindow *window)
{
  if (quo_session_get_document (window->session) != NULL)
    return TRUE;
  quo_session_set_message (window->session, _ ("No article is open"));
  return FALSE;
}

void
quo_window_find (QuoWindow *window, const char *words)
{
  if (require_article (window))
    quo_find_bar_open (window->find_bar, words);
}

void
quo_window_find_step (QuoWindow *window, gint direction)
{
  if (require_article (window))
    quo_find_bar_step (window->find_bar, direction);
}

/* Who waits for an export, and for what. */
typedef struct
{
  QuoWindow *window;
  char *path;
} Export;

static void
tell_export (QuoWindow *window, const char *path, const QuoReport *report)
{
  guint n_lost = quo_report_count_kind (report, QUO_REPORT_LOST);
  guint n_changed = quo_report_count_kind (report, QUO_REPORT_CHANGED);
  g_autoptr (GString) told = g_string_new (NULL);

  g_string_printf (told, _ ("Exported to %s"), path);
  for (guint i = 0; i < quo_report_get_length (report) && n_lost + n_changed > 0; i++)
    {
      const QuoReportLine *line = quo_report_get (report, i);
      g_autofree char *words = quo_report_dup_line (report, i);

      if (line->kind == QUO_REPORT_LOST || line->kind == QUO_REPORT_CHANGED)
        g_string_append_printf (told, "; %s", words);
    }
  quo_session_set_message (window->session, "%s", told->str);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoReport) report = quo_export_finish (result, &error);

  if (export->window->session != NULL)
    {
      if (report != NULL)
        tell_export (export->window, export->path, report);
      else
        quo_window_tell_error (export->window, "export", error->message);
      quo_session_end_busy (export->window->session);
    }
  g_object_unref (export->window);
  g_free (export->path);
  g_free (export);
}

/* A format that cannot tell layers apart gets the active one, or the one that has annotations. */
void
quo_window_export (QuoWindow *window, const char *format_id, const char *path)
{
  const QuoFormat *format = quo_formats_find (format_id);
  g_autoptr (QuoSnapshot) snapshot = NULL;
  Export *export;

  if (!require_article (window))
    return;
  if (format == NULL)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("There is no format “%s”; “quo formats” lists them"), format_id);
      quo_window_tell_error (window, "export", message);
      return;
    }
  snapshot = quo_document_snapshot (quo_session_get_document (window->session));
  export = g_new (Export, 1);
  export->window = g_object_ref (window);
  export->path = g_canonicalize_filename (path, NULL);
  quo_session_begin_busy (window->session);
  quo_export_async (snapshot, format,
                    format->is_one_layer ? quo_session_get_layer (window->session) : NULL,
                    export->path, NULL, on_exported, export);
}

void
quo_window_choose_export (QuoWindow *window)
{
  if (require_article (window))
    quo_export_dialog_present (GTK_WINDOW (window), window->session);
}

void
quo_window_show_palette (QuoWindow *window)
{
  quo_command_palette_present (GTK_WINDOW (window), window->session);
}

void
quo_window_choose_speaker (QuoWindow *window)
{
  const QuoAnnotation *selected = quo_session_get_selected (window->session);
  QuoTagset *tagset = quo_session_get_tagset (window->session);

  if (selected == NULL || quo_tagset_get_kind (tagset, selected->type) != QUO_LABEL_QUOTE)
    quo_session_set_message (window->session, _ ("Select a quote to link it to its speaker"));
  else
    quo_picker_present (GTK_WINDOW (window), window->session, QUO_PICKER_SPEAKER);
}

void
quo_window_choose_same (QuoWindow *window)
{
  const QuoAnnotation *selected = quo_session_get_selected (window->session);
  QuoTagset *tagset = quo_session_get_tagset (window->session);

  if (selected == NULL)
    quo_session_set_message (window->session, _ ("No annotation is selected"));
  else if (quo_tagset_get_kind (tagset, selected->type) != QUO_LABEL_ENTITY)
    quo_session_set_message (window->session, _ ("Select a name; only names have an identity"));
  else
    quo_picker_present (GTK_WINDOW (window), window->session, QUO_PICKER_SAME);
}

void
quo_window_copy_citation (QuoWindow *window)
{
  const QuoAnnotation *selected = quo_session_get_selected (window->session);
  g_autofree char *citation = NULL;

  if (selected == NULL)
    {
      quo_session_set_message (window->session, _ ("No annotation is selected"));
      return;
    }
  citation = quo_session_dup_citation (window->session, selected);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), citation);
  quo_session_set_message (window->session, _ ("Copied: %s"), citation);
}

static const char *
find_act (const char *character)
{
  const QuoActionInfo *info = quo_keymap_find_character (quo_keymap_get (), character);

  return info != NULL ? _ (info->title) : NULL;
}

static QuoTagsetEditor *
present_editor (QuoWindow *window)
{
  return quo_tagset_editor_present (GTK_WINDOW (window), window->session,
                                    quo_folder_get_path (window->folder), find_act);
}

void
quo_window_edit_labels (QuoWindow *window)
{
  present_editor (window);
}

void
quo_window_import_labels (QuoWindow *window, const char *path)
{
  quo_tagset_editor_import (present_editor (window), path);
}

void
quo_window_export_labels (QuoWindow *window, const char *path)
{
  quo_tagset_editor_export (present_editor (window), path);
}

static void
show_selected (QuoWindow *window, gboolean takes_focus)
{
  quo_fold_show (window->fold, TRUE);
  if (!takes_focus)
    return;
  quo_window_furnish_now (window);
  quo_inspector_edit (window->inspector);
}

void
quo_window_edit (QuoWindow *window)
{
  if (quo_session_get_selected (window->session) == NULL)
    quo_session_set_message (window->session, _ ("No annotation is selected"));
  else
    show_selected (window, TRUE);
}

void
quo_window_on_edit (QuoArticleView *view, gboolean takes_focus, QuoWindow *window)
{
  show_selected (window, takes_focus);
}

void
quo_window_peek (QuoWindow *window)
{
  if (require_article (window) && !quo_article_view_peek (window->view))
    quo_session_set_message (window->session, _ ("No annotation here"));
}

void
quo_window_toggle_column (QuoWindow *window, gboolean is_inspector)
{
  gboolean is_shown;

  if (quo_session_get_document (window->session) == NULL)
    return;
  is_shown = quo_fold_toggle (window->fold, is_inspector);
  /* Who does not see it hears it. */
  if (is_inspector)
    quo_session_set_message (window->session, "%s",
                             is_shown ? _ ("Inspector shown") : _ ("Inspector hidden"));
  else
    quo_session_set_message (window->session, "%s",
                             is_shown ? _ ("List shown") : _ ("List hidden"));
}

void
quo_window_zoom (QuoWindow *window, gint steps)
{
  QuoPreferences *preferences = quo_preferences_get ();
  gint size = steps == 0 ? QUO_TEXT_SIZE_DEFAULT
                         : quo_preferences_get_int (preferences, "text-size") + steps;

  size = CLAMP (size, QUO_TEXT_SIZE_MIN, QUO_TEXT_SIZE_MAX);
  g_object_set (preferences, "text-size", size, NULL);
  quo_session_set_message (window->session, _ ("Text size: %d px"), size);
}

void
quo_window_escape (QuoWindow *window)
{
  if (!quo_fold_uncover (window->fold) && !quo_session_escape (window->session))
    quo_find_bar_close (window->find_bar);
}
