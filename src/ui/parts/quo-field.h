/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row in which a value is written. Its signal "apply" comes by Enter, by its button, and when the
 * keyboard leaves it: what was written counts, and can be undone. Escape takes back what was not
 * applied yet. */

/* Makes a field of @row. */
void quo_field_init (AdwEntryRow *row);
/* The value as it is kept. What is being written stays as long as @owner (whose value it is, an
 * id) and the value kept are the same as at the last call. */
void quo_field_show (AdwEntryRow *row, const char *owner, const char *value);
/* What was written is not wanted, or was taken in another form: the value kept stands there. */
void quo_field_restore (AdwEntryRow *row);

G_END_DECLS
