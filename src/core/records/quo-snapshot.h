/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article.h"
#include "quo-record.h"

G_BEGIN_DECLS

/**
 * QuoHeader:
 *
 * What a sidecar says beside its records, kept so that it can be written back. Immutable after it
 * was handed to a snapshot. Optional strings are %NULL.
 *
 * The members of `document` come from the article when one is at hand (the file as it is now), else
 * from here.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *version;   /* "1.0", or the greater minor that was read */
  char *generator; /* as read; NULL in a new sidecar */
  /* document */
  char *file, *sha256;
  gint64 length, bytes; /* -1 absent */
  gboolean has_bom;
  char *encoding, *newline, *lang, *title, *url, *published, *extractor, *textsha256;
  char *byline, *dateline, *publisher; /* x-byline ... in the file */
  char *document_extra;
  /* tagset */
  char *tagset_name; /* NULL: no tagset member */
  char *tagset_version, *tagset_file, *tagset_sha256;
  char *tagset_extra;
  /* unknown members of the outer object, as QuoRecord.extra but with ": " after each name */
  char *extra;
  /* which of the lists stand in the file though they are empty: bit 1 << QuoRecordKind */
  guint empty_lists;
} QuoHeader;

QuoHeader *quo_header_new (void) G_GNUC_WARN_UNUSED_RESULT;
QuoHeader *quo_header_copy (const QuoHeader *header) G_GNUC_WARN_UNUSED_RESULT;
QuoHeader *quo_header_ref (QuoHeader *header);
void quo_header_unref (QuoHeader *header);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoHeader, quo_header_unref)

/* What a header says that is not of the file itself, and that two people can say differently: what
 * is known of the article (named as #QuoAbout names it), the tagset, and members that nobody here
 * knows. Counted from 0; the name is NULL past the end. */
const char *quo_header_member_name (guint member);
const char *quo_header_get_member (const QuoHeader *header, guint member);
void quo_header_set_member (QuoHeader *header, guint member, const char *value);

/**
 * QuoSnapshot:
 *
 * An article and all its records at one moment: what readers make and writers take. Immutable once
 * it is handed on, atomically reference counted; may be used from every thread.
 *
 * @records holds one array for each #QuoRecordKind, in the order of the sidecar: annotations by
 * start, then longer first, then order of their layers, type and id; the others as they came.
 */
typedef struct
{
  gatomicrefcount ref_count;
  QuoArticle *article; /* NULL when only the sidecar is at hand */
  QuoHeader *header;
  GPtrArray *records[QUO_N_RECORD_KINDS]; /* (element-type QuoRecord), owned references */
  /*< private >*/
  GHashTable *table; /* id to record, NULL until quo_snapshot_find() needs it */
} QuoSnapshot;

/* (transfer full): @article may be NULL; @header NULL makes an empty one. Takes its own references.
 */
QuoSnapshot *quo_snapshot_new (QuoArticle *article, QuoHeader *header) G_GNUC_WARN_UNUSED_RESULT;
QuoSnapshot *quo_snapshot_ref (QuoSnapshot *snapshot);
void quo_snapshot_unref (QuoSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoSnapshot, quo_snapshot_unref)

/* While it is being made: adds at the end (transfer full), and sorts the annotations at last. */
void quo_snapshot_take (QuoSnapshot *snapshot, gpointer record);
void quo_snapshot_sort (QuoSnapshot *snapshot);

/* The record with this id, or NULL. The first call builds a table (guarded for threads). */
gpointer quo_snapshot_find (QuoSnapshot *snapshot, const char *id);
guint quo_snapshot_count (const QuoSnapshot *snapshot, QuoRecordKind kind);
#define quo_snapshot_get_annotation(s, i)                                                          \
  ((const QuoAnnotation *)g_ptr_array_index ((s)->records[QUO_RECORD_ANNOTATION], i))
#define quo_snapshot_get_relation(s, i)                                                            \
  ((const QuoRelation *)g_ptr_array_index ((s)->records[QUO_RECORD_RELATION], i))
#define quo_snapshot_get_entity(s, i)                                                              \
  ((const QuoEntity *)g_ptr_array_index ((s)->records[QUO_RECORD_ENTITY], i))
#define quo_snapshot_get_layer(s, i)                                                               \
  ((const QuoLayer *)g_ptr_array_index ((s)->records[QUO_RECORD_LAYER], i))

/* (transfer full): what range @i of the annotation says: from the text, or as kept. */
char *quo_snapshot_dup_quote (const QuoSnapshot *snapshot, const QuoAnnotation *annotation,
                              guint i) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): up to 24 code points before the first range, after the last. */
char *quo_snapshot_dup_pre (const QuoSnapshot *snapshot,
                            const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
char *quo_snapshot_dup_suf (const QuoSnapshot *snapshot,
                            const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): all ranges in one line for people: parts joined by " … ", white space as one
 * blank. @text may be NULL when the annotation itself says it (is_kept). */
char *quo_annotation_dup_excerpt (const QuoAnnotation *annotation,
                                  const QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the same, of an annotation of @snapshot. */
char *quo_snapshot_dup_excerpt (const QuoSnapshot *snapshot,
                                const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a snapshot with only the records of layer @id (and all agents, entities,
 * layers). Roles lose members that are not in it; relations that lose their last member are left
 * out. */
QuoSnapshot *quo_snapshot_filter_layer (QuoSnapshot *snapshot,
                                        const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Canonical order of annotations: <0, 0, >0. @layers: list of QuoLayer in order. */
int quo_annotation_compare (const QuoAnnotation *a, const QuoAnnotation *b, GPtrArray *layers);

#define QUO_CONTEXT_LENGTH 24

G_END_DECLS
