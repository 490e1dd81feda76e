/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-pdf-lines.h"

G_BEGIN_DECLS

/* Puts the lines of every page that has columns into the order in which they are read: columns from
 * left to right (from right to left where most lines are written so), what spans them between
 * what stands above and below it, and notes at their feet behind the last. Pages of one column stay
 * as they are. Parts of a line that words set far apart have made are one line again: the others
 * are dropped then, and empty. */
void quo_pdf_order_columns (GArray *lines);

G_END_DECLS
