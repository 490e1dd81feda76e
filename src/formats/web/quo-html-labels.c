/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels of the report: how each looks, by colour and by line, on screen in light and dark and
 * on paper; the legend. */

#include "quo-config.h"

#include "quo-html.h"

#include <glib/gi18n.h>

/* What labels look like that no tagset describes, one after the other. */
static const struct
{
  const char *ink, *dark;
  QuoLinePattern line;
} spare_looks[] = {
  { "#2f6f8f", "#8cc7e3", QUO_LINE_THICK },       { "#3d6b1f", "#b1d98a", QUO_LINE_DASH_DOT },
  { "#5b4fc4", "#bcb4ff", QUO_LINE_DOUBLE_DOTS }, { "#8c3fae", "#e4c3f8", QUO_LINE_DOTS },
  { "#12715b", "#6fd6ae", QUO_LINE_DOUBLE },      { "#4c4b53", "#d9d8d4", QUO_LINE_SOLID },
};

/* The nearest that CSS has to a line pattern, for border-bottom. */
static const char *
get_border (QuoLinePattern line)
{
  switch (line)
    {
    case QUO_LINE_DOUBLE:
      return "4px double";
    case QUO_LINE_DOTS:
      return "2px dotted";
    case QUO_LINE_MEASURE:
      return "1px solid";
    case QUO_LINE_BLOCK:
      return "0 none";
    case QUO_LINE_CUE:
      return "1px dotted";
    case QUO_LINE_THICK:
      return "3px solid";
    case QUO_LINE_DASH_DOT:
      return "2px dashed";
    case QUO_LINE_DOUBLE_DOTS:
      return "3px dotted";
    case QUO_LINE_SOLID:
    default:
      return "2px solid";
    }
}

/* --- Which labels there are --- */

/* The look of a type: its label's, else the next spare one. */
static QuoHtmlLabel
make_label (const QuoHtml *html, const char *type, guint *n_spare)
{
  const QuoFormatOptions *options = html->options;
  const QuoLabel *label = NULL;
  QuoHtmlLabel made = { .type = type, .name = type };

  if (options != NULL && options->tagset != NULL)
    label = quo_tagset_find (options->tagset, type);
  if (label != NULL)
    {
      made.name = gettext (label->name);
      made.line = label->line;
      made.ink = label->color;
      made.dark = label->dark;
    }
  if (made.ink == NULL || made.dark == NULL)
    {
      guint i = (*n_spare)++ % G_N_ELEMENTS (spare_looks);

      made.ink = spare_looks[i].ink;
      made.dark = spare_looks[i].dark;
      if (label == NULL)
        made.line = spare_looks[i].line;
    }
  return made;
}

static void
add_label (QuoHtml *html, const char *type, guint *n_spare)
{
  QuoHtmlLabel label = make_label (html, type, n_spare);

  g_hash_table_insert (html->label_of, (gpointer)type, GUINT_TO_POINTER (html->labels->len));
  g_array_append_val (html->labels, label);
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer data)
{
  const QuoTagset *tagset = data;
  const char *x = *(const char *const *)a, *y = *(const char *const *)b;
  const QuoLabel *p = quo_tagset_find (tagset, x), *q = quo_tagset_find (tagset, y);

  if (p == NULL || q == NULL)
    return (p == NULL) - (q == NULL);
  return p < q ? -1 : p > q;
}

static void
find_labels (QuoHtml *html)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  guint n_spare = 0;

  for (guint i = 0; i < html->selection->annotations->len; i++)
    {
      const char *type = quo_selection_get_annotation (html->selection, i)->type;

      if (g_hash_table_add (seen, (gpointer)type))
        g_ptr_array_add (types, (gpointer)type);
    }
  if (html->options != NULL && html->options->tagset != NULL)
    g_ptr_array_sort_with_data (types, compare_labels, html->options->tagset);
  for (guint i = 0; i < types->len; i++)
    add_label (html, g_ptr_array_index (types, i), &n_spare);
}

/* --- What the parts share --- */

static void
find_quotations (QuoHtml *html)
{
  for (guint i = 0; i < html->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (html->selection, i);
      const QuoRole *role = quo_relation_find_role (relation, "quote");

      for (guint m = 0; role != NULL && m < role->n_members; m++)
        {
          const QuoAnnotation *quote
              = quo_selection_find_member (html->selection, role->members[m]);
          GPtrArray *relations
              = quote != NULL ? g_hash_table_lookup (html->quotations, quote) : NULL;

          if (quote == NULL)
            continue;
          if (relations == NULL)
            {
              relations = g_ptr_array_new ();
              g_hash_table_insert (html->quotations, (gpointer)quote, relations);
            }
          g_ptr_array_add (relations, (gpointer)relation);
        }
    }
}

void
quo_html_init (QuoHtml *html, QuoSelection *selection, const QuoFormatOptions *options,
               GString *out)
{
  const char *layer = NULL;

  *html = (QuoHtml){ .selection = selection, .options = options, .out = out };
  html->labels = g_array_new (FALSE, FALSE, sizeof (QuoHtmlLabel));
  html->label_of = g_hash_table_new (g_str_hash, g_str_equal);
  html->quotations = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  find_labels (html);
  find_quotations (html);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);
      guint label = quo_html_get_label (html, annotation->type);

      g_array_index (html->labels, QuoHtmlLabel, label).n_annotations++;
      html->has_layers |= i > 0 && annotation->layer != layer;
      layer = annotation->layer;
    }
}

void
quo_html_clear (QuoHtml *html)
{
  g_clear_pointer (&html->labels, g_array_unref);
  g_clear_pointer (&html->label_of, g_hash_table_unref);
  g_clear_pointer (&html->quotations, g_hash_table_unref);
}

guint
quo_html_get_label (const QuoHtml *html, const char *type)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (html->label_of, type));
}

char *
quo_html_dup_entity_names (const QuoHtml *html, const QuoAnnotation *annotation)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_entities; i++)
    {
      const QuoEntity *entity
          = quo_selection_find_entity (html->selection, annotation->entities[i]);

      if (entity == NULL || entity->name == NULL
          || !g_hash_table_add (seen, (gpointer)entity->name))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entity->name);
    }
  return g_string_free (names, FALSE);
}

/* --- Style and legend --- */

static const char style[]
    = "*{box-sizing:border-box}\n"
      ":root{color-scheme:light dark;--page:#fff;--text:#3b3b3b;--quiet:#66646a;--rule:#ddd}\n"
      "body{margin:0 auto;padding:3em 1.5em 4em;max-width:44em;background:var(--page);"
      "color:var(--text);font:17px/1.95 Charter,'Charis SIL','Noto Serif',Georgia,serif}\n"
      "header,section{font-family:system-ui,sans-serif;font-size:15px;line-height:1.5}\n"
      "h1{font-size:1.6em;line-height:1.2;margin:0 0 .3em}\n"
      "h2{font-size:1.1em;margin:2.5em 0 .8em}\n"
      ".about,.who{color:var(--quiet);margin:.2em 0}\n"
      "a{color:inherit}\n"
      ".legend{list-style:none;margin:1.2em 0 2em;padding:0 0 1.2em;"
      "border-bottom:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:.4em 1.4em}\n"
      "article{white-space:pre-wrap;overflow-wrap:break-word;unicode-bidi:plaintext}\n"
      "mark{color:inherit;background:var(--fill);border-bottom:var(--line) var(--ink);"
      "border-radius:3px;padding:1px 1px 0;-webkit-box-decoration-break:clone;"
      "box-decoration-break:clone}\n"
      "article mark.d0{padding-bottom:5px}article mark.d1{padding-bottom:2px}\n"
      "mark:target{outline:2px solid var(--ink)}\n"
      ".quotes{padding-left:2em}.quotes li{margin-bottom:1.2em}\n"
      "blockquote{margin:0;white-space:pre-line;"
      "font-family:Charter,'Charis SIL','Noto Serif',Georgia,serif}\n"
      "blockquote a{text-decoration:none}\n"
      ".who b{color:var(--text)}\n"
      "footer{margin-top:3em;color:var(--quiet);font:13px/1.5 system-ui,sans-serif}\n"
      "@media (prefers-color-scheme:dark){"
      ":root{--page:#1e1e1e;--text:#f6f6f6;--quiet:#b4b3b0;--rule:#444}}\n"
      "@media print{:root{--page:#fff;--text:#000;--quiet:#444;--rule:#bbb}"
      "body{padding:0;max-width:none;font-size:11pt}header,section{font-size:10pt}"
      "mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
      ".quotes li{break-inside:avoid}}\n";

void
quo_html_write_style (QuoHtml *html)
{
  GString *out = html->out;

  g_string_append_printf (out, "<style>\n%s", style);
  for (guint i = 0; i < html->labels->len; i++)
    {
      const QuoHtmlLabel *label = &g_array_index (html->labels, QuoHtmlLabel, i);

      g_string_append_printf (out, ".t%u{--ink:%s;--fill:%s1a;--line:%s}\n", i, label->ink,
                              label->ink, get_border (label->line));
    }
  g_string_append (out, "@media screen and (prefers-color-scheme:dark){\n");
  for (guint i = 0; i < html->labels->len; i++)
    {
      const QuoHtmlLabel *label = &g_array_index (html->labels, QuoHtmlLabel, i);

      g_string_append_printf (out, ".t%u{--ink:%s;--fill:%s26}\n", i, label->dark, label->dark);
    }
  g_string_append (out, "}\n</style>\n");
}

void
quo_html_write_legend (QuoHtml *html)
{
  GString *out = html->out;

  if (html->labels->len == 0)
    return;
  g_string_append (out, "<ul class=\"legend\">\n");
  for (guint i = 0; i < html->labels->len; i++)
    {
      const QuoHtmlLabel *label = &g_array_index (html->labels, QuoHtmlLabel, i);

      g_string_append_printf (out, "<li><mark class=\"t%u\">", i);
      quo_html_escape (out, label->name, -1);
      g_string_append_printf (out, "</mark> %u</li>\n", label->n_annotations);
    }
  g_string_append (out, "</ul>\n");
}
