/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-rows.h"

G_BEGIN_DECLS

/* The sign of one quote in the margin, as far as it stands in one paragraph. */
typedef struct
{
  QuoAnnotation *annotation; /* owned */
  guint part;
  gboolean is_start;  /* the part begins in this paragraph */
  gboolean is_end;    /* it ends in it */
  double top, bottom; /* px below the top of the paragraph */
  double base;        /* of its first row */
  guint level;
} QuoPageBar;

/* What is kept of a paragraph: its marks as one node, and what the margin must know. */
typedef struct
{
  GskRenderNode *node; /* NULL: nothing is marked */
  GskRenderNode *over; /* pills and letters that cover the row above; NULL: none */
  GArray *bars;        /* of QuoPageBar, NULL: no quote */
  /* The end of the link, if the source of the selected quote stands here. */
  gboolean has_source;
  double link_x, link_y;
  /* The pill of the selected annotation, if it begins here. */
  gboolean has_pill;
  graphene_rect_t pill;
} QuoPageEntry;

void quo_page_entry_free (QuoPageEntry *entry);

/* The entry of the paragraph at @start (start of a line of the buffer), built if it is not there.
 * Borrowed until something is dropped. */
QuoPageEntry *quo_page_cache_get (QuoPage *page, const GtkTextIter *start);
/* Its display lines; they outlive the entry, until all is dropped. */
QuoPageLines *quo_page_cache_get_lines (QuoPage *page, const GtkTextIter *start);
/* One paragraph, lines and all: its text changed while the article was still coming in. */
void quo_page_cache_drop_line (QuoPage *page, int line);
/* Whether it is there. */
gboolean quo_page_cache_has (QuoPage *page, int line);
void quo_page_cache_drop_all (QuoPage *page);
/* The paragraphs a span of the article touches. */
void quo_page_cache_drop (QuoPage *page, QuoSpan article_span);
void quo_page_cache_drop_annotation (QuoPage *page, const QuoAnnotation *annotation);
/* All that an edit changes the look of. */
void quo_page_cache_drop_edit (QuoPage *page, const QuoEdit *edit);
void quo_page_cache_init (QuoPage *page);

G_END_DECLS
