/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations exported by CATMA (catma.de) as TEI. The text is not in the file: a <seg> points into
 * it, in UTF-16 units as Java counts, CR LF as two:
 *
 *   <fsDecl xml:id="CATMA_t" ...><fsDescr>Irony</fsDescr></fsDecl>      a tag
 *   <seg ana="#CATMA_i"><ptr target="catma:///doc#char=36,44"/></seg>   where it is given
 *   <fs xml:id="CATMA_i" type="CATMA_t"><f name="...">...</f></fs>      what is given there
 *
 * Where annotations overlap the text is cut into pieces, each with all that hold it. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-lines.h"
#include "quo-xml-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where an instance of a tag is, and its properties. */
typedef struct
{
  char *id, *tag;
  GPtrArray *values; /* name, value, name, value ... */
  GArray *ranges;    /* of QuoSpan, in UTF-16 units */
  guint line;
} Instance;

typedef struct
{
  QuoImport *import;
  QuoXml *xml;
  GHashTable *tags;     /* id to the name */
  GHashTable *by_id;    /* id to Instance */
  GPtrArray *instances; /* in the order of the file */
  char *tag;            /* the <fsDecl> that is open */
  char *ana;            /* of the <seg> that is open */
  Instance *instance;   /* the <fs> that is open */
  char *property;       /* the <f> that is open */
  GString *text;        /* content of the element at hand */
  GError **error;
} Catma;

static void
free_instance (gpointer data)
{
  Instance *instance = data;

  g_free (instance->id);
  g_free (instance->tag);
  g_ptr_array_unref (instance->values);
  g_array_unref (instance->ranges);
  g_free (instance);
}

static Instance *
find_instance (Catma *catma, const char *id)
{
  Instance *instance = g_hash_table_lookup (catma->by_id, id);

  if (instance != NULL)
    return instance;
  instance = g_new0 (Instance, 1);
  instance->id = g_strdup (id);
  instance->values = g_ptr_array_new_with_free_func (g_free);
  instance->ranges = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  instance->line = quo_xml_get_line (catma->xml);
  g_hash_table_insert (catma->by_id, instance->id, instance);
  g_ptr_array_add (catma->instances, instance);
  return instance;
}

/* --- Elements --- */

/* "catma:///doc#char=36,44" */
static gboolean
read_pointer (Catma *catma)
{
  g_autofree char *target = quo_xml_dup_attr (catma->xml, "target");
  char *numbers = target != NULL ? strstr (target, "#char=") : NULL;
  g_auto (GStrv) ids = NULL;
  QuoSpan range;
  char *start;

  if (catma->ana == NULL)
    return TRUE;
  numbers = numbers != NULL ? numbers + strlen ("#char=") : NULL;
  start = quo_lines_cut (&numbers, ',');
  if (start == NULL || numbers == NULL || !quo_lines_parse_uint (start, &range.start)
      || !quo_lines_parse_uint (numbers, &range.end))
    return quo_import_refuse (catma->import, quo_xml_get_line (catma->xml), catma->error, "%s",
                              _ ("a pointer ends in #char= and two numbers, as in #char=36,44"));
  ids = g_strsplit_set (catma->ana, " \t\r\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_array_append_val (find_instance (catma, ids[i] + (*ids[i] == '#'))->ranges, range);
  return TRUE;
}

static gboolean
on_start (Catma *catma)
{
  const char *name = quo_xml_get_name (catma->xml);

  g_string_truncate (catma->text, 0);
  if (g_str_equal (name, "fsDecl"))
    {
      g_free (catma->tag);
      catma->tag = quo_xml_dup_attr (catma->xml, "id");
    }
  else if (g_str_equal (name, "seg"))
    {
      g_free (catma->ana);
      catma->ana = quo_xml_dup_attr (catma->xml, "ana");
    }
  else if (g_str_equal (name, "fs"))
    {
      g_autofree char *id = quo_xml_dup_attr (catma->xml, "id");

      catma->instance = id != NULL ? find_instance (catma, id) : NULL;
      if (catma->instance != NULL && catma->instance->tag == NULL)
        catma->instance->tag = quo_xml_dup_attr (catma->xml, "type");
    }
  else if (g_str_equal (name, "f"))
    {
      g_free (catma->property);
      catma->property = quo_xml_dup_attr (catma->xml, "name");
    }
  return !g_str_equal (name, "ptr") || read_pointer (catma);
}

static void
on_end (Catma *catma)
{
  const char *name = quo_xml_get_name (catma->xml);

  if (g_str_equal (name, "fsDescr") && catma->tag != NULL)
    g_hash_table_insert (catma->tags, g_strdup (catma->tag), g_strdup (catma->text->str));
  else if (g_str_equal (name, "string") && catma->instance != NULL && catma->property != NULL)
    {
      g_ptr_array_add (catma->instance->values, g_strdup (catma->property));
      g_ptr_array_add (catma->instance->values, g_strdup (catma->text->str));
    }
  else if (g_str_equal (name, "seg"))
    g_clear_pointer (&catma->ana, g_free);
  else if (g_str_equal (name, "fs"))
    catma->instance = NULL;
  g_string_truncate (catma->text, 0);
}

static gboolean
read_elements (Catma *catma, GCancellable *cancellable)
{
  GError *fault = NULL;

  for (guint i = 0;; i++)
    {
      if (quo_import_is_cancelled (i, cancellable, catma->error))
        return FALSE;
      switch (quo_xml_next (catma->xml, &fault))
        {
        case QUO_XML_START:
          if (!on_start (catma))
            return FALSE;
          break;
        case QUO_XML_END:
          on_end (catma);
          break;
        case QUO_XML_TEXT:
          g_string_append (catma->text, quo_xml_get_text (catma->xml));
          break;
        case QUO_XML_DONE:
          return TRUE;
        case QUO_XML_FAULT:
        default:
          return quo_import_stop_short (catma->import, fault, catma->error);
        }
    }
}

/* --- Annotations --- */

/* Colours are of the tag; who marked it is an agent of the file. */
static void
add_values (QuoBuilder *builder, QuoDraft *draft, const Instance *instance)
{
  for (guint i = 0; i + 1 < instance->values->len; i += 2)
    {
      const char *name = g_ptr_array_index (instance->values, i);
      const char *value = g_ptr_array_index (instance->values, i + 1);

      if (g_str_equal (name, "catma_markupauthor"))
        draft->by = quo_builder_add_agent (builder, value,
                                           &(QuoAgent){ .type = "person", .name = value });
      else if (!g_str_has_prefix (name, "catma_") && *value != '\0')
        quo_draft_add_value (builder, draft, name, QUO_VALUE_STRING, value, FALSE);
    }
}

static gboolean
add_annotations (Catma *catma, QuoBuilder *builder)
{
  for (guint i = 0; i < catma->instances->len; i++)
    {
      const Instance *instance = g_ptr_array_index (catma->instances, i);
      const char *tag
          = instance->tag != NULL ? g_hash_table_lookup (catma->tags, instance->tag) : NULL;
      QuoDraft *draft;

      if (instance->ranges->len == 0) /* given nowhere */
        continue;
      if (instance->tag == NULL)
        {
          if (!quo_import_refuse (catma->import, instance->line, catma->error,
                                  _ ("it names “%s”, which does not exist in the file"),
                                  instance->id))
            return FALSE;
          continue;
        }
      draft = quo_builder_add (builder, QUO_RECORD_ANNOTATION, instance->id,
                               tag != NULL ? tag : instance->tag, instance->line);
      for (guint r = 0; r < instance->ranges->len; r++)
        {
          QuoSpan range = g_array_index (instance->ranges, QuoSpan, r);

          quo_draft_add_range (builder, draft, range.start, range.end, NULL, 0);
        }
      add_values (builder, draft, instance);
    }
  return TRUE;
}

static gboolean
read_file (Catma *catma, GCancellable *cancellable)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  g_autoptr (QuoBuilder) builder = NULL;

  if (!read_elements (catma, cancellable))
    return FALSE;
  builder = quo_import_begin_beside (catma->import, ".txt", &reading, cancellable, catma->error);
  if (builder == NULL || !add_annotations (catma, builder))
    return FALSE;
  return quo_import_end (catma->import, g_steal_pointer (&builder), catma->error);
}

static gboolean
read_catma (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoXml) xml = quo_xml_new (import->source, error);
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) instances = g_ptr_array_new_with_free_func (free_instance);
  g_autoptr (GString) text = g_string_new (NULL);
  Catma catma = { .import = import,
                  .xml = xml,
                  .tags = tags,
                  .by_id = by_id,
                  .instances = instances,
                  .text = text,
                  .error = error };
  gboolean is_read = xml != NULL && read_file (&catma, cancellable);

  g_free (catma.tag);
  g_free (catma.ana);
  g_free (catma.property);
  return is_read;
}

static gboolean
sniff_catma (const char *head, gsize len)
{
  return quo_xml_sniff (head, "TEI")
         && (strstr (head, "catma:") != NULL || strstr (head, "CATMA_") != NULL);
}

const QuoFormat quo_format_catma = {
  .id = "catma",
  .title = N_ ("CATMA annotations (TEI)"),
  .extensions = "catma.xml;xml",
  .carries
  = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_ATTRS | QUO_CARRIES_PROVENANCE,
  .sniff = sniff_catma,
  .read = read_catma,
};
