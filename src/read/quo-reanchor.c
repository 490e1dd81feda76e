/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotations of an article that changed.
 *
 * Invariant: what is placed without asking was found by rules that leave one place only; every
 * other annotation keeps its old offsets and words. Items are in the order of the old text, so that
 * the neighbours of one tell where it should be. */
#include "quo-config.h"

#include "quo-reanchor.h"

#include "quo-anchor-edits.h"
#include "quo-anchor-fold.h"
#include "quo-anchor-search.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Code points of context that must agree, unless the words are that long; SIDECAR section 3. */
#define ENOUGH_CONTEXT 8
#define LONG_QUOTE 12
/* Words that are proof wherever they stand, if they stand once. */
#define PROOF_QUOTE 24
/* A second place whose context is proof counts unless it is so many times further away than edits
 * explain. */
#define FAR_RIVAL 5.0
/* Points by which the best place must be better than the second. */
#define MARGIN 10.0
/* Edits of ten words in a hundred leave what is G code points from a neighbour within this many of
 * where it should be, with room to spare: they add up like a random walk. */
#define SLACK(gap) (12 + (gint64)(4 * sqrt ((double)(gap))))
/* Edits allowed in words that are proposed, and where they are looked for. */
#define EDIT_SHARE 0.15
#define EDIT_WINDOW 2000
/* Searches for edited words in one article: each costs up to a millisecond. */
#define MAX_EDIT_SEARCHES 4000

typedef struct
{
  const QuoAnnotation *annotation;
  QuoAnchor anchor;
  gboolean is_stale; /* an orphan from before: its offsets are of a still older text */
  gboolean is_placed;
  QuoFate fate;
  gboolean is_reworded;
  QuoSpan *ranges;      /* where it is placed; owned */
  GPtrArray *proposals; /* or NULL */
} Item;

typedef struct
{
  QuoSnapshot *snapshot;
  QuoAnchorText *text;
  QuoFoldedText *folded;      /* made when it is needed */
  QuoAnchorText *folded_text; /* an index of it */
  Item *items;
  guint n_items;
  guint *next_placed; /* of each item: the first placed one after it, n_items if none */
  guint n_edit_searches;
} Placing;

void
quo_move_free (QuoMove *move)
{
  if (move == NULL)
    return;
  g_clear_pointer (&move->proposals, g_ptr_array_unref);
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

static void
place_at (Item *item, const QuoSpan *ranges, QuoFate fate)
{
  g_free (item->ranges);
  item->ranges = g_memdup2 (ranges, item->annotation->n_ranges * sizeof (QuoSpan));
  item->is_placed = TRUE;
  item->fate = fate;
}

static void
propose (Item *item, const QuoSpan *ranges)
{
  gsize size = item->annotation->n_ranges * sizeof (QuoSpan);

  if (item->proposals == NULL)
    item->proposals = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < item->proposals->len; i++)
    if (memcmp (g_ptr_array_index (item->proposals, i), ranges, size) == 0)
      return;
  if (item->proposals->len < QUO_MAX_PROPOSALS)
    g_ptr_array_add (item->proposals, g_memdup2 (ranges, size));
}

/* Only proposes where it was placed; what was not looked for stays. */
static void
unplace (Item *item)
{
  if (!item->annotation->is_kept)
    return;
  if (item->ranges != NULL)
    propose (item, item->ranges);
  g_clear_pointer (&item->ranges, g_free);
  item->is_placed = FALSE;
  item->is_reworded = FALSE;
  item->fate = QUO_FATE_AMBIGUOUS;
}

static void
place_shifted (Item *item, gint64 shift)
{
  guint n = item->annotation->n_ranges;
  g_autofree QuoSpan *ranges = g_new (QuoSpan, n);
  gboolean is_same = shift == 0 && !item->is_stale;

  for (guint i = 0; i < n; i++)
    ranges[i] = QUO_SPAN ((guint32)(item->annotation->ranges[i].start + shift),
                          (guint32)(item->annotation->ranges[i].end + shift));
  place_at (item, ranges, is_same ? QUO_FATE_SAME : QUO_FATE_MOVED);
}

static void
begin_item (Placing *placing, Item *item, const QuoAnnotation *annotation)
{
  gint64 shift;

  item->annotation = annotation;
  item->fate = QUO_FATE_LOST;
  item->is_stale = annotation->is_orphan;
  if (!annotation->is_kept)
    {
      /* The reader saw that words and context stand there as they did. */
      place_at (item, annotation->ranges, QUO_FATE_SAME);
      return;
    }
  item->anchor = (QuoAnchor){ annotation->ranges, annotation->quotes, annotation->n_ranges,
                              annotation->pre != NULL ? annotation->pre : "",
                              annotation->suf != NULL ? annotation->suf : "" };
  if (quo_anchor_find_whole (placing->text, &item->anchor, &shift))
    place_shifted (item, shift);
}

/* Two annotations of one kind that were apart and now fall on one place: one of them is mistaken.
 */
static void
part_collisions (Placing *placing)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < placing->n_items; i++)
    {
      Item *item = &placing->items[i], *other;
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
find_next_placed (Placing *placing)
{
  guint next = placing->n_items;

  for (guint i = placing->n_items; i > 0; i--)
    {
      placing->next_placed[i - 1] = next;
      if (placing->items[i - 1].is_placed && !placing->items[i - 1].is_stale)
        next = i - 1;
    }
}

/* --- Hints --- */

/* Where @item should be by what happened to @neighbour. */
static QuoAnchorHint
make_hint (const Item *item, const Item *neighbour)
{
  gint64 start = item->annotation->ranges[0].start;
  gint64 old = neighbour->annotation->ranges[0].start;

  return (QuoAnchorHint){ start + neighbour->ranges[0].start - old, SLACK (ABS (start - old)) };
}

/* @last: the last item before @i that is placed, or NULL. */
static guint
make_hints (const Placing *placing, guint i, const Item *last, QuoAnchorHint *hints)
{
  const Item *item = &placing->items[i];
  guint next = placing->next_placed[i], n = 0;

  if (item->is_stale)
    return 0;
  if (last != NULL)
    hints[n++] = make_hint (item, last);
  if (next < placing->n_items)
    hints[n++] = make_hint (item, &placing->items[next]);
  if (n == 2 && ABS (hints[0].start - hints[1].start) <= 1)
    {
      hints[0].slack = MIN (hints[0].slack, hints[1].slack);
      n = 1;
    }
  return n;
}

/* --- Deciding --- */

/* The likeliest place other than the best one that has context enough to be meant. */
static const QuoAnchorPlace *
find_rival (const GArray *places)
{
  for (guint i = 1; i < places->len; i++)
    if (g_array_index (places, QuoAnchorPlace, i).agreement >= QUO_ANCHOR_PROOF)
      return &g_array_index (places, QuoAnchorPlace, i);
  return NULL;
}

/* Whether the first of the places is the one beyond doubt. */
static gboolean
is_certain (const QuoAnchorText *text, const QuoAnchor *anchor, const GArray *places,
            gboolean has_more, const QuoAnchorHint *hints, guint n_hints)
{
  guint length = anchor->ranges[0].end - anchor->ranges[0].start;
  const QuoAnchorPlace *best, *second, *rival;

  if (places->len == 0)
    return FALSE;
  best = &g_array_index (places, QuoAnchorPlace, 0);
  second = places->len > 1 ? best + 1 : NULL;
  rival = find_rival (places);
  if (second != NULL && best->score - second->score < MARGIN)
    return FALSE;
  if (rival != NULL && (n_hints == 0 || rival->distance < FAR_RIVAL))
    return FALSE;
  if (best->agreement < QUO_ANCHOR_PROOF)
    for (guint i = 0; i < n_hints; i++)
      if (quo_anchor_is_edited (text, anchor, &hints[i]))
        return FALSE;
  if (n_hints > 0 && best->distance <= 1)
    return best->agreement >= ENOUGH_CONTEXT
           || (length >= LONG_QUOTE && second == NULL && !has_more);
  if (n_hints == 0 && best->ranges[0].start == anchor->ranges[0].start)
    return best->agreement >= ENOUGH_CONTEXT;
  if (second != NULL || has_more)
    return FALSE;
  return best->agreement >= (length >= PROOF_QUOTE ? ENOUGH_CONTEXT : QUO_ANCHOR_PROOF);
}

static void
propose_all (Item *item, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    propose (item, g_array_index (places, QuoAnchorPlace, i).ranges);
}

static gboolean
place_exactly (Placing *placing, Item *item, const QuoAnchorHint *hints, guint n_hints)
{
  g_autoptr (GArray) places = NULL;
  gboolean has_more = FALSE;

  places = quo_anchor_find (placing->text, &item->anchor, hints, n_hints, &has_more);
  if (is_certain (placing->text, &item->anchor, places, has_more, hints, n_hints))
    {
      const QuoSpan *ranges = g_array_index (places, QuoAnchorPlace, 0).ranges;
      gboolean is_same = !item->is_stale && quo_span_equal (ranges[0], item->annotation->ranges[0]);

      place_at (item, ranges, is_same ? QUO_FATE_SAME : QUO_FATE_MOVED);
      return TRUE;
    }
  propose_all (item, places);
  return FALSE;
}

/* --- Without differences of white space and marks --- */

typedef struct
{
  char **quotes;
  char *pre, *suf;
  QuoSpan *ranges;
} FoldedAnchor;

static QuoAnchor
fold_anchor (const QuoAnchor *anchor, FoldedAnchor *own)
{
  own->quotes = g_new0 (char *, anchor->n_ranges + 1);
  own->ranges = g_new (QuoSpan, anchor->n_ranges);
  own->pre = quo_fold (anchor->pre);
  own->suf = quo_fold (anchor->suf);
  for (guint i = 0; i < anchor->n_ranges; i++)
    {
      own->quotes[i] = quo_fold (anchor->quotes[i]);
      own->ranges[i] = anchor->ranges[i];
      own->ranges[i].end = own->ranges[i].start + (guint32)g_utf8_strlen (own->quotes[i], -1);
    }
  return (QuoAnchor){ own->ranges, (const char *const *)own->quotes, anchor->n_ranges, own->pre,
                      own->suf };
}

static void
free_folded_anchor (FoldedAnchor *own)
{
  g_strfreev (own->quotes);
  g_free (own->ranges);
  g_free (own->pre);
  g_free (own->suf);
}

static void
fold_text (Placing *placing)
{
  if (placing->folded != NULL)
    return;
  placing->folded = quo_folded_text_new (placing->snapshot->article->text);
  placing->folded_text = quo_anchor_text_new (placing->folded->text);
}

static void
unfold_place (const Placing *placing, QuoAnchorPlace *place, guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    place->ranges[i] = quo_folded_text_from (placing->folded, place->ranges[i]);
}

static gboolean
place_folded (Placing *placing, Item *item, const QuoAnchorHint *hints, guint n_hints)
{
  QuoAnchorHint folded_hints[2];
  FoldedAnchor own;
  QuoAnchor anchor = fold_anchor (&item->anchor, &own);
  g_autoptr (GArray) places = NULL;
  gboolean has_more = FALSE, is_done;

  fold_text (placing);
  for (guint i = 0; i < n_hints; i++)
    folded_hints[i]
        = (QuoAnchorHint){ quo_folded_text_to (placing->folded,
                                               (guint32)CLAMP (hints[i].start, 0, G_MAXUINT32)),
                           hints[i].slack };
  places = quo_anchor_find (placing->folded_text, &anchor, folded_hints, n_hints, &has_more);
  for (guint i = 0; i < places->len; i++)
    unfold_place (placing, &g_array_index (places, QuoAnchorPlace, i), anchor.n_ranges);
  is_done = is_certain (placing->folded_text, &anchor, places, has_more, folded_hints, n_hints);
  if (is_done)
    {
      place_at (item, g_array_index (places, QuoAnchorPlace, 0).ranges, QUO_FATE_MOVED);
      item->is_reworded = TRUE;
    }
  else
    propose_all (item, places);
  free_folded_anchor (&own);
  return is_done;
}

/* --- Words that were edited --- */

static gboolean
find_edited (const Placing *placing, const Item *item, gint64 shift, QuoSpan *ranges)
{
  const QuoText *text = placing->snapshot->article->text;
  gint64 length = quo_text_get_length (text), least = 0;

  for (guint i = 0; i < item->anchor.n_ranges; i++)
    {
      gint64 start = item->anchor.ranges[i].start + shift;
      gint64 end = item->anchor.ranges[i].end + shift;
      QuoSpan window = { (guint32)CLAMP (start - EDIT_WINDOW, least, length),
                         (guint32)CLAMP (end + EDIT_WINDOW, least, length) };

      if (!quo_anchor_find_alike (text, item->anchor.quotes[i], window,
                                  (guint32)CLAMP (start, 0, length), EDIT_SHARE, &ranges[i]))
        return FALSE;
      shift = (gint64)ranges[i].start - item->anchor.ranges[i].start;
      least = ranges[i].end;
    }
  return TRUE;
}

static void
propose_edited (Placing *placing, Item *item, const QuoAnchorHint *hints, guint n_hints)
{
  g_autofree QuoSpan *ranges = g_new (QuoSpan, item->anchor.n_ranges);
  const QuoAnchorHint here = { item->anchor.ranges[0].start, 0 };

  if (n_hints == 0)
    {
      hints = &here;
      n_hints = 1;
    }
  for (guint i = 0; i < n_hints && placing->n_edit_searches < MAX_EDIT_SEARCHES; i++)
    {
      placing->n_edit_searches++;
      if (find_edited (placing, item, hints[i].start - item->anchor.ranges[0].start, ranges))
        {
          propose (item, ranges);
          item->is_reworded = TRUE;
          return;
        }
    }
}

/* --- The whole --- */

static void
place_rest (Placing *placing, gboolean is_last_pass)
{
  const Item *last = NULL;

  find_next_placed (placing);
  for (guint i = 0; i < placing->n_items; i++)
    {
      Item *item = &placing->items[i];
      QuoAnchorHint hints[2];
      guint n_hints;

      if (!item->is_placed)
        {
          n_hints = make_hints (placing, i, last, hints);
          g_clear_pointer (&item->proposals, g_ptr_array_unref);
          if (!place_exactly (placing, item, hints, n_hints)
              && !place_folded (placing, item, hints, n_hints) && is_last_pass
              && item->proposals == NULL)
            propose_edited (placing, item, hints, n_hints);
          if (!item->is_placed && item->proposals != NULL)
            item->fate = QUO_FATE_AMBIGUOUS;
        }
      if (item->is_placed && !item->is_stale)
        last = item;
    }
}

static void
tell (const Item *item, QuoReport *report)
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
make_result (const Item *item)
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
make_move (Item *item)
{
  QuoMove *move = g_new0 (QuoMove, 1);

  move->id = g_strdup (item->annotation->base.id);
  move->fate = item->fate;
  move->is_reworded = item->is_reworded;
  move->n_ranges = item->annotation->n_ranges;
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
collect (Placing *placing, QuoReanchoring *result, QuoReport *report)
{
  for (guint i = 0; i < placing->n_items; i++)
    {
      Item *item = &placing->items[i];

      result->n[item->fate]++;
      tell (item, report);
      quo_snapshot_take (result->snapshot, make_result (item));
      if (item->fate != QUO_FATE_SAME)
        g_ptr_array_add (result->moves, make_move (item));
    }
}

static void
begin (Placing *placing, QuoSnapshot *snapshot)
{
  placing->snapshot = snapshot;
  placing->text = quo_anchor_text_new (snapshot->article->text);
}

static void
end (Placing *placing)
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
  Placing placing = { 0 };
  GPtrArray *annotations;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  annotations = snapshot->records[QUO_RECORD_ANNOTATION];
  begin (&placing, snapshot);
  placing.n_items = annotations->len;
  placing.items = g_new0 (Item, annotations->len + 1);
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

QuoMove *
quo_reanchor_propose (QuoSnapshot *snapshot, const QuoAnnotation *orphan)
{
  Placing placing = { 0 };
  Item item = { .annotation = orphan, .fate = QUO_FATE_LOST, .is_stale = TRUE };
  QuoMove *move;

  g_return_val_if_fail (snapshot != NULL && orphan->is_kept, NULL);
  begin (&placing, snapshot);
  item.anchor = (QuoAnchor){ orphan->ranges, orphan->quotes, orphan->n_ranges,
                             orphan->pre != NULL ? orphan->pre : "",
                             orphan->suf != NULL ? orphan->suf : "" };
  if (place_exactly (&placing, &item, NULL, 0) || place_folded (&placing, &item, NULL, 0))
    {
      propose (&item, item.ranges);
      item.is_placed = FALSE;
    }
  if (item.proposals == NULL)
    propose_edited (&placing, &item, NULL, 0);
  item.fate = item.proposals != NULL ? QUO_FATE_AMBIGUOUS : QUO_FATE_LOST;
  move = make_move (&item);
  g_free (item.ranges);
  end (&placing);
  return move;
}
