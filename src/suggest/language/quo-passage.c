/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-passage.h"

/* Invariant: paragraphs are in text order, not empty, apart. */

#define BLOCK_LENGTH 4096 /* characters */
#define N_KEPT 16         /* blocks */

/* The blocks that were read last. Invariant: `places` and `block_at` agree. */
struct _QuoPassageBlocks
{
  guint16 *kept[N_KEPT];  /* in the order in which they were read, round and round; or NULL */
  guint32 places[N_KEPT]; /* of each: which block of the page it is */
  guint next;             /* the one to give up next */
  guint16 *block_at[];    /* of each block of the page: NULL: it is not kept */
};

#define MIN_WIDTH 50  /* nobody breaks prose shorter ... */
#define MAX_WIDTH 100 /* ... or longer than this */
#define MIN_LINES 6   /* fewer tell nothing about a width */
#define MIN_FULL 0.4  /* share of lines that are filled to the width */

gboolean
quo_char_is_word (gunichar c)
{
  if (c < 128)
    return g_ascii_isalnum (c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d;
}

gboolean
quo_char_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc || c == 0xff07;
}

gboolean
quo_char_is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x00ad;
}

gboolean
quo_char_is_dash (gunichar c)
{
  return (c >= 0x2012 && c <= 0x2015) || c == 0x2e3a;
}

gboolean
quo_char_is_question_mark (gunichar c)
{
  return c == '?' || c == 0x61f || c == 0xff1f || c == 0x37e;
}

gboolean
quo_char_is_stop (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0x061f: /* ؟ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
quo_char_is_comma (gunichar c)
{
  return c == ',' || c == 0xff0c || c == 0x060c || c == 0x3001;
}

gboolean
quo_char_is_quote_mark (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2039:
    case 0x203a:
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0xfe41:
    case 0xfe42:
    case 0xfe43:
    case 0xfe44:
    case 0xff02:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
quo_char_is_unspaced (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029 || c == 0x2028 || c == 0x85;
}

gboolean
quo_passage_is_in_number (const QuoPassage *page, guint32 offset)
{
  return offset > page->start && g_unichar_isdigit (quo_passage_get (page, offset - 1))
         && g_unichar_isdigit (quo_passage_get (page, offset + 1));
}

gunichar
quo_passage_get_sign (const QuoPassage *page, guint32 offset)
{
  gunichar c = quo_passage_get (page, offset);

  return c == '-' && offset > page->start && g_unichar_isspace (quo_passage_get (page, offset - 1))
                 && g_unichar_isspace (quo_passage_get (page, offset + 1))
             ? 0x2013
             : c;
}

QuoSpan
quo_passage_trim (const QuoPassage *page, QuoSpan span)
{
  while (span.start < span.end && g_unichar_isspace (quo_passage_get (page, span.start)))
    span.start++;
  while (span.start < span.end && g_unichar_isspace (quo_passage_get (page, span.end - 1)))
    span.end--;
  return span;
}

/* The lines of the page, blank ones included as empty spans. */
static GArray *
list_lines (const QuoPassage *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  guint32 start = page->start;

  for (guint32 i = page->start; i <= page->end; i++)
    if (i == page->end || is_line_end (quo_passage_get (page, i)))
      {
        QuoSpan line = quo_passage_trim (page, QUO_SPAN (start, i));

        if (quo_passage_get (page, i) == '\r' && quo_passage_get (page, i + 1) == '\n')
          i++;
        g_array_append_val (lines, line);
        start = i + 1;
      }
  return lines;
}

static guint32
measure_first_word (const QuoPassage *page, QuoSpan line)
{
  guint32 i = line.start;

  while (i < line.end && !g_unichar_isspace (quo_passage_get (page, i)))
    i++;
  return i - line.start;
}

/* Whether the first word of @next had no room on @line. */
static gboolean
is_filled (const QuoPassage *page, QuoSpan line, QuoSpan next, guint32 width)
{
  return line.end - line.start + 1 + measure_first_word (page, next) > width;
}

/* The width to which lines are broken: the longest line, if nearly every line that goes on is as
 * full as its next word allows. */
static guint32
measure_width (const QuoPassage *page, const GArray *lines)
{
  guint32 width = 0;
  guint n_lines = 0, n_inner = 0, n_full = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      QuoSpan line = g_array_index (lines, QuoSpan, i);

      width = MAX (width, line.end - line.start);
      n_lines += !quo_span_is_empty (line);
    }
  if (n_lines < MIN_LINES || width < MIN_WIDTH || width > MAX_WIDTH)
    return 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      QuoSpan line = g_array_index (lines, QuoSpan, i);
      QuoSpan next = g_array_index (lines, QuoSpan, i + 1);

      if (quo_span_is_empty (line) || quo_span_is_empty (next))
        continue;
      n_inner++;
      n_full += is_filled (page, line, next, width > 12 ? width - 12 : width);
    }
  return n_inner > 2 && n_full > n_inner * MIN_FULL ? width : 0;
}

static gboolean
is_indented (const QuoPassage *page, QuoSpan line)
{
  gunichar c = quo_passage_get (page, line.start - 1);

  return line.start > page->start && c != 0 && !is_line_end (c);
}

static void
list_paragraphs (QuoPassage *page)
{
  g_autoptr (GArray) lines = list_lines (page);
  gboolean is_open = FALSE;

  page->width = measure_width (page, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      QuoSpan line = g_array_index (lines, QuoSpan, i);

      if (quo_span_is_empty (line))
        {
          is_open = FALSE;
          continue;
        }
      if (is_open
          && !(is_indented (page, line)
               && !is_indented (page, g_array_index (lines, QuoSpan, i - 1))))
        g_array_index (page->paragraphs, QuoSpan, page->paragraphs->len - 1).end = line.end;
      else
        g_array_append_val (page->paragraphs, line);
      is_open = page->width > 0;
    }
}

/* The memory for the block @i: that of the one which was read longest ago, if as many are kept as
 * may be. */
static guint16 *
make_room (const QuoPassage *page, guint32 i)
{
  QuoPassageBlocks *blocks = page->blocks;
  guint slot = blocks->next;

  blocks->next = (slot + 1) % N_KEPT;
  if (blocks->kept[slot] == NULL)
    blocks->kept[slot] = g_new (guint16, MIN (BLOCK_LENGTH, page->end - page->start));
  else
    blocks->block_at[blocks->places[slot]] = NULL;
  blocks->places[slot] = i;
  blocks->block_at[i] = blocks->kept[slot];
  return blocks->kept[slot];
}

static guint16 *
read_block (const QuoPassage *page, guint32 i)
{
  guint32 start = page->start + i * BLOCK_LENGTH;
  guint n = MIN (BLOCK_LENGTH, page->end - start);
  const char *p = quo_text_at (page->text, start);
  guint16 *block = make_room (page, i);

  for (guint k = 0; k < n; k++, p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);

      block[k] = c <= G_MAXUINT16 ? (guint16)c : QUO_PASSAGE_RARE;
    }
  return block;
}

gunichar
quo_passage_look_up (const QuoPassage *page, guint32 offset)
{
  QuoPassage *own = (QuoPassage *)page; /* what it remembers of its text is no change of it */
  guint32 i = (offset - page->start) / BLOCK_LENGTH;

  if (offset < page->start || offset >= page->end)
    return 0;
  own->units = page->blocks->block_at[i];
  if (page->units == NULL)
    own->units = read_block (page, i);
  own->units_start = page->start + i * BLOCK_LENGTH;
  own->units_length = MIN (BLOCK_LENGTH, page->end - page->units_start);
  return page->units[offset - page->units_start] == QUO_PASSAGE_RARE
             ? quo_text_get_char (page->text, offset)
             : page->units[offset - page->units_start];
}

QuoPassage *
quo_passage_new (const QuoText *text, QuoSpan span)
{
  QuoPassage *page = g_new0 (QuoPassage, 1);
  gsize n_blocks;

  page->text = text;
  page->start = span.start;
  page->end = MAX (span.start, MIN (span.end, quo_text_get_length (text)));
  n_blocks = (page->end - page->start + BLOCK_LENGTH - 1) / BLOCK_LENGTH;
  page->blocks = g_malloc0 (sizeof *page->blocks + n_blocks * sizeof *page->blocks->block_at);
  page->paragraphs = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  list_paragraphs (page);
  return page;
}

QuoPassage *
quo_passage_new_around (const QuoText *text, guint32 offset, guint32 reach)
{
  guint32 length = quo_text_get_length (text);
  guint32 start = offset > reach ? offset - reach : 0;
  guint32 end = MIN (length, offset + reach);
  QuoSpan line;

  line = quo_text_get_paragraph (text, start);
  if (start - line.start <= reach)
    start = line.start;
  line = quo_text_get_paragraph (text, end);
  end = MIN (line.end, end + reach);
  return quo_passage_new (text, QUO_SPAN (start, end));
}

void
quo_passage_free (QuoPassage *page)
{
  g_array_unref (page->paragraphs);
  for (guint i = 0; i < N_KEPT; i++)
    g_free (page->blocks->kept[i]);
  g_free (page->blocks);
  g_free (page);
}

guint
quo_passage_find_paragraph (const QuoPassage *page, guint32 offset)
{
  guint low = 0, high = page->paragraphs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (quo_passage_get_paragraph (page, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : 0;
}

/* The word whose last letter stands before @offset; inner full stops (U.S) belong to it. */
static QuoSpan
find_word_before (const QuoPassage *page, guint32 offset)
{
  guint32 start = offset;

  while (start > page->start
         && (quo_char_is_word (quo_passage_get (page, start - 1))
             || (start < offset && quo_passage_get (page, start - 1) == '.'
                 && quo_char_is_word (quo_passage_get (page, start)))))
    start--;
  while (start < offset && quo_passage_get (page, start) == '.')
    start++;
  return QUO_SPAN (start, offset);
}

static gboolean
is_no_end (const QuoPassage *page, guint32 offset, QuoAbbreviationFunc func, gpointer data)
{
  QuoSpan word = find_word_before (page, offset);

  if (quo_span_is_empty (word))
    return FALSE;
  if (word.end - word.start == 1 && g_unichar_isupper (quo_passage_get (page, word.start)))
    return TRUE;
  return func != NULL && func (page, word, data);
}

gboolean
quo_passage_ends_sentence (const QuoPassage *page, guint32 offset, QuoAbbreviationFunc func,
                           gpointer data)
{
  gunichar c = quo_passage_get (page, offset);
  guint32 next = offset + 1;
  gunichar after;

  if (!quo_char_is_stop (c))
    return FALSE;
  if (c >= 0x3000)
    return TRUE;
  while (quo_char_is_stop (quo_passage_get (page, next)))
    return FALSE; /* the last one of "?!" or "..." decides */
  while (quo_char_is_quote_mark (quo_passage_get (page, next))
         || quo_char_is_apostrophe (quo_passage_get (page, next))
         || quo_passage_get (page, next) == ')')
    next++;
  after = quo_passage_get (page, next);
  if (after == 0)
    return TRUE;
  if (!g_unichar_isspace (after))
    return FALSE;
  while (g_unichar_isspace (quo_passage_get (page, next)))
    next++;
  if (g_unichar_islower (quo_passage_get (page, next)))
    return FALSE;
  return c != '.' || !is_no_end (page, offset, func, data);
}
