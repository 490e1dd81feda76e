/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places are looked for in three ways: near each hint; anywhere, by the words with the context just
 * before or after them; and anywhere by the words alone, if they are not too short. */

#include "quo-config.h"

#include "quo-anchor-search.h"

#include <math.h>
#include <string.h>

/* Code points around a hint in which every place counts. */
#define WINDOW 2000
/* Bytes of context that make short words rare enough to be looked for in the whole text. */
#define CONTEXT_BYTES 12
/* Places of one search in the whole text. */
#define MAX_FAR 64
/* With fewer code points of context a shift is no proof. */
#define LEAST_CONTEXT 8
/* How far a further range may be: so many times its old distance, and this. */
#define GAP_TIMES 2
#define GAP_MORE 200

typedef struct
{
  const QuoAnchorText *text;
  const QuoAnchor *anchor;
  const QuoAnchorHint *hints;
  guint n_hints;
  GArray *starts; /* of gsize: bytes where quotes[0] stands */
  gboolean has_more;
} Search;

QuoAnchorText *
quo_anchor_text_new (QuoText *text)
{
  QuoAnchorText *self = g_new (QuoAnchorText, 1);

  self->text = quo_text_ref (text);
  self->index = quo_substring_index_new (quo_text_get_utf8 (text), quo_text_get_bytes (text));
  return self;
}

void
quo_anchor_text_free (QuoAnchorText *text)
{
  if (text == NULL)
    return;
  quo_substring_index_free (text->index);
  quo_text_unref (text->text);
  g_free (text);
}

void
quo_anchor_place_clear (QuoAnchorPlace *place)
{
  g_clear_pointer (&place->ranges, g_free);
}

/* --- The whole anchor, shifted --- */

static gboolean
stands_at (const QuoText *text, const QuoAnchor *anchor, gint64 shift)
{
  guint32 length = quo_text_get_length (text);
  gint64 end = anchor->ranges[anchor->n_ranges - 1].end + shift;

  for (guint i = 0; i < anchor->n_ranges; i++)
    if (anchor->ranges[i].start + shift < 0 || anchor->ranges[i].end + shift > length
        || !quo_text_equals (text,
                             QUO_SPAN ((guint32)(anchor->ranges[i].start + shift),
                                       (guint32)(anchor->ranges[i].end + shift)),
                             anchor->quotes[i]))
      return FALSE;
  return g_str_has_prefix (quo_text_at (text, (guint32)end), anchor->suf);
}

static gboolean
find_only_shift (const QuoAnchorText *text, const QuoAnchor *anchor, gint64 *ret_shift)
{
  g_autofree char *needle = g_strconcat (anchor->pre, anchor->quotes[0], NULL);
  gsize len = strlen (needle), place = QUO_NOWHERE, n_pre = strlen (anchor->pre);
  gboolean is_found = FALSE;

  if (n_pre + strlen (anchor->suf) < LEAST_CONTEXT)
    return FALSE;
  while ((place = quo_substring_index_find (text->index, needle, len, place)) != QUO_NOWHERE)
    {
      gint64 shift
          = (gint64)quo_text_from_byte (text->text, place + n_pre) - anchor->ranges[0].start;

      if (!stands_at (text->text, anchor, shift))
        continue;
      if (is_found)
        return FALSE;
      is_found = TRUE;
      *ret_shift = shift;
    }
  return is_found;
}

/* --- Where the first words stand --- */

static void
add_start (Search *search, gsize byte)
{
  g_array_append_val (search->starts, byte);
}

static void
look_near (Search *search, gint64 start)
{
  const QuoText *text = search->text->text;
  gint64 length = quo_text_get_length (text);
  gsize from = quo_text_to_byte (text, (guint32)CLAMP (start - WINDOW, 0, length));
  gsize to = quo_text_to_byte (text, (guint32)CLAMP (start + WINDOW, 0, length));
  const char *utf8 = quo_text_get_utf8 (text), *quote = search->anchor->quotes[0];
  gsize len = strlen (quote);
  const char *found;

  to = MIN (to + len, quo_text_get_bytes (text));
  while (from < to && (found = memmem (utf8 + from, to - from, quote, len)) != NULL)
    {
      add_start (search, (gsize)(found - utf8));
      from = (gsize)(found - utf8) + 1;
    }
}

/* Where @needle stands; the words begin @skip bytes later. */
static void
look_far (Search *search, const char *needle, gsize len, gsize skip)
{
  gsize place = QUO_NOWHERE;

  for (guint i = 0; i <= MAX_FAR; i++)
    {
      place = quo_substring_index_find (search->text->index, needle, len, place);
      if (place == QUO_NOWHERE)
        return;
      if (i < MAX_FAR)
        add_start (search, place + skip);
    }
  search->has_more = TRUE;
}

static gboolean
is_boundary (const char *p)
{
  return ((guchar)*p & 0xc0) != 0x80;
}

static void
look_with_context (Search *search)
{
  const QuoAnchor *anchor = search->anchor;
  const char *quote = anchor->quotes[0];
  gsize n_pre = strlen (anchor->pre), n_suf = strlen (anchor->suf), n_quote = strlen (quote);
  gsize tail = MIN (n_pre, CONTEXT_BYTES), head = MIN (n_suf, CONTEXT_BYTES);

  while (tail > 0 && !is_boundary (anchor->pre + n_pre - tail))
    tail--;
  while (head > 0 && head < n_suf && !is_boundary (anchor->suf + head))
    head--;
  if (tail >= LEAST_CONTEXT)
    {
      g_autofree char *needle = g_strconcat (anchor->pre + n_pre - tail, quote, NULL);
      look_far (search, needle, tail + n_quote, tail);
    }
  if (head >= LEAST_CONTEXT && anchor->n_ranges == 1)
    {
      g_autofree char *needle = g_strdup_printf ("%s%.*s", quote, (int)head, anchor->suf);
      look_far (search, needle, n_quote + head, 0);
    }
  if (n_quote >= LEAST_CONTEXT)
    look_far (search, quote, n_quote, 0);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gsize x = *(const gsize *)a, y = *(const gsize *)b;

  return x < y ? -1 : x > y;
}

static void
collect (Search *search)
{
  GArray *starts = search->starts;
  guint n = 0;

  for (guint i = 0; i < search->n_hints; i++)
    look_near (search, search->hints[i].start);
  look_with_context (search);
  g_array_sort (starts, compare_starts);
  for (guint i = 0; i < starts->len; i++)
    if (n == 0 || g_array_index (starts, gsize, n - 1) != g_array_index (starts, gsize, i))
      g_array_index (starts, gsize, n++) = g_array_index (starts, gsize, i);
  g_array_set_size (starts, n);
}

/* --- Weighing one --- */

static guint
count_common_prefix (const char *a, const char *b)
{
  guint n = 0, n_chars = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && !is_boundary (a + n))
    n--;
  for (guint i = 0; i < n; i++)
    n_chars += is_boundary (a + i);
  return n_chars;
}

/* @a ends at @a_end, and does not begin before @a_start. */
static guint
count_common_suffix (const char *a_start, const char *a_end, const char *b)
{
  const char *p = a_end, *q = b + strlen (b);
  guint n_chars = 0;

  while (p > a_start && q > b && p[-1] == q[-1])
    {
      p--;
      q--;
      n_chars += is_boundary (p);
    }
  return n_chars;
}

/* The further ranges: each the first of its words after the one before it. */
static gboolean
find_ranges (const Search *search, gsize byte, QuoSpan *ranges, gsize *ret_end)
{
  const QuoText *text = search->text->text;
  const QuoAnchor *anchor = search->anchor;
  const char *utf8 = quo_text_get_utf8 (text);
  gsize n_bytes = quo_text_get_bytes (text);

  for (guint i = 0; i < anchor->n_ranges; i++)
    {
      gsize len = strlen (anchor->quotes[i]);

      if (i > 0)
        {
          guint32 gap = anchor->ranges[i].start - anchor->ranges[i - 1].end;
          guint32 last = ranges[i - 1].end + GAP_TIMES * gap + GAP_MORE;
          gsize to = MIN (quo_text_to_byte (text, last) + len, n_bytes);
          const char *found
              = to > byte ? memmem (utf8 + byte, to - byte, anchor->quotes[i], len) : NULL;

          if (found == NULL)
            return FALSE;
          byte = (gsize)(found - utf8);
        }
      ranges[i].start = quo_text_from_byte (text, byte);
      ranges[i].end = ranges[i].start + (anchor->ranges[i].end - anchor->ranges[i].start);
      byte += len;
    }
  *ret_end = byte;
  return TRUE;
}

static double
measure_distance (const Search *search, guint32 start)
{
  double least = INFINITY;

  for (guint i = 0; i < search->n_hints; i++)
    least = MIN (least,
                 fabs ((double)(start - search->hints[i].start)) / (double)search->hints[i].slack);
  return least;
}

/* What agrees around it speaks for a place, two points a code point; what is nearer than edits
 * explain hardly speaks against it, and each doubling after that does. */
static double
weigh (guint agreement, double distance)
{
  double penalty = distance <= 1 ? 8 * distance : 16 + 8 * log2 (distance);

  return 2.0 * agreement - penalty;
}

/* Context ends where the text does; that it does so here as well agrees like some letters. */
static guint
count_agreement (const Search *search, gsize byte, gsize end)
{
  const QuoText *text = search->text->text;
  const char *utf8 = quo_text_get_utf8 (text);
  const char *pre = search->anchor->pre, *suf = search->anchor->suf;
  guint before = count_common_suffix (utf8, utf8 + byte, pre);
  guint after = count_common_prefix (utf8 + end, suf);

  if (byte == strlen (pre) && g_utf8_strlen (pre, -1) == before && before < QUO_ANCHOR_CONTEXT)
    before += LEAST_CONTEXT;
  if (end + strlen (suf) == quo_text_get_bytes (text) && g_utf8_strlen (suf, -1) == after
      && after < QUO_ANCHOR_CONTEXT)
    after += LEAST_CONTEXT;
  return before + after;
}

static gboolean
look_at (const Search *search, gsize byte, QuoAnchorPlace *place)
{
  g_autofree QuoSpan *ranges = g_new (QuoSpan, search->anchor->n_ranges);
  gsize end = 0;

  if (!find_ranges (search, byte, ranges, &end))
    return FALSE;
  place->agreement = count_agreement (search, byte, end);
  place->distance = measure_distance (search, ranges[0].start);
  place->score = weigh (place->agreement, place->distance);
  place->ranges = g_steal_pointer (&ranges);
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const QuoAnchorPlace *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->ranges[0].start < y->ranges[0].start ? -1 : 1;
}

static void
clear_place (gpointer place)
{
  quo_anchor_place_clear (place);
}

GArray *
quo_anchor_find (const QuoAnchorText *text, const QuoAnchor *anchor, const QuoAnchorHint *hints,
                 guint n_hints, gboolean *ret_has_more)
{
  /* Without a neighbour the old place is a weak hint: the whole text may have moved. */
  const QuoAnchorHint weak = { anchor->ranges[0].start, WINDOW };
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QuoAnchorPlace));
  Search search = { text, anchor, n_hints > 0 ? hints : &weak, MAX (n_hints, 1), starts, FALSE };

  g_array_set_clear_func (places, clear_place);
  collect (&search);
  for (guint i = 0; i < starts->len && places->len < QUO_ANCHOR_MAX_PLACES; i++)
    {
      QuoAnchorPlace place;

      if (look_at (&search, g_array_index (starts, gsize, i), &place))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  *ret_has_more = search.has_more || starts->len > QUO_ANCHOR_MAX_PLACES;
  return places;
}

/* --- Beyond doubt, and doubt --- */

gboolean
quo_anchor_find_whole (const QuoAnchorText *text, const QuoAnchor *anchor, gint64 *ret_shift)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  const QuoAnchorHint here = { anchor->ranges[0].start, WINDOW };
  Search search = { text, anchor, &here, 1, starts, FALSE };
  guint32 found;

  if (!find_only_shift (text, anchor, ret_shift))
    return FALSE;
  found = (guint32)(anchor->ranges[0].start + *ret_shift);
  look_with_context (&search);
  for (guint i = 0; i < starts->len; i++)
    {
      g_auto (QuoAnchorPlace) place = { 0 };

      if (look_at (&search, g_array_index (starts, gsize, i), &place)
          && place.ranges[0].start != found && place.agreement >= QUO_ANCHOR_PROOF)
        return FALSE;
    }
  return !search.has_more;
}

/* The code points of context that are looked for on either side. */
static const char *
get_tail (const char *pre)
{
  const char *end = pre + strlen (pre);

  return g_utf8_strlen (pre, -1) > LEAST_CONTEXT ? g_utf8_offset_to_pointer (end, -LEAST_CONTEXT)
                                                 : pre;
}

static char *
dup_head (const char *suf)
{
  return g_utf8_substring (suf, 0, MIN (LEAST_CONTEXT, g_utf8_strlen (suf, -1)));
}

gboolean
quo_anchor_is_edited (const QuoAnchorText *text, const QuoAnchor *anchor, const QuoAnchorHint *hint)
{
  const char *utf8 = quo_text_get_utf8 (text->text), *tail = get_tail (anchor->pre);
  g_autofree char *head = dup_head (anchor->suf);
  gint64 length = quo_text_get_length (text->text);
  gsize from = quo_text_to_byte (
      text->text, (guint32)CLAMP (hint->start - hint->slack - QUO_ANCHOR_CONTEXT, 0, length));
  gsize to = quo_text_to_byte (text->text, (guint32)CLAMP (hint->start + hint->slack, 0, length));
  guint32 n_hull = anchor->ranges[anchor->n_ranges - 1].end - anchor->ranges[0].start;
  const char *found;

  if (*tail == '\0' || *head == '\0')
    return FALSE;
  while (from < to && (found = memmem (utf8 + from, to - from, tail, strlen (tail))) != NULL)
    {
      const char *after = found + strlen (tail);
      gint64 at = quo_text_from_byte (text->text, (gsize)(after - utf8));
      gsize last
          = quo_text_to_byte (text->text, (guint32)MIN (at + 2 * n_hull + GAP_MORE / 4, length));

      if (!g_str_has_prefix (after, anchor->quotes[0])
          && memmem (after, last - (gsize)(after - utf8), head, strlen (head)) != NULL)
        return TRUE;
      from = (gsize)(found - utf8) + 1;
    }
  return FALSE;
}
