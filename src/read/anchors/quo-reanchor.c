/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotations of an article that changed.
 *
 * Invariant: what is placed without asking was found by rules that leave one place only; every
 * other annotation keeps its old offsets and words. Items are in the order of the old text, so that
 * the neighbours of one tell where it should be. */
#include "quo-config.h"

#include "quo-reanchor.h"

#include "quo-reanchor-place.h"

#include <glib/gi18n.h>
#include <string.h>

void
quo_move_free (QuoMove *move)
{
  if (move == NULL)
    return;
  g_clear_pointer (&move->proposals, g_ptr_array_unref);
  g_free (move->old);
  g_free (move->id);
  g_free (move);
}

void
quo_reanchoring_free (QuoReanchoring *reanchoring)
{
  if (reanchoring == NULL)
    return;
  g_clear_pointer (&reanchoring->snapshot, quo_snapshot_unref);
  g_ptr_array_unref (reanchoring->moves);
  g_free (reanchoring);
}

/* --- Items --- */

/* Only proposes where it was placed; what was not looked for stays. */
static void
unplace (QuoAnchorItem *item)
{
  if (!item->annotation->is_kept)
    return;
  if (item->ranges != NULL)
    quo_anchor_item_propose (item, item->ranges);
  g_clear_pointer (&item->ranges, g_free);
  item->is_placed = FALSE;
  item->is_reworded = FALSE;
  item->fate = QUO_FATE_AMBIGUOUS;
}

static void
place_shifted (QuoAnchorItem *item, gint64 shift)
{
  guint n = item->annotation->n_ranges;
  g_autofree QuoSpan *ranges = g_new (QuoSpan, n);
  gboolean is_same = shift == 0 && !item->is_stale;

  for (guint i = 0; i < n; i++)
    ranges[i] = QUO_SPAN ((guint32)(item->annotation->ranges[i].start + shift),
                          (guint32)(item->annotation->ranges[i].end + shift));
  quo_anchor_item_place (item, ranges, is_same ? QUO_FATE_SAME : QUO_FATE_MOVED);
}

static QuoAnchor
make_anchor (const QuoAnnotation *annotation)
{
  return (QuoAnchor){ annotation->ranges, annotation->quotes, annotation->n_ranges,
                      annotation->pre != NULL ? annotation->pre : "",
                      annotation->suf != NULL ? annotation->suf : "" };
}

static void
begin_item (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnnotation *annotation)
{
  gint64 shift;

  item->annotation = annotation;
  item->fate = QUO_FATE_LOST;
  item->is_stale = annotation->is_orphan;
  if (!annotation->is_kept)
    {
      /* The reader saw that words and context stand there as they did. */
      quo_anchor_item_place (item, annotation->ranges, QUO_FATE_SAME);
      return;
    }
  item->anchor = make_anchor (annotation);
  if (quo_anchor_find_whole (placing->text, &item->anchor, &shift))
    place_shifted (item, shift);
}

/* Two annotations of one kind that were apart and now fall on one place: one of them is mistaken.
 */
static void
part_collisions (QuoPlacing *placing)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < placing->n_items; i++)
    {
      QuoAnchorItem *item = &placing->items[i], *other;
      g_autofree char *key = NULL;

      if (!item->is_placed)
        continue;
      key = g_strdup_printf ("%u %u %s %s", item->ranges[0].start, item->ranges[0].end,
                             item->annotation->type,
                             item->annotation->layer != NULL ? item->annotation->layer : "");
      other = g_hash_table_lookup (first, key);
      if (other == NULL)
        g_hash_table_insert (first, g_steal_pointer (&key), item);
      else if (!quo_span_equal (other->annotation->ranges[0], item->annotation->ranges[0]))
        {
          unplace (other);
          unplace (item);
        }
    }
}

static void
find_next_placed (QuoPlacing *placing)
{
  guint next = placing->n_items;

  for (guint i = placing->n_items; i > 0; i--)
    {
      placing->next_placed[i - 1] = next;
      if (placing->items[i - 1].is_placed && !placing->items[i - 1].is_stale)
        next = i - 1;
    }
}

/* --- The whole --- */

static void
place_rest (QuoPlacing *placing, gboolean is_last_pass)
{
  const QuoAnchorItem *last = NULL;

  find_next_placed (placing);
  for (guint i = 0; i < placing->n_items; i++)
    {
      QuoAnchorItem *item = &placing->items[i];
      QuoAnchorHint hints[2];
      guint n_hints;

      if (!item->is_placed)
        {
          n_hints = quo_placing_make_hints (placing, i, last, hints);
          quo_placing_place (placing, item, hints, n_hints, is_last_pass);
        }
      if (item->is_placed && !item->is_stale)
        last = item;
    }
}

static void
tell (const QuoAnchorItem *item, QuoReport *report)
{
  const QuoAnnotation *annotation = item->annotation;

  if (item->fate == QUO_FATE_LOST)
    quo_report_add (report, QUO_REPORT_FINDING, annotation->base.id,
                    _ ("“%s” (%s) is no longer found in the article"), annotation->quotes[0],
                    annotation->type);
  else if (item->fate == QUO_FATE_AMBIGUOUS)
    quo_report_add (report, QUO_REPORT_FINDING, annotation->base.id,
                    g_dngettext (GETTEXT_PACKAGE,
                                 "“%s” (%s) is no longer found for certain in the article: it may "
                                 "be in %u place",
                                 "“%s” (%s) is no longer found for certain in the article: it may "
                                 "be in %u places",
                                 item->proposals->len),
                    annotation->quotes[0], annotation->type, item->proposals->len);
}

static QuoAnnotation *
make_result (const QuoAnchorItem *item)
{
  QuoAnnotation fields = *item->annotation;

  if (item->is_placed && !item->annotation->is_kept)
    return quo_record_ref ((gpointer)item->annotation);
  if (item->is_placed)
    return quo_annotation_with_ranges (item->annotation, item->ranges);
  fields.is_orphan = TRUE;
  return quo_annotation_new (&fields);
}

static QuoMove *
make_move (QuoAnchorItem *item)
{
  QuoMove *move = g_new0 (QuoMove, 1);

  move->id = g_strdup (item->annotation->base.id);
  move->fate = item->fate;
  move->is_reworded = item->is_reworded;
  move->n_ranges = item->annotation->n_ranges;
  move->old = g_memdup2 (item->annotation->ranges, move->n_ranges * sizeof (QuoSpan));
  if (!item->is_placed)
    move->proposals = g_steal_pointer (&item->proposals);
  if (move->proposals == NULL)
    move->proposals = g_ptr_array_new_with_free_func (g_free);
  return move;
}

/* When nothing at all is found, the sidecar is most likely that of another article. */
static void
tell_if_nothing_fits (const QuoReanchoring *result, QuoReport *report)
{
  const QuoHeader *header = result->snapshot->header;

  if (result->n[QUO_FATE_LOST] == 0 || result->n[QUO_FATE_SAME] + result->n[QUO_FATE_MOVED] > 0)
    return;
  quo_report_add (report, QUO_REPORT_FINDING, "document.sha256",
                  _ ("no annotation is found in the article: these are probably annotations of "
                     "another one (%s); put them beside theirs, or begin anew"),
                  header->file != NULL ? header->file : _ ("without a name"));
}

static void
collect (QuoPlacing *placing, QuoReanchoring *result, QuoReport *report)
{
  for (guint i = 0; i < placing->n_items; i++)
    {
      QuoAnchorItem *item = &placing->items[i];

      result->n[item->fate]++;
      tell (item, report);
      quo_snapshot_take (result->snapshot, make_result (item));
      if (item->fate != QUO_FATE_SAME)
        g_ptr_array_add (result->moves, make_move (item));
    }
}

static void
begin (QuoPlacing *placing, QuoSnapshot *snapshot)
{
  placing->snapshot = snapshot;
  placing->text = quo_anchor_text_new (snapshot->article->text);
}

static void
end (QuoPlacing *placing)
{
  for (guint i = 0; i < placing->n_items; i++)
    {
      g_free (placing->items[i].ranges);
      g_clear_pointer (&placing->items[i].proposals, g_ptr_array_unref);
    }
  g_free (placing->items);
  g_free (placing->next_placed);
  quo_anchor_text_free (placing->text);
  quo_anchor_text_free (placing->folded_text);
  quo_folded_text_free (placing->folded);
}

static QuoSnapshot *
copy_other_records (QuoSnapshot *snapshot)
{
  QuoSnapshot *copy = quo_snapshot_new (snapshot->article, snapshot->header);

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; kind != QUO_RECORD_ANNOTATION && i < snapshot->records[kind]->len; i++)
      quo_snapshot_take (copy, quo_record_ref (g_ptr_array_index (snapshot->records[kind], i)));
  return copy;
}

QuoReanchoring *
quo_reanchor (QuoSnapshot *snapshot, QuoReport *report)
{
  QuoReanchoring *result;
  QuoPlacing placing = { 0 };
  GPtrArray *annotations;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  annotations = snapshot->records[QUO_RECORD_ANNOTATION];
  begin (&placing, snapshot);
  placing.n_items = annotations->len;
  placing.items = g_new0 (QuoAnchorItem, annotations->len + 1);
  placing.next_placed = g_new (guint, annotations->len + 1);
  for (guint i = 0; i < annotations->len; i++)
    begin_item (&placing, &placing.items[i], g_ptr_array_index (annotations, i));
  /* What the first pass places gives the second one nearer neighbours. */
  part_collisions (&placing);
  place_rest (&placing, FALSE);
  place_rest (&placing, TRUE);
  part_collisions (&placing);

  result = g_new0 (QuoReanchoring, 1);
  result->snapshot = copy_other_records (snapshot);
  result->moves = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_move_free);
  collect (&placing, result, report);
  quo_snapshot_sort (result->snapshot);
  tell_if_nothing_fits (result, report);
  end (&placing);
  return result;
}

static QuoMove *
propose_orphan (QuoPlacing *placing, const QuoAnnotation *orphan)
{
  QuoAnchorItem item = { .annotation = orphan, .fate = QUO_FATE_LOST, .is_stale = TRUE };
  QuoMove *move;

  item.anchor = make_anchor (orphan);
  if (quo_placing_place (placing, &item, NULL, 0, TRUE))
    {
      quo_anchor_item_propose (&item, item.ranges);
      item.is_placed = FALSE;
      item.fate = QUO_FATE_AMBIGUOUS;
    }
  move = make_move (&item);
  g_free (item.ranges);
  g_clear_pointer (&item.proposals, g_ptr_array_unref);
  return move;
}

GPtrArray *
quo_reanchor_orphans (QuoSnapshot *snapshot)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_move_free);
  QuoPlacing placing = { 0 };
  GPtrArray *annotations;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, moves);
  annotations = snapshot->records[QUO_RECORD_ANNOTATION];
  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (!annotation->is_orphan || !annotation->is_kept)
        continue;
      if (placing.text == NULL)
        begin (&placing, snapshot);
      g_ptr_array_add (moves, propose_orphan (&placing, annotation));
    }
  if (placing.text != NULL)
    end (&placing);
  return moves;
}
