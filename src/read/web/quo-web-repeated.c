/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that a page shows twice to catch the eye ("pull quotes"). */
#include "quo-config.h"

#include "quo-web-repeated.h"

#include "quo-prose.h"

#include <string.h>

/* Signs of such a quote. */
#define MIN_QUOTE 15
#define MAX_QUOTE 300
/* A story has fewer of them. */
#define MAX_QUOTES 40

static gboolean
is_quote (const QuoWebNode *node)
{
  const char *value = quo_web_node_get (node, "class");

  return node->tag == GUMBO_TAG_BLOCKQUOTE || node->tag == GUMBO_TAG_ASIDE
         || node->tag == GUMBO_TAG_FIGURE || node->tag == GUMBO_TAG_Q
         || (value != NULL && strstr (value, "pull") != NULL);
}

/* What shows from @start to @end, squeezed. */
static char *
dup_words (const QuoWebPage *page, guint32 start, guint32 end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = start; i < end; i++)
    if (page->nodes[i].is_dropped)
      i = page->nodes[i].end - 1;
    else if (page->nodes[i].text != NULL)
      g_string_append (text, page->nodes[i].text);
  return quo_prose_squeeze (text->str, (gssize)text->len);
}

gboolean
quo_web_is_repeated (const QuoWebPage *page, guint32 root, guint32 index, guint *n_asked)
{
  const QuoWebNode *node = &page->nodes[index];
  g_autofree char *quote = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (node->n_chars < MIN_QUOTE || node->n_chars > MAX_QUOTE || !is_quote (node)
      || (*n_asked)++ >= MAX_QUOTES)
    return FALSE;
  quote = dup_words (page, index, node->end);
  before = dup_words (page, root, index);
  after = dup_words (page, node->end, page->nodes[root].end);
  return *quote != '\0' && (strstr (before, quote) != NULL || strstr (after, quote) != NULL);
}
