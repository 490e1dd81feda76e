/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page-hold.h"

G_BEGIN_DECLS

/**
 * QuoPageCaret:
 *
 * Keeps caret and text selection of the buffer equal with the session's, whoever moved them, and
 * scrolls to what is to be seen. The buffer may hold breaks that are only shown and an article may
 * still be loading: offsets of the article come in and go out, and what is asked for too early is
 * done by quo_page_caret_start().
 */
typedef struct
{
  QuoPage *page;
  QuoPageHold *hold;     /* not owned */
  QuoSpan told;          /* what the session was told last, or told: caret and other end */
  gboolean is_following; /* the buffer is changed for the session: nobody need be told */
  QuoSpan reveal;        /* to be scrolled to once it is loaded */
  gboolean has_reveal;
} QuoPageCaret;

void quo_page_caret_init (QuoPageCaret *caret, QuoPage *page, QuoPageHold *hold);
/* Another document is shown: nothing is known of its caret, and nothing waits to be seen. */
void quo_page_caret_reset (QuoPageCaret *caret);
/* The whole text is in the buffer: the caret goes where it is in the session. */
void quo_page_caret_start (QuoPageCaret *caret);

/* From the session to the buffer. Returns whether something moved. */
gboolean quo_page_caret_follow (QuoPageCaret *caret);
/* From the buffer to the session, when @mark is one of the two that are the caret. */
void quo_page_caret_tell (QuoPageCaret *caret, GtkTextMark *mark);

/* Scrolls so that the span is in the middle third, and holds it there; later, while @is_loaded is
 * not. */
void quo_page_caret_reveal (QuoPageCaret *caret, QuoSpan span, gboolean is_loaded);
/* The same if its first line is not in sight. */
void quo_page_caret_keep_in_sight (QuoPageCaret *caret, QuoSpan span, gboolean is_loaded);
/* (transfer full) (nullable): the article's own characters that are selected in the buffer. */
char *quo_page_caret_dup_selected_text (QuoPageCaret *caret) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
