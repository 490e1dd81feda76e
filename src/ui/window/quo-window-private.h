/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-article-view.h"
#include "quo-find-bar.h"
#include "quo-fold.h"
#include "quo-folder.h"
#include "quo-inspector.h"
#include "quo-layer-button.h"
#include "quo-list-column.h"
#include "quo-notices.h"
#include "quo-preferences.h"
#include "quo-short-line.h"
#include "quo-tabs.h"
#include "quo-toasts.h"
#include "quo-window.h"

G_BEGIN_DECLS

/* What the files of the window share. */

struct _QuoWindow
{
  AdwApplicationWindow parent_instance;

  QuoSession *session;
  GSimpleAction *state; /* win.state */
  guint state_idle;     /* its string is out of date */
  /* What happened since the last announcement: a message came, the selection moved, the document
   * was changed, the keyboard went elsewhere. */
  gboolean has_news, has_moved, has_changed, has_focus_moved;

  QuoFolder *folder;
  GSimpleAction *folder_state; /* win.folder-state */
  QuoListColumn *list_page;
  gpointer place;       /* quo-window-folder.c: where to go once the article is open, or NULL */
  gboolean keeps_focus; /* the keyboard stays in the list when that article comes */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  QuoNotices *empty_notices, *notices;
  QuoFold *fold;
  GtkBox *list_column, *inspector_column, *origin_slot, *find_slot, *label_slot, *layer_slot;
  GtkScrolledWindow *scrolled;
  AdwWindowTitle *title;
  QuoShortLine *status;
  GtkLabel *totals;
  AdwHeaderBar *page_header;
  GtkButton *done_button, *undo_button, *redo_button;
  GtkWidget *open_button, *find_in_folder_button;
  QuoArticleView *view;
  QuoFindBar *find_bar;
  QuoInspector *inspector; /* NULL until the window is furnished */
  QuoLayerButton *layers;
  AdwToast *name_toast;   /* weak: what offers to tell one's name, while it is there */
  AdwToast *locked_toast; /* weak: what offers to unlock, while it is there */
  AdwToast *undo_toast;   /* weak: what offers to take back an act on many, while it is there */
  guint undo_depth;       /* of that act: it is the last of so many that can be undone */
  QuoTabs *tabs;
  GtkBox *tab_slot;
  GSimpleAction *tabs_state; /* win.tabs-state */
  GMenu *recent_menu, *open_menu, *main_menu, *empty_menu, *suggesters_menu;
  GtkMenuButton *menu_button, *side_menu_button, *empty_menu_button;
  guint n_furnished;            /* quo-window-furnish.c: how many of its parts are there */
  GFileMonitor *monitor;        /* of the article file, or NULL */
  GHashTable *article_etags;    /* path -> version of the article that was read */
  guint look_timeout;           /* whether it changed is looked at then */
  GFileMonitor *folder_monitor; /* of its folder, or NULL */
  guint copies_timeout;         /* conflict copies are looked for then */
  guint remember_timeout;
  gboolean is_restoring;

  GCancellable *opening;    /* of what is being opened, or NULL */
  gint opened_share;        /* per cent of it that is read; set by the thread, atomic */
  guint progress_timeout;   /* quo-window-progress.c */
  guint suggesting_timeout; /* quo-window-suggest.c */
  gboolean is_loading;      /* the session is held busy until the whole text is in the view */
  gboolean is_closing;      /* it was told that closing loses something; the next time it closes */
};

/* The notices of the page that is shown. */
QuoNotices *quo_window_get_notices (QuoWindow *window);
/* Says it in the status line, in `win.state`, and in a bar. */
void quo_window_tell_error (QuoWindow *window, const char *id, const char *message);
/* What was done over after a crash, and what could not be; nothing is said of none. */
void quo_window_tell_recovered (QuoWindow *window, guint n_recovered, guint n_unrecovered);
/* The article is open in another window or program. */
void quo_window_tell_elsewhere (QuoWindow *window);
/* Says while changes are not safe. */
void quo_window_watch_log (QuoWindow *window);
/* After another article was taken by the session. */
void quo_window_show_page (QuoWindow *window);
void quo_window_show_article (QuoWindow *window);
/* Each shows one thing as it is now. */
void quo_window_show_title (QuoWindow *window);
void quo_window_show_totals (QuoWindow *window);
/* Where the page is narrow, of the buttons of the window only that which closes it is left: the
 * title needs the room. */
void quo_window_fit_title_buttons (QuoWindow *window);
void quo_window_show_done (QuoWindow *window);
/* Whether the layer that is acted in is done. */
gboolean quo_window_is_done (QuoWindow *window);
/* Title, subtitle and `win.state`, when something about saving changed. */
void quo_window_show_saving (QuoWindow *window);
/* Another window got the keyboard: what is unsaved is written. */
void quo_window_save_when_left (QuoWindow *window);
/* The selected annotation was double-clicked on the page. */
void quo_window_on_edit (QuoArticleView *view, gboolean takes_focus, QuoWindow *window);
/* quo-window-follow.c: preferences, style, keys; and the size, which is kept. */
void quo_window_follow (QuoWindow *window);
void quo_window_remember_size (QuoWindow *window);
/* quo-window-furnish.c: makes what the first frame can do without, after it; busy until then. */
void quo_window_furnish_later (QuoWindow *window);
void quo_window_attach_menus (QuoWindow *window);
/* What is still missing, at once. */
void quo_window_furnish_now (QuoWindow *window);
/* quo-window-who.c */
GtkWidget *quo_window_make_layers (QuoWindow *window);
void quo_window_offer_name (QuoWindow *window);
/* The name was told: the question goes, if it still stands. */
void quo_window_withdraw_name_offer (QuoWindow *window);
/* quo-window-menu.c: the context menu of the page. */
void quo_window_attach_context_menu (QuoWindow *window);
/* quo-window-choose.c */
void quo_window_attach_drop (QuoWindow *window);
/* A folder becomes the list; each article gets a tab. @files: (element-type GFile) */
void quo_window_open_files (QuoWindow *window, GPtrArray *files);
/* A dialog begins where the last one ended. */
void quo_window_set_last_folder (GtkFileChooser *chooser);
/* quo-window-paste.c: text that is dropped becomes a new article. */
void quo_window_attach_text_drop (QuoWindow *window);

/* quo-window-progress.c: tells how much of a file is read, if it takes long, until the end. */
void quo_window_begin_progress (QuoWindow *window, const char *path);
void quo_window_end_progress (QuoWindow *window);

/* quo-window-suggest.c: after the preferences are bound. */
void quo_window_attach_suggestions (QuoWindow *window);
/* The actions that switch suggesters are called by this and the id. */
#define QUO_SUGGESTER_ACTION "suggester-"

/* quo-window-tabs.c */
void quo_window_attach_tabs (QuoWindow *window);
/* Whether there is nothing to show but the first page. */
gboolean quo_window_is_empty (QuoWindow *window);
/* (transfer full): the article that a path means, which may be its sidecar's. */
char *quo_window_dup_article_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* quo-window-open.c: into the current tab. */
void quo_window_start_opening (QuoWindow *window, const char *path);
void quo_window_show_save_state (QuoWindow *window);
/* The article that is open, as much of it as @extent says. */
void quo_window_read_extent (QuoWindow *window, QuoExtent extent);
void quo_window_show_log_state (QuoWindow *window);
/* quo-window-watch.c: tells when the article file is changed; @is_new: it was read just now. */
void quo_window_watch_article (QuoWindow *window, gboolean is_new);
void quo_window_unwatch_article (QuoWindow *window);
/* quo-window-state.c */
void quo_window_remember_later (QuoWindow *window);
void quo_window_remember_always (QuoWindow *window);

/* quo-window-folder.c */
void quo_window_attach_folder (QuoWindow *window);
/* The article was saved: the list of the folder tells it. */
void quo_window_note_saved (QuoWindow *window);
/* An article was opened: what was to be done at a place of it is done. */
void quo_window_reach_place (QuoWindow *window);
void quo_window_drop_place (QuoWindow *window);

G_END_DECLS
