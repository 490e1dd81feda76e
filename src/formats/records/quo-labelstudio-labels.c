/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labelling configuration of Label Studio read into a tagset, and out of one: <Labels> are the
 * labels, <Relations> the relations, controls that are asked for each region its attributes. */

#include "quo-config.h"

#include "quo-labelstudio.h"

#include "quo-label-set.h"
#include "quo-xml-scan.h"
#include "quo-xml-writer.h"

#include <string.h>

typedef struct
{
  QuoLabelSet *set;
  char *choices;     /* name of the control at hand, or NULL */
  gboolean is_many;  /* several of its values */
  GPtrArray *values; /* owned, of that control */
} Config;

static void
add_label (Config *config, const char **names, const char **values)
{
  const char *value = quo_xml_scan_get (names, values, "value"),
             *key = quo_xml_scan_get (names, values, "hotkey");
  const char *shown = quo_xml_scan_get (names, values, "alias");
  guint index = value != NULL ? quo_label_set_add (config->set, value) : G_MAXUINT;

  if (index == G_MAXUINT)
    return;
  quo_label_set_color (config->set, index, quo_xml_scan_get (names, values, "background"));
  if (key != NULL && g_utf8_strlen (key, -1) == 1)
    quo_label_set_get (config->set, index)->key = quo_tagset_keep (config->set->tagset, key);
  if (shown != NULL && *shown != '\0')
    quo_label_set_get (config->set, index)->short_name
        = quo_tagset_keep (config->set->tagset, shown);
}

/* A choice, text, number or rating that is asked for each region. */
static void
begin_control (Config *config, const char *element, const char **names, const char **values)
{
  const char *name = quo_xml_scan_get (names, values, "name");
  const char *is_per_region = quo_xml_scan_get (names, values, "perRegion");
  const char *choice = quo_xml_scan_get (names, values, "choice");

  if (name == NULL || is_per_region == NULL || g_ascii_strcasecmp (is_per_region, "true") != 0)
    return;
  if (g_str_equal (element, "TextArea") && !g_str_equal (name, "note"))
    quo_label_set_add_attr (config->set, G_MAXUINT, name, "text", NULL);
  else if (g_str_equal (element, "Number") || g_str_equal (element, "Rating"))
    quo_label_set_add_attr (config->set, G_MAXUINT, name, "number", NULL);
  else if (g_str_equal (element, "Choices"))
    {
      g_free (config->choices);
      config->choices = g_strdup (name);
      config->is_many = g_strcmp0 (choice, "multiple") == 0;
      g_ptr_array_set_size (config->values, 0);
    }
}

static void
begin_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, GError **error)
{
  Config *config = data;
  const char *value = quo_xml_scan_get (names, values, "value");

  if (g_str_equal (element, "Label"))
    add_label (config, names, values);
  else if (g_str_equal (element, "Relation") && value != NULL)
    quo_label_set_add_role (config->set, value, NULL, FALSE);
  else if (g_str_equal (element, "Choice") && config->choices != NULL && value != NULL)
    g_ptr_array_add (config->values, g_strdup (value));
  else
    begin_control (config, element, names, values);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Config *config = data;

  if (!g_str_equal (element, "Choices") || config->choices == NULL)
    return;
  g_ptr_array_add (config->values, NULL);
  quo_label_set_add_attr (config->set, G_MAXUINT, config->choices,
                          config->is_many ? "many" : "choice",
                          (const char *const *)config->values->pdata);
  g_clear_pointer (&config->choices, g_free);
}

QuoTagset *
quo_labelstudio_read_labels (QuoSource *source, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (source, NULL, NULL, &len, error);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_auto (QuoLabelSet) set = { 0 };
  Config config = { .set = &set, .values = values };

  if (text == NULL)
    return NULL;
  quo_label_set_init (&set, "label-studio");
  /* Twice: the controls may stand before the labels they are for. */
  for (guint pass = 0; pass < 2; pass++)
    if (!quo_xml_scan (text, len, quo_source_get_name (source), begin_element, end_element, &config,
                       error))
      {
        g_free (config.choices);
        return NULL;
      }
  g_free (config.choices);
  return quo_label_set_finish (&set, quo_source_get_name (source), error);
}

gboolean
quo_labelstudio_sniff_labels (const char *text)
{
  const char *start = strchr (text, '<');

  return start != NULL && strstr (start, "<View") != NULL
         && (strstr (start, "<Labels") != NULL || strstr (start, "<HyperTextLabels") != NULL);
}

/* --- Out of a tagset --- */

static void
append_values (GString *out, const char *element, const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_string_append_printf (out, "    <%s", element);
      quo_xml_append_attr (out, "value", values[i]);
      g_string_append (out, "/>\n");
    }
}

static void
append_control (GString *out, const QuoLabelAttr *attr)
{
  gboolean is_text = g_str_equal (attr->type, "text");
  const char *const flag[] = { "true", NULL };

  if (is_text || g_str_equal (attr->type, "number"))
    {
      g_string_append_printf (out, "  <%s perRegion=\"true\" toName=\"text\"",
                              is_text ? "TextArea" : "Number");
      quo_xml_append_attr (out, "name", attr->name);
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append (out, "  <Choices perRegion=\"true\" toName=\"text\"");
  if (g_str_equal (attr->type, "many"))
    g_string_append (out, " choice=\"multiple\"");
  quo_xml_append_attr (out, "name", attr->name);
  g_string_append (out, ">\n");
  append_values (out, "Choice", attr->values != NULL ? attr->values : flag);
  g_string_append (out, "  </Choices>\n");
}

static void
append_labels (GString *out, const QuoTagset *tagset)
{
  g_string_append (out, "  <Labels name=\"label\" toName=\"text\">\n");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];

      g_string_append (out, "    <Label");
      quo_xml_append_attr (out, "value", label->id);
      quo_xml_append_attr (out, "background", label->color);
      if (label->key != NULL)
        quo_xml_append_attr (out, "hotkey", label->key);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </Labels>\n  <Relations>\n");
}

/* Relations there have two ends: one for each role that a quote can be linked by. */
void
quo_labelstudio_write_labels (const QuoTagset *tagset, QuoTarget *target)
{
  GString *out = quo_target_open (target, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append (out, "<View>\n");
  append_labels (out, tagset);
  for (guint i = 0; i < tagset->n_relations; i++)
    for (guint r = 0; r < tagset->relations[i].n_roles; r++)
      {
        const char *const names[] = { tagset->relations[i].roles[r].name, NULL };

        if (!g_str_equal (names[0], "quote") && g_hash_table_add (seen, (gpointer)names[0]))
          append_values (out, "Relation", names);
      }
  g_string_append (out, "  </Relations>\n"
                        "  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n");
  for (guint i = 0; i < tagset->n_labels; i++)
    for (guint a = 0; a < tagset->labels[i].n_attrs; a++)
      if (g_hash_table_add (seen, (gpointer)tagset->labels[i].attrs[a].name))
        append_control (out, &tagset->labels[i].attrs[a]);
  g_string_append (out,
                   "  <TextArea name=\"note\" toName=\"text\" perRegion=\"true\"/>\n</View>\n");
}
