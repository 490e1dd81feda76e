/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Follows links one by one.  As many hops as the kernel allows, then it is a circle. */

#include "quo-config.h"

#include "quo-link.h"

#include "quo-error.h"
#include "quo-shown.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define MAX_HOPS 40

gboolean
quo_link_set_circle (const char *name, GError **error)
{
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
               _ ("%s: is a symbolic link that leads back to itself. Remove the link"), name);
  return FALSE;
}

char *
quo_link_resolve (const char *path, GError **error)
{
  g_autofree char *at = g_strdup (path);
  g_autofree char *name = NULL;

  for (guint hop = 0; hop <= MAX_HOPS; hop++)
    {
      g_autofree char *link = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (at);
      at = next;
    }
  name = quo_shown_basename (path);
  quo_link_set_circle (name, error);
  return NULL;
}
