/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <malloc.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "quo-suggestions.h"

/* bench-suggest --peak COMMAND...: the greatest memory of a command. It is started from here
 * because a process that is started counts the memory of who starts it as its own, and this one is
 * small.
 *
 * bench-suggest ARTICLE: what all suggesters take of an article that is read already, until their
 * proposals are there: time of the processor, the best of a few runs, and how far the first run
 * lifts the memory of the process at most, pages of the gazetteer's file among it, and how much the
 * proposals take. What every run shares (the language, what is kept of the gazetteer, the weights)
 * is there before: it is asked for with a few words first. */

#define N_RUNS 3

/* Kilobytes, of a line such as "VmHWM:  1234 kB"; 0: the system does not say. */
static long
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);
  return line != NULL ? strtol (line + strlen (name), NULL, 10) : 0;
}

/* From now on the greatest memory is counted anew; FALSE: the system cannot. */
static gboolean
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");
  gboolean is_done = file != NULL && fputs ("5", file) >= 0;

  return file != NULL && fclose (file) == 0 && is_done;
}

static QuoSnapshot *
make_snapshot (const char *utf8)
{
  g_autoptr (QuoText) text = quo_text_new (utf8);
  g_autoptr (QuoArticle) article = quo_article_new (text);

  return quo_snapshot_new (article, NULL);
}

static QuoSuggestions *
suggest (QuoSnapshot *snapshot)
{
  const QuoSuggestOptions options = { .language = "en" };

  return quo_suggest (snapshot, &options, NULL, NULL);
}

/* Bytes that are in use on the heap; 0: the C library does not say. */
static size_t
count_heap (void)
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

static void
measure_memory (QuoSnapshot *snapshot)
{
  long before = read_status ("VmRSS:");
  gboolean is_told = forget_peak ();
  size_t heap = count_heap ();
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);

  printf ("suggest.annotations %u\n", quo_suggestions_count_annotations (suggestions));
  if (!is_told || before == 0)
    return;
  printf ("suggest.peak_mb %.2f\n", (double)(read_status ("VmHWM:") - before) / 1024);
  printf ("suggest.result_mb %.2f\n", (double)(count_heap () - heap) / (1024 * 1024));
}

static int
measure_command (char **command)
{
  struct rusage usage = { 0 };
  int status = 1;
  pid_t pid;

  if (*command == NULL || posix_spawnp (&pid, *command, NULL, NULL, command, environ) != 0
      || wait4 (pid, &status, 0, &usage) != pid || status != 0)
    return 1;
  printf ("command.peak_mb %.2f\n", (double)usage.ru_maxrss / 1024);
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autofree char *utf8 = NULL;
  g_autoptr (QuoSnapshot) snapshot = NULL, small = NULL;
  double best = G_MAXDOUBLE;

  if (argc > 2 && strcmp (argv[1], "--peak") == 0)
    return measure_command (argv + 2);
  if (argc != 2 || !g_file_get_contents (argv[1], &utf8, NULL, NULL))
    return 2;
  snapshot = make_snapshot (utf8);
  small = make_snapshot ("“No,” said Ann Lee in Berlin.");
  quo_suggestions_unref (suggest (small));
  measure_memory (snapshot);
  for (guint i = 0; i < N_RUNS; i++)
    {
      clock_t start = clock ();

      quo_suggestions_unref (suggest (snapshot));
      best = MIN (best, (clock () - start) * 1000.0 / CLOCKS_PER_SEC);
    }
  printf ("suggest.ms %.1f\n", best);
  return 0;
}
