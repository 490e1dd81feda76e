/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-tokens.h"
#include "quo-words.h"

#include <pango/pango.h>
#include <string.h>

/* Words as keys see them: no language is needed. Scripts without blanks are cut by Pango. */

#define REACH 400 /* code points looked at to each side; a longer word is cut */

/* The run without blanks round @offset, as Pango cuts it. */
static QuoSpan
find_unspaced_word (const QuoPassage *page, guint32 offset)
{
  guint32 start = offset, end = offset;
  g_autofree PangoLogAttr *attrs = NULL;
  g_autofree char *utf8 = NULL;
  guint32 n, from, to;

  while (start > page->start && quo_char_is_unspaced (quo_passage_get (page, start - 1)))
    start--;
  while (end < page->end && quo_char_is_unspaced (quo_passage_get (page, end)))
    end++;
  n = end - start;
  utf8 = quo_text_dup (page->text, QUO_SPAN (start, end));
  attrs = g_new0 (PangoLogAttr, n + 1);
  pango_get_log_attrs (utf8, -1, -1, pango_language_get_default (), attrs, n + 1);
  for (from = offset - start; from > 0 && !attrs[from].is_word_start; from--)
    ;
  for (to = offset - start + 1; to < n && !attrs[to].is_word_end; to++)
    ;
  return QUO_SPAN (start + from, start + to);
}

static gboolean
is_inner (const QuoPassage *page, guint32 i)
{
  gunichar before = quo_passage_get (page, i - 1), after = quo_passage_get (page, i + 1);

  return i > page->start && quo_char_is_word (before) && quo_char_is_word (after)
         && !quo_char_is_unspaced (before) && !quo_char_is_unspaced (after)
         && (quo_char_is_apostrophe (quo_passage_get (page, i))
             || quo_char_is_hyphen (quo_passage_get (page, i)));
}

/* Whether a word goes on over the border before @i. */
static gboolean
is_in_word (const QuoPassage *page, guint32 i)
{
  gunichar c = quo_passage_get (page, i);

  return (quo_char_is_word (c) && !quo_char_is_unspaced (c)) || is_inner (page, i);
}

static QuoSpan
find_word (const QuoPassage *page, guint32 offset)
{
  gunichar c = quo_passage_get (page, offset);
  QuoSpan span = QUO_SPAN (offset, offset);

  if (quo_char_is_word (c) && quo_char_is_unspaced (c))
    return find_unspaced_word (page, offset);
  if (!is_in_word (page, offset))
    return span;
  while (span.start > page->start && is_in_word (page, span.start - 1))
    span.start--;
  while (span.end < page->end && is_in_word (page, span.end))
    span.end++;
  return span;
}

static QuoPassage *
open_page (const QuoText *text, guint32 offset)
{
  guint32 length = quo_text_get_length (text);

  return quo_passage_new (
      text, QUO_SPAN (offset > REACH ? offset - REACH : 0, MIN (length, offset + REACH)));
}

QuoSpan
quo_word_around (const QuoText *text, guint32 offset)
{
  g_autoptr (QuoPassage) page = open_page (text, offset);
  QuoSpan span = find_word (page, offset);

  if (quo_span_is_empty (span) && offset > page->start)
    {
      span = find_word (page, offset - 1);
      if (span.end != offset || quo_span_is_empty (span))
        span = QUO_SPAN (offset, offset);
    }
  return span;
}

/* The first word that ends after @offset. */
static QuoSpan
find_next (const QuoText *text, guint32 offset)
{
  guint32 length = quo_text_get_length (text);

  while (offset < length)
    {
      g_autoptr (QuoPassage) page = open_page (text, offset);

      for (guint32 i = offset; i < page->end; i++)
        if (quo_char_is_word (quo_passage_get (page, i)))
          return find_word (page, i);
      offset = MAX (page->end, offset + 1);
    }
  return QUO_SPAN (length, length);
}

/* The last word that begins before @offset. */
static QuoSpan
find_previous (const QuoText *text, guint32 offset)
{
  while (offset > 0)
    {
      g_autoptr (QuoPassage) page = open_page (text, offset);

      for (guint32 i = offset; i > page->start; i--)
        if (quo_char_is_word (quo_passage_get (page, i - 1)))
          return find_word (page, i - 1);
      offset = page->start;
    }
  return QUO_SPAN (0, 0);
}

guint32
quo_word_next_end (const QuoText *text, guint32 offset)
{
  return find_next (text, offset).end;
}

guint32
quo_word_previous_end (const QuoText *text, guint32 offset)
{
  QuoSpan word = find_previous (text, offset);

  return word.end >= offset && word.start > 0 ? find_previous (text, word.start).end
         : word.end >= offset                 ? 0
                                              : word.end;
}

guint32
quo_word_next_start (const QuoText *text, guint32 offset)
{
  QuoSpan word = find_next (text, offset);

  return word.start <= offset && word.end > word.start ? find_next (text, word.end).start
                                                       : word.start;
}

guint32
quo_word_previous_start (const QuoText *text, guint32 offset)
{
  return find_previous (text, offset).start;
}

/* What stands before an apostrophe that belongs to a name: O'Brien, D'Angelo; but l'Iran, d'Iran.
 */
static gboolean
is_name_apostrophe (const char *start, const char *apostrophe)
{
  const char *p = g_utf8_find_prev_char (start, apostrophe);
  const char *before = p != NULL ? g_utf8_find_prev_char (start, p) : NULL;

  if (p == NULL || !g_unichar_isalpha (g_utf8_get_char (p)))
    return FALSE;
  if (before != NULL && quo_char_is_word (g_utf8_get_char (before)))
    return FALSE;
  return *p == 'O' || *p == 'D';
}

static gboolean
is_border_before (const char *start, const char *at)
{
  const char *p = g_utf8_find_prev_char (start, at);
  const char *before;
  gunichar c;

  if (p == NULL)
    return TRUE;
  c = g_utf8_get_char (p);
  if (quo_char_is_unspaced (c) || quo_char_is_unspaced (g_utf8_get_char (at)))
    return TRUE;
  if (quo_char_is_word (c))
    return FALSE;
  if (quo_char_is_apostrophe (c))
    return !is_name_apostrophe (start, p);
  before = g_utf8_find_prev_char (start, p);
  return !(quo_char_is_hyphen (c) && before != NULL && quo_char_is_word (g_utf8_get_char (before)));
}

/* A possessive 's is no part of the word; another letter after an apostrophe or hyphen is. */
static gboolean
is_border_after (const char *last, const char *at)
{
  gunichar c = g_utf8_get_char (at), next, second;

  if (*at == '\0' || quo_char_is_unspaced (c) || quo_char_is_unspaced (g_utf8_get_char (last)))
    return TRUE;
  if (quo_char_is_word (c))
    return FALSE;
  at = g_utf8_next_char (at);
  next = *at != '\0' ? g_utf8_get_char (at) : 0;
  if (quo_char_is_hyphen (c))
    return !quo_char_is_word (next);
  if (!quo_char_is_apostrophe (c) || !quo_char_is_word (next))
    return TRUE;
  second = g_utf8_get_char (g_utf8_next_char (at));
  return (next == 's' || next == 'S') && !quo_char_is_word (second);
}

GArray *
quo_occurrences (const QuoText *text, QuoSpan span)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  const char *start = quo_text_get_utf8 (text);
  const char *end = start + quo_text_get_bytes (text);
  g_autofree char *word = quo_text_dup (text, span);
  gsize len = strlen (word);
  guint32 n_chars = span.end - span.start;
  guint32 past = 0, offset = 0; /* of @counted: each place is counted from the one before */
  const char *counted = start;

  if (len == 0)
    return found;
  for (const char *p = memmem (start, end - start, word, len); p != NULL;
       p = memmem (p, end - p, word, len))
    {
      const char *after = p + len;
      QuoSpan here;

      offset += (guint32)g_utf8_pointer_to_offset (counted, p);
      counted = p;
      here = QUO_SPAN (offset, offset + n_chars);
      if (quo_span_equal (here, span)
          || (here.start >= past && is_border_before (start, p)
              && is_border_after (g_utf8_find_prev_char (start, after), after)))
        {
          g_array_append_val (found, here);
          past = here.end;
        }
      p = g_utf8_next_char (p);
    }
  return found;
}

gboolean
quo_are_whole_words (const QuoText *text, QuoSpan span)
{
  const char *start = quo_text_get_utf8 (text);
  const char *at = quo_text_at (text, span.start), *after = quo_text_at (text, span.end);

  return is_border_before (start, at)
         && is_border_after (g_utf8_find_prev_char (start, after), after);
}
