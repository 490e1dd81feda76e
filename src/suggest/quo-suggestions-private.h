/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"

G_BEGIN_DECLS

/* What is known of a record beside itself. */
typedef struct
{
  gpointer record;
  const char *reason; /* or NULL */
  gboolean is_helper; /* accepted with its quote */
} QuoSuggested;

/* Notes a record that one of the lists owns; quo_suggestions_finish() comes before the first
 * look-up.
 */
void quo_suggestions_know (QuoSuggestions *suggestions, gpointer record, const char *reason,
                           gboolean is_helper);
/* All are noted: they are sorted, for a table of their ids would take more memory. */
void quo_suggestions_finish (QuoSuggestions *suggestions);
/* (transfer full): an empty one with its agent and room for about @n records, for quo_suggest() to
 * fill in. */
QuoSuggestions *quo_suggestions_new (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
