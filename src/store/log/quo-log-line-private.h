/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-log-line.h"

G_BEGIN_DECLS

/* What writing and reading a line have in common. */

#define QUO_LOG_VERSION "1"
#define QUO_N_LOG_WORDS (QUO_LOG_SAVED + 1)
/* What each line begins with; NULL for QUO_LOG_BAD. */
extern const char *const quo_log_words[QUO_N_LOG_WORDS];

#define QUO_LOG_SUM_DIGITS 16
/* " ~" and the digits. */
#define QUO_LOG_TAIL_LENGTH (2 + QUO_LOG_SUM_DIGITS)

/* FNV-1a: each step can be undone, so two lines that differ in one byte differ in the sum. */
#define QUO_LOG_SUM_OF_NOTHING G_GUINT64_CONSTANT (0xcbf29ce484222325)
guint64 quo_log_add_to_sum (guint64 sum, const char *data, gsize len);

G_END_DECLS
