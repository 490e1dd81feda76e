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
 * The characters are read a block at a time, where they are asked for, and only the blocks that
 * were read last are kept: a page of a whole article takes no more memory than one of a chapter.
 * So a page belongs to one thread, though it is passed on as const.
 *
 * A page knows the paragraphs in it. A paragraph is a line, except in texts whose lines are broken
 * to a width (novels, mail): there it is what ends with a blank line or before an indented one.
 */
typedef struct _QuoPassageBlocks QuoPassageBlocks;

typedef struct
{
  const QuoText *text;
  guint32 start, end;
  guint32 width;      /* lines are broken to this width; 0: they are not */
  GArray *paragraphs; /* of QuoSpan: without blank ones, without the line end */
  /*< private >*/
  const guint16 *units; /* those of the block that was asked for last, a character each */
  guint32 units_start, units_length; /* where they stand */
  QuoPassageBlocks *blocks;
} QuoPassage;

QuoPassage *quo_passage_new (const QuoText *text, QuoSpan span) G_GNUC_WARN_UNUSED_RESULT;
/* The whole paragraphs round @offset, at least @reach code points to each side if there are; lines
 * longer than that are cut. */
QuoPassage *quo_passage_new_around (const QuoText *text, guint32 offset,
                                    guint32 reach) G_GNUC_WARN_UNUSED_RESULT;
void quo_passage_free (QuoPassage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPassage, quo_passage_free)

/* A unit that stands for a character that has no room in it (a surrogate of UTF-16). An emoji in
 * ten thousand characters is no reason to take four bytes for each of these. */
#define QUO_PASSAGE_RARE 0xd800

/* The same as quo_passage_get(), for any block. */
gunichar quo_passage_look_up (const QuoPassage *page, guint32 offset);

/* The character at @offset; 0 outside the page. */
static inline gunichar
quo_passage_get (const QuoPassage *page, guint32 offset)
{
  guint32 place = offset - page->units_start;

  if (G_LIKELY (place < page->units_length && page->units[place] != QUO_PASSAGE_RARE))
    return page->units[place];
  return quo_passage_look_up (page, offset);
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
gboolean quo_char_is_hyphen (gunichar c);        /* those that join a word */
gboolean quo_char_is_dash (gunichar c);          /* those that part a sentence */
gboolean quo_char_is_stop (gunichar c);          /* . ! ? and the like */
gboolean quo_char_is_question_mark (gunichar c); /* of any script */
gboolean quo_char_is_comma (gunichar c);
gboolean quo_char_is_quote_mark (gunichar c); /* not the apostrophes ' and ’ */
gboolean quo_char_is_unspaced (gunichar c);   /* of a script that puts no blanks between words */

/* Whether the character stands between two digits: the comma of 45,756. */
gboolean quo_passage_is_in_number (const QuoPassage *page, guint32 offset);
/* The character; a dash for a hyphen between blanks, which stands for one. */
gunichar quo_passage_get_sign (const QuoPassage *page, guint32 offset);
/* Cuts white space off both ends. */
QuoSpan quo_passage_trim (const QuoPassage *page, QuoSpan span);

G_END_DECLS
