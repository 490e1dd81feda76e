/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* Dates: a day or month of the calendar with the numbers round it ("Wednesday, 15 February 2017",
 * "3. Mai", "15 февраля"), numbers alone in the forms 2017-02-15 and 15.02.2017, and in Chinese
 * 2017年2月15日. What is relative ("yesterday") and a year alone are not proposed. */

#define MIN_YEAR 1000
#define MAX_YEAR 2199
#define MAX_LONE_WORD 4 /* a shorter word alone may be another one: May, Sun, mars */
#define SCORE_FULL 0.92
#define SCORE_WORD 0.6

/* The number at the start of the token; -1 if there is none, or if more than "th" follows it. */
static gint
read_number (const QuoNameFinder *finder, const QuoToken *token)
{
  gint n = 0;
  guint32 i = token->span.start;

  if (!(token->shape & QUO_SHAPE_NUMBER))
    return -1;
  for (;
       i < token->span.end && g_unichar_isdigit (quo_name_finder_get_char (finder, i)) && n < 10000;
       i++)
    n = n * 10 + g_unichar_digit_value (quo_name_finder_get_char (finder, i));
  return token->span.end - i <= 2 ? n : -1;
}

static gboolean
is_calendar (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);

  return token != NULL && (token->kinds & QUO_WORD_CALENDAR) && !(token->shape & QUO_SHAPE_CAPS)
         && (token->shape & QUO_SHAPE_CAPITAL
             || !quo_name_knowledge_has_capital_calendar (finder->knowledge));
}

static gboolean
is_day_or_year (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  gint n = token != NULL ? read_number (finder, token) : -1;

  return (n >= 1 && n <= 31) || (n >= MIN_YEAR && n <= MAX_YEAR);
}

/* Whether the two tokens are of one date by what stands between: a blank, a comma, a full stop. */
static gboolean
is_near (const QuoNameFinder *finder, gint i)
{
  const QuoToken *a = quo_name_finder_get_token (finder, i),
                 *b = quo_name_finder_get_token (finder, i + 1);
  guint32 at;

  if (a == NULL || b == NULL || b->span.start > a->span.end + 2)
    return FALSE;
  at = a->span.end;
  if (quo_name_finder_get_char (finder, at) == ',' || quo_name_finder_get_char (finder, at) == '.')
    at++;
  return quo_name_finder_get_char (finder, at) == ' ' && b->span.start == at + 1;
}

/* "15 de fevereiro de 2017": small words inside dates. */
static gboolean
is_filler (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);
  guint32 n = token != NULL ? token->span.end - token->span.start : 0;

  return n > 0 && n <= 3 && (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_PARTICLE))
         && (token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_LINK))
         && !(token->shape & QUO_SHAPE_CAPITAL);
}

static gboolean
is_part (const QuoNameFinder *finder, gint i)
{
  return is_calendar (finder, i) || is_day_or_year (finder, i);
}

/* The next part of the date in a direction, over one filler; @i itself if there is none. */
static gint
step (const QuoNameFinder *finder, gint i, gint direction)
{
  gint next = i + direction, far = i + 2 * direction;

  if (is_near (finder, MIN (i, next)) && is_part (finder, next))
    return next;
  if (is_near (finder, MIN (i, next)) && is_near (finder, MIN (next, far))
      && is_filler (finder, next) && is_part (finder, far))
    return far;
  return i;
}

static void
add_date (QuoNameFinder *finder, QuoSpan span, double score)
{
  QuoFoundDate date = { span, score };

  g_array_append_val (finder->dates, date);
}

/* Returns: the last token that was read. */
static gint
read_date (QuoNameFinder *finder, gint i)
{
  gint first = i, last = i, next;
  guint32 length = quo_name_finder_get_token (finder, i)->span.end
                   - quo_name_finder_get_token (finder, i)->span.start;

  for (guint n = 0; n < 4 && (next = step (finder, first, -1)) != first; n++)
    first = next;
  for (guint n = 0; n < 4 && (next = step (finder, last, 1)) != last; n++)
    last = next;
  if (first == last && length <= MAX_LONE_WORD)
    return i;
  add_date (finder,
            QUO_SPAN (quo_name_finder_get_token (finder, first)->span.start,
                      quo_name_finder_get_token (finder, last)->span.end),
            first < last ? SCORE_FULL : SCORE_WORD);
  return last;
}

/* 2017-02-15, 15.02.2017, 2/15/2017: where it ends; 0 if there is none at @start. */
static guint32
find_numeric_end (const QuoNameFinder *finder, guint32 start)
{
  gunichar separator = 0;
  guint n_numbers = 0, n_digits = 0, n_long = 0;
  guint32 i = start;

  for (;; i++)
    {
      gunichar c = quo_name_finder_get_char (finder, i);

      if (g_unichar_isdigit (c))
        {
          n_digits++;
          continue;
        }
      if (n_digits != 1 && n_digits != 2 && n_digits != 4)
        return 0;
      n_long += n_digits == 4;
      if (++n_numbers == 3)
        break;
      if ((c != '-' && c != '.' && c != '/') || (separator != 0 && c != separator)
          || !g_unichar_isdigit (quo_name_finder_get_char (finder, i + 1)))
        return 0;
      separator = c;
      n_digits = 0;
    }
  return n_long == 1 && !quo_char_is_word (quo_name_finder_get_char (finder, i)) ? i : 0;
}

/* 2017年2月15日: where it ends; 0 if a unit is not there. */
static guint32
find_chinese_end (const QuoNameFinder *finder, guint32 start)
{
  static const gunichar units[][2] = { { 0x5e74, 0x5e74 }, { 0x6708, 0x6708 }, { 0x65e5, 0x53f7 } };
  guint32 i = start, end = 0;

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    {
      guint32 digits = i;

      while (g_unichar_isdigit (quo_name_finder_get_char (finder, digits)))
        digits++;
      if (digits == i)
        break;
      if (quo_name_finder_get_char (finder, digits) == units[unit][0]
          || quo_name_finder_get_char (finder, digits) == units[unit][1])
        end = i = digits + 1;
    }
  return end;
}

void
quo_name_finder_collect_dates (QuoNameFinder *finder)
{
  for (gint i = 0; i < (gint)finder->reading.tokens->len; i++)
    {
      const QuoToken *token = quo_name_finder_get_token (finder, i);
      guint32 end = 0;

      if ((token->shape & QUO_SHAPE_NUMBER)
          && (!quo_char_is_word (quo_name_finder_get_char (finder, token->span.start - 1))
              || quo_char_is_unspaced (quo_name_finder_get_char (finder, token->span.start - 1)))
          && (end = find_numeric_end (finder, token->span.start)) == 0)
        end = find_chinese_end (finder, token->span.start);
      if (end > 0)
        {
          add_date (finder, QUO_SPAN (token->span.start, end), SCORE_FULL);
          while (quo_name_finder_get_token (finder, i + 1) != NULL
                 && quo_name_finder_get_token (finder, i + 1)->span.start < end)
            i++;
        }
      else if (is_calendar (finder, i))
        i = read_date (finder, i);
    }
}
