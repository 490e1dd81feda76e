/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of records.  Every member is written with a comma before it; the first comma of an object
 * is then made its opening brace. */

#include "quo-config.h"

#include "quo-sidecar-rows.h"

#include <string.h>

/* Writes `,"name":` with one copy. */
#define put_name(writer, name) quo_json_writer_literal (writer, ",\"" name "\":")

gsize
quo_row_begin (QuoJsonWriter *writer)
{
  return writer->len;
}

void
quo_row_end (QuoJsonWriter *writer, gsize start, const char *extra)
{
  if (extra != NULL)
    {
      quo_json_writer_literal (writer, ",");
      quo_json_writer_raw (writer, extra, strlen (extra));
    }
  if (writer->len == start)
    quo_json_writer_literal (writer, ",");
  writer->data[start] = '{';
  quo_json_writer_literal (writer, "}");
}

static void
put_text (QuoJsonWriter *writer, const char *value)
{
  quo_json_writer_string (writer, value, strlen (value));
}

static void
put_any_name (QuoJsonWriter *writer, const char *name)
{
  quo_json_writer_literal (writer, ",");
  put_text (writer, name);
  quo_json_writer_literal (writer, ":");
}

void
quo_row_string (QuoJsonWriter *writer, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  put_any_name (writer, name);
  put_text (writer, value);
}

void
quo_row_raw (QuoJsonWriter *writer, const char *name, const char *value)
{
  if (value == NULL)
    return;
  put_any_name (writer, name);
  quo_json_writer_raw (writer, value, strlen (value));
}

void
quo_row_count (QuoJsonWriter *writer, const char *name, gint64 value)
{
  if (value < 0)
    return;
  put_any_name (writer, name);
  quo_json_writer_uint (writer, (guint64)value);
}

/* The same for names that are known when the program is built. */
#define put_string(writer, name, value)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *string_ = (value);                                                                 \
    if (string_ != NULL && *string_ != '\0')                                                       \
      {                                                                                            \
        put_name (writer, name);                                                                   \
        put_text (writer, string_);                                                                \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

#define put_raw(writer, name, value)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *raw_ = (value);                                                                    \
    if (raw_ != NULL)                                                                              \
      {                                                                                            \
        put_name (writer, name);                                                                   \
        quo_json_writer_raw (writer, raw_, strlen (raw_));                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

#define put_time(writer, name, value)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if ((value) != 0)                                                                              \
      {                                                                                            \
        put_name (writer, name);                                                                   \
        put_time_value (writer, value);                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

static void
put_time_value (QuoJsonWriter *writer, QuoTime time)
{
  char buffer[24] = "\"";

  quo_time_format (time, buffer + 1);
  buffer[21] = '"';
  quo_json_writer_raw (writer, buffer, 22);
}

static void
put_list (QuoJsonWriter *writer, const char *const *strings, guint n)
{
  quo_json_writer_literal (writer, "[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        quo_json_writer_literal (writer, ",");
      put_text (writer, strings[i]);
    }
  quo_json_writer_literal (writer, "]");
}

static void
put_value (QuoJsonWriter *writer, const QuoValue *value)
{
  if (value->kind == QUO_VALUE_STRING)
    put_text (writer, value->text);
  else
    quo_json_writer_raw (writer, value->text, strlen (value->text));
}

static void
put_attr (QuoJsonWriter *writer, const QuoAttr *attr)
{
  put_any_name (writer, attr->name);
  if (attr->is_list)
    quo_json_writer_literal (writer, "[");
  for (guint i = 0; i < attr->n_values; i++)
    {
      if (i > 0)
        quo_json_writer_literal (writer, ",");
      put_value (writer, &attr->values[i]);
    }
  if (attr->is_list)
    quo_json_writer_literal (writer, "]");
}

static void
put_attrs (QuoJsonWriter *writer, const QuoAttr *attrs, guint n)
{
  gsize start;

  if (n == 0)
    return;
  put_name (writer, "attrs");
  start = quo_row_begin (writer);
  for (guint i = 0; i < n; i++)
    put_attr (writer, &attrs[i]);
  quo_row_end (writer, start, NULL);
}

static void
put_from (QuoJsonWriter *writer, const QuoFrom *from)
{
  gsize before = writer->len, start;

  if (from == NULL)
    return;
  put_name (writer, "from");
  start = quo_row_begin (writer);
  put_string (writer, "agent", from->agent);
  put_string (writer, "rule", from->rule);
  put_raw (writer, "score", from->score);
  put_string (writer, "format", from->format);
  put_string (writer, "ref", from->ref);
  if (writer->len == start && from->extra == NULL)
    writer->len = before;
  else
    quo_row_end (writer, start, from->extra);
}

static void
put_status (QuoJsonWriter *writer, guint8 status)
{
  if (status == QUO_STATUS_ACCEPTED)
    quo_json_writer_literal (writer, ",\"status\":\"accepted\"");
  else if (status == QUO_STATUS_SUGGESTED)
    quo_json_writer_literal (writer, ",\"status\":\"suggested\"");
  else if (status == QUO_STATUS_REJECTED)
    quo_json_writer_literal (writer, ",\"status\":\"rejected\"");
}

/* --- Kinds --- */

void
quo_row_agent (QuoJsonWriter *writer, const QuoAgent *agent)
{
  gsize start = quo_row_begin (writer);

  put_string (writer, "id", agent->base.id);
  put_string (writer, "type", agent->type);
  put_string (writer, "name", agent->name);
  put_string (writer, "version", agent->version);
  put_string (writer, "uri", agent->uri);
  quo_row_end (writer, start, agent->base.extra);
}

void
quo_row_layer (QuoJsonWriter *writer, const QuoLayer *layer)
{
  gsize start = quo_row_begin (writer);

  put_string (writer, "id", layer->base.id);
  put_string (writer, "title", layer->title);
  put_string (writer, "by", layer->by);
  put_string (writer, "state", layer->state);
  quo_row_end (writer, start, layer->base.extra);
}

static void
put_external_ids (QuoJsonWriter *writer, const QuoExternalId *ids, guint n)
{
  gsize start;

  if (n == 0)
    return;
  put_name (writer, "ids");
  start = quo_row_begin (writer);
  for (guint i = 0; i < n; i++)
    {
      put_any_name (writer, ids[i].name);
      put_text (writer, ids[i].value);
    }
  quo_row_end (writer, start, NULL);
}

void
quo_row_entity (QuoJsonWriter *writer, const QuoEntity *entity)
{
  gsize start = quo_row_begin (writer);

  put_string (writer, "id", entity->base.id);
  put_string (writer, "type", entity->type);
  put_string (writer, "name", entity->name);
  if (entity->n_aliases > 0)
    {
      put_name (writer, "aliases");
      put_list (writer, entity->aliases, entity->n_aliases);
    }
  put_external_ids (writer, entity->ids, entity->n_ids);
  put_raw (writer, "lat", entity->lat);
  put_raw (writer, "lon", entity->lon);
  put_attrs (writer, entity->attrs, entity->n_attrs);
  put_string (writer, "note", entity->note);
  put_string (writer, "by", entity->by);
  put_time (writer, "created", entity->created);
  put_time (writer, "modified", entity->modified);
  put_from (writer, entity->from);
  quo_row_end (writer, start, entity->base.extra);
}

void
quo_row_relation (QuoJsonWriter *writer, const QuoRelation *relation)
{
  gsize start = quo_row_begin (writer), roles;

  put_string (writer, "id", relation->base.id);
  put_string (writer, "layer", relation->layer);
  put_string (writer, "type", relation->type);
  put_name (writer, "roles");
  roles = quo_row_begin (writer);
  for (guint i = 0; i < relation->n_roles; i++)
    {
      put_any_name (writer, relation->roles[i].name);
      put_list (writer, relation->roles[i].members, relation->roles[i].n_members);
    }
  quo_row_end (writer, roles, NULL);
  put_attrs (writer, relation->attrs, relation->n_attrs);
  put_string (writer, "note", relation->note);
  put_raw (writer, "conf", relation->conf);
  put_status (writer, relation->status);
  put_string (writer, "by", relation->by);
  put_time (writer, "created", relation->created);
  put_time (writer, "modified", relation->modified);
  put_from (writer, relation->from);
  quo_row_end (writer, start, relation->base.extra);
}

void
quo_row_note (QuoJsonWriter *writer, const QuoNote *note)
{
  gsize start = quo_row_begin (writer);

  put_string (writer, "id", note->base.id);
  put_string (writer, "layer", note->layer);
  put_name (writer, "text");
  put_text (writer, note->text != NULL ? note->text : "");
  put_string (writer, "by", note->by);
  put_time (writer, "created", note->created);
  put_time (writer, "modified", note->modified);
  quo_row_end (writer, start, note->base.extra);
}

/* --- Annotations --- */

static void
put_ranges (QuoJsonWriter *writer, const QuoAnnotation *annotation)
{
  put_name (writer, "at");
  quo_json_writer_literal (writer, "[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      if (i > 0)
        quo_json_writer_literal (writer, ",");
      quo_json_writer_literal (writer, "[");
      quo_json_writer_uint (writer, annotation->ranges[i].start);
      quo_json_writer_literal (writer, ",");
      quo_json_writer_uint (writer, annotation->ranges[i].end);
      quo_json_writer_literal (writer, "]");
    }
  quo_json_writer_literal (writer, "]");
}

/* Quotes and context as the file said them. */
static void
put_kept_anchor (QuoJsonWriter *writer, const QuoAnnotation *annotation)
{
  put_name (writer, "quote");
  put_list (writer, annotation->quotes, annotation->quotes != NULL ? annotation->n_ranges : 0);
  put_string (writer, "pre", annotation->pre);
  put_string (writer, "suf", annotation->suf);
}

/* Quotes and context out of the text.  Only the starts are looked up; the rest is near. */
static void
put_anchor (QuoJsonWriter *writer, const QuoAnnotation *annotation, QuoTextCursor *cursor)
{
  const char *utf8 = quo_text_get_utf8 (cursor->text), *first = NULL, *end = NULL, *edge;
  guint32 length = quo_text_get_length (cursor->text);
  QuoSpan hull = quo_annotation_get_hull (annotation);

  put_name (writer, "quote");
  quo_json_writer_literal (writer, "[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      QuoSpan span = annotation->ranges[i];
      const char *start = utf8 + quo_text_cursor_to (cursor, span.start);

      end = g_utf8_offset_to_pointer (start, span.end - span.start);
      if (i > 0)
        quo_json_writer_literal (writer, ",");
      else
        first = start;
      quo_json_writer_string (writer, start, (gsize)(end - start));
    }
  quo_json_writer_literal (writer, "]");
  if (hull.start > 0)
    {
      put_name (writer, "pre");
      edge = g_utf8_offset_to_pointer (first, -(glong)MIN (hull.start, QUO_CONTEXT_LENGTH));
      quo_json_writer_string (writer, edge, (gsize)(first - edge));
    }
  if (hull.end < length)
    {
      put_name (writer, "suf");
      edge = g_utf8_offset_to_pointer (end, MIN (length - hull.end, QUO_CONTEXT_LENGTH));
      quo_json_writer_string (writer, end, (gsize)(edge - end));
    }
}

static void
put_entities (QuoJsonWriter *writer, const QuoAnnotation *annotation)
{
  if (annotation->n_entities == 0)
    return;
  put_name (writer, "entity");
  if (annotation->n_entities == 1)
    put_text (writer, annotation->entities[0]);
  else
    put_list (writer, annotation->entities, annotation->n_entities);
}

void
quo_row_annotation (QuoJsonWriter *writer, const QuoAnnotation *annotation, QuoRowText *text)
{
  gsize start = quo_row_begin (writer);

  put_string (writer, "id", annotation->base.id);
  put_string (writer, "layer", annotation->layer);
  put_string (writer, "type", annotation->type);
  put_ranges (writer, annotation);
  if (annotation->is_kept || text->cursor.text == NULL)
    put_kept_anchor (writer, annotation);
  else
    put_anchor (writer, annotation, &text->cursor);
  put_entities (writer, annotation);
  put_attrs (writer, annotation->attrs, annotation->n_attrs);
  put_string (writer, "note", annotation->note);
  put_raw (writer, "conf", annotation->conf);
  put_status (writer, annotation->status);
  if (annotation->is_orphan)
    quo_json_writer_literal (writer, ",\"orphan\":true");
  put_string (writer, "by", annotation->by);
  put_time (writer, "created", annotation->created);
  put_time (writer, "modified", annotation->modified);
  put_from (writer, annotation->from);
  quo_row_end (writer, start, annotation->base.extra);
}

void
quo_row_record (QuoJsonWriter *writer, const QuoRecord *record, QuoRowText *text)
{
  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_AGENT:
      quo_row_agent (writer, (const QuoAgent *)record);
      break;
    case QUO_RECORD_LAYER:
      quo_row_layer (writer, (const QuoLayer *)record);
      break;
    case QUO_RECORD_ENTITY:
      quo_row_entity (writer, (const QuoEntity *)record);
      break;
    case QUO_RECORD_ANNOTATION:
      quo_row_annotation (writer, (const QuoAnnotation *)record, text);
      break;
    case QUO_RECORD_RELATION:
      quo_row_relation (writer, (const QuoRelation *)record);
      break;
    case QUO_RECORD_NOTE:
    default:
      quo_row_note (writer, (const QuoNote *)record);
    }
}
