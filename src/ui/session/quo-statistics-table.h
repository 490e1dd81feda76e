/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-statistics.h"

G_BEGIN_DECLS

/* The share of @n in @of, in per cent, rounded; 0 when there is nothing. At most 100. */
guint quo_statistics_get_share (guint n, guint of);

/* (transfer full): how much that is, for people: "45 words · 3 quotes · 38 % of what is quoted". */
char *quo_statistics_dup_facts (const QuoStatistics *statistics, guint n_quotes,
                                guint n_words) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): all of it as sentences, a line each, under the title of the article. */
char *quo_statistics_dup_text (const QuoStatistics *statistics,
                               const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the speakers as a table (quo-csv.h) with a head: speaker, quotes, words, and the
 * shares of words as fractions, "0.3814", of what is quoted and of the article. Column names and
 * numbers are the same in every language. */
char *quo_statistics_dup_csv (const QuoStatistics *statistics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
