/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * quo_shown:
 * @text: a name, note, label ... that somebody else wrote
 *
 * Makes it fit to stand within a sentence: it cannot turn round, hide or break what stands beside
 * it. Control characters are shown as their pictures (U+2400 and on), marks that change the
 * direction of writing by their number (⟨U+202E⟩), and what is written from right to left is
 * isolated (U+2068 ... U+2069; Unicode Standard Annex 9, 6.3). Everything else stays as it is.
 *
 * Returns: (transfer full): for people only, never to be stored
 */
char *quo_shown (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the same of the last part of a path (type filename). */
char *quo_shown_basename (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is a letter that is written from right to left, or a mark that says so. */
gboolean quo_is_right_to_left (gunichar c);

G_END_DECLS
