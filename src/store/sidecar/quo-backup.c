/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Old sidecars that are kept. */

#include "quo-config.h"

#include "quo-backup.h"

#include "quo-error.h"
#include "quo-save.h"
#include "quo-shown.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>

/* So many names are tried. No backup is ever written over: it may be the only one that holds what
 * somebody looks for. */
#define MAX_BACKUPS 9999

/* TRUE: it is kept under this name, or was already; FALSE without an error: the name is taken. */
static gboolean
keep_as (const char *name, GBytes *old, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) there = quo_sidecar_load (name, NULL, &local);

  if (there != NULL && g_bytes_equal (there, old))
    return TRUE;
  if (there != NULL || !g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_error (&local);
  if (quo_save (name, old, NULL, NULL, NULL, &local))
    return TRUE;
  if (!g_error_matches (local, QUO_ERROR, QUO_ERROR_EXISTS))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
quo_backup_keep (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) old = quo_sidecar_load (path, NULL, &local);
  g_autofree char *shown = NULL;

  if (old == NULL && g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    return TRUE;
  if (old == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 1; i <= MAX_BACKUPS; i++)
    {
      g_autofree char *name
          = i == 1 ? g_strconcat (path, ".bak", NULL) : g_strdup_printf ("%s.bak.%u", path, i);

      if (keep_as (name, old, &local))
        return TRUE;
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  shown = quo_shown_basename (path);
  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE,
               _ ("%s: not saved, because there are %u backups of it already. Move some of them "
                  "away"),
               shown, MAX_BACKUPS);
  return FALSE;
}
