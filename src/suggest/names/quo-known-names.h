/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-name-habits.h"
#include "quo-snapshot.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoKnownNames:
 *
 * Which words people have accepted as a name of which type, and which they have rejected: counted
 * over annotated articles. What they tagged by hand counts as accepted; proposals that nobody has
 * looked at do not count. Atomically reference counted; once it is handed on nothing is added, and
 * it may be used from every thread.
 */
typedef struct _QuoKnownNames QuoKnownNames;

/* What people have said of some words as a name of @type. */
typedef struct
{
  const char *type;  /* interned id of a label */
  const char *words; /* in one line */
  guint n_accepted, n_rejected;
  gboolean is_cue; /* no name: a word of saying */
} QuoKnownName;

QuoKnownNames *quo_known_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
QuoKnownNames *quo_known_names_ref (QuoKnownNames *known);
void quo_known_names_unref (QuoKnownNames *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoKnownNames, quo_known_names_unref)

/* Counts the names and the words of saying of an article; @tagset says which labels are such. */
void quo_known_names_add (QuoKnownNames *known, const QuoSnapshot *snapshot,
                          const QuoTagset *tagset);
/* Counts what is in @other. */
void quo_known_names_add_all (QuoKnownNames *known, const QuoKnownNames *other);
guint quo_known_names_get_length (const QuoKnownNames *known);
/* What is known of these words (white space counts as one blank), or NULL. Borrowed. */
const QuoKnownName *quo_known_names_find (const QuoKnownNames *known, const char *type,
                                          const char *words);
/* Whether these words were rejected more often than accepted as a name of this type, or accepted as
 * one of another type and never as one of this. */
gboolean quo_known_names_is_rejected (const QuoKnownNames *known, const char *type,
                                      const char *words);
/* How far the accepted names go. Borrowed. */
const QuoNameHabits *quo_known_names_get_habits (const QuoKnownNames *known);
/* (transfer container) (element-type utf8): words of saying that were accepted more often than
 * rejected, in the order of their bytes. Borrowed strings. */
GPtrArray *quo_known_names_list_cues (const QuoKnownNames *known) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type QuoKnownName): those that begin with the characters @first and @second, the longest
 * words first; NULL: none. Borrowed. */
GPtrArray *quo_known_names_list (const QuoKnownNames *known, gunichar first, gunichar second);

G_END_DECLS
