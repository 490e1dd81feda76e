/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-register.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/* How something is quoted: a value of the attribute "form". */
typedef struct
{
  char *form;
  guint n_quotes;
  guint n_words; /* in them; a word in two quotes counts in both */
} QuoFormCount;

/**
 * QuoStatistics:
 * @n_words: of the whole text
 * @n_quoted: of these, how many stand in quotes; a word in a quote within a quote counts once
 * @n_unlinked: quotes of which nobody is the source
 * @n_once: speakers with a single quote
 * @speakers: (element-type QuoSpeaker): who said most first
 * @forms: (element-type QuoFormCount): the form of most words first
 *
 * Who speaks how much in an article. What is only suggested, was rejected or has lost its place
 * does not count. Words are counted as quo_count_words() does.
 */
typedef struct
{
  guint n_words, n_quoted;
  guint n_quotes, n_unlinked, n_once;
  GPtrArray *speakers;
  GPtrArray *forms;
} QuoStatistics;

/**
 * quo_statistics_new:
 * @all: with its article
 * @tagset: tells which labels are quotes
 * @layer: (nullable): only what is in this one counts; else two annotators' quotes are two
 *
 * Any thread. Linear in the text, the annotations and the words of the quotes.
 */
QuoStatistics *quo_statistics_new (QuoSnapshot *all, const QuoTagset *tagset,
                                   const char *layer) G_GNUC_WARN_UNUSED_RESULT;
void quo_statistics_free (QuoStatistics *statistics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoStatistics, quo_statistics_free)

G_END_DECLS
