/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The living annotations of one article.
 *
 * Invariants: `by_id` holds every record once; `referrers` leads from an id to the records that
 * name it as an entity or in a role; the annotations are in canonical order, and the index holds
 * those that have a place in the text. All of them change in carry_out() only. */
#include "quo-document.h"

#include "quo-document-check.h"
#include "quo-reference.h"

#include <string.h>

/* An edit of more changes than this is carried out on whole lists instead of record by record. */
#define BULK 256

struct _QuoDocument
{
  GObject parent_instance;
  QuoArticle *article;
  QuoHeader *header;
  GPtrArray *records[QUO_N_RECORD_KINDS];
  GHashTable *by_id;     /* id, of the record, to QuoRecord */
  GHashTable *referrers; /* id to GPtrArray of QuoRecord */
  QuoSpanIndex *index;
  QuoSnapshot *snapshot;  /* of now, or NULL */
  GPtrArray *undo, *redo; /* of QuoEdit as they were carried out; the last is the next */
  QuoAct last_act;
  guint64 revision;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (QuoDocument, quo_document, G_TYPE_OBJECT)

/* The reverse index */

typedef struct
{
  QuoDocument *document;
  QuoRecord *record;
} Link;

/* Layers and agents are named by nearly every record and are no members: they have no entry. */
static gboolean
add_referrer (const char *target, guint kinds, gpointer data)
{
  const Link *link = data;
  GPtrArray *list;

  if ((kinds & QUO_KIND_BIT (QUO_RECORD_ENTITY)) == 0)
    return TRUE;
  list = g_hash_table_lookup (link->document->referrers, target);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (link->document->referrers, g_strdup (target), list);
    }
  /* A record that names the target twice has come last just before. */
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != link->record)
    g_ptr_array_add (list, link->record);
  return TRUE;
}

static gboolean
remove_referrer (const char *target, guint kinds, gpointer data)
{
  const Link *link = data;
  GPtrArray *list = g_hash_table_lookup (link->document->referrers, target);

  if (list != NULL && g_ptr_array_remove (list, link->record) && list->len == 0)
    g_hash_table_remove (link->document->referrers, target);
  return TRUE;
}

/* The lists */

static guint
find_annotation_place (QuoDocument *document, const QuoAnnotation *annotation)
{
  GPtrArray *all = document->records[QUO_RECORD_ANNOTATION];
  guint low = 0, high = all->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quo_annotation_compare (g_ptr_array_index (all, middle), annotation,
                                  document->records[QUO_RECORD_LAYER])
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* From the end: what was added last is what is changed most. */
static guint
find_place (QuoDocument *document, const QuoRecord *record)
{
  GPtrArray *list = document->records[record->kind];

  if (record->kind == QUO_RECORD_ANNOTATION)
    {
      guint place = find_annotation_place (document, (const QuoAnnotation *)record);

      if (place < list->len && g_ptr_array_index (list, place) == record)
        return place;
    }
  for (guint i = list->len; i > 0; i--)
    if (g_ptr_array_index (list, i - 1) == record)
      return i - 1;
  return G_MAXUINT;
}

static void
forget (QuoDocument *document, QuoRecord *record)
{
  g_hash_table_remove (document->by_id, record->id);
  quo_record_foreach_reference (record, remove_referrer, &(Link){ document, record });
}

static void
learn (QuoDocument *document, QuoRecord *record)
{
  g_hash_table_replace (document->by_id, (gpointer)record->id, record);
  quo_record_foreach_reference (record, add_referrer, &(Link){ document, record });
}

static void
sort_annotations (QuoDocument *document)
{
  QuoSnapshot lists = { 0 };

  memcpy (lists.records, document->records, sizeof lists.records);
  quo_snapshot_sort (&lists);
}

static void
carry_out_annotation (QuoDocument *document, const QuoChange *change)
{
  GPtrArray *list = document->records[QUO_RECORD_ANNOTATION];

  if (change->before != NULL)
    {
      quo_span_index_remove (document->index, (const QuoAnnotation *)change->before);
      g_ptr_array_remove_index (list, find_place (document, change->before));
    }
  if (change->after != NULL)
    {
      guint place = find_annotation_place (document, (const QuoAnnotation *)change->after);

      g_ptr_array_insert (list, (int)place, quo_record_ref (change->after));
      quo_span_index_add (document->index, (const QuoAnnotation *)change->after);
    }
}

static void
carry_out_other (QuoDocument *document, QuoChange *change)
{
  const QuoRecord *record = change->after != NULL ? change->after : change->before;
  GPtrArray *list = document->records[record->kind];
  guint place = change->before != NULL ? find_place (document, change->before) : change->place;

  if (change->before != NULL && change->after != NULL)
    {
      quo_record_unref (change->before);
      list->pdata[place] = quo_record_ref (change->after);
    }
  else if (change->before != NULL)
    {
      change->place = place;
      g_ptr_array_remove_index (list, place);
    }
  else
    g_ptr_array_insert (list, place <= list->len ? (int)place : -1, quo_record_ref (change->after));
}

/* Many annotations at once: one pass to take out, one sort, one build. */
static void
carry_out_bulk (QuoDocument *document, QuoEdit *edit)
{
  GPtrArray *old = document->records[QUO_RECORD_ANNOTATION];
  GPtrArray *list = g_ptr_array_new_full (old->len, quo_record_unref);

  for (guint i = 0; i < old->len; i++)
    {
      QuoRecord *record = g_ptr_array_index (old, i);

      if (quo_edit_find (edit, record->id, record) == record)
        g_ptr_array_add (list, quo_record_ref (record));
    }
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      QuoRecord *after = quo_edit_get (edit, i)->after;

      if (after != NULL && after->kind == QUO_RECORD_ANNOTATION)
        g_ptr_array_add (list, quo_record_ref (after));
    }
  g_ptr_array_unref (old);
  document->records[QUO_RECORD_ANNOTATION] = list;
  sort_annotations (document);
  quo_span_index_build (document->index, list);
}

static void
carry_out (QuoDocument *document, QuoEdit *edit)
{
  gboolean is_bulk = quo_edit_get_length (edit) > BULK;
  gboolean has_layers = FALSE;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      QuoChange *change = &g_array_index (edit->changes, QuoChange, i);
      QuoRecordKind kind = (change->after != NULL ? change->after : change->before)->kind;

      if (change->before != NULL)
        forget (document, change->before);
      if (change->after != NULL)
        learn (document, change->after);
      has_layers |= kind == QUO_RECORD_LAYER;
      if (kind != QUO_RECORD_ANNOTATION)
        carry_out_other (document, change);
      else if (!is_bulk)
        carry_out_annotation (document, change);
    }
  if (is_bulk)
    carry_out_bulk (document, edit);
  else if (has_layers)
    sort_annotations (document);
  g_clear_pointer (&document->snapshot, quo_snapshot_unref);
  document->revision++;
}

/* Undo and redo */

/* Tells of @edit, which was just carried out. @n_undo, @n_redo: how many there were before. */
static void
tell (QuoDocument *document, QuoEdit *edit, guint n_undo, guint n_redo)
{
  gboolean could_undo = n_undo > 0, could_redo = n_redo > 0;

  g_signal_emit (document, changed_signal, 0, edit);
  if (could_undo != (document->undo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (document), props[PROP_CAN_UNDO]);
  if (could_redo != (document->redo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (document), props[PROP_CAN_REDO]);
}

/* Takes the last edit of one stack back, and puts what that did on the other. */
static QuoEdit *
step (QuoDocument *document, GPtrArray *from, GPtrArray *to)
{
  guint n_undo = document->undo->len, n_redo = document->redo->len;
  g_autoptr (QuoEdit) last = NULL;
  QuoEdit *edit;

  if (from->len == 0)
    return NULL;
  last = g_ptr_array_steal_index (from, from->len - 1);
  edit = quo_edit_invert (last);
  carry_out (document, edit);
  document->last_act = to == document->redo ? QUO_ACT_UNDO : QUO_ACT_REDO;
  g_ptr_array_add (to, edit);
  tell (document, edit, n_undo, n_redo);
  return edit;
}

QuoEdit *
quo_document_undo (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return step (document, document->undo, document->redo);
}

QuoEdit *
quo_document_redo (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return step (document, document->redo, document->undo);
}

gboolean
quo_document_apply (QuoDocument *document, QuoEdit *edit, GError **error)
{
  guint n_undo, n_redo;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  if (!quo_document_check (document, edit, error))
    return FALSE;
  if (quo_edit_get_length (edit) == 0)
    return TRUE;
  n_undo = document->undo->len;
  n_redo = document->redo->len;
  carry_out (document, edit);
  document->last_act = QUO_ACT_APPLY;
  g_ptr_array_add (document->undo, quo_edit_ref (edit));
  g_ptr_array_set_size (document->redo, 0);
  tell (document, edit, n_undo, n_redo);
  return TRUE;
}

/* Object */

static void
quo_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  QuoDocument *document = QUO_DOCUMENT (object);

  if (id == PROP_CAN_UNDO)
    g_value_set_boolean (value, document->undo->len > 0);
  else if (id == PROP_CAN_REDO)
    g_value_set_boolean (value, document->redo->len > 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_document_finalize (GObject *object)
{
  QuoDocument *document = QUO_DOCUMENT (object);

  g_clear_pointer (&document->snapshot, quo_snapshot_unref);
  g_ptr_array_unref (document->undo);
  g_ptr_array_unref (document->redo);
  g_hash_table_unref (document->by_id);
  g_hash_table_unref (document->referrers);
  quo_span_index_free (document->index);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (document->records[kind]);
  g_clear_pointer (&document->article, quo_article_unref);
  g_clear_pointer (&document->header, quo_header_unref);
  G_OBJECT_CLASS (quo_document_parent_class)->finalize (object);
}

static void
quo_document_class_init (QuoDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = quo_document_get_property;
  object_class->finalize = quo_document_finalize;
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  changed_signal = g_signal_new ("changed", QUO_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
quo_document_init (QuoDocument *document)
{
  document->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  document->referrers
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  document->index = quo_span_index_new ();
  document->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_edit_unref);
  document->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_edit_unref);
}

QuoDocument *
quo_document_new (QuoSnapshot *snapshot)
{
  QuoDocument *document;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  document = g_object_new (QUO_TYPE_DOCUMENT, NULL);
  document->article = quo_article_ref (snapshot->article);
  document->header = quo_header_ref (snapshot->header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      GPtrArray *from = snapshot->records[kind];
      GPtrArray *to = g_ptr_array_new_full (from->len, quo_record_unref);

      document->records[kind] = to;
      for (guint i = 0; i < from->len; i++)
        {
          g_ptr_array_add (to, quo_record_ref (g_ptr_array_index (from, i)));
          learn (document, g_ptr_array_index (from, i));
        }
    }
  sort_annotations (document);
  quo_span_index_build (document->index, document->records[QUO_RECORD_ANNOTATION]);
  return document;
}

/* What it holds */

QuoArticle *
quo_document_get_article (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return document->article;
}

QuoText *
quo_document_get_text (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return document->article->text;
}

const QuoHeader *
quo_document_get_header (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return document->header;
}

QuoSpanIndex *
quo_document_get_index (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return document->index;
}

GPtrArray *
quo_document_get_records (QuoDocument *document, QuoRecordKind kind)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (kind < QUO_N_RECORD_KINDS, NULL);
  return document->records[kind];
}

guint
quo_document_count (QuoDocument *document, QuoRecordKind kind)
{
  GPtrArray *records = quo_document_get_records (document, kind);

  return records != NULL ? records->len : 0;
}

guint
quo_document_get_position (QuoDocument *document, const QuoAnnotation *annotation)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), G_MAXUINT);
  g_return_val_if_fail (annotation != NULL, G_MAXUINT);
  return find_place (document, &annotation->base);
}

QuoRecord *
quo_document_find (QuoDocument *document, const char *id)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return id != NULL ? g_hash_table_lookup (document->by_id, id) : NULL;
}

static gpointer
find_of_kind (QuoDocument *document, const char *id, QuoRecordKind kind)
{
  QuoRecord *record = quo_document_find (document, id);

  return record != NULL && record->kind == kind ? record : NULL;
}

const QuoAnnotation *
quo_document_find_annotation (QuoDocument *document, const char *id)
{
  return find_of_kind (document, id, QUO_RECORD_ANNOTATION);
}

const QuoEntity *
quo_document_find_entity (QuoDocument *document, const char *id)
{
  return find_of_kind (document, id, QUO_RECORD_ENTITY);
}

const QuoLayer *
quo_document_find_layer (QuoDocument *document, const char *id)
{
  return find_of_kind (document, id, QUO_RECORD_LAYER);
}

GPtrArray *
quo_document_get_referrers (QuoDocument *document, const char *id)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return id != NULL ? g_hash_table_lookup (document->referrers, id) : NULL;
}

const QuoRelation *
quo_document_find_relation (QuoDocument *document, const char *type, const char *role,
                            const char *id)
{
  GPtrArray *referrers = quo_document_get_referrers (document, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (referrers, i);
      const QuoRole *found;

      if (relation->base.kind != QUO_RECORD_RELATION || g_strcmp0 (relation->type, type) != 0)
        continue;
      found = quo_relation_find_role (relation, role);
      if (found != NULL && quo_role_has (found, id))
        return relation;
    }
  return NULL;
}

QuoSnapshot *
quo_document_snapshot (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  if (document->snapshot == NULL)
    {
      QuoSnapshot *snapshot = quo_snapshot_new (document->article, document->header);

      for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
        for (guint i = 0; i < document->records[kind]->len; i++)
          quo_snapshot_take (snapshot,
                             quo_record_ref (g_ptr_array_index (document->records[kind], i)));
      document->snapshot = snapshot;
    }
  return quo_snapshot_ref (document->snapshot);
}

QuoAct
quo_document_get_last_act (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), QUO_ACT_APPLY);
  return document->last_act;
}

static void
copy_stack (GPtrArray *to, GPtrArray *from)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, quo_edit_ref (g_ptr_array_index (from, i)));
}

void
quo_document_restore_history (QuoDocument *document, GPtrArray *undo, GPtrArray *redo)
{
  g_return_if_fail (QUO_IS_DOCUMENT (document));
  g_return_if_fail (document->undo->len == 0 && document->redo->len == 0);
  copy_stack (document->undo, undo);
  copy_stack (document->redo, redo);
  if (undo->len > 0)
    g_object_notify_by_pspec (G_OBJECT (document), props[PROP_CAN_UNDO]);
  if (redo->len > 0)
    g_object_notify_by_pspec (G_OBJECT (document), props[PROP_CAN_REDO]);
}

static QuoEdit *
peek (GPtrArray *stack, guint i)
{
  return i < stack->len ? g_ptr_array_index (stack, stack->len - 1 - i) : NULL;
}

QuoEdit *
quo_document_get_undo (QuoDocument *document, guint i)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return peek (document->undo, i);
}

QuoEdit *
quo_document_get_redo (QuoDocument *document, guint i)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return peek (document->redo, i);
}

guint
quo_document_get_n_undo (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), 0);
  return document->undo->len;
}

guint
quo_document_get_n_redo (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), 0);
  return document->redo->len;
}

guint64
quo_document_get_revision (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), 0);
  return document->revision;
}
