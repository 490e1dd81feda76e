/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes when the main loop is blocked.  A timer of the loop ticks every few milliseconds; a thread
 * looks at when it last did.  While it is late the thread takes the main thread's place in the code
 * once, by a signal, so that the note says where.  The figure is from one tick to the next, so it
 * is at most one period too high.  Beside it stands how long of that the main thread was at work:
 * the rest it waited, for a disk, another process, or a turn on a machine that has others to serve.
 */
#include "quo-config.h"

#include "quo-watchdog.h"

#if QUO_DEBUG_BUILD && defined(__linux__) && defined(__GLIBC__)

#include <execinfo.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#define PERIOD_MS 5
#define MAX_FRAMES 40

static gint64 last_tick; /* atomic, microseconds */
static gint64 last_work; /* microseconds of CPU; of the main thread alone */
static pthread_t main_thread;

/* Nothing but what may be done in a signal handler: backtrace() was called once before. */
static void
print_place (int number)
{
  void *frames[MAX_FRAMES];

  backtrace_symbols_fd (frames, backtrace (frames, MAX_FRAMES), STDERR_FILENO);
}

/* Microseconds that the calling thread has worked so far. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
on_tick (gpointer data)
{
  gint64 now = g_get_monotonic_time (), work = get_work ();
  gint64 late = (now - __atomic_exchange_n (&last_tick, now, __ATOMIC_RELAXED)) / 1000;

  if (late > QUO_WATCHDOG_LIMIT_MS)
    g_printerr ("watchdog: the main loop was blocked for %d ms, at work for %d ms\n", (int)late,
                (int)((work - last_work) / 1000));
  last_work = work;
  return G_SOURCE_CONTINUE;
}

static gpointer
watch (gpointer data)
{
  gint64 told = 0;

  for (;;)
    {
      gint64 tick = __atomic_load_n (&last_tick, __ATOMIC_RELAXED);

      if (tick != told && g_get_monotonic_time () - tick > QUO_WATCHDOG_LIMIT_MS * 1000)
        {
          told = tick;
          pthread_kill (main_thread, SIGUSR2);
        }
      g_usleep (PERIOD_MS * 1000);
    }
  return NULL;
}

void
quo_watchdog_start (void)
{
  void *frame;

  if (g_getenv ("QUO_WATCHDOG") == NULL)
    return;
  backtrace (&frame, 1); /* loads what it needs, now and not in the handler */
  main_thread = pthread_self ();
  __atomic_store_n (&last_tick, g_get_monotonic_time (), __ATOMIC_RELAXED);
  last_work = get_work ();
  signal (SIGUSR2, print_place);
  /* Above redrawing: it must tick whenever the loop goes round. */
  g_timeout_add_full (G_PRIORITY_HIGH, PERIOD_MS, on_tick, NULL, NULL);
  g_thread_unref (g_thread_new ("watchdog", watch, NULL));
  g_printerr ("watchdog: watching\n");
}

#else

void
quo_watchdog_start (void)
{
}

#endif
