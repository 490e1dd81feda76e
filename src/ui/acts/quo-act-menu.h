/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* (transfer full): a menu of everything that the keys of the article do to what is selected: its
 * labels, then the acts. For who has no keys in mind; each item shows its key. */
GMenuModel *quo_act_menu_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* What such menus are made of. Each adds an item to the end of @menu. */

/* An action of the table, called and with the key as it says. @target: nullable, floating. */
void quo_act_menu_add (GMenu *menu, const char *action, GVariant *target);
/* An action that only a widget has; @key as GTK writes it. */
void quo_act_menu_add_named (GMenu *menu, const char *action, const char *key, const char *title);
/* The same with a target (nullable, floating); @key may be NULL. */
void quo_act_menu_add_target (GMenu *menu, const char *action, const char *key, GVariant *target,
                              const char *title);
/* All labels of a tagset, each with its key. @action: what gets the id of the label; NULL: what the
 * key of the label does. */
void quo_act_menu_add_labels (GMenu *menu, const QuoTagset *tagset, const char *action);

G_END_DECLS
