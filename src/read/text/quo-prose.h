/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between two pieces of text, from the weakest to the strongest. */
typedef enum
{
  QUO_GAP_NONE,
  QUO_GAP_SPACE,
  QUO_GAP_CELL,  /* a tab, between the cells of a table */
  QUO_GAP_LINE,  /* a new line: items of a list, rows of a table, a forced break */
  QUO_GAP_BLOCK, /* a blank line: paragraphs, headings, captions */
} QuoGap;

/**
 * QuoProse:
 *
 * Builds the text of an article out of the pieces of a marked-up file, by rules that hold for all
 * kinds of files:
 *
 * - paragraphs, headings, captions and quotations are parted by one blank line; items of lists and
 *   rows of tables by a line end; cells by a tab. The text neither begins nor ends with any of
 *   them;
 * - runs of blanks (space, tab, line end, no-break space U+00A0, U+2007 and U+202F) are one space,
 *   and none stands at either end of a line; nor does the wide one, U+3000, stand at its start;
 * - soft hyphens U+00AD, zero-width spaces U+200B, word joiners U+2060 and byte order marks U+FEFF
 *   are left out, for they tell where a line may break and would hide words from a search;
 * - the joiners U+200C and U+200D and the marks of direction stay: they carry meaning;
 * - control characters and characters that are none are left out.
 */
typedef struct
{
  GString *text;
  /*< private >*/
  QuoGap gap;
} QuoProse;

void quo_prose_init (QuoProse *prose);
void quo_prose_clear (QuoProse *prose);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoProse, quo_prose_clear)

/* Adds running text; @utf8 is valid. */
void quo_prose_add (QuoProse *prose, const char *utf8, gsize len);
/* Adds text whose blanks and line ends stay as they are ("pre"). */
void quo_prose_add_verbatim (QuoProse *prose, const char *utf8, gsize len);
/* Sees to it that at least @gap stands before what comes next. */
void quo_prose_gap (QuoProse *prose, QuoGap gap);
/* A forced line break; two in a row part paragraphs. */
void quo_prose_break (QuoProse *prose);
/* Where the next piece will begin if it is parted by @gap: a byte of the text, for a section. */
gsize quo_prose_tell (const QuoProse *prose, QuoGap gap);
/* (transfer full): the text; the prose is empty then. */
GString *quo_prose_finish (QuoProse *prose) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): a short piece (a title) by the same rules, in one line; NULL when
 * nothing is left of it. */
char *quo_prose_dup_line (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;

/* Signs that show; one of Chinese or Japanese says as much as two letters, a blank nothing. */
guint32 quo_prose_count_signs (const char *utf8);

/* (transfer full): letters and figures alone, small: for comparing. @len: bytes; -1: to its end. */
char *quo_prose_squeeze (const char *utf8, gssize len) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
