/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading Web Annotations: a page or collection of them, a list, a single one, or the rows of the
 * Hypothesis API, whose text and tags stand in place of bodies. Lists and single values may stand
 * for one another everywhere. Targets of one annotation are its ranges; what else a selector can be
 * than a position, a quote or a character fragment is passed over. */

#include "quo-config.h"

#include "quo-webannotation.h"

#include "quo-draft-entities.h"
#include "quo-error.h"
#include "quo-json-file.h"
#include "quo-web-place.h"
#include "quo-webannotation-twin.h"

#include <glib/gi18n.h>
#include <string.h>

#define QUO_PREFIX "urn:quo:"
#define ENTITY_PREFIX "urn:quo:entity:"
#define ROLE_PREFIX "urn:quo:role:"
#define PAGE_PREFIX "urn:quo:page:"

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  QuoDraftEntities *entities;
  const char *layer; /* of the page, or NULL */
  gboolean is_twin;  /* items with a record are read with the sidecar */
  guint n_read;
  guint n_others; /* annotations that mark no text */
  GError **error;
} Page;

/* What is left of an IRI of ours; NULL: it is another one. */
static const char *
skip_prefix (const char *iri, const char *prefix)
{
  return iri != NULL && g_str_has_prefix (iri, prefix) ? iri + strlen (prefix) : NULL;
}

/* "2026-03-03T09:14:02.123+00:00" as far as it is one in UTC. */
static QuoTime
get_time (const QuoJsonNode *node, const char *name)
{
  const char *text = quo_json_node_get_string (node, name);
  g_autofree char *seconds = NULL;

  if (text == NULL || strlen (text) < 20
      || !(g_str_has_suffix (text, "Z") || g_str_has_suffix (text, "+00:00")))
    return 0;
  seconds = g_strdup_printf ("%.19sZ", text);
  return quo_time_parse (seconds, strlen (seconds));
}

/* --- Targets --- */

static void
read_target (Page *page, QuoDraft *draft, const QuoJsonNode *target)
{
  QuoWebPlace place = quo_web_place_read (target);

  if (place.has_position)
    {
      quo_draft_add_range (page->builder, draft, place.start, place.end, place.exact, -1);
      quo_draft_set_context (page->builder, draft, place.prefix, place.suffix);
    }
  else if (place.exact != NULL)
    quo_draft_add_quote (page->builder, draft, place.exact, place.prefix, place.suffix);
}

/* --- Bodies --- */

static void
read_attrs (Page *page, QuoDraft *draft, const char *json)
{
  g_autoptr (QuoJsonTree) tree = quo_json_tree_new (json, strlen (json), "", 1, NULL);

  if (tree != NULL && quo_json_tree_get_root (tree)->kind == QUO_JSON_OBJECT)
    quo_json_add_attrs (page->builder, draft, quo_json_tree_get_root (tree));
  else
    quo_draft_add_note (page->builder, draft, json);
}

static void
read_identity (Page *page, QuoDraft *draft, const char *iri)
{
  static const struct
  {
    const char *name, *prefix;
  } registers[] = {
    { "wikidata", "http://www.wikidata.org/entity/" },
    { "wikidata", "https://www.wikidata.org/wiki/" },
    { "geonames", "https://sws.geonames.org/" },
    { "geonames", "http://sws.geonames.org/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      const char *rest = skip_prefix (iri, registers[i].prefix);
      g_autofree char *id = rest != NULL ? g_strndup (rest, strcspn (rest, "/")) : NULL;

      if (id != NULL && *id != '\0')
        {
          quo_draft_entities_add_id (page->entities, draft, registers[i].name, id, NULL);
          return;
        }
    }
  quo_draft_entities_add_id (page->entities, draft, "url", iri, NULL);
}

/* The first tag is the label. */
static void
add_tag (Page *page, QuoDraft *draft, const char *tag)
{
  if (draft->type == NULL)
    draft->type = quo_builder_keep (page->builder, tag, -1);
  else
    quo_draft_add_value (page->builder, draft, "tag", QUO_VALUE_STRING, tag, TRUE);
}

static void
read_body (Page *page, QuoDraft *draft, const QuoJsonNode *annotation, const QuoJsonNode *body)
{
  const QuoJsonNode *purpose = quo_json_node_get (body, "purpose");
  const QuoJsonNode *why = purpose != NULL ? purpose : quo_json_node_get (annotation, "motivation");
  const char *value = quo_json_node_get_string (body, "value");
  const char *source
      = body->kind == QUO_JSON_STRING ? body->text : quo_json_node_get_string (body, "source");

  if (source == NULL && value == NULL)
    source = quo_json_node_get_string (body, "id");
  if (value == NULL && source != NULL)
    {
      read_identity (page, draft, source);
      return;
    }
  if (value == NULL || *value == '\0')
    return;
  if (quo_json_node_says (quo_json_node_get (body, "format"), "application/json"))
    read_attrs (page, draft, value);
  else if (quo_web_has_value (why, "tagging"))
    add_tag (page, draft, value);
  else
    quo_draft_add_note (page->builder, draft, value);
}

/* What Hypothesis has in place of bodies, and what may stand for a single one. */
static void
read_plain_bodies (Page *page, QuoDraft *draft, const QuoJsonNode *annotation)
{
  const QuoJsonNode *tags = quo_json_node_get_kind (annotation, "tags", QUO_JSON_ARRAY);
  const char *text = quo_json_node_get_string (annotation, "text");
  const char *value = quo_json_node_get_string (annotation, "bodyValue");

  for (const QuoJsonNode *tag = tags != NULL ? tags->first : NULL; tag != NULL; tag = tag->next)
    if (tag->kind == QUO_JSON_STRING)
      add_tag (page, draft, tag->text);
  if (text != NULL && *text != '\0')
    quo_draft_add_note (page->builder, draft, text);
  if (value != NULL && *value != '\0')
    quo_draft_add_note (page->builder, draft, value);
}

/* --- Annotations --- */

static const char *
get_layer (Page *page, const QuoJsonNode *annotation)
{
  const char *id = skip_prefix (quo_json_node_get_string (annotation, "urn:quo:layer"), QUO_PREFIX);

  if (id == NULL)
    return page->layer;
  return quo_builder_add_layer (page->builder, id,
                                &(QuoLayer){ .base = { .id = id }, .title = id });
}

/* The name of an annotation in the file: without our prefix, so that links find it. */
static const char *
get_ref (const QuoJsonNode *annotation)
{
  const char *id = quo_json_node_get_string (annotation, "id");
  const char *ours = skip_prefix (id, QUO_PREFIX);

  return ours != NULL ? ours : id;
}

static gboolean
refuse_twice (Page *page, const QuoJsonNode *annotation)
{
  return quo_import_refuse (page->import, quo_json_tree_get_line (page->tree, annotation),
                            page->error, _ ("the id %s stands twice"), get_ref (annotation));
}

static QuoDraft *
add_draft (Page *page, QuoRecordKind kind, const QuoJsonNode *annotation)
{
  QuoDraft *draft = quo_builder_add (page->builder, kind, get_ref (annotation), NULL,
                                     quo_json_tree_get_line (page->tree, annotation));

  if (draft == NULL)
    return NULL;
  draft->id = draft->ref;
  draft->layer = get_layer (page, annotation);
  draft->created = get_time (annotation, "created");
  draft->modified = get_time (annotation, "modified");
  return draft;
}

static gboolean
read_annotation (Page *page, const QuoJsonNode *annotation)
{
  const QuoJsonNode *targets = quo_json_node_get (annotation, "target");
  const QuoJsonNode *bodies = quo_json_node_get (annotation, "body");
  QuoDraft *draft = add_draft (page, QUO_RECORD_ANNOTATION, annotation);

  if (draft == NULL)
    return refuse_twice (page, annotation);
  for (const QuoJsonNode *node = quo_web_get_first (targets); node != NULL;
       node = quo_web_get_next (targets, node))
    read_target (page, draft, node);
  for (const QuoJsonNode *node = quo_web_get_first (bodies); node != NULL;
       node = quo_web_get_next (bodies, node))
    read_body (page, draft, annotation, node);
  read_plain_bodies (page, draft, annotation);
  if (draft->type == NULL)
    draft->type = draft->note != NULL ? "comment" : "highlight";
  draft->is_dropped = draft->ranges == NULL;
  page->n_others += draft->ranges == NULL;
  return TRUE;
}

/* --- Relations --- */

/* The member an IRI of ours names; entities without an annotation are made. */
static const char *
get_member (Page *page, const char *iri)
{
  const char *entity = skip_prefix (iri, ENTITY_PREFIX);
  const char *annotation = skip_prefix (iri, QUO_PREFIX);
  QuoDraft *draft;

  if (entity == NULL)
    return annotation != NULL ? annotation : iri;
  draft = quo_builder_add (page->builder, QUO_RECORD_ENTITY, entity, "person", 0);
  if (draft != NULL)
    draft->id = draft->ref;
  return entity;
}

/* Whether the targets are the quotes; those of a relation without a quote are just its members. */
static gboolean
has_quotes (const QuoDraft *draft, const QuoJsonNode *targets, GHashTable *members)
{
  if (draft->type != NULL && g_str_equal (draft->type, "quotation"))
    return TRUE;
  for (const QuoJsonNode *node = quo_web_get_first (targets); node != NULL;
       node = quo_web_get_next (targets, node))
    if (node->kind == QUO_JSON_STRING && !g_hash_table_contains (members, node->text))
      return TRUE;
  return FALSE;
}

static gboolean
read_relation (Page *page, const QuoJsonNode *annotation)
{
  const QuoJsonNode *targets = quo_json_node_get (annotation, "target");
  const QuoJsonNode *bodies = quo_json_node_get (annotation, "body");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  QuoDraft *draft = add_draft (page, QUO_RECORD_RELATION, annotation);

  if (draft == NULL)
    return refuse_twice (page, annotation);
  for (const QuoJsonNode *node = quo_web_get_first (bodies); node != NULL;
       node = quo_web_get_next (bodies, node))
    {
      const char *role = skip_prefix (quo_json_node_get_string (node, "purpose"), ROLE_PREFIX);
      const char *source = quo_json_node_get_string (node, "source");
      g_autofree char *plain = role != NULL ? g_uri_unescape_string (role, NULL) : NULL;

      if (plain != NULL && *plain != '\0' && g_utf8_validate (plain, -1, NULL) && source != NULL)
        {
          quo_draft_add_member (page->builder, draft, plain, get_member (page, source));
          g_hash_table_add (seen, (gpointer)source);
        }
      else
        read_body (page, draft, annotation, node);
    }
  if (has_quotes (draft, targets, seen))
    for (const QuoJsonNode *node = quo_web_get_first (targets); node != NULL;
         node = quo_web_get_next (targets, node))
      if (node->kind == QUO_JSON_STRING)
        quo_draft_add_member (page->builder, draft, "quote", get_member (page, node->text));
  if (draft->type == NULL)
    draft->type = "link";
  return TRUE;
}

/* --- The page --- */

static gboolean
read_items (Page *page, const QuoJsonNode *items, GCancellable *cancellable)
{
  guint i = 0;

  for (const QuoJsonNode *node = quo_web_get_first (items); node != NULL;
       node = quo_web_get_next (items, node))
    {
      const QuoJsonNode *target = quo_web_get_first (quo_json_node_get (node, "target"));
      gboolean is_link = target != NULL && target->kind == QUO_JSON_STRING
                         && quo_web_has_value (quo_json_node_get (node, "motivation"), "linking");

      if (quo_import_is_cancelled (i++, cancellable, page->error))
        return FALSE;
      if (page->is_twin && quo_webannotation_twin_has_record (node))
        continue;
      page->n_read++;
      if (target == NULL || (page->is_twin && is_link))
        page->n_others++;
      else if (!(is_link ? read_relation (page, node) : read_annotation (page, node)))
        return FALSE;
    }
  return TRUE;
}

/* The list of annotations of a page, a collection, an API's answer; or the file itself is it. */
static const QuoJsonNode *
find_items (const QuoJsonNode *root)
{
  const QuoJsonNode *items = quo_json_node_get (root, "items");

  if (items == NULL)
    items = quo_json_node_get (quo_json_node_get (root, "first"), "items");
  if (items == NULL)
    items = quo_json_node_get (root, "rows");
  return items != NULL ? items : root;
}

static void
begin_page (Page *page, const QuoJsonNode *root)
{
  const char *layer = skip_prefix (quo_json_node_get_string (root, "id"), PAGE_PREFIX);

  if (layer != NULL && *layer != '\0')
    page->layer = quo_builder_add_layer (page->builder, layer,
                                         &(QuoLayer){ .base = { .id = layer }, .title = layer });
}

static void
tell_others (const Page *page)
{
  if (page->n_others > 0)
    quo_report_add (page->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u annotation that marks no words of the text was left out",
                              "%u annotations that mark no words of the text were left out",
                              page->n_others),
                    page->n_others);
}

/* Images, whole pages, places in a page that need its mark-up: there is nothing to annotate here.
 */
static gboolean
refuse_all (const Page *page)
{
  g_set_error (page->error, QUO_ERROR, QUO_ERROR_INVALID,
               ngettext ("%s: its %u annotation marks no words of a text; a TextPositionSelector, "
                         "TextQuoteSelector or FragmentSelector with “char=” is needed",
                         "%s: none of its %u annotations marks words of a text; a "
                         "TextPositionSelector, TextQuoteSelector or FragmentSelector with "
                         "“char=” is needed",
                         page->n_others),
               quo_source_get_name (page->import->source), page->n_others);
  return FALSE;
}

/* What other programs added to a twin goes beside what came with it. */
static gboolean
end_twin (Page *page, const QuoJsonNode *root, QuoBuilder *builder, GError **error)
{
  QuoImport *import = page->import;
  g_autoptr (QuoSnapshot) twin
      = quo_webannotation_twin_read (import, root, find_items (root), error);
  QuoImported *added;
  QuoSnapshot *both;

  if (twin == NULL || page->n_read == page->n_others)
    {
      quo_builder_free (builder);
      if (twin != NULL)
        quo_import_take (import, quo_article_dup_name (import->article), g_steal_pointer (&twin));
      return import->texts->len > 0;
    }
  if (!quo_import_end (import, builder, error))
    return FALSE;
  added = g_ptr_array_index (import->texts, 0);
  both = quo_import_merge (twin, added->snapshot, FALSE, error);
  if (both == NULL)
    return FALSE;
  quo_snapshot_unref (added->snapshot);
  added->snapshot = both;
  return TRUE;
}

gboolean
quo_webannotation_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_auto (QuoJsonFile) file = { 0 };
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (QuoDraftEntities) entities = NULL;
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  Page page = { .import = import, .error = error };
  const QuoJsonNode *root;

  if (!quo_json_file_load (&file, import, error))
    return FALSE;
  builder = quo_import_begin (import, &reading, error);
  if (builder == NULL)
    return FALSE;
  root = quo_json_tree_get_root (file.tree);
  page.tree = file.tree;
  page.builder = builder;
  quo_builder_search_words (builder);
  page.entities = entities = quo_draft_entities_new (builder);
  page.is_twin = quo_webannotation_twin_is (root);
  if (!page.is_twin)
    begin_page (&page, root);
  if (!read_items (&page, find_items (root), cancellable))
    return FALSE;
  quo_draft_entities_finish (entities);
  if (!page.is_twin && page.n_read > 0 && page.n_others == page.n_read)
    return refuse_all (&page);
  tell_others (&page);
  if (page.is_twin)
    return end_twin (&page, root, g_steal_pointer (&builder), error);
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

gboolean
quo_webannotation_sniff (const char *head, gsize len)
{
  if (*head != '{' && *head != '[')
    return FALSE;
  return quo_json_head_has (head, "target")
         && (strstr (head, "www.w3.org/ns/anno.jsonld") != NULL
             || quo_json_head_has (head, "selector"));
}
