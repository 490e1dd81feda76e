/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-finder.h"

G_BEGIN_DECLS

/* Marks of one family open and close each other. */
typedef enum
{
  QUO_MARK_NONE,
  QUO_MARK_DOUBLE,
  QUO_MARK_SINGLE,
  QUO_MARK_ANGLE,
  QUO_MARK_SINGLE_ANGLE,
  QUO_MARK_CORNER,
  QUO_MARK_WHITE_CORNER,
} QuoMarkFamily;

typedef struct
{
  gunichar mark;
  QuoMarkFamily family;
  gint stretch; /* its index */
  gboolean at_paragraph;
} QuoMarkOpen;

/**
 * QuoMarkScan:
 *
 * One pass over a page. quo-mark-scan.c reads the marks of a paragraph, quo-quote-marks.c what goes
 * on from one paragraph to the next.
 */
typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  GArray *stretches;
  GArray *stack;   /* of QuoMarkOpen */
  GArray *pending; /* of QuoMarkOpen: those the next paragraph may go on with, outermost first */
  QuoSpan paragraph;
  guint paragraph_index;
  guint32 first;   /* of the paragraph: its first character that is no blank */
  guint n_chained; /* marks at its start that went on with a quote */
} QuoMarkScan;

QuoMarkFamily quo_mark_get_family (gunichar c);
gboolean quo_mark_is_blank (gunichar c);
/* The character at @i; 0 outside of the paragraph. */
gunichar quo_mark_scan_get (const QuoMarkScan *scan, guint32 i);
/* Whether a mark at @i can be one that opens or closes, by what stands beside it. */
gboolean quo_mark_scan_can_open (const QuoMarkScan *scan, guint32 i);
gboolean quo_mark_scan_can_close (const QuoMarkScan *scan, guint32 i);
/* The open mark @i, 0 the outermost. */
QuoMarkOpen *quo_mark_scan_get_open (const QuoMarkScan *scan, guint i);
/* Begins a stretch at @at that goes on with the stretch @previous, or with none: -1. */
void quo_mark_scan_open (QuoMarkScan *scan, guint32 at, gint previous);
/* Opens, closes or passes over the character at @i. */
void quo_mark_scan_read (QuoMarkScan *scan, guint32 i);

G_END_DECLS
