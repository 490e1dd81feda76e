/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

#include <string.h>

/* Pairs quotation marks. One pass over each paragraph with a stack of open marks; what a mark is
 * (opening, closing, apostrophe) follows from the character, from what stands beside it and from
 * what is open:
 *
 *   “ ”  ‘ ’      English                    „ “  ‚ ‘      German, Czech
 *   ” ”  ’ ’      Swedish, Finnish           „ ”  ‚ ’      Polish, Hungarian
 *   « »  ‹ ›      French, Russian, Swiss     » «  › ‹      German books
 *   » »           Swedish books              " "  ' '      straight
 *   「 」 『 』 ﹁ ﹂ ﹃ ﹄                     Chinese, Japanese
 *
 * An open mark at the end of a paragraph: the quote goes on if the next paragraph opens with the
 * same mark; else double marks end with the paragraph, and single ones were an apostrophe. */

#define MAX_LINES 20 /* over which an open mark looks for the one that closes it */

typedef enum
{
  FAMILY_NONE,
  FAMILY_DOUBLE,
  FAMILY_SINGLE,
  FAMILY_ANGLE,
  FAMILY_SINGLE_ANGLE,
  FAMILY_CORNER,
  FAMILY_WHITE_CORNER,
} Family;

typedef struct
{
  gunichar mark;
  Family family;
  gint stretch; /* its index */
  gboolean at_paragraph;
} Open;

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  GArray *stretches;
  GArray *stack;   /* of Open */
  GArray *pending; /* of Open: those the next paragraph may go on with, outermost first */
  QuoSpan paragraph;
  guint paragraph_index;
  guint32 first;   /* of the paragraph: its first character that is no blank */
  guint n_chained; /* marks at its start that went on with a quote */
} Scan;

static Family
get_family (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xff02:
      return FAMILY_DOUBLE;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return FAMILY_SINGLE;
    case 0xab:
    case 0xbb:
      return FAMILY_ANGLE;
    case 0x2039:
    case 0x203a:
      return FAMILY_SINGLE_ANGLE;
    case 0x300c:
    case 0x300d:
    case 0xfe41:
    case 0xfe42:
      return FAMILY_CORNER;
    case 0x300e:
    case 0x300f:
    case 0xfe43:
    case 0xfe44:
      return FAMILY_WHITE_CORNER;
    default:
      return FAMILY_NONE;
    }
}

static gunichar
get (const Scan *scan, guint32 i)
{
  return i >= scan->paragraph.start && i < scan->paragraph.end ? quo_passage_get (scan->page, i)
                                                               : 0;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static gboolean
is_opening_side (gunichar c)
{
  if (c < 128)
    return is_blank (c) || strchr ("([{/-*_", (int)c) != NULL;
  return is_blank (c) || quo_char_is_dash (c) || c == 0xbf || c == 0xa1 || c >= 0x3000;
}

static gboolean
is_closing_side (gunichar c)
{
  if (is_blank (c) || quo_char_is_dash (c) || quo_char_is_stop (c) || quo_char_is_comma (c))
    return TRUE;
  if (c < 128)
    return strchr (":;)]}/-*_", (int)c) != NULL;
  return c == 0x061b || c >= 0x3000; /* Chinese and Japanese put no blank there */
}

/* The nearest characters that are no quotation marks themselves. */
static gunichar
look_before (const Scan *scan, guint32 i)
{
  do
    i--;
  while (get_family (get (scan, i)) != FAMILY_NONE && i > scan->paragraph.start);
  return get_family (get (scan, i)) != FAMILY_NONE ? 0 : get (scan, i);
}

static gunichar
look_after (const Scan *scan, guint32 i)
{
  do
    i++;
  while (get_family (get (scan, i)) != FAMILY_NONE);
  return get (scan, i);
}

static gboolean
can_open (const Scan *scan, guint32 i)
{
  return (i == scan->paragraph.start || is_opening_side (look_before (scan, i)))
         && !is_blank (look_after (scan, i));
}

static gboolean
can_close (const Scan *scan, guint32 i)
{
  return i > scan->paragraph.start && !is_blank (look_before (scan, i))
         && is_closing_side (look_after (scan, i));
}

static Open *
get_open (const Scan *scan, guint i)
{
  return &g_array_index (scan->stack, Open, i);
}

/* Where on the stack the innermost open mark of the family is; -1 if there is none. */
static gint
find_open (const Scan *scan, Family family)
{
  for (gint i = (gint)scan->stack->len - 1; i >= 0; i--)
    if (get_open (scan, i)->family == family)
      return i;
  return -1;
}

static void
open_mark (Scan *scan, guint32 at, gint previous)
{
  QuoStretch stretch = { .span = QUO_SPAN (at, 0), .paragraph = scan->paragraph_index, .next = -1 };
  Open open
      = { get (scan, at), get_family (get (scan, at)), scan->stretches->len, at == scan->first };

  stretch.is_later = previous >= 0;
  if (previous >= 0)
    {
      quo_stretches_get (scan->stretches, previous)->next = open.stretch;
      open.at_paragraph = TRUE;
    }
  g_array_append_val (scan->stretches, stretch);
  g_array_append_val (scan->stack, open);
}

/* Ends what is open from @i upward: @i with its mark at @at, those inside it came to nothing. */
static void
close_mark (Scan *scan, gint i, guint32 at)
{
  quo_stretches_get (scan->stretches, get_open (scan, i)->stretch)->span.end = at + 1;
  g_array_set_size (scan->stack, i);
}

static gboolean
is_within_word (const Scan *scan, guint32 at)
{
  gunichar before = get (scan, at - 1), after = get (scan, at + 1);

  return quo_char_is_word (before) && quo_char_is_word (after) && !quo_char_is_unspaced (before)
         && !quo_char_is_unspaced (after);
}

/* A word that begins with an apostrophe: 'tis, ’90s. */
static gboolean
is_elision (const Scan *scan, guint32 at)
{
  guint32 end = at + 1;
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (g_unichar_isdigit (get (scan, end)))
    return g_unichar_isdigit (get (scan, end + 1)) && !g_unichar_isdigit (get (scan, end + 2));
  while (quo_char_is_word (get (scan, end)))
    end++;
  if (end == at + 1)
    return FALSE;
  len = quo_word_fold (scan->page->chars + (at + 1 - scan->page->start), end - at - 1, word);
  return (quo_language_get_kinds (scan->language, word, len) & QUO_WORD_ELISION) != 0;
}

/* Whether a better closing mark follows the one at @at before anything else opens: then this one is
 * the apostrophe of "the boys’ house". */
static gboolean
is_plural_possessive (const Scan *scan, guint32 at)
{
  gunichar before = get (scan, at - 1), after = get (scan, at + 1);
  gunichar second = get (scan, at + 2);

  if (!(before == 's' || before == 'S' || before == 'z' || before == 'x' || before == 'n')
      || !is_blank (after) || !g_unichar_isalpha (second) || g_unichar_isupper (second))
    return FALSE;
  for (guint32 i = at + 1; i < scan->paragraph.end; i++)
    {
      Family family = get_family (get (scan, i));

      if (family == FAMILY_NONE || (family == FAMILY_SINGLE && is_within_word (scan, i)))
        continue;
      if (family != FAMILY_SINGLE)
        return can_open (scan, i) && !can_close (scan, i) ? FALSE : find_open (scan, family) < 0;
      return can_close (scan, i);
    }
  return FALSE;
}

/* Ends the innermost single mark; one under an open double mark only where a sentence or clause
 * ends. */
static void
close_single (Scan *scan, guint32 at, gint open)
{
  gunichar before = get (scan, at - 1);

  if (open < (gint)scan->stack->len - 1 && quo_char_is_word (before))
    return;
  if (!is_plural_possessive (scan, at))
    close_mark (scan, open, at);
}

/* Whether a ’ that opens, as in Swedish, meets another one that closes. */
static gboolean
has_partner (const Scan *scan, guint32 at)
{
  for (guint32 i = at + 1; i < scan->paragraph.end; i++)
    if (get (scan, i) == get (scan, at) && can_close (scan, i))
      return TRUE;
  return FALSE;
}

static void
read_single (Scan *scan, guint32 at)
{
  gunichar c = get (scan, at);
  gint open = find_open (scan, FAMILY_SINGLE);
  gboolean opens = can_open (scan, at), closes = can_close (scan, at);
  gboolean is_top = open >= 0 && open == (gint)scan->stack->len - 1;

  if (is_within_word (scan, at))
    return;
  if (c == 0x2018 && open >= 0 && get_open (scan, open)->mark != 0x201a)
    closes = FALSE;
  if (open >= 0 && closes && !(opens && c == 0x2018))
    close_single (scan, at, open);
  else if (!opens || is_elision (scan, at))
    return;
  else if (c == 0x2018 || c == 0x201a || c == 0x201b)
    open_mark (scan, at, -1);
  else if (is_top)
    return;
  else if (c == '\'' || (!quo_language_has_elisions (scan->language) && has_partner (scan, at)))
    open_mark (scan, at, -1);
}

static void
read_double (Scan *scan, guint32 at)
{
  gunichar c = get (scan, at);
  gint open = find_open (scan, FAMILY_DOUBLE);
  gboolean opens = can_open (scan, at), closes = can_close (scan, at);
  gunichar mark = open >= 0 ? get_open (scan, open)->mark : 0;

  if (c == 0x201e)
    open_mark (scan, at, -1);
  else if (open >= 0 && c == 0x201c && mark != 0x201e && !(closes && !opens))
    open_mark (scan, at, -1);
  else if (open >= 0 && !(opens && !closes && (c != 0x201d || mark == 0x201d)))
    close_mark (scan, open, at);
  else if (open >= 0)
    open_mark (scan, at, -1);
  else if (closes && !opens)
    return; /* opened nowhere, or inches */
  else if (c == 0x201d && !has_partner (scan, at))
    return;
  else if (!(g_unichar_isdigit (get (scan, at - 1)) && c == '"'))
    open_mark (scan, at, -1);
}

/* d'« occasion manquée » */
static gboolean
follows_elision (const Scan *scan, guint32 at)
{
  return quo_char_is_apostrophe (get (scan, at - 1)) && g_unichar_isalpha (get (scan, at - 2));
}

static void
read_angle (Scan *scan, guint32 at, Family family)
{
  gunichar c = get (scan, at);
  gboolean points_left = c == 0xab || c == 0x2039;
  gboolean opens = can_open (scan, at), closes = can_close (scan, at);
  gint open = find_open (scan, family);
  gunichar mark = open >= 0 ? get_open (scan, open)->mark : 0;
  gboolean inward = mark == 0xbb || mark == 0x203a; /* »…« or »…» */

  if (open >= 0 && points_left && inward)
    close_mark (scan, open, at);
  else if (open >= 0 && !points_left && !inward)
    close_mark (scan, open, at);
  else if (open >= 0 && !points_left && closes && !opens)
    close_mark (scan, open, at);
  else if (points_left ? !(closes && !opens) || follows_elision (scan, at) : opens)
    open_mark (scan, at, -1);
}

static void
read_corner (Scan *scan, guint32 at, Family family)
{
  gunichar c = get (scan, at);
  gint open = find_open (scan, family);

  if (c == 0x300c || c == 0x300e || c == 0xfe41 || c == 0xfe43)
    open_mark (scan, at, -1);
  else if (open >= 0)
    close_mark (scan, open, at);
}

/* The marks with which a paragraph goes on with the quotes of the one before it. French prints a
 * closing » there. Returns: where to read on */
static guint32
read_continued (Scan *scan, guint32 at)
{
  for (guint k = 0; k < scan->pending->len; k++)
    {
      Open *open = &g_array_index (scan->pending, Open, k);
      gunichar c = get (scan, at);

      if (c != open->mark && !(open->family == FAMILY_ANGLE && get_family (c) == FAMILY_ANGLE))
        break;
      open_mark (scan, at, open->stretch);
      if (open->family == FAMILY_ANGLE)
        get_open (scan, scan->stack->len - 1)->mark = open->mark;
      scan->n_chained++;
      at++;
      while (at < scan->paragraph.end && is_blank (get (scan, at)))
        at++;
    }
  g_array_set_size (scan->pending, 0);
  return at;
}

static gboolean
has_blank_line (const QuoPassage *page, guint32 from, guint32 to)
{
  guint n_ends = 0;

  for (guint32 i = from; i < to; i++)
    {
      gunichar c = quo_passage_get (page, i);

      n_ends += c == '\n' || (c == '\r' && quo_passage_get (page, i + 1) != '\n');
    }
  return n_ends > 1;
}

/* Whether the mark at @i, the first of its family on its line, can only close @open. */
static gboolean
is_closing_mark (const Scan *scan, const Open *open, guint32 i, QuoSpan line)
{
  Scan next = *scan;
  gunichar c = quo_passage_get (scan->page, i);

  next.paragraph = line;
  if (i == line.start || c == 0x201e)
    return FALSE;
  return c != open->mark || (can_close (&next, i) && !can_open (&next, i));
}

/* Whether one of the lines after @index, with no blank line between, closes this mark before it
 * opens one. */
static gboolean
closes_on_next_lines (const Scan *scan, const Open *open, guint index)
{
  for (guint p = index; p + 1 < scan->page->paragraphs->len && p < index + MAX_LINES; p++)
    {
      QuoSpan here = quo_passage_get_paragraph (scan->page, p);
      QuoSpan next = quo_passage_get_paragraph (scan->page, p + 1);

      if (has_blank_line (scan->page, here.end, next.start))
        return FALSE;
      for (guint32 i = next.start; i < next.end; i++)
        if (get_family (quo_passage_get (scan->page, i)) == open->family)
          return open->family != FAMILY_SINGLE && is_closing_mark (scan, open, i, next);
    }
  return FALSE;
}

static gboolean
is_continued (const Scan *scan, const Open *open)
{
  QuoSpan next;
  gunichar c;

  if (scan->paragraph_index + 1 >= scan->page->paragraphs->len)
    return FALSE;
  next = quo_passage_get_paragraph (scan->page, scan->paragraph_index + 1);
  for (guint32 i = next.start; i < next.end && i < next.start + 4; i++)
    {
      c = quo_passage_get (scan->page, i);
      if (c == open->mark || (open->family == FAMILY_ANGLE && get_family (c) == FAMILY_ANGLE))
        return TRUE;
      if (get_family (c) == FAMILY_NONE && !is_blank (c))
        return FALSE;
    }
  return FALSE;
}

/* What is still open at the end of a paragraph. */
static void
end_paragraph (Scan *scan)
{
  gboolean is_going_on = TRUE;

  if (scan->stack->len > 0
      && closes_on_next_lines (scan, get_open (scan, 0), scan->paragraph_index))
    return;
  for (guint i = 0; i < scan->stack->len; i++)
    {
      Open *open = get_open (scan, i);
      QuoStretch *stretch = quo_stretches_get (scan->stretches, open->stretch);

      is_going_on = is_going_on && (open->family != FAMILY_SINGLE || open->at_paragraph)
                    && is_continued (scan, open);
      if (is_going_on)
        g_array_append_vals (scan->pending, open, 1);
      if (is_going_on || open->family != FAMILY_SINGLE || stretch->is_later)
        {
          stretch->span.end = scan->paragraph.end;
          stretch->is_broken = TRUE;
        }
    }
  g_array_set_size (scan->stack, 0);
}

static void
read_paragraph (Scan *scan)
{
  guint32 i = scan->paragraph.start;

  scan->first = i;
  scan->n_chained = 0;
  if (scan->pending->len > 0)
    i = read_continued (scan, i);
  for (; i < scan->paragraph.end; i++)
    {
      Family family = get_family (quo_passage_get (scan->page, i));

      switch (family)
        {
        case FAMILY_NONE:
          break;
        case FAMILY_DOUBLE:
          read_double (scan, i);
          break;
        case FAMILY_SINGLE:
          read_single (scan, i);
          break;
        case FAMILY_ANGLE:
        case FAMILY_SINGLE_ANGLE:
          read_angle (scan, i, family);
          break;
        case FAMILY_CORNER:
        case FAMILY_WHITE_CORNER:
          read_corner (scan, i, family);
          break;
        }
    }
  end_paragraph (scan);
}

/* Drops the marks that came to nothing and mends the chains. */
static void
drop_unclosed (GArray *stretches)
{
  g_autofree gint *map = g_new (gint, stretches->len + 1);
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      map[i] = stretch->span.end > stretch->span.start + 1 ? (gint)n++ : -1;
      if (map[i] >= 0)
        *quo_stretches_get (stretches, map[i]) = *stretch;
    }
  for (guint i = 0; i < n; i++)
    {
      QuoStretch *stretch = quo_stretches_get (stretches, i);

      stretch->next = stretch->next >= 0 ? map[stretch->next] : -1;
    }
  g_array_set_size (stretches, n);
}

GArray *
quo_stretches_find (const QuoPassage *page, const QuoLanguage *language)
{
  Scan scan = { .page = page, .language = language };

  scan.stretches = g_array_new (FALSE, FALSE, sizeof (QuoStretch));
  scan.stack = g_array_new (FALSE, FALSE, sizeof (Open));
  scan.pending = g_array_new (FALSE, FALSE, sizeof (Open));
  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      scan.paragraph = quo_passage_get_paragraph (page, p);
      scan.paragraph_index = p;
      read_paragraph (&scan);
    }
  g_array_unref (scan.stack);
  g_array_unref (scan.pending);
  drop_unclosed (scan.stretches);
  quo_stretches_sort (scan.stretches);
  return scan.stretches;
}
