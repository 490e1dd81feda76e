/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-article-view.h"
#include "quo-display-map.h"
#include "quo-headline.h"
#include "quo-palette.h"

G_BEGIN_DECLS

/* em: 66 characters, about. */
#define QUO_PAGE_MEASURE 31

/* Where a drag from a quote is now. */
typedef struct
{
  char *quote;   /* id, NULL: there is no drag */
  char *speaker; /* as quo_session_link() takes it, NULL: nobody is there */
  QuoSpan span;  /* of the article: the words of the speaker */
  double x, y;
} QuoPageAim;

/* An end of the selected annotation that can be dragged; see quo-page-grips.h. */
typedef enum
{
  QUO_GRIP_NONE,
  QUO_GRIP_START,
  QUO_GRIP_END,
  QUO_N_GRIPS,
} QuoGrip;

typedef struct
{
  gboolean is_drawn[QUO_N_GRIPS];
  graphene_point_t knobs[QUO_N_GRIPS]; /* their middles as drawn last, px of the buffer */
  QuoGrip dragged;                     /* NONE: there is no drag */
  guint32 at;                          /* of the article: where the dragged end is now */
  double hang;                         /* px from the line that is meant to the pointer */
} QuoPageGripState;

/**
 * QuoPage:
 *
 * What the drawing of an article needs to know, apart from the widget: one is inside each
 * QuoArticleView. How it is drawn:
 *
 * - quo-page-rows finds where a span stands, a rectangle per display line;
 * - quo-page-marks collects the annotations of one paragraph and draws them with quo-page-quotes
 *   and quo-page-chips, into one render node that quo-page-cache keeps;
 * - quo-page-margin and quo-page-link look at neighbouring paragraphs, so they are drawn anew in
 * each frame, from what the nodes left behind; so are the handles of quo-page-grips;
 * - quo-page-motion lets marks come and go;
 * - quo-page-type gives the text its sizes and pitch.
 *
 * Positions are pixels of the buffer (the gutter is left of left-margin); inside a paragraph they
 * count from its top. Spans of text are offsets in the view's buffer, unless a name says article.
 */
typedef struct
{
  GtkTextView *view;     /* not owned: it owns the page */
  GtkTextBuffer *buffer; /* not owned */
  QuoSession *session;   /* owned, may be NULL */
  QuoDocument *document; /* owned, may be NULL: nothing is open */
  QuoTagset *tagset;     /* owned, may be NULL */
  QuoDisplayMap *map;    /* owned, NULL as document is */

  /* How it looks. */
  QuoPalette palette;
  QuoDensity density;
  gboolean has_margin_names;
  double measure;         /* em: the width of a line */
  double spacing;         /* of what the density asks for, 1 by default */
  double em;              /* px: size of the article's text: text_size * text_scale */
  double text_size;       /* px, as the person chose it */
  double text_scale;      /* the desktop's: 2 is text of twice the size */
  double ascent, descent; /* px: of a line of body text without extra pitch */
  gboolean is_rtl;        /* the gutter is at the right */
  gboolean is_narrow;     /* initials only, no link */
  int width;              /* px: of the view */
  int left, right;        /* px: the margins that are set */
  QuoHeadline head;       /* lines of the buffer */
  double headline_em;     /* em: the size of the headline */
  double headline_word;   /* em of the headline: its widest word; 0: there is no headline */

  /* What is marked now. */
  char *selected;      /* id, or NULL */
  GHashTable *parties; /* id -> role, of the selected quote */
  char *link_source;   /* id of the annotation the link leads to, or NULL */
  double link_drawn;   /* how much of the link is drawn: it grows from the quote to the speaker */
  AdwAnimation *link_motion; /* of link_drawn; owned, made with the first link */
  char *hovered;             /* id of what is pointed at, or NULL */
  GPtrArray *motions;        /* quo-page-motion.c; NULL on paper */
  QuoPageAim aim;            /* of a drag that will link */
  QuoPageGripState grips;
  GArray *found; /* of QuoSpan, in the article */
  guint current_found;

  GHashTable *entries;   /* line -> QuoPageEntry */
  GHashTable *lines;     /* line -> QuoPageLines */
  GHashTable *texts;     /* quo_page_layouts_new() */
  GHashTable *speakers;  /* quo_page_speakers_new() */
  GHashTable *baselines; /* quo_page_type_get_baseline() */
  GHashTable *kept;      /* quo_paint_append() */
  PangoContext *ui_context;
  GskRenderNode *over; /* what is to be drawn over the letters, or NULL */
  GArray *hits;        /* of QuoPageHit: the signs that were drawn last */
  QuoSpan seen;        /* of the article: what was drawn last */
} QuoPage;

/* A sign in the margin, or a pill, that selects its annotation when it is clicked, in pixels of the
 * buffer. */
typedef struct
{
  graphene_rect_t area;
  QuoAnnotation *annotation; /* owned */
} QuoPageHit;

void quo_page_hit_clear (gpointer hit);

QuoPage *quo_page_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none): what a view draws with. Tests look into it. */
QuoPage *quo_article_view_get_page (QuoArticleView *view);
void quo_page_free (QuoPage *page);
/* (transfer none), all NULL when nothing is open. */
void quo_page_set_document (QuoPage *page, QuoSession *session);

/* The labels were edited: takes those of the session. */
void quo_page_update_tagset (QuoPage *page);

/* Draws below the text. */
void quo_page_snapshot (QuoPage *page, GtkSnapshot *snapshot);
/* After the text: what stands over it, of what the former drew. */
void quo_page_snapshot_over (QuoPage *page, GtkSnapshot *snapshot);

/* Takes over what is selected in the session; drops what changes its look by that. */
void quo_page_update_selected (QuoPage *page);
/* The role of this annotation in the selected quote, or NULL. */
const char *quo_page_get_role (const QuoPage *page, const QuoAnnotation *annotation);
/* Whether people see it: not rejected, not an orphan, layer not hidden. */
gboolean quo_page_is_shown (const QuoPage *page, const QuoAnnotation *annotation);
/* The annotation whose sign or pill is at this place of the buffer, or NULL. */
const QuoAnnotation *quo_page_find_hit (const QuoPage *page, double x, double y);

G_END_DECLS
