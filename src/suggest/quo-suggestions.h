/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-byte-sink.h"
#include "quo-known-names.h"
#include "quo-snapshot.h"
#include "quo-suggester.h"

G_BEGIN_DECLS

/**
 * QuoSuggestions:
 *
 * What the suggesters propose for an article, merged and ranked. Records as they would stand in a
 * sidecar, each with status suggested, `from` (agent, rule, score) and `conf`, are made of it when
 * they are asked for: all of them at once take as much memory as the article several times.
 * Immutable, atomically reference counted; may be used from every thread. Ids are made of what is
 * proposed, so two runs over one snapshot give equal records.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *entities; /* of QuoEntity: those that the annotations name and that are new */
  QuoAgent *agent;     /* the one that all of them are from */
  GArray *chances;     /* of QuoChance, in text order; apart from each other and from these */
  GArray *seconds;     /* the same: where an annotation has just this span, its other label */
  /*< private >*/
  QuoStrings *strings;
  QuoProposals *proposals;    /* in text order */
  GArray *links;              /* of QuoProposedLink, by the ids of their quotes */
  GArray *quotations;         /* of guint32: the first link of each */
  GHashTable *named_entities; /* of id to QuoEntity */
  const char *layer;
} QuoSuggestions;

/* What a caller may choose; all of it, and the pointer to it, may be NULL. */
typedef struct
{
  const char *language;       /* BCP 47; NULL: that of the article, else guessed */
  const char *const *only;    /* ids of the suggesters to run, NULL-terminated; NULL: all */
  const QuoTagset *tagset;    /* NULL: the built-in one. Types it lacks are not proposed */
  QuoWeights *weights;        /* NULL: the shipped ones */
  const QuoKnownNames *known; /* NULL: nothing was accepted or rejected before */
  gboolean is_eager;          /* propose names that are as likely none, too, with their score;
                               * and note chances and other labels */
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

/* How many annotations and how many quotations are proposed. */
guint quo_suggestions_count_annotations (const QuoSuggestions *suggestions);
guint quo_suggestions_count_relations (const QuoSuggestions *suggestions);
/* (transfer full): annotation @i, in text order; relation @i. @layer: its layer; NULL: the first
 * open layer of the snapshot, or one to be made. */
QuoAnnotation *quo_suggestions_dup_annotation (const QuoSuggestions *suggestions, guint i,
                                               const char *layer) G_GNUC_WARN_UNUSED_RESULT;
QuoRelation *quo_suggestions_dup_relation (const QuoSuggestions *suggestions, guint i,
                                           const char *layer) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the proposed record with this id. */
gpointer quo_suggestions_dup (const QuoSuggestions *suggestions,
                              const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* Whether an annotation mentions the entity. */
gboolean quo_suggestions_have_entity (const QuoSuggestions *suggestions, const char *id);
/* Why it is proposed, in words; NULL if the id is none of a proposal. */
const char *quo_suggestions_get_reason (const QuoSuggestions *suggestions, const char *id);
/* 0 .. 1. */
double quo_suggestions_get_score (const QuoSuggestions *suggestions, const char *id);
/* Whether the annotation is of use only with its quote, with which it is accepted: a cue, a
 * pronoun that speaks. */
gboolean quo_suggestions_is_helper (const QuoSuggestions *suggestions, const char *id);
/* (transfer full) (nullable): the quotation that is proposed for the quote @id (a proposal, or an
 * annotation of the document). */
QuoRelation *quo_suggestions_dup_quotation (const QuoSuggestions *suggestions,
                                            const char *quote) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): @snapshot with the proposals in it; proposals of an earlier run that nobody has
 * touched are exchanged for these. They go into the first open layer, else into a new one. */
QuoSnapshot *quo_suggestions_add_to (const QuoSuggestions *suggestions,
                                     QuoSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

/* What quo_suggestions_give() makes the bytes of. */
typedef struct
{
  const QuoSuggestions *suggestions;
  QuoSnapshot *snapshot;
  const char *generator; /* the program to name as its writer */
} QuoSuggestionsContent;

/* The sidecar of what quo_suggestions_add_to() gives, piece by piece, a QuoByteSource: each
 * proposal is made into a record when it is written. @data: (type QuoSuggestionsContent) */
gboolean quo_suggestions_give (const QuoByteSink *sink, gpointer data, GError **error);

G_END_DECLS
