/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a call of quo convert, one after another or several at once; what is told of them
 * comes in their order all the same. How far it is shows on a terminal; of several files a summary
 * is told at the end. A signal stops it between two files: what is on the disk is whole. */

#include "quo-config.h"

#include "quo-convert.h"

#include "quo-command.h"
#include "quo-error.h"
#include "quo-interrupt.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* More do not make it faster: the disk is the limit. */
#define MAX_THREADS 8

/* Progress is shown so often at most. */
#define SHOW_EVERY_US 100000

typedef struct
{
  guint index;
  QuoReport *report;
  GError *error;
  gboolean is_done;
} Job;

typedef struct
{
  const QuoConvert *convert;
  Job *jobs;
  GAsyncQueue *finished; /* of Job */
  guint n_losses, n_failed, n_stopped;
  gboolean has_terminal, is_shown;
  gint64 shown_at;
} Run;

static gboolean
is_stopped (const QuoConvert *convert, Job *job)
{
  if (!g_cancellable_is_cancelled (convert->cancellable))
    return FALSE;
  g_set_error_literal (&job->error, QUO_ERROR, QUO_ERROR_CANCELLED,
                       _ ("Stopped; what was done before stays"));
  return TRUE;
}

static void
do_job (const QuoConvert *convert, Job *job)
{
  g_autoptr (GPtrArray) all = NULL;
  gboolean is_good;

  job->report = quo_report_new ();
  if (!is_stopped (convert, job))
    all = quo_convert_read (convert, job->index, job->report, &job->error);
  is_good = all != NULL;
  for (guint i = 0; is_good && i < all->len; i++)
    is_good = !is_stopped (convert, job)
              && quo_convert_write (convert, job->index, g_ptr_array_index (all, i), job->report,
                                    &job->error);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Run *run = user_data;

  do_job (run->convert, data);
  g_async_queue_push (run->finished, data);
}

/* --- What is told --- */

static void
hide_progress (Run *run)
{
  if (run->is_shown)
    fputs ("\r\033[K", stderr);
  run->is_shown = FALSE;
}

static void
show_progress (Run *run, guint n)
{
  gint64 now = g_get_monotonic_time ();

  if (!run->has_terminal || now - run->shown_at < SHOW_EVERY_US)
    return;
  run->shown_at = now;
  run->is_shown = TRUE;
  fprintf (stderr, "\r\033[K%u / %u", n, run->convert->n_inputs);
  fflush (stderr);
}

/* What was read or written in another way, or not at all, a line a kind. */
static void
tell_report (const Run *run, const Job *job)
{
  g_autofree char *name = g_filename_display_basename (run->convert->inputs[job->index]);

  for (guint i = 0; i < quo_report_get_length (job->report); i++)
    {
      g_autofree char *line = quo_report_dup_line (job->report, i);

      if (run->convert->n_inputs > 1)
        quo_message ("%s: %s", name, line);
      else
        quo_message ("%s", line);
    }
}

/* What is wrong in an input makes the exit 1, as in quo check; a loss does so when it is asked for.
 */
static int
get_exit (Run *run, const QuoReport *report)
{
  gboolean has_losses = quo_report_count_kind (report, QUO_REPORT_LOST) > 0
                        || quo_report_count_kind (report, QUO_REPORT_CHANGED) > 0;

  run->n_losses += has_losses;
  if (quo_report_count_kind (report, QUO_REPORT_FINDING) > 0
      || (run->convert->is_strict && has_losses))
    return QUO_EXIT_FOUND;
  return QUO_EXIT_DONE;
}

static int
tell_job (Run *run, Job *job)
{
  int code;

  hide_progress (run);
  if (g_error_matches (job->error, QUO_ERROR, QUO_ERROR_CANCELLED))
    {
      run->n_stopped++;
      code = QUO_EXIT_FAILED;
    }
  else if (job->error != NULL)
    {
      run->n_failed++;
      code = quo_message_error (job->error);
    }
  else
    {
      tell_report (run, job);
      code = get_exit (run, job->report);
    }
  g_clear_error (&job->error);
  g_clear_pointer (&job->report, quo_report_free);
  return code;
}

static void
tell_summary (Run *run)
{
  const QuoConvert *convert = run->convert;
  guint n = convert->n_inputs - run->n_failed;

  hide_progress (run);
  if (run->n_stopped > 0)
    quo_message (ngettext ("Stopped before %u of %u file; what was done before stays",
                           "Stopped before %u of %u files; what was done before stays",
                           convert->n_inputs),
                 run->n_stopped, convert->n_inputs);
  if (run->n_stopped > 0 || (convert->n_inputs < 2 && !convert->has_folder))
    return;
  quo_message (convert->is_dry_run
                   ? ngettext ("%u of %u file can be converted, %u with losses; %u failed",
                               "%u of %u files can be converted, %u with losses; %u failed",
                               convert->n_inputs)
                   : ngettext ("%u of %u file was converted, %u with losses; %u failed",
                               "%u of %u files were converted, %u with losses; %u failed",
                               convert->n_inputs),
               n, convert->n_inputs, run->n_losses, run->n_failed);
}

/* --- One after another, or several at once --- */

static int
run_in_turn (Run *run)
{
  int code = QUO_EXIT_DONE;

  for (guint i = 0; i < run->convert->n_inputs; i++)
    {
      int job_code;

      show_progress (run, i);
      do_job (run->convert, &run->jobs[i]);
      job_code = tell_job (run, &run->jobs[i]);
      code = MAX (code, job_code);
    }
  return code;
}

static int
run_at_once (Run *run)
{
  guint n_threads = MIN (g_get_num_processors (), MAX_THREADS);
  GThreadPool *pool = g_thread_pool_new (run_job, run, (gint)n_threads, FALSE, NULL);
  guint n_told = 0;
  int code = QUO_EXIT_DONE;

  run->finished = g_async_queue_new ();
  for (guint i = 0; i < run->convert->n_inputs; i++)
    g_thread_pool_push (pool, &run->jobs[i], NULL);
  for (guint i = 0; i < run->convert->n_inputs; i++)
    {
      ((Job *)g_async_queue_pop (run->finished))->is_done = TRUE;
      for (; n_told < run->convert->n_inputs && run->jobs[n_told].is_done; n_told++)
        {
          int job_code = tell_job (run, &run->jobs[n_told]);

          code = MAX (code, job_code);
        }
      show_progress (run, i + 1);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_clear_pointer (&run->finished, g_async_queue_unref);
  return code;
}

/* Two imports into one article must not meet. */
static gboolean
can_run_at_once (const QuoConvert *convert)
{
  return convert->n_inputs > 1 && !convert->is_merge && convert->article == NULL
         && g_get_num_processors () > 1;
}

int
quo_convert_run (QuoConvert *convert)
{
  g_autoptr (GCancellable) cancellable = quo_interrupt_watch ();
  g_autofree Job *jobs = g_new0 (Job, convert->n_inputs + 1);
  Run run = { .convert = convert, .jobs = jobs, .has_terminal = isatty (STDERR_FILENO) };
  int code;

  convert->cancellable = cancellable;
  for (guint i = 0; i < convert->n_inputs; i++)
    jobs[i].index = i;
  code = can_run_at_once (convert) ? run_at_once (&run) : run_in_turn (&run);
  tell_summary (&run);
  quo_interrupt_settle ();
  return code;
}
