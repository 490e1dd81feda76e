/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing Bdoc JSON: see quo-format-bdocjs.c. */

#include "quo-config.h"

#include "quo-bdocjs.h"

#include "quo-formats-list.h"
#include "quo-json-writer.h"
#include "quo-selection.h"

#include <string.h>

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

gboolean
quo_bdocjs_write (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
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
  quo_selection_count_listed_entities (selection);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}
