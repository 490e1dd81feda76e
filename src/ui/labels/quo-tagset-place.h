/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* For which articles a tagset is kept. */
typedef enum
{
  QUO_TAGSET_FOR_USER,   /* all of the person that have no other */
  QUO_TAGSET_FOR_FOLDER, /* those in the folder of the open one */
  QUO_TAGSET_NAMED,      /* those whose sidecar names the file */
} QuoTagsetPlace;

/* Where the tagset of a session is kept, or would be: of the built-in one for the person. */
QuoTagsetPlace quo_tagset_place_get (QuoSession *session);
/* (transfer full) (nullable) (type filename): its file; NULL: nothing is open that it could be for.
 */
char *quo_tagset_place_dup_path (QuoSession *session,
                                 QuoTagsetPlace place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_tagset_place_save:
 *
 * Saves @tagset at @place and makes it the one of the session. A file of the folder would go before
 * that of the person, so when it is kept for the person that file steps aside under a name with
 * "~".
 *
 * Returns: %FALSE with the errors of quo_save(); the session is as it was
 */
gboolean quo_tagset_place_save (QuoSession *session, QuoTagset *tagset, QuoTagsetPlace place,
                                GError **error);

G_END_DECLS
