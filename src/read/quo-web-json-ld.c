/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-LD of schema.org: the articles in it, at any place in the tree. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-json-reader.h"
#include "quo-prose.h"
#include "quo-web-metadata.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A block above this is data of a program rather than of an article. */
#define MAX_BLOCK (4 * 1024 * 1024)
/* A text of a story below this tells nothing. */
#define MIN_CHECK 200

/* Where what is found goes. */
typedef struct
{
  QuoExtract *extract;
  char **name, **check;
} Found;

static JsonNode *
get_member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;
}

static const char *
get_string (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static char *
dup_line (JsonNode *node)
{
  const char *string = get_string (node);

  return string != NULL ? quo_prose_dup_line (string) : NULL;
}

/* The name of a person or organization: a string, an object with a name, or a list of these. */
static void
add_names (JsonNode *node, GString *names, guint depth)
{
  g_autofree char *name = NULL;

  if (node == NULL || depth > 3)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 20; i++)
        add_names (json_array_get_element (array, i), names, depth + 1);
      return;
    }
  name = JSON_NODE_HOLDS_OBJECT (node) ? dup_line (get_member (json_node_get_object (node), "name"))
                                       : dup_line (node);
  if (name == NULL || strstr (name, "://") != NULL || strstr (names->str, name) != NULL)
    return;
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

static char *
dup_names (JsonNode *node)
{
  GString *names = g_string_new (NULL);

  add_names (node, names, 0);
  return g_string_free (names, names->len == 0);
}

static gboolean
is_article_type (const char *type)
{
  static const char *const types[]
      = { "BlogPosting",        "LiveBlogPosting", "Report",       "ScholarlyArticle",
          "SocialMediaPosting", "Review",          "CreativeWork", NULL };

  return type != NULL && (g_str_has_suffix (type, "Article") || g_strv_contains (types, type));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = get_member (object, "@type");

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *types = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (types); i++)
        if (is_article_type (get_string (json_array_get_element (types, i))))
          return TRUE;
      return FALSE;
    }
  return is_article_type (get_string (type));
}

static void
take (char **member, char *value)
{
  if (*member == NULL && value != NULL && *value != '\0')
    *member = value;
  else
    g_free (value);
}

static char *
dup_url (JsonObject *object)
{
  JsonNode *page = get_member (object, "mainEntityOfPage");
  const char *url = get_string (get_member (object, "url"));

  if (url == NULL && page != NULL)
    url = JSON_NODE_HOLDS_OBJECT (page)
              ? get_string (get_member (json_node_get_object (page), "@id"))
              : get_string (page);
  return url != NULL && g_str_has_prefix (url, "http") ? g_strdup (url) : NULL;
}

static void
take_article (JsonObject *object, Found *found)
{
  const char *published = get_string (get_member (object, "datePublished"));
  const char *body = get_string (get_member (object, "articleBody"));

  if (published == NULL)
    published = get_string (get_member (object, "dateCreated"));
  take (&found->extract->title, dup_line (get_member (object, "headline")));
  take (found->name, dup_line (get_member (object, "name")));
  take (&found->extract->byline, dup_names (get_member (object, "author")));
  take (&found->extract->publisher, dup_names (get_member (object, "publisher")));
  take (&found->extract->lang, dup_line (get_member (object, "inLanguage")));
  take (&found->extract->url, dup_url (object));
  if (published != NULL)
    take (&found->extract->published, quo_date_parse (published));
  if (body != NULL && strlen (body) >= MIN_CHECK)
    take (found->check, g_strdup (body));
}

/* The first article is the page's; further ones are its neighbours. */
static gboolean
find_article (JsonNode *node, Found *found, guint depth)
{
  static const char *const containers[] = { "@graph", "mainEntity", "mainEntityOfPage", "hasPart" };

  if (node == NULL || depth > 5)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 200; i++)
        if (find_article (json_array_get_element (array, i), found, depth + 1))
          return TRUE;
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (is_article (json_node_get_object (node)))
    {
      take_article (json_node_get_object (node), found);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    if (find_article (get_member (json_node_get_object (node), containers[i]), found, depth + 1))
      return TRUE;
  return FALSE;
}

void
quo_web_read_json_ld (const char *json, QuoExtract *extract, char **ret_name, char **ret_check)
{
  g_autoptr (JsonParser) parser = NULL;
  Found found = { extract, ret_name, ret_check };
  gsize len = strlen (json);

  /* The parser is lax and recurses as deep as the text says, so it sees strict JSON alone. */
  if (len > MAX_BLOCK || !quo_json_check (json, len, "", NULL))
    return;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, json, (gssize)len, NULL))
    find_article (json_parser_get_root (parser), &found, 0);
}
