/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Teasers and comments have authors and dates as well: what stands next to the headline is
 * believed. */
#include "quo-config.h"

#include "quo-web-near.h"

/* Signs of an aside that may be the line of the author rather than a column. */
#define SHORT_ASIDE 200

static inline char
fold (char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static gboolean
begins_with (const char *value, const char *word)
{
  while (*word != '\0' && fold (*value) == *word)
    {
      value++;
      word++;
    }
  return *word == '\0';
}

/* It is asked of the names of every element: nothing is compared but where the first two letters
 * of a word may stand, by their last five bits, which are those of their capitals, too. */
gboolean
quo_web_value_holds (const char *value, const char *const *words)
{
  guint32 firsts = 0, seconds = 0;

  for (guint i = 0; value != NULL && words[i] != NULL; i++)
    {
      firsts |= 1u << (words[i][0] & 31);
      seconds |= 1u << (words[i][1] & 31);
    }
  for (const char *p = value; p != NULL && *p != '\0'; p++)
    {
      if ((firsts >> (p[0] & 31) & seconds >> (p[1] & 31) & 1) == 0)
        continue;
      for (guint i = 0; words[i] != NULL; i++)
        if (begins_with (p, words[i]))
          return TRUE;
    }
  return FALSE;
}

guint32
quo_web_get_distance (guint32 index, guint32 headline)
{
  if (headline == QUO_WEB_NO_NODE)
    return index;
  return index >= headline ? index - headline : (headline - index) * 3;
}

gboolean
quo_web_is_of_others (const QuoWebPage *page, guint32 index, guint32 headline)
{
  static const char *const words[]
      = { "comment", "kommentar",  "coment",   "disqus", "related", "teaser",
          "sidebar", "navigation", "dropdown", "menu",   NULL };

  for (; index != QUO_WEB_NO_NODE; index = page->nodes[index].parent)
    {
      const QuoWebNode *node = &page->nodes[index];

      if (node->tag == GUMBO_TAG_BODY || (headline > index && headline < node->end))
        return FALSE;
      if ((node->tag == GUMBO_TAG_ASIDE && node->n_chars > SHORT_ASIDE)
          || node->tag == GUMBO_TAG_NAV
          || quo_web_value_holds (quo_web_node_get (node, "class"), words)
          || quo_web_value_holds (quo_web_node_get (node, "id"), words))
        return TRUE;
    }
  return FALSE;
}
