/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"

G_BEGIN_DECLS

typedef enum
{
  QUO_REASON_RULE,     /* what it was found by */
  QUO_REASON_CUE,      /* the word of saying beside a quote, and where it stands */
  QUO_REASON_POSITION, /* where the speaker of a quote stands */
  QUO_REASON_KNOWN,    /* what the article already says of the same name or speaker */
} QuoReasonKind;

typedef struct
{
  QuoReasonKind kind;
  char *words; /* a sentence for people, without a full stop */
} QuoReason;

/**
 * quo_suggestion_reasons:
 * @annotation: of @document, a proposal
 * @found: (nullable): what it was found by, in words
 *
 * Why it is proposed, from what stands in the document now: the strongest reason first. Linear in
 * the annotations of the same length, and in the relations.
 *
 * Returns: (transfer full) (element-type QuoReason): perhaps none
 */
GPtrArray *quo_suggestion_reasons (QuoDocument *document, const QuoAnnotation *annotation,
                                   const char *found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
