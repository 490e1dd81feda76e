/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article: a text and the facts of its file. */
#include "quo-config.h"

#include "quo-article.h"

#include "quo-digest.h"
#include "quo-headline.h"

#include <glib/gi18n.h>

#include <string.h>

/* A first line that stands for a title is cut to this many code points. */
#define MAX_TITLE 120

/* Every string of an article, so that copying and freeing cannot forget one. */
static const guint strings[] = {
  G_STRUCT_OFFSET (QuoArticle, path),      G_STRUCT_OFFSET (QuoArticle, sha256),
  G_STRUCT_OFFSET (QuoArticle, encoding),  G_STRUCT_OFFSET (QuoArticle, lang),
  G_STRUCT_OFFSET (QuoArticle, title),     G_STRUCT_OFFSET (QuoArticle, url),
  G_STRUCT_OFFSET (QuoArticle, published), G_STRUCT_OFFSET (QuoArticle, byline),
  G_STRUCT_OFFSET (QuoArticle, dateline),  G_STRUCT_OFFSET (QuoArticle, publisher),
  G_STRUCT_OFFSET (QuoArticle, extractor), G_STRUCT_OFFSET (QuoArticle, textsha256),
};

QuoArticle *
quo_article_new (QuoText *text)
{
  QuoArticle *article;
  const char *utf8;

  g_return_val_if_fail (text != NULL, NULL);
  utf8 = quo_text_get_utf8 (text);
  article = g_new0 (QuoArticle, 1);
  g_atomic_ref_count_init (&article->ref_count);
  article->text = quo_text_ref (text);
  article->bytes = quo_text_get_bytes (text);
  article->newline = quo_newline_detect (utf8, article->bytes);
  article->sha256 = quo_sha256 (utf8, article->bytes);
  return article;
}

QuoArticle *
quo_article_copy (const QuoArticle *article)
{
  QuoArticle *copy;

  g_return_val_if_fail (article != NULL, NULL);
  copy = g_memdup2 (article, sizeof *article);
  g_atomic_ref_count_init (&copy->ref_count);
  quo_text_ref (copy->text);
  if (copy->sections != NULL)
    g_array_ref (copy->sections);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    G_STRUCT_MEMBER (char *, copy, strings[i])
        = g_strdup (G_STRUCT_MEMBER (char *, article, strings[i]));
  return copy;
}

QuoArticle *
quo_article_ref (QuoArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  g_atomic_ref_count_inc (&article->ref_count);
  return article;
}

void
quo_article_unref (QuoArticle *article)
{
  g_return_if_fail (article != NULL);
  if (!g_atomic_ref_count_dec (&article->ref_count))
    return;
  quo_text_unref (article->text);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (G_STRUCT_MEMBER (char *, article, strings[i]));
  g_clear_pointer (&article->sections, g_array_unref);
  g_free (article);
}

char *
quo_article_dup_name (const QuoArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  if (article->path == NULL)
    return g_strdup (_ ("Untitled article"));
  return g_filename_display_basename (article->path);
}

/* The headline of @utf8, else its first line that is not blank, without blanks around it; or NULL.
 */
static char *
dup_first_line (const char *utf8)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  QuoHeadline found;
  char *line;

  while (g_unichar_isspace (g_utf8_get_char (utf8)))
    utf8 = g_utf8_next_char (utf8);
  if (*utf8 == '\0')
    return NULL;
  while (lines->len < QUO_HEADLINE_MAX_LINES && *utf8 != '\0')
    {
      gsize len = strcspn (utf8, "\r\n");

      g_ptr_array_add (lines, g_strndup (utf8, len));
      utf8 += len;
      utf8 += g_str_has_prefix (utf8, "\r\n") ? 2 : *utf8 != '\0';
    }
  found = quo_headline_find ((const char *const *)lines->pdata, lines->len);
  line = g_strdup (g_ptr_array_index (lines, MAX (found.headline, 0)));
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) > MAX_TITLE)
    {
      g_autofree char *whole = line;
      g_autofree char *cut = g_utf8_substring (whole, 0, MAX_TITLE - 1);
      line = g_strconcat (cut, "…", NULL);
    }
  return line;
}

char *
quo_article_dup_title (const QuoArticle *article)
{
  char *line;

  g_return_val_if_fail (article != NULL, NULL);
  if (article->title != NULL && *article->title != '\0')
    return g_strdup (article->title);
  line = dup_first_line (quo_text_get_utf8 (article->text));
  return line != NULL ? line : quo_article_dup_name (article);
}

const char *
quo_article_get_text_sum (const QuoArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  return article->textsha256 != NULL ? article->textsha256 : article->sha256;
}

QuoNewline
quo_newline_detect (const char *utf8, gsize len)
{
  const char *end = utf8 + len;
  QuoNewline found = QUO_NEWLINE_NONE;

  g_return_val_if_fail (utf8 != NULL, QUO_NEWLINE_NONE);
  for (const char *p = utf8; p < end; p++)
    {
      QuoNewline newline;

      if (*p != '\n' && *p != '\r')
        continue;
      newline = *p == '\n' ? QUO_NEWLINE_LF : QUO_NEWLINE_CR;
      if (*p == '\r' && p + 1 < end && p[1] == '\n')
        {
          newline = QUO_NEWLINE_CRLF;
          p++;
        }
      if (found != QUO_NEWLINE_NONE && found != newline)
        return QUO_NEWLINE_MIXED;
      found = newline;
    }
  return found;
}

const char *
quo_newline_to_string (QuoNewline newline)
{
  static const char *const names[] = {
    [QUO_NEWLINE_NONE] = "none", [QUO_NEWLINE_LF] = "lf",       [QUO_NEWLINE_CRLF] = "crlf",
    [QUO_NEWLINE_CR] = "cr",     [QUO_NEWLINE_MIXED] = "mixed",
  };

  g_return_val_if_fail ((guint)newline < G_N_ELEMENTS (names), NULL);
  return names[newline];
}
