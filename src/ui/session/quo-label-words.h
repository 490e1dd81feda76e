/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-tagset.h"

G_BEGIN_DECLS

/* The name of a label in the language of the desktop, where that has a word for it. */
const char *quo_label_get_words (const QuoLabel *label);

G_END_DECLS
