/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which member names an object had so far, for those that have no fixed place in a table. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoJsonNames:
 *
 * The names of the members of all objects that are open at the moment, innermost last: one stack
 * for a whole file, so that an object costs no allocation.  Few names are compared one by one; an
 * object with many has them in a hash table too.  The names must stay where they are in memory.
 */
typedef struct _QuoJsonNames QuoJsonNames;

/* Where an object's own names begin. */
typedef struct
{
  guint first;
  guint serial;
} QuoJsonNamesMark;

QuoJsonNames *quo_json_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_json_names_free (QuoJsonNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoJsonNames, quo_json_names_free)

/* Begins an object inside those that are open, and ends it. */
QuoJsonNamesMark quo_json_names_begin (QuoJsonNames *names);
void quo_json_names_end (QuoJsonNames *names, QuoJsonNamesMark mark);

/**
 * quo_json_names_add:
 * @mark: of the innermost open object
 * @name: (array length=len): the name as it reads
 * @len: its bytes
 * @place: where it stands in the file
 * @ret_first: (out): where the same name stands already
 *
 * Adds a name to the innermost object.
 *
 * Returns: %FALSE, and nothing is added, when the object has that name already
 */
gboolean quo_json_names_add (QuoJsonNames *names, QuoJsonNamesMark mark, const char *name,
                             gsize len, gsize place, gsize *ret_first);

G_END_DECLS
