/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a tagset: one label a line, one relation a line, as in a sidecar. */

#include "quo-config.h"

#include "quo-tagset-file.h"

#include "quo-json-reader.h"
#include "quo-sidecar-rows.h"
#include "quo-tagset-words.h"

#include <string.h>

/* A guess at the bytes of a tagset of some ten labels. */
#define FIRST_SIZE 4096

static void
write_text (QuoJsonWriter *writer, const char *text)
{
  quo_json_writer_string (writer, text, strlen (text));
}

static void
write_comma (QuoJsonWriter *writer, guint i)
{
  if (i > 0)
    quo_json_writer_literal (writer, ",");
}

/* Whether the default of a number or a flag is one: a file may give any text for it, which is kept
 * as that. */
static gboolean
is_value (const QuoLabelAttr *attr)
{
  const char *value = attr->value;

  if (value == NULL)
    return FALSE;
  if (g_str_equal (attr->type, "flag"))
    return g_str_equal (value, "true") || g_str_equal (value, "false");
  return g_str_equal (attr->type, "number") && (*value == '-' || g_ascii_isdigit (*value))
         && quo_json_check (value, strlen (value), "", NULL);
}

static void
write_default (QuoJsonWriter *writer, const QuoLabelAttr *attr)
{
  if (is_value (attr))
    quo_row_raw (writer, "default", attr->value);
  else
    quo_row_string (writer, "default", attr->value);
}

static void
write_attr (QuoJsonWriter *writer, const QuoLabelAttr *attr)
{
  gsize start = quo_row_begin (writer);

  quo_row_string (writer, "name", attr->name);
  quo_row_string (writer, "type", attr->type);
  if (attr->values != NULL)
    {
      quo_json_writer_literal (writer, ",\"values\":[");
      for (guint i = 0; attr->values[i] != NULL; i++)
        {
          write_comma (writer, i);
          write_text (writer, attr->values[i]);
        }
      quo_json_writer_literal (writer, "]");
    }
  write_default (writer, attr);
  quo_row_end (writer, start, NULL);
}

static void
write_label (QuoJsonWriter *writer, const QuoLabel *label)
{
  gsize start = quo_row_begin (writer);

  quo_row_string (writer, "id", label->id);
  quo_row_string (writer, "name", label->name);
  quo_row_string (writer, "short", label->short_name);
  quo_row_string (writer, "key", label->key);
  quo_row_string (writer, "color", label->color);
  quo_row_string (writer, "dark", label->dark);
  quo_row_string (writer, "hc", label->contrast);
  quo_row_string (writer, "hc-dark", label->contrast_dark);
  quo_row_string (writer, "line", quo_tagset_lines[label->line]);
  quo_row_string (writer, "kind", quo_tagset_kinds[label->kind]);
  if (label->n_attrs > 0)
    quo_json_writer_literal (writer, ",\"attrs\":[");
  for (guint i = 0; i < label->n_attrs; i++)
    {
      write_comma (writer, i);
      write_attr (writer, &label->attrs[i]);
    }
  if (label->n_attrs > 0)
    quo_json_writer_literal (writer, "]");
  quo_row_end (writer, start, NULL);
}

static void
write_role (QuoJsonWriter *writer, const QuoRoleType *role)
{
  gsize start = quo_row_begin (writer);

  quo_row_string (writer, "name", role->name);
  if (role->n_kinds > 0)
    quo_json_writer_literal (writer, ",\"kinds\":[");
  for (guint i = 0; i < role->n_kinds; i++)
    {
      write_comma (writer, i);
      write_text (writer, quo_tagset_kinds[role->kinds[i]]);
    }
  if (role->n_kinds > 0)
    quo_json_writer_literal (writer, "]");
  quo_row_raw (writer, "many", role->is_many ? "true" : NULL);
  quo_row_end (writer, start, NULL);
}

static void
write_relation (QuoJsonWriter *writer, const QuoRelationType *relation)
{
  gsize start = quo_row_begin (writer);

  quo_row_string (writer, "id", relation->id);
  quo_row_string (writer, "name", relation->name);
  quo_json_writer_literal (writer, ",\"roles\":[");
  for (guint i = 0; i < relation->n_roles; i++)
    {
      write_comma (writer, i);
      write_role (writer, &relation->roles[i]);
    }
  quo_json_writer_literal (writer, "]");
  quo_row_end (writer, start, NULL);
}

static void
write_head (QuoJsonWriter *writer, const QuoTagset *tagset)
{
  quo_json_writer_literal (writer, "{\n\"format\": \"" QUO_TAGSET_FORMAT
                                   "\",\n\"version\": \"1.0\",\n\"name\": ");
  write_text (writer, tagset->name);
}

GBytes *
quo_tagset_write (const QuoTagset *tagset)
{
  g_auto (QuoJsonWriter) writer = { 0 };

  g_return_val_if_fail (tagset != NULL, NULL);

  quo_json_writer_init (&writer, FIRST_SIZE);
  write_head (&writer, tagset);
  quo_json_writer_literal (&writer, ",\n\"labels\": [");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      write_comma (&writer, i);
      quo_json_writer_literal (&writer, "\n");
      write_label (&writer, &tagset->labels[i]);
    }
  quo_json_writer_literal (&writer, "\n]");
  if (tagset->n_relations > 0)
    quo_json_writer_literal (&writer, ",\n\"relations\": [");
  for (guint i = 0; i < tagset->n_relations; i++)
    {
      write_comma (&writer, i);
      quo_json_writer_literal (&writer, "\n");
      write_relation (&writer, &tagset->relations[i]);
    }
  if (tagset->n_relations > 0)
    quo_json_writer_literal (&writer, "\n]");
  quo_json_writer_literal (&writer, "\n}\n");
  return quo_json_writer_finish (&writer);
}
