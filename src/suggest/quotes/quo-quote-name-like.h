/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-measure.h"

G_BEGIN_DECLS

/* What the words of a stretch in marks look like; @features are those of its words and borders. */

/* Whether they are written as a name is: “Great Expectations”, “Nightowl”. */
gboolean quo_quote_is_name_like (const QuoQuoteReading *reading, const double *features);
/* Whether they are the name of what stands right before them, a word of @kinds_before: the paper
 * “Morning Star”. */
gboolean quo_quote_is_name_of (const QuoQuoteReading *reading, const double *features,
                               guint kinds_before);
/* Whether a word before them, a bracket behind them, others in a row with them or their capitals
 * tell that nobody says them. */
gboolean quo_quote_is_title (const QuoQuoteReading *reading, const QuoQuoteCandidate *candidate);

G_END_DECLS
