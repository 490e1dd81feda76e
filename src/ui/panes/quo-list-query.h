/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-list-filter.h"

G_BEGIN_DECLS

/**
 * QuoListQuery:
 *
 * A filter and all that it is asked of, as it was at one moment: it is answered in any thread while
 * the document goes on being changed.
 */
typedef struct QuoListQuery QuoListQuery;

/* Of the document that is open. */
QuoListQuery *quo_list_query_new (const QuoListFilter *filter,
                                  QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
void quo_list_query_free (QuoListQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoListQuery, quo_list_query_free)

/* (transfer full) (element-type QuoAnnotation) (nullable): what passes, in the order of the filter;
 * NULL when cancelled. Any thread, one at a time. */
GPtrArray *quo_list_query_run (QuoListQuery *query,
                               GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
