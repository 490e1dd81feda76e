/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-report.h"

G_BEGIN_DECLS

/**
 * QuoLosses:
 *
 * Counts what an export cannot carry while it writes: an increment in the inner loop, a line a kind
 * in the report at the end. All the sentences are in one table, so that formats say the same thing
 * in the same words.
 */
typedef enum
{
  QUO_LOSS_ORPHANS,
  QUO_LOSS_SUGGESTED,
  QUO_LOSS_REJECTED,
  QUO_LOSS_REJECTED_RELATIONS,
  QUO_LOSS_OTHER_LAYERS,
  QUO_LOSS_BLANK,
  QUO_LOSS_CUT,
  QUO_LOSS_DISCONTINUOUS,
  QUO_LOSS_HULLS,
  QUO_LOSS_SPLIT,
  QUO_LOSS_OVERLAPS,
  QUO_LOSS_QUOTES,
  QUO_LOSS_WIDENED,
  QUO_LOSS_LABELS,
  QUO_LOSS_ATTR_NAMES,
  QUO_LOSS_ATTRS,
  QUO_LOSS_FALSE_ATTRS,
  QUO_LOSS_BARS,
  QUO_LOSS_NOTES,
  QUO_LOSS_NOTES_APART,
  QUO_LOSS_ARTICLE_NOTES,
  QUO_LOSS_ENTITY_NOTES,
  QUO_LOSS_ENTITIES,
  QUO_LOSS_UNUSED_ENTITIES,
  QUO_LOSS_ENTITY_NAMES,
  QUO_LOSS_ENTITY_IDS,
  QUO_LOSS_COORDINATES,
  QUO_LOSS_UNLINKED_PLACES,
  QUO_LOSS_PLURALS,
  QUO_LOSS_RELATIONS,
  QUO_LOSS_RELATION_ATTRS,
  QUO_LOSS_RELATION_NOTES,
  QUO_LOSS_MEMBERS,
  QUO_LOSS_MENTIONS,
  QUO_LOSS_ROLES,
  QUO_LOSS_LINKS,
  QUO_LOSS_SAME_QUOTES,
  QUO_LOSS_PROVENANCE,
  QUO_LOSS_UNKNOWN,
} QuoLoss;
#define QUO_N_LOSSES (QUO_LOSS_UNKNOWN + 1)

typedef struct
{
  guint counts[QUO_N_LOSSES];
} QuoLosses;

/* Adds a line for each kind that occurred. @report may be NULL. */
void quo_losses_tell (const QuoLosses *losses, QuoReport *report);

G_END_DECLS
