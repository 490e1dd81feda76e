/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary in a box of its own often is the first paragraph of the story once more. Where the rest
 * of the story is short, or full of links, the box looks like the better text. */
#include "quo-config.h"

#include "quo-web-summary.h"

#include "quo-web-overlap.h"

/* Shorter paragraphs may stand on a page twice by chance. */
#define MIN_SUMMARY 100
/* The share of the box that the paragraph has. */
#define MIN_SHARE 0.8f
/* Editors mend a word in one of the two. */
#define SAME 0.9
/* So much more has the story. */
#define MIN_MORE 1.5f

static gboolean
is_paragraph (const QuoWebPage *page, guint32 index)
{
  const QuoWebNode *node = &page->nodes[index];

  if (!quo_web_tag_is_block (node->tag) || node->n_chars < MIN_SUMMARY)
    return FALSE;
  for (guint32 i = index + 1; i < node->end; i++)
    if (quo_web_tag_is_block (page->nodes[i].tag))
      return FALSE;
  return TRUE;
}

/* The one paragraph that @found is, or QUO_WEB_NO_NODE. */
static guint32
find_only_paragraph (const QuoWebPage *page, guint32 found)
{
  const QuoWebNode *box = &page->nodes[found];

  for (guint32 i = found; i < box->end; i++)
    if (is_paragraph (page, i) && (float)page->nodes[i].n_chars >= MIN_SHARE * (float)box->n_chars)
      return i;
  return QUO_WEB_NO_NODE;
}

guint32
quo_web_leave_summary (const QuoWebPage *page, guint32 found)
{
  const QuoWebNode *box = &page->nodes[found];
  guint32 summary = find_only_paragraph (page, found);
  g_autofree char *line = summary != QUO_WEB_NO_NODE ? quo_web_page_dup_line (page, summary) : NULL;
  g_autoptr (QuoWebOverlap) overlap = line != NULL ? quo_web_overlap_new (line) : NULL;

  if (overlap == NULL)
    return found;
  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (i >= found && i < box->end)
        continue;
      if (!node->is_dropped && node->n_chars < 2 * box->n_chars
          && (float)page->nodes[node->parent].n_chars > MIN_MORE * (float)box->n_chars
          && is_paragraph (page, i) && quo_web_overlap_measure (overlap, page, i) > SAME)
        return node->parent;
    }
  return found;
}
