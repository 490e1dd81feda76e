/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of other programs, under the name of each kind there is: what can be read becomes a tagset
 * that can be written and read again. */
#include "fuzz.h"

#include "quo-label-set.h"
#include "quo-tagset-file.h"

#include <glib/gstdio.h>

static void
read_as (const char *folder, const char *name, const guint8 *data, gsize len)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTagset) tagset = NULL, again = NULL;
  g_autoptr (GBytes) written = NULL;
  FILE *file;

  /* Not by the functions that wait for the disk. */
  file = g_fopen (path, "w");
  fwrite (data, 1, len, file);
  fclose (file);
  tagset = quo_label_set_load (path, &error);
  if (tagset == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  written = quo_tagset_write (tagset);
  again = quo_tagset_read (written, "fuzz", &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  static const char *const names[] = { "annotation.conf", "labels.xml", "codebook.qdc" };
  static char *folder;

  if (folder == NULL)
    folder = g_dir_make_tmp ("quo-fuzz-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    read_as (folder, names[i], data, len);
  return 0;
}
