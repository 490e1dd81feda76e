/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways in which other programs count in a text, on top of the one table of offsets that every
 * text has. A conversion either hits a code point exactly or fails. */

#include "quo-config.h"

#include "quo-reading.h"

#include <glib/gi18n.h>
#include <string.h>

struct _QuoOffsets
{
  QuoText *article;
  QuoText *counted; /* in the line ends of the file */
  QuoText *lf;      /* counted with LF line ends; NULL until it is needed */
};

QuoOffsets *
quo_offsets_new (QuoText *article, QuoText *counted)
{
  QuoOffsets *offsets = g_new0 (QuoOffsets, 1);

  offsets->article = quo_text_ref (article);
  offsets->counted = quo_text_ref (counted != NULL ? counted : article);
  return offsets;
}

void
quo_offsets_free (QuoOffsets *offsets)
{
  if (offsets == NULL)
    return;
  quo_text_unref (offsets->article);
  quo_text_unref (offsets->counted);
  g_clear_pointer (&offsets->lf, quo_text_unref);
  g_free (offsets);
}

static const QuoText *
get_text (QuoOffsets *offsets, gboolean is_lf)
{
  if (!is_lf || quo_text_get_lf_length (offsets->counted) == quo_text_get_length (offsets->counted))
    {
      /* A lone CR counts one in both views and is one byte in both. */
      return offsets->counted;
    }
  if (offsets->lf == NULL)
    {
      char *utf8 = quo_text_dup_lf (offsets->counted);

      offsets->lf = quo_text_new_take (utf8, strlen (utf8));
    }
  return offsets->lf;
}

/* The code point of an offset in @unit; FALSE: past the end, or within a character. */
static gboolean
to_code_point (const QuoText *text, QuoUnit unit, guint32 n, guint32 *ret_offset)
{
  switch (unit)
    {
    case QUO_UNIT_UTF16:
      *ret_offset = quo_text_from_utf16 (text, n);
      return n <= quo_text_get_utf16_length (text) && quo_text_to_utf16 (text, *ret_offset) == n;
    case QUO_UNIT_BYTE:
      *ret_offset = quo_text_from_byte (text, n);
      return n <= quo_text_get_bytes (text) && quo_text_to_byte (text, *ret_offset) == n;
    default:
      *ret_offset = n;
      return n <= quo_text_get_length (text);
    }
}

/* From a text to the article, which has the same content with other line ends. */
static guint32
to_article (const QuoOffsets *offsets, const QuoText *text, guint32 offset)
{
  if (text == offsets->article)
    return offset;
  return quo_text_from_lf (offsets->article, quo_text_to_lf (text, offset));
}

gboolean
quo_offsets_convert (QuoOffsets *offsets, const QuoReading *reading, guint32 start, guint32 end,
                     QuoSpan *ret_span)
{
  const QuoText *text = get_text (offsets, reading->is_lf);
  gint64 from = (gint64)start - reading->shift;
  gint64 to = (gint64)end - reading->shift + (reading->is_inclusive ? 1 : 0);
  QuoSpan span;

  if (from < 0 || to < from || to > G_MAXUINT32
      || !to_code_point (text, reading->unit, (guint32)from, &span.start)
      || !to_code_point (text, reading->unit, (guint32)to, &span.end))
    return FALSE;
  *ret_span
      = QUO_SPAN (to_article (offsets, text, span.start), to_article (offsets, text, span.end));
  return TRUE;
}

/* --- Other readings --- */

/* How a reading differs from the one a format states. */
typedef struct
{
  gboolean is_other_unit, is_other_newline;
  int shift;
  gboolean is_other_end;
} Deviation;

static const Deviation deviations[] = {
  { TRUE, FALSE, 0, FALSE },   { FALSE, TRUE, 0, FALSE },  { FALSE, FALSE, 1, FALSE },
  { FALSE, FALSE, -1, FALSE }, { FALSE, FALSE, 0, TRUE },  { TRUE, TRUE, 0, FALSE },
  { FALSE, TRUE, 1, FALSE },   { FALSE, TRUE, -1, FALSE }, { TRUE, FALSE, 1, FALSE },
  { TRUE, FALSE, -1, FALSE },  { TRUE, FALSE, 0, TRUE },   { FALSE, TRUE, 0, TRUE },
  { TRUE, TRUE, 1, FALSE },    { TRUE, TRUE, 0, TRUE },
};

gboolean
quo_reading_next (const QuoReading *stated, guint i, QuoReading *ret_reading)
{
  const Deviation *deviation;

  /* The last rounds count bytes, which few programs do. */
  if (i >= 2 * G_N_ELEMENTS (deviations))
    return FALSE;
  deviation = &deviations[i % G_N_ELEMENTS (deviations)];
  *ret_reading = *stated;
  if (i >= G_N_ELEMENTS (deviations))
    ret_reading->unit = QUO_UNIT_BYTE;
  else if (deviation->is_other_unit)
    ret_reading->unit = stated->unit == QUO_UNIT_UTF16 ? QUO_UNIT_CODE_POINT : QUO_UNIT_UTF16;
  if (deviation->is_other_newline)
    ret_reading->is_lf = !stated->is_lf;
  if (deviation->is_other_end)
    ret_reading->is_inclusive = !stated->is_inclusive;
  ret_reading->shift += deviation->shift;
  return TRUE;
}

char *
quo_reading_describe (const QuoReading *reading)
{
  static const char *const units[] = { N_ ("characters"), N_ ("UTF-16 units"), N_ ("bytes") };
  GString *text = g_string_new (_ (units[reading->unit]));

  if (reading->is_lf)
    g_string_append_printf (text, ", %s", _ ("a line end as one"));
  if (reading->shift > 0)
    g_string_append_printf (text, ", %s", _ ("from 1, or with a byte order mark"));
  else if (reading->shift < 0)
    g_string_append_printf (text, ", %s", _ ("one too low"));
  if (reading->is_inclusive)
    g_string_append_printf (text, ", %s", _ ("the end included"));
  return g_string_free (text, FALSE);
}
