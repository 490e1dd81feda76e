/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidecar itself, written canonically: of a canonical sidecar, its bytes. Carries everything.
 * Read, it is that of the article beside it, or is brought into another article, where every
 * annotation is looked for. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-opening.h"
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

static gboolean
read_quo (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = quo_source_dup_path (import->source, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuoSnapshot) snapshot = NULL;
  char *name;

  if (import->article == NULL && path != NULL)
    {
      g_autoptr (QuoOpening) opening = quo_open (path, NULL, import->report, cancellable, error);

      snapshot = opening != NULL ? quo_snapshot_ref (opening->snapshot) : NULL;
    }
  else if (import->article == NULL)
    g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                 _ ("%s: name the article it is about (--article FILE)"),
                 quo_source_get_name (import->source));
  else if ((bytes = quo_source_load (import->source, NULL, error)) != NULL)
    snapshot = quo_import_read_sidecar (import, bytes, error);
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
