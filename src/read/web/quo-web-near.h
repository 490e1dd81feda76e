/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/* Nodes before and after a headline among which plain words are looked at. */
#define QUO_WEB_NEAR_BEFORE 40
#define QUO_WEB_NEAR_AFTER 120

/* Whether one of the words (of small letters, NULL behind the last) is in the value of an
 * attribute. @value: (nullable). */
gboolean quo_web_value_holds (const char *value, const char *const *words);
/* How far a node is from the headline (or QUO_WEB_NO_NODE); what stands before that is less likely
 * to belong to it. */
guint32 quo_web_get_distance (guint32 index, guint32 headline);
/* Whether a node is within a comment or a teaser, which have authors and dates of their own; what
 * holds the headline is none. */
gboolean quo_web_is_of_others (const QuoWebPage *page, guint32 index, guint32 headline);

G_END_DECLS
