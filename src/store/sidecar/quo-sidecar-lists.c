/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of records that are lists or tables: ids, aliases, attributes, identifiers, roles.
 *
 * What is read goes to an array of the parser and, when its length is known, to a block that lives
 * as long as the record is in the making. */

#include "quo-config.h"

#include "quo-sidecar-parser.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Moves the array of the parser to a block. */
static gpointer
settle (QuoSidecarParser *parser, GArray *array, guint *ret_n)
{
  gpointer block = quo_json_reader_keep_block (&parser->json, array->data,
                                               array->len * g_array_get_element_size (array));

  *ret_n = array->len;
  g_array_set_size (array, 0);
  return block;
}

const char *const *
quo_sidecar_ids (QuoSidecarParser *parser, guint *ret_n)
{
  quo_json_reader_enter_array (&parser->json);
  while (quo_json_reader_next_element (&parser->json))
    {
      const char *id = quo_sidecar_id (parser);

      g_array_append_val (parser->items, id);
    }
  return settle (parser, parser->items, ret_n);
}

const char *const *
quo_sidecar_strings (QuoSidecarParser *parser, guint *ret_n)
{
  quo_json_reader_enter_array (&parser->json);
  while (quo_json_reader_next_element (&parser->json))
    {
      const char *s = quo_sidecar_string (parser);

      g_array_append_val (parser->items, s);
    }
  return settle (parser, parser->items, ret_n);
}

/* A string, number or flag, appended to the values of the parser. */
static void
read_value (QuoSidecarParser *parser)
{
  QuoValue value = { NULL, QUO_VALUE_STRING };
  QuoJsonSlice raw;
  gboolean flag;

  switch (quo_json_reader_peek (&parser->json))
    {
    case QUO_JSON_STRING:
      value.text = quo_sidecar_string (parser);
      break;
    case QUO_JSON_NUMBER:
      value.kind = QUO_VALUE_NUMBER;
      if (quo_json_reader_read_number (&parser->json, &raw))
        value.text = quo_json_reader_keep (&parser->json, raw);
      break;
    case QUO_JSON_TRUE:
    case QUO_JSON_FALSE:
      value.kind = QUO_VALUE_FLAG;
      if (quo_json_reader_read_boolean (&parser->json, &flag))
        value.text = flag ? "true" : "false";
      break;
    case QUO_JSON_OBJECT:
    case QUO_JSON_ARRAY:
    case QUO_JSON_NULL:
      quo_sidecar_fail (parser, NULL, _ ("a string, a number, true or false is expected"));
      break;
    case QUO_JSON_NOTHING:
    default:
      break;
    }
  g_array_append_val (parser->values, value);
}

/* The value of an attribute: one, or a list. */
static QuoAttr
read_attr (QuoSidecarParser *parser)
{
  QuoAttr attr = { 0 };

  attr.is_list = quo_json_reader_peek (&parser->json) == QUO_JSON_ARRAY;
  if (attr.is_list)
    {
      quo_json_reader_enter_array (&parser->json);
      while (quo_json_reader_next_element (&parser->json))
        read_value (parser);
    }
  else
    read_value (parser);
  attr.values = settle (parser, parser->values, &attr.n_values);
  return attr;
}

/* The name of the member that was just entered, as a name of the format's. */
static const char *
take_name (QuoSidecarParser *parser, const QuoJsonObject *object)
{
  const QuoJsonSlice *name = &object->name;
  const char *kept = quo_json_reader_keep (&parser->json, *name);

  parser->part = NULL;
  if (name->len == 0)
    quo_sidecar_fail (parser, NULL, _ ("a name must not be empty"));
  for (gsize i = 0; i < name->len; i++)
    if ((guchar)name->data[i] < 0x20)
      {
        quo_sidecar_fail (parser, NULL, _ ("a name must not have control characters"));
        return kept;
      }
  if (!g_utf8_validate_len (name->data, name->len, NULL))
    quo_sidecar_fail (parser, NULL, _ ("half a surrogate pair is not allowed in this name"));
  parser->part = kept;
  return kept;
}

/* Every element of the tables begins with its name. */
static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Sorts by code points, which is the order of the bytes of UTF-8. */
static gpointer
settle_by_name (QuoSidecarParser *parser, GArray *array, guint *ret_n)
{
  gsize size = g_array_get_element_size (array);

  for (guint i = 1; i < array->len && !quo_json_reader_has_failed (&parser->json); i++)
    if (compare_names (array->data + (i - 1) * size, array->data + i * size) > 0)
      {
        qsort (array->data, array->len, size, compare_names);
        break;
      }
  return settle (parser, array, ret_n);
}

const QuoAttr *
quo_sidecar_attrs (QuoSidecarParser *parser, guint *ret_n)
{
  g_autoptr (GArray) attrs = g_array_new (FALSE, FALSE, sizeof (QuoAttr));
  QuoJsonObject object;

  quo_json_reader_enter_object (&parser->json, &object, NULL, 0);
  while (quo_json_reader_next_member (&parser->json, &object) != QUO_JSON_DONE)
    {
      const char *name = take_name (parser, &object);
      QuoAttr attr = read_attr (parser);

      attr.name = name;
      g_array_append_val (attrs, attr);
    }
  parser->part = NULL;
  return settle_by_name (parser, attrs, ret_n);
}

const QuoExternalId *
quo_sidecar_external_ids (QuoSidecarParser *parser, guint *ret_n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QuoExternalId));
  QuoJsonObject object;

  quo_json_reader_enter_object (&parser->json, &object, NULL, 0);
  while (quo_json_reader_next_member (&parser->json, &object) != QUO_JSON_DONE)
    {
      QuoExternalId id = { .name = take_name (parser, &object) };

      id.value = quo_sidecar_string (parser);
      g_array_append_val (ids, id);
    }
  parser->part = NULL;
  return settle_by_name (parser, ids, ret_n);
}

const QuoRole *
quo_sidecar_roles (QuoSidecarParser *parser, guint *ret_n)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (QuoRole));
  QuoJsonObject object;

  quo_json_reader_enter_object (&parser->json, &object, NULL, 0);
  while (quo_json_reader_next_member (&parser->json, &object) != QUO_JSON_DONE)
    {
      QuoRole role = { .name = take_name (parser, &object) };

      role.members = quo_sidecar_ids (parser, &role.n_members);
      if (role.n_members == 0)
        quo_sidecar_fail (parser, NULL, _ ("a role needs at least one id"));
      g_array_append_val (roles, role);
    }
  parser->part = NULL;
  if (roles->len == 0)
    quo_sidecar_fail (parser, NULL, _ ("a relation needs at least one role"));
  return settle_by_name (parser, roles, ret_n);
}
