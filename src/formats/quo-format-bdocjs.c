/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bdoc JSON, the documents of GATE's Python side (gatenlp.github.io/python-gatenlp): a text and
 * named sets of annotations {type, start, end, id, features}. "offset_type" says whether offsets
 * count code points ("p") or, as Java does, UTF-16 units ("j"). A set is a layer. What has no place
 * in the model is a feature whose name begins with quo_: of an annotation its note, whom it stands
 * for and what it is a part of; of the document its identities and relations. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-file.h"
#include "quo-json-writer.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Writing --- */

typedef struct
{
  QuoSelection *selection;
  QuoJsonWriter *json;
  GHashTable *numbers; /* id of an annotation to 1 + its number */
  guint n;
} Writer;

static void
raw (Writer *writer, const char *s)
{
  quo_json_writer_raw (writer->json, s, strlen (s));
}

static void
string (Writer *writer, const char *s)
{
  quo_json_writer_string (writer->json, s, strlen (s));
}

/* `,"NAME":"VALUE"`, with a comma unless it is the first. */
static void
member (Writer *writer, guint *n, const char *name, const char *value)
{
  if (value == NULL)
    return;
  raw (writer, (*n)++ > 0 ? "," : "");
  string (writer, name);
  raw (writer, ":");
  string (writer, value);
}

static void
write_value (Writer *writer, const QuoValue *value)
{
  if (value->kind == QUO_VALUE_STRING)
    string (writer, value->text);
  else
    raw (writer, value->text);
}

static void
write_attrs (Writer *writer, guint *n, const QuoAttr *attrs, guint n_attrs)
{
  for (guint i = 0; i < n_attrs; i++)
    {
      gboolean is_list = attrs[i].is_list || attrs[i].n_values != 1;

      raw (writer, (*n)++ > 0 ? "," : "");
      string (writer, attrs[i].name);
      raw (writer, is_list ? ":[" : ":");
      for (guint v = 0; v < attrs[i].n_values; v++)
        {
          raw (writer, v > 0 ? "," : "");
          write_value (writer, &attrs[i].values[v]);
        }
      raw (writer, is_list ? "]" : "");
    }
}

static void
write_features (Writer *writer, const QuoAnnotation *annotation)
{
  guint n = 0;

  write_attrs (writer, &n, annotation->attrs, annotation->n_attrs);
  member (writer, &n, "quo_note", annotation->note);
  if (annotation->n_entities > 0)
    {
      raw (writer, n++ > 0 ? ",\"quo_entities\":[" : "\"quo_entities\":[");
      for (guint i = 0; i < annotation->n_entities; i++)
        {
          raw (writer, i > 0 ? "," : "");
          string (writer, annotation->entities[i]);
        }
      raw (writer, "]");
    }
}

static void
write_annotation (Writer *writer, const QuoAnnotation *annotation, guint *n_written)
{
  guint first = writer->n;

  g_hash_table_insert (writer->numbers, (gpointer)annotation->base.id,
                       GUINT_TO_POINTER (first + 1));
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      raw (writer, (*n_written)++ > 0 ? ",\n{\"type\":" : "\n{\"type\":");
      string (writer, annotation->type);
      raw (writer, ",\"start\":");
      quo_json_writer_uint (writer->json, annotation->ranges[i].start);
      raw (writer, ",\"end\":");
      quo_json_writer_uint (writer->json, annotation->ranges[i].end);
      raw (writer, ",\"id\":");
      quo_json_writer_uint (writer->json, writer->n++);
      raw (writer, ",\"features\":{");
      if (i == 0)
        write_features (writer, annotation);
      else
        {
          raw (writer, "\"quo_part_of\":");
          quo_json_writer_uint (writer->json, first);
        }
      raw (writer, "}}");
    }
}

/* Those of one layer. */
static gboolean
write_set (Writer *writer, const char *layer, GCancellable *cancellable, GError **error)
{
  guint n = 0;

  string (writer, layer);
  raw (writer, ":{\"name\":");
  string (writer, layer);
  raw (writer, ",\"annotations\":[");
  for (guint i = 0; i < writer->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (writer->selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (g_str_equal (annotation->layer, layer))
        write_annotation (writer, annotation, &n);
    }
  raw (writer, "],\"next_annid\":");
  quo_json_writer_uint (writer->json, writer->n);
  raw (writer, "}");
  return TRUE;
}

static void
write_entity (Writer *writer, const QuoEntity *entity)
{
  guint n = 0;

  raw (writer, "{");
  member (writer, &n, "id", entity->base.id);
  member (writer, &n, "type", entity->type);
  member (writer, &n, "name", entity->name);
  raw (writer, ",\"ids\":{");
  n = 0;
  for (guint i = 0; i < entity->n_ids; i++)
    member (writer, &n, entity->ids[i].name, entity->ids[i].value);
  raw (writer, "}");
  n = 1;
  if (entity->lat != NULL && entity->lon != NULL)
    {
      raw (writer, ",\"lat\":");
      raw (writer, entity->lat);
      raw (writer, ",\"lon\":");
      raw (writer, entity->lon);
    }
  member (writer, &n, "note", entity->note);
  raw (writer, "}");
}

/* A member is the number of an annotation, or the id of an identity. */
static void
write_role (Writer *writer, const QuoRole *role)
{
  guint n = 0;

  string (writer, role->name);
  raw (writer, ":[");
  for (guint i = 0; i < role->n_members; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->numbers, role->members[i]));

      if (number == 0 && quo_selection_find_entity (writer->selection, role->members[i]) == NULL)
        {
          writer->selection->losses.counts[QUO_LOSS_MEMBERS]++;
          continue;
        }
      raw (writer, n++ > 0 ? "," : "");
      if (number > 0)
        quo_json_writer_uint (writer->json, number - 1);
      else
        string (writer, role->members[i]);
    }
  raw (writer, "]");
}

static void
write_relation (Writer *writer, const QuoRelation *relation)
{
  guint n = 0;

  raw (writer, "{");
  member (writer, &n, "type", relation->type);
  member (writer, &n, "set", relation->layer);
  member (writer, &n, "note", relation->note);
  raw (writer, ",\"features\":{");
  n = 0;
  write_attrs (writer, &n, relation->attrs, relation->n_attrs);
  raw (writer, "},\"roles\":{");
  for (guint i = 0; i < relation->n_roles; i++)
    {
      raw (writer, i > 0 ? "," : "");
      write_role (writer, &relation->roles[i]);
    }
  raw (writer, "}}");
}

static void
write_document_features (Writer *writer)
{
  QuoSnapshot *snapshot = writer->selection->snapshot;

  raw (writer, ",\n\"features\":{\"quo_entities\":[");
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    {
      raw (writer, i > 0 ? ",\n" : "\n");
      write_entity (writer, quo_snapshot_get_entity (snapshot, i));
    }
  raw (writer, "],\"quo_relations\":[");
  for (guint i = 0; i < writer->selection->relations->len; i++)
    {
      raw (writer, i > 0 ? ",\n" : "\n");
      write_relation (writer, quo_selection_get_relation (writer->selection, i));
    }
  raw (writer, "]}");
}

static gboolean
write_sets (Writer *writer, GCancellable *cancellable, GError **error)
{
  QuoSnapshot *snapshot = writer->selection->snapshot;

  raw (writer, ",\n\"annotation_sets\":{");
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      raw (writer, i > 0 ? ",\n" : "\n");
      if (!write_set (writer, quo_snapshot_get_layer (snapshot, i)->base.id, cancellable, error))
        return FALSE;
    }
  raw (writer, "}");
  return TRUE;
}

static gboolean
write_bdocjs (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
              QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (QuoJsonWriter) json;
  g_autoptr (GBytes) bytes = NULL;
  Writer writer = { .selection = selection, .json = &json, .numbers = numbers };

  quo_json_writer_init (&json, 4096);
  if (selection == NULL)
    return FALSE;
  raw (&writer, "{\"text\":");
  quo_json_writer_string (&json, quo_text_get_utf8 (selection->text),
                          quo_text_get_bytes (selection->text));
  raw (&writer, ",\n\"offset_type\":\"p\"");
  if (!write_sets (&writer, cancellable, error))
    return FALSE;
  write_document_features (&writer);
  raw (&writer, "}\n");
  bytes = quo_json_writer_finish (&json);
  quo_target_set (target, NULL, bytes);
  quo_selection_count_losses (selection, quo_format_bdocjs.carries);
  selection->losses.counts[QUO_LOSS_UNUSED_ENTITIES] = 0; /* all of them are listed */
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

/* --- Reading --- */

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  guint n_empty;
  GError **error;
} Reader;

static void
read_features (Reader *reader, QuoDraft *draft, const QuoJsonNode *features)
{
  const QuoJsonNode *entities = quo_json_node_get_kind (features, "quo_entities", QUO_JSON_ARRAY);

  for (const QuoJsonNode *f = features != NULL ? features->first : NULL; f != NULL; f = f->next)
    if (!g_str_has_prefix (f->name, "quo_"))
      quo_json_file_add_value (reader->builder, draft, f->name, f);
  if (quo_json_node_get_string (features, "quo_note") != NULL)
    quo_draft_add_note (reader->builder, draft, quo_json_node_get_string (features, "quo_note"));
  for (const QuoJsonNode *e = entities != NULL ? entities->first : NULL; e != NULL; e = e->next)
    if (e->kind == QUO_JSON_STRING)
      quo_draft_add_entity (reader->builder, draft, e->text);
}

static gboolean
read_annotation (Reader *reader, const QuoJsonNode *node, const char *set, const char *layer)
{
  const QuoJsonNode *features = quo_json_node_get_kind (node, "features", QUO_JSON_OBJECT);
  const char *type = quo_json_node_get_string (node, "type");
  guint line = quo_json_tree_get_line (reader->tree, node);
  guint32 start, end, id, part_of;
  g_autofree char *ref = NULL;
  QuoDraft *draft = NULL;

  if (type == NULL || !quo_json_node_get_uint (node, "start", &start)
      || !quo_json_node_get_uint (node, "end", &end) || !quo_json_node_get_uint (node, "id", &id))
    return quo_import_refuse (reader->import, line, reader->error, "%s",
                              _ ("an annotation has type, start, end and id"));
  if (start == end)
    {
      reader->n_empty++;
      return TRUE;
    }
  if (quo_json_node_get_uint (features, "quo_part_of", &part_of))
    {
      g_autofree char *first = g_strdup_printf ("%s#%u", set, part_of);

      draft = quo_builder_find (reader->builder, first);
      if (draft == NULL)
        return quo_import_refuse (reader->import, line, reader->error,
                                  _ ("it names “%s”, which does not exist in the file"), first);
      quo_draft_add_range (reader->builder, draft, start, end, NULL, 0);
      return TRUE;
    }
  ref = g_strdup_printf ("%s#%u", set, id);
  draft = quo_builder_add (reader->builder, QUO_RECORD_ANNOTATION, ref, type, line);
  if (draft == NULL)
    return quo_import_refuse (reader->import, line, reader->error, _ ("the id %s stands twice"),
                              ref);
  g_free (ref);
  ref = g_strdup_printf ("#%u", id);
  quo_builder_alias (reader->builder, ref, draft);
  draft->layer = layer;
  quo_draft_add_range (reader->builder, draft, start, end, NULL, 0);
  read_features (reader, draft, features);
  return TRUE;
}

static gboolean
read_set (Reader *reader, const QuoJsonNode *set, gboolean is_only)
{
  const QuoJsonNode *list = quo_json_node_get_kind (set, "annotations", QUO_JSON_ARRAY);
  const char *layer = NULL;

  if (list == NULL)
    return quo_import_refuse (reader->import, quo_json_tree_get_line (reader->tree, set),
                              reader->error, "%s", _ ("a set has a list of annotations"));
  if (list->first != NULL && !(is_only && *set->name == '\0'))
    layer = quo_builder_add_layer (
        reader->builder, set->name,
        &(QuoLayer){ .base = { .id = set->name }, .title = *set->name != '\0' ? set->name : NULL });
  for (const QuoJsonNode *node = list->first; node != NULL; node = node->next)
    if (!read_annotation (reader, node, set->name, layer))
      return FALSE;
  return TRUE;
}

static void
read_entities (Reader *reader, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    {
      const char *id = quo_json_node_get_string (node, "id");
      const QuoJsonNode *ids = quo_json_node_get_kind (node, "ids", QUO_JSON_OBJECT);
      QuoDraft *entity = id != NULL ? quo_builder_add (reader->builder, QUO_RECORD_ENTITY, id,
                                                       quo_json_node_get_string (node, "type"),
                                                       quo_json_tree_get_line (reader->tree, node))
                                    : NULL;

      if (entity == NULL)
        continue;
      entity->id = entity->ref;
      entity->name = quo_json_node_get_string (node, "name");
      entity->note = quo_json_node_get_string (node, "note");
      quo_import_set_place (reader->import, reader->builder, entity,
                            quo_json_node_get_string (node, "lat"),
                            quo_json_node_get_string (node, "lon"));
      for (const QuoJsonNode *i = ids != NULL ? ids->first : NULL; i != NULL; i = i->next)
        if (i->kind == QUO_JSON_STRING)
          quo_draft_add_id (reader->builder, entity, i->name, i->text);
    }
}

static void
read_roles (Reader *reader, QuoDraft *relation, const QuoJsonNode *roles)
{
  for (const QuoJsonNode *role = roles != NULL ? roles->first : NULL; role != NULL;
       role = role->next)
    for (const QuoJsonNode *m = role->first; m != NULL; m = m->next)
      {
        g_autofree char *ref = NULL;

        if (m->kind == QUO_JSON_NUMBER)
          ref = g_strconcat ("#", m->text, NULL);
        if (m->text != NULL)
          quo_draft_add_member (reader->builder, relation, role->name, ref != NULL ? ref : m->text);
      }
}

static void
read_relations (Reader *reader, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    {
      const char *type = quo_json_node_get_string (node, "type");
      const char *set = quo_json_node_get_string (node, "set");
      const char *note = quo_json_node_get_string (node, "note");
      QuoDraft *relation;

      if (type == NULL)
        continue;
      relation = quo_builder_add (reader->builder, QUO_RECORD_RELATION, NULL, type,
                                  quo_json_tree_get_line (reader->tree, node));
      if (set != NULL && *set != '\0')
        relation->layer = quo_builder_add_layer (
            reader->builder, set, &(QuoLayer){ .base = { .id = set }, .title = set });
      if (note != NULL)
        quo_draft_add_note (reader->builder, relation, note);
      read_features (reader, relation, quo_json_node_get_kind (node, "features", QUO_JSON_OBJECT));
      read_roles (reader, relation, quo_json_node_get_kind (node, "roles", QUO_JSON_OBJECT));
    }
}

static gboolean
read_document (Reader *reader, const QuoJsonNode *root)
{
  const QuoJsonNode *sets = quo_json_node_get_kind (root, "annotation_sets", QUO_JSON_OBJECT);
  const QuoJsonNode *features = quo_json_node_get_kind (root, "features", QUO_JSON_OBJECT);
  guint n_sets = quo_json_node_count (sets);

  read_entities (reader, quo_json_node_get_kind (features, "quo_entities", QUO_JSON_ARRAY));
  for (const QuoJsonNode *set = sets != NULL ? sets->first : NULL; set != NULL; set = set->next)
    if (!read_set (reader, set, n_sets == 1))
      return FALSE;
  read_relations (reader, quo_json_node_get_kind (features, "quo_relations", QUO_JSON_ARRAY));
  if (reader->n_empty > 0)
    quo_report_add (reader->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u annotation that marks nothing was left out",
                              "%u annotations that mark nothing were left out", reader->n_empty),
                    reader->n_empty);
  return TRUE;
}

static gboolean
read_bdocjs (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_auto (QuoJsonFile) file = { 0 };
  g_autoptr (QuoBuilder) builder = NULL;
  const QuoJsonNode *root, *text;
  QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  Reader reader = { .import = import, .error = error };

  if (!quo_json_file_load (&file, import, error))
    return FALSE;
  root = quo_json_tree_get_root (file.tree);
  text = quo_json_node_get_kind (root, "text", QUO_JSON_STRING);
  if (text == NULL)
    return quo_import_refuse (import, 0, error, "%s", _ ("there is no text in it"));
  if (quo_import_is_cancelled (0, cancellable, error))
    return FALSE;
  if (!quo_import_wants (import, text->text, text->len))
    return TRUE;
  if (g_strcmp0 (quo_json_node_get_string (root, "offset_type"), "p") == 0)
    reading.unit = QUO_UNIT_CODE_POINT;
  builder = quo_import_begin_text (import, NULL, text->text, text->len, &reading);
  reader.builder = builder;
  reader.tree = file.tree;
  return read_document (&reader, root)
         && quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
sniff_bdocjs (const char *head, gsize len)
{
  return *head == '{' && strstr (head, "\"annotation_sets\"") != NULL;
}

static const QuoFormatOption bdocjs_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_bdocjs = {
  .id = "bdocjs",
  .title = N_ ("GATE documents (Bdoc JSON)"),
  .extensions = "bdocjs",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES
             | QUO_CARRIES_LAYERS,
  .options = bdocjs_options,
  .sniff = sniff_bdocjs,
  .read = read_bdocjs,
  .write = write_bdocjs,
};
