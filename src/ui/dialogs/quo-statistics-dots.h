/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-map-paint.h"
#include "quo-statistics.h"

G_BEGIN_DECLS

/* (transfer full) (element-type QuoMapPlace): the places of which it is known where they lie, as
 * dots of a map with their names and how often they are mentioned; the @n_most most mentioned. */
GPtrArray *quo_statistics_list_dots (const QuoStatistics *statistics,
                                     guint n_most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
