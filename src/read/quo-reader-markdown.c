/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark), with the lines "title: ..." that editors put before it. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-decode.h"
#include "quo-prose.h"
#include "quo-readers-list.h"
#include "quo-web-piece.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_CMARK
#include <cmark.h>
#endif

static QuoSniff
sniff_markdown (const QuoReadSource *source)
{
  return quo_reader_has_extension (&quo_reader_markdown, source->extension)
                 && memchr (source->data, '\0', MIN (source->len, 4096)) == NULL
             ? QUO_SNIFF_NAME
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_CMARK && QUO_HAVE_GUMBO
static void
take_line (QuoExtract *extract, const char *name, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *plain = g_strstrip (g_strdup (value));
  gsize len = strlen (plain);

  if (len >= 2 && (plain[0] == '"' || plain[0] == '\'') && plain[len - 1] == plain[0])
    {
      plain[len - 1] = '\0';
      memmove (plain, plain + 1, len - 1);
    }
  if (g_str_equal (lower, "title") && extract->title == NULL)
    extract->title = quo_prose_dup_line (plain);
  else if ((g_str_equal (lower, "author") || g_str_equal (lower, "byline"))
           && extract->byline == NULL)
    extract->byline = quo_prose_dup_line (plain);
  else if (g_str_equal (lower, "date") && extract->published == NULL)
    extract->published = quo_date_parse (plain);
  else if (g_str_equal (lower, "lang") && extract->lang == NULL)
    extract->lang = quo_prose_dup_line (plain);
  else if (g_str_equal (lower, "url") && extract->url == NULL)
    extract->url = quo_prose_dup_line (plain);
}

/* Reads the lines between two "---"; gives what follows them. */
static const char *
read_front_matter (const char *text, QuoExtract *extract)
{
  const char *p = text;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return text;
  while (TRUE)
    {
      gsize len;
      g_autofree char *line = NULL;
      char *colon;

      p += strcspn (p, "\n");
      if (*p == '\0')
        return text; /* no second "---": it was a rule */
      p++;
      len = strcspn (p, "\r\n");
      line = g_strndup (p, len);
      if (g_str_equal (line, "---") || g_str_equal (line, "..."))
        return p + len;
      colon = strchr (line, ':');
      if (colon == NULL || *line == ' ' || *line == '#')
        continue;
      *colon = '\0';
      take_line (extract, line, colon + 1);
    }
}

static gboolean
read_markdown (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_auto (QuoDecoded) decoded = { 0 };
  g_auto (QuoProse) prose = { 0 };
  const char *body;
  char *html;

  if (!quo_decode (source->data, source->len, source->name, source->encoding, &decoded, error))
    return FALSE;
  body = read_front_matter (decoded.utf8, extract);
  html = cmark_markdown_to_html (body, strlen (body), CMARK_OPT_UNSAFE);
  quo_prose_init (&prose);
  quo_web_add_text (html, strlen (html), &prose);
  free (html);
  extract->encoding = g_steal_pointer (&decoded.encoding);
  extract->has_bom = decoded.has_bom;
  extract->is_guessed = decoded.is_guessed;
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  if (extract->title == NULL && extract->len > 0
      && g_str_has_prefix (body + strspn (body, " \t\r\n"), "# "))
    extract->title = g_strndup (extract->utf8, strcspn (extract->utf8, "\n"));
  return TRUE;
}
#endif

const QuoReader quo_reader_markdown = {
  .id = "markdown",
  .title = N_ ("Markdown"),
  .extensions = "md;markdown;mdown;mkd",
  .mime_types = "text/markdown",
  .version = 1,
  .is_text = TRUE,
  .sniff = sniff_markdown,
#if QUO_HAVE_CMARK && QUO_HAVE_GUMBO
  .read = read_markdown,
#else
  .needs = "cmark or gumbo",
#endif
};
