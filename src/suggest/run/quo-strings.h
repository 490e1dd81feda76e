/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoStrings:
 *
 * Strings that thousands of proposals share, each kept once and known by a number, which takes less
 * room than a pointer to it. Numbers begin with 1; 0 is no string (%NULL).
 */
typedef struct _QuoStrings QuoStrings;

QuoStrings *quo_strings_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_strings_free (QuoStrings *strings);
/* The number of the string, which is copied if it is new. */
guint32 quo_strings_add (QuoStrings *strings, const char *s);
/* The number of the string; 0 if it is none of these. */
guint32 quo_strings_find (const QuoStrings *strings, const char *s);
/* Stays where it is as long as @strings are there. */
const char *quo_strings_get (const QuoStrings *strings, guint32 number);

G_END_DECLS
