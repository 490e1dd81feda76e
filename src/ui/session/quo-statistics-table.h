/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-statistics.h"

G_BEGIN_DECLS

/* The share of @n in @of, in per cent, rounded; 0 when there is nothing. At most 100. */
guint quo_statistics_get_share (guint n, guint of);

/* (transfer full): how much that is, for people: "45 words · 3 quotes · 38 % of what is quoted". */
char *quo_statistics_dup_facts (const QuoStatistics *statistics, guint n_quotes,
                                guint n_words) G_GNUC_WARN_UNUSED_RESULT;

/* A part of a whole, with its words for people. */
typedef struct
{
  char *name;         /* "Officials", "Direct" */
  guint share;        /* in per cent */
  double fraction;    /* 0 to 1 */
  gboolean is_untold; /* what is left: nobody is the source, or it is not told */
} QuoShare;

/* (transfer full) (element-type QuoShare): how what is quoted is quoted, the most words first. */
GPtrArray *quo_statistics_list_forms (const QuoStatistics *statistics) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (element-type QuoShare): whose words they are, what is not told last. @tagset:
 * has the names of labels. */
GPtrArray *quo_statistics_list_voices (const QuoStatistics *statistics, const QuoVoices *voices,
                                       const QuoTagset *tagset) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): "Person 54 %, Organization 21 %". */
char *quo_statistics_dup_shares (const GPtrArray *shares) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the heading over voices. */
char *quo_voices_dup_heading (const QuoVoices *voices) G_GNUC_WARN_UNUSED_RESULT;
/* Words in a quote, rounded; 0 without one. */
guint quo_statistics_get_mean_length (const QuoStatistics *statistics);
/* (transfer full): "52 mentions of 18 places". */
char *quo_statistics_dup_places (const QuoStatistics *statistics) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): all of it as sentences, a line each, under @title: of the article or folder. */
char *quo_statistics_dup_text (const QuoStatistics *statistics, const QuoTagset *tagset,
                               const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the speakers as a table (quo-csv.h) with a head: speaker, title, quotes, words,
 * and the shares of words as fractions, "0.3814", of what is quoted and of the text. Column names
 * and numbers are the same in every language. */
char *quo_statistics_dup_csv (const QuoStatistics *statistics) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the places as such a table: place, mentions, latitude, longitude. */
char *quo_statistics_dup_places_csv (const QuoStatistics *statistics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
