/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-gazetteer.h"
#include "quo-language.h"

G_BEGIN_DECLS

/**
 * QuoFoundName:
 * @type: id of a label of the built-in tagset: "person", "place", "organization", "event", "date";
 *   or the label of the person's own list
 * @score: 0 to 1, how likely it is
 * @reason: a sentence without a full stop that says why, translated
 * @rule: what found it, for machines: "capitals", "gazetteer", "calendar"
 * @second: (nullable): the next likeliest label of the built-in tagset, and @second_share, how
 * likely it is that label if it is one of the two
 * @group: the same number for names that seem to be of one entity: the full name and the surname;
 *   0 for dates
 * @called: the words that call the entity: with the title where it alone tells Mrs. from Mr. Allen
 * @has_place: only if there is no doubt which place it is
 * @place_reason: (nullable): why it is this place, or why it is none
 *
 * A name found in an article.
 */
typedef struct
{
  QuoSpan span;
  const char *type;
  double score;
  const char *reason;
  const char *rule;
  const char *second;
  float second_share;
  guint group;
  QuoSpan called;
  gboolean has_place;
  QuoPlace place;
  const char *place_reason;
} QuoFoundName;

/**
 * QuoFoundNames:
 *
 * The names of an article, in text order, none overlapping another. They are kept as they were
 * weighed, and read one by one.
 */
typedef struct _QuoFoundNames QuoFoundNames;

void quo_found_names_free (QuoFoundNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoFoundNames, quo_found_names_free)
guint quo_found_names_get_length (const QuoFoundNames *names);
/* Fills in the struct; what it points to belongs to @names. */
void quo_found_names_read (const QuoFoundNames *names, guint i, QuoFoundName *ret_name);
QuoSpan quo_found_names_get_span (const QuoFoundNames *names, guint i);

/**
 * QuoHunch:
 * @type: interned id of a label of the built-in tagset: what it is if it is a name
 * @score: 0 to 1, how likely it is
 * @second, @second_share: as of a QuoFoundName
 *
 * What may be a name but is too unlikely to be called one where nobody judges it.
 */
typedef struct
{
  QuoSpan span;
  const char *type;
  float score;
  const char *second;
  float second_share;
} QuoHunch;

/**
 * quo_names_find:
 * @gazetteer: must outlive what is returned
 * @marked: (nullable) (element-type QuoSpan): names that people have marked, in text order, none
 * overlapping another: no name that is found goes over their borders
 * @hunches: (nullable) (element-type QuoHunch): gets what may be names besides, in text order,
 * apart from each other and from the names
 *
 * Finds the names and dates of an article: runs of capitals (quo-name-runs.h), and in scripts that
 * have none what the gazetteer and the words around tell, each weighed by clues in itself, around
 * it, and in the rest of the article. The same text gives the same names. May run in any thread.
 *
 * Returns: (transfer full): fewer if it was cancelled
 */
QuoFoundNames *quo_names_find (const QuoText *text, const QuoLanguage *language,
                               const QuoGazetteer *gazetteer, const GArray *marked, GArray *hunches,
                               GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Whether one of @marked (nullable), as quo_names_find() takes it, shares a character with @span.
 */
gboolean quo_name_is_marked (const GArray *marked, QuoSpan span);

G_END_DECLS
