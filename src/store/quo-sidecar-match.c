/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares what a sidecar says of its article with the article. */

#include "quo-config.h"

#include "quo-sidecar-match.h"

gboolean
quo_encoding_equal (const char *a, const char *b)
{
  return g_ascii_strcasecmp (a != NULL ? a : "UTF-8", b != NULL ? b : "UTF-8") == 0;
}

gboolean
quo_sidecar_is_of (const QuoHeader *header, const QuoArticle *article)
{
  g_return_val_if_fail (header != NULL && article != NULL, FALSE);

  return g_strcmp0 (header->sha256, article->sha256) == 0
         && quo_encoding_equal (header->encoding, article->encoding);
}
