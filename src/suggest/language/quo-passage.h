/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoPassage:
 *
 * A stretch of an article as an array of characters, for the finders of this folder: they look
 * backward and forward by the character, which is dear in UTF-8. Offsets are those of the article.
 *
 * A page knows the paragraphs in it. A paragraph is a line, except in texts whose lines are broken
 * to a width (novels, mail): there it is what ends with a blank line or before an indented one.
 */
typedef struct
{
  const QuoText *text;
  guint32 start, end;
  guint16 *units;     /* a character each; QUO_PASSAGE_RARE: one that has no room there */
  GHashTable *rare;   /* of offset to such a character, or NULL: there is none */
  guint32 width;      /* lines are broken to this width; 0: they are not */
  GArray *paragraphs; /* of QuoSpan: without blank ones, without the line end */
} QuoPassage;

QuoPassage *quo_passage_new (const QuoText *text, QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;
/* The whole paragraphs round @offset, at least @reach code points to each side if there are; lines
 * longer than that are cut. */
QuoPassage *quo_passage_new_around (const QuoText *text, guint32 offset,
                                    guint32 reach) G_GNUC_WARN_UNUSED_RESULT;
void quo_passage_free (QuoPassage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPassage, quo_passage_free)

/* A unit that is no character of its own (a surrogate of UTF-16). */
#define QUO_PASSAGE_RARE 0xd800

/* The character at @offset; 0 outside the page. */
static inline gunichar
quo_passage_get (const QuoPassage *page, guint32 offset)
{
  guint16 unit;

  if (offset < page->start || offset >= page->end)
    return 0;
  unit = page->units[offset - page->start];
  if (G_UNLIKELY (unit == QUO_PASSAGE_RARE))
    return GPOINTER_TO_UINT (g_hash_table_lookup (page->rare, GUINT_TO_POINTER (offset)));
  return unit;
}

/* Index of the paragraph that holds @offset, or of the last one that begins before it. */
guint quo_passage_find_paragraph (const QuoPassage *page, guint32 offset);
static inline QuoSpan
quo_passage_get_paragraph (const QuoPassage *page, guint i)
{
  return g_array_index (page->paragraphs, QuoSpan, i);
}

/* The sentence round @offset within @bounds. Full stops of abbreviations (@is_abbreviation, may be
 * NULL) and initials end none. */
typedef gboolean (*QuoAbbreviationFunc) (const QuoPassage *page, QuoSpan word, gpointer data);
gboolean quo_passage_ends_sentence (const QuoPassage *page, guint32 offset,
                                    QuoAbbreviationFunc func, gpointer data);

/* Classes of characters. */
gboolean quo_char_is_word (gunichar c); /* letters, digits, combining marks */
gboolean quo_char_is_apostrophe (gunichar c);
gboolean quo_char_is_hyphen (gunichar c); /* those that join a word */
gboolean quo_char_is_dash (gunichar c);   /* those that part a sentence */
gboolean quo_char_is_stop (gunichar c);   /* . ! ? and the like */
gboolean quo_char_is_comma (gunichar c);
gboolean quo_char_is_quote_mark (gunichar c); /* not the apostrophes ' and ’ */
gboolean quo_char_is_unspaced (gunichar c);   /* of a script that puts no blanks between words */

/* Whether the character stands between two digits: the comma of 45,756. */
gboolean quo_passage_is_in_number (const QuoPassage *page, guint32 offset);
/* Cuts white space off both ends. */
QuoSpan quo_passage_trim (const QuoPassage *page, QuoSpan span);

G_END_DECLS
