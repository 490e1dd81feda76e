/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself, best source first. */
#include "quo-config.h"

#include "quo-web-metadata.h"

#include "quo-date.h"
#include "quo-prose.h"
#include "quo-web-byline.h"
#include "quo-web-date.h"
#include "quo-web-overlap.h"
#include "quo-web-title.h"

#include <string.h>

/* Bytes of the names of authors. */
#define MAX_AUTHORS 100

typedef struct
{
  const QuoWebPage *page;
  GHashTable *metas; /* name in small letters to content */
  char *title;       /* of the title element */
  char *canonical;
  char *name; /* of the article, from JSON-LD */
  char *check;
  char *page_date;   /* of the page rather than of the article, from JSON-LD */
  GPtrArray *blocks; /* of JSON-LD */
  guint32 headline;  /* a node, or QUO_WEB_NO_NODE */
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

/* Some pages have an element for each of their authors. */
static void
add_author (Metadata *metadata, char *name, const char *author)
{
  const char *known = g_hash_table_lookup (metadata->metas, name);

  if (strstr (known, author) == NULL && strlen (known) < MAX_AUTHORS)
    g_hash_table_insert (metadata->metas, name, g_strdup_printf ("%s, %s", known, author));
  else
    g_free (name);
}

static void
take_meta (Metadata *metadata, const GumboElement *element)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = get_attribute (element, "content");

  /* Programs that save pages write it so. */
  if (content == NULL)
    content = get_attribute (element, "value");
  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = get_attribute (element, attributes[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower == NULL || *content == '\0')
        continue;
      if (!g_hash_table_contains (metadata->metas, lower))
        g_hash_table_insert (metadata->metas, g_steal_pointer (&lower), g_strdup (content));
      else if (g_str_equal (lower, "author") || g_str_equal (lower, "citation_author")
               || g_str_equal (lower, "dc.creator"))
        add_author (metadata, g_steal_pointer (&lower), content);
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
      g_ptr_array_add (metadata->blocks, dup_content (element));
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
  g_autofree char *told = NULL;

  choose_name (metadata);
  take (&extract->title, dup_first (metadata, names));
  told = g_steal_pointer (&extract->title);
  extract->title = quo_web_choose_title (metadata->page, told, metadata->title, extract->publisher,
                                         extract->url, &metadata->headline);
}

/* --- What the page shows --- */

/* Where dates of publication are told, the surest first. */
static const char *const DATES[] = {
  "article:published_time",
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
  "article_date_original",
  "dc.created",
  "dcterms.issued",
  "dcterms.available",
  "article:published",
  "og:published_time",
  "og:pubdate",
  "pub_date",
  "publication_date",
  "published-date",
  "publisheddate",
  "release_date",
  "shareaholic:article_published_time",
  "vr:published_time",
  "rnews:datepublished",
  "datecreated",
  NULL,
};

static void
choose_date (Metadata *metadata)
{
  QuoExtract *extract = metadata->extract;

  for (guint i = 0; extract->published == NULL && DATES[i] != NULL; i++)
    {
      const char *content = g_hash_table_lookup (metadata->metas, DATES[i]);

      if (content != NULL)
        extract->published = quo_date_parse_for (content, extract->lang);
    }
  if (extract->published == NULL)
    extract->published = quo_web_find_date_in_url (extract->url);
  if (extract->published == NULL)
    extract->published = quo_web_find_date (metadata->page, metadata->headline, extract->lang);
  if (extract->published == NULL)
    extract->published = g_steal_pointer (&metadata->page_date);
}

/* Where authors are told, the surest first. */
static const char *const BYLINES[] = {
  "author",
  "article:author",
  "parsely-author",
  "byl",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "dc:creator",
  "citation_author",
  "article:author_name",
  "og:article:author",
  "article.author",
  "dc.contributor",
  "authors",
  "rnews:creator",
  "vr:author",
  "twitter:creator:name",
  "articleauthor",
  NULL,
};

static void
choose_byline (Metadata *metadata)
{
  QuoExtract *extract = metadata->extract;
  g_autofree char *named = NULL;

  for (guint i = 0; extract->byline == NULL && BYLINES[i] != NULL; i++)
    {
      const char *content = g_hash_table_lookup (metadata->metas, BYLINES[i]);
      g_autofree char *line = content != NULL ? quo_prose_dup_line (content) : NULL;

      if (line != NULL)
        extract->byline = quo_web_clean_byline (line);
    }
  /* Some sites tell machines that they wrote it themselves, and readers who did. */
  if (extract->byline != NULL && extract->publisher != NULL
      && g_ascii_strcasecmp (extract->byline, extract->publisher) == 0)
    named = g_steal_pointer (&extract->byline);
  if (extract->byline == NULL)
    extract->byline = quo_web_find_byline (metadata->page, metadata->headline);
  take (&extract->byline, g_steal_pointer (&named));
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

/* Every block is asked, the one with the article first in the page is believed. */
static void
read_blocks (Metadata *metadata)
{
  QuoWebLinked linked = { .extract = metadata->extract, .title = metadata->title };

  for (guint i = 0; i < metadata->blocks->len; i++)
    quo_web_read_json_ld (g_ptr_array_index (metadata->blocks, i), &linked);
  metadata->name = linked.name;
  metadata->check = linked.check;
  metadata->page_date = linked.page_date;
}

/* The address the page gives, and where its data say it stands. */
static void
choose_address (Metadata *metadata)
{
  static const char *const addresses[] = { "og:url", "twitter:url", "parsely-link", NULL };
  QuoExtract *extract = metadata->extract;

  if (metadata->canonical != NULL && g_str_has_prefix (metadata->canonical, "http"))
    {
      g_free (extract->url);
      extract->url = g_steal_pointer (&metadata->canonical);
    }
  take (&extract->url, dup_first (metadata, addresses));
}

void
quo_web_read_metadata (const QuoWebPage *page, QuoExtract *extract, char **ret_check)
{
  static const char *const sites[]
      = { "og:site_name",      "application-name",        "dc.publisher",
          "dcterms.publisher", "twitter:app:name:iphone", NULL };
  g_autoptr (GHashTable) metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
  Metadata metadata = { .page = page, .extract = extract, .metas = metas, .blocks = blocks };

  walk (&metadata, page->output->root);
  read_blocks (&metadata);
  take (&extract->publisher, dup_first (&metadata, sites));
  choose_language (&metadata);
  choose_address (&metadata);
  choose_title (&metadata);
  choose_byline (&metadata);
  choose_date (&metadata);
  *ret_check = metadata.check;
  g_free (metadata.title);
  g_free (metadata.name);
  g_free (metadata.canonical);
  g_free (metadata.page_date);
}
