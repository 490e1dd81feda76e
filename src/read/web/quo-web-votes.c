/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs vote for what is above them; the more they say, the more their vote weighs. */
#include "quo-config.h"

#include "quo-web-votes.h"

/* Shorter paragraphs do not vote. */
#define MIN_VOTER 25
/* Headings that are sentences. */
#define LONG_HEADING 100
/* A vote reaches so many elements above its paragraph. */
#define REACH 5

static float
get_first_score (const QuoWebNode *node)
{
  float score = 20.0f * (float)CLAMP (node->weight, -1, 1);

  switch (node->tag)
    {
    case GUMBO_TAG_ARTICLE:
      return score + 10;
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
      return score + 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
      return score + 3;
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_ADDRESS:
      return score - 3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
      return score - 5;
    default:
      return score;
    }
}

/* Whether the node itself is a paragraph: nothing below it begins a new line. In old pages
 * paragraphs are text between two breaks, and their element is one paragraph for this purpose. */
static gboolean
is_voter (const QuoWebPage *page, guint32 index)
{
  const QuoWebNode *node = &page->nodes[index];

  if (node->n_chars < MIN_VOTER || node->element == NULL)
    return FALSE;
  switch (node->tag)
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
      return TRUE;
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
      /* The lines of a list of pictures. */
      return node->n_chars > LONG_HEADING && quo_web_node_get_link_density (node) < 0.5f;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_ARTICLE:
      for (guint32 i = index + 1; i < node->end; i++)
        if (quo_web_tag_is_block (page->nodes[i].tag))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Text that stands between the blocks of a container ("div" with bare text and breaks). */
static guint32
count_bare_chars (const QuoWebPage *page, guint32 index)
{
  guint32 n = 0;

  for (guint32 i = index + 1; i < page->nodes[index].end; i = page->nodes[i].end)
    if (!page->nodes[i].is_dropped && !quo_web_tag_is_block (page->nodes[i].tag)
        && page->nodes[i].tag != GUMBO_TAG_A)
      n += page->nodes[i].n_chars;
  return n;
}

static void
vote (QuoWebPage *page, GArray *candidates, guint32 from, float votes)
{
  guint32 index = from;

  for (guint level = 0; level < REACH && index != QUO_WEB_NO_NODE; level++)
    {
      QuoWebNode *node = &page->nodes[index];

      if (node->tag == GUMBO_TAG_HTML)
        return;
      if (node->score == 0)
        {
          node->score = get_first_score (node) + 0.001f;
          g_array_append_val (candidates, index);
        }
      node->score += level == 0 ? votes : level == 1 ? votes / 2 : votes / (float)(level * 3);
      index = node->parent;
    }
}

GArray *
quo_web_count_votes (QuoWebPage *page)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < page->n_nodes; i++)
    page->nodes[i].score = 0;
  for (guint i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      guint32 n_bare;

      if (node->is_dropped)
        {
          i = node->end - 1;
          continue;
        }
      if (is_voter (page, i))
        vote (page, candidates, node->tag == GUMBO_TAG_TD ? i : node->parent,
              1 + (float)node->n_commas + MIN ((float)node->n_chars / 100, 3));
      else if ((node->tag == GUMBO_TAG_DIV || node->tag == GUMBO_TAG_BODY
                || node->tag == GUMBO_TAG_SECTION || node->tag == GUMBO_TAG_ARTICLE)
               && (n_bare = count_bare_chars (page, i)) >= 100)
        vote (page, candidates, i, (float)n_bare / 60);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      QuoWebNode *node = &page->nodes[g_array_index (candidates, guint32, i)];

      node->score *= 1 - quo_web_node_get_link_density (node);
    }
  return candidates;
}
