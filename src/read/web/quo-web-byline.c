/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The author of pages that tell it to readers alone. */
#include "quo-config.h"

#include "quo-web-byline.h"

#include "quo-byline.h"
#include "quo-date.h"
#include "quo-prose.h"
#include "quo-web-near.h"

#include <string.h>

/* Signs; a longer byline is a paragraph. */
#define MAX_BYLINE 120
/* Words of a byline that has no name of an element to prove it. */
#define MAX_PLAIN_WORDS 8

/* A name and a time without a blank between them: "谢若含2017-03-01". */
static void
cut_tight_date (char *byline)
{
  for (char *p = byline + strcspn (byline, "0123456789"); *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if (n == 4 && p > byline && (strchr ("-/.", p[4]) != NULL || g_str_has_prefix (p + 4, "年")))
        {
          *p = '\0';
          return;
        }
      p += n;
      p += strcspn (p, "0123456789");
    }
}

/* "Ida Holm March 3, 2026": cuts before the last word from which on it still is a date. */
static void
cut_date (char *byline)
{
  char *date = NULL;

  for (char *p = strchr (byline, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *parsed = quo_date_parse (p + 1);

      if (parsed == NULL)
        break;
      date = p;
    }
  if (date != NULL)
    *date = '\0';
}

/* Signs that part names from what else stands in their line. */
static gboolean
is_join (char c)
{
  return c != '\0' && strchr (",;:|-/ ", c) != NULL;
}

/* Takes words off the end of a byline that are no name: "on", days of the week before a date. */
static void
cut_last_words (char *byline)
{
  static const char *const no_names[]
      = { "on",       "at",       "in",       "published", "posted",   "updated",   "am",
          "le",       "el",       "il",       "monday",    "tuesday",  "wednesday", "thursday",
          "friday",   "saturday", "sunday",   "montag",    "dienstag", "mittwoch",  "donnerstag",
          "freitag",  "samstag",  "sonntag",  "lundi",     "mardi",    "mercredi",  "jeudi",
          "vendredi", "samedi",   "dimanche", "lunes",     "martes",   "miércoles", "jueves",
          "viernes",  "sábado",   "domingo",  NULL };

  while (TRUE)
    {
      gsize len = strlen (byline);
      char *last;
      g_autofree char *word = NULL;

      while (len > 0 && is_join (byline[len - 1]))
        byline[--len] = '\0';
      last = strrchr (byline, ' ');
      word = g_utf8_strdown (last != NULL ? last + 1 : byline, -1);
      if (last == NULL || !g_strv_contains (no_names, word))
        return;
      *last = '\0';
    }
}

/* Who made a picture did not write the story. */
static gboolean
is_credit (const char *line)
{
  static const char *const credits[]
      = { "photo",      "foto",     "image by", "image:", "picture by", "illustration",
          "graphic by", "video by", "фото",     "照片",   "图片",       NULL };
  g_autofree char *folded = g_utf8_strdown (line, -1);

  for (guint i = 0; credits[i] != NULL; i++)
    if (g_str_has_prefix (folded, credits[i]))
      return TRUE;
  return FALSE;
}

/* What stands where a name should, and is none. */
static gboolean
is_label (const char *byline)
{
  static const char *const labels[] = { "author",
                                        "authors",
                                        "by",
                                        "story by",
                                        "written by",
                                        "posted by",
                                        "autor",
                                        "autoren",
                                        "auteur",
                                        "auteurs",
                                        "autore",
                                        "autores",
                                        "редакция",
                                        "admin",
                                        "авторы",
                                        "автор",
                                        "autoras",
                                        "autora",
                                        "autori",
                                        "auteure",
                                        "yazar",
                                        "muhabir",
                                        "המחבר",
                                        "الكاتب",
                                        "نویسنده",
                                        "作者",
                                        "記者",
                                        "about the author",
                                        "share",
                                        "contact",
                                        "view all posts",
                                        "webmaster",
                                        NULL };
  g_autofree char *folded = g_utf8_strdown (byline, -1);

  return g_strv_contains (labels, folded);
}

char *
quo_web_clean_byline (const char *line)
{
  /* What follows the name: a date, a function. */
  static const char *const ends[] = { " | ", " · ", " • ", " — ", " – ", " / ", " » ", "\n", NULL };
  g_autofree char *byline = NULL;
  char *handle;

  while (is_join (*line))
    line++;
  if (quo_byline_find_by (line) != NULL)
    line = quo_byline_find_by (line);
  line = quo_byline_skip_by (line);
  while (is_join (*line))
    line++;
  byline = g_strdup (line);
  for (guint i = 0; ends[i] != NULL; i++)
    {
      char *end = strstr (byline, ends[i]);

      if (end != NULL && end != byline)
        *end = '\0';
    }
  g_strstrip (byline);
  if (strpbrk (byline, "0123456789") != NULL && strlen (byline) < 2 * MAX_BYLINE)
    {
      cut_date (byline);
      cut_tight_date (byline);
    }
  handle = strstr (byline, " @");
  if (handle != NULL)
    *handle = '\0';
  cut_last_words (byline);
  if (*byline == '\0' || g_ascii_isdigit (*byline) || is_label (byline) || is_credit (byline)
      || g_utf8_strlen (byline, -1) > MAX_BYLINE || strstr (byline, "://") != NULL || *byline == '@'
      || strspn (byline, "0123456789 .,:/-") == strlen (byline))
    return NULL;
  return g_steal_pointer (&byline);
}

/* A link to the page about a writer. */
static gboolean
is_author_link (const QuoWebNode *node)
{
  static const char *const folders[]
      = { "/author/",     "/authors/", "/by/",        "/writer/",    "/writers/", "/users/",
          "/contributor", "/staff/",   "/journalist", "/reporter",   "/autor/",   "/autores/",
          "/autoren/",    "/auteur",   "/autore",     "/redaktion/", "/firmas/",  "/columnist",
          "/avtor",       "/yazar",    NULL };
  const char *href = node->tag == GUMBO_TAG_A ? quo_web_node_get (node, "href") : NULL;

  return href != NULL && quo_web_value_holds (href, folders);
}

static gboolean
is_byline_node (const QuoWebNode *node)
{
  static const char *const words[]
      = { "byline",      "author",      "auteur",   "autor",      "autore",   "signature",
          "writer",      "contributor", "reporter", "journalist", "firma",    "muhabir",
          "yazar",       "submitted",   "podpis",   "redaktor",   "skribent", "forfatter",
          "kirjoittaja", "penulis",     "tacgia",   NULL };
  const char *prop = quo_web_node_get (node, "itemprop");
  const char *rel = quo_web_node_get (node, "rel");

  return (rel != NULL && (strstr (rel, "author") != NULL || strstr (rel, "has_creator") != NULL))
         || (prop != NULL && strstr (prop, "author") != NULL)
         || quo_web_value_holds (quo_web_node_get (node, "class"), words);
}

/* Names begin with capitals, where a script has them; an invitation to write does not. */
static gboolean
is_like_names (const char *byline)
{
  g_auto (GStrv) words = g_strsplit (byline, " ", -1);
  guint n_small = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_small += g_unichar_islower (g_utf8_get_char (words[i]));
  return n_small * 2 <= g_strv_length (words) || words[1] == NULL;
}

/* (transfer full) (nullable): the words of a byline; the name alone where an element marks it, and
 * no date. */
static char *
dup_byline (const QuoWebPage *page, guint32 index)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;
  g_autofree char *byline = NULL;
  guint32 block_end = 0;

  for (guint32 i = index; i < page->nodes[index].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->tag == GUMBO_TAG_TIME)
        i = node->end - 1;
      else if (node->text != NULL)
        {
          /* "<div>Authors</div>Ida Holm" */
          g_string_append (text, block_end > 0 && i >= block_end ? " | " : "");
          g_string_append (text, node->text);
          block_end = i < block_end ? block_end : 0;
        }
      else if (node->tag == GUMBO_TAG_BR || quo_web_tag_is_block (node->tag))
        {
          g_string_append (text, text->len > 0 ? " | " : "");
          block_end = i == index ? 0 : node->end;
        }
      else if (i != index && g_strcmp0 (quo_web_node_get (node, "itemprop"), "name") == 0
               && node->n_chars > 2)
        {
          g_autofree char *name = quo_web_page_dup_line (page, i);

          return name != NULL ? quo_web_clean_byline (name) : NULL;
        }
    }
  line = quo_prose_dup_line (text->str);
  byline = line != NULL ? quo_web_clean_byline (line) : NULL;
  return byline != NULL && is_like_names (byline) ? g_steal_pointer (&byline) : NULL;
}

static guint
count_words (const char *line)
{
  guint n = 1;

  for (const char *p = line; (p = strchr (p, ' ')) != NULL; p++)
    n++;
  return n;
}

/* "By Jana Köhler": short, and every word begins like a name. */
static char *
dup_plain_byline (const QuoWebPage *page, guint32 index)
{
  g_autofree char *line = quo_web_page_dup_line (page, index);
  const char *rest = line != NULL ? quo_byline_find_by (line) : NULL;
  g_autofree char *byline = NULL;

  if (rest == NULL && line != NULL)
    rest = quo_byline_skip_by (line);
  if (rest == NULL || rest == line)
    return line != NULL ? quo_byline_dup_reporter (line) : NULL;
  byline = quo_web_clean_byline (line);
  if (byline == NULL || count_words (byline) > MAX_PLAIN_WORDS || !is_like_names (byline)
      || g_unichar_islower (g_utf8_get_char (byline)))
    return NULL;
  /* Between other words of its element a single word proves too little. */
  if (page->nodes[index].text != NULL && count_words (byline) < 2)
    return NULL;
  return g_steal_pointer (&byline);
}

/* The name in a link to the page about its writer. */
static char *
dup_linked_byline (const QuoWebPage *page, guint32 index)
{
  g_autofree char *line = quo_web_page_dup_line (page, index);
  g_autofree char *byline = line != NULL ? quo_web_clean_byline (line) : NULL;

  if (byline == NULL || count_words (byline) < 2 || count_words (byline) > MAX_PLAIN_WORDS
      || !is_like_names (byline))
    return NULL;
  return g_steal_pointer (&byline);
}

/* Whether nothing below a node begins a line of its own. */
static gboolean
is_line (const QuoWebPage *page, guint32 index)
{
  for (guint32 i = index + 1; i < page->nodes[index].end; i++)
    if (quo_web_tag_is_block (page->nodes[i].tag))
      return FALSE;
  return TRUE;
}

/* (transfer full) (nullable): the author that a line or a link below the headline tells.
 * @ret_at: its node. */
static char *
find_plain_byline (const QuoWebPage *page, guint32 headline, guint32 *ret_at)
{
  guint32 end = MIN (page->nodes[headline].end + QUO_WEB_NEAR_AFTER, page->n_nodes);

  for (guint32 i = page->nodes[headline].end; i < end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      char *byline;

      if (node->n_chars < 4 || node->n_chars > MAX_BYLINE || !is_line (page, i)
          || quo_web_is_of_others (page, i, headline))
        continue;
      byline = is_author_link (node) ? dup_linked_byline (page, i) : dup_plain_byline (page, i);
      if (byline != NULL)
        {
          *ret_at = i;
          return byline;
        }
    }
  return NULL;
}

/* (transfer full) (nullable): the author whom an element tells that is called so.
 * @ret_at: its node. */
static char *
find_named_byline (const QuoWebPage *page, guint32 headline, guint32 *ret_at)
{
  g_autofree char *best = NULL;
  guint32 nearest = G_MAXUINT32;

  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      guint32 distance = quo_web_get_distance (i, headline);
      char *byline;

      if (node->element == NULL || node->n_chars < 3 || node->n_chars > MAX_BYLINE
          || distance >= nearest || !is_byline_node (node)
          || quo_web_is_of_others (page, i, headline))
        continue;
      byline = dup_byline (page, i);
      if (byline == NULL)
        continue;
      g_free (best);
      best = byline;
      nearest = distance;
      *ret_at = i;
    }
  return g_steal_pointer (&best);
}

char *
quo_web_find_byline (const QuoWebPage *page, guint32 headline)
{
  guint32 at_named = 0, at_plain = 0;
  g_autofree char *named = find_named_byline (page, headline, &at_named);
  g_autofree char *plain
      = headline != QUO_WEB_NO_NODE ? find_plain_byline (page, headline, &at_plain) : NULL;

  /* What is called so, but stands far from the headline, is of another story. */
  if (named == NULL
      || (plain != NULL
          && quo_web_get_distance (at_named, headline)
                 > 2 * quo_web_get_distance (at_plain, headline) + QUO_WEB_NEAR_AFTER))
    return g_steal_pointer (&plain);
  return g_steal_pointer (&named);
}
