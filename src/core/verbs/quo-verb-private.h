/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share: the edit that is being made, and the small steps it is made of. */
#pragma once

#include "quo-verbs.h"

G_BEGIN_DECLS

#define QUO_QUOTATION                                                                              \
  "quotation" /* the relation that holds a quote, its source, cue, addressee                       \
               */
#define QUO_ROLE_QUOTE "quote"
#define QUO_ROLE_CUE "cue"

/**
 * QuoVerb:
 *
 * An edit that is being made. @layer and @by are interned and go into its new records.
 */
typedef struct
{
  QuoDocument *document;
  QuoEdit *edit;
  const char *layer;
  const char *by; /* NULL when it is the layer's */
  QuoTime now;
} QuoVerb;

/* Begins an edit that adds records; if @actor has no agent or layer yet, the edit adds these first.
 */
void quo_verb_begin (QuoVerb *verb, QuoDocument *document, const QuoActor *actor,
                     const char *title);
/* Begins one that only changes records. */
void quo_verb_begin_change (QuoVerb *verb, QuoDocument *document, const char *title);

/* Adds a person to the edit. Returns the interned id. */
const char *quo_verb_add_agent (QuoVerb *verb, const char *name);

/* The records as the edit leaves them so far, or NULL. */
const QuoAnnotation *quo_verb_get_annotation (const QuoVerb *verb, const char *id);
const QuoEntity *quo_verb_get_entity (const QuoVerb *verb, const char *id);

/* Adds a new record of @fields, with id, layer, by and created filled in. Borrowed: the edit owns
 * it. */
const QuoAnnotation *quo_verb_add_annotation (QuoVerb *verb, const QuoAnnotation *fields);
const QuoRelation *quo_verb_add_relation (QuoVerb *verb, const QuoRelation *fields);
const QuoEntity *quo_verb_add_entity (QuoVerb *verb, const QuoEntity *fields);
/* Exchanges a record for one of @fields (a changed copy), with modified filled in. An annotation
 * that was a suggestion is accepted by being changed. */
void quo_verb_change_annotation (QuoVerb *verb, const QuoAnnotation *before, QuoAnnotation *fields);
void quo_verb_change_relation (QuoVerb *verb, const QuoRelation *before, QuoRelation *fields);
void quo_verb_change_entity (QuoVerb *verb, const QuoEntity *before, QuoEntity *fields);
/* The status of a record after a person has changed it: a suggestion is accepted by that. */
guint8 quo_verb_accept (guint8 status);
void quo_verb_select (QuoVerb *verb, const char *id);

/* The annotation of @layer with this type and exactly these ranges, or NULL. */
const QuoAnnotation *quo_verb_find_same (QuoDocument *document, const char *layer, const char *type,
                                         const QuoSpan *ranges, guint n_ranges);
/* (transfer full): what the annotation says, in one line. */
char *quo_verb_dup_words (QuoDocument *document, const QuoAnnotation *annotation);
/* The entity that mentions of this type with these very words have, or NULL. See quo_verb_tag(). */
const char *quo_verb_find_entity (QuoDocument *document, const QuoLabel *label, QuoSpan span);

/* Puts @member into the role of the quotation of @quote. Returns: whether that is a change. */
gboolean quo_verb_put_in_role (QuoVerb *verb, const QuoAnnotation *quote, const char *role,
                               const char *member, gboolean is_more);
/* Takes @id out of @role (NULL: all roles) of @relation, and the relation away if it makes no sense
 * without it. */
void quo_verb_take_from_role (QuoVerb *verb, const QuoRelation *relation, const char *role,
                              const char *id);

G_END_DECLS
