/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares what a sidecar says of its article with the article. */

#include "quo-config.h"

#include "quo-sidecar-match.h"

#include "quo-digest.h"

gboolean
quo_encoding_equal (const char *a, const char *b)
{
  return g_ascii_strcasecmp (a != NULL ? a : "UTF-8", b != NULL ? b : "UTF-8") == 0;
}

/* Of the same file another version of the program may take another text. */
static gboolean
is_same_text (const QuoHeader *header, const QuoArticle *article)
{
  g_autofree char *sha256 = NULL;

  if (header->textsha256 == NULL || article->textsha256 != NULL)
    return g_strcmp0 (header->textsha256, article->textsha256) == 0;
  sha256 = quo_sha256 (quo_text_get_utf8 (article->text), quo_text_get_bytes (article->text));
  return g_str_equal (header->textsha256, sha256);
}

gboolean
quo_sidecar_is_of (const QuoHeader *header, const QuoArticle *article)
{
  g_return_val_if_fail (header != NULL && article != NULL, FALSE);

  return g_strcmp0 (header->sha256, article->sha256) == 0
         && quo_encoding_equal (header->encoding, article->encoding)
         && is_same_text (header, article);
}
