/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * QuoSpeaker:
 * @id: of the entity; of the first mention for a speaker without one
 * @name: for people
 * @title: (nullable): what the person is ("Mayor"): what the first mention with a title says
 * @n_quotes: quotations that name the speaker as a source
 * @n_words: words in them
 *
 * Who speaks in an article, and how much. Mentions that share an entity are one speaker; mentions
 * without one are put together when their words are the same, case ignored. What is only suggested
 * does not count.
 */
typedef struct
{
  char *id;
  char *name;
  char *title;
  guint n_quotes;
  guint n_words;
} QuoSpeaker;

void quo_speaker_free (QuoSpeaker *speaker);
/* For g_ptr_array_sort(): who said most first, then by name. */
int quo_speaker_compare (gconstpointer a, gconstpointer b);

/**
 * quo_register_speakers:
 *
 * Any thread. Linear in the relations and the words of their quotes.
 *
 * Returns: (transfer full) (element-type QuoSpeaker): who said most first
 */
GPtrArray *quo_register_speakers (QuoSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the name of an annotation or entity as a party of a quotation: of its entity,
 * else what it says; NULL when the id names neither. */
char *quo_snapshot_dup_member_name (QuoSnapshot *snapshot,
                                    const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Words in @utf8: stretches between white space with a letter or digit in them; each ideograph and
 * kana counts as one. */
guint quo_count_words (const char *utf8, gsize len);

G_END_DECLS
