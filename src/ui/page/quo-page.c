/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page.h"

#include "quo-page-cache.h"
#include "quo-page-grips.h"
#include "quo-page-layouts.h"
#include "quo-page-margin.h"
#include "quo-page-motion.h"
#include "quo-page-rows.h"
#include "quo-page-speaker.h"

/* The drawing of the visible part, in two passes: kept nodes of paragraphs, then the margin.
 *
 * Invariant: only paragraphs from the top of what is visible down to its bottom are asked for their
 * place, one after the other. The iterator at the bottom edge is never asked for: while GtkTextView
 * is still laying out it may be the end of the text. */

/* Marks reach this far over their paragraph; names are pushed down by those this far above. */
#define OVERHANG 24
#define NAME_REACH 240
/* So many lines without a height in a row are what is not laid out yet. */
#define MAX_UNKNOWN 64

void
quo_page_hit_clear (gpointer data)
{
  QuoPageHit *hit = data;

  quo_record_unref (hit->annotation);
}

QuoPage *
quo_page_new (GtkTextView *view)
{
  QuoPage *page = g_new0 (QuoPage, 1);

  page->view = view;
  page->buffer = gtk_text_view_get_buffer (view);
  page->palette = quo_palette_get ();
  page->density = QUO_DENSITY_LABELS;
  page->has_margin_names = TRUE;
  page->em = page->text_size = 17;
  page->text_scale = 1;
  page->measure = QUO_PAGE_MEASURE;
  page->spacing = 1;
  page->head = (QuoHeadline){ -1, -1, -1 };
  page->current_found = G_MAXUINT;
  page->motions = quo_page_motions_new ();
  page->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  page->found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  quo_page_cache_init (page);
  page->texts = quo_page_layouts_new ();
  page->speakers = quo_page_speakers_new ();
  page->baselines = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  page->kept = quo_paint_kept_new ();
  page->hits = g_array_new (FALSE, FALSE, sizeof (QuoPageHit));
  g_array_set_clear_func (page->hits, quo_page_hit_clear);
  return page;
}

void
quo_page_free (QuoPage *page)
{
  quo_page_set_document (page, NULL);
  if (page->link_motion != NULL)
    adw_animation_pause (page->link_motion);
  g_clear_object (&page->link_motion);
  g_ptr_array_unref (page->motions);
  g_hash_table_unref (page->parties);
  g_array_unref (page->found);
  g_hash_table_unref (page->entries);
  g_hash_table_unref (page->lines);
  g_hash_table_unref (page->texts);
  g_hash_table_unref (page->speakers);
  g_hash_table_unref (page->baselines);
  g_hash_table_unref (page->kept);
  g_clear_pointer (&page->over, gsk_render_node_unref);
  g_array_unref (page->hits);
  g_clear_object (&page->ui_context);
  g_free (page->hovered);
  g_free (page->aim.quote);
  g_free (page->aim.speaker);
  g_free (page);
}

void
quo_page_set_document (QuoPage *page, QuoSession *session)
{
  QuoDocument *document = session != NULL ? quo_session_get_document (session) : NULL;

  quo_page_motion_end (page);
  quo_page_cache_drop_all (page);
  g_hash_table_remove_all (page->speakers);
  g_hash_table_remove_all (page->parties);
  g_array_set_size (page->found, 0);
  g_array_set_size (page->hits, 0);
  g_clear_pointer (&page->selected, g_free);
  g_clear_pointer (&page->link_source, g_free);
  g_clear_pointer (&page->hovered, g_free);
  g_clear_pointer (&page->aim.quote, g_free);
  g_clear_pointer (&page->aim.speaker, g_free);
  g_clear_pointer (&page->map, quo_display_map_free);
  g_clear_pointer (&page->tagset, quo_tagset_unref);
  g_set_object (&page->document, document);
  g_set_object (&page->session, session);
  page->grips = (QuoPageGripState){ 0 };
  page->head = (QuoHeadline){ -1, -1, -1 };
  if (document == NULL)
    return;
  page->map = quo_display_map_new (quo_document_get_text (document));
  page->tagset = quo_tagset_ref (quo_session_get_tagset (session));
}

void
quo_page_update_tagset (QuoPage *page)
{
  if (page->document == NULL)
    return;
  /* What is kept of paragraphs points into the old one. */
  quo_page_cache_drop_all (page);
  quo_tagset_unref (page->tagset);
  page->tagset = quo_tagset_ref (quo_session_get_tagset (page->session));
  quo_page_update_selected (page);
}

gboolean
quo_page_is_shown (const QuoPage *page, const QuoAnnotation *annotation)
{
  return annotation->status != QUO_STATUS_REJECTED && !annotation->is_orphan
         && quo_session_is_layer_shown (page->session, annotation->layer);
}

const char *
quo_page_get_role (const QuoPage *page, const QuoAnnotation *annotation)
{
  return g_hash_table_lookup (page->parties, annotation->base.id);
}

const QuoAnnotation *
quo_page_find_hit (const QuoPage *page, double x, double y)
{
  for (guint i = 0; i < page->hits->len; i++)
    {
      const QuoPageHit *hit = &g_array_index (page->hits, QuoPageHit, i);

      if (graphene_rect_contains_point (&hit->area, &GRAPHENE_POINT_INIT (x, y)))
        return hit->annotation;
    }
  return NULL;
}

static void
drop_selected (QuoPage *page)
{
  GHashTableIter iter;
  gpointer id;
  const QuoAnnotation *annotation;

  if (page->selected != NULL)
    {
      annotation = quo_document_find_annotation (page->document, page->selected);
      if (annotation != NULL)
        quo_page_cache_drop_annotation (page, annotation);
    }
  g_hash_table_iter_init (&iter, page->parties);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      annotation = quo_document_find_annotation (page->document, id);
      if (annotation != NULL)
        quo_page_cache_drop_annotation (page, annotation);
    }
}

/* The mention a role's member is seen by: itself, or of an entity the mention nearest to the quote.
 */
static const QuoAnnotation *
find_mention (QuoPage *page, const char *id, const QuoAnnotation *quote)
{
  const QuoAnnotation *best = quo_document_find_annotation (page->document, id);
  GPtrArray *referrers = NULL;
  guint best_distance = G_MAXUINT;
  guint32 place = quo_annotation_get_hull (quote).start;

  if (best != NULL)
    return best->is_orphan ? NULL : best;
  referrers = quo_document_get_referrers (page->document, id);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoRecord *record = g_ptr_array_index (referrers, i);
      const QuoAnnotation *mention = (const QuoAnnotation *)record;
      guint distance;

      if (record->kind != QUO_RECORD_ANNOTATION || !quo_page_is_shown (page, mention))
        continue;
      distance = ABS ((gint64)mention->ranges[0].start - place);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = mention;
        }
    }
  return best;
}

static void
read_parties (QuoPage *page, const QuoAnnotation *quote)
{
  const QuoRelation *relation
      = quo_document_find_relation (page->document, "quotation", "quote", quote->base.id);

  for (guint i = 0; relation != NULL && i < relation->n_roles; i++)
    {
      const QuoRole *role = &relation->roles[i];

      for (guint j = 0; j < role->n_members; j++)
        {
          const QuoAnnotation *mention = find_mention (page, role->members[j], quote);

          if (mention == NULL || mention == quote)
            continue;
          g_hash_table_insert (page->parties, g_strdup (mention->base.id), g_strdup (role->name));
          if (page->link_source == NULL && g_str_equal (role->name, "source"))
            page->link_source = g_strdup (mention->base.id);
        }
    }
}

void
quo_page_update_selected (QuoPage *page)
{
  const QuoAnnotation *selected;
  g_autofree char *was_selected = NULL;
  g_autofree char *last_source = NULL;

  if (page->document == NULL)
    return;
  drop_selected (page);
  g_hash_table_remove_all (page->parties);
  was_selected = g_steal_pointer (&page->selected);
  last_source = g_steal_pointer (&page->link_source);
  selected = quo_session_get_selected (page->session);
  if (selected == NULL)
    return;
  page->selected = g_strdup (selected->base.id);
  if (!selected->is_orphan && quo_tagset_get_kind (page->tagset, selected->type) == QUO_LABEL_QUOTE)
    read_parties (page, selected);
  drop_selected (page);
  if (g_strcmp0 (page->selected, was_selected) != 0)
    quo_page_motion_begin_select (page, selected);
  if (page->link_source != NULL
      && (g_strcmp0 (page->link_source, last_source) != 0
          || g_strcmp0 (page->selected, was_selected) != 0))
    quo_page_link_begin (page);
}

static void
draw_node (GtkSnapshot *snapshot, GskRenderNode *node, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* The pill of the selected annotation is a handle, as its sign in the margin is. */
static void
add_pill_hit (QuoPage *page, const QuoPageEntry *entry, double y)
{
  const QuoAnnotation *selected
      = page->selected != NULL ? quo_document_find_annotation (page->document, page->selected)
                               : NULL;
  QuoPageHit hit = { .area = entry->pill };

  if (!entry->has_pill || selected == NULL)
    return;
  hit.annotation = quo_record_ref ((gpointer)selected);
  hit.area.origin.y += y;
  g_array_append_val (page->hits, hit);
}

/* The view draws its text between the two. */
void
quo_page_snapshot_over (QuoPage *page, GtkSnapshot *snapshot)
{
  if (page->over != NULL)
    gtk_snapshot_append_node (snapshot, page->over);
}

void
quo_page_snapshot (QuoPage *page, GtkSnapshot *snapshot)
{
  GtkSnapshot *over;
  GdkRectangle visible;
  QuoMargin margin;
  GtkTextIter iter;
  guint n_unknown = 0;

  g_clear_pointer (&page->over, gsk_render_node_unref);
  if (page->document == NULL)
    return;
  over = gtk_snapshot_new ();
  gtk_text_view_get_visible_rect (page->view, &visible);
  gtk_text_view_get_line_at_y (page->view, &iter, MAX (0, visible.y - NAME_REACH), NULL);
  quo_margin_begin (&margin, page, visible.y - NAME_REACH - OVERHANG, visible.y + visible.height);
  page->seen.start = quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&iter));
  do
    {
      int y, height;

      gtk_text_view_get_line_yrange (page->view, &iter, &y, &height);
      if (y > visible.y + visible.height + OVERHANG || n_unknown > MAX_UNKNOWN)
        break;
      n_unknown = height > 0 ? 0 : n_unknown + 1;
      if (height > 0)
        {
          const QuoPageEntry *entry = quo_page_cache_get (page, &iter);

          if (entry->node != NULL && y + height + OVERHANG >= visible.y)
            draw_node (snapshot, entry->node, y);
          if (entry->over != NULL)
            draw_node (over, entry->over, y);
          quo_margin_add (&margin, entry, y);
          add_pill_hit (page, entry, y);
        }
    }
  while (gtk_text_iter_forward_line (&iter));
  page->seen.end = quo_display_map_to_text (page->map, gtk_text_iter_get_offset (&iter));
  quo_margin_end (&margin, snapshot);
  quo_page_grips_draw (page, snapshot);
  page->over = gtk_snapshot_free_to_node (over);
}
