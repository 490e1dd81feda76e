/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of CoNLL-2002 and CoNLL-2003 (Tjong Kim Sang and De Meulder 2003): a token a line, its
 * tag in the last column, an empty line after each sentence.
 *
 *   -DOCSTART- -X- -X- O
 *
 *   Ada -X- _ B-person
 *   Byron -X- _ I-person
 *   said -X- _ O
 *
 * A line of the article is a sentence. A tag says one thing of a token, so that spans must not
 * overlap, unless there are more columns for them; quotes and cues, which hold most of the others,
 * are written only when asked for. */

#include "quo-config.h"

#include "quo-conll.h"
#include "quo-formats-list.h"

#include <glib/gi18n.h>

static gboolean
write_conll (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
             QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);

  if (selection == NULL || !quo_conll_write (selection, target, options, cancellable, error))
    return FALSE;
  quo_selection_count_losses (selection, quo_format_conll.carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption conll_options[] = {
  { "scheme", "iob2|iob1|bioes", N_ ("How tags say where a span begins and ends") },
  { "overlap", "longest|shortest|columns|files",
    N_ ("Which of overlapping annotations is written; or all, in further columns, or in one more "
        "file for each label") },
  { "types", "names|all", N_ ("Whether quotes and cues are written too") },
  { "parts", "none|hull|each",
    N_ ("An annotation in several parts: left out, with what is between, or each part") },
  { "columns", "4|2", N_ ("As in CoNLL-2003, or token and tag only, as in CoNLL-2002") },
  { "characters", "split|whole",
    N_ ("Whether marks, joiners and skin tones stay with the character they stand on") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

static const QuoFormatOption conll_read_options[] = {
  { "scheme", "any|iob2|iob1|bioes", N_ ("How tags say where a span begins and ends") },
  { "encoding", "*", N_ ("The encoding of the file; UTF-8 if it is not told") },
  { NULL },
};

const QuoFormat quo_format_conll = {
  .id = "conll",
  .title = N_ ("CoNLL columns"),
  .extensions = "conll;iob;bio;conll2003;conll2002",
  .is_one_layer = TRUE,
  .options = conll_options,
  .read_options = conll_read_options,
  .sniff = quo_conll_sniff,
  .read = quo_conll_read,
  .write = write_conll,
};
