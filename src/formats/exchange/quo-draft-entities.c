/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is who in a brat file: sets of annotations that are united while the lines are read, each of
 * them one entity at the end. */

#include "quo-config.h"

#include "quo-draft-entities.h"

#include <string.h>

/* A set, or what is known of it by the time it is united with another. */
typedef struct
{
  guint parent;   /* itself: it is the root of its set */
  GPtrArray *ids; /* name, value, name, value ... */
  const char *title, *type;
  const char *lat, *lon;
  QuoDraft *entity;
} Node;

/* What one annotation stands for; more than one node: for several. */
typedef struct
{
  QuoDraft *annotation;
  GArray *nodes;
  GHashTable *names; /* the registers told of the last node */
} Mention;

struct _QuoDraftEntities
{
  QuoBuilder *builder;
  GArray *nodes;          /* of Node */
  GPtrArray *mentions;    /* of Mention, in the order of the file */
  GHashTable *mention_of; /* annotation to Mention */
  GHashTable *keys;       /* "wikidata:Q64" to its node plus one */
};

static void
free_mention (gpointer data)
{
  Mention *mention = data;

  g_array_unref (mention->nodes);
  g_hash_table_unref (mention->names);
  g_free (mention);
}

QuoDraftEntities *
quo_draft_entities_new (QuoBuilder *builder)
{
  QuoDraftEntities *entities = g_new0 (QuoDraftEntities, 1);

  entities->builder = builder;
  entities->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  entities->mentions = g_ptr_array_new_with_free_func (free_mention);
  entities->mention_of = g_hash_table_new (NULL, NULL);
  entities->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return entities;
}

static Node *
get_node (QuoDraftEntities *entities, guint i)
{
  return &g_array_index (entities->nodes, Node, i);
}

void
quo_draft_entities_free (QuoDraftEntities *entities)
{
  if (entities == NULL)
    return;
  for (guint i = 0; i < entities->nodes->len; i++)
    g_ptr_array_unref (get_node (entities, i)->ids);
  g_array_unref (entities->nodes);
  g_ptr_array_unref (entities->mentions);
  g_hash_table_unref (entities->mention_of);
  g_hash_table_unref (entities->keys);
  g_free (entities);
}

static guint
find_root (QuoDraftEntities *entities, guint i)
{
  while (get_node (entities, i)->parent != i)
    i = get_node (entities, i)->parent;
  return i;
}

/* The older node is the root, and what it knows comes first. */
static void
unite_nodes (QuoDraftEntities *entities, guint a, guint b)
{
  guint root = MIN (find_root (entities, a), find_root (entities, b));
  guint other = MAX (find_root (entities, a), find_root (entities, b));
  Node *to = get_node (entities, root), *from = get_node (entities, other);

  if (root == other)
    return;
  from->parent = root;
  for (guint i = 0; i < from->ids->len; i++)
    g_ptr_array_add (to->ids, g_ptr_array_index (from->ids, i));
  if (to->title == NULL)
    to->title = from->title;
  if (to->lat == NULL)
    {
      to->lat = from->lat;
      to->lon = from->lon;
    }
}

static Mention *
get_mention (QuoDraftEntities *entities, QuoDraft *annotation)
{
  Mention *mention = g_hash_table_lookup (entities->mention_of, annotation);

  if (mention != NULL)
    return mention;
  mention = g_new0 (Mention, 1);
  mention->annotation = annotation;
  mention->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  mention->names = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (entities->mentions, mention);
  g_hash_table_insert (entities->mention_of, annotation, mention);
  return mention;
}

static guint
add_node (QuoDraftEntities *entities, Mention *mention)
{
  guint i = entities->nodes->len;
  Node node = { .parent = i, .ids = g_ptr_array_new (), .type = mention->annotation->type };

  g_array_append_val (entities->nodes, node);
  g_array_append_val (mention->nodes, i);
  g_hash_table_remove_all (mention->names);
  return i;
}

/* The node that what is told next belongs to. */
static guint
get_last_node (QuoDraftEntities *entities, Mention *mention)
{
  guint n = mention->nodes->len;

  return n > 0 ? g_array_index (mention->nodes, guint, n - 1) : add_node (entities, mention);
}

void
quo_draft_entities_unite (QuoDraftEntities *entities, QuoDraft *a, QuoDraft *b)
{
  Mention *x = get_mention (entities, a), *y = get_mention (entities, b);

  if (x->nodes->len > 1 || y->nodes->len > 1) /* which of them is not told */
    return;
  unite_nodes (entities, get_last_node (entities, x), get_last_node (entities, y));
}

/* Registers that people spell in several ways and that the program knows. */
static const char *
spell_register (QuoDraftEntities *entities, const char *name)
{
  static const char *const known[] = { "wikidata", "geonames", "viaf", "url" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (name, known[i]) == 0)
      return known[i];
  return quo_builder_keep (entities->builder, name, -1);
}

/* Ids of one entity come with one name. */
static gboolean
is_other_title (QuoDraftEntities *entities, Mention *mention, const char *title)
{
  const char *last;

  if (g_hash_table_size (mention->names) == 0 || title == NULL || *title == '\0')
    return FALSE;
  last = get_node (entities, find_root (entities, get_last_node (entities, mention)))->title;
  return last != NULL && !g_str_equal (last, title);
}

void
quo_draft_entities_add_id (QuoDraftEntities *entities, QuoDraft *annotation, const char *name,
                           const char *value, const char *title)
{
  Mention *mention = get_mention (entities, annotation);
  const char *spelt = spell_register (entities, name);
  char *key = g_strconcat (spelt, ":", value, NULL);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (entities->keys, key));
  guint i;

  if (g_hash_table_contains (mention->names, spelt) || is_other_title (entities, mention, title))
    i = add_node (entities, mention);
  else
    i = get_last_node (entities, mention);
  g_hash_table_add (mention->names, (gpointer)spelt);
  if (known > 0)
    {
      g_free (key);
      unite_nodes (entities, known - 1, i);
      return;
    }
  g_hash_table_insert (entities->keys, key, GUINT_TO_POINTER (i + 1));
  i = find_root (entities, i);
  g_ptr_array_add (get_node (entities, i)->ids, (gpointer)spelt);
  g_ptr_array_add (get_node (entities, i)->ids,
                   (gpointer)quo_builder_keep (entities->builder, value, -1));
  if (get_node (entities, i)->title == NULL && title != NULL && *title != '\0')
    get_node (entities, i)->title = quo_builder_keep (entities->builder, title, -1);
}

gboolean
quo_draft_entities_add_point (QuoDraftEntities *entities, QuoDraft *annotation, const char *point)
{
  const char *comma = strchr (point, ',');
  g_autofree char *lat = comma != NULL ? g_strndup (point, (gsize)(comma - point)) : NULL;
  QuoDraft probe = { 0 };
  guint i;

  if (comma == NULL || !quo_draft_set_place (entities->builder, &probe, lat, comma + 1))
    return FALSE;
  i = find_root (entities, get_last_node (entities, get_mention (entities, annotation)));
  get_node (entities, i)->lat = probe.lat;
  get_node (entities, i)->lon = probe.lon;
  return TRUE;
}

static QuoDraft *
get_entity (QuoDraftEntities *entities, guint i)
{
  Node *node = get_node (entities, find_root (entities, i));

  if (node->entity != NULL)
    return node->entity;
  node->entity = quo_builder_add (entities->builder, QUO_RECORD_ENTITY, NULL, node->type, 0);
  node->entity->name = node->title;
  node->entity->lat = node->lat;
  node->entity->lon = node->lon;
  for (guint j = 0; j < node->ids->len; j += 2)
    quo_draft_add_id (entities->builder, node->entity, g_ptr_array_index (node->ids, j),
                      g_ptr_array_index (node->ids, j + 1));
  return node->entity;
}

void
quo_draft_entities_finish (QuoDraftEntities *entities)
{
  for (guint m = 0; m < entities->mentions->len; m++)
    {
      const Mention *mention = g_ptr_array_index (entities->mentions, m);

      for (guint i = 0; i < mention->nodes->len && !mention->annotation->is_dropped; i++)
        quo_draft_link_entity (entities->builder, mention->annotation,
                               get_entity (entities, g_array_index (mention->nodes, guint, i)));
    }
}
