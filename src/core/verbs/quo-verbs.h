/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * Verbs: what people do to a document, each as a function that makes the edit (and does not apply
 * it). All return (transfer full) (nullable): NULL when there is nothing to do. The window, the
 * command line and tests share them.
 */

/* Who acts and where new records go. */
typedef struct
{
  const char *agent_name; /* for a new agent; "" when not told */
  const char *agent;      /* id of the agent acting, or NULL: the edit makes one */
  const char *layer;      /* id of the active layer, or NULL: the edit makes one */
} QuoActor;

/* The layer new records of @actor go to: its layer, else the first open layer by its agent; NULL:
 * the next edit makes one. */
const char *quo_verb_find_layer (QuoDocument *document, const QuoActor *actor);

/* The agent of @actor in the document: by id, else the first person of that name (or without a
 * name, if the actor has none). NULL: the next edit makes one. */
const char *quo_verb_find_agent (QuoDocument *document, const QuoActor *actor);
/* Whether the layer @id is read-only for @actor: done, gold, or of another agent and not the active
 * one. The verbs do not ask; who calls them does. */
gboolean quo_verb_is_locked (QuoDocument *document, const QuoActor *actor, const char *id);

/* A new annotation of @label on @ranges (normalized). NULL if the layer has the same one already:
 * then *ret_existing is it (borrowed). @entity may be NULL. edit->select is the new annotation. */
QuoEdit *quo_verb_tag (QuoDocument *document, const QuoActor *actor, const QuoLabel *label,
                       const QuoSpan *ranges, guint n_ranges, const char *entity,
                       const QuoAnnotation **ret_existing) G_GNUC_WARN_UNUSED_RESULT;
/* A quote with its cue (n_cue 0 or 1 span) and the relation that holds both, in one edit. */
QuoEdit *quo_verb_tag_quote (QuoDocument *document, const QuoActor *actor, const QuoTagset *tagset,
                             const QuoSpan *ranges, guint n_ranges, const QuoSpan *cue,
                             const char *form) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_tag_all (QuoDocument *document, const QuoActor *actor, const QuoLabel *label,
                           const QuoSpan *spans, guint n_spans,
                           const char *entity) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_relabel (QuoDocument *document, const QuoAnnotation *annotation,
                           const QuoLabel *label) G_GNUC_WARN_UNUSED_RESULT;
/* Removes it, its memberships in relations, and relations that lose all sense (no quote, or no
 * member left). */
QuoEdit *quo_verb_delete (QuoDocument *document,
                          const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* Moves the start of the first and the end of the last range by so many code points; NULL if that
 * leaves the text or empties a range. */
QuoEdit *quo_verb_resize (QuoDocument *document, const QuoAnnotation *annotation, gint start,
                          gint end) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_add_part (QuoDocument *document, const QuoAnnotation *annotation,
                            QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;
/* Puts it at @ranges (normalized), which an orphan had lost; NULL if it is there already, or they
 * do not lie in the text. */
QuoEdit *quo_verb_move (QuoDocument *document, const QuoAnnotation *annotation,
                        const QuoSpan *ranges, guint n_ranges) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @member (id of an annotation or entity) into @role of the quotation of @quote, made if
 * needed. is_more FALSE replaces what is there. */
QuoEdit *quo_verb_link (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *quote,
                        const char *role, const char *member,
                        gboolean is_more) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_unlink (QuoDocument *document, const QuoAnnotation *quote, const char *role,
                          const char *member) G_GNUC_WARN_UNUSED_RESULT;
/* A quote linked to a person who has no mention or no annotation yet: makes the entity (and, when
 * @mention is not empty, its annotation). The member of the role is the annotation, else the
 * entity. */
QuoEdit *quo_verb_link_new (QuoDocument *document, const QuoActor *actor,
                            const QuoAnnotation *quote, const QuoLabel *label, QuoSpan mention,
                            const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The same for words that are no name: "she", "the mayor". Their annotation has the attribute form
 * with the value @form, and no entity: whom they stand for is another question. */
QuoEdit *quo_verb_link_mention (QuoDocument *document, const QuoActor *actor,
                                const QuoAnnotation *quote, const QuoLabel *label, QuoSpan mention,
                                const char *form) G_GNUC_WARN_UNUSED_RESULT;
/* The same person, place ...: both annotations (or the annotation and the entity @other) get one
 * entity; two entities become one (all mentions and roles follow, ids, aliases, notes are joined).
 * The entity is called by the fuller of two names of which one is a part of the other, unless
 * somebody called it otherwise. */
QuoEdit *quo_verb_same_as (QuoDocument *document, const QuoActor *actor,
                           const QuoAnnotation *annotation,
                           const char *other) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_set_note (QuoDocument *document, const QuoAnnotation *annotation,
                            const char *note) G_GNUC_WARN_UNUSED_RESULT;
/* @value NULL or "" removes it. A flag or number stays one if @value reads as one, else it is a
 * string. */
QuoEdit *quo_verb_set_attr (QuoDocument *document, const QuoAnnotation *annotation,
                            const char *name, const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* The same for every kind of value, and lists of them; no value (n_values 0) removes it. */
QuoEdit *quo_verb_set_attr_values (QuoDocument *document, const QuoAnnotation *annotation,
                                   const QuoAttr *attr) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_rename_entity (QuoDocument *document, const QuoEntity *entity,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* open, done or gold. */
QuoEdit *quo_verb_set_layer_state (QuoDocument *document, const QuoLayer *layer,
                                   const char *state) G_GNUC_WARN_UNUSED_RESULT;
/* A person says @value (nullable: no longer anything) about the article; NULL when that is known.
 */
QuoEdit *quo_verb_set_about (QuoDocument *document, QuoAbout about,
                             const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* @title NULL or "": none. */
QuoEdit *quo_verb_rename_layer (QuoDocument *document, const QuoLayer *layer,
                                const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* A new open layer by the agent of @actor. *ret_id (interned): what it will be called. */
QuoEdit *quo_verb_add_layer (QuoDocument *document, const QuoActor *actor, const char *title,
                             const char **ret_id) G_GNUC_WARN_UNUSED_RESULT;
/* A person tells a name later than the first edit. */
QuoEdit *quo_verb_name_agent (QuoDocument *document, const QuoAgent *agent,
                              const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The mention gets an identity of its own, named as it says; split off from the one it shares with
 * others, if it has one. */
QuoEdit *quo_verb_new_entity (QuoDocument *document, const QuoActor *actor,
                              const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_clear_entity (QuoDocument *document,
                                const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* @name: wikidata, geonames, viaf, url ...; @value NULL or "" removes it. */
QuoEdit *quo_verb_set_external_id (QuoDocument *document, const QuoEntity *entity, const char *name,
                                   const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* "57.70887, 11.97456": degrees north and east. FALSE if it is not two numbers within +-90 and
 * +-180. (out) (transfer full) both. */
gboolean quo_verb_parse_place (const char *text, char **ret_lat, char **ret_lon);
/* Both numbers as text, or both NULL. */
QuoEdit *quo_verb_set_place (QuoDocument *document, const QuoEntity *entity, const char *lat,
                             const char *lon) G_GNUC_WARN_UNUSED_RESULT;

/* The mention means this place of a register: its identity, made if it has none, gets the id and
 * the coordinates (lat and lon as above, or both NULL). @id: (nullable). Ids of another place in
 * the registers geonames, wikidata and iso3166 are taken away: they would be of two places. */
QuoEdit *quo_verb_choose_place (QuoDocument *document, const QuoActor *actor,
                                const QuoAnnotation *annotation, const QuoExternalId *id,
                                const char *lat, const char *lon) G_GNUC_WARN_UNUSED_RESULT;

/* The same as for one, for several (element-type QuoAnnotation) as one edit. */
QuoEdit *quo_verb_delete_many (QuoDocument *document,
                               GPtrArray *annotations) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_verb_relabel_many (QuoDocument *document, GPtrArray *annotations,
                                const QuoLabel *label) G_GNUC_WARN_UNUSED_RESULT;
/* @member: id of an annotation or entity, who becomes the only source of all @quotes. */
QuoEdit *quo_verb_link_many (QuoDocument *document, const QuoActor *actor, GPtrArray *quotes,
                             const char *member) G_GNUC_WARN_UNUSED_RESULT;

/* The name by which a speaker is shown: of the entity, else of its longest mention. (transfer full)
 */
char *quo_document_dup_member_name (QuoDocument *document,
                                    const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
