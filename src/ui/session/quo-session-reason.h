/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* Why a suggestion is made: as the suggesters said when they last ran, else what its rule tells;
 * NULL: nobody knows. Borrowed. */
const char *quo_session_get_reason (QuoSession *session, const QuoAnnotation *annotation);

G_END_DECLS
