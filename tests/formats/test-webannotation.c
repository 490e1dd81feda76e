/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The twin of a sidecar in Web Annotations: all of it comes back, byte for byte, and what other
 * programs did to the page in between is seen. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-import.h"
#include "quo-sidecar-writer.h"

#include <string.h>

#define N_DOCUMENTS 100

/* --- Documents that have everything --- */

static gboolean
draw (guint n)
{
  return g_test_rand_int_range (0, (gint32)n) == 0;
}

static gpointer
enrich_annotation (const QuoAnnotation *annotation)
{
  static const QuoFrom from = { .agent = "sugg", .rule = "said", .score = "0.830" };
  static const QuoValue values[] = { { "1e3", QUO_VALUE_NUMBER }, { "true", QUO_VALUE_FLAG } };
  static const QuoAttr attrs[] = { { "a b/ü", values, 2, TRUE }, { "x", values + 1, 1, FALSE } };
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);
  QuoAnnotation fields = *annotation;

  fields.status = (guint8)g_test_rand_int_range (0, 4);
  fields.n_attrs = (guint)g_test_rand_int_range (0, 3);
  fields.attrs = attrs;
  fields.conf = draw (3) ? "0.50" : NULL;
  fields.by = draw (3) ? "ben" : NULL;
  fields.from = draw (3) ? &from : NULL;
  fields.created = draw (2) ? 20260303091402 : 0;
  fields.modified = draw (4) ? 20260304091402 : 0;
  if (draw (3))
    fields.base.extra = "\"x-n\":12345678901234567890,\"x-f\":{\"a\" : [0.10, 1E3]}";
  if (draw (5))
    {
      for (guint i = 0; i < fields.n_ranges; i++) /* as many characters as the range has */
        g_ptr_array_add (quotes, g_strnfill (fields.ranges[i].end - fields.ranges[i].start, '"'));
      fields.is_orphan = fields.is_kept = TRUE;
      fields.quotes = (const char *const *)quotes->pdata;
      fields.pre = "before \\ ";
    }
  return quo_annotation_new (&fields);
}

static gpointer
enrich_relation (const QuoRelation *relation)
{
  QuoRelation fields = *relation;

  fields.status = draw (3) ? QUO_STATUS_REJECTED : QUO_STATUS_NONE;
  fields.note = draw (2) ? "two\nlines" : NULL;
  fields.created = draw (2) ? 20260303091402 : 0;
  fields.base.extra = draw (3) ? "\"x-é\":null" : NULL;
  return quo_relation_new (&fields);
}

static gpointer
enrich (gpointer record)
{
  switch (((QuoRecord *)record)->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return enrich_annotation (record);
    case QUO_RECORD_RELATION:
      return enrich_relation (record);
    default:
      return quo_record_ref (record);
    }
}

static QuoHeader *
make_header (void)
{
  QuoHeader *header = quo_header_new ();

  header->generator = g_strdup ("someone 1");
  header->title = g_strdup ("Títle “q”");
  header->extra = g_strdup ("\"x-newsdesk\": {\"story\":48213}");
  return header;
}

static QuoSnapshot *
make_document (void)
{
  g_autoptr (QuoSnapshot) plain = fixture_make_random ((guint)g_test_rand_int_range (20, 900),
                                                       (guint)g_test_rand_int_range (1, 40));
  g_autoptr (QuoHeader) header = make_header ();
  QuoSnapshot *snapshot = quo_snapshot_new (plain->article, header);

  quo_snapshot_take (snapshot, quo_agent_new (&(QuoAgent){
                                   .base = { .id = "ben" }, .type = "person", .name = "Ben O." }));
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < plain->records[kind]->len; i++)
      quo_snapshot_take (snapshot, enrich (g_ptr_array_index (plain->records[kind], i)));
  quo_snapshot_take (
      snapshot, quo_note_new (&(QuoNote){ .base = { .id = "N1" }, .layer = "L1", .text = "a\tb" }));
  quo_snapshot_sort (snapshot);
  return snapshot;
}

/* --- There and back --- */

static QuoSnapshot *
read_page (const char *page, QuoArticle *article, QuoReport *report)
{
  g_autoptr (QuoSource) source = quo_source_new_memory ("page.jsonld");
  g_autoptr (QuoImport) import
      = quo_import_new (quo_formats_find ("webannotation"), source, article, NULL, report);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;

  quo_source_put (source, NULL, bytes);
  if (!quo_import_run (import, NULL, &error))
    g_error ("%s", error->message);
  g_assert_cmpuint (import->texts->len, ==, 1);
  return quo_snapshot_ref (((QuoImported *)g_ptr_array_index (import->texts, 0))->snapshot);
}

static char *
dup_sidecar (QuoSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (snapshot, NULL);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  return g_strndup (data, len);
}

static void
check_lossless (const char *options)
{
  g_autoptr (QuoSnapshot) snapshot = make_document ();
  g_autoptr (QuoReport) losses = quo_report_new ();
  g_autoptr (QuoReport) told = quo_report_new ();
  g_autoptr (QuoTarget) target
      = fixture_write (quo_formats_find ("webannotation"), snapshot, options, losses);
  g_autofree char *page = fixture_dup_text (target, NULL);
  g_autoptr (QuoSnapshot) back = read_page (page, snapshot->article, told);
  g_autofree char *before = dup_sidecar (snapshot);
  g_autofree char *after = dup_sidecar (back);

  fixture_compare ("twin", after, before);
  g_assert_cmpuint (quo_report_get_length (losses), ==, 0);
}

static void
test_lossless (void)
{
  for (guint i = 0; i < N_DOCUMENTS && !g_test_failed (); i++)
    check_lossless (i % 2 == 0 ? "twin=yes" : "twin=yes,offsets=utf16");
}

/* --- Changed in between --- */

static QuoSnapshot *
make_small (void)
{
  g_autoptr (QuoText) text = quo_text_new ("🚋 “We go,” Ada said. “We go,” she said again.\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);
  const QuoSpan quote = { 2, 10 }, name = { 11, 14 };
  QuoAnnotation fields = { .base = { .id = "q1", .extra = "\"x-a\":1" },
                           .layer = "L1",
                           .type = "quote",
                           .ranges = &quote,
                           .n_ranges = 1,
                           .conf = "0.9" };

  quo_snapshot_take (snapshot, quo_layer_new (&(QuoLayer){ .base = { .id = "L1" } }));
  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  fields.base = (QuoRecord){ .id = "p1" };
  fields.type = "person";
  fields.ranges = &name;
  fields.note = "old";
  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  return snapshot;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_nonnull (parts[1]);
  return g_strconcat (parts[0], new, parts[1], NULL);
}

static void
test_changed (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_small ();
  g_autoptr (QuoReport) told = quo_report_new ();
  g_autoptr (QuoTarget) target
      = fixture_write (quo_formats_find ("webannotation"), snapshot, "twin=yes", NULL);
  g_autofree char *page = fixture_dup_text (target, NULL);
  g_autofree char *labelled = replace (page, "\"value\":\"quote\"", "\"value\":\"speech\"");
  g_autofree char *noted = replace (labelled, "\"value\":\"old\"", "\"value\":\"new\"");
  g_autofree char *moved = replace (noted, "\"start\":2,\"end\":10", "\"start\":21,\"end\":29");
  g_autoptr (QuoSnapshot) back = read_page (moved, snapshot->article, told);
  const QuoAnnotation *quote = (const QuoAnnotation *)quo_snapshot_find (back, "q1");
  const QuoAnnotation *name = (const QuoAnnotation *)quo_snapshot_find (back, "p1");

  g_assert_cmpstr (quote->type, ==, "speech");
  g_assert_cmpuint (quote->ranges[0].start, ==, 21);
  g_assert_false (quote->is_orphan);
  g_assert_cmpstr (quote->conf, ==, "0.9");
  g_assert_cmpstr (quote->base.extra, ==, "\"x-a\":1");
  g_assert_cmpstr (name->note, ==, "new");
  g_assert_cmpuint (quo_report_count_kind (told, QUO_REPORT_NOTE), ==, 1);
}

/* An item taken out is gone, one put in is read beside the others. */
static void
test_added (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_small ();
  g_autoptr (QuoTarget) target
      = fixture_write (quo_formats_find ("webannotation"), snapshot, "twin=yes", NULL);
  g_autofree char *page = fixture_dup_text (target, NULL);
  char *second = strstr (page, ",\n{\"id\":\"urn:quo:p1\"");
  const char *rest = strstr (page, "\n],\n\"urn:quo:sidecar\"");
  g_autofree char *changed = NULL;
  g_autoptr (QuoSnapshot) back = NULL;

  g_assert_true (second != NULL && rest != NULL);
  *second = '\0';
  changed = g_strconcat (
      page,
      ",{\"id\":\"https://x.example/1\",\"type\":\"Annotation\",\"motivation\":\"tagging\","
      "\"body\":{\"type\":\"TextualBody\",\"value\":\"cue\"},\"target\":{\"source\":\"urn:x\","
      "\"selector\":{\"type\":\"TextPositionSelector\",\"start\":15,\"end\":19}}}",
      rest, NULL);
  back = read_page (changed, snapshot->article, NULL);
  g_assert_cmpuint (quo_snapshot_count (back, QUO_RECORD_ANNOTATION), ==, 2);
  g_assert_nonnull (quo_snapshot_find (back, "q1"));
  g_assert_null (quo_snapshot_find (back, "p1"));
  g_assert_cmpstr (quo_snapshot_get_annotation (back, 1)->type, ==, "cue");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webannotation/twin/lossless", test_lossless);
  g_test_add_func ("/webannotation/twin/changed", test_changed);
  g_test_add_func ("/webannotation/twin/added", test_added);
  return g_test_run ();
}
