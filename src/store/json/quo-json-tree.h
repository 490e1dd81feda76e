/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole of a JSON text, for files of other programs whose members come in any order.
 *
 * It is read strictly (see quo-json-reader.h).  Unlike json-glib it keeps numbers as they were
 * spelt, and knows where each value stands. */

#pragma once

#include "quo-json-reader.h"

G_BEGIN_DECLS

/**
 * QuoJsonNode:
 * @kind: never %QUO_JSON_NOTHING
 * @name: of the member of an object; %NULL else
 * @text: what a string says, or how a number is spelt; %NULL else
 * @len: its bytes
 * @first: of an object or array: its first child, %NULL when it is empty
 * @next: the one after it in the same object or array
 * @raw: the bytes of the value in the text that was parsed, @raw_len of them
 *
 * A value.  Belongs to its tree.
 */
typedef struct _QuoJsonNode QuoJsonNode;
struct _QuoJsonNode
{
  QuoJsonKind kind;
  const char *name, *text;
  gsize len;
  const QuoJsonNode *first, *next;
  const char *raw;
  gsize raw_len;
};

typedef struct _QuoJsonTree QuoJsonTree;

/**
 * quo_json_tree_new:
 * @data: (array length=len): the text; it must stay as long as the tree
 * @name: what to call the file in messages
 * @first_line: the line of the file the text begins in, from 1
 *
 * Returns: (transfer full): the tree; %NULL with %QUO_ERROR_SYNTAX or %QUO_ERROR_INVALID (a member
 *   that stands twice, U+0000 or half a surrogate pair in a string)
 */
QuoJsonTree *quo_json_tree_new (const char *data, gsize len, const char *name, guint first_line,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_json_tree_free (QuoJsonTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoJsonTree, quo_json_tree_free)

const QuoJsonNode *quo_json_tree_get_root (const QuoJsonTree *tree);
/* The line a value begins in.  Cheap when asked for values in their order. */
guint quo_json_tree_get_line (QuoJsonTree *tree, const QuoJsonNode *node);

/* All of these take %NULL, and any kind of node, for one that lacks what is asked for. */

/* The member @name, or %NULL. */
const QuoJsonNode *quo_json_node_get (const QuoJsonNode *node, const char *name);
/* The same if it is of this kind. */
const QuoJsonNode *quo_json_node_get_kind (const QuoJsonNode *node, const char *name,
                                           QuoJsonKind kind);
/* The text of the member @name if it is a string, or a number. */
const char *quo_json_node_get_string (const QuoJsonNode *node, const char *name);
/* The member @name as a whole number; greater ones than 32 bits are G_MAXUINT32. */
gboolean quo_json_node_get_uint (const QuoJsonNode *node, const char *name, guint32 *ret_n);
gboolean quo_json_node_to_uint (const QuoJsonNode *node, guint32 *ret_n);
gboolean quo_json_node_is_true (const QuoJsonNode *node, const char *name);
/* Whether it is a string that says @text. */
gboolean quo_json_node_says (const QuoJsonNode *node, const char *text);
guint quo_json_node_count (const QuoJsonNode *node);

G_END_DECLS
