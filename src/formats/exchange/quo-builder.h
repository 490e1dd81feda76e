/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article.h"
#include "quo-reading.h"
#include "quo-report.h"
#include "quo-snapshot.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoDraft:
 *
 * A record while a file is read: its parts may come in any order, and it names others by what the
 * file calls them. Belongs to its builder. The fields may be set by who reads; strings must live
 * as long as the builder (see quo_builder_keep()); NULL and 0 are absent.
 */
typedef struct
{
  QuoRecordKind kind;
  const char *ref;    /* what the file calls it; NULL: it has no name there */
  const char *called; /* the same, where ref is one made up so that no other draft has it */
  const char *id;     /* one of ours, kept if it is legal and free; NULL: a new one is made */
  guint line;         /* where it stands in the file; 0: not told */
  const char *type;   /* of an annotation, relation, entity */
  const char *name;   /* of an entity */
  const char *note, *conf, *by, *lat, *lon;
  const char *layer; /* what quo_builder_add_layer() gave; NULL: the layer of the import */
  const char *extra;
  QuoStatus status;
  QuoTime created, modified;
  const QuoFrom *from; /* in place of {format, ref} */
  gboolean has_from;   /* from is meant, even if it is NULL */
  /*< private >*/
  GArray *ranges, *attrs, *links, *ids;
  GPtrArray *aliases;
  const char *surface;
  gsize surface_len;
  const char *final_id;
  gboolean is_dropped; /* it cannot become a record */
  gboolean has_parts;  /* other names lead to it, too */
} QuoDraft;

/**
 * QuoBuilder:
 *
 * Makes the snapshot of one text out of what a file says, for all formats alike: the offsets are
 * converted and held against what the file says stands there; ids are made legal and unique; what
 * is named is looked for; layers, agents and `from` are filled in. A draft is added in the order of
 * the file, links may point ahead.
 */
typedef struct _QuoBuilder QuoBuilder;

/* @offsets (transfer full). @seed: what makes ids of this import differ from those of others. */
QuoBuilder *quo_builder_new (QuoArticle *article, QuoOffsets *offsets, const QuoReading *reading,
                             const char *format, guint64 seed) G_GNUC_WARN_UNUSED_RESULT;
void quo_builder_free (QuoBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoBuilder, quo_builder_free)

QuoArticle *quo_builder_get_article (const QuoBuilder *builder);
/* A copy that lives as long as the builder; @len -1: up to the NUL. NULL stays NULL. */
const char *quo_builder_keep (QuoBuilder *builder, const char *s, gssize len);
/* What is known of the article already: ids that name nothing in the file may name records of it.
 * NULL: nothing; it must outlive the builder. */
void quo_builder_set_known (QuoBuilder *builder, QuoSnapshot *known);

/* Records whose ids are those of known ones are these: what the file does not tell of them stays.
 */
void quo_builder_update_known (QuoBuilder *builder);
/* What the layer of the import is called; a legal id becomes its id. */
void quo_builder_name_layer (QuoBuilder *builder, const char *name);
/* Ranges of one annotation with nothing but white space and a line end between them are one: for
 * formats that cut at line ends. */
void quo_builder_join_lines (QuoBuilder *builder);
/* What stands between the words of several ranges in quo_draft_set_surface(); a blank without it.
 */
void quo_builder_set_joint (QuoBuilder *builder, const char *joint);
/* White space does not count when words are compared: for formats that put tokens together. */
void quo_builder_ignore_blanks (QuoBuilder *builder);
/* Words that do not stand at their offsets are looked for, with what the file says stands around
 * them, and taken where they can mean but one place; it is told: for formats whose offsets count in
 * a text that is not at hand, such as that of a web page. */
void quo_builder_search_words (QuoBuilder *builder);

/* Another annotator of the file: (transfer none) the layer for QuoDraft.layer, the same for the
 * same @ref. @fields: id (or NULL), title, by, state. */
const char *quo_builder_add_layer (QuoBuilder *builder, const char *ref, const QuoLayer *fields);
/* The id of the agent @ref, made when it is new. */
const char *quo_builder_add_agent (QuoBuilder *builder, const char *ref, const QuoAgent *fields);
/* A note on the article: id (or NULL), layer (NULL: that of the import), text, by, times. */
void quo_builder_add_note (QuoBuilder *builder, const QuoNote *fields);
/* The layer of the import, for those who need its id. It is made when something is in it. */
const char *quo_builder_get_layer (QuoBuilder *builder);
/* Members of the document's header, to be filled in: language, title and others. */
QuoHeader *quo_builder_get_header (QuoBuilder *builder);

/**
 * quo_builder_add:
 * @kind: annotation, entity or relation
 * @ref: (nullable): what the file calls it; copied
 * @type: (nullable): copied
 * @line: where it stands, 0: not told
 *
 * Returns: the draft; NULL when @ref is taken: look with quo_builder_find() where
 */
QuoDraft *quo_builder_add (QuoBuilder *builder, QuoRecordKind kind, const char *ref,
                           const char *type, guint line);
QuoDraft *quo_builder_find (const QuoBuilder *builder, const char *ref);
/* Another name of a draft; FALSE when it is taken. */
gboolean quo_builder_alias (QuoBuilder *builder, const char *ref, QuoDraft *draft);
/* The annotation @part is a piece of the annotation @whole: its ranges go there, and what names it
 * names the whole. Both exist. */
void quo_builder_join (QuoBuilder *builder, const char *whole, const char *part);
guint quo_builder_count (const QuoBuilder *builder, QuoRecordKind kind);

/* A range as the file counts it, in any order. @surface (nullable): what the file says stands
 * there; @len -1: up to the NUL. */
void quo_draft_add_range (QuoBuilder *builder, QuoDraft *draft, guint32 start, guint32 end,
                          const char *surface, gssize len);
/* What stands around the range that was added last. NULL: not told. */
void quo_draft_set_context (QuoBuilder *builder, QuoDraft *draft, const char *pre, const char *suf);
/* The same of all ranges together, joined by blanks in the order of the file. */
void quo_draft_set_surface (QuoBuilder *builder, QuoDraft *draft, const char *surface, gssize len);
/* A range that the file tells by its words alone, or whose offsets are not to be trusted: it is
 * looked for, and must be the only place with these words and, if told, this context. */
void quo_draft_add_quote (QuoBuilder *builder, QuoDraft *draft, const char *exact, const char *pre,
                          const char *suf);

/* One more value of the attribute @name: a second one makes it a list, as @is_list does at once. */
void quo_draft_add_value (QuoBuilder *builder, QuoDraft *draft, const char *name, QuoValueKind kind,
                          const char *text, gboolean is_list);
/* The annotation stands for the entity that the file calls @ref. */
void quo_draft_add_entity (QuoBuilder *builder, QuoDraft *draft, const char *ref);
/* The same of one that is at hand. */
void quo_draft_link_entity (QuoBuilder *builder, QuoDraft *draft, const QuoDraft *entity);
/* The relation has what the file calls @ref in @role. */
void quo_draft_add_member (QuoBuilder *builder, QuoDraft *draft, const char *role, const char *ref);
/* The same of one that is at hand. */
void quo_draft_link_member (QuoBuilder *builder, QuoDraft *draft, const char *role,
                            const QuoDraft *member);
/* The entity has this name in this register, or this other name. */
void quo_draft_add_id (QuoBuilder *builder, QuoDraft *draft, const char *name, const char *value);
void quo_draft_add_alias (QuoBuilder *builder, QuoDraft *draft, const char *alias);
/* Coordinates in degrees; FALSE: they are none, and nothing is done. */
gboolean quo_draft_set_place (QuoBuilder *builder, QuoDraft *draft, const char *lat,
                              const char *lon);
/* Whether @s is a number as JSON spells it. */
gboolean quo_value_is_number (const char *s);
/* Adds a text to the note, in a line of its own when there is one already. */
void quo_draft_add_note (QuoBuilder *builder, QuoDraft *draft, const char *note);

/* What could not be made into a record: called with the line and a translated message; FALSE
 * stops. */
typedef gboolean (*QuoBuilderRefuse) (gpointer data, guint line, const char *message,
                                      GError **error);

/**
 * quo_builder_finish:
 * @tagset: (nullable): labels that are not in it are told
 * @report: (nullable): which reading of the offsets fitted, and each annotation whose words do not
 *   stand where the file says: it becomes an orphan
 * @refuse: called with what is wrong in the file: a name that names nothing, an empty range
 *
 * Returns: (transfer full): the snapshot; QUO_ERROR_INVALID when @refuse says so, or when nothing
 *   stands where the file says
 */
QuoSnapshot *quo_builder_finish (QuoBuilder *builder, const QuoTagset *tagset, QuoReport *report,
                                 QuoBuilderRefuse refuse, gpointer data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
