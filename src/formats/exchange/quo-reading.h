/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoReading:
 * @unit: what an offset counts
 * @is_lf: in the text with CR LF and CR as one LF
 * @shift: how much greater offsets are than they should be: 1 when a byte order mark is counted
 * @is_inclusive: the end is the last one of the span, not the one after it
 * @counts_bom: a byte order mark of the text counts as a character
 *
 * How a format counts in a text. All zero: code points as the text stands, half open.
 */
typedef enum
{
  QUO_UNIT_CODE_POINT,
  QUO_UNIT_UTF16,
  QUO_UNIT_BYTE,
} QuoUnit;

typedef struct
{
  QuoUnit unit;
  gboolean is_lf;
  int shift;
  gboolean is_inclusive;
  gboolean counts_bom;
} QuoReading;

/**
 * QuoOffsets:
 *
 * The one place where an import turns the offsets of a file into those of an article. The text the
 * file counts in may differ from the article's in its line ends.
 */
typedef struct _QuoOffsets QuoOffsets;

/* @counted: (nullable): the text the file brings; NULL: the article's own. */
QuoOffsets *quo_offsets_new (QuoText *article, QuoText *counted) G_GNUC_WARN_UNUSED_RESULT;
void quo_offsets_free (QuoOffsets *offsets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoOffsets, quo_offsets_free)

/* FALSE: outside the text, or in the middle of a character. *ret_span may be empty. */
gboolean quo_offsets_convert (QuoOffsets *offsets, const QuoReading *reading, guint32 start,
                              guint32 end, QuoSpan *ret_span);

/* Readings other than @stated, the likeliest first: what people's tools are known to get wrong.
 * FALSE after the last. */
gboolean quo_reading_next (const QuoReading *stated, guint i, QuoReading *ret_reading);

/* (transfer full): "UTF-16 units, line ends as LF". */
char *quo_reading_describe (const QuoReading *reading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
