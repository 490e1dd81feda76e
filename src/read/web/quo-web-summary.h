/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-web-page.h"

G_BEGIN_DECLS

/**
 * quo_web_leave_summary:
 * @found: what was taken for the story
 *
 * Returns: what holds the same paragraph and more, if @found is little else than one paragraph that
 *   stands on the page again; else @found
 */
guint32 quo_web_leave_summary (const QuoWebPage *page, guint32 found);

G_END_DECLS
