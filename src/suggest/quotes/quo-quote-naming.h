/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-measure.h"

G_BEGIN_DECLS

/* Whether a verb says that somebody calls something so: described it as “...”, „...“ nannte sie es.
 * Not, if it tells of nobody who does: the room is called “...”. */
gboolean quo_quote_is_named (const QuoQuoteReading *reading, QuoSpan hull);

G_END_DECLS
