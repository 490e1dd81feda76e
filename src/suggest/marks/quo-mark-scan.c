/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-mark-scan.h"

#include <string.h>

/* Pairs quotation marks. One pass over each paragraph with a stack of open marks; what a mark is
 * (opening, closing, apostrophe) follows from the character, from what stands beside it and from
 * what is open:
 *
 *   “ ”  ‘ ’      English                    „ “  ‚ ‘      German, Czech
 *   ” ”  ’ ’      Swedish, Finnish           „ ”  ‚ ’      Polish, Hungarian
 *   « »  ‹ ›      French, Russian, Swiss     » «  › ‹      German books
 *   » »           Swedish books              " "  ' '      straight
 *   「 」 『 』 ﹁ ﹂ ﹃ ﹄                     Chinese, Japanese */

QuoMarkFamily
quo_mark_get_family (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xff02:
      return QUO_MARK_DOUBLE;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return QUO_MARK_SINGLE;
    case 0xab:
    case 0xbb:
      return QUO_MARK_ANGLE;
    case 0x2039:
    case 0x203a:
      return QUO_MARK_SINGLE_ANGLE;
    case 0x300c:
    case 0x300d:
    case 0xfe41:
    case 0xfe42:
      return QUO_MARK_CORNER;
    case 0x300e:
    case 0x300f:
    case 0xfe43:
    case 0xfe44:
      return QUO_MARK_WHITE_CORNER;
    default:
      return QUO_MARK_NONE;
    }
}

gunichar
quo_mark_scan_get (const QuoMarkScan *scan, guint32 i)
{
  return i >= scan->paragraph.start && i < scan->paragraph.end ? quo_passage_get (scan->page, i)
                                                               : 0;
}

gboolean
quo_mark_is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static gboolean
is_opening_side (gunichar c)
{
  if (c < 128)
    return quo_mark_is_blank (c) || strchr ("([{/-*_", (int)c) != NULL;
  return quo_mark_is_blank (c) || quo_char_is_dash (c) || c == 0xbf || c == 0xa1 || c >= 0x3000;
}

static gboolean
is_closing_side (gunichar c)
{
  if (quo_mark_is_blank (c) || quo_char_is_dash (c) || quo_char_is_stop (c)
      || quo_char_is_comma (c))
    return TRUE;
  if (c < 128)
    return strchr (":;)]}/-*_", (int)c) != NULL;
  return c == 0x061b || c >= 0x3000; /* Chinese and Japanese put no blank there */
}

/* The nearest characters that are no quotation marks themselves. */
static gunichar
look_before (const QuoMarkScan *scan, guint32 i)
{
  do
    i--;
  while (quo_mark_get_family (quo_mark_scan_get (scan, i)) != QUO_MARK_NONE
         && i > scan->paragraph.start);
  return quo_mark_get_family (quo_mark_scan_get (scan, i)) != QUO_MARK_NONE
             ? 0
             : quo_mark_scan_get (scan, i);
}

static gunichar
look_after (const QuoMarkScan *scan, guint32 i)
{
  do
    i++;
  while (quo_mark_get_family (quo_mark_scan_get (scan, i)) != QUO_MARK_NONE);
  return quo_mark_scan_get (scan, i);
}

gboolean
quo_mark_scan_can_open (const QuoMarkScan *scan, guint32 i)
{
  return (i == scan->paragraph.start || is_opening_side (look_before (scan, i)))
         && !quo_mark_is_blank (look_after (scan, i));
}

gboolean
quo_mark_scan_can_close (const QuoMarkScan *scan, guint32 i)
{
  return i > scan->paragraph.start && !quo_mark_is_blank (look_before (scan, i))
         && is_closing_side (look_after (scan, i));
}

QuoMarkOpen *
quo_mark_scan_get_open (const QuoMarkScan *scan, guint i)
{
  return &g_array_index (scan->stack, QuoMarkOpen, i);
}

/* Where on the stack the innermost open mark of the family is; -1 if there is none. */
static gint
find_open (const QuoMarkScan *scan, QuoMarkFamily family)
{
  for (gint i = (gint)scan->stack->len - 1; i >= 0; i--)
    if (quo_mark_scan_get_open (scan, i)->family == family)
      return i;
  return -1;
}

void
quo_mark_scan_open (QuoMarkScan *scan, guint32 at, gint previous)
{
  QuoStretch stretch = { .span = QUO_SPAN (at, 0), .paragraph = scan->paragraph_index, .next = -1 };
  QuoMarkOpen open
      = { quo_mark_scan_get (scan, at), quo_mark_get_family (quo_mark_scan_get (scan, at)),
          scan->stretches->len, at == scan->first };

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
close_mark (QuoMarkScan *scan, gint i, guint32 at)
{
  quo_stretches_get (scan->stretches, quo_mark_scan_get_open (scan, i)->stretch)->span.end = at + 1;
  g_array_set_size (scan->stack, i);
}

static gboolean
is_within_word (const QuoMarkScan *scan, guint32 at)
{
  gunichar before = quo_mark_scan_get (scan, at - 1), after = quo_mark_scan_get (scan, at + 1);

  return quo_char_is_word (before) && quo_char_is_word (after) && !quo_char_is_unspaced (before)
         && !quo_char_is_unspaced (after);
}

/* A word that begins with an apostrophe: 'tis, ’90s. */
static gboolean
is_elision (const QuoMarkScan *scan, guint32 at)
{
  guint32 end = at + 1;
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (g_unichar_isdigit (quo_mark_scan_get (scan, end)))
    return g_unichar_isdigit (quo_mark_scan_get (scan, end + 1))
           && !g_unichar_isdigit (quo_mark_scan_get (scan, end + 2));
  while (quo_char_is_word (quo_mark_scan_get (scan, end)))
    end++;
  if (end == at + 1)
    return FALSE;
  len = quo_passage_fold (scan->page, QUO_SPAN (at + 1, end), word);
  return (quo_language_get_kinds (scan->language, word, len) & QUO_WORD_ELISION) != 0;
}

/* Whether a better closing mark follows the one at @at before anything else opens: then this one is
 * the apostrophe of "the boys’ house". */
static gboolean
is_plural_possessive (const QuoMarkScan *scan, guint32 at)
{
  gunichar before = quo_mark_scan_get (scan, at - 1), after = quo_mark_scan_get (scan, at + 1);
  gunichar second = quo_mark_scan_get (scan, at + 2);

  if (!(before == 's' || before == 'S' || before == 'z' || before == 'x' || before == 'n')
      || !quo_mark_is_blank (after) || !g_unichar_isalpha (second) || g_unichar_isupper (second))
    return FALSE;
  for (guint32 i = at + 1; i < scan->paragraph.end; i++)
    {
      QuoMarkFamily family = quo_mark_get_family (quo_mark_scan_get (scan, i));

      if (family == QUO_MARK_NONE || (family == QUO_MARK_SINGLE && is_within_word (scan, i)))
        continue;
      if (family != QUO_MARK_SINGLE)
        return quo_mark_scan_can_open (scan, i) && !quo_mark_scan_can_close (scan, i)
                   ? FALSE
                   : find_open (scan, family) < 0;
      return quo_mark_scan_can_close (scan, i);
    }
  return FALSE;
}

/* Ends the innermost single mark; one under an open double mark only where a sentence or clause
 * ends. */
static void
close_single (QuoMarkScan *scan, guint32 at, gint open)
{
  gunichar before = quo_mark_scan_get (scan, at - 1);

  if (open < (gint)scan->stack->len - 1 && quo_char_is_word (before))
    return;
  if (!is_plural_possessive (scan, at))
    close_mark (scan, open, at);
}

/* Whether a ’ that opens, as in Swedish, meets another one that closes. */
static gboolean
has_partner (const QuoMarkScan *scan, guint32 at)
{
  for (guint32 i = at + 1; i < scan->paragraph.end; i++)
    if (quo_mark_scan_get (scan, i) == quo_mark_scan_get (scan, at)
        && quo_mark_scan_can_close (scan, i))
      return TRUE;
  return FALSE;
}

static void
read_single (QuoMarkScan *scan, guint32 at)
{
  gunichar c = quo_mark_scan_get (scan, at);
  gint open = find_open (scan, QUO_MARK_SINGLE);
  gboolean opens = quo_mark_scan_can_open (scan, at), closes = quo_mark_scan_can_close (scan, at);
  gboolean is_top = open >= 0 && open == (gint)scan->stack->len - 1;

  if (is_within_word (scan, at))
    return;
  if (c == 0x2018 && open >= 0 && quo_mark_scan_get_open (scan, open)->mark != 0x201a)
    closes = FALSE;
  if (open >= 0 && closes && !(opens && c == 0x2018))
    close_single (scan, at, open);
  else if (!opens || is_elision (scan, at))
    return;
  else if (c == 0x2018 || c == 0x201a || c == 0x201b)
    quo_mark_scan_open (scan, at, -1);
  else if (is_top)
    return;
  else if (c == '\'' || (!quo_language_has_elisions (scan->language) && has_partner (scan, at)))
    quo_mark_scan_open (scan, at, -1);
}

static void
read_double (QuoMarkScan *scan, guint32 at)
{
  gunichar c = quo_mark_scan_get (scan, at);
  gint open = find_open (scan, QUO_MARK_DOUBLE);
  gboolean opens = quo_mark_scan_can_open (scan, at), closes = quo_mark_scan_can_close (scan, at);
  gunichar mark = open >= 0 ? quo_mark_scan_get_open (scan, open)->mark : 0;

  if (c == 0x201e)
    quo_mark_scan_open (scan, at, -1);
  else if (open >= 0 && c == 0x201c && mark != 0x201e && !(closes && !opens))
    quo_mark_scan_open (scan, at, -1);
  else if (open >= 0 && !(opens && !closes && (c != 0x201d || mark == 0x201d)))
    close_mark (scan, open, at);
  else if (open >= 0)
    quo_mark_scan_open (scan, at, -1);
  else if (closes && !opens)
    return; /* opened nowhere, or inches */
  else if (c == 0x201d && !has_partner (scan, at))
    return;
  else if (!(g_unichar_isdigit (quo_mark_scan_get (scan, at - 1)) && c == '"'))
    quo_mark_scan_open (scan, at, -1);
}

/* d'« occasion manquée » */
static gboolean
follows_elision (const QuoMarkScan *scan, guint32 at)
{
  return quo_char_is_apostrophe (quo_mark_scan_get (scan, at - 1))
         && g_unichar_isalpha (quo_mark_scan_get (scan, at - 2));
}

static void
read_angle (QuoMarkScan *scan, guint32 at, QuoMarkFamily family)
{
  gunichar c = quo_mark_scan_get (scan, at);
  gboolean points_left = c == 0xab || c == 0x2039;
  gboolean opens = quo_mark_scan_can_open (scan, at), closes = quo_mark_scan_can_close (scan, at);
  gint open = find_open (scan, family);
  gunichar mark = open >= 0 ? quo_mark_scan_get_open (scan, open)->mark : 0;
  gboolean inward = mark == 0xbb || mark == 0x203a; /* »…« or »…» */

  if (open >= 0 && points_left && inward)
    close_mark (scan, open, at);
  else if (open >= 0 && !points_left && !inward)
    close_mark (scan, open, at);
  else if (open >= 0 && !points_left && closes && !opens)
    close_mark (scan, open, at);
  else if (points_left ? !(closes && !opens) || follows_elision (scan, at) : opens)
    quo_mark_scan_open (scan, at, -1);
}

static void
read_corner (QuoMarkScan *scan, guint32 at, QuoMarkFamily family)
{
  gunichar c = quo_mark_scan_get (scan, at);
  gint open = find_open (scan, family);

  if (c == 0x300c || c == 0x300e || c == 0xfe41 || c == 0xfe43)
    quo_mark_scan_open (scan, at, -1);
  else if (open >= 0)
    close_mark (scan, open, at);
}

void
quo_mark_scan_read (QuoMarkScan *scan, guint32 i)
{
  QuoMarkFamily family = quo_mark_get_family (quo_passage_get (scan->page, i));

  switch (family)
    {
    case QUO_MARK_NONE:
      break;
    case QUO_MARK_DOUBLE:
      read_double (scan, i);
      break;
    case QUO_MARK_SINGLE:
      read_single (scan, i);
      break;
    case QUO_MARK_ANGLE:
    case QUO_MARK_SINGLE_ANGLE:
      read_angle (scan, i, family);
      break;
    case QUO_MARK_CORNER:
    case QUO_MARK_WHITE_CORNER:
      read_corner (scan, i, family);
      break;
    }
}
