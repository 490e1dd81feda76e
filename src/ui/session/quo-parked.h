/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoParked:
 *
 * An article that is open but not in front: what a tab keeps while another one is shown. It goes on
 * saving itself. Its document, undo and selection are as they were left; nothing is drawn of it.
 */
typedef struct _QuoParked QuoParked;

/* (transfer full) (nullable): takes the article out of the session; NULL: none is open. The session
 * tells its listeners with the quo_session_unpark() or quo_session_take_opening() that must follow
 * at once. */
QuoParked *quo_session_park (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) for @parked. Nothing may be open. The caret goes to where it was. */
void quo_session_unpark (QuoSession *session, QuoParked *parked);

const char *quo_parked_get_path (const QuoParked *parked);
QuoAutosave *quo_parked_get_autosave (QuoParked *parked);
QuoDocument *quo_parked_get_document (QuoParked *parked);
guint32 quo_parked_get_caret (const QuoParked *parked);
/* Closes it: its log ends as that of an article that is left. */
void quo_parked_free (QuoParked *parked);

G_END_DECLS
