/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"
#include "quo-passage.h"

G_BEGIN_DECLS

/**
 * quo_sentences_list:
 * @page: its paragraphs are cut; no sentence goes over the border of two
 *
 * The sentences of a page: to a full stop, question or exclamation mark with the marks that close
 * after it, unless a word in small letters follows ("“No!” he said"). The full stop of an
 * abbreviation ("Mr.", "z. B.", "г."), of initials and of a number of order ("3. Mai") ends none;
 * one that can end a sentence ("U.S.", "Inc.") ends it before a word that begins sentences.
 *
 * Returns: (transfer full) (element-type QuoSpan): in text order, without the blanks between; every
 *   character that is no white space is in one of them
 */
GArray *quo_sentences_list (const QuoPassage *page,
                            const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
