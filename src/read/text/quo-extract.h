/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article.h"

G_BEGIN_DECLS

/**
 * QuoExtract:
 * @utf8: the text, without NUL
 * @sections: (nullable): chapters or pages, see #QuoSection
 *
 * What a reader took out of a file. What it does not know stays %NULL.
 */
typedef struct
{
  char *utf8;
  gsize len;
  char *encoding; /* IANA name; NULL for UTF-8 and for files that are no text */
  gboolean has_bom, is_guessed;
  char *title, *byline, *dateline;
  char *published; /* ISO 8601, as exact as it is known */
  char *publisher;
  char *lang; /* BCP 47 */
  char *url;
  guint share; /* per cent of what the file shows that was taken; 0: not known */
  GArray *sections;
} QuoExtract;

void quo_extract_clear (QuoExtract *extract);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoExtract, quo_extract_clear)

/* Takes the text over; the string is gone afterwards. */
void quo_extract_take_text (QuoExtract *extract, GString *text);
/* Adds a section that begins at the byte @start of the text. */
void quo_extract_add_section (QuoExtract *extract, const char *title, gsize start, guint level);

G_END_DECLS
