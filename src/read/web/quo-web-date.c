/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date of pages that tell it to readers alone, or in their address. */
#include "quo-config.h"

#include "quo-web-date.h"

#include "quo-date.h"
#include "quo-prose.h"
#include "quo-web-near.h"

#include <string.h>

/* Signs of a line that is nothing but a date, or a date and a place. */
#define MAX_DATE 80

/* (transfer full) (nullable): the date that an element is for. */
static char *
dup_told_date (const QuoWebPage *page, guint32 index, const char *lang)
{
  static const char *const attributes[]
      = { "datetime", "content", "data-datetime", "data-published", "title" };
  const QuoWebNode *node = &page->nodes[index];
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = quo_web_node_get (node, attributes[i]);
      char *date = value != NULL ? quo_date_parse_for (value, lang) : NULL;

      if (date != NULL)
        return date;
    }
  if (node->n_chars > MAX_DATE)
    return NULL;
  line = quo_web_page_dup_line (page, index);
  return line != NULL ? quo_date_parse_for (line, lang) : NULL;
}

static gboolean
is_date_node (const QuoWebNode *node)
{
  const char *prop = quo_web_node_get (node, "itemprop");

  return node->tag == GUMBO_TAG_TIME || (prop != NULL && strstr (prop, "datePublished") != NULL)
         || (prop != NULL && strstr (prop, "dateCreated") != NULL);
}

static gboolean
is_called_date (const QuoWebNode *node)
{
  static const char *const names[]
      = { "date",   "time",   "datum", "fecha", "publish", "data", "meta",
          "byline", "posted", "tarih", "zeit",  "heure",   "hora", NULL };
  const char *prop = quo_web_node_get (node, "itemprop");

  if (node->tag == GUMBO_TAG_TIME || (prop != NULL && strstr (prop, "datePublished") != NULL)
      || (prop != NULL && strstr (prop, "dateCreated") != NULL))
    return TRUE;
  return node->n_chars >= 6 && node->n_chars <= MAX_DATE
         && (quo_web_value_holds (quo_web_node_get (node, "class"), names)
             || quo_web_value_holds (quo_web_node_get (node, "id"), names));
}

/* Links lead to other stories; those to all of a day have its date in their address. */
static gboolean
is_link_elsewhere (const QuoWebNode *parent)
{
  g_autofree char *date = NULL;

  if (parent->tag != GUMBO_TAG_A)
    return FALSE;
  date = quo_web_find_date_in_url (quo_web_node_get (parent, "href"));
  return date == NULL;
}

/* A line of plain words next to the headline that is a date. */
static char *
find_plain_date (const QuoWebPage *page, guint32 headline, const char *lang)
{
  guint32 from = headline > QUO_WEB_NEAR_BEFORE ? headline - QUO_WEB_NEAR_BEFORE : 1;
  guint32 end = MIN (page->nodes[headline].end + QUO_WEB_NEAR_AFTER, page->n_nodes);

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = pass == 0 ? page->nodes[headline].end : from; i < (pass == 0 ? end : headline);
         i++)
      {
        const QuoWebNode *node = &page->nodes[i];
        g_autofree char *line = NULL;
        char *date;

        if (node->text == NULL || node->n_own_chars < 6 || node->n_own_chars > MAX_DATE
            || is_link_elsewhere (&page->nodes[node->parent]))
          continue;
        line = quo_prose_dup_line (node->text);
        if (line != NULL && (date = quo_date_parse_for (line, lang)) != NULL)
          return date;
      }
  return NULL;
}

/* (transfer full) (nullable): of the elements that @is_one holds of the date nearest to the
 * headline. */
static char *
find_nearest_date (const QuoWebPage *page, guint32 headline, const char *lang,
                   gboolean (*is_one) (const QuoWebNode *node))
{
  g_autofree char *best = NULL;
  guint32 nearest = G_MAXUINT32;

  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      guint32 distance = quo_web_get_distance (i, headline);
      char *date;

      if (node->element == NULL || distance >= nearest || !is_one (node)
          || quo_web_is_of_others (page, i, headline))
        continue;
      date = dup_told_date (page, i, lang);
      if (date == NULL)
        continue;
      g_free (best);
      best = date;
      nearest = distance;
    }
  return g_steal_pointer (&best);
}

char *
quo_web_find_date (const QuoWebPage *page, guint32 headline, const char *lang)
{
  char *date = find_nearest_date (page, headline, lang, is_date_node);

  if (date == NULL)
    date = find_nearest_date (page, headline, lang, is_called_date);
  if (date == NULL && headline != QUO_WEB_NO_NODE)
    date = find_plain_date (page, headline, lang);
  return date;
}

char *
quo_web_find_date_in_url (const char *url)
{
  const char *path = url != NULL ? strstr (url, "://") : NULL;

  path = path != NULL ? strchr (path + 3, '/') : NULL;
  for (const char *p = path; p != NULL && *p != '\0' && *p != '?'; p++)
    {
      char date[11];

      if (!strchr ("/-_", *p))
        continue;
      /* "/2026/03/31", "-2026-03-31", "/20260331" */
      if (strspn (p + 1, "0123456789") == 8)
        g_snprintf (date, sizeof date, "%.4s-%.2s-%.2s", p + 1, p + 5, p + 7);
      else if (strspn (p + 1, "0123456789") == 4 && strchr ("/-_", p[5]) != NULL && p[5] != '\0'
               && strspn (p + 6, "0123456789") == 2 && p[8] == p[5]
               && strspn (p + 9, "0123456789") == 2)
        g_snprintf (date, sizeof date, "%.4s-%.2s-%.2s", p + 1, p + 6, p + 9);
      else
        continue;
      if (date[0] == '1' ? date[1] == '9' : date[0] == '2' && date[1] == '0')
        {
          char *parsed = quo_date_parse (date);

          if (parsed != NULL)
            return parsed;
        }
    }
  return NULL;
}
