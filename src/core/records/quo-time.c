/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of records. Only the form is checked, not the calendar: a time in a file that is no day of
 * any calendar is written back as it was read. */
#include "quo-record.h"

/* Where the digits stand in 2026-03-03T09:14:02Z. */
static const char pattern[] = "0000-00-00T00:00:00Z";
#define PATTERN_LENGTH (sizeof pattern - 1)

QuoTime
quo_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint64 day = ((guint64)g_date_time_get_year (now) * 100 + g_date_time_get_month (now)) * 100
                + g_date_time_get_day_of_month (now);

  return ((day * 100 + g_date_time_get_hour (now)) * 100 + g_date_time_get_minute (now)) * 100
         + g_date_time_get_second (now);
}

void
quo_time_format (QuoTime time, char buffer[21])
{
  for (gsize i = PATTERN_LENGTH; i-- > 0;)
    {
      buffer[i] = pattern[i];
      if (pattern[i] != '0')
        continue;
      buffer[i] = '0' + time % 10;
      time /= 10;
    }
  buffer[PATTERN_LENGTH] = '\0';
}

QuoTime
quo_time_parse (const char *s, gsize len)
{
  QuoTime time = 0;

  if (len != PATTERN_LENGTH)
    return 0;
  for (gsize i = 0; i < PATTERN_LENGTH; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (s[i]) : s[i] != pattern[i])
        return 0;
      if (pattern[i] == '0')
        time = time * 10 + (s[i] - '0');
    }
  return time;
}
