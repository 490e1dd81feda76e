/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"

/* A dateline has a first word in capitals or an agency in brackets, no other word in small letters
 * but the month after a day, and a dash after a blank or full stop not far behind: Madrid, 12 may
 * (EFE).- An agency between slashes ends it with a full stop: ПЕРМЬ, 9 мая. /ТАСС/. */

#define MAX_LENGTH 60  /* code points, with the dash */
#define MAX_BRACKET 24 /* of what stands in brackets */
#define MIN_CAPITALS 3 /* of its first word */

static gboolean
is_hyphen_or_dash (gunichar c)
{
  return c == '-' || quo_char_is_dash (c);
}

static gboolean
begins_with_capitals (const QuoPassage *page, guint32 at)
{
  for (guint i = 0; i < MIN_CAPITALS; i++)
    if (!g_unichar_isupper (quo_passage_get (page, at + i)))
      return FALSE;
  return TRUE;
}

/* Where the bracket that opens at @at is closed by @end; @at if it is not soon. */
static guint32
skip_bracket (const QuoPassage *page, guint32 at, gunichar end)
{
  for (guint32 i = at + 1; i < at + MAX_BRACKET; i++)
    if (quo_passage_get (page, i) == end)
      return i;
  return at;
}

/* Behind the full stop of an agency between slashes that begins at @at; @at if there is none. */
static guint32
skip_slashes (const QuoPassage *page, guint32 at)
{
  guint32 close = quo_passage_get (page, at) == '/' ? skip_bracket (page, at, '/') : at;

  return close > at && quo_passage_get (page, close + 1) == '.' ? close + 2 : at;
}

/* 12 may, 3 фев: a month follows the day. */
static gboolean
follows_number (const QuoPassage *page, guint32 at)
{
  return g_unichar_isspace (quo_passage_get (page, at - 1))
         && g_unichar_isdigit (quo_passage_get (page, at - 2));
}

guint32
quo_dateline_skip (const QuoPassage *page, QuoSpan paragraph)
{
  guint32 at = paragraph.start, end = MIN (paragraph.end, paragraph.start + MAX_LENGTH);
  gboolean is_sure = begins_with_capitals (page, at);
  gunichar first = quo_passage_get (page, at);

  /* In scripts without capitals the agency tells: الرباط (رويترز) - */
  if (!g_unichar_isalpha (first) || g_unichar_islower (first))
    return paragraph.start;
  for (at++; at < end; at++)
    {
      gunichar c = quo_passage_get (page, at), before = quo_passage_get (page, at - 1);

      if (c == '(')
        {
          guint32 close = skip_bracket (page, at, ')');

          is_sure |= close > at;
          at = close;
        }
      else if (is_sure && g_unichar_isspace (before) && skip_slashes (page, at) > at)
        return skip_slashes (page, at);
      else if (g_unichar_islower (c) && !g_unichar_isalnum (before) && !quo_char_is_hyphen (before)
               && !follows_number (page, at))
        return paragraph.start;
      else if (is_hyphen_or_dash (c) && (g_unichar_isspace (before) || before == '.'))
        break;
    }
  if (at >= end || !is_sure)
    return paragraph.start;
  while (is_hyphen_or_dash (quo_passage_get (page, at)))
    at++;
  return g_unichar_isspace (quo_passage_get (page, at)) ? at : paragraph.start;
}

gboolean
quo_dateline_holds (const QuoPassage *page, QuoSpan span)
{
  QuoSpan paragraph;

  if (page->paragraphs->len == 0)
    return FALSE;
  paragraph = quo_passage_get_paragraph (page, quo_passage_find_paragraph (page, span.start));
  return span.start < paragraph.start + MAX_LENGTH && span.start >= paragraph.start
         && span.end <= quo_dateline_skip (page, paragraph);
}
