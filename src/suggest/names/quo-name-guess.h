/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/* What the words of a name with these borders, and those round it in its paragraph, say it is: a
 * label of the built-in tagset (person, place, organization, event). @ret_score: how likely among
 * those, 0 to 1. NULL: nobody knows, as in a script without capitals. The default gazetteer is read
 * first if nobody has asked for it before. */
const char *quo_name_guess_label (const QuoText *text, QuoSpan span, const QuoLanguage *language,
                                  double *ret_score);

G_END_DECLS
