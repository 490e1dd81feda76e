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

/* Notes a record that one of the lists owns. */
void quo_suggestions_know (QuoSuggestions *suggestions, gpointer record, const char *reason,
                           gboolean is_helper);
/* (transfer full): an empty one with its agent, for quo_suggest() to fill in. */
QuoSuggestions *quo_suggestions_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
