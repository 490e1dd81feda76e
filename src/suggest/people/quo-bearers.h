/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"

G_BEGIN_DECLS

/* (transfer full) (element-type guint64): who bears which title, of the persons among @mentions (of
 * QuoMention) that have an identity; see quo_bearers_find(). */
GArray *quo_bearers_read (const QuoSuggesting *run,
                          const GArray *mentions) G_GNUC_WARN_UNUSED_RESULT;
/* Whom the noun phrase at @span ("the mayor", "CIS anti-terror chief") stands for: the only one who
 * bears its title. The number of the string of the entity; 0: nobody, or several. */
guint32 quo_bearers_find (const GArray *bearers, const QuoSuggesting *run, QuoSpan span);

G_END_DECLS
