/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz harness without libFuzzer: every file of its corpus, and seeded random changes of
 * each. A folder in the corpus holds files of the kind it is named after.
 *
 * usage: fuzz-NAME FOLDER [CHANGES [SEED]] */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
change (GRand *chance, GByteArray *bytes)
{
  static const char signs[] = "{}[]\",:\\\n\t 09-+eE.u\xc3\xff";
  guint at = bytes->len > 0 ? (guint)g_rand_int_range (chance, 0, (gint)bytes->len) : 0;
  guint8 sign = (guint8)signs[g_rand_int_range (chance, 0, sizeof signs)];

  switch (g_rand_int_range (chance, 0, 5))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] ^= (guint8)(1 << g_rand_int_range (chance, 0, 8));
      break;
    case 1:
      if (bytes->len > 0)
        bytes->data[at] = sign;
      break;
    case 2:
      {
        guint n = (guint)g_rand_int_range (chance, 1, 40);

        if (bytes->len > at)
          g_byte_array_remove_range (bytes, at, MIN (n, bytes->len - at));
        break;
      }
    case 3:
      g_byte_array_set_size (bytes, at);
      break;
    default:
      {
        guint n = (guint)g_rand_int_range (chance, 1, 200);
        g_autofree guint8 *piece = g_memdup2 (bytes->data + at, MIN (n, bytes->len - at));

        n = MIN (n, bytes->len - at);
        g_byte_array_append (bytes, piece, n);
      }
    }
}

static void
run_file (const char *path, guint n_changes, GRand *chance)
{
  g_autofree char *data = NULL;
  gsize len;

  if (!g_file_get_contents (path, &data, &len, NULL))
    return;
  LLVMFuzzerTestOneInput ((const guint8 *)data, len);
  for (guint i = 0; i < n_changes; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *)data, (guint)len);
      for (int k = g_rand_int_range (chance, 1, 5); k > 0; k--)
        change (chance, bytes);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

/* How many files there were. */
static guint
run_folder (const char *folder, guint n_changes, GRand *chance)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_setenv (FUZZ_KIND, name, TRUE);
          n_files += run_folder (path, n_changes, chance);
          continue;
        }
      run_file (path, n_changes, chance);
      n_files++;
    }
  return n_files;
}

int
main (int argc, char **argv)
{
  guint n_changes = argc > 2 ? (guint)atoi (argv[2]) : 200;
  guint32 seed = argc > 3 ? (guint32)strtoul (argv[3], NULL, 10) : g_random_int ();
  GRand *chance = g_rand_new_with_seed (seed);
  guint n_files;

  printf ("# seed %u\n1..1\n", seed);
  fflush (stdout);
  n_files = run_folder (argv[1], n_changes, chance);
  g_rand_free (chance);
  printf ("%s 1 %u files, %u changes of each\n", n_files > 0 ? "ok" : "not ok", n_files, n_changes);
  return n_files > 0 ? 0 : 1;
}
