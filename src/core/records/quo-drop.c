/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving up many records beside the main thread. */
#include "quo-config.h"

#include "quo-drop.h"

typedef struct
{
  gpointer data;
  GDestroyNotify free_func;
} Dropped;

static gpointer
drop (gpointer data)
{
  Dropped *dropped = data;

  dropped->free_func (dropped->data);
  g_free (dropped);
  return NULL;
}

void
quo_drop (gpointer data, GDestroyNotify free_func)
{
  g_autoptr (GThread) thread = NULL;
  Dropped *dropped;

  if (data == NULL)
    return;
  dropped = g_new (Dropped, 1);
  *dropped = (Dropped){ data, free_func };
  thread = g_thread_try_new ("quo-drop", drop, dropped, NULL);
  if (thread == NULL)
    drop (dropped);
}
