/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-span.h"
#include "quo-strings.h"

G_BEGIN_DECLS

/**
 * QuoProposal:
 *
 * An annotation that is proposed. To make one, fill in a struct on the stack; what it points to is
 * copied.
 */
typedef struct
{
  const char *type; /* id of a label: "person", "place", "organization", "date", "quote", "cue" */
  const QuoSpan *ranges; /* n_ranges >= 1, text order, apart */
  guint n_ranges;
  const char *form;     /* of a quote: "direct" ..., of a mention: "pronoun" ...; else NULL */
  const char *rule;     /* what found it, for machines: "marks", "gazetteer" */
  const char *reason;   /* the same for people, translated: a phrase without a full stop */
  double score;         /* 0 .. 1: how likely a person accepts it */
  const char *identity; /* id of the entity that it mentions (quo_suggesting_identify()), or NULL */
  gboolean is_helper;   /* set by the engine: a speaker or cue, proposed only with its quote */
} QuoProposal;

/**
 * QuoProposals:
 *
 * Proposals by number, from 0. A megabyte of news has thirty thousand of them, so each is kept in
 * 28 bytes, without strings of its own, its score as a float; its id is made of its type and ranges
 * when it is asked for.
 */
typedef struct _QuoProposals QuoProposals;

/* The id of a record that is proposed, with its NUL: a letter, and 45 bits of a hash. */
#define QUO_PROPOSED_ID_SIZE 11

/* (transfer full): for an article of @length code points. @strings: of the names that proposals
 * share, which must outlive them. */
QuoProposals *quo_proposals_new (QuoStrings *strings, guint32 length) G_GNUC_WARN_UNUSED_RESULT;
void quo_proposals_free (QuoProposals *proposals);

/* Adds a proposal. When one with this type and these ranges is there, the two become one: the
 * greater score decides which reason stays, the first identity stays, and it is a helper only if
 * both are. Returns: its number */
guint quo_proposals_add (QuoProposals *proposals, const QuoProposal *proposal);
guint quo_proposals_get_length (const QuoProposals *proposals);
/* Fills in the struct; what it points to is good until the next proposal is added. */
void quo_proposals_read (const QuoProposals *proposals, guint i, QuoProposal *ret_proposal);
const char *quo_proposals_get_type (const QuoProposals *proposals, guint i);
const char *quo_proposals_get_identity (const QuoProposals *proposals, guint i);
/* Whether one of them has this identity. */
gboolean quo_proposals_have_identity (const QuoProposals *proposals, const char *identity);
gboolean quo_proposals_is_helper (const QuoProposals *proposals, guint i);
/* From the start of the first range to the end of the last. */
QuoSpan quo_proposals_get_hull (const QuoProposals *proposals, guint i);
void quo_proposals_write_id (const QuoProposals *proposals, guint i, char id[QUO_PROPOSED_ID_SIZE]);
/* The number of the proposal with this id; -1: there is none. */
gint quo_proposals_find (const QuoProposals *proposals, const char *id);
/* Puts them into this order, a number for each; those after the first @n_kept are dropped. @order
 * is used up. */
void quo_proposals_arrange (QuoProposals *proposals, guint32 *order, guint n_kept);

/* An id of that form for any other text: the same in every run. */
void quo_proposed_id_of (const char *text, char id[QUO_PROPOSED_ID_SIZE]);

G_END_DECLS
