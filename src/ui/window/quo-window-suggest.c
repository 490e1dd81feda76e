/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in the window: which suggesters are on, and the bar that stands while a run takes
 * longer than a moment. What they propose belongs to the session. */
#include "quo-config.h"

#include "quo-suggester.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

#define NOTICE "suggesting"
/* Milliseconds after which it is told that they run. */
#define MOMENT 250

/* --- On and off --- */

static const char *
get_id (GAction *action)
{
  return g_action_get_name (action) + strlen (QUO_SUGGESTER_ACTION);
}

static void
on_switch (GSimpleAction *action, GVariant *state, gpointer data)
{
  quo_preferences_set_suggester (quo_preferences_get (), get_id (G_ACTION (action)),
                                 g_variant_get_boolean (state));
}

static void
follow_suggesters (QuoWindow *window)
{
  g_auto (GStrv) off = quo_preferences_dup_strv (quo_preferences_get (), "suggesters-off");

  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    {
      g_autofree char *name = g_strconcat (QUO_SUGGESTER_ACTION, (*suggester)->id, NULL);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);
      gboolean is_on = !g_strv_contains ((const char *const *)off, (*suggester)->id);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_on));
    }
  quo_session_set_suggesters_off (window->session, (const char *const *)off);
}

static void
add_suggester (QuoWindow *window, const QuoSuggester *suggester)
{
  g_autofree char *name = g_strconcat (QUO_SUGGESTER_ACTION, suggester->id, NULL);
  g_autofree char *detailed = g_strconcat ("win.", name, NULL);
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));

  g_signal_connect (action, "change-state", G_CALLBACK (on_switch), NULL);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
  g_menu_append (window->suggesters_menu, _ (suggester->title), detailed);
}

/* --- While they run --- */

static gboolean
on_moment (gpointer data)
{
  QuoWindow *window = data;
  const QuoNoticeButton stop[] = { { _ ("Stop"), "win.stop-suggesting" }, { NULL, NULL } };

  window->suggesting_timeout = 0;
  quo_notices_show (window->notices, NOTICE, FALSE, _ ("Looking for quotes and names…"), stop, NULL,
                    NULL);
  return G_SOURCE_REMOVE;
}

static void
on_suggesting (QuoWindow *window)
{
  gboolean is_awaited = quo_session_is_asked_to_suggest (window->session);

  if (is_awaited && window->suggesting_timeout == 0 && !quo_notices_has (window->notices, NOTICE))
    window->suggesting_timeout = g_timeout_add (MOMENT, on_moment, window);
  if (is_awaited)
    return;
  g_clear_handle_id (&window->suggesting_timeout, g_source_remove);
  quo_notices_hide (window->notices, NOTICE);
}

void
quo_window_attach_suggestions (QuoWindow *window)
{
  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    add_suggester (window, *suggester);
  follow_suggesters (window);
  g_signal_connect_object (quo_preferences_get (), "notify::suggesters-off",
                           G_CALLBACK (follow_suggesters), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->session, "notify::is-suggesting", G_CALLBACK (on_suggesting),
                           window, G_CONNECT_SWAPPED);
}
