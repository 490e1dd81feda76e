/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggestions.h"

G_BEGIN_DECLS

/* (transfer full): an empty one with its agent, for quo_suggest() to fill in. @layer: into which
 * the annotations go. */
QuoSuggestions *quo_suggestions_new (const char *layer) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over an entity that annotations name. */
void quo_suggestions_take_entity (QuoSuggestions *suggestions, QuoEntity *entity);
/* Takes over what was proposed: proposals that all stay, in text order, and the links between them
 * by the ids of their quotes. */
void quo_suggestions_take (QuoSuggestions *suggestions, QuoSuggesting *run);

G_END_DECLS
