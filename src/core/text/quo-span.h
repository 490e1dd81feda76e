/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoSpan:
 * @start: first code point
 * @end: code point after the last one
 *
 * A half-open stretch of an article, in Unicode code points of its text. Offsets are counted as
 * GtkTextBuffer and W3C Web Annotation count them: no newline translation, no normalisation, a
 * leading byte order mark not counted.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} QuoSpan;

#define QUO_SPAN(s, e) ((QuoSpan){ (s), (e) })

static inline gboolean
quo_span_is_empty (QuoSpan span)
{
  return span.end <= span.start;
}

/* Whether the two have at least one code point in common. */
static inline gboolean
quo_span_overlaps (QuoSpan a, QuoSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
quo_span_contains (QuoSpan outer, QuoSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
quo_span_equal (QuoSpan a, QuoSpan b)
{
  return a.start == b.start && a.end == b.end;
}

/**
 * quo_ranges_normalize:
 * @ranges: (array length=n_ranges) (inout): spans in any order
 * @n_ranges: how many
 *
 * Sorts the spans into text order, joins those that overlap or touch and drops empty ones, in
 * place.
 *
 * Returns: how many are left
 */
guint quo_ranges_normalize (QuoSpan *ranges, guint n_ranges);

G_END_DECLS
