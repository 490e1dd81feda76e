/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading Bdoc JSON: see quo-format-bdocjs.c. */

#include "quo-config.h"

#include "quo-bdocjs.h"

#include "quo-json-file.h"

#include <glib/gi18n.h>

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

gboolean
quo_bdocjs_read (QuoImport *import, GCancellable *cancellable, GError **error)
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
