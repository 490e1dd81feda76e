/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoPreferences:
 *
 * What the program remembers of a person and of the window, as properties. They are bound to
 * GSettings where the schema is installed; without it they hold their defaults and last as long as
 * the program.
 *
 * Properties: `annotator-name` (string), `is-name-asked` (boolean: the name was offered to be
 * told), `density` ("none", "lines", "labels"), `typeface`
 * ("serif", "sans", "system"), `text-size` (int, px), `margin-names`, `auto-advance` (boolean),
 * `window-width`, `window-height` (int), `window-maximized`, `show-list`, `show-inspector`
 * (boolean), `last-folder` (string), `keys` (strv, "win.next=n": keys that were changed, see
 * QuoKeymap), `suggesters-off` (strv, ids of suggesters that propose nothing), `line-width` (int,
 * characters in a line, about), `line-spacing` (int, per cent of what the density asks for).
 */
#define QUO_TYPE_PREFERENCES (quo_preferences_get_type ())
G_DECLARE_FINAL_TYPE (QuoPreferences, quo_preferences, QUO, PREFERENCES, GObject)

#define QUO_TEXT_SIZE_MIN 13
#define QUO_TEXT_SIZE_MAX 28
#define QUO_TEXT_SIZE_DEFAULT 17
#define QUO_LINE_WIDTH_MIN 40
#define QUO_LINE_WIDTH_MAX 120
#define QUO_LINE_WIDTH_DEFAULT 66
#define QUO_LINE_SPACING_MIN 80
#define QUO_LINE_SPACING_MAX 160
#define QUO_LINE_SPACING_DEFAULT 100

/* The one of the program. Borrowed. */
QuoPreferences *quo_preferences_get (void);
/* (transfer full): the value of a string property. */
char *quo_preferences_dup_string (QuoPreferences *preferences,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;
gint quo_preferences_get_int (QuoPreferences *preferences, const char *name);
gboolean quo_preferences_get_flag (QuoPreferences *preferences, const char *name);
/* (transfer full): never NULL. */
char **quo_preferences_dup_strv (QuoPreferences *preferences,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Switches a suggester on or off. */
void quo_preferences_set_suggester (QuoPreferences *preferences, const char *id, gboolean is_on);

G_END_DECLS
