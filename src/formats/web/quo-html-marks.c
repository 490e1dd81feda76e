/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of the report with its marks.
 *
 * Elements nest, annotations need not: where one ends inside another, the inner pieces are closed
 * and opened again, so a span that crosses another becomes several `<mark>` with the same data-id.
 * No piece is empty, and the text between the tags is the article's. */

#include "quo-config.h"

#include "quo-html.h"

typedef struct
{
  QuoSpan span;
  const QuoAnnotation *annotation;
  guint part;  /* which of its ranges */
  guint order; /* of the annotation */
} Segment;

typedef struct
{
  QuoHtml *html;
  GArray *segments; /* of Segment, by start, then longer first */
  guint next;       /* the first that was not opened yet */
  GArray *open;     /* of Segment, outermost first */
  QuoTextCursor cursor;
} Walk;

static void
append_attr (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  quo_html_escape (out, value, -1);
  g_string_append_c (out, '"');
}

static void
append_entities (GString *out, const QuoAnnotation *annotation)
{
  if (annotation->n_entities == 0)
    return;
  g_string_append (out, " data-entity=\"");
  for (guint i = 0; i < annotation->n_entities; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      quo_html_escape (out, annotation->entities[i], -1);
    }
  g_string_append_c (out, '"');
}

/* "Person: Jana Köhler", what a pointer shows. */
static void
append_title (const QuoHtml *html, const QuoAnnotation *annotation, const QuoHtmlLabel *label)
{
  g_autofree char *names = quo_html_dup_entity_names (html, annotation);

  g_string_append (html->out, " title=\"");
  quo_html_escape (html->out, label->name, -1);
  if (*names != '\0')
    {
      g_string_append (html->out, ": ");
      quo_html_escape (html->out, names, -1);
    }
  if (annotation->note != NULL)
    {
      g_string_append (html->out, "\n");
      quo_html_escape (html->out, annotation->note, -1);
    }
  g_string_append_c (html->out, '"');
}

/* Only the first piece of an annotation has the id that links lead to. */
static void
open_mark (Walk *walk, const Segment *segment, guint depth, gboolean is_first)
{
  const QuoHtml *html = walk->html;
  const QuoAnnotation *annotation = segment->annotation;
  guint label = quo_html_get_label (html, annotation->type);
  GString *out = html->out;

  g_string_append (out, "<mark");
  append_attr (out, "data-id", annotation->base.id);
  append_attr (out, "data-type", annotation->type);
  append_entities (out, annotation);
  if (annotation->n_ranges > 1)
    g_string_append_printf (out, " data-part=\"%u\"", segment->part + 1);
  if (html->has_layers && annotation->layer != NULL)
    append_attr (out, "data-layer", annotation->layer);
  g_string_append_printf (out, " class=\"t%u d%u\"", label, MIN (depth, 2));
  if (is_first && segment->part == 0)
    g_string_append_printf (out, " id=\"a-%s\"", annotation->base.id);
  append_title (html, annotation, &g_array_index (html->labels, QuoHtmlLabel, label));
  g_string_append_c (out, '>');
}

/* Ends all that ends at @at, and opens again what has to go on. */
static void
close_marks (Walk *walk, guint32 at)
{
  GString *out = walk->html->out;
  guint keep = 0, first;

  while (keep < walk->open->len && g_array_index (walk->open, Segment, keep).span.end > at)
    keep++;
  for (guint i = walk->open->len; i > keep; i--)
    g_string_append (out, "</mark>");
  first = keep;
  for (guint i = first; i < walk->open->len; i++)
    {
      Segment segment = g_array_index (walk->open, Segment, i);

      if (segment.span.end <= at)
        continue;
      open_mark (walk, &segment, keep, FALSE);
      g_array_index (walk->open, Segment, keep++) = segment;
    }
  g_array_set_size (walk->open, keep);
}

static void
open_marks (Walk *walk, guint32 at)
{
  while (walk->next < walk->segments->len)
    {
      Segment segment = g_array_index (walk->segments, Segment, walk->next);

      if (segment.span.start > at)
        return;
      open_mark (walk, &segment, walk->open->len, TRUE);
      g_array_append_val (walk->open, segment);
      walk->next++;
    }
}

/* Where the next tag stands. */
static guint32
find_next (const Walk *walk, guint32 length)
{
  guint32 at = length;

  if (walk->next < walk->segments->len)
    at = g_array_index (walk->segments, Segment, walk->next).span.start;
  for (guint i = 0; i < walk->open->len; i++)
    at = MIN (at, g_array_index (walk->open, Segment, i).span.end);
  return at;
}

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const Segment *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static GArray *
list_segments (const QuoSelection *selection)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  guint32 length = quo_text_get_length (selection->text);

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      for (guint part = 0; part < annotation->n_ranges; part++)
        {
          QuoSpan span = annotation->ranges[part];
          Segment segment = { span, annotation, part, i };

          segment.span.end = MIN (span.end, length);
          if (!quo_span_is_empty (segment.span))
            g_array_append_val (segments, segment);
        }
    }
  g_array_sort (segments, compare_segments);
  return segments;
}

gboolean
quo_html_write_text (QuoHtml *html, GCancellable *cancellable, GError **error)
{
  const QuoText *text = html->selection->text;
  const char *utf8 = quo_text_get_utf8 (text);
  guint32 length = quo_text_get_length (text);
  g_autoptr (GArray) segments = list_segments (html->selection);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Segment));
  Walk walk = { .html = html, .segments = segments, .open = open };
  gsize byte = 0;

  quo_text_cursor_init (&walk.cursor, text);
  for (guint n = 0;; n++)
    {
      guint32 at = find_next (&walk, length);
      gsize to = quo_text_cursor_to (&walk.cursor, at);

      if (quo_selection_is_cancelled (n, cancellable, error))
        return FALSE;
      quo_html_escape (html->out, utf8 + byte, (gssize)(to - byte));
      byte = to;
      close_marks (&walk, at);
      if (at == length)
        return TRUE;
      open_marks (&walk, at);
    }
}
