/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Old sidecars that are kept. */

#include "quo-config.h"

#include "quo-backup.h"

#include "quo-error.h"
#include "quo-save.h"
#include "quo-sidecar-reader.h"

/* How many old sidecars are kept under names of their own. */
#define MAX_BACKUPS 9

gboolean
quo_backup_keep (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) old = quo_sidecar_load (path, NULL, &local);

  if (old == NULL && g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    return TRUE;
  if (old == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 1;; i++)
    {
      g_autofree char *name
          = i == 1 ? g_strconcat (path, ".bak", NULL) : g_strdup_printf ("%s.bak.%u", path, i);
      g_autoptr (GBytes) there = quo_sidecar_load (name, NULL, NULL);

      if (there != NULL && g_bytes_equal (there, old))
        return TRUE;
      if (there == NULL || i == MAX_BACKUPS)
        return quo_save (name, old, QUO_ETAG_ANY, NULL, NULL, error);
    }
}
