/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotations of an article that changed: kept, moved, or orphans.  Never a guess: what cannot
 * be placed for certain keeps its old offsets and quote, and is told. */
#include "quo-config.h"

#include "quo-reanchor.h"

#include "quo-substring-index.h"

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
find_only_shift (const QuoText *text, const QuoSubstringIndex *index,
                 const QuoAnnotation *annotation, gint64 *ret_shift)
{
  const char *pre = annotation->pre != NULL ? annotation->pre : "";
  g_autofree char *needle = g_strconcat (pre, annotation->quotes[0], NULL);
  gsize len = strlen (needle), place = QUO_NOWHERE;
  gboolean is_found = FALSE;

  while ((place = quo_substring_index_find (index, needle, len, place)) != QUO_NOWHERE)
    {
      guint32 start = quo_text_from_byte (text, place + strlen (pre));
      gint64 shift = (gint64)start - annotation->ranges[0].start;

      if (!stands_at (text, annotation, shift) || !has_suffix_at (text, annotation, shift))
        continue;
      if (is_found)
        return FALSE;
      is_found = TRUE;
      *ret_shift = shift;
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

typedef struct
{
  const QuoText *text;
  const QuoSubstringIndex *index;
  QuoReport *report;
  guint n_kept, n_moved, n_orphans;
} Placing;

static QuoAnnotation *
place (Placing *placing, const QuoAnnotation *annotation)
{
  gint64 shift;

  if (!annotation->is_kept)
    {
      placing->n_kept++;
      return quo_record_ref ((gpointer)annotation);
    }
  if (!annotation->is_orphan && stands_at (placing->text, annotation, 0))
    {
      placing->n_kept++;
      return move (annotation, 0);
    }
  if (find_only_shift (placing->text, placing->index, annotation, &shift))
    {
      placing->n_moved++;
      return move (annotation, shift);
    }
  placing->n_orphans++;
  quo_report_add (placing->report, QUO_REPORT_FINDING, annotation->base.id,
                  _ ("“%s” (%s) is no longer found for certain in the article"),
                  annotation->quotes[0], annotation->type);
  return make_orphan (annotation);
}

/* When nothing at all is found, the sidecar is most likely that of another article. */
static void
tell_if_nothing_fits (const Placing *placing, const QuoHeader *header)
{
  if (placing->n_orphans == 0 || placing->n_kept + placing->n_moved > 0)
    return;
  quo_report_add (placing->report, QUO_REPORT_FINDING, "document.sha256",
                  _ ("no annotation is found in the article: these are probably annotations of "
                     "another one (%s); put them beside theirs, or begin anew"),
                  header->file != NULL ? header->file : _ ("without a name"));
}

QuoSnapshot *
quo_reanchor (QuoSnapshot *snapshot, QuoReport *report, guint *ret_n_moved, guint *ret_n_orphans)
{
  GPtrArray *annotations;
  QuoSnapshot *result;
  g_autoptr (QuoSubstringIndex) index = NULL;
  Placing placing = { .report = report };

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  annotations = snapshot->records[QUO_RECORD_ANNOTATION];
  placing.text = snapshot->article->text;
  index = quo_substring_index_new (quo_text_get_utf8 (placing.text),
                                   quo_text_get_bytes (placing.text));
  placing.index = index;
  result = quo_snapshot_new (snapshot->article, snapshot->header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; kind != QUO_RECORD_ANNOTATION && i < snapshot->records[kind]->len; i++)
      quo_snapshot_take (result, quo_record_ref (g_ptr_array_index (snapshot->records[kind], i)));
  for (guint i = 0; i < annotations->len; i++)
    quo_snapshot_take (result, place (&placing, g_ptr_array_index (annotations, i)));
  quo_snapshot_sort (result);
  tell_if_nothing_fits (&placing, snapshot->header);
  *ret_n_moved = placing.n_moved;
  *ret_n_orphans = placing.n_orphans;
  return result;
}
