/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many lines of an article are looked at. */
#define QUO_HEADLINE_MAX_LINES 9

/**
 * QuoHeadline:
 *
 * What the first lines of a plain article are; nothing marks them, so it is told by their shape and
 * by the blank lines between them. Numbers of lines, or -1.
 */
typedef struct
{
  int kicker; /* a word or two over the headline: the section, the series */
  int headline;
  int byline;
} QuoHeadline;

/**
 * quo_headline_find:
 * @lines: (array length=n_lines): the first lines of the article, without their ends; more than
 *   %QUO_HEADLINE_MAX_LINES are not needed
 */
QuoHeadline quo_headline_find (const char *const *lines, guint n_lines);

/**
 * quo_headline_measure_dateline:
 * @text: the first paragraph of a story
 *
 * The length of the place in capitals that it begins with: "GÖTEBORG — ", "BEIRUT (AP) — ", "SAO
 * PAULO, May 3 (Reuters) - ", "ADLER DISTRICT, May 3. /TASS/. ".
 *
 * Returns: code points, 0 if there is none
 */
guint quo_headline_measure_dateline (const char *text);

G_END_DECLS
