/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself, best source first. */
#include "quo-config.h"

#include "quo-web-metadata.h"

#include "quo-date.h"
#include "quo-prose.h"
#include "quo-web-headline.h"
#include "quo-web-overlap.h"
#include "quo-web-words.h"

#include <string.h>

/* A longer byline is a paragraph. */
#define MAX_BYLINE 120

typedef struct
{
  const QuoWebPage *page;
  GHashTable *metas; /* name in small letters to content */
  char *title;       /* of the title element */
  char *canonical;
  char *name; /* of the article, from JSON-LD */
  char *check;
  QuoExtract *extract;
} Metadata;

/* --- The head, which is no part of the nodes --- */

static const char *
get_attribute (const GumboElement *element, const char *name)
{
  GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

static char *
dup_content (const GumboElement *element)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < element->children.length; i++)
    {
      const GumboNode *child = element->children.data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE
          || child->type == GUMBO_NODE_CDATA)
        g_string_append (text, child->v.text.text);
    }
  return g_string_free (text, FALSE);
}

static void
take_meta (Metadata *metadata, const GumboElement *element)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = get_attribute (element, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = get_attribute (element, attributes[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower != NULL && *content != '\0' && !g_hash_table_contains (metadata->metas, lower))
        g_hash_table_insert (metadata->metas, g_steal_pointer (&lower), g_strdup (content));
    }
}

static gboolean
is_word_in (const char *value, const char *word)
{
  g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;
  g_auto (GStrv) words = lower != NULL ? g_strsplit_set (lower, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *)words, word);
}

static void
take_element (Metadata *metadata, const GumboElement *element)
{
  const char *type;
  g_autofree char *json = NULL;

  switch (element->tag)
    {
    case GUMBO_TAG_META:
      take_meta (metadata, element);
      break;
    case GUMBO_TAG_TITLE:
      if (metadata->title == NULL)
        metadata->title = dup_content (element);
      break;
    case GUMBO_TAG_LINK:
      if (metadata->canonical == NULL && is_word_in (get_attribute (element, "rel"), "canonical"))
        metadata->canonical = g_strdup (get_attribute (element, "href"));
      break;
    case GUMBO_TAG_SCRIPT:
      type = get_attribute (element, "type");
      if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
        break;
      json = dup_content (element);
      quo_web_read_json_ld (json, metadata->extract, &metadata->name, &metadata->check);
      break;
    default:
      break;
    }
}

/* All elements, also those that do not show; a loop, for a page may be deep. */
static void
walk (Metadata *metadata, const GumboNode *root)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, (gpointer)root);
  while (waiting->len > 0)
    {
      const GumboNode *node = g_ptr_array_steal_index (waiting, waiting->len - 1);
      const GumboElement *element = &node->v.element;

      /* In svg a title is a hint. */
      if (element->tag == GUMBO_TAG_SVG)
        continue;
      take_element (metadata, element);
      for (guint i = element->children.length; i-- > 0;)
        if (((const GumboNode *)element->children.data[i])->type == GUMBO_NODE_ELEMENT)
          g_ptr_array_add (waiting, element->children.data[i]);
    }
}

/* --- Choosing --- */

static char *
dup_first (Metadata *metadata, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const char *content = g_hash_table_lookup (metadata->metas, *names);
      char *line = content != NULL ? quo_prose_dup_line (content) : NULL;

      if (line != NULL)
        return line;
    }
  return NULL;
}

static void
take (char **member, char *value)
{
  if (*member == NULL)
    *member = value;
  else
    g_free (value);
}

/* Joins of headline and site: "Headline | Site", "Headline - Site". */
static const char *const JOINS[]
    = { " | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " // ", " « ", " ‹ ", NULL };

/* Whether the two are the same but for case and signs. */
static gboolean
is_like (const char *a, const char *b)
{
  while (TRUE)
    {
      while (*a != '\0' && !g_unichar_isalnum (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (*b != '\0' && !g_unichar_isalnum (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (*a == '\0' || *b == '\0')
        return *a == *b;
      if (g_unichar_tolower (g_utf8_get_char (a)) != g_unichar_tolower (g_utf8_get_char (b)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

/* Cuts the name of the site off at the end: what the page says is its name, or what the headline
 * that shows does not have. */
static void
cut_site (char *title, const char *site, const char *headline)
{
  for (guint i = 0; JOINS[i] != NULL; i++)
    {
      char *join = g_strrstr (title, JOINS[i]);

      if (join == NULL)
        continue;
      if ((site != NULL && is_like (join + strlen (JOINS[i]), site))
          || (headline != NULL && g_str_has_prefix (title, headline)
              && title + strlen (headline) == join))
        {
          *join = '\0';
          return;
        }
    }
}

/* Of a title element whose site is not known: the longer part is the headline, if the other one is
 * short enough for a name. */
static void
guess_site (char *title)
{
  for (guint i = 0; JOINS[i] != NULL; i++)
    {
      char *join = g_strrstr (title, JOINS[i]);
      glong n_before, n_after;

      if (join == NULL)
        continue;
      n_before = g_utf8_strlen (title, join - title);
      n_after = g_utf8_strlen (join + strlen (JOINS[i]), -1);
      if (n_before > n_after && n_before > 14 && n_after < 40)
        *join = '\0';
      return;
    }
}

/* How well a title fits the title element. */
static double
measure_title (const Metadata *metadata, const char *title)
{
  g_autoptr (QuoWebOverlap) overlap = quo_web_overlap_new (title);

  return quo_web_overlap_measure_text (overlap, metadata->title);
}

/* Some sites put a description where the headline should be, and the headline where the name. */
static void
choose_name (Metadata *metadata)
{
  QuoExtract *extract = metadata->extract;

  if (metadata->name == NULL)
    return;
  if (extract->title == NULL
      || (metadata->title != NULL
          && measure_title (metadata, metadata->name) > measure_title (metadata, extract->title)))
    {
      g_free (extract->title);
      extract->title = g_strdup (metadata->name);
    }
}

static void
choose_title (Metadata *metadata)
{
  static const char *const names[]
      = { "og:title", "headline",      "parsely-title",  "dc.title",       "dcterms.title",
          "dc:title", "twitter:title", "sailthru.title", "citation_title", "title",
          NULL };
  QuoExtract *extract = metadata->extract;
  g_autofree char *headline = NULL;
  guint32 place;

  choose_name (metadata);
  take (&extract->title, dup_first (metadata, names));
  if (extract->title == NULL && metadata->title != NULL)
    {
      extract->title = quo_prose_dup_line (metadata->title);
      place = extract->title != NULL ? quo_web_find_headline (metadata->page, extract->title)
                                     : QUO_WEB_NO_NODE;
      if (place != QUO_WEB_NO_NODE)
        take (&headline, quo_web_page_dup_line (metadata->page, place));
      if (extract->title != NULL)
        {
          gsize len = strlen (extract->title);

          cut_site (extract->title, extract->publisher, headline);
          if (strlen (extract->title) == len)
            guess_site (extract->title);
        }
    }
  place = quo_web_find_headline (metadata->page, extract->title);
  if (place != QUO_WEB_NO_NODE && headline == NULL)
    headline = quo_web_page_dup_line (metadata->page, place);
  if (extract->title == NULL)
    extract->title = g_steal_pointer (&headline);
  else
    cut_site (extract->title, extract->publisher, headline);
}

/* --- What the page shows --- */

static gboolean
is_byline_node (const QuoWebNode *node)
{
  const char *rel = quo_web_node_get (node, "rel");
  const char *prop = quo_web_node_get (node, "itemprop");
  const char *name = quo_web_node_get (node, "class");
  g_autofree char *lower = NULL;

  if (is_word_in (rel, "author") || (prop != NULL && strstr (prop, "author") != NULL))
    return TRUE;
  if (name == NULL)
    return FALSE;
  lower = g_ascii_strdown (name, -1);
  return strstr (lower, "byline") != NULL || strstr (lower, "author") != NULL
         || strstr (lower, "auteur") != NULL || strstr (lower, "autor") != NULL
         || strstr (lower, "autore") != NULL || strstr (lower, "signature") != NULL;
}

static char *
clean_byline (const char *line)
{
  const char *rest = quo_web_skip_by (line);
  char *byline = g_strdup (rest);
  /* What follows the name: a date, a function. */
  static const char *const ends[] = { " | ", " · ", " • ", " — ", " – ", "\n", NULL };

  for (guint i = 0; ends[i] != NULL; i++)
    {
      char *end = strstr (byline, ends[i]);

      if (end != NULL && end != byline)
        *end = '\0';
    }
  g_strstrip (byline);
  while (*byline != '\0' && strchr (",;:|", byline[strlen (byline) - 1]) != NULL)
    byline[strlen (byline) - 1] = '\0';
  if (*byline != '\0' && g_utf8_strlen (byline, -1) <= MAX_BYLINE && strstr (byline, "://") == NULL)
    return byline;
  g_free (byline);
  return NULL;
}

static char *
find_byline (const QuoWebPage *page)
{
  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      g_autofree char *line = NULL;
      char *byline;

      if (node->element == NULL || node->n_chars < 3 || node->n_chars > MAX_BYLINE
          || !is_byline_node (node))
        continue;
      line = quo_web_page_dup_line (page, i);
      byline = line != NULL ? clean_byline (line) : NULL;
      if (byline != NULL)
        return byline;
    }
  return NULL;
}

static char *
find_date (const QuoWebPage *page)
{
  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      const char *value = NULL;
      g_autofree char *line = NULL;
      char *date = NULL;

      if (node->tag == GUMBO_TAG_TIME)
        {
          value = quo_web_node_get (node, "datetime");
          if (value == NULL)
            value = line = quo_web_page_dup_line (page, i);
        }
      else if (node->element != NULL
               && g_strcmp0 (quo_web_node_get (node, "itemprop"), "datePublished") == 0)
        {
          value = quo_web_node_get (node, "content");
          if (value == NULL)
            value = quo_web_node_get (node, "datetime");
          if (value == NULL)
            value = line = quo_web_page_dup_line (page, i);
        }
      if (value != NULL && (date = quo_date_parse (value)) != NULL)
        return date;
    }
  return NULL;
}

/* A short element that is called date and reads like one. */
static char *
find_named_date (const QuoWebPage *page)
{
  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      const char *name = quo_web_node_get (node, "class");
      g_autofree char *lower = NULL;
      g_autofree char *line = NULL;
      char *date;

      if (name == NULL || node->n_chars < 6 || node->n_chars > 80)
        continue;
      lower = g_ascii_strdown (name, -1);
      if (strstr (lower, "date") == NULL && strstr (lower, "time") == NULL
          && strstr (lower, "datum") == NULL && strstr (lower, "fecha") == NULL
          && strstr (lower, "published") == NULL && strstr (lower, "data") == NULL
          && strstr (lower, "meta") == NULL && strstr (lower, "byline") == NULL)
        continue;
      line = quo_web_page_dup_line (page, i);
      if (line != NULL && (date = quo_date_parse (line)) != NULL)
        return date;
    }
  return NULL;
}

static void
choose_date (Metadata *metadata)
{
  static const char *const names[] = { "article:published_time",
                                       "og:article:published_time",
                                       "datepublished",
                                       "parsely-pub-date",
                                       "sailthru.date",
                                       "dc.date.issued",
                                       "dcterms.created",
                                       "dcterms.date",
                                       "dc.date",
                                       "dc:date",
                                       "dc.date.created",
                                       "date",
                                       "pubdate",
                                       "publishdate",
                                       "publish-date",
                                       "article.published",
                                       "originalpublicationdate",
                                       "cxenseparse:recs:publishtime",
                                       "citation_publication_date",
                                       "last-modified",
                                       NULL };
  QuoExtract *extract = metadata->extract;

  for (guint i = 0; extract->published == NULL && names[i] != NULL; i++)
    {
      const char *content = g_hash_table_lookup (metadata->metas, names[i]);

      if (content != NULL)
        extract->published = quo_date_parse (content);
    }
  if (extract->published == NULL)
    extract->published = find_date (metadata->page);
  if (extract->published == NULL)
    extract->published = find_named_date (metadata->page);
}

static void
choose_byline (Metadata *metadata)
{
  static const char *const names[] = { "author",
                                       "article:author",
                                       "parsely-author",
                                       "byl",
                                       "sailthru.author",
                                       "dc.creator",
                                       "dcterms.creator",
                                       "dc:creator",
                                       "citation_author",
                                       "article:author_name",
                                       NULL };
  QuoExtract *extract = metadata->extract;

  for (guint i = 0; extract->byline == NULL && names[i] != NULL; i++)
    {
      const char *content = g_hash_table_lookup (metadata->metas, names[i]);
      g_autofree char *line = content != NULL ? quo_prose_dup_line (content) : NULL;

      if (line != NULL)
        extract->byline = clean_byline (line);
    }
  if (extract->byline == NULL)
    extract->byline = find_byline (metadata->page);
}

static void
choose_language (Metadata *metadata)
{
  QuoExtract *extract = metadata->extract;
  const char *lang = quo_web_node_get (&metadata->page->nodes[0], "lang");
  const char *meta = g_hash_table_lookup (metadata->metas, "content-language");

  if (lang == NULL || *lang == '\0')
    lang = quo_web_node_get (&metadata->page->nodes[0], "xml:lang");
  if (lang == NULL || *lang == '\0')
    lang = meta != NULL ? meta : g_hash_table_lookup (metadata->metas, "og:locale");
  if (lang != NULL && *lang != '\0' && strlen (lang) < 20)
    {
      g_free (extract->lang);
      extract->lang = g_strdup (lang);
    }
  if (extract->lang != NULL)
    g_strdelimit (extract->lang, "_", '-');
}

void
quo_web_read_metadata (const QuoWebPage *page, QuoExtract *extract, char **ret_check)
{
  static const char *const sites[]
      = { "og:site_name",      "application-name",        "dc.publisher",
          "dcterms.publisher", "twitter:app:name:iphone", NULL };
  static const char *const addresses[] = { "og:url", "twitter:url", NULL };
  Metadata metadata = { .page = page, .extract = extract };

  metadata.metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  walk (&metadata, page->output->root);
  take (&extract->publisher, dup_first (&metadata, sites));
  choose_title (&metadata);
  choose_byline (&metadata);
  choose_date (&metadata);
  choose_language (&metadata);
  if (metadata.canonical != NULL && g_str_has_prefix (metadata.canonical, "http"))
    {
      g_free (extract->url);
      extract->url = g_steal_pointer (&metadata.canonical);
    }
  take (&extract->url, dup_first (&metadata, addresses));
  *ret_check = metadata.check;
  g_hash_table_unref (metadata.metas);
  g_free (metadata.title);
  g_free (metadata.name);
  g_free (metadata.canonical);
}
