/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows the text of the report: the quotes with their speakers, and the notes. */

#include "quo-config.h"

#include "quo-html.h"

#include <glib/gi18n.h>

/* The text of an annotation as a link to its place. */
static void
write_excerpt (QuoHtml *html, const QuoAnnotation *annotation)
{
  g_autofree char *quote = quo_selection_dup_quote (html->selection, annotation);

  g_string_append_printf (html->out, "<a href=\"#a-%s\">", annotation->base.id);
  quo_html_escape (html->out, quote, -1);
  g_string_append (html->out, "</a>");
}

/* (transfer full) (nullable): who a member is: the name of its entity, with what the text says if
 * that differs. */
static char *
dup_person (const QuoHtml *html, const char *id)
{
  const QuoAnnotation *mention = quo_selection_find_member (html->selection, id);
  g_autofree char *said = quo_selection_dup_member_name (html->selection, id);
  g_autofree char *names
      = mention != NULL ? quo_html_dup_entity_names (html, mention) : g_strdup ("");

  if (said == NULL || *names == '\0' || g_str_equal (names, said))
    return g_steal_pointer (&said);
  return g_strdup_printf ("%s (%s)", names, said);
}

/* Whether anybody in the role is in the report. */
static gboolean
has_member (const QuoHtml *html, const QuoRole *role)
{
  for (guint i = 0; i < role->n_members; i++)
    if (quo_selection_find_member (html->selection, role->members[i]) != NULL
        || quo_selection_find_entity (html->selection, role->members[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): all members of a role. */
static char *
dup_members (const QuoHtml *html, const QuoRelation *relation, const char *name)
{
  const QuoRole *role = quo_relation_find_role (relation, name);
  GString *members;

  if (role == NULL || !has_member (html, role))
    return NULL;
  members = g_string_new (NULL);
  for (guint i = 0; i < role->n_members; i++)
    {
      g_autofree char *person = dup_person (html, role->members[i]);

      if (person != NULL)
        g_string_append_printf (members, "%s%s", members->len > 0 ? ", " : "", person);
    }
  return g_string_free (members, FALSE);
}

static void
append_detail (GString *out, const char *title, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (out, " · ");
  quo_html_escape (out, title, -1);
  g_string_append (out, ": ");
  quo_html_escape (out, value, -1);
}

/* Who says it to whom, one line for each relation. */
static void
write_relation (QuoHtml *html, const QuoAnnotation *quote, const QuoRelation *relation)
{
  GString *out = html->out;
  g_autofree char *source = dup_members (html, relation, "source");
  g_autofree char *cue = dup_members (html, relation, "cue");
  g_autofree char *addressee = dup_members (html, relation, "addressee");

  g_string_append (out, "<p class=\"who\"><b>");
  quo_html_escape (out, source != NULL ? source : _ ("Speaker not marked"), -1);
  g_string_append (out, "</b>");
  append_detail (out, _ ("cue"), cue);
  append_detail (out, _ ("to"), addressee);
  append_detail (out, _ ("form"), quo_attrs_get_text (quote->attrs, quote->n_attrs, "form"));
  append_detail (out, _ ("note"), relation->note);
  g_string_append (out, "</p>\n");
}

static void
write_quote (QuoHtml *html, const QuoAnnotation *quote)
{
  static const QuoRelation unlinked = { .type = "" };
  GPtrArray *relations = g_hash_table_lookup (html->quotations, quote);

  g_string_append (html->out, "<li><blockquote dir=\"auto\">");
  write_excerpt (html, quote);
  g_string_append (html->out, "</blockquote>\n");
  if (relations == NULL)
    write_relation (html, quote, &unlinked);
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    write_relation (html, quote, g_ptr_array_index (relations, i));
  g_string_append (html->out, "</li>\n");
}

/* Whether the type is one of quotes, for each label. */
static gboolean *
list_quote_types (const QuoHtml *html)
{
  gboolean *are_quotes = g_new0 (gboolean, html->labels->len + 1);

  for (guint i = 0; i < html->labels->len; i++)
    are_quotes[i] = quo_selection_is_quote_type (
        html->selection, html->options, g_array_index (html->labels, QuoHtmlLabel, i).type);
  return are_quotes;
}

void
quo_html_write_quotes (QuoHtml *html)
{
  g_autofree gboolean *are_quotes = list_quote_types (html);
  gboolean has_any = FALSE;

  for (guint i = 0; i < html->selection->annotations->len; i++)
    {
      const QuoAnnotation *quote = quo_selection_get_annotation (html->selection, i);

      if (!are_quotes[quo_html_get_label (html, quote->type)]
          && !g_hash_table_contains (html->quotations, quote))
        continue;
      if (!has_any)
        g_string_append_printf (html->out, "<section>\n<h2>%s</h2>\n<ol class=\"quotes\">\n",
                                _ ("Quotes and speakers"));
      has_any = TRUE;
      write_quote (html, quote);
    }
  if (has_any)
    g_string_append (html->out, "</ol>\n</section>\n");
}

static void
begin_notes (QuoHtml *html, gboolean *has_any)
{
  if (!*has_any)
    g_string_append_printf (html->out, "<section>\n<h2>%s</h2>\n<ul>\n", _ ("Notes"));
  *has_any = TRUE;
}

void
quo_html_write_notes (QuoHtml *html)
{
  QuoSnapshot *snapshot = html->selection->snapshot;
  gboolean has_any = FALSE;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_NOTE); i++)
    {
      const QuoNote *note = g_ptr_array_index (snapshot->records[QUO_RECORD_NOTE], i);

      begin_notes (html, &has_any);
      g_string_append (html->out, "<li>");
      quo_html_escape (html->out, note->text, -1);
      g_string_append (html->out, "</li>\n");
    }
  for (guint i = 0; i < html->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (html->selection, i);

      if (annotation->note == NULL)
        continue;
      begin_notes (html, &has_any);
      g_string_append (html->out, "<li>");
      write_excerpt (html, annotation);
      g_string_append (html->out, ": ");
      quo_html_escape (html->out, annotation->note, -1);
      g_string_append (html->out, "</li>\n");
    }
  if (has_any)
    g_string_append (html->out, "</ul>\n</section>\n");
}
