/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidecar, alone and over an article: what can be read can be written, and is the same when it is
 * read and written once more; what does not fit the article is found again or becomes an orphan. */
#include "fuzz.h"

#include "quo-reanchor.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#define TEXT "BERLIN — “We will build the line,” Transport Minister Jana Köhler told reporters.\n"

static void
check_round_trip (QuoSnapshot *snapshot, QuoArticle *article)
{
  g_autoptr (GBytes) first = quo_sidecar_write (snapshot, NULL), second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) again = quo_sidecar_read (first, "fuzz", article, NULL, &error);

  g_assert_no_error (error);
  second = quo_sidecar_write (again, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, len);
  g_autoptr (QuoText) text = quo_text_new (TEXT);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoSnapshot) alone = quo_sidecar_read (bytes, "fuzz", NULL, report, NULL);
  g_autoptr (QuoSnapshot) over = quo_sidecar_read (bytes, "fuzz", article, report, NULL);

  if (alone != NULL)
    check_round_trip (alone, NULL);
  if (over != NULL)
    {
      g_autoptr (QuoReanchoring) found = quo_reanchor (over, report);

      g_assert_cmpuint (quo_snapshot_count (found->snapshot, QUO_RECORD_ANNOTATION), ==,
                        quo_snapshot_count (over, QUO_RECORD_ANNOTATION));
    }
  return 0;
}
