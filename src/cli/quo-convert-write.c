/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second half of quo convert: from articles with annotations to files. An export goes where it
 * was told; an import goes into the sidecar beside its article, which is made when the file brought
 * the text. Nothing that exists is overwritten unless that was asked for, and an article never. */

#include "quo-config.h"

#include "quo-convert.h"

#include "quo-command.h"
#include "quo-import-save.h"

#include <string.h>

/* (transfer full): a file of the folder that all go to, in the same place below it as the input is
 * below the folder that was named. */
static char *
dup_in_folder (const QuoConvert *convert, guint input, const char *name)
{
  return g_build_filename (convert->folder, g_ptr_array_index (convert->subfolders, input), name,
                           NULL);
}

/* --- Exports --- */

/* (transfer full) (nullable): where an export goes; NULL: standard output. */
static char *
dup_output (const QuoConvert *convert, guint input, const QuoConverted *converted)
{
  g_autofree char *name = quo_format_dup_name (convert->to, converted->name);

  return convert->folder != NULL ? dup_in_folder (convert, input, name) : g_strdup (convert->out);
}

/* An input that one of the outputs would fall on. */
static void
protect_inputs (const QuoConvert *convert, QuoTarget *target)
{
  g_auto (GStrv) siblings
      = g_strsplit (convert->to->siblings != NULL ? convert->to->siblings : "", ";", -1);

  for (guint i = 0; i == 0 || siblings[i - 1] != NULL; i++)
    {
      g_autofree char *path = quo_target_dup_path (target, i == 0 ? NULL : siblings[i - 1]);
      g_autofree char *canonical = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

      if (canonical != NULL && g_hash_table_contains (convert->protected, canonical))
        quo_target_protect (target, path);
    }
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
  protect_inputs (convert, target);
  return target;
}

static gboolean
write_export (const QuoConvert *convert, guint input, const QuoConverted *converted,
              QuoReport *report, GError **error)
{
  const char *layer = converted->is_import ? NULL : convert->layer;
  g_autofree char *path = dup_output (convert, input, converted);
  g_autoptr (QuoTarget) target = make_target (convert, converted, path);
  g_autoptr (QuoSnapshot) snapshot
      = quo_format_pick_layer (convert->to, converted->snapshot, layer, report, error);
  QuoFormatOptions options = { .values = convert->values, .tagset = converted->tagset };
  g_autoptr (GBytes) bytes = NULL;

  if (snapshot == NULL
      || !convert->to->write (snapshot, target, &options, report, convert->cancellable, error)
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
dup_article_place (const QuoConvert *convert, guint input, const QuoConverted *converted)
{
  g_autofree char *folder = NULL;

  if (convert->folder != NULL)
    return dup_in_folder (convert, input, converted->name);
  if (convert->out != NULL)
    return g_strndup (convert->out, strlen (convert->out) - strlen (".quo.json"));
  if (converted->article_path != NULL)
    return g_strdup (converted->article_path);
  folder = g_path_get_dirname (convert->inputs[input]);
  return g_build_filename (folder, converted->name, NULL);
}

static gboolean
write_import (const QuoConvert *convert, guint input, const QuoConverted *converted, GError **error)
{
  g_autofree char *article = dup_article_place (convert, input, converted);
  QuoImportMode mode = convert->is_merge   ? converted->is_part ? QUO_IMPORT_UPDATE : QUO_IMPORT_ADD
                       : convert->is_force ? QUO_IMPORT_REPLACE
                                           : QUO_IMPORT_NEW;

  if (convert->is_dry_run)
    return TRUE;
  return quo_import_save (converted->snapshot, article, converted->article_path != NULL, mode,
                          error);
}

gboolean
quo_convert_write (const QuoConvert *convert, guint input, const QuoConverted *converted,
                   QuoReport *report, GError **error)
{
  gboolean is_sidecar = convert->to == NULL || g_str_equal (convert->to->id, "quo");

  if (converted->is_import && is_sidecar && (convert->to == NULL || convert->out != NULL))
    return write_import (convert, input, converted, error);
  return write_export (convert, input, converted, report, error);
}
