/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Innermost elements first, so that a box is judged by what is left in it. */
#include "quo-config.h"

#include "quo-web-clean.h"

#include "quo-web-invitation.h"
#include "quo-web-repeated.h"

#include <string.h>

/* A box with more than this share of the story is the story. */
#define BIG_SHARE 0.4f
/* Signs of a story beside which its comments are known by their heading. */
#define MIN_STORY 150
/* A line that names a time or an author. */
#define MAX_LABEL 80
/* Longer ones are sentences even if they begin like an invitation. */
#define MAX_INVITATION 220

typedef struct
{
  QuoWebPage *page;
  guint32 root;
  guint32 n_total; /* signs of the root before it was cleaned */
  gboolean by_names;
  guint n_quotes; /* that were looked for elsewhere in the story */
} Cleaning;

static gboolean
is_list (GumboTag tag)
{
  return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL;
}

static gboolean
is_box (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_CENTER:
      return TRUE;
    default:
      return is_list (tag);
    }
}

static gboolean
is_leaf (const QuoWebPage *page, guint32 index)
{
  for (guint32 i = index + 1; i < page->nodes[index].end; i++)
    if (!page->nodes[i].is_dropped && quo_web_tag_is_block (page->nodes[i].tag))
      return FALSE;
  return TRUE;
}

static guint
get_level (GumboTag tag)
{
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? (guint)(tag - GUMBO_TAG_H1) + 1 : 0;
}

/* --- Boxes --- */

static gboolean
is_link_box (const QuoWebNode *node)
{
  float density = quo_web_node_get_link_density (node);

  if (is_list (node->tag))
    return density > (node->weight > 0 ? 0.7f : 0.5f) && node->n_commas < 20;
  if (node->n_commas >= 10 && node->weight >= 0)
    return density > 0.6f;
  if (node->weight > 0)
    return density > 0.5f;
  return density > 0.33f;
}

/* A list of links alone, however long it is. */
static gboolean
is_all_links (const QuoWebNode *node)
{
  return is_list (node->tag) && node->weight <= 0 && quo_web_node_get_link_density (node) > 0.9f;
}

/* Whether most of a box is quoted: a post of a network that is part of the story. */
static gboolean
is_quoting (const QuoWebPage *page, guint32 index)
{
  for (guint32 i = index; i < page->nodes[index].end; i++)
    if (page->nodes[i].tag == GUMBO_TAG_BLOCKQUOTE && !page->nodes[i].is_dropped
        && page->nodes[i].n_chars * 10 >= page->nodes[index].n_chars * 7)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): the heading that a box begins with, below the first rank. */
static char *
dup_first_heading (const QuoWebPage *page, guint32 index)
{
  for (guint32 i = index + 1; i < page->nodes[index].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->is_dropped)
        i = node->end - 1;
      else if (get_level (node->tag) > 1)
        return node->n_chars <= MAX_LABEL ? quo_web_page_dup_line (page, i) : NULL;
      else if (node->n_own_chars > 0)
        return NULL;
    }
  return NULL;
}

/* Comments of readers, however long they are, as long as there is a story besides; and a box of
 * other stories. */
static gboolean
is_headed_otherwise (const Cleaning *cleaning, guint32 index)
{
  guint32 n = cleaning->page->nodes[index].n_chars;
  g_autofree char *heading = dup_first_heading (cleaning->page, index);

  if (heading == NULL)
    return FALSE;
  return (quo_web_is_comments (heading) && cleaning->n_total >= n + MIN_STORY)
         || (quo_web_is_invitation (heading) && (float)n < BIG_SHARE * (float)cleaning->n_total);
}

static gboolean
is_box_to_drop (const Cleaning *cleaning, guint32 index)
{
  const QuoWebNode *node = &cleaning->page->nodes[index];

  if (node->n_chars == 0 || (!is_list (node->tag) && is_headed_otherwise (cleaning, index)))
    return TRUE;
  if ((float)node->n_chars > BIG_SHARE * (float)cleaning->n_total
      && !(cleaning->by_names && is_all_links (node)))
    return FALSE;
  if (node->tag == GUMBO_TAG_ASIDE || node->tag == GUMBO_TAG_FIELDSET)
    return TRUE;
  if ((cleaning->by_names && node->weight < 0) || is_link_box (node))
    return node->weight < -1 || !is_quoting (cleaning->page, index);
  return FALSE;
}

/* A cell of links beside one of text: the menu of an old page. */
static gboolean
is_menu_cell (const Cleaning *cleaning, guint32 index)
{
  const QuoWebPage *page = cleaning->page;
  const QuoWebNode *node = &page->nodes[index];

  return node->tag == GUMBO_TAG_TD && quo_web_node_get_link_density (node) >= 0.5f
         && page->nodes[node->parent].n_chars > MAX (300, 4 * node->n_chars);
}

/* --- Lines --- */

/* A line that holds nothing but a time or an author's name in elements that say so. */
static gboolean
is_label (const Cleaning *cleaning, guint32 index)
{
  const QuoWebPage *page = cleaning->page;
  guint32 n = 0;

  if (page->nodes[index].n_chars > MAX_LABEL)
    return FALSE;
  for (guint32 i = index; i < page->nodes[index].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->tag != GUMBO_TAG_TIME
          && (node->element == NULL || node->weight >= 0 || !cleaning->by_names)
          && g_strcmp0 (quo_web_node_get (node, "rel"), "author") != 0)
        continue;
      n += node->n_chars;
      i = node->end - 1;
    }
  return n > 0 && n * 10 >= page->nodes[index].n_chars * 7;
}

static gboolean
is_invitation (const QuoWebPage *page, guint32 index)
{
  const QuoWebNode *node = &page->nodes[index];
  g_autofree char *line = NULL;

  if (node->n_chars > MAX_INVITATION)
    return FALSE;
  if (quo_web_node_get_link_density (node) < 0.3f && node->n_chars > 40)
    return FALSE;
  line = quo_web_page_dup_line (page, index);
  return line != NULL && quo_web_is_invitation (line);
}

/* Words for those who listen to the page ("Skip to the story"). */
static gboolean
is_spoken (const QuoWebNode *node)
{
  static const char *const names[]
      = { "visually-hidden", "visuallyhidden", "sr-only", "screen-reader", "screenreader", NULL };
  const char *value = node->weight < 0 ? quo_web_node_get (node, "class") : NULL;

  for (guint i = 0; value != NULL && names[i] != NULL; i++)
    if (strstr (value, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_line_to_drop (Cleaning *cleaning, guint32 index)
{
  const QuoWebPage *page = cleaning->page;
  const QuoWebNode *node = &page->nodes[index];

  if (node->tag == GUMBO_TAG_FORM || node->tag == GUMBO_TAG_NAV || node->tag == GUMBO_TAG_FOOTER)
    return (float)node->n_chars < BIG_SHARE * (float)cleaning->n_total;
  if (is_spoken (node) || quo_web_is_repeated (page, cleaning->root, index, &cleaning->n_quotes))
    return TRUE;
  if (!quo_web_tag_is_block (node->tag) || node->n_chars > MAX_INVITATION || !is_leaf (page, index))
    return FALSE;
  if (cleaning->by_names && node->weight < 0 && node->tag != GUMBO_TAG_BLOCKQUOTE
      && !(node->tag >= GUMBO_TAG_H1 && node->tag <= GUMBO_TAG_H6))
    return TRUE;
  return is_label (cleaning, index) || is_invitation (page, index);
}

/* --- Headings --- */

#define N_LEVELS 7

/* What follows a place of the story up to the next heading of a level, or the end. */
typedef struct
{
  gboolean has_text, has_gone, has_end;
} Following;

/* (transfer full): a flag for each node below @root, whether it is below one that was dropped or is
 * a heading: those are looked at as a whole. */
static gboolean *
list_inner (const QuoWebPage *page, guint32 root)
{
  gboolean *is_inner = g_new0 (gboolean, page->nodes[root].end - root);

  for (guint32 i = root + 1; i < page->nodes[root].end; i++)
    if (page->nodes[i].is_dropped || get_level (page->nodes[i].tag) > 0)
      for (guint32 end = page->nodes[i].end; i + 1 < end; i++)
        is_inner[i + 1 - root] = TRUE;
  return is_inner;
}

/* Nothing is left between a heading and the next one of its level (and something was), or the end.
 */
static gboolean
is_lone (const Following *following)
{
  return !following->has_text && (!following->has_end || following->has_gone);
}

/* Backwards, in one walk: a page may be nothing but headings. */
static void
drop_headings (const Cleaning *cleaning)
{
  QuoWebPage *page = cleaning->page;
  g_autofree gboolean *is_inner = list_inner (page, cleaning->root);
  Following following[N_LEVELS] = { 0 };

  for (guint32 i = page->nodes[cleaning->root].end; i-- > cleaning->root + 1;)
    {
      const QuoWebNode *node = &page->nodes[i];
      guint level = get_level (node->tag);

      if (is_inner[i - cleaning->root])
        continue;
      if (level > 1 && !node->is_dropped && is_lone (&following[level]))
        quo_web_page_drop (page, i);
      for (guint k = 1; k < N_LEVELS; k++)
        if (level > 0 && level <= k && !node->is_dropped)
          following[k] = (Following){ .has_end = TRUE };
        else if (node->is_dropped)
          following[k].has_gone |= node->n_chars > 0;
        else
          following[k].has_text |= level > 0 ? node->n_chars > 0 : node->n_own_chars > 0;
    }
}

static gboolean
is_gone (const QuoWebPage *page, guint32 index, guint32 root)
{
  for (; index != root && index != QUO_WEB_NO_NODE; index = page->nodes[index].parent)
    if (page->nodes[index].is_dropped)
      return TRUE;
  return FALSE;
}

static void
clean_root (Cleaning *cleaning)
{
  QuoWebPage *page = cleaning->page;

  cleaning->n_total = page->nodes[cleaning->root].n_chars;
  for (guint32 i = page->nodes[cleaning->root].end; i-- > cleaning->root + 1;)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->element == NULL || node->is_dropped)
        continue;
      if ((is_box (node->tag) ? is_box_to_drop (cleaning, i) : FALSE) || is_menu_cell (cleaning, i)
          || is_line_to_drop (cleaning, i))
        if (!is_gone (page, node->parent, cleaning->root))
          quo_web_page_drop (page, i);
    }
  drop_headings (cleaning);
}

void
quo_web_clean (QuoWebPage *page, const GArray *roots, gboolean by_names)
{
  for (guint i = 0; i < roots->len; i++)
    {
      Cleaning cleaning
          = { .page = page, .root = g_array_index (roots, guint32, i), .by_names = by_names };

      clean_root (&cleaning);
    }
}
