/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"

G_BEGIN_DECLS

/**
 * What is asked of a proposal that stands in a document. Nothing here changes anything; what people
 * do with proposals is in quo-suggestion-verbs.h.
 */

/* Whether it is proposed only with a quote, with which it is accepted: a cue, a pronoun. */
gboolean quo_suggestion_is_helper (const QuoAnnotation *annotation);
/* The quotation that is proposed for @quote, which is no proposal itself: somebody marked it, and
 * did not say yet who speaks. NULL: there is none, or its speaker is known. */
const QuoRelation *quo_suggestion_find_link (QuoDocument *document, const QuoAnnotation *quote);
/* (transfer none): why it is proposed, in words, by its rule; NULL if the rule is not known. */
const char *quo_suggestion_describe (const QuoAnnotation *annotation);

G_END_DECLS
