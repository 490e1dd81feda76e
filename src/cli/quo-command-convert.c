/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo convert: annotations of articles to and from other formats. It looks at the whole call before
 * it reads the first file, so that a call that makes no sense writes nothing. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-convert.h"
#include "quo-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static char *from, *to, *out, *layer, *article;
static QuoInputOptions reading;
static char **assignments;
static gboolean is_force, is_merge, is_partial, is_dry_run, is_strict;

/* --- The call --- */

static gboolean
set_usage (GError **error, const char *message)
{
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_USAGE, message);
  return FALSE;
}

/* A format by its id, which must be one that is read, or written. */
static gboolean
find_format (const char *id, gboolean is_read, const QuoFormat **ret_format, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (id == NULL)
    return TRUE;
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      if (is_read ? (*format)->read == NULL : (*format)->write == NULL)
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", (*format)->id);
      if (g_str_equal ((*format)->id, id))
        *ret_format = *format;
    }
  if (*ret_format != NULL)
    return TRUE;
  if (quo_formats_find (id) == NULL)
    g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("There is no format “%s”; there are: %s"),
                 id, ids->str);
  else
    g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                 is_read ? _ ("The format %s is only written; these are read: %s")
                         : _ ("The format %s is only read; these are written: %s"),
                 id, ids->str);
  return FALSE;
}

/* Whether a format that is read has the option: the one that was named, or any. */
static gboolean
check_read_option (const QuoConvert *convert, const char *name, const char *value, GError **error)
{
  if (convert->from != NULL)
    return quo_format_check_read_option (convert->from, name, value, error);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if ((*format)->read != NULL && quo_format_check_read_option (*format, name, value, NULL))
      return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
               _ ("No format that is read has the option %s=%s; “quo formats” lists them"), name,
               value);
  return FALSE;
}

/* An option is one of the format that is written or of the one that is read. */
static gboolean
check_option (const QuoConvert *convert, const char *name, const char *value, GError **error)
{
  if (convert->to == NULL)
    return check_read_option (convert, name, value, error);
  if (convert->from != NULL && quo_format_check_read_option (convert->from, name, value, NULL))
    return TRUE;
  return quo_format_check_option (convert->to, name, value, error);
}

static gboolean
read_assignments (QuoConvert *convert, GError **error)
{
  for (guint i = 0; assignments != NULL && assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        {
          g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("--option takes NAME=VALUE, not “%s”"),
                       assignments[i]);
          return FALSE;
        }
      name = g_strndup (assignments[i], (gsize)(equals - assignments[i]));
      if (!check_option (convert, name, equals + 1, error))
        return FALSE;
      g_hash_table_insert (convert->values, g_steal_pointer (&name), g_strdup (equals + 1));
    }
  return TRUE;
}

static gboolean
names_folder (const QuoConvert *convert)
{
  return convert->n_inputs > 1 || convert->has_folder || g_str_has_suffix (out, G_DIR_SEPARATOR_S)
         || g_file_test (out, G_FILE_TEST_IS_DIR);
}

/* Whether `out` names a folder: there is one, it ends like one, or several files must go there. */
static gboolean
find_folder (QuoConvert *convert, GError **error)
{
  if (out != NULL && names_folder (convert))
    convert->folder = g_strdup (out);
  else if (out != NULL && convert->to == NULL && !quo_path_is_sidecar (out))
    return set_usage (error,
                      _ ("An import makes a sidecar: -o takes ARTICLE.quo.json or a folder"));
  if (out != NULL || is_dry_run || convert->to == NULL)
    return TRUE;
  if (convert->n_inputs > 1 || convert->has_folder)
    return set_usage (error, _ ("Several files need a folder to go to: -o FOLDER"));
  if (convert->to->siblings == NULL)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
               _ ("The format %s writes more than one file; give the first a name: -o OUT.%s"),
               convert->to->id, convert->to->extensions);
  return FALSE;
}

/* (transfer full): the article an input is about, whether or not it is there. */
static char *
dup_article (const char *input)
{
  gsize len = strlen (input);

  if (quo_path_is_sidecar (input))
    return g_strndup (input, len - strlen (".quo.json"));
  return g_strdup (input);
}

/* Two articles of the same name from two folders would overwrite one another. */
static gboolean
check_outputs (const QuoConvert *convert, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < convert->n_inputs && convert->folder != NULL && convert->to != NULL; i++)
    {
      g_autofree char *source = dup_article (convert->inputs[i]);
      g_autofree char *base = quo_format_dup_name (convert->to, source);
      char *path = g_build_filename (convert->folder, g_ptr_array_index (convert->subfolders, i),
                                     base, NULL);
      g_autofree char *name = g_filename_display_name (path);

      if (g_hash_table_add (seen, path))
        continue;
      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                   _ ("Two files would both be written to %s; convert them into different folders"),
                   name);
      return FALSE;
    }
  return TRUE;
}

/* The folder all goes to, and those below it that the inputs are in. */
static gboolean
make_folders (const QuoConvert *convert, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  const char *last = NULL;
  gboolean is_made = TRUE;

  for (guint i = 0; convert->folder != NULL && !is_dry_run && is_made && i < convert->n_inputs; i++)
    {
      const char *below = g_ptr_array_index (convert->subfolders, i);

      if (g_strcmp0 (below, last) == 0)
        continue;
      last = below;
      g_free (folder);
      folder = g_build_filename (convert->folder, below, NULL);
      is_made = g_mkdir_with_parents (folder, 0777) == 0;
    }
  if (is_made)
    return TRUE;
  name = g_filename_display_name (folder);
  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE, _ ("%s: the folder could not be made: %s"), name,
               g_strerror (errno));
  return FALSE;
}

static gboolean
find_formats (QuoConvert *convert, GError **error)
{
  return find_format (from, TRUE, &convert->from, error)
         && find_format (to, FALSE, &convert->to, error);
}

/* (transfer full): the files that are read, which no output may fall on. */
static GHashTable *
protect_inputs (const QuoConvert *convert)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < convert->n_inputs; i++)
    g_hash_table_add (paths, g_canonicalize_filename (convert->inputs[i], NULL));
  return paths;
}

static void
clear_convert (QuoConvert *convert)
{
  g_free (convert->folder);
  g_clear_pointer (&convert->files, g_ptr_array_unref);
  g_clear_pointer (&convert->subfolders, g_ptr_array_unref);
  g_clear_pointer (&convert->protected, g_hash_table_unref);
}

static int
run_convert (const char *const *inputs, guint n_inputs)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  QuoConvert convert = { .values = values,
                         .out = out,
                         .layer = layer,
                         .article = article,
                         .reading = &reading,
                         .is_force = is_force,
                         .is_merge = is_merge,
                         .is_partial = is_partial,
                         .is_dry_run = is_dry_run,
                         .is_strict = is_strict };
  gboolean is_sensible = find_formats (&convert, &error) && read_assignments (&convert, &error)
                         && quo_convert_list (&convert, inputs, n_inputs, &error)
                         && find_folder (&convert, &error) && check_outputs (&convert, &error)
                         && make_folders (&convert, &error);
  int code;

  convert.protected = protect_inputs (&convert);
  code = is_sensible ? quo_convert_run (&convert) : quo_message_error (error);
  clear_convert (&convert);
  return code;
}

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Format to read; without it told by the content"),
    N_ ("FORMAT") },
  { "to", 't', 0, G_OPTION_ARG_STRING, &to,
    N_ ("Format to write; without it an import goes into the sidecar of its article"),
    N_ ("FORMAT") },
  { "article", 0, 0, G_OPTION_ARG_FILENAME, &article,
    N_ ("The article that the files to read are about"), N_ ("FILE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("File to write, or folder; without it standard output"), N_ ("OUT") },
  { "layer", 0, 0, G_OPTION_ARG_STRING, &layer,
    N_ ("Export only this layer; of an import, what to call it"), N_ ("ID") },
  { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
    N_ ("How to read or write the format; may be given several times"), N_ ("NAME=VALUE") },
  { "merge", 'm', 0, G_OPTION_ARG_NONE, &is_merge,
    N_ ("Add an import to the annotations the article has"), NULL },
  { "partial", 0, 0, G_OPTION_ARG_NONE, &is_partial, N_ ("Read what can be read of a damaged file"),
    NULL },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Write nothing, only tell what would be lost"), NULL },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, N_ ("End with 1 if anything is lost or changed"),
    NULL },
  QUO_INPUT_OPTIONS (reading),
  { NULL },
};

const QuoCommand quo_command_convert = {
  .name = "convert",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Export the annotations of articles, or import them"),
  .details = N_ (
      "An article or a sidecar is exported; a file of another format is imported, into the sidecar "
      "beside its\narticle or, with --to, straight into another format. Of several files OUT is a "
      "folder. Of a folder all\nsidecars are exported, or with --from all files of this format "
      "imported. Nothing that exists is overwritten without --force, and an article never. What a "
      "format cannot carry is told on standard error,\na line a kind. A format that cannot tell "
      "layers apart takes the only layer, or the only open one; else name it\nwith --layer."),
  .options = options,
  .run = run_convert,
  .n_least = 1,
};
