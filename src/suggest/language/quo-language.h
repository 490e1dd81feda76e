/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoLanguage:
 *
 * What the program knows of a language, read from data/languages/LANG.ini (a GKeyFile): verbs of
 * saying, words that introduce a source, titles, abbreviations, pronouns, particles of names.
 * Adding a language is adding a file. Immutable, lives as long as the program.
 */
typedef struct _QuoLanguage QuoLanguage;

/* The language for a BCP 47 tag ("de-AT" falls back to "de"); NULL or unknown: English. Never NULL.
 */
const QuoLanguage *quo_language_get (const char *tag);
/* The tag of the language the text is most likely in, by its commonest words and letters; NULL if
 * nothing fits. */
const char *quo_language_guess (const QuoText *text);
const char *quo_language_get_tag (const QuoLanguage *language);

/* Whether the word (any case) is one. */
gboolean quo_language_is_saying (const QuoLanguage *language, const char *word);
gboolean quo_language_is_title (const QuoLanguage *language, const char *word);
gboolean quo_language_is_pronoun (const QuoLanguage *language, const char *word);
gboolean quo_language_is_particle (const QuoLanguage *language, const char *word);
gboolean quo_language_is_stopword (const QuoLanguage *language, const char *word);

G_END_DECLS
