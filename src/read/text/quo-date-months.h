/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The month that a word names or begins, in any of our languages: 1 to 12, of the solar calendar of
 * Iran QUO_DATE_SOLAR more; 0 if it names none. */
guint quo_date_find_month (const char *word);

G_END_DECLS
