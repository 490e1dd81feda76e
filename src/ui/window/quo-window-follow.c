/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window follows from outside of it: the preferences, the style of the desktop, the keys,
 * and the size it had. */
#include "quo-config.h"

#include "quo-ink-style.h"
#include "quo-key-hints.h"
#include "quo-keymap.h"
#include "quo-window-private.h"

static gboolean
string_to_density (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *name = g_value_get_string (from);
  QuoDensity density = g_strcmp0 (name, "none") == 0    ? QUO_DENSITY_NONE
                       : g_strcmp0 (name, "lines") == 0 ? QUO_DENSITY_LINES
                                                        : QUO_DENSITY_LABELS;

  g_value_set_uint (to, density);
  return TRUE;
}

static gboolean
string_to_typeface (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *name = g_value_get_string (from);

  g_value_set_uint (to, g_strcmp0 (name, "sans") == 0     ? 1
                        : g_strcmp0 (name, "system") == 0 ? 2
                                                          : 0);
  return TRUE;
}

static void
bind_preferences (QuoWindow *window)
{
  QuoPreferences *preferences = quo_preferences_get ();
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property_full (preferences, "density", window->view, "density",
                               G_BINDING_SYNC_CREATE, string_to_density, NULL, NULL, NULL);
  g_object_bind_property_full (preferences, "typeface", window->view, "typeface",
                               G_BINDING_SYNC_CREATE, string_to_typeface, NULL, NULL, NULL);
  g_object_bind_property (preferences, "text-size", window->view, "text-size",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "line-width", window->view, "line-width",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "line-spacing", window->view, "line-spacing",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "margin-names", window->view, "has-margin-names",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (preferences, "auto-advance", window->session, "auto-advance", both);
  g_object_bind_property (preferences, "show-list", window->fold, "show-list", both);
  g_object_bind_property (preferences, "show-inspector", window->fold, "show-inspector", both);
}

static void
follow_annotator (QuoWindow *window)
{
  g_autofree char *name = quo_preferences_dup_string (quo_preferences_get (), "annotator-name");

  quo_session_set_annotator (window->session, name);
  if (*name != '\0')
    quo_window_withdraw_name_offer (window);
}

static char *
dup_key_name (const char *action)
{
  return quo_keymap_dup_label (quo_keymap_get (), action);
}

/* Menus and tooltips say the keys as they are, and so does whatever asks the session. */
static void
follow_keys (QuoWindow *window)
{
  GMenuModel *const menus[] = { G_MENU_MODEL (window->main_menu), G_MENU_MODEL (window->open_menu),
                                G_MENU_MODEL (window->empty_menu) };

  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    quo_key_hints_update_menu (menus[i]);
  quo_key_hints_update_tooltips (GTK_WIDGET (window));
  quo_session_set_key_names (window->session, dup_key_name);
}

static void
restore_size (QuoWindow *window)
{
  QuoPreferences *preferences = quo_preferences_get ();

  gtk_window_set_default_size (GTK_WINDOW (window),
                               quo_preferences_get_int (preferences, "window-width"),
                               quo_preferences_get_int (preferences, "window-height"));
  if (quo_preferences_get_flag (preferences, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
}

void
quo_window_remember_size (QuoWindow *window)
{
  QuoPreferences *preferences = quo_preferences_get ();
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (window));
  int width, height;

  g_object_set (preferences, "window-maximized", is_maximized, NULL);
  if (is_maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_object_set (preferences, "window-width", width, "window-height", height, NULL);
}

void
quo_window_follow (QuoWindow *window)
{
  restore_size (window);
  bind_preferences (window);
  quo_ink_follow_style (GTK_WIDGET (window));
  follow_annotator (window);
  follow_keys (window);
  g_signal_connect_object (quo_preferences_get (), "notify::annotator-name",
                           G_CALLBACK (follow_annotator), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (quo_keymap_get (), "changed", G_CALLBACK (follow_keys), window,
                           G_CONNECT_SWAPPED);
}
