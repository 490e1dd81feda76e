/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON of other programs, and its values as attributes. */

#include "quo-config.h"

#include "quo-json-file.h"

/* --- Files that are cut off --- */

/* (transfer full): the text up to where its last whole value ends, with the brackets that are open
 * there closed: outside strings, that is before the last comma or behind the last bracket. No
 * bracket stands after it, so that those open at the end are those open there. */
static GString *
close_brackets (const char *text, gsize len)
{
  g_autoptr (GString) open = g_string_new (NULL);
  gboolean is_in_string = FALSE;
  gsize end = 0;
  GString *closed;

  for (gsize i = 0; i < len; i++)
    if (is_in_string)
      {
        is_in_string = text[i] != '"';
        i += text[i] == '\\';
      }
    else if (text[i] == '"')
      is_in_string = TRUE;
    else if (text[i] == ',')
      end = i;
    else if (text[i] == '{' || text[i] == '[')
      {
        g_string_append_c (open, text[i] == '{' ? '}' : ']');
        end = i + 1;
      }
    else if ((text[i] == '}' || text[i] == ']') && open->len > 0)
      {
        g_string_truncate (open, open->len - 1);
        end = i + 1;
      }
  closed = g_string_new_len (text, (gssize)end);
  for (gsize i = open->len; i > 0; i--)
    g_string_append_c (closed, open->str[i - 1]);
  return closed;
}

QuoJsonTree *
quo_json_file_parse (QuoImport *import, char **text, gsize len, GError **error)
{
  const char *name = quo_source_get_name (import->source);
  g_autoptr (GError) local = NULL;
  QuoJsonTree *tree = quo_json_tree_new (*text, len, name, 1, &local);
  GString *closed = tree == NULL && import->is_partial ? close_brackets (*text, len) : NULL;

  if (closed != NULL)
    {
      g_free (*text);
      len = closed->len;
      *text = g_string_free (closed, FALSE);
      tree = quo_json_tree_new (*text, len, name, 1, NULL);
    }
  if (local != NULL && tree != NULL)
    quo_import_stop_short (import, g_steal_pointer (&local), NULL);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return tree;
}

gboolean
quo_json_file_load (QuoJsonFile *file, QuoImport *import, GError **error)
{
  gsize len;

  file->text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  if (file->text != NULL)
    file->tree = quo_json_file_parse (import, &file->text, len, error);
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
