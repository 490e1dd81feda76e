/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"
#include "quo-passage.h"

G_BEGIN_DECLS

/**
 * quo_sentences_list:
 * @page: its paragraphs are cut; no sentence goes over the border of two
 *
 * The sentences of a page, by the rules of Unicode Standard Annex 29 as Pango follows them, less
 * the breaks that the language does not mean: after abbreviations ("Mr.", "z. B.", "г."), initials,
 * numbers of order ("3. Mai"), and after the marks of what goes on in small letters ("“No!” he
 * said"). An abbreviation that can end a sentence ("U.S.", "Inc.") ends one before a word that
 * begins sentences.
 *
 * Returns: (transfer full) (element-type QuoSpan): in text order, without the blanks between; every
 *   character that is no white space is in one of them
 */
GArray *quo_sentences_list (const QuoPassage *page,
                            const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
