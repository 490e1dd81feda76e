/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing CAS JSON. Ids are given first, so that structures can refer to each other. */

#include "quo-config.h"

#include "quo-authority.h"
#include "quo-cas.h"
#include "quo-json-writer.h"

#include <string.h>

#define SOFA_ID 1

typedef struct
{
  QuoSelection *selection;
  QuoJsonWriter json;
  GHashTable *ids;  /* id of a record to that of its first structure */
  GPtrArray *attrs; /* names of attributes, each once */
  GString *members; /* of the view */
  guint next;       /* the next id */
} Cas;

static void
raw (Cas *cas, const char *s)
{
  quo_json_writer_raw (&cas->json, s, strlen (s));
}

static void
string (Cas *cas, const char *s)
{
  quo_json_writer_string (&cas->json, s, strlen (s));
}

/* `,"NAME":"VALUE"`; nothing for NULL. */
static void
member (Cas *cas, const char *name, const char *value)
{
  if (value == NULL)
    return;
  raw (cas, ",");
  string (cas, name);
  raw (cas, ":");
  string (cas, value);
}

static void
number (Cas *cas, const char *name, guint32 value)
{
  raw (cas, ",");
  string (cas, name);
  raw (cas, ":");
  quo_json_writer_uint (&cas->json, value);
}

/* --- Types --- */

static void
begin_type (Cas *cas, const char *name, const char *super, gboolean is_first)
{
  raw (cas, is_first ? "\n" : "},\n");
  string (cas, name);
  raw (cas, ":{\"%NAME\":");
  string (cas, name);
  member (cas, "%SUPER_TYPE", super);
}

static void
feature (Cas *cas, const char *name, const char *range)
{
  raw (cas, ",");
  string (cas, name);
  raw (cas, ":{\"%NAME\":");
  string (cas, name);
  member (cas, "%RANGE", range);
  raw (cas, "}");
}

static void
attr_features (Cas *cas)
{
  for (guint i = 0; i < cas->attrs->len; i++)
    {
      g_autofree char *name = g_strconcat (QUO_CAS_ATTR, g_ptr_array_index (cas->attrs, i), NULL);

      feature (cas, name, "uima.cas.String");
    }
}

static void
write_types (Cas *cas)
{
  static const char *const strings[]
      = { "id", "kind", "name", "identifiers", "lat", "lon", "note" };

  raw (cas, "{\"%TYPES\":{");
  begin_type (cas, QUO_CAS_SPAN, "uima.tcas.Annotation", TRUE);
  feature (cas, "label", "uima.cas.String");
  feature (cas, "identifier", "uima.cas.String");
  feature (cas, "note", "uima.cas.String");
  feature (cas, "next", QUO_CAS_SPAN);
  feature (cas, "entities", "uima.cas.FSArray");
  attr_features (cas);
  begin_type (cas, QUO_CAS_ENTITY, "uima.cas.TOP", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    feature (cas, strings[i], "uima.cas.String");
  begin_type (cas, QUO_CAS_MEMBER, "uima.cas.TOP", FALSE);
  feature (cas, "role", "uima.cas.String");
  feature (cas, "target", "uima.cas.TOP");
  begin_type (cas, QUO_CAS_RELATION, "uima.tcas.Annotation", FALSE);
  feature (cas, "label", "uima.cas.String");
  feature (cas, "note", "uima.cas.String");
  feature (cas, "members", "uima.cas.FSArray");
  attr_features (cas);
  raw (cas, "}},\n");
}

/* --- Structures --- */

static void
begin_structure (Cas *cas, guint id, const char *type)
{
  raw (cas, ",\n{\"%ID\":");
  quo_json_writer_uint (&cas->json, id);
  member (cas, "%TYPE", type);
}

static void
place (Cas *cas, QuoSpan range, guint id)
{
  number (cas, "@sofa", SOFA_ID);
  number (cas, "begin", quo_text_to_utf16 (cas->selection->text, range.start));
  number (cas, "end", quo_text_to_utf16 (cas->selection->text, range.end));
  g_string_append_printf (cas->members, "%s%u", cas->members->len > 0 ? "," : "", id);
}

/* Values as a JSON text, which keeps their kinds and number. */
static void
write_attrs (Cas *cas, const QuoAttr *attrs, guint n_attrs)
{
  for (guint i = 0; i < n_attrs; i++)
    {
      gboolean is_list = attrs[i].is_list || attrs[i].n_values != 1;
      g_autofree char *name = g_strconcat (QUO_CAS_ATTR, attrs[i].name, NULL);
      QuoJsonWriter value;

      if (!is_list && attrs[i].values[0].kind == QUO_VALUE_STRING
          && strchr ("[\"-0123456789tf", *attrs[i].values[0].text) == NULL)
        {
          member (cas, name, attrs[i].values[0].text);
          continue;
        }
      quo_json_writer_init (&value, 64);
      if (is_list)
        quo_json_writer_literal (&value, "[");
      for (guint v = 0; v < attrs[i].n_values; v++)
        {
          const char *text = attrs[i].values[v].text;

          if (v > 0)
            quo_json_writer_literal (&value, ",");
          if (attrs[i].values[v].kind == QUO_VALUE_STRING)
            quo_json_writer_string (&value, text, strlen (text));
          else
            quo_json_writer_raw (&value, text, strlen (text));
        }
      if (is_list)
        quo_json_writer_literal (&value, "]");
      {
        g_autoptr (GBytes) bytes = quo_json_writer_finish (&value);
        gsize len;
        const char *data = g_bytes_get_data (bytes, &len);
        g_autofree char *text = g_strndup (data, len);

        member (cas, name, text);
      }
    }
}

/* An array of references, in a structure of its own that follows. */
static void
write_array (Cas *cas, guint id, const guint *elements, guint n)
{
  begin_structure (cas, id, "uima.cas.FSArray");
  raw (cas, ",\"%ELEMENTS\":[");
  for (guint i = 0; i < n; i++)
    {
      raw (cas, i > 0 ? "," : "");
      quo_json_writer_uint (&cas->json, elements[i]);
    }
  raw (cas, "]}");
}

static guint
find_id (const Cas *cas, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (cas->ids, id));
}

/* The address of the first entity that has one. */
static char *
dup_identifier (const Cas *cas, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < annotation->n_entities; i++)
    {
      const QuoEntity *entity = quo_selection_find_entity (cas->selection, annotation->entities[i]);

      if (entity != NULL && entity->n_ids > 0)
        return quo_authority_dup_address (entity->ids[entity->n_ids - 1].name,
                                          entity->ids[entity->n_ids - 1].value);
    }
  return NULL;
}

static void
write_span (Cas *cas, const QuoAnnotation *annotation)
{
  guint id = find_id (cas, annotation->base.id);
  g_autofree guint *entities = g_new (guint, annotation->n_entities + 1);
  g_autofree char *identifier = dup_identifier (cas, annotation);
  guint n = 0;

  for (guint i = 0; i < annotation->n_entities; i++)
    if (find_id (cas, annotation->entities[i]) != 0)
      entities[n++] = find_id (cas, annotation->entities[i]);
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      begin_structure (cas, id + i, QUO_CAS_SPAN);
      place (cas, annotation->ranges[i], id + i);
      member (cas, "label", annotation->type);
      if (i + 1 < annotation->n_ranges)
        number (cas, "@next", id + i + 1);
      if (i == 0)
        {
          member (cas, "identifier", identifier);
          member (cas, "note", annotation->note);
          write_attrs (cas, annotation->attrs, annotation->n_attrs);
          if (n > 0)
            number (cas, "@entities", cas->next);
        }
      raw (cas, "}");
    }
  if (n > 0)
    write_array (cas, cas->next++, entities, n);
}

static void
write_entity (Cas *cas, const QuoEntity *entity)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  begin_structure (cas, find_id (cas, entity->base.id), QUO_CAS_ENTITY);
  member (cas, "id", entity->base.id);
  member (cas, "kind", entity->type);
  member (cas, "name", entity->name);
  for (guint i = 0; i < entity->n_ids; i++)
    g_string_append_printf (ids, "%s%s:%s", i > 0 ? " " : "", entity->ids[i].name,
                            entity->ids[i].value);
  member (cas, "identifiers", ids->len > 0 ? ids->str : NULL);
  member (cas, "lat", entity->lat);
  member (cas, "lon", entity->lon);
  member (cas, "note", entity->note);
  raw (cas, "}");
}

/* Where the relation is shown: its first member in the text. */
static QuoSpan
find_place (const Cas *cas, const QuoRelation *relation)
{
  for (guint r = 0; r < relation->n_roles; r++)
    for (guint m = 0; m < relation->roles[r].n_members; m++)
      {
        const QuoAnnotation *annotation
            = quo_selection_find_member (cas->selection, relation->roles[r].members[m]);

        if (annotation != NULL)
          return annotation->ranges[0];
      }
  return QUO_SPAN (0, 0);
}

static void
write_relation (Cas *cas, const QuoRelation *relation)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint id = cas->next++, array = cas->next++;

  begin_structure (cas, id, QUO_CAS_RELATION);
  place (cas, find_place (cas, relation), id);
  member (cas, "label", relation->type);
  member (cas, "note", relation->note);
  write_attrs (cas, relation->attrs, relation->n_attrs);
  number (cas, "@members", array);
  raw (cas, "}");
  for (guint r = 0; r < relation->n_roles; r++)
    for (guint m = 0; m < relation->roles[r].n_members; m++)
      {
        guint target = find_id (cas, relation->roles[r].members[m]);

        if (target == 0)
          {
            cas->selection->losses.counts[QUO_LOSS_MEMBERS]++;
            continue;
          }
        begin_structure (cas, cas->next, QUO_CAS_MEMBER);
        member (cas, "role", relation->roles[r].name);
        number (cas, "@target", target);
        raw (cas, "}");
        g_array_append_val (members, cas->next);
        cas->next++;
      }
  write_array (cas, array, (const guint *)(gpointer)members->data, members->len);
}

/* --- The file --- */

static void
list_attrs (Cas *cas, const QuoAttr *attrs, guint n_attrs)
{
  for (guint i = 0; i < n_attrs; i++)
    if (!g_ptr_array_find (cas->attrs, attrs[i].name, NULL))
      g_ptr_array_add (cas->attrs, (gpointer)attrs[i].name);
}

static void
give_ids (Cas *cas)
{
  QuoSnapshot *snapshot = cas->selection->snapshot;

  cas->next = SOFA_ID + 1;
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    g_hash_table_insert (cas->ids, (gpointer)quo_snapshot_get_entity (snapshot, i)->base.id,
                         GUINT_TO_POINTER (cas->next++));
  for (guint i = 0; i < cas->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (cas->selection, i);

      g_hash_table_insert (cas->ids, (gpointer)annotation->base.id, GUINT_TO_POINTER (cas->next));
      cas->next += annotation->n_ranges;
      list_attrs (cas, annotation->attrs, annotation->n_attrs);
    }
  for (guint i = 0; i < cas->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (cas->selection, i);

      list_attrs (cas, relation->attrs, relation->n_attrs);
    }
}

static void
write_sofa (Cas *cas)
{
  const QuoText *text = cas->selection->text;

  raw (cas, "\"%FEATURE_STRUCTURES\":[\n{\"%ID\":1,\"%TYPE\":\"uima.cas.Sofa\",\"sofaNum\":1,"
            "\"sofaID\":\"_InitialView\",\"mimeType\":\"text\",\"sofaString\":");
  quo_json_writer_string (&cas->json, quo_text_get_utf8 (text), quo_text_get_bytes (text));
  raw (cas, "}");
}

static gboolean
write_all (Cas *cas, GCancellable *cancellable, GError **error)
{
  QuoSnapshot *snapshot = cas->selection->snapshot;

  give_ids (cas);
  write_types (cas);
  write_sofa (cas);
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    write_entity (cas, quo_snapshot_get_entity (snapshot, i));
  for (guint i = 0; i < cas->selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_span (cas, quo_selection_get_annotation (cas->selection, i));
    }
  for (guint i = 0; i < cas->selection->relations->len; i++)
    write_relation (cas, quo_selection_get_relation (cas->selection, i));
  raw (cas, "],\n\"%VIEWS\":{\"_InitialView\":{\"%SOFA\":1,\"%MEMBERS\":[");
  raw (cas, cas->members->str);
  raw (cas, "]}}}\n");
  return TRUE;
}

gboolean
quo_cas_write (QuoSelection *selection, QuoTarget *target, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) attrs = g_ptr_array_new ();
  g_autoptr (GString) members = g_string_new (NULL);
  Cas cas = { .selection = selection, .ids = ids, .attrs = attrs, .members = members };
  gboolean is_written;

  quo_json_writer_init (&cas.json, 4096);
  is_written = write_all (&cas, cancellable, error);
  if (is_written)
    {
      g_autoptr (GBytes) bytes = quo_json_writer_finish (&cas.json);

      quo_target_set (target, NULL, bytes);
    }
  quo_json_writer_clear (&cas.json);
  return is_written;
}
