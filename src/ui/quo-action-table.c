/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of everything a person can do, with its keys and how it is done. */
#include "quo-config.h"

#include "quo-actions.h"
#include "quo-application.h"
#include "quo-window.h"

#include <glib/gi18n.h>

/* What a session verb without a parameter looks like in the table. */
#define RUN_VERB(name)                                                                             \
  static void run_##name (gpointer window, GVariant *parameter)                                    \
  {                                                                                                \
    quo_session_##name (quo_window_get_session (window));                                          \
  }
#define RUN_STRING(name)                                                                           \
  static void run_##name (gpointer window, GVariant *parameter)                                    \
  {                                                                                                \
    quo_session_##name (quo_window_get_session (window), g_variant_get_string (parameter, NULL));  \
  }
#define RUN_WINDOW(name)                                                                           \
  static void run_##name (gpointer window, GVariant *parameter)                                    \
  {                                                                                                \
    quo_window_##name (window);                                                                    \
  }
#define RUN_WINDOW_STRING(name)                                                                    \
  static void run_##name (gpointer window, GVariant *parameter)                                    \
  {                                                                                                \
    quo_window_##name (window, g_variant_get_string (parameter, NULL));                            \
  }
#define RUN_APPLICATION(name)                                                                      \
  static void run_##name (gpointer application, GVariant *parameter)                               \
  {                                                                                                \
    quo_application_##name (application);                                                          \
  }

/* clang-format off */
RUN_VERB (capture_quote)
RUN_VERB (capture_from_here)
RUN_VERB (add_part)
RUN_VERB (delete)
RUN_VERB (tag_all)
RUN_VERB (new_identity)
RUN_VERB (clear_identity)
RUN_VERB (next_name)
RUN_VERB (previous_name)
RUN_VERB (change_borders)
RUN_VERB (next_quote)
RUN_VERB (undo)
RUN_VERB (redo)
RUN_VERB (start_text_selection)
RUN_VERB (suggest)
RUN_VERB (accept)
RUN_VERB (reject)
RUN_VERB (skip)
RUN_VERB (doubt)
RUN_VERB (accept_name)
RUN_VERB (accept_paragraph)
RUN_VERB (accept_whole_paragraph)
RUN_VERB (accept_other_borders)
RUN_VERB (accept_all)
RUN_VERB (clear_suggestions)
RUN_VERB (stop_suggesting)
RUN_VERB (review_accept)
RUN_VERB (review_accept_moved)
RUN_VERB (review_take)
RUN_VERB (review_put)
RUN_VERB (review_drop)
RUN_STRING (jump)
RUN_STRING (jump_select)
RUN_STRING (sift)
RUN_STRING (tag)
RUN_STRING (relabel)
RUN_STRING (link_speaker)
RUN_STRING (link_name)
RUN_STRING (same_as)
RUN_STRING (choose_layer)
RUN_STRING (unlock_layer)
RUN_STRING (add_layer)
RUN_WINDOW (open_sample)
RUN_WINDOW (choose_articles)
RUN_WINDOW (choose_folder)
RUN_WINDOW (close_folder)
RUN_WINDOW (close_tab)
RUN_WINDOW (done)
RUN_WINDOW (paste_article)
RUN_WINDOW (toggle_page)
RUN_WINDOW (open_original)
RUN_WINDOW (about_article)
RUN_WINDOW (show_statistics)
RUN_WINDOW (stop_opening)
RUN_WINDOW (save)
RUN_WINDOW (escape)
RUN_WINDOW (focus_article)
RUN_WINDOW (reload)
RUN_WINDOW (read_again)
RUN_WINDOW (overwrite)
RUN_WINDOW (merge)
RUN_WINDOW (review)
RUN_WINDOW (choose_copy)
RUN_WINDOW (choose_export)
RUN_WINDOW (choose_import)
RUN_WINDOW (choose_import_folder)
RUN_WINDOW (choose_export_folder)
RUN_WINDOW (show_palette)
RUN_WINDOW (choose_speaker)
RUN_WINDOW (choose_same)
RUN_WINDOW (ask_annotator)
RUN_WINDOW (show_layers)
RUN_WINDOW (edit)
RUN_WINDOW (copy_citation)
RUN_WINDOW (show_context_menu)
RUN_WINDOW (peek)
RUN_WINDOW (print)
RUN_WINDOW (edit_labels)
RUN_WINDOW_STRING (open)
RUN_WINDOW_STRING (open_as)
RUN_WINDOW_STRING (take)
RUN_WINDOW_STRING (open_folder)
RUN_WINDOW_STRING (open_tab)
RUN_WINDOW_STRING (find_in_folder)
RUN_WINDOW_STRING (save_copy)
RUN_WINDOW_STRING (merge_copy)
RUN_WINDOW_STRING (find)
RUN_WINDOW_STRING (show_mentions)
RUN_WINDOW_STRING (print_to)
RUN_WINDOW_STRING (set_annotator)
RUN_WINDOW_STRING (toggle_layer)
RUN_WINDOW_STRING (toggle_layer_lock)
RUN_WINDOW_STRING (ask_layer_name)
RUN_WINDOW_STRING (import)
RUN_WINDOW_STRING (import_labels)
RUN_WINDOW_STRING (export_labels)
RUN_WINDOW_STRING (import_folder)
RUN_APPLICATION (quit)
RUN_APPLICATION (show_about)
RUN_APPLICATION (show_help)
RUN_APPLICATION (show_preferences)
RUN_APPLICATION (show_shortcuts)
/* clang-format on */

static void
run_select (gpointer window, GVariant *parameter)
{
  guint32 start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  quo_session_select (quo_window_get_session (window), start, end);
}

static void
run_rename_layer (gpointer window, GVariant *parameter)
{
  const char *id, *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  quo_session_rename_layer (quo_window_get_session (window), id, title);
}

static void
run_select_annotation (gpointer window, GVariant *parameter)
{
  quo_session_select_annotation (quo_window_get_session (window),
                                 g_variant_get_string (parameter, NULL));
}

static void
run_resize (gpointer window, GVariant *parameter)
{
  gint start, end;

  g_variant_get (parameter, "(ii)", &start, &end);
  quo_session_resize (quo_window_get_session (window), start, end);
}

static void
run_resize_word (gpointer window, GVariant *parameter)
{
  gboolean is_start;
  gint direction;

  g_variant_get (parameter, "(bi)", &is_start, &direction);
  quo_session_resize_word (quo_window_get_session (window), is_start, direction < 0 ? -1 : 1);
}

static void
run_link_candidate (gpointer window, GVariant *parameter)
{
  quo_session_link_candidate (quo_window_get_session (window), g_variant_get_uint32 (parameter));
}

static void
run_next (gpointer window, GVariant *parameter)
{
  quo_session_next (quo_window_get_session (window), 1);
}

static void
run_previous (gpointer window, GVariant *parameter)
{
  quo_session_next (quo_window_get_session (window), -1);
}

static void
run_step_article (gpointer window, GVariant *parameter)
{
  quo_window_step_article (window, g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
run_review_step (gpointer window, GVariant *parameter)
{
  quo_window_review_step (window, g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
run_review_choose (gpointer window, GVariant *parameter)
{
  quo_session_review_choose (quo_window_get_session (window), g_variant_get_uint32 (parameter));
}

static void
run_review_place (gpointer window, GVariant *parameter)
{
  quo_session_review_place (quo_window_get_session (window),
                            g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
run_step_pane (gpointer window, GVariant *parameter)
{
  quo_window_step_pane (window, g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
run_step_tab (gpointer window, GVariant *parameter)
{
  quo_window_step_tab (window, g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
run_go_to (gpointer window, GVariant *parameter)
{
  const char *path;
  guint32 start, end;

  g_variant_get (parameter, "(&suu)", &path, &start, &end);
  quo_window_go_to (window, path, start, end, NULL);
}

static void
run_tag_at (gpointer window, GVariant *parameter)
{
  const char *path, *label;
  guint32 start, end;

  g_variant_get (parameter, "(&suu&s)", &path, &start, &end, &label);
  quo_window_go_to (window, path, start, end, label);
}

static void
run_find_step (gpointer window, GVariant *parameter)
{
  quo_window_find_step (window, g_variant_get_int32 (parameter));
}

static void
run_export (gpointer window, GVariant *parameter)
{
  const char *format, *path;

  g_variant_get (parameter, "(&s&s)", &format, &path);
  quo_window_export (window, format, path);
}

static void
run_set_about (gpointer window, GVariant *parameter)
{
  const char *name, *value;

  g_variant_get (parameter, "(&s&s)", &name, &value);
  quo_window_set_about (window, name, value);
}

static void
run_export_folder (gpointer window, GVariant *parameter)
{
  const char *format, *from, *into;

  g_variant_get (parameter, "(&s&s&s)", &format, &from, &into);
  quo_window_export_folder (window, format, from, into);
}

static void
run_zoom (gpointer window, GVariant *parameter)
{
  quo_window_zoom (window, g_variant_get_int32 (parameter));
}

static void
run_toggle_list (gpointer window, GVariant *parameter)
{
  quo_window_toggle_column (window, FALSE);
}

static void
run_toggle_inspector (gpointer window, GVariant *parameter)
{
  quo_window_toggle_column (window, TRUE);
}

#define ALWAYS QUO_KEYS_ALWAYS
#define RESIZING QUO_KEYS_RESIZING
#define SELECTED QUO_KEYS_SELECTED

static const QuoActionInfo table[] = {
  /* clang-format off */
  { "win.choose-articles", NULL, NULL, "<Control>o", NULL, ALWAYS, QUO_GROUP_FILES, N_("Open articles"), run_choose_articles },
  { "win.open", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Open an article by its path"), run_open },
  { "win.open-tab", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Open an article in a further tab"), run_open_tab },
  { "win.close-tab", NULL, NULL, "<Control>w", NULL, ALWAYS, QUO_GROUP_FILES, N_("Close the tab"), run_close_tab },
  { "win.step-tab", "i", "1", "<Control>Tab <Control>Page_Down", NULL, ALWAYS, QUO_GROUP_FILES, N_("Next tab"), run_step_tab },
  { "win.step-tab", "i", "-1", "<Control><Shift>ISO_Left_Tab <Control>Page_Up", NULL, ALWAYS, QUO_GROUP_FILES, N_("Previous tab"), NULL },
  { "win.open-as", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Read the article in another encoding"), run_open_as },
  { "win.choose-folder", NULL, NULL, "<Control><Shift>o", NULL, ALWAYS, QUO_GROUP_FILES, N_("Open a folder of articles"), run_choose_folder },
  { "win.open-folder", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Open a folder by its path"), run_open_folder },
  { "win.close-folder", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Close the folder"), run_close_folder },
  { "win.open-sample", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Open the sample article"), run_open_sample },
  { "win.paste-article", NULL, NULL, "<Control><Shift>v", NULL, ALWAYS, QUO_GROUP_FILES, N_("New article from the clipboard"), run_paste_article },
  { "win.toggle-page", NULL, NULL, "<Control>u", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("The whole page, or its story alone"), run_toggle_page },
  { "win.take", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Take the story, the page or the source of the file"), run_take },
  { "win.about-article", NULL, NULL, "<Alt>Return", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Title, author, date and more of the article"), run_about_article },
  { "win.statistics", NULL, NULL, "<Control><Shift>s", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Who speaks how much in the article"), run_show_statistics },
  { "win.set-about", "(ss)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Correct what is known of the article"), run_set_about },
  { "win.open-original", NULL, NULL, "<Control>b", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Open the file in its own program"), run_open_original },
  { "win.stop-opening", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Stop opening"), run_stop_opening },
  { "win.save", NULL, NULL, "<Control>s", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Save at once"), run_save },
  { "win.reload", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Load the annotations on disk"), run_reload },
  { "win.read-again", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Read the article again"), run_read_again },
  { "win.overwrite", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Replace the annotations on disk"), run_overwrite },
  { "win.merge", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Merge with the annotations on disk"), run_merge },
  { "win.merge-copy", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Merge with a conflict copy of the annotations"), run_merge_copy },
  { "win.choose-copy", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Save a copy of the annotations elsewhere"), run_choose_copy },
  { "win.save-copy", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Save a copy of the annotations to a path"), run_save_copy },
  { "win.choose-export", NULL, NULL, "<Control>e", NULL, ALWAYS, QUO_GROUP_FILES, N_("Export"), run_choose_export },
  { "win.export", "(ss)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Export into a format and file"), run_export },
  { "win.print", NULL, NULL, "<Control>p", NULL, ALWAYS, QUO_GROUP_FILES, N_("Print the article with its labels"), run_print },
  { "win.print-to", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Print into a PDF file"), run_print_to },
  { "win.choose-import", NULL, NULL, "<Control>i", NULL, ALWAYS, QUO_GROUP_FILES, N_("Import into this article"), run_choose_import },
  { "win.import", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Import a file into this article"), run_import },
  { "win.choose-import-folder", NULL, NULL, "<Control><Alt>i", NULL, ALWAYS, QUO_GROUP_FILES, N_("Import a folder"), run_choose_import_folder },
  { "win.import-folder", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Import the files of a folder"), run_import_folder },
  { "win.choose-export-folder", NULL, NULL, "<Control><Shift>e", NULL, ALWAYS, QUO_GROUP_FILES, N_("Export a folder"), run_choose_export_folder },
  { "win.export-folder", "(sss)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_FILES, N_("Export the articles of a folder"), run_export_folder },
  { "win.done", NULL, NULL, "<Control>Return <Control>KP_Enter", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Article done, or open again; in a folder on to the next"), run_done },
  { "win.step-article", "i", "1", "<Alt>Page_Down", NULL, ALWAYS, QUO_GROUP_FILES, N_("Next article of the folder"), run_step_article },
  { "win.step-article", "i", "-1", "<Alt>Page_Up", NULL, ALWAYS, QUO_GROUP_FILES, N_("Previous article of the folder"), NULL },
  { "win.layer", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Choose the layer"), run_choose_layer },
  { "win.show-layers", NULL, NULL, NULL, "l", ALWAYS, QUO_GROUP_ARTICLE, N_("Layers: choose, show or hide, begin a new one"), run_show_layers },
  { "win.toggle-layer", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Show or hide a layer"), run_toggle_layer },
  { "win.toggle-layer-lock", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Unlock a layer, or mark it as done"), run_toggle_layer_lock },
  { "win.unlock-layer", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Unlock a layer"), run_unlock_layer },
  { "win.new-layer", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Begin a new layer"), run_add_layer },
  { "win.rename-layer", "(ss)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Rename a layer"), run_rename_layer },
  { "win.ask-layer-name", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Ask for the name of a layer"), run_ask_layer_name },
  { "win.set-annotator", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Tell your name"), run_set_annotator },
  { "win.ask-annotator", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Your name in the annotations"), run_ask_annotator },
  { "app.quit", NULL, NULL, "<Control>q", NULL, ALWAYS, QUO_GROUP_ARTICLE, N_("Save and quit"), run_quit },

  { "win.tag", "s", NULL, NULL, "1...9", QUO_KEYS_LABELS, QUO_GROUP_TAG, N_("Tag the selection, the name or the word, or change the label"), run_tag },
  { "win.relabel", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Change the label"), run_relabel },
  { "win.tag-all", NULL, NULL, NULL, "t", ALWAYS, QUO_GROUP_TAG, N_("Tag every occurrence"), run_tag_all },
  { "win.choose-same", NULL, NULL, NULL, "s", ALWAYS, QUO_GROUP_TAG, N_("Same person, place … as another"), run_choose_same },
  { "win.same-as", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Same as the annotation or entity with this id"), run_same_as },
  { "win.new-identity", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("New identity, or split off from another"), run_new_identity },
  { "win.clear-identity", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Take the identity away"), run_clear_identity },
  { "win.edit", NULL, NULL, NULL, "e F2", ALWAYS, QUO_GROUP_TAG, N_("Edit the annotation in the inspector"), run_edit },
  { "win.context-menu", NULL, NULL, NULL, "Menu <Shift>F10", ALWAYS, QUO_GROUP_TAG, N_("Menu of what can be done here"), run_show_context_menu },
  { "win.edit-labels", NULL, NULL, "<Control><Shift>l", NULL, ALWAYS, QUO_GROUP_TAG, N_("Labels, their keys and attributes"), run_edit_labels },
  { "win.import-labels", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Take the labels of a file"), run_import_labels },
  { "win.export-labels", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Write the labels to a file"), run_export_labels },
  { "win.copy-citation", NULL, NULL, "<Control><Shift>c", NULL, ALWAYS, QUO_GROUP_QUOTE, N_("Copy the quote with speaker and title"), run_copy_citation },
  { "win.delete", NULL, NULL, NULL, "Delete KP_Delete BackSpace", ALWAYS, QUO_GROUP_TAG, N_("Delete the annotation"), run_delete },
  { "win.undo", NULL, NULL, "<Control>z", NULL, ALWAYS, QUO_GROUP_TAG, N_("Undo"), run_undo },
  { "win.redo", NULL, NULL, "<Control><Shift>z <Control>y", NULL, ALWAYS, QUO_GROUP_TAG, N_("Redo"), run_redo },

  { "win.capture-quote", NULL, NULL, NULL, "q", ALWAYS, QUO_GROUP_QUOTE, N_("Mark the quote round the caret"), run_capture_quote },
  { "win.capture-from-here", NULL, NULL, NULL, "<Shift>q", ALWAYS, QUO_GROUP_QUOTE, N_("Mark a quote from the caret to the end of its sentence, then to another end"), run_capture_from_here },
  { "win.link-speaker", "s", "''", NULL, "Return KP_Enter", ALWAYS, QUO_GROUP_QUOTE, N_("Link the quote to the first speaker"), run_link_speaker },
  { "win.link-candidate", "u", NULL, NULL, NULL, ALWAYS, QUO_GROUP_QUOTE, N_("Link the quote to a ranked speaker"), run_link_candidate },
  { "win.choose-speaker", NULL, NULL, NULL, "slash KP_Divide", ALWAYS, QUO_GROUP_QUOTE, N_("Type the name of the speaker"), run_choose_speaker },
  { "win.link-name", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_QUOTE, N_("Link the quote to a name"), run_link_name },

  { "win.review", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Review places and conflicts"), run_review },
  { "win.review-step", "i", "1", "F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Go on in the review"), run_review_step },
  { "win.review-step", "i", "-1", "<Shift>F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Go back in the review"), NULL },
  { "win.review-choose", "u", NULL, NULL, NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Look at a row of the review"), run_review_choose },
  { "win.review-accept", NULL, NULL, "<Control>F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Accept the place that is shown, or keep yours"), run_review_accept },
  { "win.review-accept-moved", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Accept every place that moved"), run_review_accept_moved },
  { "win.review-place", "i", "1", "<Alt>F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Show the next place that was found"), run_review_place },
  { "win.review-put", NULL, NULL, "<Control><Alt>p", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Put the annotation at the selected text"), run_review_put },
  { "win.review-take", NULL, NULL, "<Alt><Shift>F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Take what the other version says"), run_review_take },
  { "win.review-drop", NULL, NULL, "<Control><Shift>F8", NULL, ALWAYS, QUO_GROUP_REVIEW, N_("Drop the annotation"), run_review_drop },

  { "win.add-part", NULL, NULL, NULL, "plus KP_Add Insert", ALWAYS, QUO_GROUP_BORDERS, N_("Add the selected text as one more part"), run_add_part },
  { "win.resize-word", "(bi)", "(false, 1)", NULL, "<Shift>Right", RESIZING, QUO_GROUP_BORDERS, N_("Grow by a word"), run_resize_word },
  { "win.resize-word", "(bi)", "(false, -1)", NULL, "<Shift>Left", RESIZING, QUO_GROUP_BORDERS, N_("Shrink by a word"), NULL },
  { "win.resize-word", "(bi)", "(true, -1)", NULL, "<Alt><Shift>Left", RESIZING, QUO_GROUP_BORDERS, N_("Grow by a word at the start"), NULL },
  { "win.resize-word", "(bi)", "(true, 1)", NULL, "<Alt><Shift>Right", RESIZING, QUO_GROUP_BORDERS, N_("Shrink by a word at the start"), NULL },
  { "win.resize", "(ii)", "(0, 1)", NULL, "<Control><Shift>Right", RESIZING, QUO_GROUP_BORDERS, N_("Grow by a letter"), run_resize },
  { "win.resize", "(ii)", "(0, -1)", NULL, "<Control><Shift>Left", RESIZING, QUO_GROUP_BORDERS, N_("Shrink by a letter"), NULL },
  { "win.resize", "(ii)", "(-1, 0)", NULL, "<Control><Alt><Shift>Left", RESIZING, QUO_GROUP_BORDERS, N_("Grow by a letter at the start"), NULL },
  { "win.resize", "(ii)", "(1, 0)", NULL, "<Control><Alt><Shift>Right", RESIZING, QUO_GROUP_BORDERS, N_("Shrink by a letter at the start"), NULL },
  { "win.change-borders", NULL, NULL, NULL, "b", ALWAYS, QUO_GROUP_BORDERS, N_("Other likely borders of the name"), run_change_borders },
  { "win.select-text", NULL, NULL, NULL, "v", SELECTED, QUO_GROUP_BORDERS, N_("Select text while an annotation is selected"), run_start_text_selection },
  { "win.select", "(uu)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_BORDERS, N_("Select text, or move the caret"), run_select },
  { "win.select-annotation", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_GO, N_("Select the annotation with this id"), run_select_annotation },

  { "win.suggest", NULL, NULL, NULL, "g", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Suggest quotes, speakers and names"), run_suggest },
  { "win.accept", NULL, NULL, NULL, "a", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept the suggestion"), run_accept },
  { "win.reject", NULL, NULL, NULL, "x", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Reject the suggestion"), run_reject },
  { "win.skip", NULL, NULL, NULL, "n", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Skip the suggestion"), run_skip },
  { "win.doubt", NULL, NULL, NULL, "<Shift>n", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Least certain suggestion, and on in that order"), run_doubt },
  { "win.accept-name", NULL, NULL, NULL, "<Shift>a", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept every suggestion of this name"), run_accept_name },
  { "win.accept-other-borders", NULL, NULL, NULL, "<Shift>b", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept the suggestion with other likely borders"), run_accept_other_borders },
  { "win.accept-paragraph", NULL, NULL, NULL, "p", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept it and what is sure in the rest of its paragraph"), run_accept_paragraph },
  { "win.accept-whole-paragraph", NULL, NULL, NULL, "<Shift>p", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept it and all of the rest of its paragraph"), run_accept_whole_paragraph },
  { "win.sift", "s", "''", NULL, "y", ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Letters on the next suggestions: type those that are wrong, Enter accepts the others"), run_sift },
  { "win.accept-all", NULL, NULL, "<Control><Shift>a", NULL, ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Accept all suggestions"), run_accept_all },
  { "win.clear-suggestions", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Take all suggestions away"), run_clear_suggestions },
  { "win.stop-suggesting", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_SUGGESTIONS, N_("Stop looking for suggestions"), run_stop_suggesting },

  { "win.peek", NULL, NULL, NULL, "i", ALWAYS, QUO_GROUP_GO, N_("Show what is known of the annotation"), run_peek },
  { "win.next", NULL, NULL, NULL, "j <Alt>Down", ALWAYS, QUO_GROUP_GO, N_("Next annotation"), run_next },
  { "win.previous", NULL, NULL, NULL, "k <Alt>Up", ALWAYS, QUO_GROUP_GO, N_("Previous annotation"), run_previous },
  { "win.next-name", NULL, NULL, NULL, "u", ALWAYS, QUO_GROUP_GO, N_("Next name that is not tagged"), run_next_name },
  { "win.previous-name", NULL, NULL, NULL, "<Shift>u", ALWAYS, QUO_GROUP_GO, N_("Previous name that is not tagged"), run_previous_name },
  { "win.jump", "s", "''", NULL, "f", ALWAYS, QUO_GROUP_GO, N_("Go to a word or suggestion by its first two letters"), run_jump },
  { "win.jump-select", "s", "''", NULL, "<Shift>f", ALWAYS, QUO_GROUP_GO, N_("Select up to a word by its first two letters"), run_jump_select },
  { "win.next-quote", NULL, NULL, NULL, "o", ALWAYS, QUO_GROUP_GO, N_("Next quote that is not marked or linked"), run_next_quote },
  { "win.escape", NULL, NULL, NULL, "Escape", ALWAYS, QUO_GROUP_GO, N_("Leave the prompt, the selection, the annotation"), run_escape },
  { "win.show-mentions", "s", NULL, NULL, NULL, ALWAYS, QUO_GROUP_GO, N_("Show only its mentions in the list"), run_show_mentions },
  { "win.step-pane", "i", "1", "F6", NULL, ALWAYS, QUO_GROUP_GO, N_("Next part of the window"), run_step_pane },
  { "win.step-pane", "i", "-1", "<Shift>F6", NULL, ALWAYS, QUO_GROUP_GO, N_("Previous part of the window"), NULL },
  { "win.focus-article", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_GO, N_("Back to the article"), run_focus_article },
  { "win.find", "s", "''", "<Control>f", NULL, ALWAYS, QUO_GROUP_GO, N_("Find in the article"), run_find },
  { "win.find-step", "i", "1", "<Control>g", NULL, ALWAYS, QUO_GROUP_GO, N_("Next place found"), run_find_step },
  { "win.find-step", "i", "-1", "<Control><Shift>g", NULL, ALWAYS, QUO_GROUP_GO, N_("Previous place found"), NULL },
  { "win.find-in-folder", "s", "''", "<Control><Shift>f", NULL, ALWAYS, QUO_GROUP_GO, N_("Find in all articles of the folder"), run_find_in_folder },
  { "win.go-to", "(suu)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_GO, N_("Go to a place of an article"), run_go_to },
  { "win.tag-at", "(suus)", NULL, NULL, NULL, ALWAYS, QUO_GROUP_TAG, N_("Tag a place of an article"), run_tag_at },

  { "win.palette", NULL, NULL, "<Control>k", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Find what to do by typing"), run_show_palette },
  { "win.toggle-list", NULL, NULL, "F9", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Show or hide the list"), run_toggle_list },
  { "win.toggle-inspector", NULL, NULL, "<Shift>F9", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Show or hide the inspector"), run_toggle_inspector },
  { "win.zoom", "i", "1", "<Control>plus <Control>equal <Control>KP_Add", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Larger text"), run_zoom },
  { "win.zoom", "i", "-1", "<Control>minus <Control>KP_Subtract", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Smaller text"), NULL },
  { "win.zoom", "i", "0", "<Control>0 <Control>KP_0", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Text of normal size"), NULL },
  { "app.shortcuts", NULL, NULL, "<Control>question", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Keyboard shortcuts"), run_show_shortcuts },
  { "app.preferences", NULL, NULL, "<Control>comma", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Preferences"), run_show_preferences },
  { "app.help", NULL, NULL, "F1", NULL, ALWAYS, QUO_GROUP_VIEW, N_("Help"), run_show_help },
  { "app.about", NULL, NULL, NULL, NULL, ALWAYS, QUO_GROUP_VIEW, N_("About Quotidian"), run_show_about },
  /* clang-format on */
};

const QuoActionInfo *
quo_actions_list (guint *ret_n_rows)
{
  *ret_n_rows = G_N_ELEMENTS (table);
  return table;
}
