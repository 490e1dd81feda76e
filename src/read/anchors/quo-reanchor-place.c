/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one annotation stands now: what its neighbours tell, and which place is beyond doubt.
 *
 * Exact words come first, then words without differences of white space and marks; words that were
 * edited are only proposed. */
#include "quo-config.h"

#include "quo-reanchor-place.h"

#include "quo-anchor-edits.h"

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

void
quo_anchor_item_place (QuoAnchorItem *item, const QuoSpan *ranges, QuoFate fate)
{
  g_free (item->ranges);
  item->ranges = g_memdup2 (ranges, item->annotation->n_ranges * sizeof (QuoSpan));
  item->is_placed = TRUE;
  item->fate = fate;
}

void
quo_anchor_item_propose (QuoAnchorItem *item, const QuoSpan *ranges)
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

/* --- Hints --- */

/* Where @item should be by what happened to @neighbour. */
static QuoAnchorHint
make_hint (const QuoAnchorItem *item, const QuoAnchorItem *neighbour)
{
  gint64 start = item->annotation->ranges[0].start;
  gint64 old = neighbour->annotation->ranges[0].start;

  return (QuoAnchorHint){ start + neighbour->ranges[0].start - old, SLACK (ABS (start - old)) };
}

/* @last: the last item before @i that is placed, or NULL. */
guint
quo_placing_make_hints (const QuoPlacing *placing, guint i, const QuoAnchorItem *last,
                        QuoAnchorHint *hints)
{
  const QuoAnchorItem *item = &placing->items[i];
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
propose_all (QuoAnchorItem *item, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    quo_anchor_item_propose (item, g_array_index (places, QuoAnchorPlace, i).ranges);
}

static gboolean
place_exactly (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnchorHint *hints, guint n_hints)
{
  g_autoptr (GArray) places = NULL;
  gboolean has_more = FALSE;

  places = quo_anchor_find (placing->text, &item->anchor, hints, n_hints, &has_more);
  if (is_certain (placing->text, &item->anchor, places, has_more, hints, n_hints))
    {
      const QuoSpan *ranges = g_array_index (places, QuoAnchorPlace, 0).ranges;
      gboolean is_same = !item->is_stale && quo_span_equal (ranges[0], item->annotation->ranges[0]);

      quo_anchor_item_place (item, ranges, is_same ? QUO_FATE_SAME : QUO_FATE_MOVED);
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
fold_text (QuoPlacing *placing)
{
  if (placing->folded != NULL)
    return;
  placing->folded = quo_folded_text_new (placing->snapshot->article->text);
  placing->folded_text = quo_anchor_text_new (placing->folded->text);
}

static void
unfold_place (const QuoPlacing *placing, QuoAnchorPlace *place, guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    place->ranges[i] = quo_folded_text_from (placing->folded, place->ranges[i]);
}

static gboolean
place_folded (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnchorHint *hints, guint n_hints)
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
      quo_anchor_item_place (item, g_array_index (places, QuoAnchorPlace, 0).ranges,
                             QUO_FATE_MOVED);
      item->is_reworded = TRUE;
    }
  else
    propose_all (item, places);
  free_folded_anchor (&own);
  return is_done;
}

/* --- Words that were edited --- */

static gboolean
find_edited (const QuoPlacing *placing, const QuoAnchorItem *item, gint64 shift, QuoSpan *ranges)
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
propose_edited (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnchorHint *hints, guint n_hints)
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
          quo_anchor_item_propose (item, ranges);
          item->is_reworded = TRUE;
          return;
        }
    }
}

gboolean
quo_placing_place (QuoPlacing *placing, QuoAnchorItem *item, const QuoAnchorHint *hints,
                   guint n_hints, gboolean takes_edited)
{
  g_clear_pointer (&item->proposals, g_ptr_array_unref);
  if (place_exactly (placing, item, hints, n_hints) || place_folded (placing, item, hints, n_hints))
    return TRUE;
  if (takes_edited && item->proposals == NULL)
    propose_edited (placing, item, hints, n_hints);
  if (item->proposals != NULL)
    item->fate = QUO_FATE_AMBIGUOUS;
  return FALSE;
}
