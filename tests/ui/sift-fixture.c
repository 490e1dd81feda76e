/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sift-fixture.h"

const QuoAnnotation *
find (QuoSession *session, const char *words)
{
  QuoDocument *document = quo_session_get_document (session);
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (quo_text_equals (quo_document_get_text (document), annotation->ranges[0], words))
        return annotation;
    }
  g_error ("“%s” is no annotation", words);
}

char
get_letter (QuoSession *session, const char *words, gboolean *ret_is_taken)
{
  return (char)quo_session_get_sift_letter (session, find (session, words), ret_is_taken);
}

void
type (QuoSession *session, const char *words)
{
  gboolean is_taken;
  char letter = get_letter (session, words, &is_taken);

  g_assert_cmpint (letter, !=, 0);
  quo_session_type_sift (session, (gunichar)letter);
}

void
assert_status (QuoSession *session, const char *words, QuoStatus status)
{
  g_assert_cmpint (find (session, words)->status, ==, status);
}
