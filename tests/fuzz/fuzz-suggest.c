/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed in an article in the language FUZZ_KIND, or in the one it is guessed to be in:
 * whatever the text is, each proposal lies in it and has a reason and a score, names only records
 * that are there, and all of them make a sidecar that can be read. What was proposed once is what
 * is proposed again, and what is accepted stays away. */
#include "fuzz.h"

#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"
#include "quo-suggestions.h"

#include <string.h>

static void
check_ranges (const QuoAnnotation *annotation, const QuoText *text)
{
  guint32 last = 0;

  g_assert_cmpuint (annotation->n_ranges, >=, 1);
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      const QuoSpan range = annotation->ranges[i];

      g_assert_cmpuint (range.start, >=, last);
      g_assert_cmpuint (range.start, <, range.end);
      g_assert_cmpuint (range.end, <=, quo_text_get_length (text));
      last = range.end;
    }
}

static void
check_annotations (const QuoSuggestions *suggestions, const QuoText *text)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) one = quo_suggestions_dup_annotation (suggestions, i, NULL);
      const double score = quo_suggestions_get_score (suggestions, one->base.id);

      check_ranges (one, text);
      g_assert_true (score >= 0 && score <= 1);
      g_assert_nonnull (quo_suggestions_get_reason (suggestions, one->base.id));
    }
}

/* Chances stand in the order of the text and apart from each other. */
static void
check_chances (const GArray *chances, const QuoText *text)
{
  guint32 last = 0;

  for (guint i = 0; i < chances->len; i++)
    {
      const QuoChance *chance = &g_array_index (chances, QuoChance, i);

      g_assert_cmpuint (chance->span.start, >=, last);
      g_assert_cmpuint (chance->span.start, <, chance->span.end);
      g_assert_cmpuint (chance->span.end, <=, quo_text_get_length (text));
      g_assert_true (chance->score >= 0 && chance->score <= 1);
      last = chance->span.end;
    }
}

static QuoSuggestions *
suggest (QuoSnapshot *snapshot, gboolean is_eager)
{
  const QuoSuggestOptions options = { .language = g_getenv (FUZZ_KIND), .is_eager = is_eager };
  g_autoptr (GError) error = NULL;
  QuoSuggestions *suggestions = quo_suggest (snapshot, &options, NULL, &error);

  g_assert_no_error (error);
  check_annotations (suggestions, snapshot->article->text);
  check_chances (suggestions->chances, snapshot->article->text);
  return suggestions;
}

/* The sidecar with what is proposed. */
static GBytes *
write_all (const QuoSuggestions *suggestions, QuoSnapshot *snapshot)
{
  g_autoptr (QuoSnapshot) all = quo_suggestions_add_to (suggestions, snapshot);

  return quo_sidecar_write (all, NULL);
}

static void
check_sidecar (GBytes *written, QuoArticle *article)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) again = quo_sidecar_read (written, "fuzz", article, report, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
  bytes = quo_sidecar_write (again, NULL);
  g_assert_true (g_bytes_equal (written, bytes));
}

/* Whether an annotation of the snapshot says what @one does. */
static gboolean
is_said (const QuoSnapshot *snapshot, const QuoAnnotation *one)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *other = quo_snapshot_get_annotation (snapshot, i);

      if (g_str_equal (one->type, other->type) && one->n_ranges == other->n_ranges
          && memcmp (one->ranges, other->ranges, one->n_ranges * sizeof one->ranges[0]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Accepts every other proposal: none of them is made again. */
static void
check_accepted (const QuoSuggestions *suggestions, QuoArticle *article)
{
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoSuggestions) again = NULL;

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base.id = "L1" }));
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i += 2)
    {
      g_autoptr (QuoAnnotation) one = quo_suggestions_dup_annotation (suggestions, i, "L1");
      QuoAnnotation accepted = *one;

      accepted.status = QUO_STATUS_NONE;
      accepted.entities = NULL;
      accepted.n_entities = 0;
      quo_snapshot_take (snapshot, quo_annotation_new (&accepted));
    }
  quo_snapshot_sort (snapshot);
  again = suggest (snapshot, FALSE);
  for (guint i = 0; i < quo_suggestions_count_annotations (again); i++)
    {
      g_autoptr (QuoAnnotation) one = quo_suggestions_dup_annotation (again, i, "L1");

      g_assert_false (is_said (snapshot, one));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  /* Articles come to the suggesters as UTF-8 without NUL. */
  g_autofree char *words
      = len > 0 ? g_utf8_make_valid ((const char *)data, (gssize)len) : g_strdup ("");
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (QuoSuggestions) first = suggest (snapshot, FALSE), second = suggest (snapshot, FALSE);
  g_autoptr (QuoSuggestions) eager = suggest (snapshot, TRUE);
  g_autoptr (GBytes) bytes = write_all (first, snapshot), same = write_all (second, snapshot);
  g_autoptr (GBytes) more = write_all (eager, snapshot);

  g_assert_true (g_bytes_equal (bytes, same));
  check_sidecar (bytes, article);
  check_sidecar (more, article);
  check_accepted (first, article);
  return 0;
}
