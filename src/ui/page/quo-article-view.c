/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-article-view-private.h"

#include "quo-member-drag.h"
#include "quo-page-cache.h"
#include "quo-page-motion.h"
#include "quo-page-speaker.h"
#include "quo-page-type.h"
#include "quo-verbs.h"

/* The widget: has the article put into a buffer (QuoPageText), caret and selection kept equal with
 * the session's (QuoPageCaret), and QuoPage draw; and asks for a new drawing when the session, the
 * style or a property changed.
 *
 * Invariant: while the buffer is filled, `caret.is_following` holds, so that no moving of its marks
 * is taken for the person's. */

/* Work in idle goes on so long before events and frames have their turn (us). */
#define SLICE 4000
/* After frames, before GtkTextView lays out what is not seen: it need not do that twice. */
#define PRIORITY_WORK (GTK_TEXT_VIEW_PRIORITY_VALIDATE - 1)

G_DEFINE_FINAL_TYPE (QuoArticleView, quo_article_view, GTK_TYPE_TEXT_VIEW)

enum
{
  EDIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void schedule_work (QuoArticleView *self);

static GtkTextBuffer *
get_buffer (QuoArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
redraw_all (QuoArticleView *self)
{
  quo_page_cache_drop_all (self->page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- the text -------------------------------------------------------------------------------- */

static void
set_is_loaded (QuoArticleView *self, gboolean is_loaded)
{
  if (self->is_loaded == is_loaded)
    return;
  self->is_loaded = is_loaded;
  g_object_notify (G_OBJECT (self), "is-loaded");
}

static void
follow_session (QuoArticleView *self)
{
  guint32 caret;

  if (self->session == NULL || !quo_page_caret_follow (&self->caret))
    return;
  caret = quo_session_get_caret (self->session);
  quo_page_tags_want (self->text.tags, QUO_SPAN (caret, caret + 1));
  schedule_work (self);
}

/* The whole text is in the buffer. */
static void
start (QuoArticleView *self)
{
  quo_page_caret_start (&self->caret);
  quo_page_hold_start (&self->hold);
}

static void
show_document (QuoArticleView *self)
{
  quo_page_set_document (self->page, self->session);
  quo_page_caret_reset (&self->caret);
  set_is_loaded (self, FALSE);
  quo_page_hold_set_at_work (&self->hold, self->page->map != NULL);
  quo_page_hold_reset (&self->hold);
  self->caret.is_following = TRUE;
  quo_page_text_begin (&self->text);
  self->caret.is_following = FALSE;
  quo_page_style_update_font (&self->style);
  quo_page_update_selected (self->page);
  set_is_loaded (self, self->text.is_loaded);
  if (self->is_loaded)
    start (self);
  schedule_work (self);
}

static gboolean
on_idle (gpointer data)
{
  QuoArticleView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;
  gboolean has_more;

  self->caret.is_following = TRUE;
  do
    has_more = quo_page_text_step (&self->text);
  while (has_more && g_get_monotonic_time () < end);
  self->caret.is_following = FALSE;
  if (!has_more)
    self->idle = 0;
  if (self->text.is_loaded && !self->is_loaded)
    {
      set_is_loaded (self, TRUE);
      start (self);
    }
  quo_page_hold_set_at_work (&self->hold, has_more);
  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
schedule_work (QuoArticleView *self)
{
  if (self->idle == 0 && self->is_painted && self->page->map != NULL)
    self->idle = g_idle_add_full (PRIORITY_WORK, on_idle, self, NULL);
}

/* --- the person ------------------------------------------------------------------------------ */

static void
on_mark_set (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark,
             QuoArticleView *self)
{
  quo_page_caret_tell (&self->caret, mark);
}

static void
on_edit_asked (GtkTextView *view, gboolean takes_focus)
{
  g_signal_emit (view, signals[EDIT], 0, takes_focus);
}

/* A name that is held goes onto a role of the quote that is selected. */
static char *
find_held (GtkWidget *widget, double x, double y, gpointer data, char **ret_name)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (widget);
  const char *held = quo_page_pointer_get_held (self->pointer);

  if (held == NULL || self->page->document == NULL)
    return NULL;
  *ret_name = quo_document_dup_member_name (self->page->document, held);
  return g_strdup (held);
}

/* --- the session ----------------------------------------------------------------------------- */

static void
on_session_changed (QuoArticleView *self, QuoEdit *edit)
{
  quo_page_cache_drop_edit (self->page, edit);
  quo_page_speakers_drop_edit (self->page, edit);
  quo_page_motion_begin_edit (self->page, edit);
  quo_page_update_selected (self->page);
  quo_page_tags_update (self->text.tags, edit);
  schedule_work (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The place that is found stands out by itself. What GTK paints under selected text reaches up over
 * the room above the line, where nothing is selected. */
static void
show_selection (QuoArticleView *self)
{
  QuoSpan selection = quo_session_get_selection (self->session);
  const GArray *found = self->page->found;
  guint current = self->page->current_found;

  if (current < found->len && quo_span_equal (g_array_index (found, QuoSpan, current), selection))
    gtk_widget_add_css_class (GTK_WIDGET (self), "found");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "found");
}

static void
on_selected_changed (QuoArticleView *self)
{
  quo_page_update_selected (self->page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Other annotations are seen than before. */
static void
on_layers_changed (QuoArticleView *self)
{
  quo_page_tags_reset (self->text.tags);
  schedule_work (self);
  redraw_all (self);
}

/* The same annotations, but lines, colours, words and kinds may be others. */
static void
on_tagset_changed (QuoArticleView *self)
{
  quo_page_update_tagset (self->page);
  on_layers_changed (self);
}

/* Suggestions have other letters, or none any more. */
static void
on_sifted (QuoArticleView *self, guint start, guint end)
{
  quo_page_cache_drop (self->page, QUO_SPAN (start, end));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_reveal (QuoArticleView *self, guint start, guint end)
{
  quo_article_view_reveal (self, QUO_SPAN (start, end));
}

static void
on_keep_in_sight (QuoArticleView *self, guint start, guint end)
{
  quo_page_caret_keep_in_sight (&self->caret, QUO_SPAN (start, end), self->is_loaded);
}

void
quo_article_view_set_session (QuoArticleView *self, QuoSession *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_signal_connect_object (session, "notify::document", G_CALLBACK (show_document), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::is-prompting", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-moved", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-moved", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "layers-changed", G_CALLBACK (on_layers_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tagset-changed", G_CALLBACK (on_tagset_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keys-changed", G_CALLBACK (redraw_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "sifted", G_CALLBACK (on_sifted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keep-in-sight", G_CALLBACK (on_keep_in_sight), self,
                           G_CONNECT_SWAPPED);
}

/* --- overrides ------------------------------------------------------------------------------- */

static void
quo_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    quo_page_snapshot_over (self->page, snapshot);
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  quo_page_snapshot (self->page, snapshot);
  quo_page_reach_tell (&self->reach, self->page);
  if (quo_page_tags_want (self->text.tags, self->page->seen) || !self->is_painted)
    {
      self->is_painted = TRUE;
      schedule_work (self);
    }
}

static void
quo_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (widget);

  if (width != self->page->width)
    quo_page_hold_keep (&self->hold);
  if (quo_page_type_fit (self->page, width))
    quo_page_cache_drop_all (self->page);
  GTK_WIDGET_CLASS (quo_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  quo_page_hold_place (&self->hold);
  /* GtkTextView does not know those that were given to it: the menu, the card. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

/* A font that was asked for comes into force later, with the next style. */
static void
quo_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (widget);

  if (self->page != NULL)
    quo_page_hold_keep (&self->hold);
  GTK_WIDGET_CLASS (quo_article_view_parent_class)->css_changed (widget, change);
  if (self->page != NULL && quo_page_type_is_stale (self->page))
    quo_page_style_update (&self->style);
}

static void
quo_article_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (quo_article_view_parent_class)->direction_changed (widget, previous);
  quo_page_type_read (self->page);
  quo_page_style_update (&self->style);
}

/* The article's own characters: the buffer may hold breaks that are only shown. */
static void
quo_article_view_copy_clipboard (GtkTextView *view)
{
  g_autofree char *text = quo_article_view_dup_selected_text (QUO_ARTICLE_VIEW (view));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
quo_article_view_constructed (GObject *object)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (object);

  G_OBJECT_CLASS (quo_article_view_parent_class)->constructed (object);
  if (self->session != NULL && quo_session_get_document (self->session) != NULL)
    show_document (self);
}

/* The menu and the card: GtkTextView would take them for children of its own. */
static void
drop_popovers (QuoArticleView *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
    }
}

static void
quo_article_view_dispose (GObject *object)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop_popovers (self);
  if (self->page != NULL)
    quo_page_hold_clear (&self->hold);
  quo_page_style_clear (&self->style);
  if (self->page != NULL)
    quo_page_set_document (self->page, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (quo_article_view_parent_class)->dispose (object);
}

static void
quo_article_view_finalize (GObject *object)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (object);

  g_clear_pointer (&self->text.tags, quo_page_tags_free);
  g_clear_pointer (&self->pointer, quo_page_pointer_free);
  g_clear_pointer (&self->hover, quo_page_hover_free);
  g_clear_pointer (&self->grips, quo_page_grips_free);
  g_clear_pointer (&self->page, quo_page_free);
  G_OBJECT_CLASS (quo_article_view_parent_class)->finalize (object);
}

static void
quo_article_view_class_init (QuoArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->constructed = quo_article_view_constructed;
  object_class->dispose = quo_article_view_dispose;
  object_class->finalize = quo_article_view_finalize;
  widget_class->size_allocate = quo_article_view_size_allocate;
  widget_class->css_changed = quo_article_view_css_changed;
  widget_class->direction_changed = quo_article_view_direction_changed;
  view_class->snapshot_layer = quo_article_view_snapshot_layer;
  view_class->copy_clipboard = quo_article_view_copy_clipboard;
  quo_article_view_install_properties (object_class);
  signals[EDIT] = g_signal_new ("edit", QUO_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
quo_article_view_init (QuoArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_object_set (self, "editable", FALSE, "cursor-visible", TRUE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                "top-margin", 14, "bottom-margin", 48, NULL);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_widget_add_css_class (widget, "article");
  self->page = quo_page_new (GTK_TEXT_VIEW (self));
  self->pointer = quo_page_pointer_new (self->page, on_edit_asked);
  quo_member_drag_attach (widget, find_held, NULL);
  self->hover = quo_page_hover_new (self->page);
  self->grips = quo_page_grips_new (self->page);
  quo_page_text_init (&self->text, self->page);
  quo_page_hold_init (&self->hold, self->page);
  quo_page_caret_init (&self->caret, self->page, &self->hold);
  quo_page_type_add_tags (self->page);
  quo_page_style_init (&self->style, self->page);
  quo_article_view_follow_scale (self);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (quo_article_view_follow_scale), self, G_CONNECT_SWAPPED);

  g_signal_connect (get_buffer (self), "mark-set", G_CALLBACK (on_mark_set), self);
}

/* --- public ---------------------------------------------------------------------------------- */

GtkWidget *
quo_article_view_new (QuoSession *session)
{
  return g_object_new (QUO_TYPE_ARTICLE_VIEW, "session", session, NULL);
}

void
quo_article_view_set_found (QuoArticleView *view, const QuoSpan *spans, guint n_spans,
                            guint current)
{
  g_return_if_fail (QUO_IS_ARTICLE_VIEW (view));

  g_array_set_size (view->page->found, 0);
  g_array_append_vals (view->page->found, spans, n_spans);
  view->page->current_found = current;
  show_selection (view);
  redraw_all (view);
}

QuoPage *
quo_article_view_get_page (QuoArticleView *view)
{
  g_return_val_if_fail (QUO_IS_ARTICLE_VIEW (view), NULL);
  return view->page;
}

gboolean
quo_article_view_is_loaded (QuoArticleView *view)
{
  g_return_val_if_fail (QUO_IS_ARTICLE_VIEW (view), FALSE);
  return view->is_loaded;
}

void
quo_article_view_reveal (QuoArticleView *view, QuoSpan span)
{
  g_return_if_fail (QUO_IS_ARTICLE_VIEW (view));
  quo_page_caret_reveal (&view->caret, span, view->is_loaded);
}

void
quo_article_view_show_top (QuoArticleView *view, guint32 offset)
{
  GtkTextIter iter;

  g_return_if_fail (QUO_IS_ARTICLE_VIEW (view));
  if (view->page->map == NULL || !view->is_loaded)
    return;
  gtk_text_buffer_get_iter_at_offset (view->page->buffer, &iter,
                                      quo_display_map_to_buffer (view->page->map, offset));
  quo_page_hold_top (&view->hold, &iter);
}

char *
quo_article_view_dup_selected_text (QuoArticleView *view)
{
  g_return_val_if_fail (QUO_IS_ARTICLE_VIEW (view), NULL);
  return quo_page_caret_dup_selected_text (&view->caret);
}

gboolean
quo_article_view_peek (QuoArticleView *view)
{
  g_return_val_if_fail (QUO_IS_ARTICLE_VIEW (view), FALSE);
  return quo_page_hover_peek (view->hover);
}
