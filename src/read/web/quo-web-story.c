/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a page is its story. Tried first with all that the names of elements say, and, if
 * that leaves next to nothing, with less and less trust in them. */
#include "quo-config.h"

#include "quo-web-story.h"

#include "quo-web-clean.h"
#include "quo-web-headline.h"
#include "quo-web-one-article.h"
#include "quo-web-overlap.h"
#include "quo-web-pardon.h"
#include "quo-web-summary.h"
#include "quo-web-votes.h"

/* A part with more than this share of all sentences is no menu, whatever it is called. */
#define BIG_SHARE 0.45f
/* Signs of the shortest text that is believed to be the whole story. */
#define ENOUGH 350
/* Signs that have to stand outside a dialog for it not to be the story itself. */
#define MIN_BESIDE_WALL 150
/* What has a smaller share of the sentences of the main part of a page is not all of its story. */
#define MAX_SECTION 0.4f
/* Sentences that have come out of the box of the story. */
#define MIN_ESCAPED 3
/* At least so much of what the metadata say has to be in the story. */
#define MIN_OVERLAP 0.6

typedef enum
{
  TRUST_NAMES, /* drop what is called something else */
  TRUST_SURE_NAMES,
  TRUST_TAGS, /* drop menus and footers only */
  TRUST_NOTHING,
} Trust;

static QuoWebNode *
get_body (QuoWebPage *page)
{
  return &page->nodes[page->body == QUO_WEB_NO_NODE ? 0 : page->body];
}

/* --- What is no story --- */

static gboolean
is_other_tag (GumboTag tag)
{
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE
         || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_FIELDSET;
}

static gboolean
is_heading (GumboTag tag)
{
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

static gboolean
is_other (const QuoWebNode *node, Trust trust)
{
  if (node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_HTML || node->tag == GUMBO_TAG_MAIN)
    return FALSE;
  if (is_other_tag (node->tag))
    return node->weight < 2;
  if (trust == TRUST_NAMES && node->weight < 0)
    return (!is_heading (node->tag) && node->tag != GUMBO_TAG_ARTICLE && node->tag != GUMBO_TAG_A)
           || node->weight < -1;
  return trust == TRUST_SURE_NAMES && node->weight < -1;
}

static gboolean
is_big (const QuoWebNode *node, const QuoWebNode *body)
{
  if (body->n_story_chars >= ENOUGH)
    return (float)node->n_story_chars > BIG_SHARE * (float)body->n_story_chars;
  return (float)node->n_chars > BIG_SHARE * (float)body->n_chars
         && quo_web_node_get_link_density (node) < 0.3f;
}

/* A dialog, a wall of consent: it may well have more words than a short story. */
static gboolean
is_wall (const QuoWebNode *node, const QuoWebNode *body)
{
  const char *role = quo_web_node_get (node, "role");

  return (g_strcmp0 (role, "dialog") == 0 || g_strcmp0 (role, "alertdialog") == 0
          || g_strcmp0 (quo_web_node_get (node, "aria-modal"), "true") == 0)
         && body->n_story_chars >= node->n_story_chars + MIN_BESIDE_WALL;
}

/* Beside a short story: a column that is called one by its tag and its name, with a live ticker. */
static gboolean
is_column (const QuoWebNode *node, const QuoWebNode *body)
{
  return node->tag == GUMBO_TAG_ASIDE && node->weight < 0
         && body->n_story_chars >= node->n_story_chars + ENOUGH;
}

static void
drop_others (QuoWebPage *page, Trust trust)
{
  const QuoWebNode total = *get_body (page);

  for (guint i = 1; i < page->n_nodes; i++)
    {
      QuoWebNode *node = &page->nodes[i];

      if (node->element == NULL || !is_other (node, trust)
          || (is_big (node, &total) && !is_wall (node, &total) && !is_column (node, &total)))
        continue;
      node->is_dropped = TRUE;
      i = node->end - 1;
    }
  quo_web_page_count (page);
}

/* --- The best --- */

static guint32
find_top (const QuoWebPage *page, const GArray *candidates)
{
  guint32 top = QUO_WEB_NO_NODE;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint32 index = g_array_index (candidates, guint32, i);

      if (top == QUO_WEB_NO_NODE || page->nodes[index].score > page->nodes[top].score)
        top = index;
    }
  return top;
}

/* A story in several boxes has several good candidates: then what holds most of them is meant. */
static guint32
join_rivals (const QuoWebPage *page, const GArray *candidates, guint32 top)
{
  for (guint32 above = page->nodes[top].parent;
       above != QUO_WEB_NO_NODE && page->nodes[above].tag != GUMBO_TAG_BODY
       && page->nodes[above].tag != GUMBO_TAG_HTML;
       above = page->nodes[above].parent)
    {
      guint n = 0;

      for (guint i = 0; i < candidates->len; i++)
        {
          guint32 index = g_array_index (candidates, guint32, i);

          n += index != above && quo_web_page_is_within (page, index, above)
               && !quo_web_page_is_within (page, index, top)
               && !quo_web_page_is_within (page, top, index)
               && page->nodes[index].score > page->nodes[top].score * 0.75f;
        }
      if (n >= 2)
        return above;
    }
  return top;
}

/* Upwards as long as the votes say that there is more of it. */
static guint32
climb (const QuoWebPage *page, guint32 top)
{
  float last = page->nodes[top].score;
  const float least = last / 3;

  for (guint32 above = page->nodes[top].parent;
       above != QUO_WEB_NO_NODE && page->nodes[above].tag != GUMBO_TAG_BODY;
       above = page->nodes[above].parent)
    {
      float score = page->nodes[above].score;

      if (score == 0)
        continue;
      if (score < least)
        break;
      if (score > last)
        return above;
      last = score;
    }
  return top;
}

static gboolean
is_sentence (const QuoWebPage *page, guint32 index)
{
  const QuoWebNode *node = &page->nodes[index];
  float density = quo_web_node_get_link_density (node);

  if (node->tag != GUMBO_TAG_P)
    return FALSE;
  return (node->n_chars > 70 && density < 0.25f)
         || (node->n_chars > 20 && node->n_commas > 0 && density == 0);
}

/* Whether an element called a story has paragraphs of it beside the part that was found, as where
 * the rest is folded away ("read more"). */
static gboolean
holds_more (const QuoWebPage *page, guint32 above, guint32 found)
{
  const QuoWebNode *node = &page->nodes[above];
  guint n = 0;

  if (node->weight < 1 || quo_web_node_get_link_density (node) > 0.25f)
    return FALSE;
  for (guint32 i = above + 1; i < node->end; i = page->nodes[i].end)
    n += !page->nodes[i].is_dropped && !quo_web_page_is_within (page, found, i)
         && is_sentence (page, i);
  return n >= 2;
}

/* A page whose main part is sections of sentences that nothing sets off from each other: what was
 * found is one of them. */
static gboolean
is_all_story (const QuoWebNode *main, const QuoWebNode *found)
{
  return quo_web_node_get_link_density (main) < 0.2f
         && (float)found->n_story_chars < MAX_SECTION * (float)main->n_story_chars;
}

/* The element that says itself that it is the story, if what was found is in it or the other way
 * round; and an article that has much more than the part that was found. */
static guint32
follow_semantics (const QuoWebPage *page, guint32 top)
{
  const QuoWebNode *found = &page->nodes[top];

  for (guint32 i = top + 1; i < found->end; i++)
    if (page->nodes[i].weight == 2 && page->nodes[i].n_chars >= ENOUGH
        && (float)page->nodes[i].n_story_chars > 0.6f * (float)found->n_story_chars)
      return i;
  for (guint32 i = found->parent; i != QUO_WEB_NO_NODE; i = page->nodes[i].parent)
    {
      const QuoWebNode *above = &page->nodes[i];

      if (above->weight == 2 || (above->tag == GUMBO_TAG_MAIN && is_all_story (above, found)))
        return i;
      if (holds_more (page, i, top))
        top = i;
      if (above->tag == GUMBO_TAG_ARTICLE)
        return quo_web_node_get_link_density (above) < 0.33f
                       && (float)above->n_story_chars > 1.1f * (float)found->n_story_chars
                   ? i
                   : top;
    }
  return top;
}

/* The best element and those beside it that look alike. */
static GArray *
list_roots (const QuoWebPage *page, guint32 top)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint32));
  const QuoWebNode *best = &page->nodes[top];
  const char *name = quo_web_node_get (best, "class");
  float least = MAX (10, best->score * 0.2f);

  if (best->parent == QUO_WEB_NO_NODE || best->tag == GUMBO_TAG_BODY || best->weight == 2)
    {
      g_array_append_val (roots, top);
      return roots;
    }
  for (guint32 i = best->parent + 1; i < page->nodes[best->parent].end; i = page->nodes[i].end)
    {
      const QuoWebNode *node = &page->nodes[i];
      float bonus
          = name != NULL && *name != '\0' && g_strcmp0 (quo_web_node_get (node, "class"), name) == 0
                ? best->score * 0.2f
                : 0;

      if (i == top
          || (!node->is_dropped && node->element != NULL
              && ((node->score > 0 && node->score + bonus >= least && node->n_story_chars > 0)
                  || is_sentence (page, i))))
        g_array_append_val (roots, i);
    }
  return roots;
}

/* Where a stray end of an element has let the story out of its box, it goes on in paragraphs above
 * that: they are taken if there are several. */
static void
add_escaped (const QuoWebPage *page, guint32 top, GArray *roots)
{
  for (guint32 above = page->nodes[top].parent; above != QUO_WEB_NO_NODE;
       above = page->nodes[above].parent)
    {
      const guint n_before = roots->len;
      guint n = 0;

      if (quo_web_page_is_within (page, g_array_index (roots, guint32, n_before - 1), above)
          && page->nodes[top].parent == above)
        continue;
      for (guint32 i = page->nodes[top].end; i < page->nodes[above].end; i++)
        if (page->nodes[i].parent == above && page->nodes[i].tag == GUMBO_TAG_P
            && !page->nodes[i].is_dropped && page->nodes[i].n_chars > 0)
          {
            g_array_append_val (roots, i);
            n += is_sentence (page, i);
          }
      if (n < MIN_ESCAPED)
        g_array_set_size (roots, n_before);
    }
}

static GArray *
find_with_trust (QuoWebPage *page, Trust trust)
{
  g_autoptr (GArray) candidates = NULL;
  GArray *roots;
  guint32 top;

  quo_web_page_restore (page);
  if (trust != TRUST_NOTHING)
    drop_others (page, trust);
  candidates = quo_web_count_votes (page);
  top = find_top (page, candidates);
  if (top == QUO_WEB_NO_NODE)
    {
      roots = g_array_new (FALSE, FALSE, sizeof (guint32));
      top = (guint32)(get_body (page) - page->nodes);
      g_array_append_val (roots, top);
      return roots;
    }
  top = join_rivals (page, candidates, top);
  top = climb (page, quo_web_leave_summary (page, top));
  top = follow_semantics (page, top);
  roots = list_roots (page, top);
  add_escaped (page, top, roots);
  return roots;
}

/* What a find is worth: sentences count in full, labels and links hardly. */
static guint32
value (const QuoWebPage *page, const GArray *roots)
{
  guint32 n = 0;

  for (guint i = 0; i < roots->len; i++)
    {
      const QuoWebNode *root = &page->nodes[g_array_index (roots, guint32, i)];

      n += root->n_story_chars + (root->n_chars - MIN (root->n_chars, root->n_story_chars)) / 5;
    }
  return n;
}

static gboolean
is_enough (const QuoWebPage *page, const GArray *roots)
{
  guint32 n = 0;

  for (guint i = 0; i < roots->len; i++)
    n += page->nodes[g_array_index (roots, guint32, i)].n_chars;
  return n >= ENOUGH;
}

static GArray *
try_trust (QuoWebPage *page, Trust trust, guint32 headline)
{
  GArray *roots = find_with_trust (page, trust);

  quo_web_keep_one_article (page, roots, headline);
  quo_web_clean (page, roots, trust <= TRUST_SURE_NAMES);
  return roots;
}

/* Another element that fits what the metadata say better than the one found, or QUO_WEB_NO_NODE. */
static guint32
find_by_check (const QuoWebPage *page, const QuoWebOverlap *overlap, double least)
{
  guint32 best = QUO_WEB_NO_NODE;

  for (guint i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      double fit;

      if (node->element == NULL || !quo_web_tag_is_block (node->tag)
          || node->n_chars < quo_web_overlap_get_chars (overlap) / 2
          || node->n_chars > quo_web_overlap_get_chars (overlap) * 3)
        continue;
      fit = quo_web_overlap_measure (overlap, page, i);
      if (fit > least)
        {
          least = fit;
          best = i;
        }
    }
  return best;
}

static void
follow_check (QuoWebPage *page, GArray *roots, const char *check)
{
  g_autoptr (QuoWebOverlap) overlap = quo_web_overlap_new (check);
  double fit = 0;
  guint32 better;

  for (guint i = 0; i < roots->len; i++)
    fit = MAX (fit, quo_web_overlap_measure (overlap, page, g_array_index (roots, guint32, i)));
  if (fit >= MIN_OVERLAP)
    return;
  better = find_by_check (page, overlap, MAX (fit, MIN_OVERLAP));
  if (better == QUO_WEB_NO_NODE)
    return;
  quo_web_page_restore (page);
  g_array_set_size (roots, 0);
  g_array_append_val (roots, better);
  quo_web_clean (page, roots, TRUE);
}

/* A short story is no reason to take a menu for one: less trust has to find much more. */
static GArray *
find_with_least_doubt (QuoWebPage *page, guint32 headline)
{
  GArray *roots = try_trust (page, TRUST_NAMES, headline);
  guint32 best_value = value (page, roots);
  Trust best = TRUST_NAMES, trust = TRUST_NAMES;

  while (!is_enough (page, roots) && trust < TRUST_NOTHING)
    {
      guint32 n;

      trust++;
      g_array_unref (roots);
      roots = try_trust (page, trust, headline);
      n = value (page, roots);
      if (n > best_value * 3 / 2 + 60)
        {
          best_value = n;
          best = trust;
        }
    }
  if (best == trust)
    return roots;
  g_array_unref (roots);
  return try_trust (page, best, headline);
}

GArray *
quo_web_find_story (QuoWebPage *page, const char *title, const char *check)
{
  GArray *roots;

  quo_web_pardon (page);
  roots = find_with_least_doubt (page, quo_web_find_headline (page, title));
  if (check != NULL)
    follow_check (page, roots, check);
  quo_web_add_headline (page, roots, title);
  return roots;
}
