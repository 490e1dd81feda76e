/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-passage.h"
#include "quo-word-kinds.h"

G_BEGIN_DECLS

/* Of a pronoun or a name: by its own words, a title or "his wife" before it, the given name in the
 * gazetteer, and the ending of a surname. A word alone that may be a surname tells nothing. */
QuoGender quo_gender_of_mention (const QuoPassage *page, const QuoLanguage *language,
                                 QuoSpan mention);
/* What a single word tells that is a given name, though it may as well be somebody's surname:
 * James.
 */
QuoGender quo_gender_of_given_name (const QuoPassage *page, const QuoLanguage *language,
                                    QuoSpan mention);
/* Of the subject of a verb whose ending tells it: сказала, řekl, قالت. */
QuoGender quo_gender_of_subject (const QuoPassage *page, const QuoLanguage *language, QuoSpan verb);
/* Of who says the words, where they tell of themselves by a verb whose ending shows it: Stála jsem,
 * я стояла. */
QuoGender quo_gender_of_self (const QuoPassage *page, const QuoLanguage *language, QuoSpan span);
/* Whether both are known and differ. */
gboolean quo_genders_clash (QuoGender a, QuoGender b);

G_END_DECLS
