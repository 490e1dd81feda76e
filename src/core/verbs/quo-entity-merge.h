/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-verb-private.h"

G_BEGIN_DECLS

/**
 * quo_entity_merge:
 * @gone: id of the entity that goes
 * @kept: id of the one that stays; another one
 *
 * Makes two entities one: all mentions and roles of @gone follow to @kept, which gets its name as
 * an alias, its aliases, identifiers, attributes, place and note. Where one name is a part of the
 * other, the fuller one becomes the name, whichever entity it came from. Where both say something
 * else of the same thing (two Wikidata items), @kept keeps its own and the other is written into
 * the note, so that nothing is lost.
 */
void quo_entity_merge (QuoVerb *verb, const char *gone, const char *kept);

G_END_DECLS
