/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What formats of JSON records share: finding the records, texts, attributes, and the way one of
 * them indents. */

#include "quo-config.h"

#include "quo-json-records.h"

#include "quo-error.h"
#include "quo-json-file.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many records of one file get names of their own. */
#define NAME_CHARS 40

typedef struct
{
  QuoImport *import;
  QuoRecordFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint n_records;
} Records;

static gboolean
read_value (Records *records, QuoJsonTree *tree, const QuoJsonNode *value, GError **error)
{
  guint index = records->n_records++;

  if (quo_import_is_cancelled (index, records->cancellable, error))
    return FALSE;
  return records->func (records->import, tree, value, index, records->data, error);
}

/* A list of objects or of lists holds the records; everything else is one. */
static gboolean
read_tree (Records *records, QuoJsonTree *tree, GError **error)
{
  const QuoJsonNode *root = quo_json_tree_get_root (tree);

  if (root->kind != QUO_JSON_ARRAY
      || (root->first != NULL && root->first->kind != QUO_JSON_OBJECT
          && root->first->kind != QUO_JSON_ARRAY))
    return read_value (records, tree, root, error);
  for (const QuoJsonNode *child = root->first; child != NULL; child = child->next)
    if (!read_value (records, tree, child, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_blank_line (const QuoLines *lines)
{
  return strspn (lines->line, " \t") == lines->len;
}

/* A line that is no JSON is refused as other faults are; its message names the line already. */
static gboolean
read_line (Records *records, const QuoLines *lines, GError **error)
{
  QuoImport *import = records->import;
  g_autoptr (GError) local = NULL;
  g_autoptr (QuoJsonTree) tree = quo_json_tree_new (
      lines->line, lines->len, quo_source_get_name (import->source), lines->number, &local);

  if (tree != NULL)
    return read_tree (records, tree, error);
  if (!import->is_partial)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  quo_report_add (import->report, QUO_REPORT_FINDING, NULL, _ ("%s; left out"), local->message);
  return TRUE;
}

static gboolean
read_lines (Records *records, char *text, gsize len, GError **error)
{
  QuoLines lines;

  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    if (!is_blank_line (&lines) && !read_line (records, &lines, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_whole (const char *start, const char *end)
{
  return end != NULL && quo_json_check (start, (gsize)(end - start), "", NULL);
}

/* Whether the first line is a whole value, and does not stand alone. Where the first one may be
 * damaged, the second one tells: in JSON that is spread over lines it would not be at their start.
 */
static gboolean
has_lines (const char *text, gsize len, gboolean is_partial)
{
  const char *start = text + strspn (text, " \t\r\n");
  const char *end = strchr (start, '\n');

  if (end == NULL || len <= (gsize)(end - text) + 1)
    return FALSE;
  return is_whole (start, end)
         || (is_partial && (end[1] == '{' || end[1] == '[')
             && is_whole (end + 1, strchr (end + 1, '\n')));
}

gboolean
quo_json_records_read (QuoImport *import, QuoRecordFunc func, gpointer data,
                       GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  Records records = { import, func, data, cancellable, 0 };
  g_autoptr (QuoJsonTree) tree = NULL;

  if (text == NULL)
    return FALSE;
  if (has_lines (text, len, import->is_partial))
    return read_lines (&records, text, len, error);
  tree = quo_json_file_parse (import, &text, len, error);
  return tree != NULL && read_tree (&records, tree, error);
}

/* --- Texts --- */

/* What a record calls itself, as a part of a file name. */
static char *
dup_name (const QuoImport *import, const char *id, guint index)
{
  g_autofree char *stem = quo_source_dup_stem (import->source);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *part = g_strndup (id != NULL && *id != '\0' ? id : number, NAME_CHARS);

  for (char *p = part; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      *p = '-';
  return g_strdup_printf ("%s-%s", stem, part);
}

/* Two records that call themselves the same would become one file. */
static gboolean
is_name_taken (const QuoImport *import, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  for (guint i = 0; i < import->texts->len; i++)
    if (g_str_equal (((const QuoImported *)g_ptr_array_index (import->texts, i))->name, file))
      return TRUE;
  return FALSE;
}

QuoBuilder *
quo_json_records_begin (QuoImport *import, const QuoJsonNode *text, const char *id, guint index,
                        const QuoReading *reading)
{
  g_autofree char *name = NULL;

  if (!quo_import_wants (import, text->text, text->len))
    return NULL;
  if (index > 0 || id != NULL)
    name = dup_name (import, id, index);
  if (name != NULL && id != NULL && is_name_taken (import, name))
    {
      g_free (name);
      name = dup_name (import, NULL, index);
    }
  return quo_import_begin_text (import, index > 0 ? name : NULL, text->text, text->len, reading);
}

gboolean
quo_json_head_has (const char *head, const char *name)
{
  g_autofree char *member = g_strconcat ("\"", name, "\"", NULL);

  while ((head = strstr (head, member)) != NULL)
    {
      head += strlen (member);
      if (head[strspn (head, " \t\r\n")] == ':')
        return TRUE;
    }
  return FALSE;
}

/* --- Attributes --- */

gboolean
quo_json_node_to_value (const QuoJsonNode *node, QuoValue *ret_value)
{
  switch (node->kind)
    {
    case QUO_JSON_STRING:
      *ret_value = (QuoValue){ node->text, QUO_VALUE_STRING };
      return TRUE;
    case QUO_JSON_NUMBER:
      *ret_value = (QuoValue){ node->text, QUO_VALUE_NUMBER };
      return TRUE;
    case QUO_JSON_TRUE:
      *ret_value = (QuoValue){ "true", QUO_VALUE_FLAG };
      return TRUE;
    case QUO_JSON_FALSE:
      *ret_value = (QuoValue){ "false", QUO_VALUE_FLAG };
      return TRUE;
    default:
      return FALSE;
    }
}

guint
quo_json_add_attrs (QuoBuilder *builder, QuoDraft *draft, const QuoJsonNode *object)
{
  guint n_others = 0;
  QuoValue value;

  for (const QuoJsonNode *member = object->first; member != NULL; member = member->next)
    if (quo_json_node_to_value (member, &value))
      quo_draft_add_value (builder, draft, member->name, value.kind, value.text, FALSE);
    else if (member->kind != QUO_JSON_ARRAY)
      n_others++;
    else
      for (const QuoJsonNode *item = member->first; item != NULL; item = item->next)
        {
          if (quo_json_node_to_value (item, &value))
            quo_draft_add_value (builder, draft, member->name, value.kind, value.text, TRUE);
          else
            n_others++;
        }
  return n_others;
}

/* --- Writing --- */

void
quo_json_write_string (QuoJsonWriter *json, const char *before, const char *s)
{
  quo_json_writer_raw (json, before, strlen (before));
  quo_json_writer_string (json, s, strlen (s));
}

static void
break_line (GString *out, guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (out, ' ');
}

/* The end of the string that begins at @p. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p + 1;
}

GBytes *
quo_json_indent (GBytes *compact)
{
  gsize len;
  const char *p = g_bytes_get_data (compact, &len), *end = p + len, *next;
  GString *out = g_string_sized_new (len * 2);
  guint depth = 0;

  for (; p < end; p = next)
    {
      next = *p == '"' ? skip_string (p) : p + 1;
      if ((*p == '}' || *p == ']') && p[-1] != '{' && p[-1] != '[')
        break_line (out, --depth);
      else if (*p == '}' || *p == ']')
        depth--;
      g_string_append_len (out, p, next - p);
      if (*p == ',')
        break_line (out, depth);
      else if (*p == ':')
        g_string_append_c (out, ' ');
      else if (*p == '{' || *p == '[')
        {
          depth++;
          if (*next != '}' && *next != ']')
            break_line (out, depth);
        }
    }
  return g_string_free_to_bytes (out);
}
