/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A temporary file is called `.NAME.quo-PID-XXXXXX.tmp`, so that whoever comes later knows which
 * file it was meant for and whether the process that made it still runs. */

#include "quo-config.h"

#include "quo-temp-file.h"

#include "quo-link.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A name may have 255 bytes; the temporary one adds ".", ".quo-", a process id, "-XXXXXX.tmp". */
#define MAX_STEM 200

/* A temporary file as old as this belongs to nobody. */
#define STALE_SECONDS 3600

/* What the names of the temporary files of a file begin with. */
static char *
make_prefix (const char *base)
{
  gsize stem = MIN (strlen (base), MAX_STEM);

  while (stem > 0 && ((guchar)base[stem] & 0xc0) == 0x80)
    stem--;
  return g_strdup_printf (".%.*s.quo-", (int)stem, base);
}

char *
quo_temp_file_dup_template (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *prefix = make_prefix (base);
  g_autofree char *name = g_strdup_printf ("%s%d-XXXXXX.tmp", prefix, (int)getpid ());

  return g_build_filename (folder, name, NULL);
}

/* Whether nobody will come back for the temporary file. */
static gboolean
is_stale (const char *path, int pid)
{
  struct stat st;

  if (lstat (path, &st) != 0 || !S_ISREG (st.st_mode))
    return FALSE;
  if (pid > 0 && pid != (int)getpid () && kill (pid, 0) != 0 && errno == ESRCH)
    return TRUE;
  return g_get_real_time () / G_USEC_PER_SEC - (gint64)st.st_mtime > STALE_SECONDS;
}

void
quo_temp_file_sweep (const char *path)
{
  g_autofree char *target = quo_link_resolve (path, NULL);
  g_autofree char *folder = NULL, *base = NULL, *prefix = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *entry;

  if (target == NULL)
    return;
  folder = g_path_get_dirname (target);
  base = g_path_get_basename (target);
  prefix = make_prefix (base);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (entry, prefix) && g_str_has_suffix (entry, ".tmp"))
        {
          g_autofree char *temp = g_build_filename (folder, entry, NULL);

          if (is_stale (temp, atoi (entry + strlen (prefix))))
            unlink (temp);
        }
    }
}
