/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a page often stands outside the element that holds the paragraphs. */
#include "quo-config.h"

#include "quo-web-headline.h"

#include "quo-prose.h"
#include "quo-web-near.h"
#include "quo-web-overlap.h"

/* Below this share of common words an h1 is the name of the site rather than the headline. */
#define MIN_FIT 0.5
/* What the fit of an h2 weighs: that of a teaser may say the same as the h1. */
#define SECOND 0.95
/* Signs of a title that no other line says by chance. */
#define MIN_TITLE 14
/* Signs of what stands in large type below a headline. */
#define MIN_DECK 30
#define MAX_DECK 700

/* Whether a heading says by its attributes that it is the headline. */
static gboolean
is_marked (const QuoWebNode *node)
{
  static const char *const marks[] = { "headline",   "entry-title", "article-title", "articletitle",
                                       "post-title", "story-title", "hed",           NULL };

  return quo_web_value_holds (quo_web_node_get (node, "class"), marks)
         || quo_web_value_holds (quo_web_node_get (node, "id"), marks)
         || quo_web_value_holds (quo_web_node_get (node, "itemprop"), marks);
}

/* What the fit of a heading counts, 0 if it is no headline. */
static double
get_rank (const QuoWebNode *node)
{
  if (node->n_chars == 0 && !node->is_dropped)
    return 0;
  if (node->tag == GUMBO_TAG_H1)
    return 1;
  return node->tag == GUMBO_TAG_H2
                 || ((node->tag == GUMBO_TAG_H3 || node->tag == GUMBO_TAG_H4) && is_marked (node))
             ? SECOND
             : 0;
}

/* Whether a node stands among links or in a part that is no story for certain. */
static gboolean
is_aside (const QuoWebPage *page, guint32 index)
{
  for (; index != QUO_WEB_NO_NODE; index = page->nodes[index].parent)
    {
      const QuoWebNode *node = &page->nodes[index];

      if (node->tag == GUMBO_TAG_NAV || node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL
          || node->tag == GUMBO_TAG_A || node->weight < -1)
        return TRUE;
    }
  return FALSE;
}

guint32
quo_web_find_title_line (const QuoWebPage *page, const char *title)
{
  g_autofree char *plain = quo_prose_squeeze (title, -1);
  guint32 n_chars = quo_prose_count_signs (title);

  if (n_chars < MIN_TITLE)
    return QUO_WEB_NO_NODE;
  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      g_autofree char *line = NULL;
      g_autofree char *plain_line = NULL;

      if (node->element == NULL || node->n_chars != n_chars || node->n_link_chars > 0
          || is_aside (page, i))
        continue;
      line = quo_web_page_dup_line (page, i);
      plain_line = line != NULL ? quo_prose_squeeze (line, -1) : NULL;
      if (g_strcmp0 (plain, plain_line) == 0)
        return i;
    }
  return QUO_WEB_NO_NODE;
}

guint32
quo_web_find_headline (const QuoWebPage *page, const char *title)
{
  g_autoptr (QuoWebOverlap) overlap = title != NULL ? quo_web_overlap_new (title) : NULL;
  guint32 best = QUO_WEB_NO_NODE, only = QUO_WEB_NO_NODE;
  double best_fit = MIN_FIT;
  guint n = 0;

  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      double rank = get_rank (node), fit;

      if (rank == 0)
        continue;
      if (node->tag == GUMBO_TAG_H1 && n++ == 0)
        only = i;
      fit = overlap != NULL ? quo_web_overlap_measure (overlap, page, i) * rank : 0;
      if (fit > best_fit)
        {
          best_fit = fit;
          best = i;
        }
    }
  if (best != QUO_WEB_NO_NODE)
    return best;
  if (title != NULL)
    return quo_web_find_title_line (page, title);
  return n == 1 ? only : QUO_WEB_NO_NODE;
}

/* Whether a heading stands in the header of an article, and leads to no other one. */
static gboolean
is_in_header (const QuoWebPage *page, const QuoWebNode *node)
{
  guint32 above = node->parent;

  while (above != QUO_WEB_NO_NODE && page->nodes[above].tag != GUMBO_TAG_HEADER)
    above = page->nodes[above].parent;
  while (above != QUO_WEB_NO_NODE && page->nodes[above].tag != GUMBO_TAG_ARTICLE)
    above = page->nodes[above].parent;
  return above != QUO_WEB_NO_NODE && quo_web_node_get_link_density (node) == 0;
}

/* The only heading that is marked, or stands in the header of an article. */
static guint32
find_only (const QuoWebPage *page, gboolean is_by_place)
{
  guint32 found = QUO_WEB_NO_NODE;

  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->n_chars == 0 || node->tag < GUMBO_TAG_H1
          || node->tag > (is_by_place ? GUMBO_TAG_H2 : GUMBO_TAG_H4)
          || !(is_by_place ? is_in_header (page, node) : is_marked (node)))
        continue;
      if (found != QUO_WEB_NO_NODE)
        return QUO_WEB_NO_NODE;
      found = i;
    }
  return found;
}

guint32
quo_web_find_marked_headline (const QuoWebPage *page)
{
  guint32 marked = find_only (page, FALSE);

  return marked != QUO_WEB_NO_NODE ? marked : find_only (page, TRUE);
}

static gboolean
is_deck (const QuoWebNode *node)
{
  static const char *const names[]
      = { "deck",    "dek",        "standfirst", "subtitle",  "subhead",     "subheadline",
          "lead",    "lede",       "leadtext",   "intro",     "chapo",       "chapeau",
          "bajada",  "entradilla", "sumario",    "sommario",  "vorspann",    "ingress",
          "summary", "abstract",   "excerpt",    "linhafina", "kicker-text", "article-description",
          "spot",    NULL };
  const char *value = quo_web_node_get (node, "class");
  g_auto (GStrv) words = NULL;
  g_autofree char *lower = NULL;

  if (value == NULL || node->n_chars < MIN_DECK || node->n_chars > MAX_DECK
      || quo_web_node_get_link_density (node) > 0.3f)
    return FALSE;
  lower = g_ascii_strdown (value, -1);
  words = g_strsplit_set (lower, " -_", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (names, words[i]))
      return TRUE;
  return FALSE;
}

static guint32
find_deck (const QuoWebPage *page, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    if (page->nodes[i].is_dropped)
      i = page->nodes[i].end - 1;
    else if (page->nodes[i].element != NULL && page->nodes[i].end <= to
             && is_deck (&page->nodes[i]))
      return i;
  return QUO_WEB_NO_NODE;
}

/* A headline in a part that was dropped (the header of the page) is one all the same. */
static void
undrop (QuoWebPage *page, guint32 index)
{
  for (guint32 i = index; i < page->nodes[index].end; i++)
    page->nodes[i].is_dropped = FALSE;
}

void
quo_web_add_headline (QuoWebPage *page, GArray *roots, const char *title)
{
  guint32 headline = quo_web_find_headline (page, title);
  guint32 first = g_array_index (roots, guint32, 0), deck;

  if (headline == QUO_WEB_NO_NODE)
    return;
  for (guint i = 0; i < roots->len; i++)
    {
      guint32 root = g_array_index (roots, guint32, i);

      if (headline >= root && headline < page->nodes[root].end)
        return;
    }
  if (headline > first)
    return;
  deck = find_deck (page, page->nodes[headline].end, first);
  undrop (page, headline);
  if (deck != QUO_WEB_NO_NODE)
    g_array_prepend_val (roots, deck);
  g_array_prepend_val (roots, headline);
}
