/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"
#include "quo-tagset-place.h"

G_BEGIN_DECLS

/**
 * QuoTagsetHistory:
 *
 * The tagset of a session while it is edited: each change is saved and taken by the session, and
 * can be undone. What cannot be saved is not done.
 */
typedef struct _QuoTagsetHistory QuoTagsetHistory;

QuoTagsetHistory *quo_tagset_history_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
void quo_tagset_history_free (QuoTagsetHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTagsetHistory, quo_tagset_history_free)

/* @tagset takes the place of the session's. */
gboolean quo_tagset_history_take (QuoTagsetHistory *history, QuoTagset *tagset, GError **error);
/* Back (@direction < 0) or forth by one change. */
gboolean quo_tagset_history_step (QuoTagsetHistory *history, gint direction, GError **error);
gboolean quo_tagset_history_can_step (QuoTagsetHistory *history, gint direction);

G_END_DECLS
