/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting and importing whole folders, a file after another. */

#include "quo-config.h"

#include "quo-transfer.h"

#include "quo-error.h"
#include "quo-import-save.h"
#include "quo-import.h"
#include "quo-opening.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  QuoTransferKind kind;
  const QuoFormat *format;
  const char *from, *into, *busy;
  gboolean is_dry_run;
  GPtrArray *files;
  QuoTransferResult *result;
  GCancellable *cancellable;
} Transfer;

void
quo_transfer_result_free (QuoTransferResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->lines);
  g_free (result);
}

/* --- Finding --- */

/* Whether a format that is wanted takes the file for its own, by name and content. */
static gboolean
is_readable (const Transfer *transfer, const char *path)
{
  g_autoptr (QuoSource) source = NULL;
  const QuoFormat *found = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (quo_path_is_sidecar (path) || !quo_format_reads_name (transfer->format, name))
    return FALSE;
  source = quo_source_new_file (path);
  return transfer->format != NULL || quo_import_sniff (source, &found, NULL);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Files in a folder and below it; hidden ones and links to folders are passed over. */
static void
find_files (Transfer *transfer, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (transfer->cancellable)
         && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name == '.')
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
            find_files (transfer, path);
        }
      else if (transfer->kind == QUO_TRANSFER_EXPORT ? quo_path_is_sidecar (path)
                                                     : is_readable (transfer, path))
        g_ptr_array_add (transfer->files, g_steal_pointer (&path));
    }
}

/* --- A file --- */

/* Where below the folder the file is: "2024/may", or "". */
static char *
dup_subfolder (const Transfer *transfer, const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  const char *rest = parent + strlen (transfer->from);

  return g_strdup (rest + strspn (rest, G_DIR_SEPARATOR_S));
}

static QuoTarget *
make_target (const Transfer *transfer, const QuoOpening *opening, const char *path, GError **error)
{
  g_autofree char *below = dup_subfolder (transfer, path);
  g_autofree char *folder = g_build_filename (transfer->into, below, NULL);
  g_autofree char *name = quo_format_dup_name (transfer->format, opening->article_path);
  g_autofree char *out = g_build_filename (folder, name, NULL);
  QuoTarget *target;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE, _ ("%s: the folder could not be made: %s"),
                   folder, g_strerror (errno));
      return NULL;
    }
  target = quo_target_new_file (out, FALSE);
  quo_target_protect (target, opening->article_path);
  quo_target_protect (target, opening->sidecar_path);
  return target;
}

static gboolean
export_file (const Transfer *transfer, const char *path, QuoReport *report, GError **error)
{
  g_autoptr (QuoOpening) opening = quo_open (path, NULL, NULL, transfer->cancellable, error);
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoTarget) target = NULL;
  QuoFormatOptions options = { NULL };

  if (opening == NULL)
    return FALSE;
  snapshot = quo_format_pick_layer (transfer->format, opening->snapshot, NULL, report, error);
  if (snapshot == NULL)
    return FALSE;
  target = transfer->is_dry_run ? quo_target_new_nowhere ()
                                : make_target (transfer, opening, path, error);
  return target != NULL
         && transfer->format->write (snapshot, target, &options, report, transfer->cancellable,
                                     error)
         && quo_target_commit (target, error);
}

static gboolean
refuse_busy (const char *article, GError **error)
{
  g_autofree char *name = g_filename_display_basename (article);

  g_set_error (error, QUO_ERROR, QUO_ERROR_EXISTS,
               _ ("%s is open; import into it from its own window"), name);
  return FALSE;
}

static gboolean
save_text (const Transfer *transfer, const char *path, const QuoImported *text, GError **error)
{
  const char *known = text->snapshot->article->path;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *article
      = known != NULL ? g_strdup (known) : g_build_filename (folder, text->name, NULL);

  if (transfer->is_dry_run)
    return TRUE;
  if (g_strcmp0 (transfer->busy, article) == 0)
    return refuse_busy (article, error);
  return quo_import_save (text->snapshot, article, known != NULL, QUO_IMPORT_ADD, error);
}

static gboolean
import_file (const Transfer *transfer, const char *path, QuoReport *report, GError **error)
{
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  const QuoFormat *format = transfer->format;
  g_autoptr (QuoImport) import = NULL;

  if (format == NULL && !quo_import_sniff (source, &format, error))
    return FALSE;
  import = quo_import_new (format, source, NULL, NULL, report);
  if (!quo_import_run (import, transfer->cancellable, error))
    return FALSE;
  for (guint i = 0; i < import->texts->len; i++)
    if (!save_text (transfer, path, g_ptr_array_index (import->texts, i), error))
      return FALSE;
  return TRUE;
}

/* --- All of them --- */

static void
add_line (Transfer *transfer, const char *path, const char *words)
{
  g_autofree char *name = g_filename_display_name (path + strlen (transfer->from));

  g_ptr_array_add (transfer->result->lines,
                   g_strdup_printf ("%s: %s", name + strspn (name, G_DIR_SEPARATOR_S), words));
}

/* FALSE: it was cancelled. */
static gboolean
transfer_file (Transfer *transfer, const char *path, GError **error)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) local = NULL;
  gboolean is_done = (transfer->kind == QUO_TRANSFER_EXPORT ? export_file : import_file) (
      transfer, path, report, &local);

  if (g_error_matches (local, QUO_ERROR, QUO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!is_done)
    {
      transfer->result->n_failed++;
      add_line (transfer, path, local->message);
      return TRUE;
    }
  transfer->result->n_losses += quo_report_count_kind (report, QUO_REPORT_LOST) > 0
                                || quo_report_count_kind (report, QUO_REPORT_CHANGED) > 0;
  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = quo_report_dup_line (report, i);

      add_line (transfer, path, line);
    }
  return TRUE;
}

static gboolean
set_cancelled (GError **error)
{
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED,
                       _ ("Stopped; what was done before stays"));
  return FALSE;
}

static gboolean
transfer_all (Transfer *transfer, QuoTransferProgress progress, gpointer data, GError **error)
{
  find_files (transfer, transfer->from);
  g_ptr_array_sort (transfer->files, compare_paths);
  transfer->result->n_files = transfer->files->len;
  if (transfer->files->len == 0 && !g_cancellable_is_cancelled (transfer->cancellable))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                   transfer->kind == QUO_TRANSFER_EXPORT
                       ? _ ("%s: there is no sidecar (*.quo.json) in this folder")
                       : _ ("%s: there is no file to be imported in this folder"),
                   transfer->from);
      return FALSE;
    }
  for (guint i = 0; i < transfer->files->len; i++)
    {
      if (g_cancellable_is_cancelled (transfer->cancellable))
        return set_cancelled (error);
      if (progress != NULL)
        progress (i, transfer->files->len, data);
      if (!transfer_file (transfer, g_ptr_array_index (transfer->files, i), error))
        return FALSE;
    }
  return !g_cancellable_is_cancelled (transfer->cancellable) || set_cancelled (error);
}

QuoTransferResult *
quo_transfer_run (QuoTransferKind kind, const QuoFormat *format, const char *from, const char *into,
                  gboolean is_dry_run, const char *busy, QuoTransferProgress progress,
                  gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuoTransferResult) result = g_new0 (QuoTransferResult, 1);
  Transfer transfer = { kind, format, from, into, busy, is_dry_run, files, result, cancellable };

  result->lines = g_ptr_array_new_with_free_func (g_free);
  if (!transfer_all (&transfer, progress, data, error))
    return NULL;
  return g_steal_pointer (&result);
}
