/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article and the four ways of counting in it.
 *
 * For every SAMPLE_EVERY-th code point the table holds its offset in bytes, in UTF-16 units and in
 * the view where each line end is one LF. A conversion finds the last sample that is not past its
 * argument, then walks the rest. A way of counting in which the whole text is as long as in code
 * points is the same as code points and needs no walk: so with bytes in an ASCII text. */
#include "quo-text.h"

#include <string.h>

#define SAMPLE_EVERY 256
/* From so far ahead on a cursor looks into the table rather than walks. */
#define CURSOR_REACH 512

/* A place in the text, counted in all the ways. */
typedef struct
{
  guint32 byte;
  guint32 utf16;
  guint32 lf;
} Sample;

struct _QuoText
{
  gatomicrefcount ref_count;
  char *utf8;
  guint32 n_bytes;
  guint32 length, utf16_length, lf_length;
  guint32 longest_line; /* in bytes */
  Sample *samples;      /* at code point i * SAMPLE_EVERY, for all that are <= length */
  guint n_samples;
};

/* A walk: the same place, with its code point. */
typedef struct
{
  guint32 offset;
  Sample at;
} Place;

static inline void
step (const char *utf8, Place *place)
{
  const guchar *p = (const guchar *)utf8 + place->at.byte;
  guint size = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;

  place->offset++;
  place->at.byte += size;
  place->at.utf16 += size == 4 ? 2 : 1;
  place->at.lf += p[0] == '\r' && p[1] == '\n' ? 0 : 1;
}

/* Whether the next eight bytes are ASCII without a carriage return: then all ways count the same.
 */
static inline gboolean
is_plain_block (const char *p)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), highs = ones << 7;
  guint64 block, cr;

  memcpy (&block, p, sizeof block);
  cr = block ^ (ones * '\r');
  return ((block | ((cr - ones) & ~cr)) & highs) == 0;
}

/* Moves @place forward to the code point @offset, or to the end of the text. */
static inline void
advance (const QuoText *text, Place *place, guint32 offset)
{
  while (place->offset < offset && place->at.byte < text->n_bytes)
    if (place->offset + 8 <= offset && place->at.byte + 8 <= text->n_bytes
        && is_plain_block (text->utf8 + place->at.byte))
      {
        place->offset += 8;
        place->at.byte += 8;
        place->at.utf16 += 8;
        place->at.lf += 8;
      }
    else
      step (text->utf8, place);
}

static void
build_table (QuoText *text)
{
  GArray *samples
      = g_array_sized_new (FALSE, FALSE, sizeof (Sample), text->n_bytes / SAMPLE_EVERY + 1);
  Place place = { 0 };

  for (guint32 next = 0;; next += SAMPLE_EVERY)
    {
      advance (text, &place, next);
      if (place.offset < next)
        break;
      g_array_append_val (samples, place.at);
    }
  text->length = place.offset;
  text->utf16_length = place.at.utf16;
  text->lf_length = place.at.lf;
  text->n_samples = samples->len;
  text->samples = (Sample *)g_array_free (samples, FALSE);
}

static void
measure_lines (QuoText *text)
{
  const char *end = text->utf8 + text->n_bytes;

  for (const char *line = text->utf8; line < end;)
    {
      const char *lf = memchr (line, '\n', end - line);

      if (lf == NULL)
        lf = end;
      text->longest_line = MAX (text->longest_line, (guint32)(lf - line));
      line = lf + 1;
    }
}

QuoText *
quo_text_new_take (char *utf8, gsize len)
{
  QuoText *text;

  g_return_val_if_fail (utf8 != NULL && len < G_MAXUINT32, NULL);
  text = g_new0 (QuoText, 1);
  g_atomic_ref_count_init (&text->ref_count);
  text->utf8 = g_realloc (utf8, len + 1);
  text->utf8[len] = '\0';
  text->n_bytes = len;
  build_table (text);
  measure_lines (text);
  return text;
}

QuoText *
quo_text_new (const char *utf8)
{
  g_return_val_if_fail (utf8 != NULL, NULL);
  return quo_text_new_take (g_strdup (utf8), strlen (utf8));
}

QuoText *
quo_text_ref (QuoText *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

void
quo_text_unref (QuoText *text)
{
  g_return_if_fail (text != NULL);
  if (!g_atomic_ref_count_dec (&text->ref_count))
    return;
  g_free (text->utf8);
  g_free (text->samples);
  g_free (text);
}

const char *
quo_text_get_utf8 (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return text->utf8;
}

gsize
quo_text_get_bytes (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return text->n_bytes;
}

guint32
quo_text_get_length (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return text->length;
}

guint32
quo_text_get_utf16_length (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return text->utf16_length;
}

guint32
quo_text_get_longest_line (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return text->longest_line;
}

guint32
quo_text_get_lf_length (const QuoText *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return text->lf_length;
}

/* The place of a code point that is not past the end. */
static Place
find_offset (const QuoText *text, guint32 offset)
{
  guint i = offset / SAMPLE_EVERY;
  Place place = { i * SAMPLE_EVERY, text->samples[i] };

  advance (text, &place, offset);
  return place;
}

/* The code point whose count in the way that stands at @way in a Sample is @value; if the value
 * lies within a code point (a byte or a surrogate of it), that code point. */
static guint32
find_count (const QuoText *text, gsize way, guint32 value)
{
  guint low = 0, high = text->n_samples;
  Place place, next;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (G_STRUCT_MEMBER (guint32, &text->samples[middle], way) <= value)
        low = middle;
      else
        high = middle;
    }
  place = (Place){ low * SAMPLE_EVERY, text->samples[low] };
  for (next = place; G_STRUCT_MEMBER (guint32, &place.at, way) < value; place = next)
    {
      step (text->utf8, &next);
      if (G_STRUCT_MEMBER (guint32, &next.at, way) > value)
        break;
    }
  return place.offset;
}

gsize
quo_text_to_byte (const QuoText *text, guint32 offset)
{
  g_return_val_if_fail (text != NULL, 0);
  if (offset >= text->length)
    return text->n_bytes;
  return text->n_bytes == text->length ? offset : find_offset (text, offset).at.byte;
}

guint32
quo_text_from_byte (const QuoText *text, gsize byte)
{
  g_return_val_if_fail (text != NULL, 0);
  if (byte >= text->n_bytes)
    return text->length;
  if (text->n_bytes == text->length)
    return byte;
  return find_count (text, G_STRUCT_OFFSET (Sample, byte), byte);
}

guint32
quo_text_to_utf16 (const QuoText *text, guint32 offset)
{
  g_return_val_if_fail (text != NULL, 0);
  if (offset >= text->length)
    return text->utf16_length;
  return text->utf16_length == text->length ? offset : find_offset (text, offset).at.utf16;
}

guint32
quo_text_from_utf16 (const QuoText *text, guint32 utf16)
{
  g_return_val_if_fail (text != NULL, 0);
  if (utf16 >= text->utf16_length)
    return text->length;
  if (text->utf16_length == text->length)
    return utf16;
  return find_count (text, G_STRUCT_OFFSET (Sample, utf16), utf16);
}

guint32
quo_text_to_lf (const QuoText *text, guint32 offset)
{
  g_return_val_if_fail (text != NULL, 0);
  if (offset >= text->length)
    return text->lf_length;
  return text->lf_length == text->length ? offset : find_offset (text, offset).at.lf;
}

guint32
quo_text_from_lf (const QuoText *text, guint32 lf)
{
  guint32 offset;

  g_return_val_if_fail (text != NULL, 0);
  if (lf >= text->lf_length)
    return text->length;
  if (text->lf_length == text->length)
    return lf;
  offset = find_count (text, G_STRUCT_OFFSET (Sample, lf), lf);
  /* Two code points have this count when a sample lies between CR and LF. */
  if (offset > 0 && quo_text_get_char (text, offset) == '\n'
      && quo_text_get_char (text, offset - 1) == '\r')
    offset--;
  return offset;
}

gunichar
quo_text_get_char (const QuoText *text, guint32 offset)
{
  g_return_val_if_fail (text != NULL, 0);
  return offset < text->length ? g_utf8_get_char (quo_text_at (text, offset)) : 0;
}

const char *
quo_text_at (const QuoText *text, guint32 offset)
{
  g_return_val_if_fail (text != NULL, NULL);
  return text->utf8 + quo_text_to_byte (text, offset);
}

char *
quo_text_dup (const QuoText *text, QuoSpan span)
{
  gsize start, end;

  g_return_val_if_fail (text != NULL, NULL);
  if (quo_span_is_empty (span))
    return g_strdup ("");
  start = quo_text_to_byte (text, span.start);
  end = quo_text_to_byte (text, span.end);
  return g_strndup (text->utf8 + start, end - start);
}

gboolean
quo_text_equals (const QuoText *text, QuoSpan span, const char *s)
{
  gsize start, len;

  g_return_val_if_fail (text != NULL && s != NULL, FALSE);
  if (span.end < span.start || span.end > text->length)
    return FALSE;
  start = quo_text_to_byte (text, span.start);
  len = strlen (s);
  return len <= text->n_bytes - start && memcmp (text->utf8 + start, s, len) == 0
         && quo_text_to_byte (text, span.end) == start + len;
}

char *
quo_text_dup_lf (const QuoText *text)
{
  const char *from;
  char *copy, *to;

  g_return_val_if_fail (text != NULL, NULL);
  copy = to = g_malloc (text->n_bytes + 1);
  for (from = text->utf8; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
  return copy;
}

/* Whether a paragraph separator ends just before @p: LF, CR or U+2029, as Pango and GTK see it. */
static gboolean
is_after_separator (const char *utf8, const char *p)
{
  if (p[-1] == '\n' || p[-1] == '\r')
    return TRUE;
  return p - utf8 >= 3 && memcmp (p - 3, "\xe2\x80\xa9", 3) == 0;
}

static gboolean
is_separator (const char *p)
{
  return *p == '\n' || *p == '\r' || strncmp (p, "\xe2\x80\xa9", 3) == 0;
}

QuoSpan
quo_text_get_paragraph (const QuoText *text, guint32 offset)
{
  const char *start, *end;

  g_return_val_if_fail (text != NULL, QUO_SPAN (0, 0));
  start = quo_text_at (text, offset);
  if (start > text->utf8 && *start == '\n' && start[-1] == '\r')
    start--;
  end = start;
  while (start > text->utf8 && !is_after_separator (text->utf8, start))
    start--;
  while (*end != '\0' && !is_separator (end))
    end++;
  return QUO_SPAN (quo_text_from_byte (text, start - text->utf8),
                   quo_text_from_byte (text, end - text->utf8));
}

void
quo_text_cursor_init (QuoTextCursor *cursor, const QuoText *text)
{
  g_return_if_fail (cursor != NULL && text != NULL);
  *cursor = (QuoTextCursor){ text, 0, 0 };
}

gsize
quo_text_cursor_to (QuoTextCursor *cursor, guint32 offset)
{
  const QuoText *text = cursor->text;

  if (offset > text->length)
    offset = text->length;
  if (offset < cursor->offset || offset - cursor->offset > CURSOR_REACH)
    cursor->byte = quo_text_to_byte (text, offset);
  else if (text->n_bytes == text->length)
    cursor->byte = offset;
  else
    for (guint32 i = cursor->offset; i < offset; i++)
      cursor->byte += g_utf8_skip[(guchar)text->utf8[cursor->byte]];
  cursor->offset = offset;
  return cursor->byte;
}
