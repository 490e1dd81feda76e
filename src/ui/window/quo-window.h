/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoWindow:
 *
 * The main window: the page in the middle, the list before it, the inspector after it, label bar
 * and status line under the page. It opens, saves and closes articles; what keys do to annotations
 * is the session's.
 */
#define QUO_TYPE_WINDOW (quo_window_get_type ())
G_DECLARE_FINAL_TYPE (QuoWindow, quo_window, QUO, WINDOW, AdwApplicationWindow)

QuoWindow *quo_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
QuoSession *quo_window_get_session (QuoWindow *window);
/* The article view has the keyboard afterwards. */
void quo_window_focus_article (QuoWindow *window);
/* The next (1) or previous (-1) part of the window has it: list, article, labels, inspector. */
void quo_window_step_pane (QuoWindow *window, gint step);

/* quo-window-open.c. Opening saves the article that is open first; what cannot be opened is told in
 * a notice, and what was open stays. */
void quo_window_open (QuoWindow *window, const char *path);
/* In a further tab, unless it is open already. */
void quo_window_open_tab (QuoWindow *window, const char *path);
/* @paths: NULL-terminated. */
void quo_window_open_tabs (QuoWindow *window, const char *const *paths);
void quo_window_close_tab (QuoWindow *window);
void quo_window_step_tab (QuoWindow *window, gint direction);
/* Opens what was open when the program ended. */
void quo_window_restore (QuoWindow *window);
/* Writes down what is open. */
void quo_window_remember_now (QuoWindow *window);
void quo_window_open_as (QuoWindow *window, const char *encoding);
void quo_window_open_sample (QuoWindow *window);
void quo_window_choose_articles (QuoWindow *window);
void quo_window_paste_article (QuoWindow *window);
/* quo-window-take.c: "story", "page" or "source". */
void quo_window_take (QuoWindow *window, const char *extent);
void quo_window_toggle_page (QuoWindow *window);
void quo_window_open_original (QuoWindow *window);
void quo_window_about_article (QuoWindow *window);
void quo_window_show_statistics (QuoWindow *window);
void quo_window_set_about (QuoWindow *window, const char *name, const char *value);
/* What is being opened is not wanted any more. */
void quo_window_stop_opening (QuoWindow *window);
void quo_window_save (QuoWindow *window);
/* The copy on disk takes the place of what is open, or the other way round. */
void quo_window_reload (QuoWindow *window);
/* The article as it is now on disk. */
void quo_window_read_again (QuoWindow *window);
void quo_window_overwrite (QuoWindow *window);
/* quo-window-merge.c. Both are merged; or what is open is saved under another name, and nothing
 * else changes. */
void quo_window_merge (QuoWindow *window);
/* @path: a conflict copy of the sidecar; it is renamed to PATH.bak once what it says is saved. */
void quo_window_merge_copy (QuoWindow *window, const char *path);
/* Tells of the first conflict copy beside the sidecar (element-type filename), if there is one. */
void quo_window_tell_copies (QuoWindow *window, const GPtrArray *copies);
void quo_window_save_copy (QuoWindow *window, const char *path);
void quo_window_choose_copy (QuoWindow *window);
/* Saves the article in front, waiting, or every one, as the window is about to close. Whether
 * nothing is unsaved any more. */
gboolean quo_window_save_now (QuoWindow *window);
gboolean quo_window_save_all_now (QuoWindow *window);

/* quo-window-folder.c. The folder whose articles stand in the list. */
void quo_window_open_folder (QuoWindow *window, const char *path);
void quo_window_choose_folder (QuoWindow *window);
void quo_window_close_folder (QuoWindow *window);
/* The article is done, or open again; done in a folder: on to the next one that is not. */
void quo_window_done (QuoWindow *window);
/* The article after (+1) or before (-1) this one in the list. */
void quo_window_step_article (QuoWindow *window, gint step);
void quo_window_find_in_folder (QuoWindow *window, const char *words);
/* Selects a span (code points) of an article, which is opened for it; with @label (NULL: not) it is
 * tagged, and the keyboard stays where it is. */
void quo_window_go_to (QuoWindow *window, const char *path, guint32 start, guint32 end,
                       const char *label);

/* quo-window-review.c. Shows what is to be reviewed; and goes to the next or previous of it. */
void quo_window_review (QuoWindow *window);
void quo_window_review_step (QuoWindow *window, gint direction);

/* What actions need of the window. */
void quo_window_find (QuoWindow *window, const char *words);
void quo_window_find_step (QuoWindow *window, gint direction);
void quo_window_export (QuoWindow *window, const char *format, const char *path);
void quo_window_choose_export (QuoWindow *window);
/* A file of another format into the article that is open: one act. */
void quo_window_import (QuoWindow *window, const char *path);
void quo_window_choose_import (QuoWindow *window);
/* Whole folders; an import goes into the sidecars of the articles there. */
void quo_window_import_folder (QuoWindow *window, const char *path);
void quo_window_export_folder (QuoWindow *window, const char *format, const char *from,
                               const char *into);
void quo_window_choose_import_folder (QuoWindow *window);
void quo_window_choose_export_folder (QuoWindow *window);
void quo_window_choose_speaker (QuoWindow *window);
void quo_window_choose_same (QuoWindow *window);
void quo_window_show_palette (QuoWindow *window);
void quo_window_ask_annotator (QuoWindow *window);
void quo_window_set_annotator (QuoWindow *window, const char *name);
void quo_window_show_layers (QuoWindow *window);
void quo_window_toggle_layer (QuoWindow *window, const char *id);
/* Unlocks it, or marks it as done. */
void quo_window_toggle_layer_lock (QuoWindow *window, const char *id);
void quo_window_ask_layer_name (QuoWindow *window, const char *id);
/* Onto the clipboard: the selected quote, who said it, and the title. */
void quo_window_copy_citation (QuoWindow *window);
/* The editor of tagsets. */
void quo_window_edit_labels (QuoWindow *window);
/* The same, and brings labels in from a file or out to one; the path says the format. */
void quo_window_import_labels (QuoWindow *window, const char *path);
void quo_window_export_labels (QuoWindow *window, const char *path);
/* Shows the selected annotation in the inspector and gives that the keyboard. */
void quo_window_edit (QuoWindow *window);
/* Shows the dialog of the desktop; or prints into a PDF file, without one. */
void quo_window_print (QuoWindow *window);
void quo_window_print_to (QuoWindow *window, const char *path);
/* The card of the annotation that is selected or at the caret. */
void quo_window_peek (QuoWindow *window);
/* The context menu of the page, for what is selected. */
void quo_window_show_context_menu (QuoWindow *window);
/* The list of annotations with only the mentions of this entity. */
void quo_window_show_mentions (QuoWindow *window, const char *entity);
void quo_window_toggle_column (QuoWindow *window, gboolean is_inspector);
/* One step back: what lies over the page, then prompt, text and annotation, then the search. */
void quo_window_escape (QuoWindow *window);
void quo_window_zoom (QuoWindow *window, gint steps);
void quo_window_refuse (QuoWindow *window, const char *message);

G_END_DECLS
