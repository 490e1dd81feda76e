/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-text.h"

G_BEGIN_DECLS

/**
 * QuoFolderHit:
 *
 * A row of what was found in a folder: the heading of an article (`n_hits` above 0), or one place
 * in it with the words around it.
 */
#define QUO_TYPE_FOLDER_HIT (quo_folder_hit_get_type ())
G_DECLARE_FINAL_TYPE (QuoFolderHit, quo_folder_hit, QUO, FOLDER_HIT, GObject)

const char *quo_folder_hit_get_path (QuoFolderHit *hit);
/* Of a heading: the title of the article, and how many places it has; else NULL and 0. */
const char *quo_folder_hit_get_title (QuoFolderHit *hit);
guint quo_folder_hit_get_n_hits (QuoFolderHit *hit);
/* Of a place: offsets in the article (code points), and one line of text. */
QuoSpan quo_folder_hit_get_span (QuoFolderHit *hit);
const char *quo_folder_hit_get_before (QuoFolderHit *hit);
const char *quo_folder_hit_get_match (QuoFolderHit *hit);
const char *quo_folder_hit_get_after (QuoFolderHit *hit);
/* The label (type) of the smallest annotation this place is in, or NULL: it is not tagged. Signal
 * `changed` when it is set. */
const char *quo_folder_hit_get_label (QuoFolderHit *hit);
void quo_folder_hit_set_label (QuoFolderHit *hit, const char *label);
/* That label, out of the annotations of an article (element-type QuoAnnotation, in text order).
 * Linear. */
const char *quo_folder_hit_find_label (GPtrArray *annotations, QuoSpan span);

/**
 * QuoFolderSearch:
 *
 * The places in many articles where words stand, as a list (GListModel of #QuoFolderHit) that grows
 * while a thread reads one article after the other. A new search gives up the one under way. Many
 * that come at once are told of by pieces (#QuoUnroll).
 * Property `is-running` (boolean, notify).
 */
#define QUO_TYPE_FOLDER_SEARCH (quo_folder_search_get_type ())
G_DECLARE_FINAL_TYPE (QuoFolderSearch, quo_folder_search, QUO, FOLDER_SEARCH, GObject)

/* No more places than these are listed. */
#define QUO_FOLDER_SEARCH_MAX_HITS 10000

QuoFolderSearch *quo_folder_search_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Looks for @words (case ignored, any white space as any other) in the files @paths (element-type
 * filename), (transfer full). Empty @words: nothing is found. */
void quo_folder_search_start (QuoFolderSearch *search, GPtrArray *paths, const char *words);
void quo_folder_search_stop (QuoFolderSearch *search);
gboolean quo_folder_search_is_running (QuoFolderSearch *search);
/* All that is there, told of or not (element-type QuoFolderHit). Borrowed until more is found. */
GPtrArray *quo_folder_search_get_rows (QuoFolderSearch *search);
guint quo_folder_search_count_hits (QuoFolderSearch *search);
guint quo_folder_search_count_articles (QuoFolderSearch *search);

G_END_DECLS
