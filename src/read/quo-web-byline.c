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

/* What stands where a name should, and is none. */
static gboolean
is_label (const char *byline)
{
  static const char *const labels[] = {
    "author",           "authors", "by",      "story by",       "written by", "posted by", "autor",
    "autoren",          "auteur",  "auteurs", "autore",         "autores",    "редакция",  "admin",
    "about the author", "share",   "contact", "view all posts", "webmaster",  NULL
  };
  g_autofree char *folded = g_utf8_strdown (byline, -1);

  return g_strv_contains (labels, folded);
}

char *
quo_web_clean_byline (const char *line)
{
  /* What follows the name: a date, a function. */
  static const char *const ends[] = { " | ", " · ", " • ", " — ", " – ", "\n", NULL };
  g_autofree char *byline = NULL;
  char *handle;

  while (is_join (*line))
    line++;
  byline = g_strdup (quo_byline_skip_by (line));
  for (guint i = 0; ends[i] != NULL; i++)
    {
      char *end = strstr (byline, ends[i]);

      if (end != NULL && end != byline)
        *end = '\0';
    }
  g_strstrip (byline);
  if (strpbrk (byline, "0123456789") != NULL && strlen (byline) < 2 * MAX_BYLINE)
    cut_date (byline);
  handle = strstr (byline, " @");
  if (handle != NULL)
    *handle = '\0';
  cut_last_words (byline);
  if (*byline == '\0' || g_ascii_isdigit (*byline) || is_label (byline)
      || g_utf8_strlen (byline, -1) > MAX_BYLINE || strstr (byline, "://") != NULL || *byline == '@'
      || strspn (byline, "0123456789 .,:/-") == strlen (byline))
    return NULL;
  return g_steal_pointer (&byline);
}

static gboolean
is_byline_node (const QuoWebNode *node)
{
  static const char *const words[]
      = { "byline", "author",      "auteur",   "autor",      "autore", "signature",
          "writer", "contributor", "reporter", "journalist", "firma",  NULL };
  const char *prop = quo_web_node_get (node, "itemprop");
  const char *rel = quo_web_node_get (node, "rel");

  if ((rel != NULL && strstr (rel, "author") != NULL)
      || (prop != NULL && strstr (prop, "author") != NULL))
    return TRUE;
  return quo_web_value_holds (quo_web_node_get (node, "class"), words);
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

  for (guint32 i = index; i < page->nodes[index].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->tag == GUMBO_TAG_TIME)
        i = node->end - 1;
      else if (node->text != NULL)
        g_string_append (text, node->text);
      else if (node->tag == GUMBO_TAG_BR || quo_web_tag_is_block (node->tag))
        g_string_append (text, text->len > 0 ? " | " : "");
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
  const char *rest = line != NULL ? quo_byline_skip_by (line) : NULL;
  g_autofree char *byline = NULL;

  if (rest == NULL || rest == line)
    return NULL;
  byline = quo_web_clean_byline (line);
  if (byline == NULL || count_words (byline) > MAX_PLAIN_WORDS || !is_like_names (byline)
      || g_unichar_islower (g_utf8_get_char (byline)))
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

static char *
find_plain_byline (const QuoWebPage *page, guint32 headline)
{
  guint32 end = MIN (page->nodes[headline].end + QUO_WEB_NEAR_AFTER, page->n_nodes);

  for (guint32 i = page->nodes[headline].end; i < end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      char *byline;

      if (node->element == NULL || node->n_chars < 4 || node->n_chars > MAX_BYLINE
          || !is_line (page, i))
        continue;
      byline = dup_plain_byline (page, i);
      if (byline != NULL)
        return byline;
    }
  return NULL;
}

char *
quo_web_find_byline (const QuoWebPage *page, guint32 headline)
{
  g_autofree char *best = NULL;
  guint32 nearest = G_MAXUINT32;

  for (guint32 i = 1; i < page->n_nodes; i++)
    {
      const QuoWebNode *node = &page->nodes[i];
      guint32 distance = quo_web_get_distance (i, headline);
      char *byline;

      if (node->element == NULL || node->n_chars < 3 || node->n_chars > MAX_BYLINE
          || distance >= nearest || !is_byline_node (node) || quo_web_is_of_others (page, i))
        continue;
      byline = dup_byline (page, i);
      if (byline == NULL)
        continue;
      g_free (best);
      best = byline;
      nearest = distance;
    }
  if (best == NULL && headline != QUO_WEB_NO_NODE)
    return find_plain_byline (page, headline);
  return g_steal_pointer (&best);
}
