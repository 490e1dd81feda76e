/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"

/* An article of @bytes with @n annotations for measuring: made up of words, the same in each run.
 * Each tenth annotation is a quote with a speaker. @is_one_line: without a line end. @is_crowded:
 * all of them in the first tenth of the text. (transfer full) */
QuoOpening *view_article_new (gsize bytes, guint n, gboolean is_one_line, gboolean is_crowded);
