/* SPDX-License-Identifier: GPL-3.0-or-later */

/* W3C Web Annotation as JSON-LD (www.w3.org/TR/annotation-model): one AnnotationPage, an item a
 * line.
 *
 * An annotation has a target for each of its ranges, with its position and its text; label,
 * external ids of the entity, attributes and note are bodies. A relation is an item of its own with
 * motivation linking: its target are the quotes, its bodies the other members, each with its role
 * as purpose. Positions are code points, as the Recommendation says; tools written in JavaScript
 * count UTF-16 units instead, hence the option. A twin has all that the sidecar has, too. */

#include "quo-config.h"

#include "quo-webannotation.h"

#include "quo-formats-list.h"
#include "quo-selection.h"
#include "quo-webannotation-twin.h"

#include <string.h>

typedef struct
{
  QuoSelection *selection;
  QuoJsonWriter json;
  QuoTextCursor cursor;
  gboolean is_utf16;
  GHashTable *written; /* of a twin: the records that are items; NULL: it is none */
  QuoRowText rows;
  gboolean has_layers; /* each item tells its layer */
  gboolean has_item;
  gboolean has_body; /* in the list at hand */
  char *source;      /* IRI of the article */
} Page;

/* The registers whose entries have an IRI of their own. */
static const struct
{
  const char *name, *before, *after;
} registers[] = {
  { "wikidata", "http://www.wikidata.org/entity/", "" },
  { "geonames", "https://sws.geonames.org/", "/" },
  { "url", "", "" },
};

#define raw(page, s) quo_json_writer_literal (&(page)->json, s)

static void
write_string (Page *page, const char *s)
{
  quo_json_writer_string (&page->json, s, strlen (s));
}

/* "PREFIXid" as one string; ids need no escapes. */
static void
write_iri (Page *page, const char *prefix, const char *id)
{
  quo_json_writer_raw (&page->json, "\"", 1);
  quo_json_writer_raw (&page->json, prefix, strlen (prefix));
  quo_json_writer_raw (&page->json, id, strlen (id));
  quo_json_writer_raw (&page->json, "\"", 1);
}

static void
write_span (Page *page, guint32 start, guint32 end)
{
  const char *utf8 = quo_text_get_utf8 (page->selection->text);
  gsize from = quo_text_cursor_to (&page->cursor, start);
  gsize to = quo_text_cursor_to (&page->cursor, end);

  quo_json_writer_string (&page->json, utf8 + from, to - from);
}

/* --- Targets --- */

static void
write_target (Page *page, QuoSpan range)
{
  const QuoText *text = page->selection->text;
  guint32 length = quo_text_get_length (text);
  guint32 before = range.start > QUO_CONTEXT_LENGTH ? range.start - QUO_CONTEXT_LENGTH : 0;
  guint32 after = MIN (length, range.end + QUO_CONTEXT_LENGTH);

  raw (page, "{\"type\":\"SpecificResource\",\"source\":");
  write_string (page, page->source);
  raw (page, ",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":");
  quo_json_writer_uint (&page->json,
                        page->is_utf16 ? quo_text_to_utf16 (text, range.start) : range.start);
  raw (page, ",\"end\":");
  quo_json_writer_uint (&page->json,
                        page->is_utf16 ? quo_text_to_utf16 (text, range.end) : range.end);
  raw (page, "},{\"type\":\"TextQuoteSelector\",\"exact\":");
  write_span (page, range.start, range.end);
  raw (page, ",\"prefix\":");
  write_span (page, before, range.start);
  raw (page, ",\"suffix\":");
  write_span (page, range.end, after);
  raw (page, "}]}");
}

static void
write_targets (Page *page, const QuoAnnotation *annotation)
{
  raw (page, ",\"target\":");
  if (annotation->n_ranges > 1)
    raw (page, "[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      if (i > 0)
        raw (page, ",");
      write_target (page, annotation->ranges[i]);
    }
  if (annotation->n_ranges > 1)
    raw (page, "]");
}

/* --- Bodies --- */

/* The comma between bodies. */
static void
begin_body (Page *page)
{
  if (page->has_body)
    raw (page, ",");
  page->has_body = TRUE;
}

static void
write_text_body (Page *page, const char *purpose, const char *value)
{
  begin_body (page);
  raw (page, "{\"type\":\"TextualBody\",\"purpose\":");
  write_string (page, purpose);
  raw (page, ",\"value\":");
  write_string (page, value);
  raw (page, "}");
}

static char *
make_register_iri (const QuoExternalId *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].name, id->name))
      return g_strconcat (registers[i].before, id->value, registers[i].after, NULL);
  return g_strconcat ("urn:", id->name, ":", id->value, NULL);
}

/* An IRI has no blanks; nothing else is changed, because it may be escaped already. */
static void
write_register_iri (Page *page, const QuoExternalId *id)
{
  g_autofree char *plain = make_register_iri (id);
  g_autofree char *iri = g_uri_escape_string (plain, "!#$%&'()*+,/:;=?@[]", TRUE);

  begin_body (page);
  raw (page, "{\"type\":\"SpecificResource\",\"purpose\":\"identifying\",\"source\":");
  write_string (page, iri);
  raw (page, "}");
}

static void
write_entities (Page *page, const QuoAnnotation *annotation)
{
  guint n = 0;

  for (guint i = 0; i < annotation->n_entities; i++)
    {
      const QuoEntity *entity
          = quo_selection_find_entity (page->selection, annotation->entities[i]);

      for (guint j = 0; entity != NULL && j < entity->n_ids; j++, n++)
        write_register_iri (page, &entity->ids[j]);
    }
  if (annotation->n_entities > 0 && n == 0)
    page->selection->losses.counts[QUO_LOSS_ENTITIES]++;
}

static void
write_value (QuoJsonWriter *json, const QuoValue *value)
{
  if (value->kind == QUO_VALUE_STRING)
    quo_json_writer_string (json, value->text, strlen (value->text));
  else
    quo_json_writer_raw (json, value->text, strlen (value->text));
}

static void
write_attr (QuoJsonWriter *json, const QuoAttr *attr)
{
  quo_json_writer_string (json, attr->name, strlen (attr->name));
  quo_json_writer_literal (json, ":");
  if (attr->is_list)
    quo_json_writer_literal (json, "[");
  for (guint i = 0; i < attr->n_values; i++)
    {
      if (i > 0)
        quo_json_writer_literal (json, ",");
      write_value (json, &attr->values[i]);
    }
  if (attr->is_list)
    quo_json_writer_literal (json, "]");
}

/* The attributes as a JSON object, which stands in the body as a string. */
static void
write_attrs (Page *page, const QuoAnnotation *annotation)
{
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const char *object;
  gsize len;

  if (annotation->n_attrs == 0)
    return;
  quo_json_writer_init (&json, 256);
  for (guint i = 0; i < annotation->n_attrs; i++)
    {
      quo_json_writer_raw (&json, i == 0 ? "{" : ",", 1);
      write_attr (&json, &annotation->attrs[i]);
    }
  quo_json_writer_literal (&json, "}");
  bytes = quo_json_writer_finish (&json);
  object = g_bytes_get_data (bytes, &len);
  begin_body (page);
  raw (page, "{\"type\":\"TextualBody\",\"purpose\":\"describing\",\"format\":\"application/json\","
             "\"value\":");
  quo_json_writer_string (&page->json, object, len);
  raw (page, "}");
}

/* --- Items --- */

static void
begin_item (Page *page, const char *id, const char *motivation)
{
  if (page->has_item)
    raw (page, ",\n");
  page->has_item = TRUE;
  page->has_body = FALSE;
  raw (page, "{\"id\":");
  write_iri (page, "urn:quo:", id);
  raw (page, ",\"type\":\"Annotation\",\"motivation\":");
  write_string (page, motivation);
  raw (page, ",\"body\":[");
}

/* What ends an item. The name of the last member is an IRI, so that JSON-LD keeps it. */
static void
end_item (Page *page, const QuoRecord *record, QuoTime created, QuoTime modified, const char *layer)
{
  char time[21];

  if (created != 0)
    {
      quo_time_format (created, time);
      raw (page, ",\"created\":");
      write_string (page, time);
    }
  if (modified != 0)
    {
      quo_time_format (modified, time);
      raw (page, ",\"modified\":");
      write_string (page, time);
    }
  if (page->has_layers && layer != NULL)
    {
      raw (page, ",\"urn:quo:layer\":");
      write_iri (page, "urn:quo:", layer);
    }
  if (page->written != NULL)
    {
      quo_webannotation_twin_write_record (&page->json, record, &page->rows);
      g_hash_table_add (page->written, (gpointer)record);
    }
  raw (page, "}");
}

static void
write_annotation (Page *page, const QuoAnnotation *annotation)
{
  begin_item (page, annotation->base.id, "tagging");
  write_text_body (page, "tagging", annotation->type);
  write_entities (page, annotation);
  write_attrs (page, annotation);
  if (annotation->note != NULL && *annotation->note != '\0')
    write_text_body (page, "commenting", annotation->note);
  raw (page, "]");
  write_targets (page, annotation);
  end_item (page, &annotation->base, annotation->created, annotation->modified, annotation->layer);
  if (annotation->by != NULL || annotation->conf != NULL || annotation->from != NULL)
    page->selection->losses.counts[QUO_LOSS_PROVENANCE]++;
}

/* The IRI of a member: an annotation of this page, or an entity. FALSE: it is neither. */
static gboolean
write_member (Page *page, const char *id)
{
  if (quo_selection_find_member (page->selection, id) != NULL)
    write_iri (page, "urn:quo:", id);
  else
    write_iri (page, "urn:quo:entity:", id);
  return TRUE;
}

static gboolean
is_member (const Page *page, const char *id)
{
  return quo_selection_find_member (page->selection, id) != NULL
         || quo_selection_find_entity (page->selection, id) != NULL;
}

static void
write_role (Page *page, const QuoRole *role)
{
  for (guint i = 0; i < role->n_members; i++)
    {
      if (!is_member (page, role->members[i]))
        {
          page->selection->losses.counts[QUO_LOSS_MEMBERS]++;
          continue;
        }
      begin_body (page);
      raw (page, "{\"type\":\"SpecificResource\",\"purpose\":");
      {
        g_autofree char *purpose = g_strconcat ("urn:quo:role:", role->name, NULL);
        g_autofree char *iri = g_uri_escape_string (purpose, ":", TRUE);

        write_string (page, iri);
      }
      raw (page, ",\"source\":");
      write_member (page, role->members[i]);
      raw (page, "}");
    }
}

/* The members of a role as targets, after @n others; how many there are then. */
static guint
write_role_targets (Page *page, const QuoRole *role, guint n)
{
  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      if (!is_member (page, role->members[i]))
        continue;
      if (n++ > 0)
        raw (page, ",");
      write_member (page, role->members[i]);
    }
  return n;
}

/* How many members of the relation (of the role, when one is named) stand on this page. */
static guint
count_members (const Page *page, const QuoRelation *relation, const char *name)
{
  guint n = 0;

  for (guint r = 0; r < relation->n_roles; r++)
    if (name == NULL || g_str_equal (relation->roles[r].name, name))
      for (guint i = 0; i < relation->roles[r].n_members; i++)
        n += is_member (page, relation->roles[r].members[i]);
  return n;
}

/* A relation that has no quote is about all its members. */
static void
write_relation (Page *page, const QuoRelation *relation)
{
  gboolean has_quote = count_members (page, relation, "quote") > 0;
  guint n = 0;

  if (count_members (page, relation, NULL) == 0)
    {
      page->selection->losses.counts[QUO_LOSS_RELATIONS]++;
      return;
    }
  begin_item (page, relation->base.id, "linking");
  write_text_body (page, "tagging", relation->type);
  for (guint r = 0; r < relation->n_roles; r++)
    if (!g_str_equal (relation->roles[r].name, "quote"))
      write_role (page, &relation->roles[r]);
  raw (page, "],\"target\":[");
  for (guint r = 0; r < relation->n_roles; r++)
    if (!has_quote || g_str_equal (relation->roles[r].name, "quote"))
      n = write_role_targets (page, &relation->roles[r], n);
  raw (page, "]");
  end_item (page, &relation->base, 0, 0, relation->layer);
  page->selection->losses.counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
  page->selection->losses.counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
  page->selection->losses.counts[QUO_LOSS_PROVENANCE]
      += relation->created != 0 || relation->modified != 0 || relation->by != NULL
         || relation->conf != NULL || relation->from != NULL;
}

/* --- The page --- */

/* (transfer full): where the article is, or else what it is. */
static char *
make_source (const QuoSnapshot *snapshot)
{
  const QuoArticle *article = snapshot->article;
  const char *url = article->url != NULL ? article->url : snapshot->header->url;

  if (url != NULL && *url != '\0')
    return g_strdup (url);
  return g_strconcat (
      "urn:sha256:", article->sha256 != NULL ? article->sha256 : snapshot->header->sha256, NULL);
}

/* The layer all records are in; NULL: there are several, and *ret_has_several, or none. */
static const char *
find_only_layer (const QuoSelection *selection, gboolean *ret_has_several)
{
  const char *only = NULL;

  *ret_has_several = FALSE;
  for (guint i = 0; i < selection->annotations->len + selection->relations->len; i++)
    {
      guint n = selection->annotations->len;
      const char *layer = i < n ? quo_selection_get_annotation (selection, i)->layer
                                : quo_selection_get_relation (selection, i - n)->layer;

      if (i > 0 && g_strcmp0 (layer, only) != 0)
        {
          *ret_has_several = TRUE;
          return NULL;
        }
      only = layer;
    }
  return only;
}

static void
begin_page (Page *page)
{
  const char *layer = find_only_layer (page->selection, &page->has_layers);

  raw (page, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":");
  write_iri (page, layer != NULL ? "urn:quo:page:" : "urn:quo:page", layer != NULL ? layer : "");
  raw (page, ",\"type\":\"AnnotationPage\",\"items\":[\n");
}

static gboolean
write_items (Page *page, GCancellable *cancellable, GError **error)
{
  QuoSelection *selection = page->selection;

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_annotation (page, quo_selection_get_annotation (selection, i));
    }
  for (guint i = 0; i < selection->relations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_relation (page, quo_selection_get_relation (selection, i));
    }
  return TRUE;
}

/* What of the entities does not go with the annotations. */
static void
count_entities (QuoSelection *selection)
{
  for (guint i = 0; i < quo_snapshot_count (selection->snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (selection->snapshot, i);

      selection->losses.counts[QUO_LOSS_ENTITY_NAMES] += entity->name != NULL;
      selection->losses.counts[QUO_LOSS_COORDINATES] += entity->lat != NULL;
    }
}

/* What a plain page does not say; a twin says everything. */
static void
tell_losses (Page *page, QuoReport *report)
{
  if (page->written != NULL)
    return;
  count_entities (page->selection);
  quo_selection_count_losses (page->selection,
                              quo_format_webannotation.carries | QUO_CARRIES_PROVENANCE);
  quo_losses_tell (&page->selection->losses, report);
}

static void
end_page (Page *page)
{
  raw (page, "\n]");
  if (page->written != NULL)
    quo_webannotation_twin_write_rest (&page->json, page->selection->snapshot, page->written,
                                       page->is_utf16);
  raw (page, "}\n");
}

gboolean
quo_webannotation_write (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                         QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autofree char *source = NULL;
  g_autoptr (GHashTable) written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Page page = { .selection = selection };

  if (selection == NULL)
    return FALSE;
  page.source = source = make_source (snapshot);
  page.is_utf16 = quo_format_options_is (options, "offsets", "utf16");
  if (quo_format_options_is (options, "twin", "yes"))
    page.written = written = g_hash_table_new (NULL, NULL);
  quo_text_cursor_init (&page.cursor, selection->text);
  quo_text_cursor_init (&page.rows.cursor, selection->text);
  quo_json_writer_init (&page.json, 4096 + (gsize)selection->annotations->len * 512);
  begin_page (&page);
  if (!write_items (&page, cancellable, error))
    {
      quo_json_writer_clear (&page.json);
      return FALSE;
    }
  end_page (&page);
  bytes = quo_json_writer_finish (&page.json);
  quo_target_set (target, NULL, bytes);
  tell_losses (&page, report);
  return TRUE;
}
