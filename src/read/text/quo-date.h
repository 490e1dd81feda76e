/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_date_parse:
 * @text: a date as files and pages write it
 *
 * Reads a date: ISO 8601 with or without a time, the ISO basic form of news wires
 * ("20260303T091400Z"), RFC 5322 ("Tue, 3 Mar 2026 09:14:00 +0100"), and words with the name of a
 * month in one of our languages ("3. März 2026", "March 3, 2026", "2026年3月3日"). Dates of figures
 * alone are read only with the year first, or with a day above 12, or with dots (day first).
 *
 * Returns: (transfer full) (nullable): ISO 8601, "2026-03-03" or "2026-03-03T09:14:00+01:00"; NULL
 *   if it is none
 */
/* The same of a text in @lang (BCP 47, nullable): dates in figures ("03/02/2026") begin with the
 * month in American English, and with the day in every other language. */
char *quo_date_parse_for (const char *text, const char *lang) G_GNUC_WARN_UNUSED_RESULT;
char *quo_date_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
