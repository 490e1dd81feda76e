/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a sidecar was written for the article as it is now. */

#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/* Whether the offsets of a sidecar with this header count in the text of @article: the file has the
 * same SHA-256, was read in the same encoding, and gave the same text if it is not text itself. */
gboolean quo_sidecar_is_of (const QuoHeader *header, const QuoArticle *article);

/* Whether two encodings are the same; NULL is UTF-8. */
gboolean quo_encoding_equal (const char *a, const char *b);

G_END_DECLS
