/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that go on below their story with the next ones. */
#include "quo-config.h"

#include "quo-web-one-article.h"

/* Signs of an article that is believed to be a story, and of one that has the headline of the page
 * where others have headlines, too. */
#define ENOUGH 350
#define ENOUGH_BELOW_HEADLINE 150

/* Whether a heading of this rank is in an article. */
static gboolean
has_heading (const QuoWebPage *page, guint32 article, GumboTag tag)
{
  for (guint32 i = article + 1; i < page->nodes[article].end; i++)
    if (page->nodes[i].tag == tag && page->nodes[i].n_chars > 0)
      return TRUE;
  return FALSE;
}

/* Whether another article is a story of its own: it is as long as one, as that with the headline of
 * the page is, or has a headline of the same rank. */
static gboolean
is_other_story (const QuoWebPage *page, guint32 index, guint32 article, GumboTag headline)
{
  guint32 n = page->nodes[index].n_story_chars;

  return page->nodes[index].tag == GUMBO_TAG_ARTICLE
         && ((n >= ENOUGH && page->nodes[article].n_story_chars >= ENOUGH)
             || (n > 0 && has_heading (page, index, headline)));
}

void
quo_web_keep_one_article (const QuoWebPage *page, GArray *roots, guint32 headline)
{
  guint32 article = headline;
  guint n = 0;

  while (article != QUO_WEB_NO_NODE && page->nodes[article].tag != GUMBO_TAG_ARTICLE)
    article = page->nodes[article].parent;
  if (article == QUO_WEB_NO_NODE || page->nodes[article].n_story_chars < ENOUGH_BELOW_HEADLINE)
    return;
  for (guint32 i = 1; i < page->n_nodes; i++)
    n += i != article && !quo_web_page_is_within (page, article, i)
         && !quo_web_page_is_within (page, i, article)
         && is_other_story (page, i, article, page->nodes[headline].tag);
  if (n == 0)
    return;
  for (guint i = 0; i < roots->len; i++)
    if (!quo_web_page_is_within (page, g_array_index (roots, guint32, i), article))
      {
        g_array_set_size (roots, 0);
        g_array_append_val (roots, article);
        return;
      }
}
