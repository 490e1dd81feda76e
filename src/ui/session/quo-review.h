/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"
#include "quo-merge.h"
#include "quo-reanchor.h"

G_BEGIN_DECLS

/**
 * QuoReviewItem:
 *
 * One thing a person has to look at: either where an annotation went when the article changed
 * (@move), or what two versions of a record say that were merged (@conflict).
 */
typedef enum
{
  QUO_REVIEW_OPEN,
  QUO_REVIEW_ACCEPTED, /* a place that was found; or what is there was kept */
  QUO_REVIEW_TAKEN,    /* the other side of a conflict */
} QuoReviewChoice;

typedef struct
{
  const QuoMove *move; /* borrowed from the review, or NULL */
  const QuoConflict *conflict;
  const char *id; /* of the record; "": it is of the article as a whole */
  guint shown;    /* which of the proposals of @move is shown */
  QuoReviewChoice choice;
} QuoReviewItem;

/**
 * QuoReview:
 *
 * The list of what is to be looked at in one document: conflicts, then annotations whose place is
 * not known for certain, then those that moved, each in the order of the text. Whether an item is
 * done is read from the document, so that undo opens it again; a moved one is done when it was
 * accepted.
 */
typedef struct _QuoReview QuoReview;

QuoReview *quo_review_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_review_free (QuoReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoReview, quo_review_free)

/* (element-type QuoMove) (nullable): those that quo_reanchor() or quo_reanchor_orphans() gave. */
void quo_review_add_moves (QuoReview *review, GPtrArray *moves);
/* (element-type QuoConflict): those of a merge; they come first. Of the header only what is known
 * of the article is a person's to choose. Returns: how many were added. */
guint quo_review_add_conflicts (QuoReview *review, GPtrArray *conflicts);

guint quo_review_get_length (const QuoReview *review);
/* Borrowed until something is added; NULL past the end. */
QuoReviewItem *quo_review_get (const QuoReview *review, guint position);
gboolean quo_review_is_done (const QuoReview *review, guint position, QuoDocument *document);
/* How many are not done. Linear the first time after quo_review_touch(). */
guint quo_review_count_open (QuoReview *review, QuoDocument *document);
/* Whether a record with this id is in it. */
gboolean quo_review_has (const QuoReview *review, const char *id);
/* Something in the document, or a choice, changed. */
void quo_review_touch (QuoReview *review);

/* The item that is looked at, %G_MAXUINT: none. */
guint quo_review_get_current (const QuoReview *review);
void quo_review_set_current (QuoReview *review, guint position);

G_END_DECLS
