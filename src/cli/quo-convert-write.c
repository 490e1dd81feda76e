/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second half of quo convert: from articles with annotations to files. An export goes where it
 * was told; an import goes into the sidecar beside its article, which is made when the file brought
 * the text. Nothing that exists is overwritten unless that was asked for, and an article never. */

#include "quo-config.h"

#include "quo-convert.h"

#include "quo-command.h"
#include "quo-error.h"
#include "quo-save.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#define GENERATOR "Quotidian " QUO_VERSION

/* --- Exports --- */

/* (transfer full) (nullable): where an export goes; NULL: standard output. */
static char *
dup_output (const QuoConvert *convert, const QuoConverted *converted)
{
  g_autofree char *name = quo_format_dup_name (convert->to, converted->name);

  return convert->folder != NULL ? g_build_filename (convert->folder, name, NULL)
                                 : g_strdup (convert->out);
}

static QuoTarget *
make_target (const QuoConvert *convert, const QuoConverted *converted, const char *path)
{
  QuoTarget *target;

  if (convert->is_dry_run)
    return quo_target_new_nowhere ();
  if (path == NULL)
    return quo_target_new_memory ();
  target = quo_target_new_file (path, convert->is_force);
  quo_target_protect (target, converted->article_path);
  quo_target_protect (target, converted->sidecar_path);
  for (guint i = 0; i < convert->n_inputs; i++)
    quo_target_protect (target, convert->inputs[i]);
  return target;
}

static gboolean
write_export (const QuoConvert *convert, const QuoConverted *converted, QuoReport *report,
              GError **error)
{
  const char *layer = converted->is_import ? NULL : convert->layer;
  g_autofree char *path = dup_output (convert, converted);
  g_autoptr (QuoTarget) target = make_target (convert, converted, path);
  g_autoptr (QuoSnapshot) snapshot
      = quo_format_pick_layer (convert->to, converted->snapshot, layer, report, error);
  QuoFormatOptions options = { .values = convert->values, .tagset = converted->tagset };
  g_autoptr (GBytes) bytes = NULL;

  if (snapshot == NULL || !convert->to->write (snapshot, target, &options, report, NULL, error)
      || !quo_target_commit (target, error))
    return FALSE;
  if (path == NULL && !convert->is_dry_run)
    bytes = quo_target_dup_bytes (target, NULL);
  if (bytes != NULL)
    quo_output_bytes (bytes);
  return TRUE;
}

/* --- Imports --- */

/* (transfer full): the article the sidecar is to lie beside. */
static char *
dup_article_place (const QuoConvert *convert, const char *input, const QuoConverted *converted)
{
  g_autofree char *folder = NULL;

  if (convert->folder != NULL)
    return g_build_filename (convert->folder, converted->name, NULL);
  if (convert->out != NULL)
    return g_strndup (convert->out, strlen (convert->out) - strlen (".quo.json"));
  if (converted->article_path != NULL)
    return g_strdup (converted->article_path);
  folder = g_path_get_dirname (input);
  return g_build_filename (folder, converted->name, NULL);
}

/* The snapshot over an article that is, or will be, the file @path. */
static QuoSnapshot *
place_snapshot (QuoSnapshot *snapshot, const char *path)
{
  g_free (snapshot->article->path);
  snapshot->article->path = g_canonicalize_filename (path, NULL);
  return quo_snapshot_ref (snapshot);
}

/* Adds to the sidecar that is there. */
static gboolean
merge_sidecar (const QuoConverted *converted, const char *sidecar, GError **error)
{
  g_autofree char *name = g_filename_display_basename (sidecar);
  g_autoptr (QuoOpening) opening = quo_open (sidecar, NULL, NULL, NULL, error);
  g_autoptr (QuoSnapshot) merged = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (opening == NULL)
    return FALSE;
  if (!g_str_equal (quo_text_get_utf8 (opening->snapshot->article->text),
                    quo_text_get_utf8 (converted->snapshot->article->text)))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("%s: its article has another text than the imported file"), name);
      return FALSE;
    }
  merged = quo_import_merge (opening->snapshot, converted->snapshot, error);
  if (merged == NULL || merged == opening->snapshot)
    return merged != NULL;
  bytes = quo_sidecar_write (merged, GENERATOR);
  return quo_save (sidecar, bytes, opening->etag, NULL, NULL, error);
}

/* The article is written too when the file brought its text; both or none. */
static gboolean
write_both (const QuoConvert *convert, const QuoConverted *converted, const char *article,
            GBytes *sidecar, GError **error)
{
  g_autoptr (QuoTarget) target = quo_target_new_file (article, convert->is_force);
  g_autofree char *base = g_path_get_basename (article);
  const char *dot = strrchr (base, '.');
  g_autofree char *extension
      = g_strconcat (dot != NULL && dot != base ? dot : "", ".quo.json", NULL);
  const QuoText *text = converted->snapshot->article->text;
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

static gboolean
write_import (const QuoConvert *convert, const char *input, const QuoConverted *converted,
              GError **error)
{
  g_autofree char *article = dup_article_place (convert, input, converted);
  g_autofree char *sidecar = quo_sidecar_path_for (article);
  gboolean is_there = g_file_test (sidecar, G_FILE_TEST_EXISTS);
  g_autoptr (QuoSnapshot) placed = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (convert->is_dry_run)
    return TRUE;
  if (is_there && convert->is_merge)
    return merge_sidecar (converted, sidecar, error);
  if (is_there && !convert->is_force)
    return refuse_existing (sidecar, error);
  placed = place_snapshot (converted->snapshot, article);
  bytes = quo_sidecar_write (placed, GENERATOR);
  if (converted->article_path == NULL)
    return write_both (convert, converted, article, bytes, error);
  return quo_save (sidecar, bytes, convert->is_force ? QUO_ETAG_ANY : NULL, NULL, NULL, error);
}

gboolean
quo_convert_write (const QuoConvert *convert, const char *input, const QuoConverted *converted,
                   QuoReport *report, GError **error)
{
  gboolean is_sidecar = convert->to == NULL || g_str_equal (convert->to->id, "quo");

  if (converted->is_import && is_sidecar && (convert->to == NULL || convert->out != NULL))
    return write_import (convert, input, converted, error);
  return write_export (convert, converted, report, error);
}
