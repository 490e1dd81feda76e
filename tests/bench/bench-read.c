/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <time.h>

#include "quo-reader.h"

/* bench-read NAME FILE...: how long each file takes to become an article: time of the processor,
 * the best of a few runs. */

#define N_RUNS 5

static double
read_file (const char *path, guint *ret_n_sections)
{
  clock_t start = clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoArticle) article = quo_read_article (path, NULL, NULL, &error);

  if (article == NULL)
    g_error ("%s", error->message);
  *ret_n_sections = article->sections != NULL ? article->sections->len : 0;
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i + 1 < argc; i += 2)
    {
      double best = G_MAXDOUBLE;
      guint n_sections = 0;

      for (guint run = 0; run < N_RUNS; run++)
        best = MIN (best, read_file (argv[i + 1], &n_sections));
      printf ("read.%s_ms %.1f\nread.%s_sections %u\n", argv[i], best, argv[i], n_sections);
    }
  return 0;
}
