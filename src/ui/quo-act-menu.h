/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* (transfer full): a menu of everything that the keys of the article do to what is selected: its
 * labels, then the acts. For who has no keys in mind; each item shows its key. */
GMenuModel *quo_act_menu_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
