/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: `keys` is what the table says with the person's own keys in place of some of it; it is
 * made anew when the preference changes, by whomever. */
#include "quo-config.h"

#include "quo-keymap.h"

#include "quo-preferences.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_TYPED (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

struct _QuoKeymap
{
  GObject parent_instance;
  GHashTable *own; /* id of a row -> its keys; only those that were changed */
  GArray *keys;    /* of QuoKey */
};

G_DEFINE_FINAL_TYPE (QuoKeymap, quo_keymap, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* (transfer full) (nullable) */
static GVariant *
read_target (const QuoActionInfo *info)
{
  return info->target != NULL
             ? g_variant_parse (G_VARIANT_TYPE (info->type), info->target, NULL, NULL, NULL)
             : NULL;
}

/* "win.zoom(1)": an action has a row for each target. */
static char *
dup_id (const QuoActionInfo *info)
{
  g_autoptr (GVariant) target = read_target (info);

  return g_action_print_detailed_name (info->action, target);
}

/* Letters and signs that type, and keys such as Delete, act only in the article; what the table has
 * as a bare key stays one. */
static gboolean
is_bare (const QuoActionInfo *info, guint keyval, GdkModifierType modifiers)
{
  gboolean is_function = keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35;

  return info->keys != NULL || ((modifiers & NOT_TYPED) == 0 && !is_function);
}

static void
add_keys (GArray *keys, const QuoActionInfo *info, const char *all, gboolean is_own,
          gboolean is_bare_key)
{
  g_auto (GStrv) words = g_strsplit (all != NULL ? all : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      QuoKey key = { .info = info };

      if (*words[i] == '\0' || !gtk_accelerator_parse (words[i], &key.keyval, &key.modifiers)
          || key.keyval == 0)
        continue;
      key.is_bare = is_own ? is_bare (info, key.keyval, key.modifiers) : is_bare_key;
      g_array_append_val (keys, key);
    }
}

static void
read_own (QuoKeymap *keymap)
{
  g_auto (GStrv) lines = NULL;

  g_object_get (quo_preferences_get (), "keys", &lines, NULL);
  g_hash_table_remove_all (keymap->own);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const char *sign = strchr (lines[i], '=');

      if (sign != NULL)
        g_hash_table_insert (keymap->own, g_strndup (lines[i], (gsize)(sign - lines[i])),
                             g_strdup (sign + 1));
    }
}

static void
make_keys (QuoKeymap *keymap)
{
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);

  g_array_set_size (keymap->keys, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *id = dup_id (&rows[i]);
      const char *own = g_hash_table_lookup (keymap->own, id);

      if (own != NULL)
        add_keys (keymap->keys, &rows[i], own, TRUE, FALSE);
      if (own != NULL || rows[i].when == QUO_KEYS_LABELS)
        continue;
      add_keys (keymap->keys, &rows[i], rows[i].accels, FALSE, FALSE);
      add_keys (keymap->keys, &rows[i], rows[i].keys, FALSE, TRUE);
    }
}

static void
on_preference (QuoKeymap *keymap)
{
  read_own (keymap);
  make_keys (keymap);
  g_signal_emit (keymap, signals[CHANGED], 0);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* What is changed goes into the preferences, and comes back from there. */
static void
store (QuoKeymap *keymap)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id, keys;

  g_hash_table_iter_init (&iter, keymap->own);
  while (g_hash_table_iter_next (&iter, &id, &keys))
    g_ptr_array_add (lines, g_strdup_printf ("%s=%s", (char *)id, (char *)keys));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  g_object_set (quo_preferences_get (), "keys", lines->pdata, NULL);
}

static void
quo_keymap_finalize (GObject *object)
{
  QuoKeymap *keymap = QUO_KEYMAP (object);

  g_hash_table_unref (keymap->own);
  g_array_unref (keymap->keys);
  G_OBJECT_CLASS (quo_keymap_parent_class)->finalize (object);
}

static void
quo_keymap_class_init (QuoKeymapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_keymap_finalize;
  signals[CHANGED] = g_signal_new ("changed", QUO_TYPE_KEYMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
quo_keymap_init (QuoKeymap *keymap)
{
  keymap->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  keymap->keys = g_array_new (FALSE, FALSE, sizeof (QuoKey));
  g_signal_connect_object (quo_preferences_get (), "notify::keys", G_CALLBACK (on_preference),
                           keymap, G_CONNECT_SWAPPED);
  read_own (keymap);
  make_keys (keymap);
}

QuoKeymap *
quo_keymap_get (void)
{
  static QuoKeymap *keymap;

  if (keymap == NULL)
    keymap = g_object_new (QUO_TYPE_KEYMAP, NULL);
  return keymap;
}

const GArray *
quo_keymap_list (QuoKeymap *keymap)
{
  g_return_val_if_fail (QUO_IS_KEYMAP (keymap), NULL);
  return keymap->keys;
}

char *
quo_keymap_dup_keys (QuoKeymap *keymap, const QuoActionInfo *info)
{
  g_autoptr (GString) keys = NULL;

  g_return_val_if_fail (QUO_IS_KEYMAP (keymap) && info != NULL, NULL);

  if (info->when == QUO_KEYS_LABELS)
    return g_strdup (info->keys);
  keys = g_string_new (NULL);
  for (guint i = 0; i < keymap->keys->len; i++)
    {
      const QuoKey *key = &g_array_index (keymap->keys, QuoKey, i);
      g_autofree char *name = NULL;

      if (key->info != info)
        continue;
      name = gtk_accelerator_name (key->keyval, key->modifiers);
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", name);
    }
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

/* (nullable): what is on the key, where GTK has another word (@name). */
static const char *
find_printed (guint keyval, const char *name)
{
  /* Translators: the key, as it is called on keyboards. */
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return C_ ("key", "Enter");
  /* That is the name of a symbol; in languages that GTK knows it has the word of people. */
  if (g_str_equal (name, "BackSpace"))
    /* Translators: the key, as it is called on keyboards. */
    return C_ ("key", "Backspace");
  return NULL;
}

char *
quo_key_dup_label (guint keyval, GdkModifierType modifiers)
{
  g_autofree char *label = NULL, *name = NULL;
  const char *printed;

  /* Tab with Shift is another key for X, for nobody else. */
  if (keyval == GDK_KEY_ISO_Left_Tab)
    keyval = GDK_KEY_Tab;
  label = gtk_accelerator_get_label (keyval, modifiers);
  name = gtk_accelerator_get_label (keyval, 0);
  printed = find_printed (keyval, name);
  if (printed == NULL || !g_str_has_suffix (label, name))
    return g_steal_pointer (&label);
  label[strlen (label) - strlen (name)] = '\0';
  return g_strconcat (label, printed, NULL);
}

static gboolean
is_for (const QuoActionInfo *info, const char *action, GVariant *target)
{
  g_autoptr (GVariant) own = NULL;

  if (strcmp (info->action, action) != 0)
    return FALSE;
  if (target == NULL)
    return TRUE;
  own = read_target (info);
  return own != NULL && g_variant_equal (own, target);
}

/* A bare key goes before one that works everywhere: it is the one to be learnt. */
static const QuoKey *
find_first (QuoKeymap *keymap, const char *action, GVariant *target)
{
  const QuoKey *found = NULL;

  for (guint i = 0; i < keymap->keys->len; i++)
    {
      const QuoKey *key = &g_array_index (keymap->keys, QuoKey, i);

      if (is_for (key->info, action, target)
          && (found == NULL || (key->is_bare && !found->is_bare)))
        found = key;
    }
  return found;
}

char *
quo_keymap_dup_accel (QuoKeymap *keymap, const char *action)
{
  const QuoKey *key;

  g_return_val_if_fail (QUO_IS_KEYMAP (keymap) && action != NULL, NULL);

  key = find_first (keymap, action, NULL);
  return key != NULL ? gtk_accelerator_name (key->keyval, key->modifiers) : NULL;
}

char *
quo_keymap_dup_label (QuoKeymap *keymap, const char *action)
{
  const QuoKey *key;

  g_return_val_if_fail (QUO_IS_KEYMAP (keymap) && action != NULL, NULL);

  key = find_first (keymap, action, NULL);
  return key != NULL ? quo_key_dup_label (key->keyval, key->modifiers) : NULL;
}

char *
quo_keymap_dup_target_label (QuoKeymap *keymap, const char *action, GVariant *target,
                             gboolean *ret_is_known)
{
  const QuoActionInfo *rows;
  const QuoKey *key;
  guint n_rows;

  g_return_val_if_fail (QUO_IS_KEYMAP (keymap) && action != NULL, NULL);

  *ret_is_known = FALSE;
  rows = quo_actions_list (&n_rows);
  for (guint i = 0; i < n_rows && !*ret_is_known; i++)
    *ret_is_known = is_for (&rows[i], action, target);
  key = find_first (keymap, action, target);
  return key != NULL ? quo_key_dup_label (key->keyval, key->modifiers) : NULL;
}

gboolean
quo_keymap_is_changed (QuoKeymap *keymap, const QuoActionInfo *info)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (QUO_IS_KEYMAP (keymap) && info != NULL, FALSE);

  id = dup_id (info);
  return g_hash_table_contains (keymap->own, id);
}

void
quo_keymap_set (QuoKeymap *keymap, const QuoActionInfo *info, const char *keys)
{
  g_return_if_fail (QUO_IS_KEYMAP (keymap) && info != NULL && keys != NULL);

  g_hash_table_insert (keymap->own, dup_id (info), g_strdup (keys));
  store (keymap);
}

void
quo_keymap_reset (QuoKeymap *keymap, const QuoActionInfo *info)
{
  g_return_if_fail (QUO_IS_KEYMAP (keymap));

  if (info == NULL)
    g_hash_table_remove_all (keymap->own);
  else
    {
      g_autofree char *id = dup_id (info);

      g_hash_table_remove (keymap->own, id);
    }
  store (keymap);
}

const QuoActionInfo *
quo_keymap_find (QuoKeymap *keymap, guint keyval, GdkModifierType modifiers,
                 const QuoActionInfo *except)
{
  g_return_val_if_fail (QUO_IS_KEYMAP (keymap), NULL);

  for (guint i = 0; i < keymap->keys->len; i++)
    {
      const QuoKey *key = &g_array_index (keymap->keys, QuoKey, i);

      if (key->info != except && gdk_keyval_to_lower (key->keyval) == gdk_keyval_to_lower (keyval)
          && key->modifiers == modifiers)
        return key->info;
    }
  return NULL;
}

const QuoActionInfo *
quo_keymap_find_character (QuoKeymap *keymap, const char *character)
{
  gunichar c = g_utf8_get_char (character);
  const QuoActionInfo *info = quo_keymap_find (keymap, gdk_unicode_to_keyval (c), 0, NULL);

  /* The key of the label for quotes is the one that takes a quote. */
  if (info != NULL && g_str_equal (info->action, "win.capture-quote"))
    return NULL;
  return info;
}
