/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-json-tree.h"

G_BEGIN_DECLS

/* In JSON-LD a single value may stand for a list of one: the first of a list, or the value itself;
 * and the one after it. */
const QuoJsonNode *quo_web_get_first (const QuoJsonNode *node);
const QuoJsonNode *quo_web_get_next (const QuoJsonNode *list, const QuoJsonNode *node);
/* Whether a value, or one of a list of them, is @text. */
gboolean quo_web_has_value (const QuoJsonNode *list, const char *text);

/**
 * QuoWebPlace:
 * @has_position: whether @start and @end are told, in whatever units the file counts
 * @exact: (nullable): the words that stand there
 *
 * What the selectors of a target say. The strings belong to the tree.
 */
typedef struct
{
  gboolean has_position;
  guint32 start, end;
  const char *exact, *prefix, *suffix;
} QuoWebPlace;

QuoWebPlace quo_web_place_read (const QuoJsonNode *target);

G_END_DECLS
