/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a tagset: the strict check of the text first, then a tree of json-glib, which is not
 * asked for anything that it gets wrong (it would keep the last of two members, or cut a string).
 *
 * The first fault is kept in the reading; after it every step gives nothing. */

#include "quo-config.h"

#include "quo-tagset-file.h"

#include "quo-error.h"
#include "quo-json-reader.h"
#include "quo-tagset-words.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_BYTES (1024 * 1024)

const char *const quo_tagset_kinds[] = { "free", "entity", "quote", "cue", NULL };
const char *const quo_tagset_lines[] = { "solid", "double", "dots",     "measure",     "block",
                                         "cue",   "thick",  "dash-dot", "double-dots", NULL };
const char *const quo_tagset_types[] = { "text", "number", "flag", "choice", "many", NULL };

/* Shown in grey, as a label without a tagset is. */
#define DEFAULT_COLOR "#4c4b53"
#define DEFAULT_DARK "#d9d8d4"

typedef struct
{
  const char *file;
  QuoTagset *tagset;
  GError *error;
  char *place; /* "labels[2]" */
} Reading;

G_GNUC_PRINTF (3, 4)
static void
fail (Reading *reading, const char *member, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (reading->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  reading->error = g_error_new (QUO_ERROR, QUO_ERROR_INVALID, "%s: %s%s%s: %s", reading->file,
                                reading->place != NULL ? reading->place : "",
                                reading->place != NULL && member != NULL ? "." : "",
                                member != NULL ? member : "", what);
}

G_GNUC_PRINTF (2, 3)
static void
set_place (Reading *reading, const char *format, ...)
{
  va_list args;

  g_free (reading->place);
  va_start (args, format);
  reading->place = g_strdup_vprintf (format, args);
  va_end (args);
}

/* --- Members --- */

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* (nullable): a string of the object, which lives as long as the tree. */
static const char *
get_string (Reading *reading, JsonObject *object, const char *member, gboolean is_needed)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !is_string (node))
    {
      if (node != NULL)
        fail (reading, member, _ ("a string is expected"));
      else if (is_needed)
        fail (reading, NULL, _ ("the member “%s” is missing"), member);
      return NULL;
    }
  if (is_needed && *json_node_get_string (node) == '\0')
    fail (reading, member, _ ("a name must not be empty"));
  return json_node_get_string (node);
}

static const char *
keep_string (Reading *reading, JsonObject *object, const char *member, gboolean is_needed)
{
  return quo_tagset_keep (reading->tagset, get_string (reading, object, member, is_needed));
}

/* A list of the object; an empty one when there is none. */
static JsonArray *
get_list (Reading *reading, JsonObject *object, const char *member, gboolean is_needed)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  if (node != NULL)
    fail (reading, member, _ ("a list is expected"));
  else if (is_needed)
    fail (reading, NULL, _ ("the member “%s” is missing"), member);
  return NULL;
}

static guint
get_length (const Reading *reading, JsonArray *list)
{
  return list != NULL && reading->error == NULL ? json_array_get_length (list) : 0;
}

static JsonObject *
get_object (Reading *reading, JsonArray *list, guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (reading, NULL, _ ("an object is expected"));
  return NULL;
}

static guint
find_word (Reading *reading, const char *member, const char *const *words, const char *word)
{
  g_autofree char *allowed = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  allowed = g_strjoinv (", ", (char **)words);
  fail (reading, member, _ ("“%s” is none of: %s"), word, allowed);
  return 0;
}

static guint
get_word (Reading *reading, JsonObject *object, const char *member, const char *const *words)
{
  const char *word = get_string (reading, object, member, FALSE);

  return word != NULL ? find_word (reading, member, words, word) : 0;
}

static const char *
get_color (Reading *reading, JsonObject *object, const char *member, const char *otherwise)
{
  const char *color = get_string (reading, object, member, FALSE);
  gboolean is_good = color != NULL && *color == '#' && strlen (color) == 7;

  if (color == NULL)
    return quo_tagset_keep (reading->tagset, otherwise);
  for (guint i = 1; is_good && i < 7; i++)
    is_good = g_ascii_isxdigit (color[i]);
  if (!is_good)
    fail (reading, member, _ ("“%s” is no colour: #15529f is how one is written"), color);
  return quo_tagset_keep (reading->tagset, color);
}

static gboolean
get_flag (Reading *reading, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  fail (reading, member, _ ("true or false is expected"));
  return FALSE;
}

/* --- Labels --- */

/* The strings of a list as a NULL-terminated array of the tagset, or NULL. */
static const char *const *
read_strings (Reading *reading, JsonArray *list, const char *member)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  for (guint i = 0; i < get_length (reading, list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (is_string (node))
        g_ptr_array_add (strings,
                         (gpointer)quo_tagset_keep (reading->tagset, json_node_get_string (node)));
      else
        fail (reading, member, _ ("a string is expected"));
    }
  if (strings->len == 0)
    return NULL;
  g_ptr_array_add (strings, NULL);
  return quo_tagset_keep_block (reading->tagset, strings->pdata, strings->len * sizeof (gpointer));
}

/* The default of an attribute: whatever its type, kept as text. */
static const char *
read_default (Reading *reading, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "default");
  g_autofree char *text = NULL;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    {
      fail (reading, "default", _ ("a string, a number, true or false is expected"));
      return NULL;
    }
  text = is_string (node) ? g_strdup (json_node_get_string (node)) : json_to_string (node, FALSE);
  return quo_tagset_keep (reading->tagset, text);
}

static void
read_attrs (Reading *reading, JsonObject *object, guint index, QuoLabel *label)
{
  JsonArray *list = get_list (reading, object, "attrs", FALSE);
  guint n = get_length (reading, list);
  g_autofree QuoLabelAttr *attrs = g_new0 (QuoLabelAttr, n);

  for (guint i = 0; i < n && reading->error == NULL; i++)
    {
      JsonObject *attr;

      set_place (reading, "labels[%u].attrs[%u]", index, i);
      attr = get_object (reading, list, i);
      if (attr == NULL)
        break;
      attrs[i].name = keep_string (reading, attr, "name", TRUE);
      attrs[i].type = quo_tagset_types[get_word (reading, attr, "type", quo_tagset_types)];
      attrs[i].values = read_strings (reading, get_list (reading, attr, "values", FALSE), "values");
      attrs[i].value = read_default (reading, attr);
    }
  set_place (reading, "labels[%u]", index);
  label->attrs = quo_tagset_keep_block (reading->tagset, attrs, n * sizeof *attrs);
  label->n_attrs = n;
}

static const char *
read_key (Reading *reading, JsonObject *object)
{
  const char *key = keep_string (reading, object, "key", FALSE);

  if (key != NULL && (g_utf8_strlen (key, -1) != 1 || !g_unichar_isgraph (g_utf8_get_char (key))))
    fail (reading, "key", _ ("“%s” is not one character"), key);
  return key;
}

static void
read_label (Reading *reading, JsonObject *object, guint index, QuoLabel *label)
{
  label->id = keep_string (reading, object, "id", TRUE);
  label->name = keep_string (reading, object, "name", FALSE);
  if (label->name == NULL)
    label->name = label->id;
  label->short_name = keep_string (reading, object, "short", FALSE);
  label->key = read_key (reading, object);
  label->color = get_color (reading, object, "color", DEFAULT_COLOR);
  /* A colour without its mate for dark pages gets one from the palette. */
  label->dark = get_color (reading, object, "dark",
                           json_object_has_member (object, "color") ? NULL : DEFAULT_DARK);
  label->contrast = get_color (reading, object, "hc", NULL);
  label->contrast_dark = get_color (reading, object, "hc-dark", NULL);
  label->line = (QuoLinePattern)get_word (reading, object, "line", quo_tagset_lines);
  label->kind = (QuoLabelKind)get_word (reading, object, "kind", quo_tagset_kinds);
  read_attrs (reading, object, index, label);
}

/* Two labels must not have the same id or the same key. */
static void
check_label (Reading *reading, const QuoLabel *labels, guint index)
{
  const QuoLabel *label = &labels[index];
  g_autofree char *key = label->key != NULL ? g_utf8_casefold (label->key, -1) : NULL;

  for (guint i = 0; i < index && reading->error == NULL; i++)
    {
      g_autofree char *other = labels[i].key != NULL ? g_utf8_casefold (labels[i].key, -1) : NULL;

      if (g_str_equal (labels[i].id, label->id))
        fail (reading, "id", _ ("“%s” is the id of labels[%u] already"), label->id, i);
      else if (key != NULL && g_strcmp0 (key, other) == 0)
        fail (reading, "key", _ ("“%s” is the key of labels[%u] already"), label->key, i);
    }
}

static void
read_labels (Reading *reading, JsonObject *root)
{
  JsonArray *list = get_list (reading, root, "labels", TRUE);
  guint n = get_length (reading, list);
  g_autofree QuoLabel *labels = g_new0 (QuoLabel, n);

  for (guint i = 0; i < n && reading->error == NULL; i++)
    {
      JsonObject *object;

      set_place (reading, "labels[%u]", i);
      object = get_object (reading, list, i);
      if (object != NULL)
        read_label (reading, object, i, &labels[i]);
      if (reading->error == NULL)
        check_label (reading, labels, i);
    }
  reading->tagset->labels = quo_tagset_keep_block (reading->tagset, labels, n * sizeof *labels);
  reading->tagset->n_labels = n;
}

/* --- Relations --- */

static void
read_role (Reading *reading, JsonObject *object, QuoRoleType *role)
{
  JsonArray *kinds = get_list (reading, object, "kinds", FALSE);
  guint n = get_length (reading, kinds);

  role->name = keep_string (reading, object, "name", TRUE);
  role->is_many = get_flag (reading, object, "many");
  if (n > G_N_ELEMENTS (role->kinds))
    fail (reading, "kinds", _ ("there are only four kinds"));
  for (guint i = 0; i < n && reading->error == NULL; i++)
    {
      JsonNode *node = json_array_get_element (kinds, i);

      if (is_string (node))
        role->kinds[role->n_kinds++] = (QuoLabelKind)find_word (reading, "kinds", quo_tagset_kinds,
                                                                json_node_get_string (node));
      else
        fail (reading, "kinds", _ ("a string is expected"));
    }
}

static void
read_relation (Reading *reading, JsonObject *object, guint index, QuoRelationType *relation)
{
  JsonArray *list = get_list (reading, object, "roles", TRUE);
  guint n = get_length (reading, list);
  g_autofree QuoRoleType *roles = g_new0 (QuoRoleType, n);

  relation->id = keep_string (reading, object, "id", TRUE);
  relation->name = keep_string (reading, object, "name", FALSE);
  if (relation->name == NULL)
    relation->name = relation->id;
  for (guint i = 0; i < n && reading->error == NULL; i++)
    {
      JsonObject *role;

      set_place (reading, "relations[%u].roles[%u]", index, i);
      role = get_object (reading, list, i);
      if (role != NULL)
        read_role (reading, role, &roles[i]);
    }
  relation->roles = quo_tagset_keep_block (reading->tagset, roles, n * sizeof *roles);
  relation->n_roles = n;
}

static void
read_relations (Reading *reading, JsonObject *root)
{
  JsonArray *list = get_list (reading, root, "relations", FALSE);
  guint n = get_length (reading, list);
  g_autofree QuoRelationType *relations = g_new0 (QuoRelationType, n);

  for (guint i = 0; i < n && reading->error == NULL; i++)
    {
      JsonObject *object;

      set_place (reading, "relations[%u]", i);
      object = get_object (reading, list, i);
      if (object != NULL)
        read_relation (reading, object, i, &relations[i]);
    }
  reading->tagset->relations
      = quo_tagset_keep_block (reading->tagset, relations, n * sizeof *relations);
  reading->tagset->n_relations = n;
}

/* --- The whole --- */

static void
check_version (Reading *reading, JsonObject *root)
{
  const char *format = get_string (reading, root, "format", TRUE);
  const char *version = get_string (reading, root, "version", TRUE);

  if (format != NULL && !g_str_equal (format, QUO_TAGSET_FORMAT))
    fail (reading, "format", _ ("“%s” is not %s: this is no tagset"), format, QUO_TAGSET_FORMAT);
  if (version == NULL || reading->error != NULL || g_str_has_prefix (version, "1."))
    return;
  if (g_ascii_strtoull (version, NULL, 10) > 1)
    reading->error = g_error_new (QUO_ERROR, QUO_ERROR_VERSION,
                                  _ ("%s: was written by a later version of the program (format "
                                     "%s, this one reads 1)"),
                                  reading->file, version);
  else
    fail (reading, "version", _ ("“%s” is no version: 1.0 is how one is written"), version);
}

static void
read_root (Reading *reading, JsonNode *root)
{
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (reading, NULL, _ ("an object is expected"));
      return;
    }
  object = json_node_get_object (root);
  check_version (reading, object);
  reading->tagset->name = keep_string (reading, object, "name", TRUE);
  read_labels (reading, object);
  g_clear_pointer (&reading->place, g_free);
  read_relations (reading, object);
}

QuoTagset *
quo_tagset_read (GBytes *bytes, const char *name, GError **error)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  g_autoptr (QuoTagset) tagset = quo_tagset_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Reading reading = { .file = name, .tagset = tagset };

  if (len > MAX_BYTES)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_TOO_LARGE,
                   _ ("%s: has %.1f MB; tagsets above 1 MB are not read"), name,
                   (double)len / MAX_BYTES);
      return NULL;
    }
  if (!quo_json_check_unique (data, len, name, error)
      || !json_parser_load_from_data (parser, data, (gssize)len, error))
    return NULL;
  read_root (&reading, json_parser_get_root (parser));
  g_free (reading.place);
  if (reading.error == NULL)
    return g_steal_pointer (&tagset);
  g_propagate_error (error, reading.error);
  return NULL;
}
