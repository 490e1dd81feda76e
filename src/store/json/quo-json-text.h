/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): the value in one line. What json-glib 1.6 leaves out is done: it writes control
 * characters in strings as they are, which no strict reader takes. */
char *quo_json_text (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
