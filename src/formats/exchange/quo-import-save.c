/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an import goes on the disk: the sidecar of its article, and the article itself when the
 * file brought its text. */

#include "quo-config.h"

#include "quo-import-save.h"

#include "quo-error.h"
#include "quo-import.h"
#include "quo-opening.h"
#include "quo-save.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#define GENERATOR "Quotidian " QUO_VERSION

/* Adds to the sidecar that is there. */
static gboolean
merge_sidecar (QuoSnapshot *imported, const char *sidecar, gboolean is_update, GError **error)
{
  g_autofree char *name = g_filename_display_basename (sidecar);
  g_autoptr (QuoOpening) opening = quo_open (sidecar, NULL, NULL, NULL, error);
  g_autoptr (QuoSnapshot) merged = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (opening == NULL || !quo_opening_check_places (opening, error))
    return FALSE;
  if (!g_str_equal (quo_text_get_utf8 (opening->snapshot->article->text),
                    quo_text_get_utf8 (imported->article->text)))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("%s: its article has another text than the imported file"), name);
      return FALSE;
    }
  merged = quo_import_merge (opening->snapshot, imported, is_update, error);
  if (merged == NULL || merged == opening->snapshot)
    return merged != NULL;
  bytes = quo_sidecar_write (merged, GENERATOR);
  return quo_save (sidecar, bytes, opening->etag, NULL, NULL, error);
}

/* The article is written too when the file brought its text; both or none. */
static gboolean
write_both (QuoSnapshot *imported, const char *article, GBytes *sidecar, gboolean is_force,
            GError **error)
{
  g_autoptr (QuoTarget) target = quo_target_new_file (article, is_force);
  g_autofree char *base = g_path_get_basename (article);
  const char *dot = strrchr (base, '.');
  g_autofree char *extension
      = g_strconcat (dot != NULL && dot != base ? dot : "", ".quo.json", NULL);
  const QuoText *text = imported->article->text;
  g_autoptr (GBytes) bytes = g_bytes_new (quo_text_get_utf8 (text), quo_text_get_bytes (text));

  if (g_file_test (article, G_FILE_TEST_EXISTS)) /* it stays, and must say the same */
    quo_target_protect (target, article);
  quo_target_set (target, NULL, bytes);
  quo_target_set (target, extension, sidecar);
  return quo_target_commit (target, error);
}

static gboolean
refuse_existing (const char *sidecar, GError **error)
{
  g_autofree char *name = g_filename_display_name (sidecar);

  g_set_error (error, QUO_ERROR, QUO_ERROR_EXISTS,
               _ ("%s: the article has annotations already; --merge adds the new ones in a layer "
                  "of their own, --force replaces the old ones"),
               name);
  return FALSE;
}

gboolean
quo_import_save (QuoSnapshot *imported, const char *article, gboolean has_file, QuoImportMode mode,
                 GError **error)
{
  g_autofree char *sidecar = quo_sidecar_path_for (article);
  gboolean is_there = g_file_test (sidecar, G_FILE_TEST_EXISTS);
  gboolean is_force = mode == QUO_IMPORT_REPLACE;
  g_autoptr (GBytes) bytes = NULL;

  if (is_there && (mode == QUO_IMPORT_ADD || mode == QUO_IMPORT_UPDATE))
    return merge_sidecar (imported, sidecar, mode == QUO_IMPORT_UPDATE, error);
  if (is_there && !is_force)
    return refuse_existing (sidecar, error);
  g_free (imported->article->path);
  imported->article->path = g_canonicalize_filename (article, NULL);
  bytes = quo_sidecar_write (imported, GENERATOR);
  if (!has_file)
    return write_both (imported, article, bytes, is_force, error);
  return quo_save (sidecar, bytes, is_force ? QUO_ETAG_ANY : NULL, NULL, NULL, error);
}
