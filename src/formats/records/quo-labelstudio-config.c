/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labelling configuration of Label Studio (labelstud.io/tags): which labels, relations and
 * further controls a project has. */

#include "quo-config.h"

#include "quo-labelstudio.h"

#include <string.h>

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer)name);
}

static void
write_labels (const QuoSelection *selection, const QuoFormatOptions *options, GString *out)
{
  const QuoTagset *tagset = options != NULL ? options->tagset : NULL;
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (guint i = 0; i < selection->annotations->len; i++)
    add_name (types, quo_selection_get_annotation (selection, i)->type);
  g_ptr_array_sort (types, compare_names);
  g_string_append (out, "  <Labels name=\"label\" toName=\"text\">\n");
  for (guint i = 0; i < types->len; i++)
    {
      const char *type = g_ptr_array_index (types, i);
      const QuoLabel *label = tagset != NULL ? quo_tagset_find (tagset, type) : NULL;

      g_string_append (out, "    <Label");
      append_attribute (out, "value", type);
      if (label != NULL && label->color != NULL)
        append_attribute (out, "background", label->color);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </Labels>\n");
}

static void
write_relations (const QuoSelection *selection, GString *out)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  add_name (types, "continues");
  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);
      gboolean has_quote = quo_relation_find_role (relation, "quote") != NULL;

      if (!has_quote)
        add_name (types, relation->type);
      for (guint r = 0; has_quote && r < relation->n_roles; r++)
        if (!g_str_equal (relation->roles[r].name, "quote"))
          add_name (types, relation->roles[r].name);
    }
  g_string_append (out, "  <Relations>\n");
  for (guint i = 0; i < types->len; i++)
    {
      g_string_append (out, "    <Relation");
      append_attribute (out, "value", g_ptr_array_index (types, i));
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </Relations>\n");
}

/* A choice for each value that occurs. */
static void
write_choices (const QuoSelection *selection, const char *name, GString *out)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);
      const QuoAttr *attr = quo_attrs_find (annotation->attrs, annotation->n_attrs, name);

      for (guint v = 0; attr != NULL && v < attr->n_values; v++)
        add_name (values, attr->values[v].text);
    }
  g_string_append (out, "  <Choices perRegion=\"true\" toName=\"text\" choice=\"multiple\"");
  append_attribute (out, "name", name);
  g_string_append (out, ">\n");
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (out, "    <Choice");
      append_attribute (out, "value", g_ptr_array_index (values, i));
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </Choices>\n");
}

void
quo_labelstudio_write_config (const QuoSelection *selection, const QuoFormatOptions *options,
                              GString *out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < selection->annotations->len; i++)
    for (guint a = 0; a < quo_selection_get_annotation (selection, i)->n_attrs; a++)
      add_name (names, quo_selection_get_annotation (selection, i)->attrs[a].name);
  g_ptr_array_sort (names, compare_names);
  g_string_append (out, "<View>\n");
  write_labels (selection, options, out);
  write_relations (selection, out);
  g_string_append (out, "  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n");
  for (guint i = 0; i < names->len && quo_format_options_is (options, "attrs", "yes"); i++)
    write_choices (selection, g_ptr_array_index (names, i), out);
  g_string_append (out,
                   "  <TextArea name=\"note\" toName=\"text\" perRegion=\"true\"/>\n</View>\n");
}
