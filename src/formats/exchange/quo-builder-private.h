/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-builder.h"

G_BEGIN_DECLS

/* The files of the builder: drafts are added, checked, placed in the text, made into records, which
 * may only update those that are known. */

typedef struct
{
  guint32 start, end;  /* as the file counts */
  const char *surface; /* what the file says stands there, or NULL */
  gsize len;
  const char *pre, *suf;
  gboolean is_quote; /* told by its words alone */
  QuoSpan at;        /* in the article, once it is placed */
} QuoDraftRange;

typedef struct
{
  const char *name, *text;
  QuoValueKind kind;
  gboolean is_list;
} QuoDraftValue;

typedef struct
{
  const char *role; /* NULL: the entity of an annotation */
  const char *ref;
  const QuoDraft *target; /* in place of ref */
} QuoDraftLink;

#define quo_draft_get_range(draft, i) (&g_array_index ((draft)->ranges, QuoDraftRange, (i)))

/* The text with runs of white space as one blank, to look for words in. */
typedef struct
{
  GString *text;
  GArray *bytes; /* of guint32: where each byte stands in the article */
} QuoFolded;

struct _QuoBuilder
{
  QuoArticle *article;
  QuoOffsets *offsets;
  QuoReading reading;
  QuoSnapshot *known; /* borrowed; NULL: nothing */
  const char *format;
  guint64 seed;
  GStringChunk *strings;
  GPtrArray *drafts; /* in the order of the file */
  GHashTable *refs;  /* ref to draft */
  guint counts[QUO_N_RECORD_KINDS];
  GPtrArray *layers, *agents, *notes; /* records */
  GHashTable *layer_of, *agent_of;    /* ref to the id of the record */
  GHashTable *ids;                    /* those in use */
  const char *layer_name;
  const char *joint;
  const char *layer; /* id of the layer of the import, once it is needed */
  gboolean is_joining, ignores_blanks, is_searching, is_updating;
  QuoHeader *header;
  QuoFolded folded; /* empty until words are looked for */
  /* while it is finished */
  QuoReport *report;
  QuoBuilderRefuse refuse;
  gpointer refuse_data;
};

/* A new id of what is hashed: the same in each run, so that one file imported twice gives the same
 * records. */
const char *quo_builder_make_id (QuoBuilder *builder, const char *wanted, guint64 hash);
guint64 quo_builder_hash (guint64 hash, gconstpointer data, gsize len);

/* Gives every draft that is not dropped its id. */
void quo_builder_give_ids (QuoBuilder *builder);

/* Tells that something in the file is wrong; FALSE with the error: stop. */
gboolean quo_builder_refuse (QuoBuilder *builder, guint line, GError **error, const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

/* The record that is known already and that the draft tells some members of; NULL: there is none.
 * Then what those are that it does not tell: names into the draft, the rest into the fields. */
gconstpointer quo_builder_find_updated (const QuoBuilder *builder, const QuoDraft *draft);
void quo_builder_add_known_names (QuoBuilder *builder, QuoDraft *draft, const QuoEntity *known);
void quo_builder_fill_entity (QuoEntity *fields, const QuoEntity *known);
void quo_builder_fill_relation (QuoRelation *fields, const QuoRelation *known);

/* Mends what a sidecar does not allow: empty names, scores that are no confidence. */
void quo_builder_check (QuoBuilder *builder);

/* Gives all ranges their place. *ret_orphans: of the drafts whose place is not known. */
gboolean quo_builder_place (QuoBuilder *builder, GHashTable *orphans, GError **error);

G_END_DECLS
