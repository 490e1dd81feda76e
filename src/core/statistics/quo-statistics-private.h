/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-statistics.h"

G_BEGIN_DECLS

/* The count of @form in @counts (element-type QuoFormCount), made if it is not there. */
QuoFormCount *quo_statistics_get_form (GPtrArray *counts, const char *form);
/* (transfer full): (element-type QuoFormCount). */
GPtrArray *quo_statistics_new_forms (void);
int quo_statistics_compare_forms (gconstpointer a, gconstpointer b);
/* Whose words they are. @words: id of a counted quote to how many, as pointers. */
void quo_statistics_count_voices (QuoStatistics *statistics, QuoSnapshot *snapshot,
                                  const QuoTagset *tagset, GHashTable *words);
GPtrArray *quo_statistics_new_voices (void);
/* The voices of @attr, made if they are not there. */
QuoVoices *quo_statistics_get_voices (GPtrArray *voices, const char *attr);
void quo_statistics_count_places (QuoStatistics *statistics, QuoSnapshot *snapshot);
GPtrArray *quo_statistics_new_places (void);
int quo_statistics_compare_places (gconstpointer a, gconstpointer b);

G_END_DECLS
