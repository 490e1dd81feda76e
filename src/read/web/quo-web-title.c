/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Section | Headline - Site": which of the parts is the headline. */
#include "quo-config.h"

#include "quo-web-title.h"

#include "quo-prose.h"
#include "quo-web-headline.h"

#include <string.h>

/* Joins of headline, section and site. */
static const char *const JOINS[]
    = { " | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " // ", " « ", " ‹ ",
        " › ", " / ", "｜",  " _ ", " : ",  " > ", " < ", " ~ ", " ‖ ",  NULL };
/* Joins without blanks, between signs of Chinese and Japanese, which have none. */
static const char *const TIGHT_JOINS[] = { "_", "--", "-", "|", "－", "——", NULL };

/* A title has no more parts; further ones stay together. */
#define MAX_PARTS 12
/* Of a title with more parts none is looked for in the page. */
#define MAX_SHOWN 4
/* Letters of a headline at least, and of the name of a site at most. */
#define MIN_HEADLINE 14
#define MAX_SITE 40
/* Letters of the name of a section at most. */
#define MAX_SECTION 16
/* Letters of a headline that shows, at most. */
#define MAX_HEADLINE 250
/* A name of a site with fewer letters could be in any address. */
#define MIN_NAME 3

typedef struct
{
  const char *start, *end;
} Part;

/* Whether the two are the same but for case and signs. */
static gboolean
is_like (const char *a, const char *a_end, const char *b)
{
  while (TRUE)
    {
      while (a < a_end && !g_unichar_isalnum (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (*b != '\0' && !g_unichar_isalnum (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (a >= a_end || *b == '\0')
        return a >= a_end && *b == '\0';
      if (g_unichar_tolower (g_utf8_get_char (a)) != g_unichar_tolower (g_utf8_get_char (b)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x2e80 && c < 0xfb00;
}

/* The length of the join at @p, 0 if there is none. */
static gsize
measure_join (const char *title, const char *p)
{
  for (guint i = 0; JOINS[i] != NULL; i++)
    if (g_str_has_prefix (p, JOINS[i]))
      return strlen (JOINS[i]);
  if (p == title || g_ascii_isalnum (*p) || !is_han (g_utf8_get_char (g_utf8_prev_char (p))))
    return 0;
  for (guint i = 0; TIGHT_JOINS[i] != NULL; i++)
    if (g_str_has_prefix (p, TIGHT_JOINS[i]))
      {
        gsize len = strlen (TIGHT_JOINS[i]);

        return *p == '_' || is_han (g_utf8_get_char (p + len)) ? len : 0;
      }
  return 0;
}

static guint
cut_parts (const char *title, Part *parts)
{
  guint n = 0;

  parts[n].start = title;
  for (const char *p = title; *p != '\0' && n < MAX_PARTS - 1;)
    {
      gsize len = measure_join (title, p);

      if (len == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      parts[n].end = p;
      p += len;
      parts[++n].start = p;
    }
  parts[n].end = title + strlen (title);
  return n + 1;
}

/* "theguardian" of "https://www.theguardian.com/x"; NULL if there is no host. */
static char *
dup_host (const char *url)
{
  const char *host = url != NULL ? strstr (url, "://") : NULL;
  g_auto (GStrv) labels = NULL;
  g_autofree char *name = NULL;
  guint n;

  if (host == NULL)
    return NULL;
  host += 3;
  name = g_strndup (host, strcspn (host, "/:?#"));
  labels = g_strsplit (name, ".", -1);
  n = g_strv_length (labels);
  if (n < 2)
    return NULL;
  /* Below "co.uk" and the like stands the name. */
  n -= n > 2 && strlen (labels[n - 2]) <= 3 ? 3 : 2;
  return quo_prose_squeeze (labels[n], -1);
}

static gboolean
is_site (const Part *part, const char *publisher, const char *host)
{
  g_autofree char *plain = NULL;

  if (publisher != NULL && is_like (part->start, part->end, publisher))
    return TRUE;
  if (host == NULL || strlen (host) < MIN_NAME
      || g_utf8_strlen (part->start, part->end - part->start) > MAX_SITE)
    return FALSE;
  plain = quo_prose_squeeze (part->start, part->end - part->start);
  if (strlen (plain) < MIN_NAME)
    return FALSE;
  return strstr (host, plain) != NULL || g_str_has_prefix (plain, host)
         || g_str_has_suffix (plain, host);
}

/* The parts, one after the other, that are the headline which shows. */
static char *
find_headline_part (const Part *parts, guint n, const char *headline)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i; k < n; k++)
      if (is_like (parts[i].start, parts[k].end, headline))
        return g_strndup (parts[i].start, (gsize)(parts[k].end - parts[i].start));
  return NULL;
}

/* Letters; a sign of Chinese or Japanese says as much as two of them. */
static glong
count_letters (const char *start, const char *end)
{
  glong n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n += is_han (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

/* Of a title element whose site is not known: what stands last is a site, if it is short enough for
 * a name and not most of the title; and before it a section, if that is short as well. */
static guint
guess_site (const Part *parts, guint first, guint last)
{
  glong most = MAX_SITE;

  while (last > first)
    {
      glong n_before = count_letters (parts[first].start, parts[last - 1].end);
      glong n_after = count_letters (parts[last].start, parts[last].end);

      if (n_before <= n_after || n_before <= MIN_HEADLINE || n_after >= most)
        return last;
      last--;
      most = MAX_SECTION;
    }
  return last;
}

static char *
cut_site (const char *title, const char *headline, const char *publisher, const char *host,
          gboolean is_element)
{
  Part parts[MAX_PARTS];
  guint n = cut_parts (title, parts), first = 0, last = n - 1;
  char *found = headline != NULL ? find_headline_part (parts, n, headline) : NULL;

  if (found != NULL)
    return found;
  while (last > first && is_site (&parts[last], publisher, host))
    last--;
  while (first < last && is_site (&parts[first], publisher, host))
    first++;
  if (is_element && first == 0 && last == n - 1)
    last = guess_site (parts, first, last);
  return g_strndup (parts[first].start, (gsize)(parts[last].end - parts[first].start));
}

/* Whether it leads to another page, as the headlines of teasers do. */
static gboolean
is_link (const QuoWebPage *page, guint32 headline)
{
  return quo_web_node_get_link_density (&page->nodes[headline]) > 0.9f;
}

/* The headline that shows, by what the metadata say, by the title element, or by its own marks. */
static guint32
find_headline (const QuoWebPage *page, const char *told, const char *element)
{
  guint32 headline = quo_web_find_headline (page, told != NULL ? told : element);

  if (told != NULL && element != NULL && (headline == QUO_WEB_NO_NODE || is_link (page, headline)))
    {
      guint32 other = quo_web_find_headline (page, element);

      if (headline == QUO_WEB_NO_NODE || (other != QUO_WEB_NO_NODE && !is_link (page, other)))
        headline = other;
    }
  return headline != QUO_WEB_NO_NODE ? headline : quo_web_find_marked_headline (page);
}

/* Where no heading is the headline: the longest part of the title element that is a line of the
 * page, or QUO_WEB_NO_NODE. */
static guint32
find_shown_part (const QuoWebPage *page, const char *element)
{
  Part parts[MAX_PARTS];
  guint n = cut_parts (element, parts);
  guint32 found = QUO_WEB_NO_NODE;
  glong most = MIN_HEADLINE;

  for (guint i = 0; i < n && n <= MAX_SHOWN; i++)
    for (guint k = i; k < n; k++)
      {
        g_autofree char *title = NULL;
        glong n_letters = count_letters (parts[i].start, parts[k].end);
        guint32 line;

        if (n_letters <= most)
          continue;
        title = g_strndup (parts[i].start, (gsize)(parts[k].end - parts[i].start));
        line = quo_web_find_title_line (page, title);
        if (line != QUO_WEB_NO_NODE)
          {
            found = line;
            most = n_letters;
          }
      }
  return found;
}

/* Whether a headline is one text, without a kicker or a flag in an element of its own. */
static gboolean
is_one_text (const QuoWebPage *page, guint32 headline)
{
  guint n = 0;

  for (guint32 i = headline + 1; i < page->nodes[headline].end; i++)
    n += page->nodes[i].n_own_chars > 0;
  return n == 1;
}

/* Whether what shows is the title, rather than the name of the site or of a person, or the title
 * and a kicker. What is told is often made short for search machines and networks. */
static gboolean
is_title (const QuoWebPage *page, guint32 headline, const char *shown, const char *cut,
          const char *publisher, const char *host)
{
  const Part part = { shown, shown + strlen (shown) };
  g_autofree char *plain = quo_prose_squeeze (shown, -1);
  g_autofree char *plain_cut = quo_prose_squeeze (cut, -1);

  if (*plain == '\0' || g_utf8_strlen (shown, -1) > MAX_HEADLINE || is_site (&part, publisher, host)
      || (page->nodes[headline].tag != GUMBO_TAG_H1
          && headline != quo_web_find_marked_headline (page)))
    return FALSE;
  if (count_letters (shown, part.end) < MIN_HEADLINE && strstr (plain_cut, plain) != NULL)
    return FALSE;
  return is_one_text (page, headline) || strstr (plain, plain_cut) == NULL;
}

char *
quo_web_choose_title (const QuoWebPage *page, const char *told, const char *element,
                      const char *publisher, const char *url, guint32 *ret_headline)
{
  g_autofree char *plain_told = told != NULL ? quo_prose_dup_line (told) : NULL;
  g_autofree char *plain_element = element != NULL ? quo_prose_dup_line (element) : NULL;
  g_autofree char *host = dup_host (url);
  g_autofree char *headline = NULL;
  g_autofree char *cut = NULL;

  *ret_headline = find_headline (page, plain_told, plain_element);
  if (*ret_headline == QUO_WEB_NO_NODE && plain_element != NULL)
    *ret_headline = find_shown_part (page, plain_element);
  if (*ret_headline != QUO_WEB_NO_NODE)
    headline = quo_web_page_dup_line (page, *ret_headline);
  if (plain_told == NULL && plain_element == NULL)
    return g_steal_pointer (&headline);
  cut = cut_site (plain_told != NULL ? plain_told : plain_element, headline, publisher, host,
                  plain_told == NULL);
  if (headline != NULL && is_title (page, *ret_headline, headline, cut, publisher, host))
    return g_steal_pointer (&headline);
  return quo_prose_dup_line (cut);
}
