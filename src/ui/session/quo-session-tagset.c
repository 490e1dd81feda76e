/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which labels there are: found when an article is opened, changed by the editor of tagsets. */
#include "quo-config.h"

#include "quo-session-private.h"
#include "quo-tagset-file.h"

static void
take_tagset (QuoSession *session, QuoTagset *tagset)
{
  quo_tagset_unref (session->tagset);
  session->tagset = tagset;
}

void
quo_session_choose_tagset (QuoSession *session)
{
  const char *file = quo_document_get_header (session->document)->tagset_file;
  g_autoptr (GError) error = NULL;

  if (session->has_own_tagset)
    return;
  g_clear_pointer (&session->tagset_path, g_free);
  take_tagset (session,
               quo_tagset_choose (session->sidecar_path, file, &session->tagset_path, &error));
  if (error != NULL)
    quo_session_set_message (session, "%s", error->message);
}

void
quo_session_set_tagset (QuoSession *session, QuoTagset *tagset)
{
  g_return_if_fail (QUO_IS_SESSION (session) && tagset != NULL);

  take_tagset (session, quo_tagset_ref (tagset));
  session->has_own_tagset = TRUE;
}

void
quo_session_change_tagset (QuoSession *session, QuoTagset *tagset, const char *path)
{
  g_return_if_fail (QUO_IS_SESSION (session) && tagset != NULL);

  take_tagset (session, quo_tagset_ref (tagset));
  if (path != session->tagset_path)
    {
      g_free (session->tagset_path);
      session->tagset_path = g_strdup (path);
    }
  quo_session_emit (session, QUO_SESSION_TAGSET_CHANGED);
  quo_session_drop_candidates (session);
}

QuoTagset *
quo_session_get_tagset (QuoSession *session)
{
  return session->tagset;
}

const char *
quo_session_get_tagset_path (QuoSession *session)
{
  return session->tagset_path;
}

const char *
quo_session_get_sidecar_path (QuoSession *session)
{
  return session->sidecar_path;
}
