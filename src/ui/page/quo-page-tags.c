/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-tags.h"

/* Invariant: in pieces that are done and not stale, the tag of a label covers exactly the shown
 * annotations of that label.  The underline is transparent, so that no tag changes a pixel or the
 * height of a line. */

#define PIECE 4096
#define MAX_COMPLETE 20000
#define MANY_CHANGES 1000

typedef enum
{
  PIECE_LATER,
  PIECE_WANTED,
  PIECE_DONE,
} PieceState;

struct _QuoPageTags
{
  QuoPage *page;
  GArray *pieces; /* of guint8: PieceState */
  GArray *stale;  /* of QuoSpan, in the article: an edit changed them */
  guint n_wanted;
  guint next; /* no wanted piece before this one */
};

/* The run of one label that is being put together. */
typedef struct
{
  const char *type; /* interned */
  QuoSpan span;     /* in the article */
} Run;

typedef struct
{
  QuoPage *page;
  QuoSpan window;
  GArray *runs;
} Application;

QuoPageTags *
quo_page_tags_new (QuoPage *page)
{
  QuoPageTags *tags = g_new0 (QuoPageTags, 1);

  tags->page = page;
  tags->pieces = g_array_new (FALSE, TRUE, sizeof (guint8));
  tags->stale = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  return tags;
}

void
quo_page_tags_free (QuoPageTags *tags)
{
  g_array_unref (tags->pieces);
  g_array_unref (tags->stale);
  g_free (tags);
}

void
quo_page_tags_reset (QuoPageTags *tags)
{
  QuoDocument *document = tags->page->document;
  guint32 length = document != NULL ? quo_text_get_length (quo_document_get_text (document)) : 0;

  g_array_set_size (tags->stale, 0);
  g_array_set_size (tags->pieces, 0);
  g_array_set_size (tags->pieces, (length + PIECE - 1) / PIECE);
  tags->n_wanted = tags->next = 0;
  if (document != NULL && quo_document_count (document, QUO_RECORD_ANNOTATION) <= MAX_COMPLETE)
    quo_page_tags_want (tags, QUO_SPAN (0, length));
}

gboolean
quo_page_tags_want (QuoPageTags *tags, QuoSpan span)
{
  for (guint i = span.start / PIECE; i * PIECE < span.end && i < tags->pieces->len; i++)
    if (g_array_index (tags->pieces, guint8, i) == PIECE_LATER)
      {
        g_array_index (tags->pieces, guint8, i) = PIECE_WANTED;
        tags->n_wanted++;
        tags->next = MIN (tags->next, i);
      }
  return tags->n_wanted > 0;
}

/* Screen readers tell underlines apart, so labels differ by theirs as far as there are kinds. */
static GtkTextTag *
get_tag (QuoPage *page, const char *type)
{
  static const PangoUnderline UNDERLINES[]
      = { PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_DOUBLE, PANGO_UNDERLINE_LOW };
  g_autofree char *name = g_strconcat ("label:", type, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (page->buffer), name);
  const QuoLabel *label;
  /* Not wholly transparent: GTK takes that as "in the colour of the text". */
  GdkRGBA none = { 0, 0, 0, 0.0005f };
  guint line;

  if (tag != NULL)
    return tag;
  label = quo_tagset_find (page->tagset, type);
  line = label != NULL ? label->line : QUO_LINE_SOLID;
  return gtk_text_buffer_create_tag (page->buffer, name, "underline",
                                     UNDERLINES[line % G_N_ELEMENTS (UNDERLINES)], "underline-rgba",
                                     &none, NULL);
}

static void
apply_run (Application *application, const Run *run)
{
  QuoPage *page = application->page;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &start,
                                      quo_display_map_to_buffer (page->map, run->span.start));
  gtk_text_buffer_get_iter_at_offset (page->buffer, &end,
                                      quo_display_map_to_buffer (page->map, run->span.end));
  gtk_text_buffer_apply_tag (page->buffer, get_tag (page, run->type), &start, &end);
}

static gboolean
add_to_run (const QuoSpanEntry *entry, gpointer data)
{
  Application *application = data;
  Run new_run = { entry->annotation->type,
                  { MAX (entry->span.start, application->window.start),
                    MIN (entry->span.end, application->window.end) } };

  if (!quo_page_is_shown (application->page, entry->annotation))
    return TRUE;
  for (guint i = 0; i < application->runs->len; i++)
    {
      Run *run = &g_array_index (application->runs, Run, i);

      if (run->type != new_run.type)
        continue;
      if (new_run.span.start > run->span.end)
        {
          apply_run (application, run);
          *run = new_run;
        }
      else
        run->span.end = MAX (run->span.end, new_run.span.end);
      return TRUE;
    }
  g_array_append_val (application->runs, new_run);
  return TRUE;
}

static void
apply_window (QuoPage *page, QuoSpan window)
{
  Application application = { .page = page, .window = window };

  application.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  quo_span_index_query (quo_document_get_index (page->document), window, add_to_run, &application);
  for (guint i = 0; i < application.runs->len; i++)
    apply_run (&application, &g_array_index (application.runs, Run, i));
  g_array_unref (application.runs);
}

static void
remove_label (GtkTextTag *tag, gpointer data)
{
  GtkTextIter *range = data;
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  if (name != NULL && g_str_has_prefix (name, "label:"))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (&range[0]), tag, &range[0], &range[1]);
}

static void
refresh_span (QuoPageTags *tags, QuoSpan span)
{
  QuoPage *page = tags->page;
  GtkTextIter range[2];

  for (guint i = span.start / PIECE; i * PIECE < span.end && i < tags->pieces->len; i++)
    {
      QuoSpan window = { MAX (span.start, i * PIECE), MIN (span.end, (i + 1) * PIECE) };

      if (g_array_index (tags->pieces, guint8, i) != PIECE_DONE)
        continue;
      gtk_text_buffer_get_iter_at_offset (page->buffer, &range[0],
                                          quo_display_map_to_buffer (page->map, window.start));
      gtk_text_buffer_get_iter_at_offset (page->buffer, &range[1],
                                          quo_display_map_to_buffer (page->map, window.end));
      gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (page->buffer), remove_label,
                                  range);
      apply_window (page, window);
    }
}

gboolean
quo_page_tags_step (QuoPageTags *tags)
{
  if (tags->page->document == NULL)
    return FALSE;
  if (tags->stale->len > 0)
    {
      QuoSpan span = g_array_index (tags->stale, QuoSpan, tags->stale->len - 1);

      g_array_set_size (tags->stale, tags->stale->len - 1);
      refresh_span (tags, span);
      return tags->stale->len > 0 || tags->n_wanted > 0;
    }
  if (tags->n_wanted == 0)
    return FALSE;
  while (tags->next < tags->pieces->len
         && g_array_index (tags->pieces, guint8, tags->next) != PIECE_WANTED)
    tags->next++;
  if (tags->next >= tags->pieces->len)
    return FALSE;
  g_array_index (tags->pieces, guint8, tags->next) = PIECE_DONE;
  tags->n_wanted--;
  apply_window (tags->page, QUO_SPAN (tags->next * PIECE, (tags->next + 1) * PIECE));
  return tags->n_wanted > 0;
}

/* After so many changes what is done is done anew, each piece once. */
static void
refresh_all (QuoPageTags *tags)
{
  g_array_set_size (tags->stale, 0);
  for (guint i = 0; i < tags->pieces->len; i++)
    if (g_array_index (tags->pieces, guint8, i) == PIECE_DONE)
      g_array_append_val (tags->stale, QUO_SPAN (i * PIECE, (i + 1) * PIECE));
}

void
quo_page_tags_update (QuoPageTags *tags, const QuoEdit *edit)
{
  if (quo_edit_get_length (edit) > MANY_CHANGES)
    {
      refresh_all (tags);
      return;
    }
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *records[2] = { change->before, change->after };

      for (guint j = 0; j < 2; j++)
        {
          const QuoAnnotation *annotation = (const QuoAnnotation *)records[j];

          if (records[j] == NULL || records[j]->kind != QUO_RECORD_ANNOTATION
              || annotation->is_orphan)
            continue;
          for (guint k = 0; k < annotation->n_ranges; k++)
            g_array_append_val (tags->stale, annotation->ranges[k]);
        }
    }
}
