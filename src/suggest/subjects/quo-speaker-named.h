/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-tokens.h"

G_BEGIN_DECLS

/* His father Karim Aziz, Tunisia's coach Nadir Maaloul: @name with the noun phrase right before it
 * that somebody's own makes whole without it. Looks only at its paragraph.
 * Returns: an empty span: the name stands alone, or is the name of a noun (the mayor Ida Lund) */
QuoSpan quo_speaker_find_named_noun (const QuoPassage *page, const QuoLanguage *language,
                                     QuoSpan name);
/* Der Polizist, ein junger Sprecher: where nouns have capitals, @noun with its article and what
 * stands between the two; @noun itself if it has none. */
QuoSpan quo_speaker_add_article (const QuoPassage *page, const QuoLanguage *language, QuoSpan noun);

G_END_DECLS
