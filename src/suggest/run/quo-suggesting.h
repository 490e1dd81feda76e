/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-known-names.h"
#include "quo-language.h"
#include "quo-passage.h"
#include "quo-proposals.h"
#include "quo-snapshot.h"
#include "quo-span-index.h"
#include "quo-tagset.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/* The agent that proposals are from. */
#define QUO_SUGGEST_AGENT "quo-suggest"

/* Who or what a link names: a proposal, or a record of the snapshot; 0 is nobody. */
typedef guint32 QuoRef;
#define QUO_REF_OF_PROPOSAL(i) ((QuoRef)(i) + 1)
#define QUO_REF_SETTLED (1u << 31) /* with the number of the id of a record of the snapshot */

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
  QuoStrings *strings;        /* of proposals and links: reasons, ids of entities and records */
  QuoProposals *proposals;    /* in the order in which they came */
  GPtrArray *identities;      /* of QuoEntity: proposed ones */
  GArray *links;              /* of QuoProposedLink */
  GArray *chances;            /* of QuoChance, in the order in which they came */
  GArray *seconds;            /* the same: other labels of what is proposed */
  const QuoKnownNames *known; /* what people have said of names before, or NULL */
  gboolean is_eager;          /* likely hunches are proposed as well */
  /*< private >*/
  GHashTable *entities; /* type and name, folded, to id: of the snapshot and proposed */
  QuoSpanIndex *index;  /* of the annotations of the snapshot that are not mere suggestions */
  GCancellable *cancellable;
  QuoWeights *weights;
  QuoLanguage *own_language; /* with the words of saying of @known, or NULL */
} QuoSuggesting;

/**
 * QuoChance:
 * @type: interned: id of a label
 * @score: 0 to 1, how likely it is
 *
 * What may be a name, but is too unlikely to be proposed. It becomes no record: it is shown to who
 * looks at a whole screen of proposals, for then it can be had for one key.
 */
typedef struct
{
  QuoSpan span;
  const char *type;
  double score;
} QuoChance;

typedef enum
{
  QUO_LINK_ADDRESSEE,
  QUO_LINK_CUE,
  QUO_LINK_SOURCE,
} QuoLinkRole;

/* A place in a role of the quotation of a quote. */
typedef struct
{
  QuoRef quote, member;
  float score;
  guint32 reason : 30; /* number of a string */
  guint32 role : 2;    /* QuoLinkRole */
} QuoProposedLink;

/* Proposes an annotation. When one with this type and these ranges is proposed already, the two
 * become one: the greater score decides which reason stays, and the first identity stays.
 *
 * Returns: the proposal; the annotation in the snapshot which says the same (accepted, or made by
 *   hand); 0 when a rejected record says it, or an accepted one contradicts it: another entity on
 *   the same words, a quote that covers half of this one; or when people reject these words */
QuoRef quo_suggesting_propose (QuoSuggesting *run, const QuoProposal *proposal);
/* The same for what is of use only with a quote that it is linked to: its speaker, its cue. It is
 * shown and accepted with the quote. */
QuoRef quo_suggesting_propose_helper (QuoSuggesting *run, const QuoProposal *proposal);
/* Proposes @member for @role of the quotation of @quote. Nothing happens when a record says so, or
 * rejects it. */
void quo_suggesting_link (QuoSuggesting *run, QuoRef quote, QuoLinkRole role, QuoRef member,
                          double score, const char *reason);
/* The name of the role in a quotation. */
const char *quo_link_role_get_name (QuoLinkRole role);
/* Refers to a record of the snapshot by its id. */
QuoRef quo_suggesting_refer (const QuoSuggesting *run, const char *id);
/* The id of what is referred to. @id: room for that of a proposal. */
const char *quo_ref_get_id (QuoRef ref, const QuoProposals *proposals, const QuoStrings *strings,
                            char id[QUO_PROPOSED_ID_SIZE]);
/* As strcmp() of the two ids. */
int quo_suggesting_compare_ids (const QuoSuggesting *run, QuoRef a, QuoRef b);
/* Notes that what is proposed at @span may have the label @type; @score: if it is one of the two.
 */
void quo_suggesting_note_second (QuoSuggesting *run, const char *type, QuoSpan span, double score);
/* Notes a chance, unless people have spoken of its place. What is proposed but rejected elsewhere
 * is one, too, if the run is eager. */
void quo_suggesting_note_chance (QuoSuggesting *run, const char *type, QuoSpan span, double score);
/* The entity with the type and name (or alias) of @fields: one of the snapshot, else one proposed
 * before, else a new one of @fields (type and name; ids, lat, lon, aliases if known).
 * Returns: its id, for QuoProposal.identity */
const char *quo_suggesting_identify (QuoSuggesting *run, const QuoEntity *fields);
/* (transfer full) (element-type QuoSpan): where people have marked names, in text order; of those
 * that overlap the first and longest. */
GArray *quo_suggesting_list_marked (const QuoSuggesting *run) G_GNUC_WARN_UNUSED_RESULT;
gboolean quo_suggesting_is_cancelled (const QuoSuggesting *run);
/* The whole article by the character; made when somebody needs `page` first. */
const QuoPassage *quo_suggesting_read_page (QuoSuggesting *run);

/* Runs the suggesters that come before the one with this id. */
void quo_suggesting_run_before (QuoSuggesting *run, const char *id);

/* Takes over what people have said of names and words of saying; (nullable). */
void quo_suggesting_take_known (QuoSuggesting *run, const QuoKnownNames *known);
/* Of the engine. @language NULL: that of the sidecar, else guessed. */
QuoSuggesting *quo_suggesting_new (QuoSnapshot *snapshot, const char *language,
                                   const QuoTagset *tagset,
                                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* Frees what only suggesters need; what they proposed stays. None may run any more. */
void quo_suggesting_drop_readings (QuoSuggesting *run);
void quo_suggesting_free (QuoSuggesting *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSuggesting, quo_suggesting_free)

G_END_DECLS
