/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-actions.h"

G_BEGIN_DECLS

/**
 * QuoKeymap:
 *
 * The keys as they are: those of the table of actions, and for some rows those that the person put
 * in their place, which are kept in the preferences. Keys, menus, tooltips, palette and shortcuts
 * window ask it, never the table.
 *
 * Signal: `changed ()`.
 */
#define QUO_TYPE_KEYMAP (quo_keymap_get_type ())
G_DECLARE_FINAL_TYPE (QuoKeymap, quo_keymap, QUO, KEYMAP, GObject)

/* One key and what it does. */
typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  gboolean is_bare; /* only while the article has the focus */
  const QuoActionInfo *info;
} QuoKey;

/* The one of the program. Borrowed. */
QuoKeymap *quo_keymap_get (void);
/* (element-type QuoKey): all keys; until `changed`. */
const GArray *quo_keymap_list (QuoKeymap *keymap);
/* (transfer full): the keys of a row as GTK writes them, blanks between; "": it has none. */
char *quo_keymap_dup_keys (QuoKeymap *keymap, const QuoActionInfo *info) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the first key of an action as GTK writes it ("<Control>f"), and for
 * people ("Ctrl+F"). */
char *quo_keymap_dup_accel (QuoKeymap *keymap, const char *action) G_GNUC_WARN_UNUSED_RESULT;
char *quo_keymap_dup_label (QuoKeymap *keymap, const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the same for the row of an action that has this @target (nullable:
 * any row). @ret_is_known: FALSE, there is no such row, so nothing is known of its key. */
char *quo_keymap_dup_target_label (QuoKeymap *keymap, const char *action, GVariant *target,
                                   gboolean *ret_is_known) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): a key for people: "Ctrl+Enter". */
char *quo_key_dup_label (guint keyval, GdkModifierType modifiers) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the person changed the keys of a row. */
gboolean quo_keymap_is_changed (QuoKeymap *keymap, const QuoActionInfo *info);
/* @keys: as of quo_keymap_dup_keys(); what no key is left out. */
void quo_keymap_set (QuoKeymap *keymap, const QuoActionInfo *info, const char *keys);
/* The keys of the table again: of one row, or (NULL) of all. */
void quo_keymap_reset (QuoKeymap *keymap, const QuoActionInfo *info);
/* The row other than @except (nullable) that has this key, or NULL. */
const QuoActionInfo *quo_keymap_find (QuoKeymap *keymap, guint keyval, GdkModifierType modifiers,
                                      const QuoActionInfo *except);
/* The row that has a character as its bare key, or NULL: the key of no label can be that. */
const QuoActionInfo *quo_keymap_find_character (QuoKeymap *keymap, const char *character);

G_END_DECLS
