/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-map-view.h"

G_BEGIN_DECLS

/* (transfer full): where a place lies, in words for the ear: "57.7 north, 12.0 east". */
char *quo_map_dup_words (QuoMapPoint point) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the same in signs for the eye: "57.71° N, 11.97° E". */
char *quo_map_dup_degrees (QuoMapPoint point) G_GNUC_WARN_UNUSED_RESULT;
/* Reads two numbers as sidecars have them; FALSE: one is missing, is no number, or is off the
 * globe. */
gboolean quo_map_point_parse (QuoMapPoint *ret_point, const char *lat, const char *lon);

G_END_DECLS
