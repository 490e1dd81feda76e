/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: there is at most one article read ahead; whoever takes it out of `ahead` has the
 * thread and all that it made for himself. */
#include "quo-config.h"

#include "quo-read-ahead.h"

#include <glib/gstdio.h>

/* What is longer than this, or is no plain text, may take so long that one wants to see how far it
 * is, and to cancel it. */
#define MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  char *path; /* absolute */
  GThread *thread;
  /* Of the thread, until it was joined. */
  QuoReport *report;
  QuoOpening *opening;
  GError *error;
} Ahead;

static Ahead *ahead; /* atomic */

static gpointer
read_in_thread (gpointer data)
{
  Ahead *self = data;

  self->opening = quo_open_to_edit (self->path, NULL, self->report, NULL, &self->error);
  if (self->opening != NULL)
    quo_opening_make_document (self->opening);
  return NULL;
}

/* What was begun, ended; NULL if it is not this path (NULL: any). */
static Ahead *
take (const char *path)
{
  Ahead *self = g_atomic_pointer_get (&ahead);

  if (self == NULL || (path != NULL && g_strcmp0 (path, self->path) != 0)
      || !g_atomic_pointer_compare_and_exchange (&ahead, self, NULL))
    return NULL;
  g_thread_join (self->thread);
  return self;
}

static void
free_ahead (Ahead *self)
{
  g_free (self->path);
  quo_report_free (self->report);
  g_clear_pointer (&self->opening, quo_opening_free);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
is_quick (const char *path)
{
  GStatBuf info;

  return g_str_has_suffix (path, ".txt") && g_stat (path, &info) == 0 && S_ISREG (info.st_mode)
         && info.st_size <= MAX_BYTES;
}

void
quo_read_ahead_start (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  Ahead *self;

  if (ahead != NULL || !is_quick (full))
    return;
  self = g_new0 (Ahead, 1);
  self->path = g_steal_pointer (&full);
  self->report = quo_report_new ();
  self->thread = g_thread_new ("read-ahead", read_in_thread, self);
  g_atomic_pointer_set (&ahead, self);
}

gboolean
quo_read_ahead_take (const char *path, QuoReport **report, QuoOpening **ret_opening, GError **error)
{
  Ahead *self = take (path);

  if (self == NULL)
    return FALSE;
  quo_report_free (*report);
  *report = g_steal_pointer (&self->report);
  *ret_opening = g_steal_pointer (&self->opening);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  free_ahead (self);
  return TRUE;
}

void
quo_read_ahead_drop (void)
{
  Ahead *self = take (NULL);

  g_clear_pointer (&self, free_ahead);
}
