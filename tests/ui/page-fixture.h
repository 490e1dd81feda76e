/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article-view.h"
#include "quo-page.h"

/* A window with an article view on a story of the test's own, in pixels and at its own size. */
typedef struct
{
  char *text;
  char *folder;
  QuoSession *session;
  GtkWidget *window;
  QuoArticleView *view;
  GdkTexture *picture; /* of page_fixture_take_picture() */
  guchar *pixels;
  int width, height; /* of the picture */
} PageFixture;

#define PAGE_FIXTURE_WIDTH 760
#define PAGE_FIXTURE_HEIGHT 640

/* Headline, byline, dateline, two persons, an interrupted quote, a place and an organization. */
extern const char *const page_fixture_story;

/* For g_test_add(): @text, or the story when it is NULL, in a window of the size above. */
void page_fixture_open (PageFixture *fixture, gconstpointer text);
void page_fixture_close (PageFixture *fixture, gconstpointer text);
void page_fixture_set_up (PageFixture *fixture, const char *text, int width, int height);
void page_fixture_tear_down (PageFixture *fixture);
/* Another article is opened in the window; nothing of it is painted yet. */
void page_fixture_show (PageFixture *fixture, const char *text);
/* Until a frame is painted and nothing is left to be done in idle. */
void page_fixture_settle (PageFixture *fixture);
/* The @nth place of @words in the text, 0 first. */
QuoSpan page_fixture_find (PageFixture *fixture, const char *words, guint nth);
/* Tags the @nth place of @words; the id of the new annotation (interned). */
const char *page_fixture_tag (PageFixture *fixture, const char *words, guint nth,
                              const char *label);
/* Where a place of the article stands, in px of the view as it is on the screen. */
GdkRectangle page_fixture_locate (PageFixture *fixture, guint32 offset);
/* What is on the screen now; then its pixels. */
void page_fixture_take_picture (PageFixture *fixture);
GdkRGBA page_fixture_get_pixel (PageFixture *fixture, int x, int y);
/* How many pixels of the picture in the rectangle are of this colour, within 3/255. */
guint page_fixture_count (PageFixture *fixture, int x, int y, int width, int height, GdkRGBA color);
