/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two records say the same. Interned names are compared by pointer. */
#include "quo-record.h"

#include "quo-record-shape.h"

#include <string.h>

static gboolean
equal_strings (const char *const *a, const char *const *b, guint n)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_attr (const QuoAttr *a, const QuoAttr *b)
{
  if (a->name != b->name || a->n_values != b->n_values || !a->is_list != !b->is_list)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (a->values[i].kind != b->values[i].kind
        || g_strcmp0 (a->values[i].text, b->values[i].text) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_role (const QuoRole *a, const QuoRole *b)
{
  return a->name == b->name && a->n_members == b->n_members
         && equal_strings (a->members, b->members, a->n_members);
}

static gboolean
equal_from (const QuoFrom *a, const QuoFrom *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->agent == b->agent && a->rule == b->rule && a->format == b->format
         && g_strcmp0 (a->score, b->score) == 0 && g_strcmp0 (a->ref, b->ref) == 0
         && g_strcmp0 (a->extra, b->extra) == 0;
}

/* Compares the elements of two lists of the same length. */
static gboolean
equal_lists (QuoFieldType type, gconstpointer a, gconstpointer b, guint n)
{
  const QuoExternalId *x = a, *y = b;

  if (type == QUO_FIELD_STRINGS)
    return equal_strings (a, b, n);
  if (type == QUO_FIELD_RANGES)
    return memcmp (a, b, n * sizeof (QuoSpan)) == 0;
  for (guint i = 0; i < n; i++)
    {
      if (type == QUO_FIELD_ATTRS && !equal_attr ((const QuoAttr *)a + i, (const QuoAttr *)b + i))
        return FALSE;
      if (type == QUO_FIELD_ROLES && !equal_role ((const QuoRole *)a + i, (const QuoRole *)b + i))
        return FALSE;
      if (type == QUO_FIELD_IDS
          && (x[i].name != y[i].name || g_strcmp0 (x[i].value, y[i].value) != 0))
        return FALSE;
    }
  return TRUE;
}

gboolean
quo_field_equal (const QuoField *field, gconstpointer a, gconstpointer b)
{
  switch (field->type)
    {
    case QUO_FIELD_TIME:
      return QUO_FIELD_MEMBER (QuoTime, a, field) == QUO_FIELD_MEMBER (QuoTime, b, field);
    case QUO_FIELD_BYTE:
      return QUO_FIELD_MEMBER (guint8, a, field) == QUO_FIELD_MEMBER (guint8, b, field);
    case QUO_FIELD_NAME:
      return QUO_FIELD_MEMBER (const char *, a, field) == QUO_FIELD_MEMBER (const char *, b, field);
    case QUO_FIELD_STRING:
      return g_strcmp0 (QUO_FIELD_MEMBER (const char *, a, field),
                        QUO_FIELD_MEMBER (const char *, b, field))
             == 0;
    case QUO_FIELD_FROM:
      return equal_from (QUO_FIELD_MEMBER (const QuoFrom *, a, field),
                         QUO_FIELD_MEMBER (const QuoFrom *, b, field));
    case QUO_FIELD_STRINGS:
    case QUO_FIELD_RANGES:
    case QUO_FIELD_ATTRS:
    case QUO_FIELD_IDS:
    case QUO_FIELD_ROLES:
    default:
      return QUO_FIELD_COUNT (a, field) == QUO_FIELD_COUNT (b, field)
             && equal_lists (field->type, QUO_FIELD_MEMBER (gconstpointer, a, field),
                             QUO_FIELD_MEMBER (gconstpointer, b, field),
                             QUO_FIELD_COUNT (a, field));
    }
}

gboolean
quo_record_equal (gconstpointer a, gconstpointer b)
{
  const QuoRecord *x = a, *y = b;
  const QuoShape *shape;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (a == b)
    return TRUE;
  if (x->kind != y->kind || g_strcmp0 (x->id, y->id) != 0 || g_strcmp0 (x->extra, y->extra) != 0)
    return FALSE;
  shape = &quo_shapes[x->kind];
  for (guint i = 0; i < shape->n_fields; i++)
    if (!quo_field_equal (&shape->fields[i], a, b))
      return FALSE;
  return TRUE;
}
