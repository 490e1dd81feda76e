/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-hover-card.h"
#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoArticleView:
 *
 * The page: a GtkTextView that shows the article of a session and draws its annotations below the
 * text (fills, line patterns, chips, quote blocks, margin, link). It follows the session's caret
 * and selection, and tells it where the person put them. Read-only.
 *
 * Properties: `session`, `density` (QuoDensity), `typeface` (0 serif, 1 sans, 2 the desktop's),
 * `text-size` (px, 13-28), `has-margin-names`.
 *
 * Signal `edit (gboolean takes_focus)`: the selected annotation was double-clicked; @takes_focus is
 * FALSE when a word of it was selected by that and the keyboard should stay.
 */
typedef enum
{
  QUO_DENSITY_NONE,
  QUO_DENSITY_LINES,
  QUO_DENSITY_LABELS,
} QuoDensity;

#define QUO_TYPE_ARTICLE_VIEW (quo_article_view_get_type ())
G_DECLARE_FINAL_TYPE (QuoArticleView, quo_article_view, QUO, ARTICLE_VIEW, GtkTextView)

GtkWidget *quo_article_view_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Places that are marked as found, in text offsets; the current one (G_MAXUINT: none) stronger. */
void quo_article_view_set_found (QuoArticleView *view, const QuoSpan *spans, guint n_spans,
                                 guint current);
/* Whether the whole text is in the buffer (property `is-loaded`, notify). */
gboolean quo_article_view_is_loaded (QuoArticleView *view);
/* Scrolls so that the span is in the middle third, where its line stays until the article is laid
 * out or somebody scrolls. */
void quo_article_view_reveal (QuoArticleView *view, QuoSpan span);
/* The same with the line of @offset at the top; only once the text is loaded. */
void quo_article_view_show_top (QuoArticleView *view, guint32 offset);
/* (transfer full): the selected text of the article, for the clipboard. */
char *quo_article_view_dup_selected_text (QuoArticleView *view) G_GNUC_WARN_UNUSED_RESULT;

/* The card of the selected annotation or of the one at the caret, without a pointer; what it says
 * becomes the message of the session. Returns whether there is one. */
gboolean quo_article_view_peek (QuoArticleView *view);

G_END_DECLS
