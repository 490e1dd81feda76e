/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: `n_items` is what listeners were told last. */
#include "quo-config.h"

#include "quo-review-list.h"

#include <gio/gio.h>

struct _QuoReviewRow
{
  GObject parent_instance;
  guint position;
};

G_DEFINE_FINAL_TYPE (QuoReviewRow, quo_review_row, G_TYPE_OBJECT)

struct _QuoReviewList
{
  GObject parent_instance;
  QuoSession *session;
  QuoReview *review; /* borrowed, only compared: which one was told */
  guint n_items;
};

static void
quo_review_row_class_init (QuoReviewRowClass *klass)
{
}

static void
quo_review_row_init (QuoReviewRow *row)
{
}

guint
quo_review_row_get_position (QuoReviewRow *row)
{
  return row->position;
}

static GType
get_item_type (GListModel *model)
{
  return QUO_TYPE_REVIEW_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return QUO_REVIEW_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QuoReviewRow *row;

  if (position >= QUO_REVIEW_LIST (model)->n_items)
    return NULL;
  row = g_object_new (QUO_TYPE_REVIEW_ROW, NULL);
  row->position = position;
  return row;
}

static void
init_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QuoReviewList, quo_review_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_model))

static void
quo_review_list_finalize (GObject *object)
{
  g_clear_object (&QUO_REVIEW_LIST (object)->session);
  G_OBJECT_CLASS (quo_review_list_parent_class)->finalize (object);
}

static void
quo_review_list_class_init (QuoReviewListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_review_list_finalize;
}

static void
quo_review_list_init (QuoReviewList *list)
{
}

void
quo_review_list_update (QuoReviewList *list)
{
  QuoReview *review = quo_session_get_review (list->session);
  guint before = list->n_items;

  if (review == list->review && quo_review_get_length (review) == before)
    return;
  list->review = review;
  list->n_items = quo_review_get_length (review);
  g_list_model_items_changed (G_LIST_MODEL (list), 0, before, list->n_items);
}

QuoReviewList *
quo_review_list_new (QuoSession *session)
{
  QuoReviewList *list = g_object_new (QUO_TYPE_REVIEW_LIST, NULL);

  list->session = g_object_ref (session);
  quo_review_list_update (list);
  return list;
}
