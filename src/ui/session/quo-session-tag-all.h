/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/* Gives a label to each of @places (element-type QuoSpan), where @words were found, that has none
 * of its kind in the layer yet; those within longer words only if all are. One edit. */
gboolean quo_session_tag_places (QuoSession *session, const char *label, const GArray *places,
                                 const char *words);

G_END_DECLS
