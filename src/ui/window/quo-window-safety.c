/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of the safety of changes: recovered ones, a second window, a journal that
 * cannot be written. */
#include "quo-config.h"

#include "quo-window-private.h"

#include <glib/gi18n.h>

void
quo_window_tell_recovered (QuoWindow *window, guint n_recovered, guint n_unrecovered)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (n_recovered > 0)
    g_string_append_printf (
        message,
        g_dngettext (
            GETTEXT_PACKAGE, "The program ended before it could save: %u change was recovered",
            "The program ended before it could save: %u changes were recovered", n_recovered),
        n_recovered);
  if (n_unrecovered > 0)
    {
      g_string_append (message, message->len > 0 ? ". " : "");
      g_string_append_printf (
          message,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u change of an earlier session does not fit the annotations on disk; it "
                       "was left out",
                       "%u changes of an earlier session do not fit the annotations on disk; they "
                       "were left out",
                       n_unrecovered),
          n_unrecovered);
    }
  if (message->len == 0)
    return;
  quo_notices_show (window->notices, "recovered", FALSE, message->str, NULL, NULL, NULL);
  quo_session_set_message (window->session, "%s", message->str);
}

void
quo_window_tell_elsewhere (QuoWindow *window)
{
  quo_notices_show (window->notices, "elsewhere", FALSE,
                    _ ("This article is open in another window or program. What both change can be "
                       "merged when it is saved"),
                    NULL, NULL, NULL);
}

void
quo_window_show_log_state (QuoWindow *window)
{
  QuoLog *log = window->session != NULL ? quo_session_get_log (window->session) : NULL;
  const QuoNoticeButton retry[] = { { _ ("Save Now"), "win.save" }, { NULL, NULL } };

  if (log == NULL || quo_log_is_safe (log))
    {
      quo_notices_hide (window->notices, "log");
      return;
    }
  quo_notices_show (window->notices, "log", TRUE, quo_log_get_error (log)->message, retry, NULL,
                    NULL);
}

void
quo_window_watch_log (QuoWindow *window)
{
  QuoLog *log = quo_session_get_log (window->session);

  if (log != NULL)
    g_signal_connect_object (log, "notify::is-safe", G_CALLBACK (quo_window_show_log_state), window,
                             G_CONNECT_SWAPPED);
  quo_window_show_log_state (window);
}
