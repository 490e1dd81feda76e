/* SPDX-License-Identifier: GPL-3.0-or-later */

/* eval-articles FILE...: how long each page takes to become an article, in milliseconds of the
 * clock: a line a file, the best of a few runs once all have been read. The start of the process is
 * not in it. */

#include <stdio.h>

#include "quo-reader.h"

#define N_RUNS 3

static double
read_page (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoArticle) article = quo_read_article (path, NULL, NULL, &error);

  if (article == NULL)
    g_error ("%s", error->message);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    read_page (argv[i]);
  for (int i = 1; i < argc; i++)
    {
      double best = G_MAXDOUBLE;

      for (guint run = 0; run < N_RUNS; run++)
        best = MIN (best, read_page (argv[i]));
      printf ("%.3f\n", best);
    }
  return 0;
}
