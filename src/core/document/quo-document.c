/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The living annotations of one article: what may be done to them is checked, carried out on the
 * table of records, remembered for undo, and told.
 *
 * Invariant: `table` changes in carry_out() and quo_document_release() only, `snapshot` is of what
 * is in it, and nothing changes while `is_held` is set. */
#include "quo-config.h"

#include "quo-document-private.h"

#include "quo-document-check.h"
#include "quo-error.h"

#include <glib/gi18n.h>

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

/* Where nobody says anything, the article says what its file says; where somebody did from the
 * start, that is not known. */
static void
carry_out_about (QuoDocument *document, QuoAbout about, const char *said)
{
  g_autoptr (QuoHeader) header = document->header;
  g_autoptr (QuoArticle) article = document->article;
  const char *known = said;

  if (known == NULL && quo_header_get_about (document->first_header, about) == NULL)
    known = quo_article_get_about (document->first_article, about);
  document->header = quo_header_with_about (header, about, said);
  document->article = quo_article_with_about (article, about, known);
}

void
quo_document_follow_table (QuoDocument *document, QuoEdit *edit)
{
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    if (edit->about[i].is_set)
      carry_out_about (document, i, edit->about[i].after);
  g_clear_pointer (&document->snapshot, quo_snapshot_unref);
  document->revision++;
}

static void
carry_out (QuoDocument *document, QuoEdit *edit)
{
  quo_record_table_carry_out (&document->table, edit);
  quo_document_follow_table (document, edit);
}

static gboolean
refuse_held (QuoDocument *document, GError **error)
{
  if (document->is_held)
    g_set_error_literal (
        error, QUO_ERROR, QUO_ERROR_FAILED,
        _ ("What was done to many annotations is still being carried out: wait a moment, then "
           "do this again"));
  return document->is_held;
}

/* Undo and redo */

void
quo_document_tell (QuoDocument *document, QuoEdit *edit, guint n_undo, guint n_redo)
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

  if (from->len == 0 || document->is_held)
    return NULL;
  last = g_ptr_array_steal_index (from, from->len - 1);
  edit = quo_edit_invert (last);
  carry_out (document, edit);
  document->last_act = to == document->redo ? QUO_ACT_UNDO : QUO_ACT_REDO;
  g_ptr_array_add (to, edit);
  quo_document_tell (document, edit, n_undo, n_redo);
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
  if (refuse_held (document, error) || !quo_document_check (document, edit, error))
    return FALSE;
  if (quo_edit_is_empty (edit))
    return TRUE;
  n_undo = document->undo->len;
  n_redo = document->redo->len;
  carry_out (document, edit);
  document->last_act = QUO_ACT_APPLY;
  g_ptr_array_add (document->undo, quo_edit_ref (edit));
  g_ptr_array_set_size (document->redo, 0);
  quo_document_tell (document, edit, n_undo, n_redo);
  return TRUE;
}

/* Takes the last act back and does @whole instead, so that what it remembers for undo is what it
 * would be had both been done at once. */
static void
redo_as (QuoDocument *document, QuoEdit *whole)
{
  QuoEdit *last = g_ptr_array_index (document->undo, document->undo->len - 1);
  g_autoptr (QuoEdit) back = quo_edit_invert (last);

  carry_out (document, back);
  carry_out (document, whole);
  g_ptr_array_set_size (document->undo, (int)document->undo->len - 1);
  g_ptr_array_add (document->undo, quo_edit_ref (whole));
}

gboolean
quo_document_amend (QuoDocument *document, QuoEdit *edit, GError **error)
{
  g_autoptr (QuoEdit) whole = NULL;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && edit != NULL, FALSE);
  if (document->undo->len > 0 && document->redo->len == 0)
    whole = quo_edit_join (g_ptr_array_index (document->undo, document->undo->len - 1), edit);
  if (whole == NULL || quo_edit_is_empty (whole))
    return quo_document_apply (document, edit, error);
  if (refuse_held (document, error) || !quo_document_check (document, edit, error))
    return FALSE;
  if (quo_edit_is_empty (edit))
    return TRUE;
  redo_as (document, whole);
  document->last_act = QUO_ACT_AMEND;
  quo_document_tell (document, edit, document->undo->len, document->redo->len);
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
  quo_record_table_clear (&document->table);
  g_clear_pointer (&document->article, quo_article_unref);
  g_clear_pointer (&document->first_article, quo_article_unref);
  g_clear_pointer (&document->header, quo_header_unref);
  g_clear_pointer (&document->first_header, quo_header_unref);
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
  document->first_article = quo_article_ref (snapshot->article);
  document->header = quo_header_ref (snapshot->header);
  document->first_header = quo_header_ref (snapshot->header);
  quo_record_table_init (&document->table, snapshot);
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
  return document->table.index;
}

GPtrArray *
quo_document_get_records (QuoDocument *document, QuoRecordKind kind)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (kind < QUO_N_RECORD_KINDS, NULL);
  return document->table.records[kind];
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
  return quo_record_table_find_place (&document->table, &annotation->base);
}

QuoRecord *
quo_document_find (QuoDocument *document, const char *id)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), NULL);
  return id != NULL ? quo_record_table_find (&document->table, id) : NULL;
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
  return id != NULL ? g_hash_table_lookup (document->table.referrers, id) : NULL;
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
        for (guint i = 0; i < document->table.records[kind]->len; i++)
          quo_snapshot_take (snapshot,
                             quo_record_ref (g_ptr_array_index (document->table.records[kind], i)));
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

void
quo_document_adopt_header (QuoDocument *document, const QuoHeader *header)
{
  g_autoptr (QuoHeader) old = NULL;
  gboolean is_changed = FALSE;
  const char *name;

  g_return_if_fail (QUO_IS_DOCUMENT (document) && header != NULL);
  old = document->header;
  document->header = quo_header_copy (old);
  for (guint i = 0; (name = quo_header_member_name (i)) != NULL; i++)
    {
      const char *value = quo_header_get_member (header, i);

      if (quo_about_find (name) != QUO_N_ABOUT
          || g_strcmp0 (value, quo_header_get_member (old, i)) == 0)
        continue;
      quo_header_set_member (document->header, i, value);
      is_changed = TRUE;
    }
  if (!is_changed)
    return;
  g_clear_pointer (&document->snapshot, quo_snapshot_unref);
  document->revision++;
}

guint64
quo_document_get_revision (QuoDocument *document)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document), 0);
  return document->revision;
}
