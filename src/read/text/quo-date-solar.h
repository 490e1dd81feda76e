/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What numbers of months in the solar calendar of Iran begin behind. */
#define QUO_DATE_SOLAR 100
/* Its years that dates of news may have; no news is dated with them by our calendar. */
#define QUO_DATE_SOLAR_FIRST 1250
#define QUO_DATE_SOLAR_LAST 1499

/* Turns a date of the solar calendar, month 1 to 12, into one of ours. Others stay. */
void quo_date_from_solar (int *year, int *month, int *day);

G_END_DECLS
