/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening, saving and leaving articles. Invariants: what is open is saved before another article
 * takes its place; what cannot be opened changes nothing; an article file is never written.
 */
#include "quo-config.h"

#include "quo-error.h"
#include "quo-read-ahead.h"
#include "quo-recent.h"
#include "quo-shown.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many are told when an article is opened. */
#define MAX_FINDINGS 3

typedef struct
{
  char *path;
  QuoOpenOptions options;
  char *encoding; /* or NULL */
  QuoReport *report;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->encoding);
  quo_report_free (job->report);
  g_free (job);
}

static void
free_opening (gpointer data)
{
  quo_opening_free (data);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  QuoOpening *opening = NULL;
  gboolean is_as_ever = job->encoding == NULL && !job->options.has_extent;

  if (!is_as_ever || !quo_read_ahead_take (job->path, &job->report, &opening, &error))
    opening = quo_open_with (job->path, &job->options, job->report, cancellable, &error);
  if (opening != NULL)
    {
      quo_opening_make_document (opening);
      g_task_return_pointer (task, opening, free_opening);
    }
  else
    g_task_return_error (task, error);
}

static GMenuModel *
make_encoding_menu (void)
{
  static const char *const encodings[][2] = {
    { "UTF-8", N_ ("Unicode (UTF-8)") },
    { "WINDOWS-1252", N_ ("Western European (Windows-1252)") },
    { "ISO-8859-15", N_ ("Western European (ISO-8859-15)") },
    { "WINDOWS-1250", N_ ("Central European (Windows-1250)") },
    { "ISO-8859-2", N_ ("Central European (ISO-8859-2)") },
    { "WINDOWS-1251", N_ ("Cyrillic (Windows-1251)") },
    { "KOI8-R", N_ ("Cyrillic (KOI8-R)") },
    { "ISO-8859-5", N_ ("Cyrillic (ISO-8859-5)") },
    { "WINDOWS-1253", N_ ("Greek (Windows-1253)") },
    { "WINDOWS-1254", N_ ("Turkish (Windows-1254)") },
    { "WINDOWS-1255", N_ ("Hebrew (Windows-1255)") },
    { "WINDOWS-1256", N_ ("Arabic (Windows-1256)") },
    { "WINDOWS-1257", N_ ("Baltic (Windows-1257)") },
    { "SHIFT_JIS", N_ ("Japanese (Shift_JIS)") },
    { "EUC-JP", N_ ("Japanese (EUC-JP)") },
    { "EUC-KR", N_ ("Korean (EUC-KR)") },
    { "GB18030", N_ ("Chinese (GB18030)") },
    { "BIG5", N_ ("Chinese (Big5)") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (encodings[i][1]), NULL);
      g_menu_item_set_action_and_target (item, "win.open-as", "s", encodings[i][0]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
tell_encoding (QuoWindow *window, const QuoArticle *article)
{
  g_autoptr (GMenuModel) menu = make_encoding_menu ();
  g_autofree char *message
      = g_strdup_printf (_ ("The file does not say its encoding; it was read as %s. If letters "
                            "look wrong, choose another"),
                         article->encoding != NULL ? article->encoding : "UTF-8");

  quo_notices_show (window->notices, "encoding", FALSE, message, NULL, _ ("Other Encoding"), menu);
}

static void
tell_moved (QuoWindow *window, guint n_moved, guint n_orphans)
{
  const QuoNoticeButton review[] = { { _ ("Review"), "win.review" }, { NULL, NULL } };
  g_autofree char *moved = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u annotation was moved",
                                                         "%u annotations were moved", n_moved),
                                            n_moved);
  g_autofree char *lost
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u has no place in it any more",
                                      "%u have no place in it any more", n_orphans),
                         n_orphans);
  g_autofree char *message
      = g_strdup_printf (_ ("The article was changed since it was annotated: %s, %s. Nothing is "
                            "written before you change "
                            "something, and the old annotations are kept in a .bak file then"),
                         moved, lost);

  quo_notices_show (window->notices, "moved", n_orphans > 0, message,
                    n_moved + n_orphans > 0 ? review : NULL, NULL, NULL);
}

/* Whether a line says what the review lists. */
static gboolean
is_listed (QuoWindow *window, const QuoReportLine *line)
{
  return line->place != NULL
         && quo_review_has (quo_session_get_review (window->session), line->place);
}

static void
tell_findings (QuoWindow *window, const QuoReport *report)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_findings = 0;

  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = NULL;

      if (quo_report_get (report, i)->kind != QUO_REPORT_FINDING
          || is_listed (window, quo_report_get (report, i)) || n_findings++ >= MAX_FINDINGS)
        continue;
      line = quo_report_dup_line (report, i);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  if (n_findings == 0)
    return;
  if (n_findings > MAX_FINDINGS)
    g_string_append_printf (lines, _ ("\nand %u more; “quo check” lists them all"),
                            n_findings - MAX_FINDINGS);
  quo_notices_show (window->notices, "findings", FALSE, lines->str, NULL, NULL, NULL);
}

void
quo_window_show_save_state (QuoWindow *window)
{
  QuoAutosave *autosave = quo_session_get_autosave (window->session);
  const GError *error;
  gboolean is_conflict;
  const QuoNoticeButton retry[] = { { _ ("Retry"), "win.save" },
                                    { _ ("Save a Copy Elsewhere"), "win.choose-copy" },
                                    { NULL, NULL } };
  const QuoNoticeButton conflict[] = { { _ ("Merge"), "win.merge" },
                                       { _ ("Keep Mine"), "win.overwrite" },
                                       { _ ("Load the Other"), "win.reload" },
                                       { NULL, NULL } };

  if (autosave == NULL)
    return;
  quo_window_show_saving (window);
  if (quo_autosave_get_state (autosave) == QUO_SAVE_STATE_SAVED)
    {
      quo_notices_hide (window->notices, "save");
      quo_window_note_saved (window);
    }
  if (quo_autosave_get_state (autosave) != QUO_SAVE_STATE_FAILED)
    return;
  error = quo_autosave_get_error (autosave);
  /* A file that came to be where none was is another program's as well. */
  is_conflict = g_error_matches (error, QUO_ERROR, QUO_ERROR_CHANGED)
                || g_error_matches (error, QUO_ERROR, QUO_ERROR_EXISTS);
  quo_session_set_message (window->session, "%s", error->message);
  quo_notices_show (window->notices, "save", TRUE, error->message, is_conflict ? conflict : retry,
                    NULL, NULL);
}

static void
take_opening (QuoWindow *window, QuoOpening *opening, const QuoReport *report)
{
  QuoArticle *article = quo_article_ref (opening->snapshot->article);
  gboolean is_reanchored = opening->is_reanchored;
  guint n_moved = opening->n_moved, n_orphans = opening->n_orphans;
  guint n_recovered = opening->n_recovered, n_unrecovered = opening->n_unrecovered;
  gboolean is_elsewhere = opening->is_elsewhere;
  g_autoptr (GPtrArray) copies = g_steal_pointer (&opening->copies);
  g_autofree char *raw = quo_article_dup_name (article);
  g_autofree char *name = quo_shown (raw);

  quo_session_take_opening (window->session, opening);
  window->is_closing = FALSE;
  quo_notices_hide_all (window->notices);
  quo_notices_hide_all (window->empty_notices);
  g_signal_connect_object (quo_session_get_autosave (window->session), "notify::state",
                           G_CALLBACK (quo_window_show_save_state), window, G_CONNECT_SWAPPED);
  quo_session_set_message (window->session, _ ("Opened %s"), name);
  quo_tabs_follow_session (window->tabs);
  quo_window_show_article (window);
  tell_findings (window, report);
  if (article->is_guessed)
    tell_encoding (window, article);
  if (is_reanchored)
    tell_moved (window, n_moved, n_orphans);
  quo_window_tell_recovered (window, n_recovered, n_unrecovered);
  if (is_elsewhere)
    quo_window_tell_elsewhere (window);
  quo_window_tell_copies (window, copies);
  quo_window_watch_log (window);
  quo_window_show_save_state (window);
  quo_window_watch_article (window, TRUE);
  quo_recent_add (quo_session_get_article_path (window->session));
  quo_window_reach_place (window);
  quo_article_unref (article);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoWindow *window = QUO_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  QuoOpening *opening;

  if (window->session == NULL || g_task_get_cancellable (G_TASK (result)) != window->opening)
    {
      opening = g_task_propagate_pointer (G_TASK (result), NULL);
      g_clear_pointer (&opening, quo_opening_free);
      if (window->session != NULL)
        quo_session_end_busy (window->session);
      return;
    }
  g_clear_object (&window->opening);
  quo_window_end_progress (window);
  opening = g_task_propagate_pointer (G_TASK (result), &error);
  if (opening != NULL)
    take_opening (window, opening, job->report);
  else
    {
      quo_session_resume_log (window->session);
      quo_window_drop_place (window);
      quo_tabs_give_up_current (window->tabs);
      quo_window_tell_error (window, "open", error->message);
    }
  quo_session_end_busy (window->session);
}

/* An article that takes its own place takes its own log and lock. */
static void
make_way (QuoWindow *window, const char *path, gboolean is_given_up)
{
  const char *current = quo_session_get_article_path (window->session);
  g_autofree char *old = current != NULL ? quo_log_dup_path (current, 1) : NULL;
  g_autofree char *new = quo_log_dup_path (path, 1);

  if (g_strcmp0 (old, new) == 0)
    quo_session_release_log (window->session, is_given_up);
}

/* In the thread. */
static void
on_progress (double share, gpointer data)
{
  g_atomic_int_set (&QUO_WINDOW (data)->opened_share, (gint)(share * 100));
}

/* @how: its encoding and extent; the rest is made here. */
static void
start_opening_with (QuoWindow *window, const char *path, const QuoOpenOptions *how,
                    gboolean is_given_up)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  window->opening = g_cancellable_new ();
  job->path = g_canonicalize_filename (path, NULL);
  job->options = *how;
  job->options.encoding = job->encoding = g_strdup (how->encoding);
  job->options.is_to_edit = TRUE;
  job->options.on_progress = on_progress;
  job->options.progress_data = window;
  job->report = quo_report_new ();
  make_way (window, job->path, is_given_up);
  quo_session_begin_busy (window->session);
  quo_window_begin_progress (window, job->path);
  task = g_task_new (window, window->opening, on_opened, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, open_in_thread);
}

static void
start_opening (QuoWindow *window, const char *path, const char *encoding, gboolean is_given_up)
{
  start_opening_with (window, path, &(QuoOpenOptions){ .encoding = encoding }, is_given_up);
}

gboolean
quo_window_save_now (QuoWindow *window)
{
  QuoAutosave *autosave;
  g_autoptr (GError) error = NULL;

  quo_session_finish_large (window->session);
  autosave = quo_session_get_autosave (window->session);
  if (autosave == NULL || quo_autosave_get_state (autosave) == QUO_SAVE_STATE_SAVED)
    return TRUE;
  if (quo_autosave_save_sync (autosave, &error))
    return TRUE;
  quo_window_show_save_state (window);
  return FALSE;
}

void
quo_window_open (QuoWindow *window, const char *path)
{
  g_autofree char *article = NULL;

  g_return_if_fail (QUO_IS_WINDOW (window) && path != NULL);

  article = quo_window_dup_article_path (path);
  if (window->opening == NULL
      && g_strcmp0 (article, quo_session_get_article_path (window->session)) == 0)
    quo_window_focus_article (window);
  else if (!quo_tabs_choose (window->tabs, article) && quo_window_save_now (window))
    start_opening (window, path, NULL, FALSE);
}

void
quo_window_start_opening (QuoWindow *window, const char *path)
{
  start_opening (window, path, NULL, FALSE);
}

gboolean
quo_window_save_all_now (QuoWindow *window)
{
  /* What is being written in a field counts, too, as when the keyboard leaves it. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  return quo_window_save_now (window) && quo_tabs_save_parked (window->tabs);
}

void
quo_window_open_as (QuoWindow *window, const char *encoding)
{
  const char *path = quo_session_get_article_path (window->session);

  if (path == NULL)
    quo_session_set_message (window->session, _ ("No article is open"));
  else if (quo_window_save_now (window))
    start_opening (window, path, encoding, FALSE);
}

void
quo_window_read_extent (QuoWindow *window, QuoExtent extent)
{
  const char *path = quo_session_get_article_path (window->session);
  QuoOpenOptions how = { .has_extent = TRUE, .extent = extent };

  if (path != NULL && quo_window_save_now (window))
    start_opening_with (window, path, &how, FALSE);
}

/* Saves first: the annotations are found again in the text as it is now. */
void
quo_window_read_again (QuoWindow *window)
{
  const char *path = quo_session_get_article_path (window->session);

  if (path != NULL && quo_window_save_now (window))
    start_opening (window, path, NULL, FALSE);
}

/* What is open is given up for what is on disk: the person chose it. */
void
quo_window_reload (QuoWindow *window)
{
  const char *path = quo_session_get_article_path (window->session);

  if (path != NULL)
    start_opening (window, path, NULL, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;

  /* A failure is told by the change of the state. */
  if (quo_autosave_save_finish (QUO_AUTOSAVE (source), result, NULL) && window->session != NULL)
    quo_session_set_message (window->session, _ ("Saved"));
}

void
quo_window_save (QuoWindow *window)
{
  QuoAutosave *autosave = quo_session_get_autosave (window->session);

  if (autosave == NULL)
    quo_session_set_message (window->session, _ ("No article is open"));
  else
    quo_autosave_save_async (autosave, NULL, on_saved, g_object_ref (window));
}

void
quo_window_overwrite (QuoWindow *window)
{
  QuoAutosave *autosave = quo_session_get_autosave (window->session);

  if (autosave == NULL)
    return;
  quo_autosave_overwrite (autosave);
  quo_window_save (window);
}

void
quo_window_save_when_left (QuoWindow *window)
{
  QuoAutosave *autosave;

  if (window->session == NULL || gtk_window_is_active (GTK_WINDOW (window)))
    return;
  autosave = quo_session_get_autosave (window->session);
  if (autosave != NULL && quo_autosave_get_state (autosave) == QUO_SAVE_STATE_DIRTY)
    quo_autosave_save_async (autosave, NULL, NULL, NULL);
}
