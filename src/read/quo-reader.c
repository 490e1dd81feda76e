/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to articles: which reader a file belongs to, and what it makes of it. */
#include "quo-config.h"

#include "quo-reader.h"

#include "quo-digest.h"
#include "quo-readers-list.h"
#include "quo-shown.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXTRACTOR_PREFIX "quotidian-"
#define WHOLE_PAGE " whole-page"

static const QuoReader *const readers[] = { QUO_READERS_LIST, NULL };

const QuoReader *const *
quo_readers_list (void)
{
  return readers;
}

const QuoReader *
quo_readers_find (const char *id)
{
  for (guint i = 0; readers[i] != NULL; i++)
    if (g_strcmp0 (readers[i]->id, id) == 0)
      return readers[i];
  return NULL;
}

gboolean
quo_reader_has_extension (const QuoReader *reader, const char *extension)
{
  g_auto (GStrv) extensions = NULL;

  g_return_val_if_fail (reader != NULL && extension != NULL, FALSE);
  extensions = g_strsplit (reader->extensions, ";", -1);
  return g_strv_contains ((const char *const *)extensions, extension);
}

/* (transfer full): the ending of a name, in lower case. */
static char *
dup_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot == NULL || dot == name ? g_strdup ("") : g_ascii_strdown (dot + 1, -1);
}

/* All endings of all readers; made once, for a folder asks for ten thousand names. */
static GHashTable *
get_extensions (void)
{
  static GHashTable *all;
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; readers[i] != NULL; i++)
        {
          g_auto (GStrv) extensions = g_strsplit (readers[i]->extensions, ";", -1);

          for (guint k = 0; extensions[k] != NULL; k++)
            g_hash_table_add (all, g_strdup (extensions[k]));
        }
      g_once_init_leave (&is_made, 1);
    }
  return all;
}

gboolean
quo_readers_take_name (const char *name)
{
  g_autofree char *extension = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  extension = dup_extension (name);
  return g_hash_table_contains (get_extensions (), extension);
}

const QuoReader *
quo_readers_pick (const QuoReadSource *source)
{
  const QuoReader *best = NULL;
  QuoSniff surest = QUO_SNIFF_NO;

  g_return_val_if_fail (source != NULL, NULL);
  for (guint i = 0; readers[i] != NULL; i++)
    {
      QuoSniff sniff = readers[i]->sniff (source);

      if (sniff > surest)
        {
          surest = sniff;
          best = readers[i];
        }
    }
  return best != NULL ? best : quo_readers_find ("txt");
}

/* --- The article --- */

QuoExtent
quo_extent_of_extractor (const char *extractor)
{
  if (extractor == NULL)
    return QUO_EXTENT_SOURCE;
  return g_str_has_suffix (extractor, WHOLE_PAGE) ? QUO_EXTENT_PAGE : QUO_EXTENT_ARTICLE;
}

static const QuoReader *
choose_reader (const QuoReadSource *source)
{
  const QuoReader *reader = quo_readers_pick (source);

  if (source->extent == QUO_EXTENT_SOURCE && reader->is_text)
    return quo_readers_find ("txt");
  if (reader->version > 0 && *source->extension != '\0'
      && !quo_reader_has_extension (reader, source->extension))
    quo_report_add (source->report, QUO_REPORT_NOTE, NULL,
                    _ ("the name ends in “.%s”, but it was read as what it is: %s"),
                    source->extension, _ (reader->title));
  return reader;
}

static gboolean
check_reader (const QuoReader *reader, const QuoReadSource *source, GError **error)
{
  if (reader->needs == NULL)
    return TRUE;
  return quo_read_source_fail (
      source, error, QUO_ERROR_BINARY,
      _ ("this is a file of the kind “%s”, and the program was built without "
         "%s, which reads it; open it as source, or save it as text"),
      _ (reader->title), reader->needs);
}

static void
sign (QuoArticle *article, const QuoReader *reader, const QuoReadSource *source)
{
  gboolean is_whole = reader->has_page && source->extent == QUO_EXTENT_PAGE;

  article->textsha256 = g_steal_pointer (&article->sha256);
  article->extractor = g_strdup_printf (EXTRACTOR_PREFIX "%s %u%s", reader->id, reader->version,
                                        is_whole ? WHOLE_PAGE : "");
}

/* Bytes to code points, the unit of everything that leaves this layer. */
static GArray *
count_sections (QuoExtract *extract, const QuoText *text)
{
  for (guint i = 0; extract->sections != NULL && i < extract->sections->len; i++)
    {
      QuoSection *section = &g_array_index (extract->sections, QuoSection, i);

      section->start = quo_text_from_byte (text, section->start);
    }
  return g_steal_pointer (&extract->sections);
}

static QuoArticle *
make_article (const QuoReader *reader, const QuoReadSource *source, QuoExtract *extract)
{
  g_autoptr (QuoText) text = quo_text_new_take (g_steal_pointer (&extract->utf8), extract->len);
  QuoArticle *article = quo_article_new (text);

  article->reader = reader->id;
  article->kind = quo_readers_pick (source)->id;
  article->share = extract->share;
  article->bytes = source->len;
  article->has_bom = extract->has_bom;
  article->encoding = g_steal_pointer (&extract->encoding);
  article->is_guessed = extract->is_guessed;
  article->title = g_steal_pointer (&extract->title);
  article->byline = g_steal_pointer (&extract->byline);
  article->dateline = g_steal_pointer (&extract->dateline);
  article->published = g_steal_pointer (&extract->published);
  article->publisher = g_steal_pointer (&extract->publisher);
  article->lang = g_steal_pointer (&extract->lang);
  article->url = g_steal_pointer (&extract->url);
  article->sections = count_sections (extract, text);
  if (reader->version > 0)
    sign (article, reader, source);
  if (reader->version > 0 || article->encoding != NULL || article->has_bom)
    {
      g_free (article->sha256);
      article->sha256 = quo_sha256 (source->data, source->len);
    }
  return article;
}

static QuoArticle *
read_source (const QuoReadSource *source, GError **error)
{
  const QuoReader *reader = choose_reader (source);
  g_auto (QuoExtract) extract = { 0 };

  if (!check_reader (reader, source, error) || !reader->read (source, &extract, error))
    return NULL;
  if (extract.len > QUO_ARTICLE_MAX_BYTES)
    {
      quo_read_source_fail (source, error, QUO_ERROR_TOO_LARGE,
                            _ ("its text has %.1f MB; an article may have up to %d MB"),
                            (double)extract.len / (1024 * 1024),
                            QUO_ARTICLE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  return make_article (reader, source, &extract);
}

QuoArticle *
quo_read_article_with (const char *path, const QuoReadOptions *options, QuoReport *report,
                       GCancellable *cancellable, GError **error)
{
  QuoReadSource source = { .report = report, .cancellable = cancellable };
  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *extension = NULL;
  QuoArticle *article;

  g_return_val_if_fail (path != NULL, NULL);
  bytes = quo_article_file_load (path, &source.len, cancellable, error);
  if (bytes == NULL)
    return NULL;
  source.data = bytes;
  source.name = name = quo_shown_basename (path);
  source.extension = extension = dup_extension (name);
  if (options != NULL)
    {
      source.encoding = options->encoding;
      source.extent = options->extent;
      source.on_progress = options->on_progress;
      source.progress_data = options->progress_data;
    }
  article = read_source (&source, error);
  if (article != NULL)
    article->path = g_canonicalize_filename (path, NULL);
  return article;
}

QuoArticle *
quo_read_article (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  QuoReadOptions options = { .encoding = encoding };

  return quo_read_article_with (path, &options, NULL, cancellable, error);
}
