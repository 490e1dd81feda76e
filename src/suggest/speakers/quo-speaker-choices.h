/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-speakers.h"

G_BEGIN_DECLS

#define QUO_MAX_SPEAKER_CHOICES 9 /* there are nine digits */

/* Sorts candidates (element-type QuoCandidate) by their scores, which may be any numbers and are 0
 * to 1 afterwards, gives each its name, and leaves the best of each and at most
 * %QUO_MAX_SPEAKER_CHOICES. */
void quo_speaker_choices_finish (GPtrArray *candidates, QuoDocument *document);

G_END_DECLS
