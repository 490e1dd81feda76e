/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates out of running text. Takes numbers and words one after the other and sees what they make.
 */
#include "quo-config.h"

#include "quo-date.h"

#include "quo-date-months.h"
#include "quo-date-solar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of a line that is a date. */
#define MAX_TEXT 200

typedef struct
{
  int year, month, day, hour, minute, second;
  gboolean has_time;
  char zone[8]; /* "", "Z", "+01:00" */
} Date;

static gboolean
is_valid (const Date *date)
{
  return date->year >= 1600 && date->year <= 2999
         && g_date_valid_dmy ((GDateDay)CLAMP (date->day, 0, 99),
                              (GDateMonth)CLAMP (date->month, 0, 13), (GDateYear)date->year)
         && date->hour >= 0 && date->hour < 24 && date->minute >= 0 && date->minute < 60
         && date->second >= 0 && date->second < 61;
}

static char *
format (const Date *date)
{
  if (!is_valid (date))
    return NULL;
  if (!date->has_time)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", date->year, date->month, date->day,
                          date->hour, date->minute, date->second, date->zone);
}

/* "+0100", "+01:00", "Z", "GMT" at @p. */
static void
read_zone (const char *p, Date *date)
{
  int hours, minutes = 0;
  char sign;

  while (*p == ' ')
    p++;
  sign = *p;
  if (*p == 'Z' || *p == 'z' || g_str_has_prefix (p, "GMT") || g_str_has_prefix (p, "UTC"))
    strcpy (date->zone, "Z");
  else if ((*p == '+' || *p == '-') && strspn (p + 1, "0123456789") >= 2)
    {
      hours = (p[1] - '0') * 10 + p[2] - '0';
      p += p[3] == ':' ? 1 : 0;
      if (p[2] != '\0' && strspn (p + 3, "0123456789") >= 2)
        minutes = (p[3] - '0') * 10 + p[4] - '0';
      if (hours <= 14 && minutes < 60)
        g_snprintf (date->zone, sizeof date->zone, "%c%02d:%02d", sign, hours, minutes);
    }
}

/* --- ISO 8601 --- */

static gboolean
read_iso_date (const char *text, Date *date, int *ret_len)
{
  if (sscanf (text, "%4d-%2d-%2d%n", &date->year, &date->month, &date->day, ret_len) == 3
      || sscanf (text, "%4d/%2d/%2d%n", &date->year, &date->month, &date->day, ret_len) == 3)
    return TRUE;
  return strspn (text, "0123456789") == 8
         && sscanf (text, "%4d%2d%2d%n", &date->year, &date->month, &date->day, ret_len) == 3;
}

static char *
parse_iso (const char *text)
{
  Date date = { 0 };
  const char *p;
  int len = 0;

  if (!read_iso_date (text, &date, &len))
    return NULL;
  quo_date_from_solar (&date.year, &date.month, &date.day);
  p = text + len;
  if (*p == 'T' || *p == 't' || *p == ' ')
    p++;
  len = 0;
  if (sscanf (p, "%2d:%2d:%2d%n", &date.hour, &date.minute, &date.second, &len) >= 2)
    date.has_time = TRUE;
  else if (strspn (p, "0123456789") == 6
           && sscanf (p, "%2d%2d%2d%n", &date.hour, &date.minute, &date.second, &len) == 3)
    date.has_time = TRUE;
  else
    date.hour = date.minute = 0;
  if (date.has_time)
    {
      p += len > 0 ? len : 5;
      if (*p == '.' || *p == ',')
        p += 1 + strspn (p + 1, "0123456789");
      read_zone (p, &date);
    }
  return format (&date);
}

/* --- Words --- */

/* A number of the text. */
typedef struct
{
  int value;
  gsize n_digits;
  char next; /* the byte behind it */
  const char *end;
} Number;

static void
take_number (Date *date, Number number, gboolean *ret_is_pm)
{
  if (number.n_digits == 4 && number.value >= QUO_DATE_SOLAR_FIRST && date->year == 0)
    date->year = number.value;
  else if (number.next == ':' && !date->has_time && date->year != 0)
    {
      int len = 0;

      date->has_time = TRUE;
      date->hour = number.value;
      if (sscanf (number.end, ":%2d:%2d%n", &date->minute, &date->second, &len) == 1)
        len = 3;
      read_zone (number.end + len, date);
      number.end += len;
      while (*number.end == ' ')
        number.end++;
      *ret_is_pm = g_ascii_strncasecmp (number.end, "pm", 2) == 0
                   || g_ascii_strncasecmp (number.end, "p.m", 3) == 0;
    }
  else if (date->day == 0 && number.n_digits <= 2 && number.value >= 1 && number.value <= 31
           && number.next != ':')
    date->day = number.value;
}

/* "3 March", "3. März", "3 de marzo", "March 3": the name of a person has no number beside it. */
static gboolean
is_beside_number (const char *text, const char *start, const char *end)
{
  static const char *const of[]
      = { " de", " di", " of", " do", " d’", " d'", "th", "st", "nd", "rd", "er", "º", "ª", "°" };

  end += strspn (end, " .,\t");
  if (g_ascii_isdigit (*end) || g_str_has_prefix (end, "\xc2\xa0"))
    return TRUE;
  for (guint round = 0; round < 2; round++)
    {
      while (start > text && strchr (" .,\t-/", start[-1]) != NULL)
        start--;
      while (start > text + 1 && start[-2] == '\xc2' && start[-1] == '\xa0')
        start -= 2;
      if (start > text && g_ascii_isdigit (start[-1]))
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (of); i++)
        {
          gsize len = strlen (of[i]);

          if ((gsize)(start - text) > len && memcmp (start - len, of[i], len) == 0)
            {
              start -= len;
              break;
            }
        }
    }
  return start > text && g_ascii_isdigit (start[-1]);
}

static char *
parse_words (const char *text)
{
  Date date = { 0 };
  gboolean is_pm = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = p;

      if (g_ascii_isdigit (*p))
        {
          Number number = { .n_digits = strspn (p, "0123456789") };

          number.value = number.n_digits <= 4 ? atoi (p) : 0;
          p += number.n_digits;
          number.next = *p;
          number.end = p;
          take_number (&date, number, &is_pm);
          if (number.next == ':')
            p += strspn (p, ":0123456789");
        }
      else if (g_unichar_isalpha (c))
        {
          g_autofree char *word = NULL;

          while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          word = g_strndup (start, p - start);
          if (date.month == 0 && is_beside_number (text, start, p))
            date.month = (int)quo_date_find_month (word);
        }
      else
        p = g_utf8_next_char (p);
    }
  if (is_pm && date.hour < 12)
    date.hour += 12;
  if (date.month > QUO_DATE_SOLAR)
    {
      date.month -= QUO_DATE_SOLAR;
      quo_date_from_solar (&date.year, &date.month, &date.day);
    }
  return date.month > 0 && date.day > 0 ? format (&date) : NULL;
}

typedef enum
{
  ORDER_UNKNOWN,
  ORDER_DAY_FIRST,
  ORDER_MONTH_FIRST,
} Order;

/* Which figure of "03/02/2026" is the day. */
static Order
get_order (const char *lang)
{
  if (lang == NULL || g_ascii_strcasecmp (lang, "en") == 0)
    return ORDER_UNKNOWN;
  if (g_ascii_strcasecmp (lang, "en-US") == 0 || g_ascii_strcasecmp (lang, "en_US") == 0)
    return ORDER_MONTH_FIRST;
  return ORDER_DAY_FIRST;
}

/* "2026年3月3日", "2026년 3월 3일", "2026.03.03 14:31", "2026. 3. 3.". */
static gboolean
read_year_first (const char *p, Date *date)
{
  int len = 0;

  if (sscanf (p, "%4d年%2d月%2d日", &date->year, &date->month, &date->day) == 3
      || sscanf (p, "%4d년 %2d월 %2d일", &date->year, &date->month, &date->day) == 3)
    return TRUE;
  if (strspn (p, "0123456789") != 4
      || sscanf (p, "%4d. %2d. %2d%n", &date->year, &date->month, &date->day, &len) != 3)
    return FALSE;
  p += len;
  p += strspn (p, ". ");
  date->has_time = sscanf (p, "%2d:%2d", &date->hour, &date->minute) == 2;
  return TRUE;
}

/* The same, or "3.3.2026", "13/03/2026", "3 tháng 3 năm 2026". */
static char *
parse_figures (const char *text, Order order)
{
  Date date = { 0 };
  int a, b, c, len = 0;
  char first, second;
  const char *p = text + strcspn (text, "0123456789");

  if (read_year_first (p, &date)
      || sscanf (p, "%2d tháng %2d%*[^0-9]%4d", &date.day, &date.month, &date.year) == 3)
    return format (&date);
  if (sscanf (p, "%2d%c%2d%c%4d%n", &a, &first, &b, &second, &c, &len) != 5 || first != second
      || strchr ("./-", first) == NULL || c < 1600)
    return NULL;
  date.year = c;
  if (first == '.' || a > 12 || (b <= 12 && order == ORDER_DAY_FIRST))
    {
      date.day = a;
      date.month = b;
    }
  else if (b > 12 || order == ORDER_MONTH_FIRST)
    {
      date.day = b;
      date.month = a;
    }
  else
    return NULL;
  p += len;
  p += strcspn (p, "0123456789");
  if (sscanf (p, "%2d:%2d", &date.hour, &date.minute) == 2)
    date.has_time = TRUE;
  return format (&date);
}

/* The figures of Arabic, Persian, Hindi and other scripts as those of ASCII. */
static char *
dup_with_digits (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char)('0' + g_unichar_digit_value (c)));
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

char *
quo_date_parse_for (const char *text, const char *lang)
{
  g_autofree char *plain = NULL;
  char *date;

  g_return_val_if_fail (text != NULL, NULL);
  while (g_ascii_isspace (*text))
    text++;
  if (strlen (text) > MAX_TEXT)
    return NULL;
  text = plain = dup_with_digits (text);
  date = parse_iso (text);
  if (date == NULL)
    date = parse_figures (text, get_order (lang));
  return date != NULL ? date : parse_words (text);
}

char *
quo_date_parse (const char *text)
{
  return quo_date_parse_for (text, NULL);
}
