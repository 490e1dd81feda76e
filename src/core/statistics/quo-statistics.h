/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-register.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/* How something is quoted, or by whom: a value that quotes have in common. */
typedef struct
{
  char *form;
  guint n_quotes;
  guint n_words; /* in them; a word in two quotes counts in both */
} QuoFormCount;

/**
 * QuoVoices:
 * @attr: (nullable): a choice that the tagset gives for those who speak; NULL: their labels
 * @counts: (element-type QuoFormCount): by values of @attr, or ids of labels; "" for quotes of
 *   which nobody is the source, and for speakers of whom it is not told. The most words first.
 *
 * Whose words they are, in one respect. A quote of two sources counts for both.
 */
typedef struct
{
  char *attr;
  GPtrArray *counts;
} QuoVoices;

/**
 * QuoPlaceCount:
 * @key: what mentions of one place have in common, in other articles as well: an id of a register,
 *   else the coordinates, else the name with its case folded
 * @name: for people
 * @lat: degrees north, @lon: degrees east, as the sidecar has them; both NULL: not known
 * @n_mentions: how often it is named
 */
typedef struct
{
  char *key, *name;
  char *lat, *lon;
  guint n_mentions;
} QuoPlaceCount;

/**
 * QuoStatistics:
 * @n_articles: how many are counted
 * @n_finished: of these, those that their annotator has done
 * @n_words: of the whole texts
 * @n_quoted: of these, how many stand in quotes; a word in a quote within a quote counts once
 * @n_unlinked: quotes of which nobody is the source
 * @n_suggested: of these, those for which somebody is suggested
 * @n_once: speakers with a single quote
 * @n_mentions: of places
 * @n_unplaced: places of which it is not known where they lie
 * @speakers: (element-type QuoSpeaker): who said most first
 * @forms: (element-type QuoFormCount): the form of most words first
 * @voices: (element-type QuoVoices): by labels first; by a choice only if it is told of somebody
 * @places: (element-type QuoPlaceCount): the most mentioned first
 *
 * Who speaks how much, and where it all is, in an article or in several. What is only suggested,
 * was rejected or has lost its place does not count. Words are counted as quo_count_words() does.
 */
typedef struct
{
  guint n_articles, n_finished;
  guint n_words, n_quoted;
  guint n_quotes, n_unlinked, n_suggested, n_once;
  guint n_mentions, n_unplaced;
  GPtrArray *speakers;
  GPtrArray *forms;
  GPtrArray *voices;
  GPtrArray *places;
  /*< private >*/
  GHashTable *speakers_by_name, *places_by_key; /* of a sum, else NULL */
} QuoStatistics;

/**
 * quo_statistics_new:
 * @all: with its article
 * @tagset: tells which labels are quotes, and what may be told of those who speak
 * @layer: (nullable): only what is in this one counts; else two annotators' quotes are two
 *
 * Any thread. Linear in the text, the annotations and the words of the quotes.
 */
QuoStatistics *quo_statistics_new (QuoSnapshot *all, const QuoTagset *tagset,
                                   const char *layer) G_GNUC_WARN_UNUSED_RESULT;
void quo_statistics_free (QuoStatistics *statistics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoStatistics, quo_statistics_free)

/* (transfer full): of no article, for others to be added to. */
QuoStatistics *quo_statistics_new_sum (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * quo_statistics_add:
 * @sum: of quo_statistics_new_sum()
 * @part: of one article
 *
 * Speakers of one name, case ignored, are one: ids of speakers are those of one article only, so a
 * speaker of a sum has none. Sort it with quo_statistics_sort() before it is shown. Linear in
 * @part.
 */
void quo_statistics_add (QuoStatistics *sum, const QuoStatistics *part);
void quo_statistics_sort (QuoStatistics *sum);

/* Whether annotations of this type name places. */
gboolean quo_type_is_place (const char *type);

G_END_DECLS
