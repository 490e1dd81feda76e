/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A log that says no more than the history that a document has now. */

#include "quo-config.h"

#include "quo-log-compact.h"

#include "quo-log.h"

/* How many of the last edits are kept. */
static guint
count_kept (QuoDocument *document)
{
  guint n = MIN (quo_document_get_n_undo (document), QUO_LOG_MAX_EDITS);
  gsize size = 0;

  for (guint i = 0; i < n; i++)
    {
      /* Some 700 bytes a change: two records. */
      size += 700 * quo_edit_get_length (quo_document_get_undo (document, i));
      if (size > QUO_LOG_MAX_BYTES)
        return i;
    }
  return n;
}

GBytes *
quo_log_compact (QuoDocument *document, const QuoLogHeader *header, const char *saved,
                 guint *ret_n_steps)
{
  g_auto (QuoJsonWriter) lines = { 0 };
  QuoText *text = quo_document_get_text (document);
  guint n_undo = count_kept (document);
  guint n_redo = MIN (quo_document_get_n_redo (document), QUO_LOG_MAX_EDITS);

  quo_json_writer_init (&lines, 4096);
  quo_log_write_header (&lines, header);
  for (guint i = n_undo; i > 0; i--)
    quo_log_write_edit (&lines, quo_document_get_undo (document, i - 1), text);
  for (guint i = 0; i < n_redo; i++)
    {
      g_autoptr (QuoEdit) edit = quo_edit_invert (quo_document_get_redo (document, i));

      quo_log_write_edit (&lines, edit, text);
    }
  for (guint i = 0; i < n_redo; i++)
    quo_log_write_word (&lines, QUO_LOG_UNDO);
  *ret_n_steps = n_undo + 2 * n_redo;
  if (saved != NULL)
    quo_log_write_mark (&lines, QUO_LOG_SAVED, saved, *ret_n_steps);
  return quo_json_writer_finish (&lines);
}
