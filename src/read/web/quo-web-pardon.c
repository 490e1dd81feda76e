/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name says something of a paragraph as long as few have it. */
#include "quo-config.h"

#include "quo-web-pardon.h"

/* The share of all sentences. */
#define MOST 0.45f

/* The class of a paragraph that something speaks against, though not for certain; or NULL. */
static const char *
get_name (const QuoWebNode *node)
{
  return node->tag == GUMBO_TAG_P && node->weight == -1 && node->n_story_chars > 0
             ? quo_web_node_get (node, "class")
             : NULL;
}

void
quo_web_pardon (QuoWebPage *page)
{
  g_autoptr (GHashTable) sums = g_hash_table_new (g_str_hash, g_str_equal);
  const float most = MOST * (float)page->nodes[0].n_story_chars;

  for (guint i = 1; i < page->n_nodes; i++)
    {
      const char *name = get_name (&page->nodes[i]);
      guint sum = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (sums, name)) : 0;

      if (name != NULL)
        g_hash_table_insert (sums, (gpointer)name,
                             GUINT_TO_POINTER (sum + page->nodes[i].n_story_chars));
    }
  for (guint i = 1; i < page->n_nodes; i++)
    {
      const char *name = get_name (&page->nodes[i]);

      if (name != NULL && (float)GPOINTER_TO_UINT (g_hash_table_lookup (sums, name)) > most)
        page->nodes[i].weight = 0;
    }
}
