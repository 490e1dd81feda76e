/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where tagsets are kept. Nothing is deleted: a file that is in the way is renamed. */
#include "quo-config.h"

#include "quo-tagset-place.h"

#include "quo-tagset-file.h"

#include <glib/gstdio.h>

QuoTagsetPlace
quo_tagset_place_get (QuoSession *session)
{
  const char *path = quo_session_get_tagset_path (session);
  const char *sidecar = quo_session_get_sidecar_path (session);
  g_autofree char *user = quo_tagset_dup_user_path ();
  g_autofree char *folder = sidecar != NULL ? quo_tagset_dup_folder_path (sidecar) : NULL;

  if (path == NULL || g_str_equal (path, user))
    return QUO_TAGSET_FOR_USER;
  return g_strcmp0 (path, folder) == 0 ? QUO_TAGSET_FOR_FOLDER : QUO_TAGSET_NAMED;
}

char *
quo_tagset_place_dup_path (QuoSession *session, QuoTagsetPlace place)
{
  const char *sidecar = quo_session_get_sidecar_path (session);

  switch (place)
    {
    case QUO_TAGSET_FOR_FOLDER:
      return sidecar != NULL ? quo_tagset_dup_folder_path (sidecar) : NULL;
    case QUO_TAGSET_NAMED:
      return g_strdup (quo_session_get_tagset_path (session));
    default:
      return quo_tagset_dup_user_path ();
    }
}

static void
move_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, "~", NULL);

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (path, aside) != 0)
    g_warning ("%s could not be renamed", path);
}

gboolean
quo_tagset_place_save (QuoSession *session, QuoTagset *tagset, QuoTagsetPlace place, GError **error)
{
  g_autofree char *path = quo_tagset_place_dup_path (session, place);

  g_return_val_if_fail (path != NULL, FALSE);

  if (!quo_tagset_save (tagset, path, error))
    return FALSE;
  if (place == QUO_TAGSET_FOR_USER && quo_tagset_place_get (session) == QUO_TAGSET_FOR_FOLDER)
    move_aside (quo_session_get_tagset_path (session));
  quo_session_change_tagset (session, tagset, path);
  return TRUE;
}
