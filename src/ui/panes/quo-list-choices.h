/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-list-filter.h"

G_BEGIN_DECLS

/* The choices of the menu over the list of annotations, each an action with a word for its state:
 * "label" and "entity" an id, "state" and "sort" a word of the menu (quo-list-menus.h), "" what is
 * there without a choice. All but "entity" are remembered: the mentions of one entity are looked at
 * and left. */

/* (transfer full): nothing is chosen. */
GSimpleActionGroup *quo_list_choices_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (nullable): NULL for "". */
char *quo_list_choices_dup (GSimpleActionGroup *choices,
                            const char *choice) G_GNUC_WARN_UNUSED_RESULT;
/* A word that no menu has is as none. */
QuoListState quo_list_choices_get_state (GSimpleActionGroup *choices);
QuoListSort quo_list_choices_get_sort (GSimpleActionGroup *choices);
void quo_list_choices_set (GSimpleActionGroup *choices, const char *choice, const char *value);

/* (transfer full): what is to be remembered, an a{ss}, with the words that were searched for. */
GVariant *quo_list_choices_make_look (GSimpleActionGroup *choices,
                                      const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* Chooses what was remembered; what @look (nullable) does not tell stays, and another type tells
 * nothing. Returns: (nullable) (transfer none): the words, as long as @look. */
const char *quo_list_choices_take_look (GSimpleActionGroup *choices, GVariant *look);

G_END_DECLS
