/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a key event to an action. Invariant: a bare key does something only while the article has
 * the focus; with Ctrl or Alt alone a key never types a label.
 */
#include "quo-config.h"

#include "quo-keymap.h"
#include "quo-keys.h"

#include <gdk/gdkkeysyms.h>
#include <string.h>

#define MODIFIERS                                                                                  \
  (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

typedef struct
{
  guint keycode;
  const char *characters;
} Row;

/* The four rows of letters and digits of a US keyboard; the key codes of X11 and Wayland (evdev +
 * 8). */
static const Row rows[] = {
  { 10, "1234567890-=" },
  { 24, "qwertyuiop[]" },
  { 38, "asdfghjkl;'" },
  { 52, "zxcvbnm,./" },
};

gunichar
quo_keys_get_place (guint keycode)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (keycode >= rows[i].keycode && keycode < rows[i].keycode + strlen (rows[i].characters))
      return rows[i].characters[keycode - rows[i].keycode];
  return 0;
}

static guint
find_keycode (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *p = c < 128 ? strchr (rows[i].characters, (char)c) : NULL;
      if (p != NULL && c != 0)
        return rows[i].keycode + (guint)(p - rows[i].characters);
    }
  return 0;
}

/* Whether a row may act now; NULL session: the focus is not in the article. */
static gboolean
applies (const QuoKey *key, QuoSession *session)
{
  if (!key->is_bare)
    return TRUE;
  if (session == NULL)
    return FALSE;
  switch (key->info->when)
    {
    case QUO_KEYS_RESIZING:
      return quo_session_is_resizing (session);
    case QUO_KEYS_SELECTED:
      return quo_session_get_selected (session) != NULL;
    default:
      return TRUE;
    }
}

/* Letters are compared without case, and Shift counts. Any other character is what it is, however
 * it was typed: "+" and "/" need Shift on some keyboards and not on others. */
static gboolean
matches (const QuoKey *key, guint keyval, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  gboolean is_letter = c != 0 && g_unichar_isalpha (c);
  gboolean is_sign = c != 0 && g_unichar_isprint (c) && !is_letter;

  if (gdk_keyval_to_lower (keyval) != gdk_keyval_to_lower (key->keyval))
    return FALSE;
  if (is_sign)
    modifiers &= ~GDK_SHIFT_MASK;
  return modifiers == key->modifiers;
}

static const QuoKey *
find_key (guint keyval, GdkModifierType modifiers, QuoSession *session)
{
  const GArray *keys = quo_keymap_list (quo_keymap_get ());

  for (guint i = 0; i < keys->len; i++)
    {
      const QuoKey *key = &g_array_index (keys, QuoKey, i);
      if (matches (key, keyval, modifiers) && applies (key, session))
        return key;
    }
  return NULL;
}

/* What the key would be on a US keyboard, where its own character cannot be meant: a letter that is
 * not Latin, or a sign without Shift on a key of the row of digits (French, Czech). Else 0. */
static guint
get_placed_keyval (guint keyval, guint keycode, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  gunichar place = quo_keys_get_place (keycode);

  if (c == 0 || place == 0)
    return 0;
  if (g_unichar_isdigit (place))
    return !g_unichar_isdigit (c) && (modifiers & GDK_SHIFT_MASK) == 0 ? place : 0;
  if (g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
    return gdk_unicode_to_keyval (place);
  return 0;
}

static gboolean
activate (GtkWidget *widget, const QuoKey *key)
{
  g_autoptr (GVariant) target = NULL;

  if (key->info->target != NULL)
    target
        = g_variant_parse (G_VARIANT_TYPE (key->info->type), key->info->target, NULL, NULL, NULL);
  gtk_widget_activate_action_variant (widget, key->info->action, target);
  return TRUE;
}

/* A digit while the prompt stands links; else the key of a label tags. */
static gboolean
press_label (GtkWidget *view, QuoSession *session, guint keyval, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char character[7] = { 0 };
  const QuoLabel *label;

  if (c == 0 || (modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (c >= '1' && c <= '9' && quo_session_is_prompting (session)
      && quo_session_get_selection (session).start == quo_session_get_selection (session).end)
    return gtk_widget_activate_action (view, "win.link-candidate", "u", (guint32)(c - '1'));
  if (g_unichar_isalpha (c) && (modifiers & GDK_SHIFT_MASK) != 0)
    return FALSE;
  g_unichar_to_utf8 (g_unichar_tolower (c), character);
  label = quo_tagset_find_key (quo_session_get_tagset (session), character);
  if (label == NULL)
    return FALSE;
  if (label->kind == QUO_LABEL_QUOTE)
    return gtk_widget_activate_action (view, "win.capture-quote", NULL);
  return gtk_widget_activate_action (view, "win.tag", "s", label->id);
}

static gboolean
press (GtkWidget *view, QuoSession *session, guint keyval, GdkModifierType modifiers)
{
  const QuoKey *key = find_key (keyval, modifiers, session);

  if (key != NULL)
    return activate (view, key);
  return session != NULL && press_label (view, session, keyval, modifiers);
}

static gboolean
press_or_place (GtkWidget *view, QuoSession *session, guint keyval, guint keycode,
                GdkModifierType modifiers)
{
  guint placed = get_placed_keyval (keyval, keycode, modifiers & MODIFIERS);
  gboolean is_digit = placed >= GDK_KEY_0 && placed <= GDK_KEY_9;

  modifiers &= MODIFIERS;
  /* The digit before the sign: "+" stands on the 1 of a Czech keyboard. */
  if (is_digit && press (view, session, placed, modifiers))
    return TRUE;
  if (press (view, session, keyval, modifiers))
    return TRUE;
  return placed != 0 && !is_digit && press (view, session, placed, modifiers);
}

static gboolean
is_rtl_letter (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the annotation to be resized stands in a paragraph that runs from right to left, as its
 * first letter tells: then the key that points to its logical end is the one to the left. */
static gboolean
is_mirrored (QuoSession *session)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  QuoSpan hull = quo_annotation_get_hull (quo_session_get_selected (session));
  QuoSpan paragraph = quo_text_get_paragraph (text, hull.start);
  const char *end = quo_text_at (text, paragraph.end);

  for (const char *p = quo_text_at (text, paragraph.start); p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_rtl_letter (g_utf8_get_char (p));
  return FALSE;
}

static guint
mirror (guint keyval, GdkModifierType modifiers, QuoSession *session)
{
  gboolean is_left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  gboolean is_right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (!(is_left || is_right) || (modifiers & GDK_SHIFT_MASK) == 0
      || !quo_session_is_resizing (session))
    return keyval;
  if (is_mirrored (session))
    is_left = !is_left;
  return is_left ? GDK_KEY_Left : GDK_KEY_Right;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R)
         || keyval == GDK_KEY_ISO_Level3_Shift || keyval == GDK_KEY_Mode_switch;
}

/* A letter while F waits for two of them; whatever else is pressed ends the waiting, and only
 * Escape does nothing but that. */
static gboolean
press_jump (QuoSession *session, guint keyval, GdkModifierType modifiers)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gunichar c = is_enter ? '\n' : gdk_keyval_to_unicode (keyval);

  if (!quo_session_is_jumping (session) || is_modifier (keyval))
    return FALSE;
  if (is_enter || (g_unichar_isprint (c) && (modifiers & MODIFIERS & ~GDK_SHIFT_MASK) == 0))
    {
      quo_session_type_jump (session, c);
      return TRUE;
    }
  quo_session_end_jump (session);
  return keyval == GDK_KEY_Escape;
}

/* A letter of a suggestion while Y sifts them, by its place where it is not Latin, with Shift for
 * other borders, with Alt for the other label; Enter takes them, Escape ends it. Whatever else is
 * pressed does what it does. */
static gboolean
press_sift (QuoSession *session, guint keyval, guint keycode, GdkModifierType modifiers)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gunichar c = is_enter ? '\n' : gdk_keyval_to_unicode (keyval);

  guint held = modifiers & MODIFIERS;

  if (!quo_session_is_sifting (session)
      || (held != 0 && (is_enter || (held != GDK_SHIFT_MASK && held != GDK_ALT_MASK))))
    return FALSE;
  if (keyval == GDK_KEY_Escape && held == 0)
    {
      quo_session_end_sift (session);
      return TRUE;
    }
  if (g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
    c = quo_keys_get_place (keycode);
  if (held == GDK_ALT_MASK)
    return quo_session_type_sift_label (session, c);
  /* Caps Lock is no Shift. */
  c = held == GDK_SHIFT_MASK ? g_unichar_toupper (c) : g_unichar_tolower (c);
  return quo_session_type_sift (session, c);
}

static gboolean
on_article_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType modifiers, QuoSession *session)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (press_jump (session, keyval, modifiers) || press_sift (session, keyval, keycode, modifiers))
    return TRUE;
  return press_or_place (view, session, mirror (keyval, modifiers, session), keycode, modifiers);
}

static gboolean
on_window_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType modifiers, gpointer data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  /* What has a use for Escape has had it: from anywhere else it leads back to the article. */
  if (keyval == GDK_KEY_Escape && (modifiers & MODIFIERS) == 0)
    return gtk_widget_activate_action (window, "win.focus-article", NULL);
  return press_or_place (window, NULL, keyval, keycode, modifiers);
}

void
quo_keys_attach_article (GtkWidget *view, QuoSession *session)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Before the text view, which would move the caret or beep. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_article_key), session, 0);
  gtk_widget_add_controller (view, controller);
}

void
quo_keys_attach_window (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_window_key), NULL);
  gtk_widget_add_controller (window, controller);
}

static gboolean
on_column_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType modifiers, GtkWidget *view)
{
  if (keyval != GDK_KEY_Escape || (modifiers & MODIFIERS) != 0)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (view);
}

void
quo_keys_attach_column (GtkWidget *column, GtkWidget *view)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_column_key), view, 0);
  gtk_widget_add_controller (column, controller);
}

/* The character of the key at @keycode without Shift, or 0; whether @wanted is on it, with or
 * without. */
static gunichar
read_key (GdkDisplay *display, guint keycode, gunichar wanted, gboolean *ret_has_wanted)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  gunichar plain = 0;
  int n_entries = 0;

  *ret_has_wanted = FALSE;
  if (!gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n_entries))
    return 0;
  for (int i = 0; i < n_entries; i++)
    {
      gunichar c = g_unichar_tolower (gdk_keyval_to_unicode (keyvals[i]));

      if (c == wanted)
        *ret_has_wanted = TRUE;
      if (keys[i].group == 0 && keys[i].level == 0)
        plain = c;
    }
  return plain;
}

static gboolean
is_typable (GdkDisplay *display, gunichar c)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  return gdk_display_map_keyval (display, gdk_unicode_to_keyval (c), &keys, &n_keys) && n_keys > 0;
}

char *
quo_keys_dup_printed (GdkDisplay *display, const char *key)
{
  gunichar wanted = g_unichar_tolower (g_utf8_get_char (key));
  guint keycode = find_keycode (wanted);
  gboolean has_wanted = FALSE;
  gunichar plain = 0;
  char printed[7] = { 0 };

  if (keycode != 0 && !is_typable (display, wanted))
    plain = read_key (display, keycode, wanted, &has_wanted);
  if (plain == 0 || has_wanted || !g_unichar_isgraph (plain))
    plain = wanted;
  g_unichar_to_utf8 (g_unichar_toupper (plain), printed);
  return g_strdup (printed);
}
