/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-LD of schema.org: the articles in it, at any place in the tree. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-json-reader.h"
#include "quo-prose.h"
#include "quo-web-metadata.h"
#include "quo-web-overlap.h"
#include "quo-web-piece.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A block above this is data of a program rather than of an article. */
#define MAX_BLOCK (4 * 1024 * 1024)
/* A text of a story below this tells nothing. */
#define MIN_CHECK 200

/* Blocks are no deeper where they tell of articles. */
#define MAX_DEPTH 6
/* So many things of a block are looked at. */
#define MAX_THINGS 400

typedef struct
{
  QuoWebLinked *linked;
  GHashTable *ids;     /* "@id" to the JsonObject that has more than that */
  GPtrArray *articles; /* of JsonObject, in the order of the block */
  JsonObject *page;    /* the first WebPage */
  guint n_things;
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

/* (transfer full) (nullable): the text of a string, in which some pages have entities or tags. */
static char *
dup_line (JsonNode *node)
{
  const char *string = get_string (node);
  const char *mark = string != NULL ? strpbrk (string, "&<") : NULL;
  g_auto (QuoProse) prose = { 0 };
  g_autoptr (GString) plain = NULL;

  if (mark == NULL)
    return string != NULL ? quo_prose_dup_line (string) : NULL;
  quo_prose_init (&prose);
  quo_web_add_text (string, strlen (string), &prose);
  plain = quo_prose_finish (&prose);
  return quo_prose_dup_line (plain->str);
}

/* The name of a person or organization: a string, an object with a name, or a list of these. */
static void
add_names (const Found *found, JsonNode *node, GString *names, guint depth)
{
  g_autofree char *name = NULL;
  JsonObject *other;
  const char *id;

  if (node == NULL || depth > 3)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 20; i++)
        add_names (found, json_array_get_element (array, i), names, depth + 1);
      return;
    }
  name = JSON_NODE_HOLDS_OBJECT (node) ? dup_line (get_member (json_node_get_object (node), "name"))
                                       : dup_line (node);
  id = JSON_NODE_HOLDS_OBJECT (node) ? get_string (get_member (json_node_get_object (node), "@id"))
                                     : NULL;
  other = name == NULL && id != NULL ? g_hash_table_lookup (found->ids, id) : NULL;
  if (other != NULL)
    name = dup_line (get_member (other, "name"));
  if (name == NULL || strstr (name, "://") != NULL || strstr (names->str, name) != NULL)
    return;
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

static char *
dup_names (const Found *found, JsonNode *node)
{
  GString *names = g_string_new (NULL);

  add_names (found, node, names, 0);
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
take_date (char **member, JsonObject *object)
{
  static const char *const names[] = { "datePublished", "dateCreated", "uploadDate" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *date = get_string (get_member (object, names[i]));

      if (date != NULL)
        take (member, quo_date_parse (date));
    }
}

static void
take_article (const Found *found, JsonObject *object)
{
  QuoWebLinked *linked = found->linked;
  QuoExtract *extract = linked->extract;
  const char *body = get_string (get_member (object, "articleBody"));

  take (&extract->title, dup_line (get_member (object, "headline")));
  take (&linked->name, dup_line (get_member (object, "name")));
  take (&extract->byline, dup_names (found, get_member (object, "author")));
  take (&extract->byline, dup_names (found, get_member (object, "creator")));
  take (&extract->publisher, dup_names (found, get_member (object, "publisher")));
  take (&extract->lang, dup_line (get_member (object, "inLanguage")));
  take (&extract->url, dup_url (object));
  take_date (&extract->published, object);
  if (body != NULL && strlen (body) >= MIN_CHECK)
    take (&linked->check, g_strdup (body));
}

/* --- The things of a block --- */

static void
note_thing (Found *found, JsonObject *object)
{
  const char *id = get_string (get_member (object, "@id"));
  const char *type = get_string (get_member (object, "@type"));

  if (id != NULL && json_object_get_size (object) > 1 && json_object_has_member (object, "name"))
    {
      JsonObject *known = g_hash_table_lookup (found->ids, id);
      const char *name = get_string (get_member (object, "name"));

      if (known == NULL && name != NULL && *name != '\0')
        g_hash_table_insert (found->ids, (gpointer)id, object);
    }
  if (is_article (object))
    g_ptr_array_add (found->articles, object);
  else if (found->page == NULL && g_strcmp0 (type, "WebPage") == 0)
    found->page = object;
}

static void
walk_things (Found *found, JsonNode *node, guint depth)
{
  if (node == NULL || depth > MAX_DEPTH || found->n_things > MAX_THINGS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        walk_things (found, json_array_get_element (array, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) values = json_object_get_values (object);

      found->n_things++;
      note_thing (found, object);
      for (GList *value = values; value != NULL; value = value->next)
        walk_things (found, value->data, depth + 1);
    }
}

/* Of several articles the one that the title element names; without one the first. */
static JsonObject *
choose_article (const Found *found)
{
  g_autoptr (QuoWebOverlap) overlap = NULL;
  JsonObject *best = found->articles->len > 0 ? found->articles->pdata[0] : NULL;
  double best_fit = 0;

  if (found->articles->len < 2 || found->linked->title == NULL)
    return best;
  overlap = quo_web_overlap_new (found->linked->title);
  for (guint i = 0; i < found->articles->len; i++)
    {
      JsonObject *object = found->articles->pdata[i];
      const char *headline = get_string (get_member (object, "headline"));
      double fit;

      if (headline == NULL)
        headline = get_string (get_member (object, "name"));
      fit = headline != NULL ? quo_web_overlap_measure_text (overlap, headline) : 0;
      /* The body is in the article itself, not in those it names. */
      if (fit > best_fit + 0.05)
        {
          best_fit = fit;
          best = object;
        }
    }
  return best;
}

/* --- Mending --- */

/* (transfer full): what stands between the outermost brackets, with line ends in strings as blanks
 * and without commas before a closing bracket. */
static char *
mend (const char *start, const char *end)
{
  GString *out = g_string_sized_new ((gsize)(end - start) + 1);
  gboolean is_string = FALSE;

  for (const char *p = start; p < end; p++)
    {
      if (is_string && *p == '\\' && p + 1 < end)
        {
          g_string_append_len (out, p++, 2);
          continue;
        }
      if (*p == '"')
        is_string = !is_string;
      else if (is_string && (guchar)*p < ' ')
        {
          g_string_append_c (out, ' ');
          continue;
        }
      else if (!is_string && *p == ',')
        {
          const char *next = p + 1;

          while (next < end && g_ascii_isspace (*next))
            next++;
          if (next < end && (*next == '}' || *next == ']'))
            continue;
        }
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* (transfer full) (nullable): strict JSON. */
static char *
dup_strict (const char *json)
{
  const char *start = strpbrk (json, "{[");
  const char *brace = strrchr (json, '}'), *bracket = strrchr (json, ']');
  const char *end = MAX (brace, bracket);
  g_autofree char *plain = NULL;

  /* A bracket may be that of the CDATA section around it. */
  if (bracket != NULL && g_str_has_prefix (bracket, "]>"))
    end = brace;
  if (start != NULL && g_str_has_prefix (start, "[CDATA["))
    start = strpbrk (start + strlen ("[CDATA["), "{[");
  if (start == NULL || end == NULL || end < start || end - start > MAX_BLOCK)
    return NULL;
  end++;
  if (quo_json_check (start, (gsize)(end - start), "", NULL))
    return g_strndup (start, (gsize)(end - start));
  plain = mend (start, end);
  return quo_json_check (plain, strlen (plain), "", NULL) ? g_steal_pointer (&plain) : NULL;
}

void
quo_web_read_json_ld (const char *json, QuoWebLinked *linked)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  /* The parser is lax and recurses as deep as the text says, so it sees strict JSON alone. */
  g_autofree char *strict = dup_strict (json);
  Found found = { .linked = linked, .ids = ids, .articles = articles };
  JsonObject *article;

  if (strict == NULL)
    return;
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, strict, -1, NULL))
    return;
  walk_things (&found, json_parser_get_root (parser), 0);
  article = choose_article (&found);
  if (article != NULL)
    take_article (&found, article);
  if (found.page != NULL)
    take_date (&linked->page_date, found.page);
}
