/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-about.h"

G_BEGIN_DECLS

/**
 * QuoEdit:
 *
 * One act of a person on a document: a list of {before, after}. Without a before a record is added,
 * without an after it is removed, else it is swapped (same id, same kind). Beside them it may
 * change what is said about the article. Reference counted; immutable once applied.
 */
typedef struct
{
  QuoRecord *before; /* NULL: added */
  QuoRecord *after;  /* NULL: removed */
  guint place; /* where a record that was removed stood in its list, so that it comes back there;
                  G_MAXUINT: at the end. Set by the document. */
} QuoChange;

/* What people said before and say after, or NULL: nothing. */
typedef struct
{
  gboolean is_set;
  char *before, *after;
} QuoAboutChange;

typedef struct
{
  gatomicrefcount ref_count;
  char *title;       /* for people: "Tag as Person" */
  GArray *changes;   /* of QuoChange */
  GHashTable *table; /* id to index into changes, plus one */
  char *select;      /* id of the annotation to be selected after it, or NULL */
  QuoAboutChange about[QUO_N_ABOUT];
} QuoEdit;

QuoEdit *quo_edit_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
QuoEdit *quo_edit_ref (QuoEdit *edit);
void quo_edit_unref (QuoEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoEdit, quo_edit_unref)

/* (transfer none) both; takes references. If the edit already changes the record with this id, the
 * two changes become one, or none when they cancel each other out. */
void quo_edit_swap (QuoEdit *edit, gpointer before, gpointer after);
/* (transfer full): after is taken over. */
void quo_edit_take (QuoEdit *edit, gpointer before, gpointer after);
/* What the record @id is after the edit: @current if the edit does not touch it. */
gpointer quo_edit_find (QuoEdit *edit, const char *id, gpointer current);
/* Changes what people say about the article; NULL: nothing. */
void quo_edit_set_about (QuoEdit *edit, QuoAbout about, const char *before, const char *after);
/* How many records it changes; it may change what is said about the article besides. */
guint quo_edit_get_length (const QuoEdit *edit);
gboolean quo_edit_is_empty (const QuoEdit *edit);
const QuoChange *quo_edit_get (const QuoEdit *edit, guint i);
/* (transfer full): the edit that takes this one back. It selects what this one selects, if that is
 * there again or is not touched by it, else the first annotation that comes back. */
QuoEdit *quo_edit_invert (const QuoEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): what @first and then @second did, as one act with the title of @first. */
QuoEdit *quo_edit_join (const QuoEdit *first, const QuoEdit *second) G_GNUC_WARN_UNUSED_RESULT;
/* The hull of all ranges that the edit touches; empty if none. */
QuoSpan quo_edit_get_hull (const QuoEdit *edit);

G_END_DECLS
