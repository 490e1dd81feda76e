/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a file is taken, what is known of the article, and the file itself. */
#include "quo-config.h"

#include "quo-about-article.h"
#include "quo-statistics-window.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

/* The article that is open; says it if none is. */
static const QuoArticle *
require_article (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);

  if (document != NULL)
    return quo_document_get_article (document);
  quo_session_set_message (window->session, _ ("No article is open"));
  return NULL;
}

static gboolean
can_take (const QuoReader *reader, QuoExtent extent)
{
  if (reader == NULL || reader->version == 0)
    return FALSE;
  return extent == QUO_EXTENT_PAGE     ? reader->has_page
         : extent == QUO_EXTENT_SOURCE ? reader->is_text
                                       : TRUE;
}

void
quo_window_take (QuoWindow *window, const char *word)
{
  const QuoArticle *article = require_article (window);
  QuoExtent extent;

  if (article == NULL)
    return;
  if (!quo_extent_from_string (word, &extent))
    quo_session_set_message (window->session, _ ("“%s” is none of “story”, “page” and “source”"),
                             word);
  else if (!can_take (quo_readers_find (article->kind), extent))
    quo_session_set_message (window->session, _ ("There is no more to take out of this file"));
  else if (extent == quo_extent_of_extractor (article->extractor))
    quo_session_set_message (window->session, _ ("That is what is shown"));
  else
    quo_window_read_extent (window, extent);
}

void
quo_window_toggle_page (QuoWindow *window)
{
  const QuoArticle *article = require_article (window);
  gboolean is_story;

  if (article == NULL)
    return;
  is_story = quo_extent_of_extractor (article->extractor) == QUO_EXTENT_ARTICLE;
  quo_window_take (window, quo_extent_to_string (is_story ? QUO_EXTENT_PAGE : QUO_EXTENT_ARTICLE));
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && window->session != NULL)
    quo_window_tell_error (window, "original", error->message);
}

void
quo_window_open_original (QuoWindow *window)
{
  const QuoArticle *article = require_article (window);
  g_autofree char *uri = NULL;

  if (article == NULL || article->path == NULL)
    return;
  uri = g_filename_to_uri (article->path, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_launched, g_object_ref (window));
}

void
quo_window_about_article (QuoWindow *window)
{
  if (require_article (window) != NULL)
    quo_about_article_present (GTK_WINDOW (window), window->session);
}

void
quo_window_show_statistics (QuoWindow *window)
{
  if (quo_folder_get_path (window->folder) != NULL || require_article (window) != NULL)
    quo_statistics_window_present (GTK_WINDOW (window), window->session, window->folder);
}

void
quo_window_set_about (QuoWindow *window, const char *name, const char *value)
{
  QuoAbout about = quo_about_find (name);

  if (about == QUO_N_ABOUT)
    quo_session_set_message (window->session, _ ("Nothing called “%s” is known of articles"), name);
  else
    quo_session_set_about (window->session, about, value);
}
