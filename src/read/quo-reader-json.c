/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON with a story in it: ninjs of the IPTC (1 to 3), what scrapers write, and JSON lines, of
 * which each is a section. The text is the first member that is known to hold one. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-decode.h"
#include "quo-json-reader.h"
#include "quo-prose.h"
#include "quo-readers-list.h"
#include "quo-web-piece.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Where a member with a text has to begin for a file to be taken for a story. */
#define HEAD (256 * 1024)
/* A story is wrapped in at most so many objects. */
#define MAX_WRAPPERS 3

/* Names in the order in which they are looked for. */
static const char *const PLAIN[]
    = { "body_text", "text",       "articleBody",  "article_text", "fulltext", "full_text",
        "maintext",  "plain_text", "content_text", "content",      "body",     "article",
        "story",     NULL };
static const char *const MARKED_UP[]
    = { "body_xhtml", "body_html", "content_html", "html", "body_nitf", NULL };
static const char *const TITLES[] = { "headline", "title", "name", "titre", "titel", NULL };
static const char *const BYLINES[] = { "byline", "author", "authors", "creator", NULL };
static const char *const DATES[] = { "firstcreated",
                                     "date_publish",
                                     "datePublished",
                                     "published",
                                     "date_published",
                                     "publication_date",
                                     "pubdate",
                                     "pub_date",
                                     "contentcreated",
                                     "versioncreated",
                                     "created",
                                     "date",
                                     NULL };
static const char *const PUBLISHERS[] = { "publisher", "source",   "provider",        "site_name",
                                          "sitename",  "hostname", "copyrightholder", NULL };
static const char *const LANGUAGES[] = { "language", "lang", "inLanguage", NULL };
static const char *const ADDRESSES[] = { "url", "uri", "link", "source_url", "canonical", NULL };
static const char *const PLACES[] = { "located", "dateline", "place", NULL };

static gboolean
holds_member (const QuoReadSource *source, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", *names);

      if (quo_read_source_holds (source, quoted, HEAD))
        return TRUE;
    }
  return FALSE;
}

static QuoSniff
sniff_json (const QuoReadSource *source)
{
  gsize n_blank = strspn (source->data, " \t\r\n");
  static const char *const bodies[] = { "bodies", NULL };

  if (!quo_reader_has_extension (&quo_reader_json, source->extension)
      || strchr ("{[", source->data[n_blank]) == NULL || source->data[n_blank] == '\0')
    return QUO_SNIFF_NO;
  return holds_member (source, PLAIN) || holds_member (source, MARKED_UP)
                 || holds_member (source, bodies)
             ? QUO_SNIFF_NAME
             : QUO_SNIFF_NO;
}

/* --- Members --- */

/* A string; of an object its value or name, of a list all that are in it. */
static void
add_value (JsonNode *node, GString *value, guint depth)
{
  static const char *const inner[] = { "value", "name", "literal" };

  if (node == NULL || depth > 4)
    return;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *string = json_node_get_string (node);

      if (*string != '\0')
        g_string_append_printf (value, "%s%s", value->len > 0 ? ", " : "", string);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      add_value (json_array_get_element (json_node_get_array (node), i), value, depth + 1);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
      if (json_object_has_member (json_node_get_object (node), inner[i]))
        {
          add_value (json_object_get_member (json_node_get_object (node), inner[i]), value,
                     depth + 1);
          return;
        }
}

static char *
dup_first (JsonObject *object, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      GString *value;

      if (!json_object_has_member (object, *names))
        continue;
      value = g_string_new (NULL);
      add_value (json_object_get_member (object, *names), value, 0);
      if (value->len > 0)
        return g_string_free (value, FALSE);
      g_string_free (value, TRUE);
    }
  return NULL;
}

static char *
dup_line (JsonObject *object, const char *const *names)
{
  g_autofree char *value = dup_first (object, names);

  return value != NULL ? quo_prose_dup_line (value) : NULL;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node
      = json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* ninjs 2 has lists of headlines and bodies, each with a role; the first of them is the main one.
 */
static JsonObject *
get_first_object (JsonObject *object, const char *name)
{
  JsonNode *node
      = json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0)
    return NULL;
  node = json_array_get_element (array, 0);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
dup_title (JsonObject *object)
{
  JsonObject *headline = get_first_object (object, "headlines");
  const char *value = headline != NULL ? get_string (headline, "value") : NULL;

  return value != NULL ? quo_prose_dup_line (value) : dup_line (object, TITLES);
}

/* --- Text --- */

static gboolean
is_markup (const char *text)
{
  return strstr (text, "<p") != NULL || strstr (text, "<br") != NULL
         || strstr (text, "<div") != NULL;
}

static void
add_markup (const char *text, QuoProse *prose)
{
#if QUO_HAVE_GUMBO
  quo_web_add_text (text, strlen (text), prose);
#else
  quo_prose_add_verbatim (prose, text, strlen (text));
#endif
}

/* (transfer full) (nullable): a string, or a list of paragraphs. */
static char *
dup_text (JsonObject *object, const char *name)
{
  JsonNode *node
      = json_object_has_member (object, name) ? json_object_get_member (object, name) : NULL;
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GString *text;

  if (array == NULL)
    return g_strdup (get_string (object, name));
  text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                                json_node_get_string (element));
    }
  return g_string_free (text, text->len == 0);
}

/* (transfer full) (nullable): the text of a story, and whether it is HTML. */
static char *
dup_body (JsonObject *object, gboolean *ret_is_markup)
{
  JsonObject *body = get_first_object (object, "bodies");
  const char *type = body != NULL ? get_string (body, "contentType") : NULL;
  char *text = body != NULL ? dup_text (body, "value") : NULL;

  if (type == NULL && body != NULL) /* ninjs 1 and 2 write it so */
    type = get_string (body, "contenttype");
  *ret_is_markup = type != NULL && strstr (type, "html") != NULL;
  for (guint i = 0; text == NULL && PLAIN[i] != NULL; i++)
    text = dup_text (object, PLAIN[i]);
  for (guint i = 0; text == NULL && MARKED_UP[i] != NULL; i++)
    {
      text = dup_text (object, MARKED_UP[i]);
      *ret_is_markup = text != NULL;
    }
  *ret_is_markup |= text != NULL && is_markup (text);
  return text;
}

/* The object with a text: this one, or the first one in it, for some wrap the story. */
static JsonObject *
find_story (JsonObject *object, guint depth)
{
  gboolean is_html;
  g_autofree char *text = dup_body (object, &is_html);
  g_autoptr (GList) values = NULL;
  JsonObject *found = NULL;

  if (text != NULL)
    return object;
  values = depth < MAX_WRAPPERS ? json_object_get_values (object) : NULL;
  for (GList *value = values; value != NULL && found == NULL; value = value->next)
    if (JSON_NODE_HOLDS_OBJECT (value->data))
      found = find_story (json_node_get_object (value->data), depth + 1);
  return found;
}

/* FALSE when there is no text in it. */
static gboolean
add_story (JsonObject *object, QuoExtract *extract, QuoProse *prose, gboolean is_section)
{
  gboolean is_html;
  g_autofree char *text = dup_body (object, &is_html);
  g_autofree char *title = text != NULL ? dup_title (object) : NULL;
  gsize start = quo_prose_tell (prose, QUO_GAP_BLOCK);

  if (text == NULL)
    return FALSE;
  quo_prose_gap (prose, QUO_GAP_BLOCK);
  if (title != NULL)
    quo_prose_add (prose, title, strlen (title));
  quo_prose_gap (prose, QUO_GAP_BLOCK);
  if (is_html)
    add_markup (text, prose);
  else
    quo_prose_add_verbatim (prose, text, strlen (text));
  if (is_section)
    quo_extract_add_section (extract, title != NULL ? title : "", start, 1);
  return TRUE;
}

static void
take_metadata (JsonObject *object, QuoExtract *extract)
{
  g_autofree char *date = dup_first (object, DATES);

  extract->title = dup_title (object);
  extract->byline = dup_line (object, BYLINES);
  extract->published = date != NULL ? quo_date_parse (date) : NULL;
  extract->publisher = dup_line (object, PUBLISHERS);
  extract->lang = dup_line (object, LANGUAGES);
  extract->url = dup_line (object, ADDRESSES);
  extract->dateline = dup_line (object, PLACES);
}

/* --- Files --- */

static JsonNode *
parse (const QuoReadSource *source, const char *json, gsize len, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;

  if (!quo_json_check (json, len, source->name, error))
    return NULL;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, json, (gssize)len, &local))
    return json_parser_steal_root (parser);
  quo_read_source_fail (source, error, QUO_ERROR_SYNTAX, "%s", local->message);
  return NULL;
}

static gboolean
refuse_no_text (const QuoReadSource *source, GError **error)
{
  g_autofree char *names = g_strjoinv (", ", (char **)PLAIN);

  return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                               _ ("there is no text in it; it is looked for in the members %s"),
                               names);
}

/* An object alone, or the only element of a list, is a story with its metadata. */
static gboolean
read_story (const QuoReadSource *source, JsonObject *object, QuoExtract *extract, QuoProse *prose,
            GError **error)
{
  JsonObject *story = find_story (object, 0);

  if (story == NULL)
    return refuse_no_text (source, error);
  take_metadata (story, extract);
  return add_story (story, extract, prose, FALSE);
}

static gboolean
read_one (const QuoReadSource *source, JsonNode *root, QuoExtract *extract, QuoProse *prose,
          GError **error)
{
  JsonArray *array;
  guint n = 0;

  if (JSON_NODE_HOLDS_OBJECT (root))
    return read_story (source, json_node_get_object (root), extract, prose, error);
  array = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  if (array != NULL && json_array_get_length (array) == 1
      && JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0)))
    return read_story (source, json_array_get_object_element (array, 0), extract, prose, error);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        n += add_story (json_node_get_object (node), extract, prose, TRUE);
    }
  return n > 0 || refuse_no_text (source, error);
}

static gboolean
is_lines (const QuoReadSource *source)
{
  return g_str_equal (source->extension, "jsonl") || g_str_equal (source->extension, "ndjson");
}

static gboolean
read_lines (const QuoReadSource *source, const char *text, QuoExtract *extract, QuoProse *prose,
            GError **error)
{
  guint n = 0;

  while (*text != '\0')
    {
      gsize len = strcspn (text, "\n");
      g_autoptr (JsonNode) root = NULL;

      if (strspn (text, " \t\r") < len)
        {
          root = parse (source, text, len, error);
          if (root == NULL || !quo_read_source_go_on (source, error))
            return FALSE;
          if (JSON_NODE_HOLDS_OBJECT (root))
            n += add_story (json_node_get_object (root), extract, prose, TRUE);
        }
      text += len + (text[len] == '\n');
    }
  return n > 0 || refuse_no_text (source, error);
}

static gboolean
read_json (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_auto (QuoDecoded) decoded = { 0 };
  g_auto (QuoProse) prose = { 0 };
  g_autoptr (JsonNode) root = NULL;
  gboolean is_read;

  if (!quo_decode (source->data, source->len, source->name, source->encoding, &decoded, error))
    return FALSE;
  quo_prose_init (&prose);
  if (is_lines (source))
    is_read = read_lines (source, decoded.utf8, extract, &prose, error);
  else
    is_read = (root = parse (source, decoded.utf8, decoded.len, error)) != NULL
              && read_one (source, root, extract, &prose, error);
  if (!is_read)
    return FALSE;
  extract->encoding = g_steal_pointer (&decoded.encoding);
  extract->has_bom = decoded.has_bom;
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}

const QuoReader quo_reader_json = {
  .id = "json",
  .title = N_ ("News in JSON (ninjs and others)"),
  .extensions = "json;ninjs;jsonl;ndjson",
  .mime_types = "application/json",
  .version = 2,
  .is_text = TRUE,
  .sniff = sniff_json,
  .read = read_json,
};
