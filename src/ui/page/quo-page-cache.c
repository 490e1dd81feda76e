/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-cache.h"

#include "quo-page-marks.h"

/* One render node per paragraph, relative to its top, so that scrolling measures nothing.
 *
 * Invariant: an entry is what quo_page_marks_build() would make now. Width, font, colours and
 * density drop all; an edit and a new selection drop the paragraphs they touch. The article never
 * changes, so the number of a line names a paragraph for good. */

/* More than a screen needs; a bound for people who scroll through a whole book. */
#define MAX_ENTRIES 4000
/* To find the paragraphs of more changes than this takes longer than to build a screen anew. */
#define MANY_CHANGES 1000

void
quo_page_entry_free (QuoPageEntry *entry)
{
  g_clear_pointer (&entry->node, gsk_render_node_unref);
  g_clear_pointer (&entry->over, gsk_render_node_unref);
  g_clear_pointer (&entry->bars, g_array_unref);
  g_free (entry);
}

void
quo_page_cache_init (QuoPage *page)
{
  page->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)quo_page_entry_free);
  page->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)quo_page_lines_free);
}

QuoPageLines *
quo_page_cache_get_lines (QuoPage *page, const GtkTextIter *start)
{
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (start));
  QuoPageLines *lines = g_hash_table_lookup (page->lines, key);

  if (lines != NULL)
    {
      quo_page_lines_resume (lines, start);
      return lines;
    }
  if (g_hash_table_size (page->lines) >= MAX_ENTRIES)
    g_hash_table_remove_all (page->lines);
  lines = quo_page_lines_new (page, start);
  g_hash_table_insert (page->lines, key, lines);
  return lines;
}

QuoPageEntry *
quo_page_cache_get (QuoPage *page, const GtkTextIter *start)
{
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (start));
  QuoPageEntry *entry = g_hash_table_lookup (page->entries, key);

  if (entry != NULL)
    return entry;
  if (g_hash_table_size (page->entries) >= MAX_ENTRIES)
    g_hash_table_remove_all (page->entries);
  entry = g_new0 (QuoPageEntry, 1);
  quo_page_marks_build (page, start, entry);
  g_hash_table_insert (page->entries, key, entry);
  return entry;
}

gboolean
quo_page_cache_has (QuoPage *page, int line)
{
  return g_hash_table_contains (page->entries, GINT_TO_POINTER (line));
}

void
quo_page_cache_drop_all (QuoPage *page)
{
  g_hash_table_remove_all (page->entries);
  g_hash_table_remove_all (page->lines);
}

void
quo_page_cache_drop_line (QuoPage *page, int line)
{
  g_hash_table_remove (page->entries, GINT_TO_POINTER (line));
  g_hash_table_remove (page->lines, GINT_TO_POINTER (line));
}

void
quo_page_cache_drop (QuoPage *page, QuoSpan article_span)
{
  GtkTextIter start, end;
  int last;

  if (page->map == NULL || g_hash_table_size (page->entries) == 0)
    return;
  gtk_text_buffer_get_iter_at_offset (page->buffer, &start,
                                      quo_display_map_to_buffer (page->map, article_span.start));
  gtk_text_buffer_get_iter_at_offset (page->buffer, &end,
                                      quo_display_map_to_buffer (page->map, article_span.end));
  last = gtk_text_iter_get_line (&end);
  for (int line = gtk_text_iter_get_line (&start); line <= last; line++)
    g_hash_table_remove (page->entries, GINT_TO_POINTER (line));
}

void
quo_page_cache_drop_annotation (QuoPage *page, const QuoAnnotation *annotation)
{
  if (annotation->is_orphan)
    return;
  for (guint i = 0; i < annotation->n_ranges; i++)
    quo_page_cache_drop (page, annotation->ranges[i]);
}

/* Relations change the look of their members: the level of a speaker's chip, a role. */
static void
drop_members (QuoPage *page, const QuoRelation *relation)
{
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint j = 0; j < relation->roles[i].n_members; j++)
      {
        const QuoAnnotation *member
            = quo_document_find_annotation (page->document, relation->roles[i].members[j]);

        if (member != NULL)
          quo_page_cache_drop_annotation (page, member);
      }
}

void
quo_page_cache_drop_edit (QuoPage *page, const QuoEdit *edit)
{
  if (quo_edit_get_length (edit) > MANY_CHANGES)
    {
      g_hash_table_remove_all (page->entries);
      return;
    }
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *records[2] = { change->before, change->after };

      for (guint j = 0; j < 2; j++)
        if (records[j] == NULL)
          continue;
        else if (records[j]->kind == QUO_RECORD_ANNOTATION)
          quo_page_cache_drop_annotation (page, (const QuoAnnotation *)records[j]);
        else if (records[j]->kind == QUO_RECORD_RELATION)
          drop_members (page, (const QuoRelation *)records[j]);
    }
}
