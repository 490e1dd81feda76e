/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"

G_BEGIN_DECLS

/* (transfer full): an empty one with its agent, for quo_suggest() to fill in. */
QuoSuggestions *quo_suggestions_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
