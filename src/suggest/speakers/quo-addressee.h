/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-mentions.h"
#include "quo-quote-candidates.h"

G_BEGIN_DECLS

/**
 * QuoAddressee:
 *
 * Whom a quote is said to, by the words beside its verb of saying: “...,” she told reporters.
 */
typedef struct
{
  QuoSpan span;
  gint mention;      /* index among the mentions; -1: none of them */
  gboolean is_paper; /* a name in marks that is none of them: sagte sie der „Neuen Zeitung“ */
} QuoAddressee;

/* Looks beside the cue of @quote. A name is whom it is said to behind a verb that is always said to
 * somebody (told), behind a preposition of the language's list, or if the list has it; a noun only
 * if it is listed, or stands behind such a verb. That nobody is both who says it and who hears it
 * is left to the caller.
 * Returns: whether somebody is named */
gboolean quo_addressee_find (const QuoSuggesting *run, const GArray *mentions,
                             const QuoQuoteCandidate *quote, QuoAddressee *ret_addressee);

G_END_DECLS
