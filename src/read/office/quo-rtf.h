/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-prose.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

/* Where the text of a group goes. */
typedef enum
{
  TO_TEXT,
  TO_NOTE,
  TO_TITLE,
  TO_AUTHOR,
  TO_MARK,  /* of an item of a list, as it was last shown */
  TO_FIELD, /* what a field is to show */
  TO_NOWHERE,
} QuoRtfDestination;

typedef struct
{
  QuoRtfDestination destination;
  QuoRtfDestination around_shape; /* where text of a box that is drawn here goes */
  gboolean is_box;
  gboolean is_hidden, is_deleted;
  guint n_skip; /* bytes that stand for a \u in old programs, \uc */
  guint font;
} QuoRtfGroup;

/* What is known while a file is read. */
typedef struct
{
  const QuoReadSource *source;
  const char *p, *end;
  QuoProse prose, notes;
  GString *title, *author, *mark, *field;
  GArray *groups;       /* (element-type QuoRtfGroup) */
  GString *waiting;     /* bytes of the code page that may be part of one character */
  GHashTable *charsets; /* number of a font to the name of its encoding */
  const char *code_page;
  char code_page_name[16];
  guint to_skip;
  gunichar high; /* first half of a pair */
  guint n_notes;
  gboolean is_in_table;
  gboolean is_item;               /* the paragraph is one of a list */
  gboolean after_item, after_row; /* nothing stands behind the last one yet */
  int year, month, day;
  gboolean is_creation;
} QuoRtf;

/* The group that is open; there is always one. */
QuoRtfGroup *quo_rtf_get_group (QuoRtf *rtf);
/* Where text of the open group goes, or NULL when it does not show. */
QuoProse *quo_rtf_get_prose (QuoRtf *rtf);
/* Adds text to where that of the open group goes. */
void quo_rtf_add_utf8 (QuoRtf *rtf, const char *utf8);
/* A byte of the code page; characters come to be when quo_rtf_flush_bytes() is called. */
void quo_rtf_add_byte (QuoRtf *rtf, char byte);
void quo_rtf_flush_bytes (QuoRtf *rtf);
/* A character, or half of a surrogate pair. */
void quo_rtf_add_unichar (QuoRtf *rtf, gunichar c);
/* (transfer full) (nullable): the text below signs that tell how it is read, of the field that
 * shows both; NULL for other fields. */
char *quo_rtf_dup_ruby_base (const char *field) G_GNUC_WARN_UNUSED_RESULT;
/* What iconv calls the character set that Windows gives this number; NULL: the file's own. */
const char *quo_rtf_find_charset (int number);

G_END_DECLS
