/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to an annotation that stands: another label, other borders, one more part, away with
 * it. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The only entity of the annotation, if it is of the annotation's type and no other mention of that
 * type is left: then the entity goes with the new label. */
static const QuoEntity *
find_entity_to_retype (QuoDocument *document, const QuoAnnotation *annotation)
{
  const QuoEntity *entity;
  GPtrArray *all;

  if (annotation->n_entities != 1)
    return NULL;
  entity = quo_document_find_entity (document, annotation->entities[0]);
  if (entity == NULL || g_strcmp0 (entity->type, annotation->type) != 0)
    return NULL;
  all = quo_document_get_referrers (document, entity->base.id);
  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *other = g_ptr_array_index (all, i);

      if (other != annotation && other->base.kind == QUO_RECORD_ANNOTATION
          && g_strcmp0 (other->type, entity->type) == 0)
        return NULL;
    }
  return entity;
}

QuoEdit *
quo_verb_relabel (QuoDocument *document, const QuoAnnotation *annotation, const QuoLabel *label)
{
  g_autofree char *title = NULL;
  const QuoEntity *entity;
  QuoAnnotation fields;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL && label != NULL, NULL);
  if (g_strcmp0 (annotation->type, label->id) == 0)
    return NULL;
  title = g_strdup_printf (_ ("Change to %s"), _ (label->name));
  quo_verb_begin_change (&verb, document, title);
  fields = *annotation;
  fields.type = label->id;
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_change_annotation (&verb, annotation, &fields);
  entity = label->kind == QUO_LABEL_ENTITY ? find_entity_to_retype (document, annotation) : NULL;
  if (entity != NULL)
    {
      QuoEntity retyped = *entity;

      retyped.type = label->id;
      quo_verb_change_entity (&verb, entity, &retyped);
    }
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_delete (QuoDocument *document, const QuoAnnotation *annotation)
{
  GPtrArray *all;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  quo_verb_begin_change (&verb, document, _ ("Delete"));
  all = quo_document_get_referrers (document, annotation->base.id);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (QUO_RECORD (all->pdata[i])->kind == QUO_RECORD_RELATION)
      quo_verb_take_from_role (&verb, all->pdata[i], NULL, annotation->base.id);
  quo_edit_swap (verb.edit, (gpointer)annotation, NULL);
  return verb.edit;
}

/* Borders */

static gboolean
splits_line_end (const QuoText *text, guint32 offset)
{
  return offset > 0 && quo_text_get_char (text, offset - 1) == '\r'
         && quo_text_get_char (text, offset) == '\n';
}

/* @offset moved by @step, and on over the other half of a CR LF; FALSE if that leaves the text. */
static gboolean
move_border (const QuoText *text, guint32 offset, gint step, guint32 *ret_offset)
{
  gint64 moved = (gint64)offset + step;

  if (moved < 0 || moved > quo_text_get_length (text))
    return FALSE;
  if (step != 0 && splits_line_end (text, (guint32)moved))
    moved += step > 0 ? 1 : -1;
  *ret_offset = (guint32)moved;
  return TRUE;
}

/* The annotation on other ranges: what it says is now what the text says there. */
static QuoEdit *
change_ranges (QuoDocument *document, const QuoAnnotation *annotation, const QuoSpan *ranges,
               guint n_ranges, const char *title)
{
  QuoAnnotation fields = *annotation;
  QuoVerb verb;

  if (!annotation->is_orphan && n_ranges == annotation->n_ranges
      && memcmp (ranges, annotation->ranges, n_ranges * sizeof *ranges) == 0)
    return NULL;
  fields.ranges = ranges;
  fields.is_orphan = FALSE;
  fields.status = quo_verb_accept (annotation->status);
  fields.n_ranges = n_ranges;
  fields.is_kept = FALSE;
  fields.quotes = NULL;
  fields.pre = fields.suf = NULL;
  quo_verb_begin_change (&verb, document, title);
  quo_verb_change_annotation (&verb, annotation, &fields);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_resize (QuoDocument *document, const QuoAnnotation *annotation, gint start, gint end)
{
  g_autofree QuoSpan *ranges = NULL;
  const QuoText *text;
  QuoSpan *first, *last;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  if (annotation->is_orphan)
    return NULL;
  text = quo_document_get_text (document);
  ranges = g_memdup2 (annotation->ranges, annotation->n_ranges * sizeof *ranges);
  first = &ranges[0];
  last = &ranges[annotation->n_ranges - 1];
  if (!move_border (text, first->start, start, &first->start)
      || !move_border (text, last->end, end, &last->end) || quo_span_is_empty (*first)
      || quo_span_is_empty (*last))
    return NULL;
  return change_ranges (document, annotation, ranges, annotation->n_ranges, _ ("Change Borders"));
}

QuoEdit *
quo_verb_add_part (QuoDocument *document, const QuoAnnotation *annotation, QuoSpan span)
{
  g_autofree QuoSpan *ranges = NULL;
  guint n;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  if (annotation->is_orphan || quo_span_is_empty (span)
      || span.end > quo_text_get_length (quo_document_get_text (document)))
    return NULL;
  n = annotation->n_ranges;
  ranges = g_new (QuoSpan, n + 1);
  memcpy (ranges, annotation->ranges, n * sizeof *ranges);
  ranges[n] = span;
  n = quo_ranges_normalize (ranges, n + 1);
  return change_ranges (document, annotation, ranges, n, _ ("Add Part"));
}

QuoEdit *
quo_verb_move (QuoDocument *document, const QuoAnnotation *annotation, const QuoSpan *ranges,
               guint n_ranges)
{
  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL && n_ranges > 0, NULL);
  for (guint i = 0; i < n_ranges; i++)
    if (quo_span_is_empty (ranges[i])
        || ranges[i].end > quo_text_get_length (quo_document_get_text (document)))
      return NULL;
  return change_ranges (document, annotation, ranges, n_ranges, _ ("Choose the Place"));
}
