/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What registers of persons and places call somebody, as an address and back: Wikidata, GeoNames,
 * VIAF, GND, ORCID. */

/* Whether @address is one of a known register: its name here ("wikidata") and the id ("Q64").
 * (transfer full) both, set on success only. */
gboolean quo_authority_parse (const char *address, char **ret_name, char **ret_value);

/* Whether @value can be an id of the register @name, or an address of "url"; of registers that are
 * not known everything can. */
gboolean quo_authority_accepts (const char *name, const char *value);

/* (transfer full): the address of an id: http://www.wikidata.org/entity/Q64; of a register that is
 * not known: urn:NAME:VALUE; of "url" the value itself. */
char *quo_authority_dup_address (const char *name, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
