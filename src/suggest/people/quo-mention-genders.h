/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"

G_BEGIN_DECLS

/* Finds whether each mention is of a woman or a man, and sets its gender: by what its own words and
 * titles say, or those of other mentions of the same person, or else by the pronouns that follow
 * it. Where one name is that of a woman and of a man, Mr. and Mrs. Bennet, they become two persons.
 * The persons of names have to be set. */
void quo_mention_genders_find (const QuoSuggesting *run, const GArray *mentions);

G_END_DECLS
