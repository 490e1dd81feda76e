/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidecar itself, written canonically: of a canonical sidecar, its bytes. Carries everything.
 * Read, it is that of the article beside it, or is brought into another article, where every
 * annotation is looked for. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-json-file.h"
#include "quo-opening.h"
#include "quo-reader.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
write_quo (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
           QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED,
                           _ ("Stopped; nothing was written"));
      return FALSE;
    }
  bytes = quo_sidecar_write (snapshot, NULL);
  quo_target_set (target, NULL, bytes);
  return TRUE;
}

static gboolean
sniff_quo (const char *head, gsize len)
{
  return *head == '{' && g_strstr_len (head, MIN (len, 200), "\"quotidian-annotations\"") != NULL;
}

/* The file; one that is cut off up to its last whole record, if that is wanted. */
static GBytes *
load_bytes (QuoImport *import, GError **error)
{
  g_auto (QuoJsonFile) file = { 0 };

  if (!import->is_partial)
    return quo_source_load (import->source, NULL, error);
  if (!quo_json_file_load (&file, import, error))
    return NULL;
  return g_bytes_new (file.text, strlen (file.text));
}

static QuoSnapshot *
read_over (QuoImport *import, QuoArticle *article, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (import, error);

  return bytes != NULL ? quo_import_read_sidecar (import, article, bytes, error) : NULL;
}

/* What can be read of a sidecar, whose head must be whole, over the article it lies beside. */
static QuoSnapshot *
read_part (QuoImport *import, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (import, error);
  g_autoptr (QuoHeader) header
      = bytes != NULL ? quo_sidecar_read_header (bytes, quo_source_get_name (import->source), error)
                      : NULL;
  g_autofree char *article_path = NULL;
  g_autoptr (QuoArticle) article = NULL;

  if (header == NULL)
    return NULL;
  article_path = quo_sidecar_find_article (path, header);
  article = quo_read_article (article_path, NULL, cancellable, error);
  return article != NULL ? quo_import_read_sidecar (import, article, bytes, error) : NULL;
}

static QuoSnapshot *
read_beside (QuoImport *import, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoOpening) opening = NULL;

  if (import->is_partial && quo_path_is_sidecar (path))
    return read_part (import, path, cancellable, error);
  opening = quo_open (path, NULL, import->report, cancellable, error);
  return opening != NULL ? quo_snapshot_ref (opening->snapshot) : NULL;
}

static gboolean
read_quo (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = quo_source_dup_path (import->source, NULL);
  g_autoptr (QuoSnapshot) snapshot = NULL;
  char *name;

  if (import->article == NULL && path == NULL)
    g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                 _ ("%s: name the article it is about (--article FILE)"),
                 quo_source_get_name (import->source));
  else if (import->article == NULL)
    snapshot = read_beside (import, path, cancellable, error);
  else
    snapshot = read_over (import, import->article, error);
  if (snapshot == NULL)
    return FALSE;
  name = quo_article_dup_name (snapshot->article);
  quo_import_take (import, name, g_steal_pointer (&snapshot));
  return TRUE;
}

const QuoFormat quo_format_quo = {
  .id = "quo",
  .title = N_ ("Quotidian sidecar"),
  .extensions = "quo.json",
  .carries = QUO_CARRIES_ALL & ~QUO_CARRIES_TEXT,
  .keeps_suffix = TRUE,
  .sniff = sniff_quo,
  .read = read_quo,
  .write = write_quo,
};
