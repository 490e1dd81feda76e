/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of tagset files, in the order of the enumerations they stand for.  Private to
 * src/store. */

#pragma once

#include "quo-tagset.h"

G_BEGIN_DECLS

#define QUO_TAGSET_FORMAT "quotidian-tagset"

/* Of QuoLabelKind, of QuoLinePattern, and of QuoLabelAttr.type; each NULL-terminated. */
extern const char *const quo_tagset_kinds[];
extern const char *const quo_tagset_lines[];
extern const char *const quo_tagset_types[];

G_END_DECLS
