/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-byte-sink.h"

G_BEGIN_DECLS

/**
 * QuoLogFile:
 *
 * The file of a log. It ends with a whole line, or @is_torn is set and nothing is written to it any
 * more. Shared by the main thread, the thread that saves, and the worker that brings it to the
 * disk; @lock guards the descriptor. A line is written in one go, so lines never mix.
 *
 * All functions that can fail return 0 or the number of the system's error.
 */
typedef struct
{
  GMutex lock;
  char *path; /* borrowed */
  int fd;     /* -1: not open */
  gint64 size;
  gboolean is_torn;
  gboolean is_new; /* its name is not on the disk yet */
} QuoLogFile;

void quo_log_file_init (QuoLogFile *file, char *path);
void quo_log_file_close (QuoLogFile *file);
void quo_log_file_clear (QuoLogFile *file);

/* Opens it behind the first @len bytes; the rest goes. @keep_copy: it is kept as PATH.damaged. */
int quo_log_file_continue (QuoLogFile *file, gint64 len, gboolean keep_copy);
/* Begins a new one with @data. What stands there is replaced at once, and kept as PATH.old. */
int quo_log_file_begin (QuoLogFile *file, const char *data, gsize len);
/* Takes the place of the file, and closes it: quo_log_file_continue() goes on. */
int quo_log_file_replace (QuoLogFile *file, GBytes *bytes);
/* All of @data at the end, or nothing of it. A file that is not open takes nothing, which is no
 * error. */
int quo_log_file_append (QuoLogFile *file, const char *data, gsize len);
/* The same for what comes piece by piece; nothing else is written between. */
int quo_log_file_append_from (QuoLogFile *file, QuoByteSource source, gpointer data);
/* It is kept as PATH.old. */
void quo_log_file_set_aside (QuoLogFile *file);

/* A descriptor for quo_log_file_sync(), -1: nothing is open. @ret_folder: the folder to be brought
 * to the disk as well, -1: none. */
int quo_log_file_dup_fd (QuoLogFile *file, int *ret_folder);
/* Brings both to the disk, and closes the descriptors. Any thread. */
int quo_log_file_sync (int fd, int folder);

G_END_DECLS
