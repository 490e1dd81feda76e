/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "keys-count.h"

/* What counting with suggestions knows of them, in keys-right.c. */

typedef struct
{
  QuoSession *session;
  GArray *all; /* of Gold */
  Keys *keys;
  const char *what; /* was done, for keys_tell() */
} Judge;

/* Waits until what is suggested has been made anew. */
void keys_settle (Judge *judge);
QuoDocument *keys_get_document (const Judge *judge);
/* Whether A, X and N stop at it; the one that is shown, or NULL. */
gboolean keys_is_stop (const QuoAnnotation *annotation);
const QuoAnnotation *keys_get_current (const Judge *judge);

/* What it should be, by its place; NULL: nothing. */
Gold *keys_find_gold (const Judge *judge, const QuoAnnotation *annotation);
gboolean keys_is_right (const Judge *judge, const QuoAnnotation *annotation);
/* Whether this very place is a name of this label that nobody has marked yet. */
gboolean keys_is_gold (const Judge *judge, QuoSpan span, const char *label);
/* Whether it is right, or near enough to be mended. */
gboolean keys_is_of_use (const Judge *judge, const QuoAnnotation *annotation);

/* Whether one of those that are left is of use. A person sees them on the page with their marks;
 * where all are wrong they stay as they are, for nothing that is suggested counts. */
gboolean keys_has_use (const Judge *judge);
/* The last name before @offset that nobody has marked and nothing suggests; NULL: there is none. */
const Gold *keys_find_missed (const Judge *judge, guint32 offset);
/* How often B leads from what is selected to borders of the gold; 0: it does not. */
guint keys_count_borders (Judge *judge);
/* Steps of one border of what is selected, or B if it @has_others, until it is right; 0: that is no
 * way, and nothing is changed. In keys-judging.c, as the next one. */
guint keys_mend_border (Judge *judge, gboolean has_others);
/* The quotes that are accepted now count. */
void keys_count_quotes (Judge *judge);

/* What a key accepts at @current: all, the rest of the paragraph as far as it is sure, all of that
 * rest, the same name. */
typedef gboolean (*KeysReach) (const Judge *judge, const QuoAnnotation *annotation,
                               const QuoAnnotation *current);
gboolean keys_is_any (const Judge *judge, const QuoAnnotation *annotation,
                      const QuoAnnotation *current);
gboolean keys_is_in_rest (const Judge *judge, const QuoAnnotation *annotation,
                          const QuoAnnotation *current);
gboolean keys_is_in_whole_rest (const Judge *judge, const QuoAnnotation *annotation,
                                const QuoAnnotation *current);
gboolean keys_is_same_name (const Judge *judge, const QuoAnnotation *annotation,
                            const QuoAnnotation *current);
/* How many that would be if all are right; 0: one of them is wrong. */
guint keys_count_right (const Judge *judge, KeysReach is_meant, const QuoAnnotation *current);
