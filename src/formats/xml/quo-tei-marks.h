/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/**
 * QuoTeiMark:
 * @id: its xml:id; NULL: none
 * @type: the label; NULL: it is no annotation
 * @start: in the text of the file, in code points
 * @from: of a <span>: the anchor it begins at; @to: it ends at
 * @prev: id of the part before it
 *
 * An element that marks something.
 */
typedef struct
{
  char *id, *type;
  guint32 start, end;
  guint line;
  char *from, *to, *prev, *ref, *who, *to_whom, *form;
  GPtrArray *attrs; /* name, value, name, value ... */
} QuoTeiMark;

/* A person, place, organization or object of the file. */
typedef struct
{
  char *id, *type, *name, *lat, *lon, *note;
  GPtrArray *aliases;
  GPtrArray *ids; /* register, value, register, value ... */
  guint line;
} QuoTeiEntity;

/**
 * QuoTeiText:
 *
 * What one <TEI> says, before it is known what of it names what.
 */
typedef struct
{
  GString *text;
  guint32 n_chars;
  char *title;
  GPtrArray *marks;    /* of QuoTeiMark */
  GPtrArray *entities; /* of QuoTeiEntity */
  GPtrArray *notes;    /* target, text, target, text ... */
  GHashTable *anchors; /* id to an offset */
  guint n_notes;       /* in the text, that are left out */
  gboolean is_kept;    /* white space stands as in the article */
} QuoTeiText;

QuoTeiText *quo_tei_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_tei_text_free (QuoTeiText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoTeiText, quo_tei_text_free)

/* A new mark, added to the text. */
QuoTeiMark *quo_tei_text_add_mark (QuoTeiText *text, guint line);
QuoTeiEntity *quo_tei_text_add_entity (QuoTeiText *text, guint line);

/* Makes the text and its annotations one of those of the import. */
gboolean quo_tei_text_finish (QuoTeiText *text, QuoImport *import, GError **error);

G_END_DECLS
