/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar of Iran and Afghanistan: the year begins in spring, its first six months have 31
 * days, and 8 years in 33 a day more, which is exact for the years that are taken:
 * https://en.wikipedia.org/wiki/Solar_Hijri_calendar */
#include "quo-config.h"

#include "quo-date-solar.h"

#define CYCLE 33

static gboolean
is_leap (int year)
{
  static const int leaps[] = { 1, 5, 9, 13, 17, 22, 26, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (leaps); i++)
    if (year % CYCLE == leaps[i])
      return TRUE;
  return FALSE;
}

void
quo_date_from_solar (int *year, int *month, int *day)
{
  GDate date;

  if (*year < QUO_DATE_SOLAR_FIRST || *year > QUO_DATE_SOLAR_LAST || *month < 1 || *month > 12
      || *day < 1 || *day > 31)
    return;
  /* When the first of those years began. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_MARCH, 1871);
  for (int past = QUO_DATE_SOLAR_FIRST; past < *year; past++)
    g_date_add_days (&date, is_leap (past) ? 366 : 365);
  g_date_add_days (&date, (guint)(30 * (*month - 1) + MIN (*month - 1, 6) + *day - 1));
  *year = g_date_get_year (&date);
  *month = (int)g_date_get_month (&date);
  *day = g_date_get_day (&date);
}
