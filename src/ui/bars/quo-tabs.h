/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-article-view.h"
#include "quo-parked.h"

G_BEGIN_DECLS

/**
 * QuoTabs:
 *
 * The articles that are open in a window, as a bar of tabs. One of them, the current one, is in the
 * session; the others are parked: nothing is laid out or drawn of them, so that fifty cost no more
 * than one. A tab of a path that was never shown costs a title.
 *
 * Signals: `needs-article (char *path)`: the tab that was chosen has no document yet; `switched
 * ()`: another article is in the session; `save-failed ()`: a tab that is closed could not be
 * saved, it is the current one now; `changed ()`: tabs came, went or changed their place.
 */
#define QUO_TYPE_TABS (quo_tabs_get_type ())
G_DECLARE_FINAL_TYPE (QuoTabs, quo_tabs, QUO, TABS, GtkWidget)

/* What is remembered of a tab. */
typedef struct
{
  char *path;
  guint32 caret, top; /* code points */
} QuoTabPlace;
void quo_tab_place_free (QuoTabPlace *place);

GtkWidget *quo_tabs_new (QuoSession *session, QuoArticleView *view) G_GNUC_WARN_UNUSED_RESULT;
guint quo_tabs_count (QuoTabs *tabs);
/* A further tab, which is not chosen. @place: where it was left, or NULL. */
void quo_tabs_add (QuoTabs *tabs, const char *path, const QuoTabPlace *place);
/* Chooses the tab of an article; whether there is one. */
gboolean quo_tabs_choose (QuoTabs *tabs, const char *path);
gboolean quo_tabs_has (QuoTabs *tabs, const char *path);
/* The next (+1) or previous (-1) one, round the end. */
void quo_tabs_step (QuoTabs *tabs, gint direction);
/* Closes the current one, saved; or all. */
void quo_tabs_close_current (QuoTabs *tabs);
/* Its article could not be opened: the tab goes, and the one before it comes back. */
void quo_tabs_give_up_current (QuoTabs *tabs);
/* Another article was taken by the session: the current tab (or the first one) is its. */
void quo_tabs_follow_session (QuoTabs *tabs);
/* The whole text is in the view: it is scrolled to where it was left. */
void quo_tabs_restore_scroll (QuoTabs *tabs);
/* Saves what is parked, waiting; whether all is saved. What could not be is the current one then.
 */
gboolean quo_tabs_save_parked (QuoTabs *tabs);
/* (transfer full) (element-type QuoTabPlace): all tabs in order; @ret_current which is chosen. */
GPtrArray *quo_tabs_list (QuoTabs *tabs, guint *ret_current) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
