/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of values out of the strict reader.  Nodes lie in blocks, strings in chunks, so that a
 * file of a million values is given up at once. */

#include "quo-config.h"

#include "quo-json-tree.h"

#include <string.h>

#define BLOCK_NODES 256

struct _QuoJsonTree
{
  const char *data;
  guint first_line;
  GPtrArray *blocks;
  guint n_used; /* of the last block */
  GStringChunk *strings;
  const QuoJsonNode *root;
  gsize known_place; /* and the line of it */
  guint known_line;
};

static QuoJsonNode *
add_node (QuoJsonTree *tree)
{
  if (tree->blocks->len == 0 || tree->n_used == BLOCK_NODES)
    {
      g_ptr_array_add (tree->blocks, g_new0 (QuoJsonNode, BLOCK_NODES));
      tree->n_used = 0;
    }
  return (QuoJsonNode *)g_ptr_array_index (tree->blocks, tree->blocks->len - 1) + tree->n_used++;
}

static const char *
keep (QuoJsonTree *tree, QuoJsonSlice slice)
{
  return g_string_chunk_insert_len (tree->strings, slice.data, (gssize)slice.len);
}

static QuoJsonNode *read_node (QuoJsonTree *tree, QuoJsonReader *reader);

static void
read_object (QuoJsonTree *tree, QuoJsonReader *reader, QuoJsonNode *node)
{
  const QuoJsonNode **link = &node->first;
  QuoJsonObject object;

  quo_json_reader_enter_object (reader, &object, NULL, 0);
  while (quo_json_reader_next_member (reader, &object) != QUO_JSON_DONE)
    {
      /* Names repeat in every object. */
      g_autofree char *name = g_strndup (object.name.data, object.name.len);
      QuoJsonNode *child = read_node (tree, reader);

      if (child == NULL)
        return;
      child->name = g_string_chunk_insert_const (tree->strings, name);
      *link = child;
      link = &child->next;
    }
}

static void
read_array (QuoJsonTree *tree, QuoJsonReader *reader, QuoJsonNode *node)
{
  const QuoJsonNode **link = &node->first;

  quo_json_reader_enter_array (reader);
  while (quo_json_reader_next_element (reader))
    {
      QuoJsonNode *child = read_node (tree, reader);

      if (child == NULL)
        return;
      *link = child;
      link = &child->next;
    }
}

static void
read_scalar (QuoJsonTree *tree, QuoJsonReader *reader, QuoJsonNode *node)
{
  QuoJsonSlice slice = { NULL, 0, 0 };
  gboolean value;

  if (node->kind == QUO_JSON_STRING)
    quo_json_reader_read_slice (reader, &slice);
  else if (node->kind == QUO_JSON_NUMBER)
    quo_json_reader_read_number (reader, &slice);
  else if (node->kind == QUO_JSON_NULL)
    quo_json_reader_skip (reader, &slice);
  else
    quo_json_reader_read_boolean (reader, &value);
  if (node->kind != QUO_JSON_STRING && node->kind != QUO_JSON_NUMBER)
    return;
  node->text = slice.data != NULL ? keep (tree, slice) : "";
  node->len = slice.len;
}

static QuoJsonNode *
read_node (QuoJsonTree *tree, QuoJsonReader *reader)
{
  QuoJsonKind kind = quo_json_reader_peek (reader);
  QuoJsonNode *node;

  if (kind == QUO_JSON_NOTHING)
    return NULL;
  node = add_node (tree);
  node->kind = kind;
  node->raw = tree->data + quo_json_reader_tell (reader);
  if (kind == QUO_JSON_OBJECT)
    read_object (tree, reader, node);
  else if (kind == QUO_JSON_ARRAY)
    read_array (tree, reader, node);
  else
    read_scalar (tree, reader, node);
  node->raw_len = quo_json_reader_tell (reader) - (gsize)(node->raw - tree->data);
  return quo_json_reader_has_failed (reader) ? NULL : node;
}

QuoJsonTree *
quo_json_tree_new (const char *data, gsize len, const char *name, guint first_line, GError **error)
{
  g_autoptr (QuoJsonTree) tree = g_new0 (QuoJsonTree, 1);
  g_auto (QuoJsonReader) reader = { 0 };

  tree->data = data;
  tree->first_line = tree->known_line = first_line;
  tree->blocks = g_ptr_array_new_with_free_func (g_free);
  tree->strings = g_string_chunk_new (8192);
  quo_json_reader_init (&reader, data, len, name);
  quo_json_reader_set_first_line (&reader, first_line);
  tree->root = read_node (tree, &reader);
  if (!quo_json_reader_finish (&reader, error))
    return NULL;
  return g_steal_pointer (&tree);
}

void
quo_json_tree_free (QuoJsonTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->blocks);
  g_string_chunk_free (tree->strings);
  g_free (tree);
}

const QuoJsonNode *
quo_json_tree_get_root (const QuoJsonTree *tree)
{
  return tree->root;
}

guint
quo_json_tree_get_line (QuoJsonTree *tree, const QuoJsonNode *node)
{
  gsize place = (gsize)(node->raw - tree->data);

  if (place < tree->known_place)
    {
      tree->known_place = 0;
      tree->known_line = tree->first_line;
    }
  for (; tree->known_place < place; tree->known_place++)
    tree->known_line += tree->data[tree->known_place] == '\n';
  return tree->known_line;
}

/* --- Nodes --- */

const QuoJsonNode *
quo_json_node_get (const QuoJsonNode *node, const char *name)
{
  if (node == NULL || node->kind != QUO_JSON_OBJECT)
    return NULL;
  for (node = node->first; node != NULL; node = node->next)
    if (strcmp (node->name, name) == 0)
      return node;
  return NULL;
}

const QuoJsonNode *
quo_json_node_get_kind (const QuoJsonNode *node, const char *name, QuoJsonKind kind)
{
  const QuoJsonNode *member = quo_json_node_get (node, name);

  return member != NULL && member->kind == kind ? member : NULL;
}

const char *
quo_json_node_get_string (const QuoJsonNode *node, const char *name)
{
  const QuoJsonNode *member = quo_json_node_get (node, name);

  return member != NULL ? member->text : NULL;
}

gboolean
quo_json_node_to_uint (const QuoJsonNode *node, guint32 *ret_n)
{
  guint64 n = 0;

  if (node == NULL || node->kind != QUO_JSON_NUMBER)
    return FALSE;
  for (const char *p = node->text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      n = MIN (n * 10 + (guint64)(*p - '0'), G_MAXUINT32);
    }
  *ret_n = (guint32)n;
  return TRUE;
}

gboolean
quo_json_node_get_uint (const QuoJsonNode *node, const char *name, guint32 *ret_n)
{
  return quo_json_node_to_uint (quo_json_node_get (node, name), ret_n);
}

gboolean
quo_json_node_is_true (const QuoJsonNode *node, const char *name)
{
  return quo_json_node_get_kind (node, name, QUO_JSON_TRUE) != NULL;
}

gboolean
quo_json_node_says (const QuoJsonNode *node, const char *text)
{
  return node != NULL && node->kind == QUO_JSON_STRING && strcmp (node->text, text) == 0;
}

guint
quo_json_node_count (const QuoJsonNode *node)
{
  guint n = 0;

  for (node = node != NULL ? node->first : NULL; node != NULL; node = node->next)
    n++;
  return n;
}
