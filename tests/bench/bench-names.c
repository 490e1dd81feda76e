/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "quo-names-find.h"

/* bench-names ARTICLE GAZETTEER: how long the gazetteer takes to be opened and asked once, and how
 * long the names of the article take: time of the processor, the best of a few runs. */

#define N_RUNS 5

static double
open_gazetteer (const char *path, QuoGazetteer **ret_gazetteer)
{
  clock_t start = clock ();
  QuoNameEntry entry;

  *ret_gazetteer = quo_gazetteer_open (path, NULL);
  if (*ret_gazetteer == NULL || !quo_gazetteer_look_up (*ret_gazetteer, "berlin", 6, &entry))
    g_error ("%s: not a gazetteer", path);
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

static double
find_names (const QuoText *text, const QuoGazetteer *gazetteer, guint *ret_n_names)
{
  clock_t start = clock ();
  g_autoptr (QuoFoundNames) names
      = quo_names_find (text, quo_language_get ("en"), gazetteer, NULL, NULL, NULL);

  *ret_n_names = quo_found_names_get_length (names);
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

int
main (int argc, char *argv[])
{
  g_autofree char *utf8 = NULL;
  g_autoptr (QuoText) text = NULL;
  double open_ms = G_MAXDOUBLE, names_ms = G_MAXDOUBLE;
  guint n_names = 0;

  if (argc != 3 || !g_file_get_contents (argv[1], &utf8, NULL, NULL))
    return 2;
  text = quo_text_new (utf8);
  for (guint i = 0; i < N_RUNS; i++)
    {
      QuoGazetteer *gazetteer = NULL;

      open_ms = MIN (open_ms, open_gazetteer (argv[2], &gazetteer));
      names_ms = MIN (names_ms, find_names (text, gazetteer, &n_names));
      quo_gazetteer_free (gazetteer);
    }
  printf ("names.open_ms %.3f\nnames.find_ms %.1f\nnames.found %u\n", open_ms, names_ms, n_names);
  return 0;
}
