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
} QuoPageSpeaker;

void quo_page_speaker_find (QuoPage *page, const QuoAnnotation *quote, QuoPageSpeaker *speaker);
void quo_page_speaker_clear (QuoPageSpeaker *speaker);
/* (transfer full): "ÅL" for "Åsa Lindqvist"; of the first and the last word. */
char *quo_name_dup_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
