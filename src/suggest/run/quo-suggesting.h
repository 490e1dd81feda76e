/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-known-names.h"
#include "quo-language.h"
#include "quo-passage.h"
#include "quo-snapshot.h"
#include "quo-span-index.h"
#include "quo-tagset.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/**
 * QuoSuggesting:
 *
 * One run of the suggesters over an article: what they read, and what they have proposed so far.
 * What is said already by a record of the snapshot, whether accepted or rejected, is never
 * proposed: quo_suggesting_propose() answers with that record then.
 */
typedef struct
{
  QuoSnapshot *snapshot; /* with its article */
  const QuoText *text;
  const QuoLanguage *language;
  const QuoTagset *tagset;
  QuoPassage *page;           /* the whole article, of quo_suggesting_read_page() */
  GPtrArray *proposals;       /* of QuoProposal, in the order in which they came */
  GPtrArray *identities;      /* of QuoEntity: proposed ones */
  GPtrArray *links;           /* of QuoProposedLink */
  const QuoKnownNames *known; /* what people have said of names before, or NULL */
  gboolean is_eager;          /* likely hunches are proposed as well */
  /*< private >*/
  GHashTable *by_id;    /* id to QuoProposal */
  GHashTable *entities; /* type and name, folded, to id: of the snapshot and proposed */
  QuoSpanIndex *index;  /* of the annotations of the snapshot that are not mere suggestions */
  GCancellable *cancellable;
  GStringChunk *strings; /* what proposals point to */
  const char *suggester; /* id of the one that is running */
  QuoWeights *weights;
  QuoLanguage *own_language; /* with the words of saying of @known, or NULL */
} QuoSuggesting;

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
  /* Set by the engine. */
  const char *id;        /* of the record it becomes; the same in every run */
  const char *suggester; /* id */
  gboolean is_helper;    /* a speaker or cue that is proposed only with its quote */
  QuoSpan only;          /* what @ranges points to if it is one */
} QuoProposal;

/* A place in a role of the quotation of a quote. */
typedef struct
{
  const char *quote;  /* id of a proposal, or of an annotation of the snapshot */
  const char *role;   /* "source", "cue", "addressee" */
  const char *member; /* id of a proposal, or of an annotation or entity of the snapshot */
  const char *reason;
  double score;
} QuoProposedLink;

/* Proposes an annotation. When one with this type and these ranges is proposed already, the two
 * become one: the greater score decides which reason stays, and the first identity stays.
 *
 * Returns: its id; that of the annotation in the snapshot which says the same (accepted, or made by
 *   hand); NULL when a rejected record says it, or an accepted one contradicts it: another entity
 *   on the same words, a quote that covers half of this one; or when people reject these words */
const char *quo_suggesting_propose (QuoSuggesting *run, const QuoProposal *proposal);
/* The same for what is of use only with a quote that it is linked to: its speaker, its cue. It is
 * shown and accepted with the quote. */
const char *quo_suggesting_propose_helper (QuoSuggesting *run, const QuoProposal *proposal);
/* Proposes @member (id of a proposal, or of an annotation or entity of the snapshot) for @role of
 * the quotation of @quote (the same). Nothing happens when a record says so, or rejects it. */
void quo_suggesting_link (QuoSuggesting *run, const char *quote, const char *role,
                          const char *member, double score, const char *reason);
/* The entity with the type and name (or alias) of @fields: one of the snapshot, else one proposed
 * before, else a new one of @fields (type and name; ids, lat, lon, aliases if known).
 * Returns: its id, for QuoProposal.identity */
const char *quo_suggesting_identify (QuoSuggesting *run, const QuoEntity *fields);
gboolean quo_suggesting_is_cancelled (const QuoSuggesting *run);
/* Reads the whole article by the character, which takes two bytes for each: not before somebody
 * needs `page`, so that it does not stand beside what was needed until then. */
const QuoPassage *quo_suggesting_read_page (QuoSuggesting *run);

/* Runs the suggesters that come before the one with this id. */
void quo_suggesting_run_before (QuoSuggesting *run, const char *id);

/* Takes over what people have said of names and words of saying; (nullable). */
void quo_suggesting_take_known (QuoSuggesting *run, const QuoKnownNames *known);
/* Of the engine. @language NULL: that of the sidecar, else guessed. */
QuoSuggesting *quo_suggesting_new (QuoSnapshot *snapshot, const char *language,
                                   const QuoTagset *tagset,
                                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): one of `proposals`. */
void quo_proposal_free (gpointer proposal);
/* Frees what only suggesters need; what they proposed stays. None may run any more. */
void quo_suggesting_drop_readings (QuoSuggesting *run);
void quo_suggesting_free (QuoSuggesting *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSuggesting, quo_suggesting_free)

G_END_DECLS
