/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-self-check.h"

#if QUO_DEBUG_BUILD

#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <string.h>

/* Parts of the text that the index is asked about. */
#define N_WINDOWS 7

#define CHECK(condition)                                                                           \
  if (!(condition))                                                                                \
  g_error ("self check: %s", #condition)

static gboolean
is_in (const QuoAnnotation *annotation, QuoSpan window)
{
  for (guint i = 0; i < annotation->n_ranges && !annotation->is_orphan; i++)
    if (annotation->ranges[i].start < window.end && window.start < annotation->ranges[i].end)
      return TRUE;
  return FALSE;
}

static void
check_window (QuoDocument *document, QuoSpan window)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  g_autoptr (GPtrArray) found = quo_span_index_list (quo_document_get_index (document), window);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    if (is_in (g_ptr_array_index (all, i), window))
      {
        CHECK (g_ptr_array_find (found, g_ptr_array_index (all, i), NULL));
        n++;
      }
  CHECK (found->len == n);
}

static void
check_index (QuoDocument *document)
{
  guint32 length = quo_text_get_length (quo_document_get_text (document));

  check_window (document, QUO_SPAN (0, length));
  for (guint i = 0; i < N_WINDOWS && length > 1; i++)
    {
      guint32 start = g_random_int () % length;

      check_window (document, QUO_SPAN (start, start + 1 + g_random_int () % (length - start)));
    }
}

static void
check_records (QuoDocument *document)
{
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = quo_document_get_records (document, kind);

      CHECK (quo_document_count (document, kind) == records->len);
      for (guint i = 0; i < records->len; i++)
        {
          QuoRecord *record = g_ptr_array_index (records, i);

          CHECK (quo_document_find (document, record->id) == record);
          if (kind == QUO_RECORD_ANNOTATION)
            CHECK (quo_document_get_position (document, (const QuoAnnotation *)record) == i);
        }
    }
}

static void
check_sidecar (QuoDocument *document)
{
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (document), again = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_write (snapshot, NULL), second = NULL;
  g_autoptr (GError) error = NULL;

  again = quo_sidecar_read (bytes, "self-check", snapshot->article, NULL, &error);
  if (again == NULL)
    g_error ("self check: the sidecar cannot be read: %s", error->message);
  second = quo_sidecar_write (again, NULL);
  CHECK (g_bytes_equal (bytes, second));
}

static gboolean
is_counted (const QuoAnnotation *annotation, const char *type)
{
  return strcmp (annotation->type, type) == 0
         && (annotation->status == QUO_STATUS_NONE || annotation->status == QUO_STATUS_ACCEPTED);
}

static void
check_totals (QuoSession *session, QuoDocument *document)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const char *type = ((const QuoAnnotation *)g_ptr_array_index (all, i))->type;
      guint n = 0;

      for (guint k = 0; k < all->len; k++)
        n += is_counted (g_ptr_array_index (all, k), type);
      CHECK (quo_session_count (session, type) == n);
    }
}

static void
on_changed (QuoSession *session)
{
  QuoDocument *document = quo_session_get_document (session);

  if (document == NULL)
    return;
  check_index (document);
  check_records (document);
  check_sidecar (document);
  check_totals (session, document);
}

void
quo_self_check_attach (QuoSession *session)
{
  if (g_getenv ("QUO_SELF_CHECK") != NULL)
    g_signal_connect (session, "changed", G_CALLBACK (on_changed), NULL);
}

#else

void
quo_self_check_attach (QuoSession *session)
{
}

#endif
