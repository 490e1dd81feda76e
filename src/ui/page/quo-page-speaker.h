/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/* What the margin says of who speaks a quote. */
typedef struct
{
  char *name; /* NULL: no name is shown */
  char *help; /* the second line, or NULL */
  char *initials;
  gboolean is_question; /* suggested, or nobody yet */
  gboolean is_nobody;
} QuoPageSpeaker;

/* (transfer full): the table of a page, which keeps what was found. */
GHashTable *quo_page_speakers_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Who speaks @quote. Borrowed until the next call. */
const QuoPageSpeaker *quo_page_speaker_get (QuoPage *page, const QuoAnnotation *quote);
/* Forgets what an edit may have made untrue. */
void quo_page_speakers_drop_edit (QuoPage *page, const QuoEdit *edit);
/* (transfer full): "ÅL" for "Åsa Lindqvist"; of the first and the last word. */
char *quo_name_dup_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
