/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON of other programs, and its values as attributes. */

#include "quo-config.h"

#include "quo-json-file.h"

gboolean
quo_json_file_load (QuoJsonFile *file, QuoImport *import, GError **error)
{
  gsize len;

  file->text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  if (file->text != NULL)
    file->tree
        = quo_json_tree_new (file->text, len, quo_source_get_name (import->source), 1, error);
  return file->tree != NULL;
}

void
quo_json_file_clear (QuoJsonFile *file)
{
  g_clear_pointer (&file->tree, quo_json_tree_free);
  g_clear_pointer (&file->text, g_free);
}

static void
add_value (QuoBuilder *builder, QuoDraft *draft, const char *name, const QuoJsonNode *value,
           gboolean is_list)
{
  g_autofree char *raw = NULL;

  switch (value->kind)
    {
    case QUO_JSON_STRING:
      quo_draft_add_value (builder, draft, name, QUO_VALUE_STRING, value->text, is_list);
      break;
    case QUO_JSON_NUMBER:
      quo_draft_add_value (builder, draft, name, QUO_VALUE_NUMBER, value->text, is_list);
      break;
    case QUO_JSON_NULL:
      break;
    case QUO_JSON_OBJECT:
    case QUO_JSON_ARRAY:
      raw = g_strndup (value->raw, value->raw_len);
      quo_draft_add_value (builder, draft, name, QUO_VALUE_STRING, raw, is_list);
      break;
    default:
      raw = g_strndup (value->raw, value->raw_len);
      quo_draft_add_value (builder, draft, name, QUO_VALUE_FLAG, raw, is_list);
    }
}

void
quo_json_file_add_value (QuoBuilder *builder, QuoDraft *draft, const char *name,
                         const QuoJsonNode *value)
{
  if (value->kind != QUO_JSON_ARRAY)
    {
      add_value (builder, draft, name, value, FALSE);
      return;
    }
  for (const QuoJsonNode *item = value->first; item != NULL; item = item->next)
    add_value (builder, draft, name, item, TRUE);
}
