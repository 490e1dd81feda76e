/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"
#include "quo-language.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoCandidate:
 *
 * Somebody who may have said a quote: an annotation, an entity without a mention nearby, or a name
 * or pronoun in the text that is not annotated yet.
 */
typedef struct
{
  char *id;     /* of the annotation or entity; NULL for a plain stretch of text */
  QuoSpan span; /* of the mention; empty for an entity alone */
  char *name;   /* for people */
  double score; /* 0 .. 1 */
} QuoCandidate;

void quo_candidate_free (QuoCandidate *candidate);

/* (transfer full) (element-type QuoCandidate): at most 9, best first: who stands beside the verb of
 * saying, then the nearest person. Annotated mentions come before plain ones that are as near, and
 * before the "she" that stands for one; each entity once; no mention inside the quote itself. Looks
 * only at what is near the quote: under 1 ms whatever the size of the article. One rank feeds the
 * digits in the window. */
GPtrArray *quo_speakers_rank (QuoDocument *document, const QuoAnnotation *quote,
                              const QuoTagset *tagset,
                              const QuoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
