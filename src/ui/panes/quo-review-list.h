/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoReviewRow:
 *
 * A place in the review, as a light object that is made when its row is looked at.
 */
#define QUO_TYPE_REVIEW_ROW (quo_review_row_get_type ())
G_DECLARE_FINAL_TYPE (QuoReviewRow, quo_review_row, QUO, REVIEW_ROW, GObject)

guint quo_review_row_get_position (QuoReviewRow *row);

/**
 * QuoReviewList:
 *
 * What is to be reviewed, as a GListModel of QuoReviewRow. It changes only when there is something
 * else to review, not with each decision.
 */
#define QUO_TYPE_REVIEW_LIST (quo_review_list_get_type ())
G_DECLARE_FINAL_TYPE (QuoReviewList, quo_review_list, QUO, REVIEW_LIST, GObject)

QuoReviewList *quo_review_list_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Looks how much there is to review now. */
void quo_review_list_update (QuoReviewList *list);

G_END_DECLS
