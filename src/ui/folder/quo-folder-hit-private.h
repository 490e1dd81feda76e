/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-folder-search.h"

G_BEGIN_DECLS

/* Any thread. (transfer full) for @title. */
QuoFolderHit *quo_folder_hit_new_heading (const char *path, char *title,
                                          guint n_hits) G_GNUC_WARN_UNUSED_RESULT;
QuoFolderHit *quo_folder_hit_new (const char *path, const QuoText *text, QuoSpan span,
                                  const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
