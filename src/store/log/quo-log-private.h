/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the log share. */
#pragma once

#include "quo-log-file.h"
#include "quo-log.h"

G_BEGIN_DECLS

struct _QuoLog
{
  GObject parent_instance;
  QuoDocument *document;
  QuoLogPast *past; /* path and lock; its steps are given up */
  QuoLogHeader header;
  QuoLogFile file;
  gboolean is_continued; /* the file is there and ends where we go on */
  guint n_steps;
  char *saved; /* SHA-256 of the sidecar as last told, NULL: none */
  GError *error;
  guint sync_timer;
  gboolean is_syncing;
  gboolean has_changed;
  struct
  {
    gboolean is_on;      /* between the begin and the end of it */
    gboolean can_write;  /* the file is open, or was made */
    const QuoEdit *edit; /* that was written, to tell it from others only */
    int number;          /* the system's error, 0: none */
    char *saved;         /* SHA-256 of the sidecar that was saved meanwhile, or NULL */
    guint n_saved;       /* the steps in it */
  } record;
  gboolean is_moved; /* the header of the file names where the article was */
};

/* The log is not safe any more. @number: of the system's error. */
void quo_log_give_up (QuoLog *log, int number);
/* Whether lines can be written now. A log that is begun has its header first: of what was there
 * before nothing is in it. */
gboolean quo_log_make_ready (QuoLog *log);
/* What was written is brought to the disk soon. */
void quo_log_queue_sync (QuoLog *log);

/* Whether @edit, which the document tells of, is the one that was recorded before: it counts. */
gboolean quo_log_take_record (QuoLog *log, const QuoEdit *edit);
/* Whether @edit has so many changes that it is written as it is put into words: it was. */
gboolean quo_log_write_at_once (QuoLog *log, const QuoEdit *edit);

G_END_DECLS
