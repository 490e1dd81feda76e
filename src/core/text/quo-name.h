/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @name says all that @other says, and more: "Ann Lee" than "Lee", not than "Le". */
gboolean quo_name_is_fuller (const char *name, const char *other);
/* Whether a word of one name, of two letters at least, stands in the other one, too. Who wants case
 * to be all the same folds both before. */
gboolean quo_name_shares_word (const char *name, const char *other);

G_END_DECLS
