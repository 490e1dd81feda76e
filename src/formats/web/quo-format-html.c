/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report for colleagues who have no such program: one HTML file with nothing outside it. The text
 * stands as it is, each annotation a `<mark data-id data-type data-entity>`; then the quotes with
 * their speakers, then the notes. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-html.h"

#include <glib/gi18n.h>

/* What the article says of itself, or else its sidecar. */
static const char *
choose (const char *said, const char *noted)
{
  return said != NULL && *said != '\0' ? said : noted;
}

static void
write_head (QuoHtml *html, const char *title)
{
  const QuoSnapshot *snapshot = html->selection->snapshot;
  const char *lang = choose (snapshot->article->lang, snapshot->header->lang);
  GString *out = html->out;

  g_string_append (out, "<!DOCTYPE html>\n<html");
  if (lang != NULL)
    {
      g_string_append (out, " lang=\"");
      quo_html_escape (out, lang, -1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                        "<meta name=\"generator\" content=\"Quotidian\">\n<title>");
  quo_html_escape (out, title, -1);
  g_string_append (out, "</title>\n");
  quo_html_write_style (html);
  g_string_append (out, "</head>\n<body>\n");
}

/* Only what a browser opens by itself becomes a link: an address may be anything. */
static void
write_url (GString *out, const char *url)
{
  gboolean is_link = g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://");

  if (is_link)
    {
      g_string_append (out, "<a href=\"");
      quo_html_escape (out, url, -1);
      g_string_append (out, "\">");
    }
  quo_html_escape (out, url, -1);
  if (is_link)
    g_string_append (out, "</a>");
}

/* File, date and address of the article, as far as they are known. */
static void
write_about (QuoHtml *html)
{
  const QuoSnapshot *snapshot = html->selection->snapshot;
  const char *published = choose (snapshot->article->published, snapshot->header->published);
  const char *url = choose (snapshot->article->url, snapshot->header->url);
  g_autofree char *name = quo_article_dup_name (snapshot->article);
  GString *out = html->out;

  g_string_append (out, "<p class=\"about\">");
  quo_html_escape (out, name, -1);
  if (published != NULL)
    {
      g_string_append (out, " · ");
      quo_html_escape (out, published, -1);
    }
  if (url != NULL)
    {
      g_string_append (out, " · ");
      write_url (out, url);
    }
  g_string_append (out, "</p>\n");
}

/* What the report does not show of relations: all of those without a quote. */
static void
count_losses (QuoHtml *html)
{
  QuoSelection *selection = html->selection;
  guint *counts = selection->losses.counts;

  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);

      counts[QUO_LOSS_RELATIONS] += quo_relation_find_role (relation, "quote") == NULL;
    }
  quo_selection_count_losses (selection, quo_format_html.carries);
  counts[QUO_LOSS_ARTICLE_NOTES] = 0;
}

static gboolean
write_html (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
            QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_auto (QuoHtml) html = { 0 };
  g_autofree char *title = NULL;

  if (selection == NULL)
    return FALSE;
  title = quo_article_dup_title (snapshot->article);
  if (snapshot->article->title == NULL && snapshot->header->title != NULL)
    {
      g_free (title);
      title = g_strdup (snapshot->header->title);
    }
  quo_html_init (&html, selection, options, quo_target_open (target, NULL));
  write_head (&html, title);
  g_string_append (html.out, "<header>\n<h1 dir=\"auto\">");
  quo_html_escape (html.out, title, -1);
  g_string_append (html.out, "</h1>\n");
  write_about (&html);
  quo_html_write_legend (&html);
  g_string_append (html.out, "</header>\n<article dir=\"auto\">");
  if (!quo_html_write_text (&html, cancellable, error))
    return FALSE;
  g_string_append (html.out, "</article>\n");
  quo_html_write_quotes (&html);
  quo_html_write_notes (&html);
  g_string_append (html.out, "</body>\n</html>\n");
  count_losses (&html);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption html_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_html = {
  .id = "html",
  .title = N_ ("Report for reading and printing (HTML)"),
  .extensions = "html",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES | QUO_CARRIES_NOTES
             | QUO_CARRIES_LAYERS,
  .options = html_options,
  .write = write_html,
};
