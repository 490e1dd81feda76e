/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* In a debug build and while QUO_SELF_CHECK is set, for tests: after every change of the document
 * of @session what is kept for speed is compared with what a slow look at all records says (the
 * span index, the table of ids, the order, the totals), and its sidecar is written, read, and
 * written once more. What differs ends the program. */
void quo_self_check_attach (QuoSession *session);

G_END_DECLS
