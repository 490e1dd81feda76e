/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article-view.h"
#include "quo-page-caret.h"
#include "quo-page-grips.h"
#include "quo-page-hold.h"
#include "quo-page-hover.h"
#include "quo-page-pointer.h"
#include "quo-page-reach.h"
#include "quo-page-style.h"
#include "quo-page-text.h"

G_BEGIN_DECLS

/* What the files of the view share. */
struct _QuoArticleView
{
  GtkTextView parent_instance;
  QuoSession *session;
  QuoPage *page;
  QuoPageText text;
  QuoPageStyle style;
  QuoPageHold hold;
  QuoPageCaret caret;
  QuoPageReach reach;
  QuoPagePointer *pointer;
  QuoPageHover *hover;
  QuoPageGrips *grips;
  guint idle;
  gboolean is_painted;
  gboolean is_loaded; /* as the property says */
};

/* quo-article-view-properties.c */
void quo_article_view_install_properties (GObjectClass *object_class);
/* The article grows with the size of text of the desktop. */
void quo_article_view_follow_scale (QuoArticleView *self);
/* Only once, when it is made. */
void quo_article_view_set_session (QuoArticleView *self, QuoSession *session);

G_END_DECLS
