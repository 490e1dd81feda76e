/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the context menu of the page, for what is selected now: text, else an
 * annotation, else the name or word round the caret. Its first section is headed by what it acts
 * on; each item shows its key. NULL: nothing is open. */
GMenuModel *quo_page_menu_new (QuoSession *session, gboolean has_folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
