/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The twin of a sidecar in a page of Web Annotations. Its bytes are put together again from the
 * slices that stand in the file, so that whatever a sidecar holds comes back as it was: the rest
 * with its lists, into which the records of the items go. */

#include "quo-config.h"

#include "quo-webannotation-twin.h"

#include "quo-sidecar-match.h"
#include "quo-sidecar-writer.h"
#include "quo-web-place.h"

#include <glib/gi18n.h>
#include <string.h>

#define RECORD "urn:quo:record"
#define REST "urn:quo:sidecar"
#define ORDER "urn:quo:relations"
#define UNIT "urn:quo:unit"
#define LITERAL_BEGIN "\":{\"@type\":\"@json\",\"@value\":"

/* --- Writing --- */

void
quo_webannotation_twin_write_record (QuoJsonWriter *json, const QuoRecord *record, QuoRowText *text)
{
  quo_json_writer_literal (json, ",\"" RECORD LITERAL_BEGIN);
  quo_row_record (json, record, text);
  quo_json_writer_literal (json, "}");
}

/* The relations that are items and those that are not would be mixed up without it. */
static void
write_order (QuoJsonWriter *json, QuoSnapshot *snapshot)
{
  quo_json_writer_literal (json, ",\n\"" ORDER "\":[");
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_RELATION); i++)
    {
      const char *id = quo_snapshot_get_relation (snapshot, i)->base.id;

      if (i > 0)
        quo_json_writer_literal (json, ",");
      quo_json_writer_string (json, id, strlen (id));
    }
  quo_json_writer_literal (json, "]");
}

void
quo_webannotation_twin_write_rest (QuoJsonWriter *json, QuoSnapshot *snapshot, GHashTable *written,
                                   gboolean is_utf16)
{
  g_autoptr (QuoSnapshot) rest = quo_snapshot_new (snapshot->article, snapshot->header);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize len;

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        gpointer record = g_ptr_array_index (snapshot->records[kind], i);

        if (!g_hash_table_contains (written, record))
          quo_snapshot_take (rest, quo_record_ref (record));
      }
  if (quo_snapshot_count (rest, QUO_RECORD_RELATION) > 0)
    write_order (json, snapshot);
  if (is_utf16)
    quo_json_writer_literal (json, ",\n\"" UNIT "\":\"utf16\"");
  bytes = quo_sidecar_write (rest, NULL);
  data = g_bytes_get_data (bytes, &len);
  quo_json_writer_literal (json, ",\n\"" REST LITERAL_BEGIN);
  quo_json_writer_raw (json, data, len - strlen ("\n"));
  quo_json_writer_literal (json, "}");
}

/* --- Reading --- */

static const QuoJsonNode *
get_literal (const QuoJsonNode *node, const char *name)
{
  return quo_json_node_get_kind (quo_json_node_get (node, name), "@value", QUO_JSON_OBJECT);
}

gboolean
quo_webannotation_twin_has_record (const QuoJsonNode *item)
{
  return get_literal (item, RECORD) != NULL;
}

gboolean
quo_webannotation_twin_is (const QuoJsonNode *page)
{
  return get_literal (page, REST) != NULL;
}

typedef struct
{
  GPtrArray *lists[2];   /* of annotations and relations: owned strings, a record each */
  GHashTable *relations; /* id to its record */
  GHashTable *items;     /* id of an annotation to its item */
} Twin;

/* The records of the rest, which have no items. */
static void
add_rest (Twin *twin, guint list, const QuoJsonNode *records)
{
  for (const QuoJsonNode *node = records != NULL ? records->first : NULL; node != NULL;
       node = node->next)
    {
      char *record = g_strndup (node->raw, node->raw_len);

      g_ptr_array_add (twin->lists[list], record);
      if (list == 1 && quo_json_node_get_string (node, "id") != NULL)
        g_hash_table_insert (twin->relations, (gpointer)quo_json_node_get_string (node, "id"),
                             record);
    }
}

static void
add_items (Twin *twin, const QuoJsonNode *items)
{
  for (const QuoJsonNode *item = quo_web_get_first (items); item != NULL;
       item = quo_web_get_next (items, item))
    {
      const QuoJsonNode *record = get_literal (item, RECORD);
      gboolean is_relation = quo_json_node_get (record, "roles") != NULL;
      const char *id = quo_json_node_get_string (record, "id");
      char *bytes;

      if (record == NULL || id == NULL)
        continue;
      bytes = g_strndup (record->raw, record->raw_len);
      g_ptr_array_add (twin->lists[is_relation], bytes);
      g_hash_table_insert (is_relation ? twin->relations : twin->items, (gpointer)id,
                           is_relation ? bytes : (gpointer)item);
    }
}

/* The relations in the order that is told; those it does not name come after them. */
static void
sort_relations (Twin *twin, const QuoJsonNode *order)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *found = twin->lists[1];
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (const QuoJsonNode *node = order->first; node != NULL; node = node->next)
    {
      char *record = node->text != NULL ? g_hash_table_lookup (twin->relations, node->text) : NULL;

      if (record != NULL && g_hash_table_add (taken, record))
        g_ptr_array_add (sorted, g_strdup (record));
    }
  for (guint i = 0; i < found->len; i++)
    if (!g_hash_table_contains (taken, g_ptr_array_index (found, i)))
      g_ptr_array_add (sorted, g_strdup (g_ptr_array_index (found, i)));
  g_ptr_array_unref (found);
  twin->lists[1] = sorted;
}

static void
append_list (GString *out, const GPtrArray *list)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (out, "%s\n%s", i > 0 ? "," : "", (char *)g_ptr_array_index (list, i));
  g_string_append (out, list->len > 0 ? "\n]" : "]");
}

/* The rest with the lists put in, wherever they stand in it: all else stands as it stood. */
static GBytes *
put_together (const Twin *twin, const QuoJsonNode *rest)
{
  GString *out = g_string_new (NULL);
  const char *from = rest->raw;
  gboolean has_relations = quo_json_node_get (rest, "relations") != NULL;

  for (const QuoJsonNode *member = rest->first; member != NULL; member = member->next)
    {
      gboolean is_annotations = g_str_equal (member->name, "annotations");

      if (!is_annotations && !g_str_equal (member->name, "relations"))
        continue;
      g_string_append_len (out, from, member->raw - from);
      append_list (out, twin->lists[is_annotations ? 0 : 1]);
      from = member->raw + member->raw_len;
      if (is_annotations && !has_relations && twin->lists[1]->len > 0)
        {
          g_string_append (out, ",\n\"relations\": ");
          append_list (out, twin->lists[1]);
        }
    }
  g_string_append_len (out, from, rest->raw + rest->raw_len - from);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

/* --- What other programs changed --- */

typedef struct
{
  QuoText *text;
  QuoOffsets *offsets;
  QuoReading reading;
  GArray *spans; /* of the item at hand */
} Look;

/* The range of a place that is in the text, with its words. */
static gboolean
find_span (const Look *look, const QuoWebPlace *place, QuoSpan *ret_span)
{
  g_autofree char *words = NULL;

  if (!place->has_position
      || !quo_offsets_convert (look->offsets, &look->reading, place->start, place->end, ret_span)
      || quo_span_is_empty (*ret_span))
    return FALSE;
  words = quo_text_dup (look->text, *ret_span);
  return place->exact == NULL || g_str_equal (words, place->exact);
}

/* The ranges an item marks; FALSE: they cannot be told for certain. */
static gboolean
find_spans (Look *look, const QuoJsonNode *item)
{
  const QuoJsonNode *targets = quo_json_node_get (item, "target");
  QuoSpan span;

  g_array_set_size (look->spans, 0);
  for (const QuoJsonNode *node = quo_web_get_first (targets); node != NULL;
       node = quo_web_get_next (targets, node))
    {
      QuoWebPlace place = quo_web_place_read (node);

      if (!find_span (look, &place, &span))
        return FALSE;
      g_array_append_val (look->spans, span);
    }
  look->spans->len = quo_ranges_normalize ((QuoSpan *)look->spans->data, look->spans->len);
  return look->spans->len > 0;
}

static const char *
find_body (const QuoJsonNode *item, const char *purpose)
{
  const QuoJsonNode *bodies = quo_json_node_get (item, "body");

  for (const QuoJsonNode *node = quo_web_get_first (bodies); node != NULL;
       node = quo_web_get_next (bodies, node))
    if (quo_web_has_value (quo_json_node_get (node, "purpose"), purpose))
      return quo_json_node_get_string (node, "value");
  return NULL;
}

/* (transfer full): the annotation as its item says it now, or itself. */
static gpointer
dup_changed (Look *look, QuoAnnotation *annotation, const QuoJsonNode *item)
{
  QuoAnnotation fields = *annotation;
  const char *tag = find_body (item, "tagging"), *note = find_body (item, "commenting");

  if (tag != NULL && *tag != '\0')
    fields.type = tag;
  if (note != NULL || annotation->note == NULL || *annotation->note != '\0')
    fields.note = note;
  if (!annotation->is_orphan && look->offsets != NULL && find_spans (look, item)
      && (look->spans->len != annotation->n_ranges
          || memcmp (look->spans->data, annotation->ranges, look->spans->len * sizeof (QuoSpan))
                 != 0))
    {
      fields.ranges = (const QuoSpan *)look->spans->data;
      fields.n_ranges = look->spans->len;
      fields.is_kept = FALSE;
      fields.quotes = NULL;
      fields.pre = fields.suf = NULL;
    }
  return quo_annotation_new (&fields);
}

/* (transfer full): the snapshot with what was changed. When the article is another version than the
 * page was made for, its positions say nothing. */
static QuoSnapshot *
take_changes (const Twin *twin, QuoImport *import, QuoSnapshot *snapshot, gboolean is_utf16)
{
  gboolean is_same = quo_sidecar_is_of (snapshot->header, import->article);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  Look look = { .text = import->article->text, .spans = spans };
  QuoSnapshot *changed = quo_snapshot_new (snapshot->article, snapshot->header);
  guint n = 0;

  look.reading.unit = is_utf16 ? QUO_UNIT_UTF16 : QUO_UNIT_CODE_POINT;
  if (is_same)
    look.offsets = quo_offsets_new (look.text, NULL);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        QuoRecord *record = g_ptr_array_index (snapshot->records[kind], i);
        const QuoJsonNode *item
            = kind == QUO_RECORD_ANNOTATION ? g_hash_table_lookup (twin->items, record->id) : NULL;
        gpointer now = item != NULL ? dup_changed (&look, (QuoAnnotation *)record, item)
                                    : quo_record_ref (record);

        n += !quo_record_equal (record, now);
        quo_snapshot_take (changed, now);
      }
  g_clear_pointer (&look.offsets, quo_offsets_free);
  if (n > 0)
    quo_report_add (import->report, QUO_REPORT_NOTE, NULL,
                    ngettext ("%u annotation was changed by another program since it was written; "
                              "its label, note and place are read as they are now",
                              "%u annotations were changed by another program since they were "
                              "written; their labels, notes and places are read as they are now",
                              n),
                    n);
  quo_snapshot_sort (changed);
  return changed;
}

static void
clear_twin (Twin *twin)
{
  for (guint i = 0; i < 2; i++)
    g_ptr_array_unref (twin->lists[i]);
  g_hash_table_unref (twin->relations);
  g_hash_table_unref (twin->items);
}

QuoSnapshot *
quo_webannotation_twin_read (QuoImport *import, const QuoJsonNode *page, const QuoJsonNode *items,
                             GError **error)
{
  const QuoJsonNode *rest = get_literal (page, REST);
  const QuoJsonNode *order = quo_json_node_get_kind (page, ORDER, QUO_JSON_ARRAY);
  Twin twin = { .relations = g_hash_table_new (g_str_hash, g_str_equal),
                .items = g_hash_table_new (g_str_hash, g_str_equal) };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuoSnapshot) written = NULL;
  QuoSnapshot *snapshot = NULL;

  for (guint i = 0; i < 2; i++)
    twin.lists[i] = g_ptr_array_new_with_free_func (g_free);
  add_rest (&twin, 0, quo_json_node_get_kind (rest, "annotations", QUO_JSON_ARRAY));
  add_rest (&twin, 1, quo_json_node_get_kind (rest, "relations", QUO_JSON_ARRAY));
  add_items (&twin, items);
  if (order != NULL)
    sort_relations (&twin, order);
  bytes = put_together (&twin, rest);
  written = quo_import_read_sidecar (import, import->article, bytes, error);
  if (written != NULL)
    snapshot = take_changes (&twin, import, written,
                             quo_json_node_says (quo_json_node_get (page, UNIT), "utf16"));
  clear_twin (&twin);
  return snapshot;
}
