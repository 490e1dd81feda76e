/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-known-names.h"
#include "quo-snapshot.h"
#include "quo-suggester.h"

G_BEGIN_DECLS

/* The agent that proposals are from. */
#define QUO_SUGGEST_AGENT "quo-suggest"

/**
 * QuoSuggestions:
 *
 * What the suggesters propose for an article, merged and ranked: records as they would stand in a
 * sidecar, each with status suggested, `from` (agent, rule, score) and `conf`. Immutable,
 * atomically reference counted; may be used from every thread. Ids are made of what is proposed, so
 * two runs over one snapshot give equal records.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *annotations; /* of QuoAnnotation, in text order */
  GPtrArray *entities;    /* of QuoEntity: those that the annotations name and that are new */
  GPtrArray *relations;   /* of QuoRelation: quotations */
  QuoAgent *agent;        /* the one that all of them are from */
  /*< private >*/
  GArray *known;         /* of QuoSuggested, sorted by id */
  GStringChunk *strings; /* the reasons, each once */
} QuoSuggestions;

/* What a caller may choose; all of it, and the pointer to it, may be NULL. */
typedef struct
{
  const char *language;       /* BCP 47; NULL: that of the article, else guessed */
  const char *const *only;    /* ids of the suggesters to run, NULL-terminated; NULL: all */
  const QuoTagset *tagset;    /* NULL: the built-in one. Types it lacks are not proposed */
  QuoWeights *weights;        /* NULL: the shipped ones */
  const QuoKnownNames *known; /* NULL: nothing was accepted or rejected before */
  gboolean is_eager;          /* propose names that are as likely none, too, with their score */
} QuoSuggestOptions;

/**
 * quo_suggest:
 * @snapshot: with its article
 *
 * Runs the suggesters. May be called in any thread. Cost: linear in the text.
 *
 * Returns: (transfer full): what they propose; NULL with QUO_ERROR_CANCELLED when it was stopped
 */
QuoSuggestions *quo_suggest (QuoSnapshot *snapshot, const QuoSuggestOptions *options,
                             GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

QuoSuggestions *quo_suggestions_ref (QuoSuggestions *suggestions);
void quo_suggestions_unref (QuoSuggestions *suggestions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSuggestions, quo_suggestions_unref)

/* The proposed record with this id, or NULL. */
gpointer quo_suggestions_find (const QuoSuggestions *suggestions, const char *id);
/* Why it is proposed, in words; NULL if the id is none of a proposal. */
const char *quo_suggestions_get_reason (const QuoSuggestions *suggestions, const char *id);
/* 0 .. 1. */
double quo_suggestions_get_score (const QuoSuggestions *suggestions, const char *id);
/* Whether the annotation is of use only with its quote, with which it is accepted: a cue, a
 * pronoun that speaks. */
gboolean quo_suggestions_is_helper (const QuoSuggestions *suggestions, const char *id);
/* The quotation that is proposed for the quote @id (a proposal, or an annotation of the document),
 * or NULL. */
const QuoRelation *quo_suggestions_find_quotation (const QuoSuggestions *suggestions,
                                                   const char *quote);

/* (transfer full): @snapshot with the proposals in it; proposals of an earlier run that nobody has
 * touched are exchanged for these. They go into the first open layer, else into a new one. */
QuoSnapshot *quo_suggestions_add_to (const QuoSuggestions *suggestions,
                                     QuoSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
