/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"
#include "quo-verbs.h"

G_BEGIN_DECLS

/**
 * Verbs for proposals: what people do with them, each as a function that makes the edit (and does
 * not apply it). All return (transfer full) (nullable): NULL when there is nothing to do.
 */

/* Puts the proposals into the document, in the layer of @actor; those of an earlier run that nobody
 * has touched give way to them. The document must be as it was when they were made. */
QuoEdit *quo_verb_suggest (QuoDocument *document, const QuoActor *actor,
                           const QuoSuggestions *suggestions) G_GNUC_WARN_UNUSED_RESULT;
/* The same while somebody works: what is proposed as before stays as it is, however its certainty
 * changed by a little; so does the proposal @keep (an id, or NULL) with all that belongs to it,
 * whatever has become of it. What has an id in the set @declined (nullable) is left out. */
QuoEdit *quo_verb_suggest_again (QuoDocument *document, const QuoActor *actor,
                                 const QuoSuggestions *suggestions, const char *keep,
                                 GHashTable *declined) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the proposals away that nobody has touched. */
QuoEdit *quo_verb_clear_suggestions (QuoDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* The proposals become annotations of @actor; a quote with its cue, its speaker and the quotation
 * that holds them. (element-type QuoAnnotation) */
QuoEdit *quo_verb_accept_suggestions (QuoDocument *document, const QuoActor *actor,
                                      GPtrArray *annotations) G_GNUC_WARN_UNUSED_RESULT;
/* The proposal is kept as a rejected record, so that it is not made again; of a quote, what was
 * proposed with it alone goes away. */
QuoEdit *quo_verb_reject_suggestion (QuoDocument *document, const QuoActor *actor,
                                     const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
