/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speaker-options.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/* Of @options (element-type QuoSpeakerOption): */

/* Index of the likeliest mention of the likeliest person; -1 if it is likeliest that nobody is
 * named. *@ret_score: how likely. */
gint quo_speaker_choose (const QuoWeights *weights, const GArray *options, double *ret_score);
/* Index of the best mention of @person; -1: they are not among them. */
gint quo_speaker_choose_mention (const QuoWeights *weights, const GArray *mentions,
                                 const GArray *options, guint32 person);
/* Whether nothing beside the quote, whose paragraph begins at @start, says who speaks: no word of
 * saying, no source. */
gboolean quo_speaker_is_open (const QuoPassage *page, const GArray *options, guint32 start);
/* (transfer full) (element-type QuoDialogueChoice): each person, by what the text outside of quotes
 * says of them without who spoke before; and nobody. */
GArray *quo_speaker_list_choices (const QuoWeights *weights, const GArray *mentions,
                                  const GArray *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
