/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: the table holds exactly the living rows, each under the id inside its own record. */
#include "quo-config.h"

#include "quo-annotation-row.h"

struct _QuoAnnotationRow
{
  GObject parent_instance;
  GHashTable *rows; /* owned: it may outlive its list */
  QuoAnnotation *annotation;
};

G_DEFINE_FINAL_TYPE (QuoAnnotationRow, quo_annotation_row, G_TYPE_OBJECT)

static void
quo_annotation_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_pointer (value, QUO_ANNOTATION_ROW (object)->annotation);
}

static void
quo_annotation_row_finalize (GObject *object)
{
  QuoAnnotationRow *row = QUO_ANNOTATION_ROW (object);

  g_hash_table_remove (row->rows, row->annotation->base.id);
  g_hash_table_unref (row->rows);
  quo_record_unref (row->annotation);
  G_OBJECT_CLASS (quo_annotation_row_parent_class)->finalize (object);
}

static void
quo_annotation_row_class_init (QuoAnnotationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_annotation_row_get_property;
  object_class->finalize = quo_annotation_row_finalize;
  g_object_class_install_property (
      object_class, 1,
      g_param_spec_pointer ("annotation", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
quo_annotation_row_init (QuoAnnotationRow *row)
{
}

const QuoAnnotation *
quo_annotation_row_get_annotation (QuoAnnotationRow *row)
{
  g_return_val_if_fail (QUO_IS_ANNOTATION_ROW (row), NULL);
  return row->annotation;
}

GHashTable *
quo_annotation_rows_new (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

QuoAnnotationRow *
quo_annotation_rows_get (GHashTable *rows, const QuoAnnotation *annotation)
{
  QuoAnnotationRow *row = g_hash_table_lookup (rows, annotation->base.id);

  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (QUO_TYPE_ANNOTATION_ROW, NULL);
  row->rows = g_hash_table_ref (rows);
  row->annotation = quo_record_ref ((gpointer)annotation);
  g_hash_table_insert (rows, (gpointer)row->annotation->base.id, row);
  return row;
}

void
quo_annotation_rows_swap (GHashTable *rows, const char *id, const QuoAnnotation *annotation)
{
  QuoAnnotationRow *row = g_hash_table_lookup (rows, id);

  if (row == NULL)
    return;
  if (annotation != NULL && annotation != row->annotation)
    {
      g_hash_table_remove (rows, row->annotation->base.id);
      quo_record_unref (row->annotation);
      row->annotation = quo_record_ref ((gpointer)annotation);
      g_hash_table_insert (rows, (gpointer)row->annotation->base.id, row);
    }
  g_object_notify (G_OBJECT (row), "annotation");
}
