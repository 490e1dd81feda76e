/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on many records in the log: written piece by piece while they are put into words, and the
 * largest in a thread, before the document tells of them.
 *
 * Invariant: while `record.is_on` nobody else writes steps. */
#include "quo-config.h"

#include "quo-log-private.h"

#include "quo-log-line.h"

/* An edit of so many changes is written as it is put into words. */
#define MANY 500

typedef struct
{
  const QuoEdit *edit;
  QuoText *text;
} Large;

static gboolean
give_large (const QuoByteSink *sink, gpointer data, GError **error)
{
  const Large *large = data;

  return quo_log_stream_edit (sink, large->edit, large->text, error);
}

/* Some 40 MB for an act on 100,000 annotations, which nobody has to hold before they are written.
 * The act counts when this is over. */
static int
append_large (QuoLog *log, const QuoEdit *edit)
{
  return quo_log_file_append_from (&log->file, give_large,
                                   &(Large){ edit, quo_document_get_text (log->document) });
}

/* One more step, which was written, or was not for this error of the system. */
static void
count_large (QuoLog *log, int number)
{
  log->n_steps++;
  log->has_changed = TRUE;
  if (number != 0)
    quo_log_give_up (log, number);
  else if (log->error == NULL)
    quo_log_queue_sync (log);
}

gboolean
quo_log_take_record (QuoLog *log, const QuoEdit *edit)
{
  if (edit != log->record.edit)
    return FALSE;
  count_large (log, log->record.number);
  return TRUE;
}

gboolean
quo_log_write_at_once (QuoLog *log, const QuoEdit *edit)
{
  if (quo_edit_get_length (edit) < MANY)
    return FALSE;
  count_large (log, quo_log_make_ready (log) ? append_large (log, edit) : 0);
  return TRUE;
}

void
quo_log_begin_record (QuoLog *log)
{
  g_return_if_fail (QUO_IS_LOG (log) && !log->record.is_on);
  log->record.is_on = TRUE;
  log->record.can_write = quo_log_make_ready (log);
}

void
quo_log_record (QuoLog *log, const QuoEdit *edit)
{
  g_return_if_fail (QUO_IS_LOG (log) && log->record.is_on && edit != NULL);
  log->record.edit = edit;
  log->record.number = log->record.can_write ? append_large (log, edit) : 0;
}

void
quo_log_end_record (QuoLog *log)
{
  g_autofree char *saved = NULL;

  g_return_if_fail (QUO_IS_LOG (log) && log->record.is_on);
  saved = g_steal_pointer (&log->record.saved);
  log->record.is_on = FALSE;
  log->record.edit = NULL;
  if (saved != NULL)
    quo_log_tell_saved (log, saved, log->record.n_saved);
}
