/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotations of an article that changed: kept, moved, or orphans.  Never a guess: what cannot
 * be placed for certain keeps its old offsets and quote, and is told. */
#include "quo-config.h"

#include "quo-reanchor.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
stands_at (const QuoText *text, const QuoAnnotation *annotation, gint64 shift)
{
  guint32 length = quo_text_get_length (text);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      gint64 start = annotation->ranges[i].start + shift;
      gint64 end = annotation->ranges[i].end + shift;

      if (start < 0 || end > length
          || !quo_text_equals (text, QUO_SPAN ((guint32)start, (guint32)end),
                               annotation->quotes[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_suffix_at (const QuoText *text, const QuoAnnotation *annotation, gint64 shift)
{
  guint32 end = (guint32)(annotation->ranges[annotation->n_ranges - 1].end + shift);

  return annotation->suf == NULL || g_str_has_prefix (quo_text_at (text, end), annotation->suf);
}

/* The only place where context and quotes stand as the sidecar has them; FALSE if there is none, or
 * more than one. */
static gboolean
find_only_shift (const QuoText *text, const QuoAnnotation *annotation, gint64 *ret_shift)
{
  const char *pre = annotation->pre != NULL ? annotation->pre : "";
  g_autofree char *needle = g_strconcat (pre, annotation->quotes[0], NULL);
  gsize needle_len = strlen (needle), pre_len = strlen (pre);
  const char *start = quo_text_get_utf8 (text);
  const char *end = start + quo_text_get_bytes (text);
  const char *p = start;
  gboolean is_found = FALSE;

  while ((p = memmem (p, (gsize)(end - p), needle, needle_len)) != NULL)
    {
      guint32 place = quo_text_from_byte (text, (gsize)(p - start) + pre_len);
      gint64 shift = (gint64)place - annotation->ranges[0].start;

      if (stands_at (text, annotation, shift) && has_suffix_at (text, annotation, shift))
        {
          if (is_found)
            return FALSE;
          is_found = TRUE;
          *ret_shift = shift;
        }
      p++;
    }
  return is_found;
}

static QuoAnnotation *
move (const QuoAnnotation *annotation, gint64 shift)
{
  QuoAnnotation fields = *annotation;
  g_autofree QuoSpan *ranges = g_new (QuoSpan, annotation->n_ranges);

  for (guint i = 0; i < annotation->n_ranges; i++)
    ranges[i] = QUO_SPAN ((guint32)(annotation->ranges[i].start + shift),
                          (guint32)(annotation->ranges[i].end + shift));
  fields.ranges = ranges;
  fields.is_kept = FALSE;
  fields.is_orphan = FALSE;
  fields.quotes = NULL;
  fields.pre = fields.suf = NULL;
  return quo_annotation_new (&fields);
}

static QuoAnnotation *
make_orphan (const QuoAnnotation *annotation)
{
  QuoAnnotation fields = *annotation;

  fields.is_orphan = TRUE;
  return quo_annotation_new (&fields);
}

static QuoAnnotation *
place (const QuoText *text, const QuoAnnotation *annotation, QuoReport *report, guint *n_moved,
       guint *n_orphans)
{
  gint64 shift;

  if (!annotation->is_kept)
    return quo_record_ref ((gpointer)annotation);
  if (!annotation->is_orphan && stands_at (text, annotation, 0))
    return move (annotation, 0);
  if (find_only_shift (text, annotation, &shift))
    {
      ++*n_moved;
      return move (annotation, shift);
    }
  ++*n_orphans;
  quo_report_add (report, QUO_REPORT_FINDING, annotation->base.id,
                  _ ("“%s” (%s) is no longer found for certain in the article"),
                  annotation->quotes[0], annotation->type);
  return make_orphan (annotation);
}

QuoSnapshot *
quo_reanchor (QuoSnapshot *snapshot, QuoReport *report, guint *ret_n_moved, guint *ret_n_orphans)
{
  QuoSnapshot *result;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  result = quo_snapshot_new (snapshot->article, snapshot->header);
  *ret_n_moved = *ret_n_orphans = 0;
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        QuoRecord *record = g_ptr_array_index (snapshot->records[kind], i);

        if (kind == QUO_RECORD_ANNOTATION)
          quo_snapshot_take (result, place (snapshot->article->text, (const QuoAnnotation *)record,
                                            report, ret_n_moved, ret_n_orphans));
        else
          quo_snapshot_take (result, quo_record_ref (record));
      }
  quo_snapshot_sort (result);
  return result;
}
