/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit must fulfil before it is carried out. What was wrong in the document before (a role
 * that names nothing, a range outside the text: a file may say so) is not held against an edit that
 * leaves it as it was. */
#include "quo-config.h"

#include "quo-document-check.h"

#include "quo-error.h"
#include "quo-reference.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoDocument *document;
  QuoEdit *edit;
  const QuoChange *change; /* the one that is looked at */
  GError **error;
} Check;

static gboolean refuse (const Check *check, const QuoRecord *record, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const Check *check, const QuoRecord *record, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (check->error, QUO_ERROR, QUO_ERROR_INVALID, "%s: %s", record->id, what);
  return FALSE;
}

/* The record with this id as it will be after the edit. */
static QuoRecord *
find_after (const Check *check, const char *id)
{
  return quo_edit_find (check->edit, id, quo_document_find (check->document, id));
}

static gboolean
check_identity (const Check *check)
{
  const QuoRecord *before = check->change->before, *after = check->change->after;
  const QuoRecord *current;

  if (before == NULL)
    {
      if (!quo_id_is_valid (after->id, strlen (after->id)))
        return refuse (check, after,
                       _ ("an id is a letter and up to 63 letters, digits, “-” or “_”"));
      if (quo_document_find (check->document, after->id) != NULL)
        return refuse (check, after, _ ("this id is in use"));
      return TRUE;
    }
  current = quo_document_find (check->document, before->id);
  if (current == NULL)
    return refuse (check, before, _ ("there is no such record"));
  if (current != before)
    return refuse (check, before, _ ("the record has been changed in the meantime"));
  if (after != NULL && (after->kind != before->kind || strcmp (after->id, before->id) != 0))
    return refuse (check, before, _ ("a record is only exchanged for one of its own kind and id"));
  return TRUE;
}

static gboolean
has_same_ranges (const QuoAnnotation *a, const QuoAnnotation *b)
{
  return a->is_orphan == b->is_orphan && a->n_ranges == b->n_ranges
         && memcmp (a->ranges, b->ranges, a->n_ranges * sizeof (QuoSpan)) == 0;
}

static gboolean
check_annotation (const Check *check, const QuoAnnotation *before, const QuoAnnotation *after)
{
  guint32 length = quo_text_get_length (quo_document_get_text (check->document));
  guint32 end = 0;

  if (before != NULL && has_same_ranges (before, after))
    return TRUE;
  if (after->type == NULL || *after->type == '\0')
    return refuse (check, &after->base, _ ("an annotation needs a label"));
  if (after->n_ranges == 0)
    return refuse (check, &after->base, _ ("an annotation needs at least one range"));
  for (guint i = 0; i < after->n_ranges; i++)
    {
      QuoSpan span = after->ranges[i];

      if (quo_span_is_empty (span))
        return refuse (check, &after->base, _ ("the range %u–%u is empty"), span.start, span.end);
      if (span.start < end)
        return refuse (check, &after->base, _ ("the range %u–%u overlaps the one before it"),
                       span.start, span.end);
      end = span.end;
    }
  if (!after->is_orphan && end > length)
    return refuse (check, &after->base, _ ("%u is past the end of the article (%u characters)"),
                   end, length);
  return TRUE;
}

static gboolean
check_degrees (const Check *check, const QuoEntity *entity, const char *text, double most)
{
  double value = g_ascii_strtod (text, NULL);

  return (value >= -most && value <= most)
         || refuse (check, &entity->base, _ ("%s is not between %g and %g"), text, -most, most);
}

/* The sidecar is refused with a place that is not on the map, so it may not get there. */
static gboolean
check_entity (const Check *check, const QuoEntity *entity)
{
  return entity->lat == NULL || entity->lon == NULL
         || (check_degrees (check, entity, entity->lat, 90)
             && check_degrees (check, entity, entity->lon, 180));
}

static gboolean
check_roles (const Check *check, const QuoRelation *relation)
{
  if (relation->n_roles == 0)
    return refuse (check, &relation->base, _ ("a relation needs at least one member"));
  for (guint i = 0; i < relation->n_roles; i++)
    if (relation->roles[i].n_members == 0)
      return refuse (check, &relation->base, _ ("the role “%s” is empty"), relation->roles[i].name);
  return TRUE;
}

static gboolean
check_reference (const char *id, guint kinds, gpointer data)
{
  const Check *check = data;
  const QuoRecord *named = find_after (check, id);

  if (named != NULL && (kinds & QUO_KIND_BIT (named->kind)) != 0)
    return TRUE;
  if (quo_record_names (check->change->before, id))
    return TRUE;
  return refuse (check, check->change->after,
                 named == NULL ? _ ("it names “%s”, which does not exist")
                               : _ ("it names “%s”, which is of the wrong kind"),
                 id);
}

static gboolean
check_not_named (const Check *check, const QuoRecord *record)
{
  const char *gone = check->change->before->id;
  const QuoRecord *after = quo_edit_find (check->edit, record->id, (gpointer)record);

  if (!quo_record_names (after, gone))
    return TRUE;
  return refuse (check, check->change->before, _ ("it cannot be removed while “%s” names it"),
                 record->id);
}

/* Nothing may name what is removed. Annotations and entities know who names them; layers and
 * agents, which are hardly ever removed, are looked for everywhere. */
static gboolean
check_removal (const Check *check)
{
  const QuoRecord *before = check->change->before;
  GPtrArray *all = quo_document_get_referrers (check->document, before->id);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!check_not_named (check, all->pdata[i]))
      return FALSE;
  if (before->kind != QUO_RECORD_LAYER && before->kind != QUO_RECORD_AGENT)
    return TRUE;
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      all = quo_document_get_records (check->document, kind);
      for (guint i = 0; i < all->len; i++)
        if (!check_not_named (check, g_ptr_array_index (all, i)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_change (Check *check)
{
  gconstpointer before = check->change->before, after = check->change->after;

  if (!check_identity (check))
    return FALSE;
  if (after == NULL)
    return check_removal (check);
  if (check->change->after->kind == QUO_RECORD_ANNOTATION
      && !check_annotation (check, before, after))
    return FALSE;
  if (check->change->after->kind == QUO_RECORD_ENTITY && !check_entity (check, after))
    return FALSE;
  if (check->change->after->kind == QUO_RECORD_RELATION && !check_roles (check, after))
    return FALSE;
  return quo_record_foreach_reference (after, check_reference, check);
}

gboolean
quo_document_check (QuoDocument *document, QuoEdit *edit, GError **error)
{
  Check check = { document, edit, NULL, error };

  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      check.change = quo_edit_get (edit, i);
      if (!check_change (&check))
        return FALSE;
    }
  return TRUE;
}
