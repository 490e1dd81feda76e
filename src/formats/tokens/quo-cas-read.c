/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading CAS JSON. Structures refer to each other by number, in any order, so all are indexed
 * before any is read. */

#include "quo-config.h"

#include "quo-authority.h"
#include "quo-cas.h"
#include "quo-json-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Types deeper than this in each other are not followed: they go in a circle. */
#define MAX_LINEAGE 64

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  const QuoJsonNode *types;
  GHashTable *structures; /* number to QuoJsonNode */
  GHashTable *parts;      /* QuoJsonNode of spans that another one goes on with */
  guint sofa;             /* of the text at hand */
  guint n_empty;
  GError **error;
} Cas;

/* --- Structures --- */

static guint
get_line (const Cas *cas, const QuoJsonNode *node)
{
  return quo_json_tree_get_line (cas->tree, node);
}

static const char *
get_type (const QuoJsonNode *structure)
{
  const char *type = quo_json_node_get_string (structure, "%TYPE");

  return type != NULL ? type : "";
}

/* What the feature refers to; NULL: nothing. */
static const QuoJsonNode *
follow (const Cas *cas, const QuoJsonNode *structure, const char *feature)
{
  guint32 number;

  if (!quo_json_node_get_uint (structure, feature, &number))
    return NULL;
  return g_hash_table_lookup (cas->structures, GUINT_TO_POINTER (number));
}

static gboolean
is_a (const Cas *cas, const char *type, const char *ancestor)
{
  for (guint i = 0; type != NULL && i < MAX_LINEAGE; i++)
    {
      if (g_str_equal (type, ancestor))
        return TRUE;
      type = quo_json_node_get_string (quo_json_node_get_kind (cas->types, type, QUO_JSON_OBJECT),
                                       "%SUPER_TYPE");
    }
  return FALSE;
}

static const char *
get_short_name (const char *type)
{
  const char *point = strrchr (type, '.');

  return point != NULL ? point + 1 : type;
}

/* What parsers add to every word, and what is about the whole document. */
static gboolean
is_technical (const Cas *cas, const char *type)
{
  static const char *const names[] = { "Token",
                                       "Sentence",
                                       "Paragraph",
                                       "POS",
                                       "Lemma",
                                       "Stem",
                                       "MorphologicalFeatures",
                                       "DocumentMetaData",
                                       "SurfaceForm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (get_short_name (type), names[i]))
      return TRUE;
  return is_a (cas, type, "uima.tcas.DocumentAnnotation") || strstr (type, ".pos.POS_") != NULL;
}

static gboolean
index_structures (Cas *cas, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list->first; node != NULL; node = node->next)
    {
      guint32 number;

      if (!quo_json_node_get_uint (node, "%ID", &number) || *get_type (node) == '\0')
        {
          if (!quo_import_refuse (cas->import, get_line (cas, node), cas->error, "%s",
                                  _ ("a feature structure has a number %ID and a %TYPE")))
            return FALSE;
          continue;
        }
      if (!g_hash_table_insert (cas->structures, GUINT_TO_POINTER (number), (gpointer)node)
          && !quo_import_refuse (cas->import, get_line (cas, node), cas->error,
                                 _ ("the id %s stands twice"),
                                 quo_json_node_get_string (node, "%ID")))
        return FALSE;
    }
  for (const QuoJsonNode *node = list->first; node != NULL; node = node->next)
    if (g_str_equal (get_type (node), QUO_CAS_SPAN) && follow (cas, node, "@next") != NULL)
      g_hash_table_add (cas->parts, (gpointer)follow (cas, node, "@next"));
  return TRUE;
}

/* --- Entities --- */

static void
add_entity (Cas *cas, const QuoJsonNode *node)
{
  const char *ids = quo_json_node_get_string (node, "identifiers");
  const char *number = quo_json_node_get_string (node, "%ID");
  QuoDraft *entity
      = quo_builder_add (cas->builder, QUO_RECORD_ENTITY, number,
                         quo_json_node_get_string (node, "kind"), get_line (cas, node));
  g_auto (GStrv) pairs = g_strsplit (ids != NULL ? ids : "", " ", -1);

  if (entity == NULL)
    return;
  entity->id = quo_json_node_get_string (node, "id");
  entity->name = quo_json_node_get_string (node, "name");
  quo_import_set_place (cas->import, cas->builder, entity, quo_json_node_get_string (node, "lat"),
                        quo_json_node_get_string (node, "lon"));
  entity->note = quo_json_node_get_string (node, "note");
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *colon = strchr (pairs[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      quo_draft_add_id (cas->builder, entity, pairs[i], colon + 1);
    }
}

/* An address in the feature identifier. */
static void
link_identifier (Cas *cas, QuoDraft *draft, const char *address)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  QuoDraft *entity = quo_builder_find (cas->builder, address);

  if (entity == NULL)
    {
      entity = quo_builder_add (cas->builder, QUO_RECORD_ENTITY, address, draft->type, 0);
      if (quo_authority_parse (address, &name, &value))
        quo_draft_add_id (cas->builder, entity, name, value);
      else
        quo_draft_add_id (cas->builder, entity, "url", address);
    }
  quo_draft_link_entity (cas->builder, draft, entity);
}

/* --- Attributes --- */

/* Our own values are JSON where they are no plain text. */
static gboolean
add_json_value (Cas *cas, QuoDraft *draft, const char *name, const char *text, gsize len)
{
  g_autoptr (QuoJsonTree) tree = NULL;
  const char *kept = quo_builder_keep (cas->builder, text, (gssize)len);

  if (strchr ("[\"-0123456789tf", *text) == NULL)
    return FALSE;
  tree = quo_json_tree_new (kept, len, "", 1, NULL);
  if (tree == NULL)
    return FALSE;
  quo_json_file_add_value (cas->builder, draft, name, quo_json_tree_get_root (tree));
  return TRUE;
}

static void
add_attrs (Cas *cas, QuoDraft *draft, const QuoJsonNode *node)
{
  static const char *const unwanted[]
      = { "begin", "end", "label", "value", "identifier", "note", "comment" };

  for (const QuoJsonNode *f = node->first; f != NULL; f = f->next)
    {
      gboolean is_own = g_str_has_prefix (f->name, QUO_CAS_ATTR);
      const char *name = is_own ? f->name + strlen (QUO_CAS_ATTR) : f->name;
      gboolean is_unwanted = *f->name == '%' || *f->name == '@' || *f->name == '^';

      for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
        is_unwanted = is_unwanted || g_str_equal (f->name, unwanted[i]);
      if (is_unwanted)
        continue;
      if (!is_own || f->kind != QUO_JSON_STRING
          || !add_json_value (cas, draft, name, f->text, f->len))
        quo_json_file_add_value (cas->builder, draft, *name == '#' ? name + 1 : name, f);
    }
}

/* --- Annotations --- */

/* FALSE: it marks nothing, as UIMA allows. */
static gboolean
get_range (const QuoJsonNode *node, guint32 *ret_start, guint32 *ret_end)
{
  *ret_start = *ret_end = 0;
  quo_json_node_get_uint (node, "begin", ret_start);
  quo_json_node_get_uint (node, "end", ret_end);
  return *ret_start != *ret_end;
}

static void
add_range (Cas *cas, QuoDraft *draft, const QuoJsonNode *node)
{
  guint32 start, end;

  if (get_range (node, &start, &end))
    quo_draft_add_range (cas->builder, draft, start, end, NULL, 0);
}

static const char *
find_label (const QuoJsonNode *node)
{
  const char *label = quo_json_node_get_string (node, "label");

  if (label == NULL || *label == '\0')
    label = quo_json_node_get_string (node, "value");
  return label != NULL && *label != '\0' ? label : get_short_name (get_type (node));
}

static void
link_entities (Cas *cas, QuoDraft *draft, const QuoJsonNode *node)
{
  const QuoJsonNode *array = follow (cas, node, "@entities");
  const QuoJsonNode *list = quo_json_node_get_kind (array, "%ELEMENTS", QUO_JSON_ARRAY);
  const char *identifier = quo_json_node_get_string (node, "identifier");

  for (const QuoJsonNode *e = list != NULL ? list->first : NULL; e != NULL; e = e->next)
    if (e->kind == QUO_JSON_NUMBER)
      quo_draft_add_entity (cas->builder, draft, e->text);
  if (list == NULL && identifier != NULL && *identifier != '\0')
    link_identifier (cas, draft, identifier);
}

static void
add_annotation (Cas *cas, const QuoJsonNode *node)
{
  const char *note = quo_json_node_get_string (node, "note");
  guint32 start, end;
  QuoDraft *draft;
  guint n = 0;

  if (!get_range (node, &start, &end))
    {
      cas->n_empty++;
      return;
    }
  draft = quo_builder_add (cas->builder, QUO_RECORD_ANNOTATION,
                           quo_json_node_get_string (node, "%ID"), find_label (node),
                           get_line (cas, node));
  if (draft == NULL)
    return;
  add_range (cas, draft, node);
  if (g_str_equal (get_type (node), QUO_CAS_SPAN))
    for (const QuoJsonNode *part = follow (cas, node, "@next");
         part != NULL && n < g_hash_table_size (cas->parts);
         part = follow (cas, part, "@next"), n++)
      add_range (cas, draft, part);
  if (note == NULL)
    note = quo_json_node_get_string (node, "comment");
  if (note != NULL && *note != '\0')
    quo_draft_add_note (cas->builder, draft, note);
  link_entities (cas, draft, node);
  add_attrs (cas, draft, node);
}

/* --- Relations --- */

/* {role, target}, as a member of @relation. */
static void
add_member (Cas *cas, QuoDraft *relation, const QuoJsonNode *link, const char *name)
{
  const char *role = quo_json_node_get_string (link, "role");
  const char *target = quo_json_node_get_string (link, "@target");
  const QuoJsonNode *node = follow (cas, link, "@target");
  guint32 start, end;

  /* Tokens and what marks nothing are not read. */
  if (node != NULL && !g_str_equal (get_type (node), QUO_CAS_ENTITY)
      && (is_technical (cas, get_type (node)) || !get_range (node, &start, &end)))
    return;
  if (target != NULL)
    quo_draft_add_member (cas->builder, relation, role != NULL && *role != '\0' ? role : name,
                          target);
}

static void
add_relation (Cas *cas, const QuoJsonNode *node)
{
  const QuoJsonNode *array = follow (cas, node, "@members");
  const QuoJsonNode *list = quo_json_node_get_kind (array, "%ELEMENTS", QUO_JSON_ARRAY);
  const char *note = quo_json_node_get_string (node, "note");
  QuoDraft *relation
      = quo_builder_add (cas->builder, QUO_RECORD_RELATION, quo_json_node_get_string (node, "%ID"),
                         find_label (node), get_line (cas, node));

  if (relation == NULL)
    return;
  for (const QuoJsonNode *m = list != NULL ? list->first : NULL; m != NULL; m = m->next)
    {
      guint32 number;

      if (quo_json_node_to_uint (m, &number))
        add_member (cas, relation, g_hash_table_lookup (cas->structures, GUINT_TO_POINTER (number)),
                    "member");
    }
  if (note != NULL)
    quo_draft_add_note (cas->builder, relation, note);
  add_attrs (cas, relation, node);
}

/* A relation between two annotations, as Dependency is; FALSE: it is none. */
static gboolean
add_pair (Cas *cas, const QuoJsonNode *node)
{
  const char *governor = quo_json_node_get_string (node, "@Governor");
  const char *dependent = quo_json_node_get_string (node, "@Dependent");
  QuoDraft *relation;

  if (governor == NULL || dependent == NULL)
    return FALSE;
  if (is_technical (cas, get_type (follow (cas, node, "@Governor"))))
    return TRUE; /* between tokens, which are not read */
  relation = quo_builder_add (cas->builder, QUO_RECORD_RELATION, NULL, find_label (node),
                              get_line (cas, node));
  quo_draft_add_member (cas->builder, relation, "governor", governor);
  quo_draft_add_member (cas->builder, relation, "dependent", dependent);
  return TRUE;
}

/* The slots of an annotation: features that are arrays of {role, target}. */
static void
add_slots (Cas *cas, const QuoJsonNode *node)
{
  QuoDraft *relation = NULL;

  for (const QuoJsonNode *f = node->first; f != NULL; f = f->next)
    {
      const QuoJsonNode *array = *f->name == '@' ? follow (cas, node, f->name) : NULL;
      const QuoJsonNode *list = quo_json_node_get_kind (array, "%ELEMENTS", QUO_JSON_ARRAY);

      if (g_str_equal (f->name, "@entities"))
        continue;
      for (const QuoJsonNode *m = list != NULL ? list->first : NULL; m != NULL; m = m->next)
        {
          guint32 number;
          const QuoJsonNode *link
              = quo_json_node_to_uint (m, &number)
                    ? g_hash_table_lookup (cas->structures, GUINT_TO_POINTER (number))
                    : NULL;

          if (quo_json_node_get_string (link, "@target") == NULL)
            continue;
          if (relation == NULL)
            {
              relation = quo_builder_add (cas->builder, QUO_RECORD_RELATION, NULL,
                                          get_short_name (get_type (node)), get_line (cas, node));
              quo_draft_add_member (cas->builder, relation, "head",
                                    quo_json_node_get_string (node, "%ID"));
            }
          add_member (cas, relation, link, f->name + 1);
        }
    }
}

/* --- Texts --- */

static void
read_structure (Cas *cas, const QuoJsonNode *node)
{
  const char *type = get_type (node);
  guint32 sofa;

  if (g_str_equal (type, QUO_CAS_ENTITY))
    add_entity (cas, node);
  if (!is_a (cas, type, "uima.tcas.Annotation")
      && !is_a (cas, type, "uima.tcas.DocumentAnnotation"))
    return;
  if (is_technical (cas, type) || g_hash_table_contains (cas->parts, node)
      || !quo_json_node_get_uint (node, "@sofa", &sofa) || sofa != cas->sofa)
    return;
  if (g_str_equal (type, QUO_CAS_RELATION))
    {
      add_relation (cas, node);
      return;
    }
  if (add_pair (cas, node))
    return;
  add_annotation (cas, node);
  if (quo_builder_find (cas->builder, quo_json_node_get_string (node, "%ID")) != NULL)
    add_slots (cas, node);
}

static gboolean
read_text (Cas *cas, const QuoJsonNode *sofa, const QuoJsonNode *list, GCancellable *cancellable)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  const QuoJsonNode *text = quo_json_node_get_kind (sofa, "sofaString", QUO_JSON_STRING);
  g_autoptr (QuoBuilder) builder = NULL;
  guint i = 0;

  if (!quo_import_wants (cas->import, text->text, text->len))
    return TRUE;
  quo_json_node_get_uint (sofa, "%ID", &cas->sofa);
  builder = quo_import_begin_text (cas->import, NULL, text->text, text->len, &reading);
  cas->builder = builder;
  cas->n_empty = 0;
  for (const QuoJsonNode *node = list->first; node != NULL; node = node->next)
    {
      if (quo_import_is_cancelled (i++, cancellable, cas->error))
        return FALSE;
      read_structure (cas, node);
    }
  if (cas->n_empty > 0)
    quo_report_add (cas->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u annotation that marks nothing was left out",
                              "%u annotations that mark nothing were left out", cas->n_empty),
                    cas->n_empty);
  return quo_import_end (cas->import, g_steal_pointer (&builder), cas->error);
}

gboolean
quo_cas_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_auto (QuoJsonFile) file = { 0 };
  g_autoptr (GHashTable) structures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);
  Cas cas = { .import = import, .structures = structures, .parts = parts, .error = error };
  const QuoJsonNode *list;
  guint n = 0;

  if (!quo_json_file_load (&file, import, error) || quo_import_is_cancelled (0, cancellable, error))
    return FALSE;
  cas.tree = file.tree;
  cas.types
      = quo_json_node_get_kind (quo_json_tree_get_root (file.tree), "%TYPES", QUO_JSON_OBJECT);
  list = quo_json_node_get_kind (quo_json_tree_get_root (file.tree), "%FEATURE_STRUCTURES",
                                 QUO_JSON_ARRAY);
  if (list == NULL)
    return quo_import_refuse (import, 0, error, "%s",
                              _ ("there is no list %FEATURE_STRUCTURES in it"));
  if (!index_structures (&cas, list))
    return FALSE;
  for (const QuoJsonNode *node = list->first; node != NULL; node = node->next)
    if (g_str_equal (get_type (node), "uima.cas.Sofa")
        && quo_json_node_get_kind (node, "sofaString", QUO_JSON_STRING) != NULL)
      {
        n++;
        if (!read_text (&cas, node, list, cancellable))
          return FALSE;
      }
  return n > 0 || quo_import_refuse (import, 0, error, "%s", _ ("there is no text in it"));
}
