/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"

G_BEGIN_DECLS

/* Whether the edit may be applied to the document as it is now; the rules are those of
 * quo_document_apply(). QUO_ERROR_INVALID else. */
gboolean quo_document_check (QuoDocument *document, QuoEdit *edit, GError **error);

G_END_DECLS
