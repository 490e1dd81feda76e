/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-report.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/* What becomes of an annotation when its article changes. */
typedef enum
{
  QUO_FATE_SAME,      /* it stands where it stood, or did not have to be looked for */
  QUO_FATE_MOVED,     /* its words stand elsewhere, and nowhere else could be meant */
  QUO_FATE_AMBIGUOUS, /* there are places it may stand at: a person has to choose */
  QUO_FATE_LOST,      /* nothing like it is there */
} QuoFate;
#define QUO_N_FATES 4

/* Places proposed for one annotation, at most. */
#define QUO_MAX_PROPOSALS 9

/**
 * QuoMove:
 *
 * An annotation that is not where it was. @proposals: of one that is ambiguous, the likeliest
 * first; each has as many ranges as the annotation.
 */
typedef struct
{
  char *id;
  QuoFate fate;
  gboolean is_reworded; /* what stands there differs: in white space or marks when it was moved, in
                           letters when it is proposed */
  guint n_ranges;
  QuoSpan *old;         /* where it was; owned */
  GPtrArray *proposals; /* (element-type QuoSpan), n_ranges each */
} QuoMove;

void quo_move_free (QuoMove *move);

typedef struct
{
  QuoSnapshot *snapshot; /* with all annotations: placed, or orphans with their old offsets */
  guint n[QUO_N_FATES];
  GPtrArray *moves; /* (element-type QuoMove): all that are not the same, in the old order */
} QuoReanchoring;

void quo_reanchoring_free (QuoReanchoring *reanchoring);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoReanchoring, quo_reanchoring_free)

/**
 * quo_reanchor:
 * @snapshot: records with the offsets of another version of the article, over the article as it is
 * now
 * @report: (nullable): a finding for each annotation whose place is not known for certain
 *
 * Finds the annotations of a sidecar in an article that changed, as the format says (section 3).
 * First those whose words and context stand unchanged in one place; between them, with what they
 * tell of how far the text moved, each other one by its words, its context and its distance; then
 * the same without differences in white space, quotation marks and dashes. Words that were edited
 * (at most 15 % of their letters) are proposed, never taken. What is not certain becomes an orphan:
 * it keeps its old offsets and words. Any thread.
 */
QuoReanchoring *quo_reanchor (QuoSnapshot *snapshot, QuoReport *report) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (element-type QuoMove): places for the orphans of an article whose other
 * annotations are placed: what an earlier session left open. */
GPtrArray *quo_reanchor_orphans (QuoSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
