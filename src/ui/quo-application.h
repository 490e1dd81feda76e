/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuoApplication:
 *
 * The program `quotidian`: one instance a session, windows, command line, and the actions that
 * belong to no window.
 */
#define QUO_TYPE_APPLICATION (quo_application_get_type ())
G_DECLARE_FINAL_TYPE (QuoApplication, quo_application, QUO, APPLICATION, AdwApplication)

QuoApplication *quo_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Saves everything, then ends; stays when something could not be saved. */
void quo_application_quit (QuoApplication *application);
void quo_application_show_about (QuoApplication *application);
/* Opens the guide in the help viewer of the desktop. */
void quo_application_show_help (QuoApplication *application);
void quo_application_show_preferences (QuoApplication *application);
void quo_application_show_shortcuts (QuoApplication *application);

G_END_DECLS
