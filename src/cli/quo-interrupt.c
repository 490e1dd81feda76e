/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signals are blocked in all threads and waited for in one of their own: there everything may be
 * done, as it may not in a handler. */

#include "quo-config.h"

#include "quo-interrupt.h"

#include <signal.h>
#include <stdio.h>

static gint received; /* (atomic): the number of the signal, 0: none */

static void
list_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGHUP);
}

/* What a shell sees is that the program was ended by the signal, so that it ends a loop, too. */
static void
end_by (int number)
{
  sigset_t signals;

  list_signals (&signals);
  fflush (NULL);
  signal (number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);
  raise (number);
}

static gpointer
wait_for_signals (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t signals;
  int number;

  list_signals (&signals);
  if (sigwait (&signals, &number) == 0)
    {
      g_atomic_int_set (&received, number);
      g_cancellable_cancel (cancellable);
      if (sigwait (&signals, &number) == 0)
        end_by (number);
    }
  g_object_unref (cancellable);
  return NULL;
}

GCancellable *
quo_interrupt_watch (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  list_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
  return cancellable;
}

void
quo_interrupt_settle (void)
{
  int number = g_atomic_int_get (&received);

  if (number != 0)
    end_by (number);
}
