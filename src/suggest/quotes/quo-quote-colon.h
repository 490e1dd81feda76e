/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-measure.h"

G_BEGIN_DECLS

/* Who stands before the colon, or is the label of the turn, where nothing else says who speaks; an
 * empty span: nobody. */
QuoSpan quo_quote_find_colon_source (const QuoQuoteReading *reading,
                                     const QuoQuoteCandidate *candidate);

G_END_DECLS
