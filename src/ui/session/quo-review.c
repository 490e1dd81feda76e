/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what is to be looked at. Invariant: items are in the order conflicts, uncertain
 * places, moved ones; what they borrow lives as long as `kept`. */
#include "quo-config.h"

#include "quo-review.h"

#include "quo-record-merge.h"

#include <string.h>

struct _QuoReview
{
  GArray *items;   /* of QuoReviewItem */
  GHashTable *ids; /* set of ids, borrowed */
  GPtrArray *kept; /* of GPtrArray: whose moves and conflicts the items borrow */
  guint current;   /* G_MAXUINT: none */
  gint64 n_open;   /* -1: not counted yet */
};

QuoReview *
quo_review_new (void)
{
  QuoReview *review = g_new0 (QuoReview, 1);

  review->items = g_array_new (FALSE, FALSE, sizeof (QuoReviewItem));
  review->ids = g_hash_table_new (g_str_hash, g_str_equal);
  review->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  review->current = G_MAXUINT;
  review->n_open = -1;
  return review;
}

void
quo_review_free (QuoReview *review)
{
  if (review == NULL)
    return;
  g_array_unref (review->items);
  g_hash_table_unref (review->ids);
  g_ptr_array_unref (review->kept);
  g_free (review);
}

static void
add (QuoReview *review, guint position, const QuoReviewItem *item)
{
  g_array_insert_val (review->items, position, *item);
  g_hash_table_add (review->ids, (gpointer)item->id);
  if (review->current != G_MAXUINT && position <= review->current)
    review->current++;
}

static void
add_fates (QuoReview *review, GPtrArray *moves, gboolean is_moved)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const QuoMove *move = g_ptr_array_index (moves, i);
      const QuoReviewItem item = { .move = move, .id = move->id };

      if ((move->fate == QUO_FATE_MOVED) == is_moved)
        add (review, review->items->len, &item);
    }
}

void
quo_review_add_moves (QuoReview *review, GPtrArray *moves)
{
  if (moves == NULL)
    return;
  g_ptr_array_add (review->kept, g_ptr_array_ref (moves));
  add_fates (review, moves, FALSE);
  add_fates (review, moves, TRUE);
  quo_review_touch (review);
}

static const char *
get_id (const QuoConflict *conflict)
{
  const QuoRecord *record = conflict->ours;

  if (record == NULL)
    record = conflict->theirs != NULL ? conflict->theirs : conflict->base;
  return record != NULL ? record->id : "";
}

guint
quo_review_add_conflicts (QuoReview *review, GPtrArray *conflicts)
{
  guint n = 0;

  g_ptr_array_add (review->kept, g_ptr_array_ref (conflicts));
  for (guint i = 0; i < conflicts->len; i++)
    {
      const QuoConflict *conflict = g_ptr_array_index (conflicts, i);
      const QuoReviewItem item = { .conflict = conflict, .id = get_id (conflict) };

      if (!quo_conflict_is_of_header (conflict) || quo_about_find (conflict->member) != QUO_N_ABOUT)
        add (review, n++, &item);
    }
  quo_review_touch (review);
  return n;
}

guint
quo_review_get_length (const QuoReview *review)
{
  return review->items->len;
}

QuoReviewItem *
quo_review_get (const QuoReview *review, guint position)
{
  if (position >= review->items->len)
    return NULL;
  return &g_array_index (review->items, QuoReviewItem, position);
}

/* Whether the document says what the other side says. */
static gboolean
says_theirs (const QuoConflict *conflict, QuoDocument *document, QuoRecord *record)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (quo_conflict_is_of_header (conflict))
    return g_strcmp0 (quo_header_get_about (quo_document_get_header (document),
                                            quo_about_find (conflict->member)),
                      conflict->said[1])
           == 0;
  if (record == NULL || conflict->theirs == NULL || *conflict->member == '\0'
      || record->kind != conflict->theirs->kind)
    return (record == NULL) == (conflict->theirs == NULL);
  quo_record_list_differences (record, conflict->theirs, names);
  for (guint i = 0; i < names->len; i++)
    if (strcmp (g_ptr_array_index (names, i), conflict->member) == 0)
      return FALSE;
  return TRUE;
}

gboolean
quo_review_is_done (const QuoReview *review, guint position, QuoDocument *document)
{
  const QuoReviewItem *item = quo_review_get (review, position);
  QuoRecord *record = quo_document_find (document, item->id);

  if (item->conflict != NULL)
    return item->choice == QUO_REVIEW_ACCEPTED
           || (item->choice == QUO_REVIEW_TAKEN && says_theirs (item->conflict, document, record));
  if (record == NULL || item->choice == QUO_REVIEW_ACCEPTED)
    return TRUE;
  return item->move->fate != QUO_FATE_MOVED && !((const QuoAnnotation *)record)->is_orphan;
}

guint
quo_review_count_open (QuoReview *review, QuoDocument *document)
{
  if (review->n_open >= 0)
    return (guint)review->n_open;
  review->n_open = 0;
  for (guint i = 0; i < review->items->len; i++)
    review->n_open += !quo_review_is_done (review, i, document);
  return (guint)review->n_open;
}

gboolean
quo_review_has (const QuoReview *review, const char *id)
{
  return g_hash_table_contains (review->ids, id);
}

void
quo_review_touch (QuoReview *review)
{
  review->n_open = -1;
}

guint
quo_review_get_current (const QuoReview *review)
{
  return review->current;
}

void
quo_review_set_current (QuoReview *review, guint position)
{
  review->current = position < review->items->len ? position : G_MAXUINT;
}
